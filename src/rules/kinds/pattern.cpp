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
  explicit PatternRule(const MakeContext& context)
      : RuleBase(context),
        validator_(find_validator(context.spec.validator)),
        exact_case_(context.spec.exact_case),
        word_edges_(context.spec.word_edges),
        group_(context.spec.group),
        rows_(context.rows, context.compiler.agency()) {
    for (const PatternRow& spec : context.spec.patterns) {
      context.compiler.next_row();
      make_row(spec, context.compiler);
    }
  }

  void check(const CheckContext& context, std::vector<Finding>& out) const override {
    std::vector<Finding> found;
    const auto make = [this](const PatternRow& spec, Compiler& compiler) { return make_row(spec, compiler); };
    // each row has one finder
    for (const FinderMatch& hit : context.found) check_match(context, rows_.get<PatternRow>(hit.finder, make), *hit.match, found);
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
    std::size_t group = 0;
    Severity severity = Severity::warning;
    std::optional<std::string> message;
    std::optional<std::vector<SuggestionTemplate>> suggestions;
    std::vector<GroupClasses> classes;
    Conditions conditions;
  };

  Row make_row(const PatternRow& spec, Compiler& compiler) const {
    compiler.pattern(spec.pattern, spec.exact_case.value_or(exact_case_), word_edges_);
    Row row;
    row.group = spec.group.value_or(group_);
    row.severity = spec.severity.value_or(severity_);
    row.message = spec.message;
    row.classes = spec.classes;
    if (spec.suggestions) row.suggestions = compiler.suggestions(*spec.suggestions);
    row.conditions = compiler.conditions(spec.when, spec.unless);
    return row;
  }

  void check_match(const CheckContext& context, const Row& row, const Match& match, std::vector<Finding>& out) const {
    const Document& document = context.document;
    Range range = match.range;
    if (row.group > 0 && row.group < match.groups.size() && !match.groups[row.group].empty()) range = match.groups[row.group];
    if (!has_classes(document, row, match)) return;
    if (validator_ != nullptr && !validator_(document.text(range))) return;
    if (row.severity == Severity::off || !row.conditions.hold(context, range) || !conditions_.hold(context, range)) return;
    Placeholders values{{"match", std::string(document.text(range))}};
    for (std::size_t i = 1; i < match.groups.size(); ++i) values[std::to_string(i)] = document.text(match.groups[i]);
    Finding found{index_, row.severity, range, fill(row.message ? *row.message : message_, values), {}, false};
    found.suggestions = make_suggestions(row.suggestions ? *row.suggestions : suggestions_, context, range, values);
    out.push_back(std::move(found));
  }

  static bool has_classes(const Document& document, const Row& row, const Match& match) {
    return std::all_of(row.classes.begin(), row.classes.end(), [&](const GroupClasses& wanted) {
      if (wanted.group >= match.groups.size()) return false;
      const WordClasses word = WordClassTable::embedded().find(to_lower(document.text(match.groups[wanted.group])));
      return std::all_of(wanted.tests.begin(), wanted.tests.end(),
                         [&](const WordClassTest& test) { return word.has(test.which) == test.wanted; });
    });
  }

  Validator validator_;
  bool exact_case_;
  bool word_edges_;
  std::size_t group_;
  LazyRows<Row> rows_;
};

}  // namespace

std::unique_ptr<Rule> make_pattern(const MakeContext& context) { return std::make_unique<PatternRule>(context); }

}  // namespace careportal_lint::kinds
