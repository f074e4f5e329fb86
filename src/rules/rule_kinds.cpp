#include "rules/rule_kinds.h"

#include <array>

namespace careportal_lint {
namespace {

struct Kind {
  std::string_view name;
  std::unique_ptr<Rule> (*make)(const kinds::MakeContext&);
};

constexpr auto kKinds = std::to_array<Kind>({
    {"pattern", kinds::make_pattern},
    {"glossary", kinds::make_glossary},
    {"requirement", kinds::make_requirement},
    {"metric", kinds::make_metric},
    {"repetition", kinds::make_repetition},
    {"run-on", kinds::make_run_on},
    {"agreement", kinds::make_agreement},
    {"article", kinds::make_article},
    {"capitalization", kinds::make_capitalization},
    {"spacing", kinds::make_spacing},
    {"spelling", kinds::make_spelling},
    {"unknown-acronym", kinds::make_unknown_acronym},
    {"person-name", kinds::make_person_name},
    {"encoding", kinds::make_encoding},
});

}  // namespace

std::vector<std::string> rule_kind_names() {
  std::vector<std::string> names;
  for (const Kind& kind : kKinds) names.emplace_back(kind.name);
  return names;
}

std::unique_ptr<Rule> make_rule(const kinds::MakeContext& context) {
  for (const Kind& kind : kKinds) {
    if (kind.name == context.spec.info.kind) return kind.make(context);
  }
  return nullptr;
}

}  // namespace careportal_lint
