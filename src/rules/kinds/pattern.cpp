// pattern: words or phrases that should not be there, by RE2 patterns with conditions around them, an optional
// validator, and rewrites that may use captured groups.
#include <algorithm>
#include <optional>

#include "rules/draft_memory.h"
#include "rules/kinds/rule_base.h"
#include "rules/validators.h"

namespace careportal_lint::kinds {
namespace {

class PatternRule final : public RuleBase {
 public:
  explicit PatternRule(const MakeContext& context) : RuleBase(context), validator_(find_validator(context.spec.validator)) {
    for (const PatternRow& spec : context.spec.patterns) {
      Row row;
      row.pattern = context.compiler.pattern(spec.pattern, spec.exact_case.value_or(context.spec.exact_case), context.spec.word_edges);
      row.group = spec.group.value_or(context.spec.group);
      row.severity = spec.severity.value_or(severity_);
      row.message = spec.message;
      if (spec.suggestions) row.suggestions = context.compiler.suggestions(*spec.suggestions);
      row.conditions = context.compiler.conditions(spec.when, spec.unless);
      rows_.push_back(std::move(row));
    }
  }

  void check(const CheckContext& context, std::vector<Finding>& out) const override {
    std::vector<Finding> found;
    for (const Row& row : rows_) {
      const auto [first, last] = context.matches.of(row.pattern);
      for (const Match* match = first; match != last; ++match) check_match(context, row, *match, found);
    }
    if (once_ && context.memory != nullptr) {
      std::erase_if(found, [&](const Finding& finding) { return !context.memory->owns(finding.range); });
      if (!found.empty() && !context.memory->reported.insert(index_).second) return;
    }
    if (once_ && found.size() > 1) {
      const auto earliest =
          std::min_element(found.begin(), found.end(), [](const Finding& a, const Finding& b) { return a.range.begin < b.range.begin; });
      out.push_back(std::move(*earliest));
      return;
    }
    std::move(found.begin(), found.end(), std::back_inserter(out));
  }

 private:
  struct Row {
    PatternId pattern = 0;
    std::size_t group = 0;
    Severity severity = Severity::warning;
    std::optional<std::string> message;
    std::optional<std::vector<SuggestionTemplate>> suggestions;
    Conditions conditions;
  };

  void check_match(const CheckContext& context, const Row& row, const Match& match, std::vector<Finding>& out) const {
    const Document& document = context.document;
    Range range = match.range;
    if (row.group > 0 && row.group < match.groups.size() && !match.groups[row.group].empty()) range = match.groups[row.group];
    if (validator_ != nullptr && !validator_(document.text(range))) return;
    if (row.severity == Severity::off || !row.conditions.hold(context, range) || !conditions_.hold(context, range)) return;
    Placeholders values{{"match", std::string(document.text(range))}};
    for (std::size_t i = 1; i < match.groups.size(); ++i) values[std::to_string(i)] = document.text(match.groups[i]);
    Finding found{index_, row.severity, range, fill(row.message ? *row.message : message_, values), {}, false};
    found.suggestions = make_suggestions(row.suggestions ? *row.suggestions : suggestions_, context, range, values);
    out.push_back(std::move(found));
  }

  Validator validator_;
  std::vector<Row> rows_;
};

}  // namespace

std::unique_ptr<Rule> make_pattern(const MakeContext& context) { return std::make_unique<PatternRule>(context); }

}  // namespace careportal_lint::kinds
