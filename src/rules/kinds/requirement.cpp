// requirement: when one thing is told (or always), another must be told too. Reports once a draft, at the first
// thing told, or about the whole draft.
#include <algorithm>
#include <optional>
#include <set>

#include "rules/draft_memory.h"
#include "rules/kinds/rule_base.h"

namespace careportal_lint::kinds {
namespace {

class RequirementRule final : public RuleBase {
 public:
  explicit RequirementRule(const MakeContext& context) : RuleBase(context), at_least_(context.spec.at_least) {
    for (const PatternText& pattern : context.spec.about) context.compiler.pattern(pattern, false, context.spec.word_edges);
    always_ = context.spec.about.empty();
    for (const NeedSpec& spec : context.spec.needs) {
      Need need;
      need.scope = spec.scope;
      need.weight = spec.weight;
      for (const PatternText& pattern : spec.patterns) {
        need.patterns.push_back(context.compiler.lazy_pattern(pattern, false, context.spec.word_edges));
      }
      need.conditions = context.compiler.conditions(spec.when, spec.unless);
      const auto asks_draft = [](const std::vector<Condition>& conditions) {
        return std::any_of(conditions.begin(), conditions.end(),
                           [](const Condition& condition) { return condition.scope == Scope::draft; });
      };
      asks_facts_ = asks_facts_ || asks_draft(need.conditions.when) || asks_draft(need.conditions.unless);
      needs_.push_back(std::move(need));
    }
  }

  void check(const CheckContext& context, std::vector<Finding>& out) const override {
    const Document& document = context.document;
    DraftMemory* const memory = context.memory;
    if (memory != nullptr ? memory->words == 0 || memory->reported.contains(index_) : document.words().empty()) return;
    if (always_) {
      if (memory != nullptr && memory->piece > 0) return;
      const Range all{0, static_cast<std::uint32_t>(document.text().size())};
      if (conditions_.hold(context, all) && told(context, all) < at_least_) report(context, {0, 0}, all, out);
      return;
    }
    std::vector<Range> places;
    for (const FinderMatch& hit : context.found) places.push_back(hit.match->range);
    std::sort(places.begin(), places.end(), [](Range a, Range b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
    // what is asked of the whole draft has one answer for all places
    const bool draft_wide = std::all_of(needs_.begin(), needs_.end(), [](const Need& need) { return need.scope == Scope::draft; });
    std::optional<bool> known;
    for (const Range place : places) {
      if (memory != nullptr && !memory->owns(place)) continue;
      if (!conditions_.hold(context, place)) continue;
      if (!known || !draft_wide) known = told(context, place) >= at_least_;
      if (*known) continue;
      report(context, place, place, out);
      if (memory != nullptr) memory->reported.insert(index_);
      return;
    }
  }

  // While facts are gathered, what a need asks of the whole draft is not known yet.
  [[nodiscard]] PiecePass gathers_in() const override { return asks_facts_ ? PiecePass::needs : PiecePass::facts; }

  // What is told in this piece of what may stand anywhere in the draft.
  void gather(const CheckContext& context) const override {
    DraftMemory& memory = *context.memory;
    if (told(context, memory.own) < at_least_) memory.needs_more = true;
  }

 private:
  struct Need {
    Scope scope = Scope::draft;
    double weight = 1;
    std::vector<PatternId> patterns;
    Conditions conditions;
  };

  // The weights of what is told around `place`. Of a draft in pieces, the needs with the scope draft are counted piece by
  // piece before, and remembered. Fixed phrases are known already; patterns are tried only while they
  // can still change the verdict.
  [[nodiscard]] double told(const CheckContext& context, Range place) const {
    DraftMemory* const memory = context.memory;
    const bool gathers = memory != nullptr && memory->pass != PiecePass::findings;
    const auto is_counted_now = [&](const Need& need) { return memory == nullptr || (need.scope == Scope::draft) == gathers; };
    double sum = 0;
    std::vector<std::set<std::string>> texts(needs_.size());
    for (std::size_t group = 0; memory != nullptr && group < needs_.size(); ++group) {
      const auto before = memory->told.find({index_, group});
      if (before == memory->told.end()) continue;
      sum += needs_[group].weight * static_cast<double>(before->second.size());
    }
    if (memory != nullptr && sum >= at_least_) return sum;
    const auto count = [&](std::size_t group, const Match& match) {
      const Need& need = needs_[group];
      const Range scope = context.document.scope(need.scope, place);
      if (match.range.begin < scope.begin || match.range.end > scope.end || (gathers && !memory->owns(match.range))) return true;
      if (!need.conditions.hold(context, match.range)) return true;
      std::set<std::string>& known = gathers ? memory->told[{index_, group}] : texts[group];
      if (known.insert(to_lower(context.document.text(match.range))).second) sum += need.weight;
      return sum < at_least_;
    };
    for (const bool tries_patterns : {false, true}) {
      for (std::size_t group = 0; group < needs_.size(); ++group) {
        if (!is_counted_now(needs_[group])) continue;
        for (const PatternId pattern : needs_[group].patterns) {
          if (tries_patterns) {
            context.matcher.find_all(context.document, context.matches, pattern, [&](const Match& match) { return count(group, match); });
          } else {
            context.matches.each_phrase(pattern, [&](const Match& match) { return count(group, match); });
          }
          if (sum >= at_least_) return sum;
        }
      }
    }
    return sum;
  }

  void report(const CheckContext& context, Range span, Range around, std::vector<Finding>& out) const {
    const Document& document = context.document;
    const Placeholders values{{"match", std::string(document.text(span))}};
    Finding found{index_, severity_, span, fill(message_, values), {}, true};
    found.suggestions = make_suggestions(suggestions_, context, around, values);
    for (Suggestion& suggestion : found.suggestions) {
      // nothing would be replaced: what is missing can only be advised
      if (!suggestion.text) continue;
      if (suggestion.description.empty()) suggestion.description = *suggestion.text;
      suggestion.text.reset();
    }
    out.push_back(std::move(found));
  }

  double at_least_;
  bool asks_facts_ = false;
  bool always_ = false;  ///< whatever the draft is about
  std::vector<Need> needs_;
};

}  // namespace

std::unique_ptr<Rule> make_requirement(const MakeContext& context) { return std::make_unique<RequirementRule>(context); }

}  // namespace careportal_lint::kinds
