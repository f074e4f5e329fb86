#include "support/json_schema.h"

#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "support/files.h"

namespace careportal_lint::test {

std::string schema_problems(const std::string& json, const std::string& definition) {
  nlohmann::json schema_json = nlohmann::json::parse(read(source_path("docs/output.schema.json")));
  if (!definition.empty()) {
    schema_json = {
        {"$schema", schema_json.at("$schema")}, {"definitions", schema_json.at("definitions")}, {"$ref", "#/definitions/" + definition}};
  }
  valijson::Schema schema;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(valijson::adapters::NlohmannJsonAdapter(schema_json), schema);
  const nlohmann::json document = nlohmann::json::parse(json);
  valijson::ValidationResults results;
  valijson::Validator validator;
  if (validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(document), &results)) return {};
  std::string out;
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    for (const std::string& part : error.context) out += part;
    out += ": " + error.description + "\n";
  }
  return out.empty() ? "does not fit the schema" : out;
}

}  // namespace careportal_lint::test
