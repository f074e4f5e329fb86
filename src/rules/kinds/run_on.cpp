// run-on: sentences with no sign between, or only commas.
#include <algorithm>

#include "rules/clause_words.h"
#include "rules/clauses.h"
#include "rules/draft_memory.h"
#include "rules/kinds/rule_base.h"

namespace careportal_lint::kinds {
namespace {

constexpr std::size_t kShortest = 8;  // words of a sentence that can hold two

class RunOnRule final : public RuleBase {
 public:
  explicit RunOnRule(const MakeContext& context) : RuleBase(context), words_(read_words(context)), commas_(context.spec.max.value_or(0)) {}

  void check(const CheckContext& context, std::vector<Finding>& out) const override {
    const Document& document = context.document;
    const std::vector<Word>& words = document.words();
    ClauseWords sentence_words(document, words_);
    std::vector<Joint> joints;
    auto begin = words.begin();
    for (const Sentence& sentence : document.sentences()) {
      const auto starts_before = [](const Word& word, std::uint32_t pos) { return word.range.begin < pos; };
      const auto first = std::lower_bound(begin, words.end(), sentence.range.begin, starts_before);
      const auto last = std::lower_bound(first, words.end(), sentence.range.end, starts_before);
      begin = last;
      if (static_cast<std::size_t>(last - first) < kShortest) continue;
      sentence_words.go_to(static_cast<std::size_t>(first - words.begin()), static_cast<std::size_t>(last - words.begin()));
      find_joints(sentence_words, joints);
      // a comma alone between two short sentences is how people speak
      if (joints.size() <= commas_) std::erase_if(joints, [](const Joint& joint) { return joint.comma; });
      for (const Joint& joint : joints) report(context, joint, out);
    }
  }

  // it asks for the letters of the whole draft
  [[nodiscard]] PiecePass gathers_in() const override { return PiecePass::facts; }

 private:
  static std::string_view read_words(const MakeContext& context) {
    return context.compiler.block([&](const Vocabularies& vocabularies) {
      const auto found = vocabularies.find("clause_words");
      const WordForms words = found == vocabularies.end() ? WordForms() : found->second.forms;
      if (words.empty()) context.compiler.problem(context.spec.place, "a rule of this kind needs the vocabulary 'clause_words'");
      const std::vector<std::string>& names = clause_word_names();
      for (const auto& [word, role] : words) {
        if (std::find(names.begin(), names.end(), role) == names.end())
          context.compiler.problem(context.spec.place, "clause_words: '" + word + "' cannot be '" + role + "'" + did_you_mean(role, names));
      }
      return ClauseWords::table(words);
    });
  }

  void report(const CheckContext& context, const Joint& joint, std::vector<Finding>& out) const {
    const Document& document = context.document;
    const Range before = document.words()[joint.last].range;
    const Range after = document.words()[joint.first].range;
    const Range both{before.begin, after.end};
    if (!conditions_.hold(context, both)) return;
    std::string next(document.text(after));
    if (!is_written_small(context)) next[0] = to_upper(next[0]);
    Finding found = finding(context, both);
    found.suggestions = {{std::string(document.text(before)) + ". " + next, "", false}};
    out.push_back(std::move(found));
  }

  TextTable words_;
  std::size_t commas_;  ///< as many between sentences are left alone
};

}  // namespace

std::unique_ptr<Rule> make_run_on(const MakeContext& context) { return std::make_unique<RunOnRule>(context); }

}  // namespace careportal_lint::kinds
