// requirement: when one thing is told (or always), another must be told too. Reports once a draft, at the first
// thing told, or about the whole draft.
#include <algorithm>
#include <optional>
#include <set>

#include "rules/kinds/rule_base.h"

namespace careportal_lint::kinds {
namespace {

class RequirementRule final : public RuleBase {
 public:
  explicit RequirementRule(const MakeContext& context) : RuleBase(context), at_least_(context.spec.at_least) {
    for (const PatternText& pattern : context.spec.about) {
      about_.push_back(context.compiler.pattern(pattern, false, context.spec.word_edges));
    }
    for (const NeedSpec& spec : context.spec.needs) {
      Need need;
      need.scope = spec.scope;
      need.weight = spec.weight;
      for (const PatternText& pattern : spec.patterns) {
        need.patterns.push_back(context.compiler.pattern(pattern, false, context.spec.word_edges));
      }
      need.conditions = context.compiler.conditions(spec.when, spec.unless);
      needs_.push_back(std::move(need));
    }
  }

  void check(const CheckContext& context, std::vector<Finding>& out) const override {
    const Document& document = context.document;
    if (document.words().empty()) return;
    if (about_.empty()) {
      const Range all{0, static_cast<std::uint32_t>(document.text().size())};
      if (conditions_.hold(document, all) && told(context, all) < at_least_) report(document, {0, 0}, all, out);
      return;
    }
    std::vector<Range> places;
    for (const PatternId pattern : about_) {
      const auto [first, last] = context.matches.of(pattern);
      for (const Match* match = first; match != last; ++match) places.push_back(match->range);
    }
    std::sort(places.begin(), places.end(), [](Range a, Range b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
    for (const Range place : places) {
      if (!conditions_.hold(document, place) || told(context, place) >= at_least_) continue;
      report(document, place, place, out);
      return;
    }
  }

 private:
  struct Need {
    Scope scope = Scope::draft;
    double weight = 1;
    std::vector<PatternId> patterns;
    Conditions conditions;
  };

  [[nodiscard]] double told(const CheckContext& context, Range place) const {
    double sum = 0;
    for (const Need& need : needs_) {
      const Range scope = context.document.scope(need.scope, place);
      std::set<std::string> texts;
      for (const PatternId pattern : need.patterns) {
        const auto [first, last] = context.matches.of(pattern);
        for (const Match* match = first; match != last; ++match) {
          if (match->range.begin < scope.begin || match->range.end > scope.end) continue;
          if (!need.conditions.hold(context.document, match->range)) continue;
          if (texts.insert(to_lower(context.document.text(match->range))).second) sum += need.weight;
          if (sum >= at_least_) return sum;
        }
      }
    }
    return sum;
  }

  void report(const Document& document, Range span, Range around, std::vector<Finding>& out) const {
    const Placeholders values{{"match", std::string(document.text(span))}};
    Finding found{index_, severity_, span, fill(message_, values), {}, true};
    found.suggestions = make_suggestions(suggestions_, document, around, values);
    for (Suggestion& suggestion : found.suggestions) {
      // nothing would be replaced: what is missing can only be advised
      if (!suggestion.text) continue;
      if (suggestion.description.empty()) suggestion.description = *suggestion.text;
      suggestion.text.reset();
    }
    out.push_back(std::move(found));
  }

  double at_least_;
  std::vector<PatternId> about_;
  std::vector<Need> needs_;
};

}  // namespace

std::unique_ptr<Rule> make_requirement(const MakeContext& context) { return std::make_unique<RequirementRule>(context); }

}  // namespace careportal_lint::kinds
