// unknown-acronym: two to six capitals that no list knows.
#include <algorithm>

#include "lexicon/lexicon.h"
#include "rules/kinds/rule_base.h"

namespace careportal_lint::kinds {
namespace {

class UnknownAcronymRule final : public RuleBase {
 public:
  explicit UnknownAcronymRule(const MakeContext& context) : RuleBase(context), allow_(context.spec.allow) {}

  void check(const CheckContext& context, std::vector<Finding>& out) const override {
    const Document& document = context.document;
    for (const Word& word : document.words()) {
      const std::size_t length = word.range.size();
      if (word.shape != Shape::upper || length < 2 || length > 6 || word.foreign || document.caps_around(word.range)) continue;
      const std::string text(document.text(word.range));
      if (std::binary_search(allow_.begin(), allow_.end(), text)) continue;
      const WordFacts facts = Lexicon::embedded().find(to_lower(text));
      // a known abbreviation, an ordinary word in capitals for emphasis, a name
      if (facts.acronym() || facts.domain() || facts.name_like() || facts.given_tier() != 0 || (facts.lower() && facts.commonness() < 7))
        continue;
      if (conditions_.hold(context, word.range)) out.push_back(finding(context, word.range));
    }
  }

 private:
  std::vector<std::string> allow_;  // sorted by the pack reader
};

}  // namespace

std::unique_ptr<Rule> make_unknown_acronym(const MakeContext& context) { return std::make_unique<UnknownAcronymRule>(context); }

}  // namespace careportal_lint::kinds
