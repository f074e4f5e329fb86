// Reads what the rules of a pack are made of: patterns and terms, conditions, suggestions, rows, examples.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "rules/json_fields.h"
#include "rules/rule_spec.h"

namespace careportal_lint {

/// Every problem goes to `problems`, with its place; what could not be read is left empty.
class RulePartsReader {
 public:
  RulePartsReader(std::string pack_file, Problems& problems) : name_(std::move(pack_file)), problems_(problems) {}

  std::optional<bool> exact_case(JsonFields& fields);
  std::vector<std::string> states(JsonFields& fields, const std::string& key);
  std::vector<PatternText> patterns(JsonFields& fields, const std::string& key);
  std::vector<ConditionSpec> conditions(JsonFields& fields, const std::string& key);
  std::vector<SuggestionSpec> suggestions(JsonFields& fields, const std::string& key);
  PatternRow pattern_row(const JsonValue& value);
  GlossaryRow glossary_row(const JsonValue& value);
  NeedSpec need_group(const JsonValue& value);
  void read_examples(const JsonValue& value, RuleSpec& rule);

 private:
  PatternText pattern_text(const JsonValue& value);
  Scope scope(JsonFields& fields, Scope fallback);
  Reach reach(JsonFields& fields, const std::string& key);
  ConditionSpec condition(const JsonValue& value);
  SuggestionSpec suggestion(const JsonValue& value);
  void read_classes(const JsonValue& value, PatternRow& row);
  RuleExample marked(const std::string& text, const PackPlace& place);

  std::string name_;
  Problems& problems_;
};

}  // namespace careportal_lint
