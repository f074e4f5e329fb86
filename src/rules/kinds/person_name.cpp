// person-name: people by name, found by the scorecard of src/names; rewritten by their role.
#include <algorithm>

#include "lexicon/embedded.h"
#include "names/name_finder.h"
#include "rules/draft_memory.h"
#include "rules/kinds/rule_base.h"

namespace careportal_lint::kinds {
namespace {

// The phrases of two and more words that look like names and are none (a tab and a class follow on each line).
std::vector<std::string> known_phrases() {
  std::vector<std::string> out;
  const std::string_view table = embedded::find("rules/tables/name-like.txt");
  for (std::size_t pos = 0; pos < table.size();) {
    const std::size_t end = std::min(table.find('\n', pos), table.size());
    const std::string_view line = table.substr(pos, end - pos);
    const std::string_view phrase = line.substr(0, line.find('\t'));
    const bool usable = !line.starts_with('#') && phrase.find_first_of(" -'") != std::string_view::npos && is_word_char(phrase.front()) &&
                        is_word_char(phrase.back());
    if (usable && phrase.find(". ") == std::string_view::npos) out.emplace_back(phrase);
    pos = end + 1;
  }
  return out;
}

class PersonNameRule final : public RuleBase {
 public:
  explicit PersonNameRule(const MakeContext& context) : RuleBase(context), lists_(read_name_lists(context.spec, context.compiler)) {
    phrases_ = context.compiler.phrases([&] {
      std::vector<std::string> phrases = known_phrases();
      for (const std::string& phrase : context.spec.allow) phrases.push_back(to_lower(phrase));
      return phrases;
    });
    if (!context.compiler.vocabulary("not_a_name").empty()) {
      not_a_name_ = context.compiler.pattern({"{not_a_name}", context.spec.place}, false, true);
    }
  }

  void check(const CheckContext& context, std::vector<Finding>& out) const override {
    const DraftMemory* const memory = context.memory;
    const KnownNames* const elsewhere = memory != nullptr ? &memory->names : nullptr;
    const SentenceBegins* const begins = memory != nullptr ? &memory->begins : nullptr;
    for (const PersonName& name : find_names(context.document, lists_, phrases_in(context), elsewhere, begins)) report(context, name, out);
  }

  void gather(const CheckContext& context) const override {
    DraftMemory& memory = *context.memory;
    memory.needs_more = true;  // the last piece may name somebody
    learn_names(context.document, lists_, phrases_in(context), memory.own, memory.begins, memory.names);
  }

  // it must know how the sentences of the whole draft begin
  [[nodiscard]] PiecePass gathers_in() const override { return PiecePass::needs; }

 private:
  [[nodiscard]] std::vector<Range> phrases_in(const CheckContext& context) const {
    std::vector<Range> known;
    for (const std::optional<PatternId> pattern : {std::optional(phrases_), not_a_name_}) {
      if (!pattern) continue;
      const auto [first, last] = context.matches.of(*pattern);
      for (const Match* match = first; match != last; ++match) known.push_back(match->range);
      if (context.memory == nullptr || context.memory->pass == PiecePass::findings) continue;
      context.matcher.find_all(context.document, context.matches, *pattern, [&](const Match& match) {
        known.push_back(match.range);
        return true;
      });
    }
    std::sort(known.begin(), known.end(), [](Range a, Range b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
    return known;
  }

  void report(const CheckContext& context, const PersonName& name, std::vector<Finding>& out) const {
    const Document& document = context.document;
    if (!conditions_.hold(context, name.name)) return;
    const Severity severity = name.score >= lists_.weights.error ? severity_ : Severity::warning;
    Finding found{index_, severity, name.range, fill(message_, {{"match", std::string(document.text(name.name))}}), {}, false};
    found.suggestions.reserve(name.say.size());
    for (std::string text : name.say) {
      text = fit_case(document, name.range, std::move(text));
      found.suggestions.push_back({std::move(text), "say who it is, not the name", false});
    }
    out.push_back(std::move(found));
  }

  NameLists lists_;
  PatternId phrases_ = 0;
  std::optional<PatternId> not_a_name_;
};

}  // namespace

std::unique_ptr<Rule> make_person_name(const MakeContext& context) { return std::make_unique<PersonNameRule>(context); }

}  // namespace careportal_lint::kinds
