// repetition: the same word twice in a row ("the the").
#include <algorithm>

#include "rules/kinds/rule_base.h"

namespace careportal_lint::kinds {
namespace {

class RepetitionRule final : public RuleBase {
 public:
  /// `allow`: words that good English doubles ("had had"), in lower case.
  explicit RepetitionRule(const MakeContext& context) : RuleBase(context), allow_(context.spec.allow) {}

  void check(const CheckContext& context, std::vector<Finding>& out) const override {
    const Document& document = context.document;
    const std::vector<Word>& words = document.words();
    for (std::size_t i = 1; i < words.size(); ++i) {
      const Range first = words[i - 1].range;
      const Range second = words[i].range;
      if (second.begin != first.end + 1 || document.text()[first.end] != ' ') continue;
      const std::string word = to_lower(document.text(first));
      if (word != to_lower(document.text(second)) || words[i].shape == Shape::digits) continue;
      if (std::find(allow_.begin(), allow_.end(), word) != allow_.end()) continue;
      const Range both{first.begin, second.end};
      if (!conditions_.hold(context, both)) continue;
      Finding found = finding(context, both, {{"match", std::string(document.text(both))}, {"1", std::string(document.text(first))}});
      const bool whole = word.size() > 1;  // "a a" may be a slip for "a an"
      found.suggestions = {{std::string(document.text(first)), "say it once", whole}};
      out.push_back(std::move(found));
    }
  }

 private:
  std::vector<std::string> allow_;
};

}  // namespace

std::unique_ptr<Rule> make_repetition(const MakeContext& context) { return std::make_unique<RepetitionRule>(context); }

}  // namespace careportal_lint::kinds
