// agreement: a verb that does not go with its subject.
#include <algorithm>

#include "rules/kinds/clause_rule.h"
#include "rules/subjects.h"

namespace careportal_lint::kinds {
namespace {

constexpr std::size_t kShortest = 3;  // words of a sentence

class AgreementRule final : public RuleBase {
 public:
  explicit AgreementRule(const MakeContext& context)
      : RuleBase(context), words_(read_clause_words(context)), any_number_(read_nouns(context)) {}

  void check(const CheckContext& context, std::vector<Finding>& out) const override {
    const Document& document = context.document;
    ClauseWords words(document, words_);
    std::vector<WrongNumber> wrong;
    for_each_sentence(document, kShortest, words, [&] {
      find_wrong_numbers(words, any_number_, wrong);
      for (const WrongNumber& verb : wrong) {
        const Range range = document.words()[verb.verb].range;
        if (!conditions_.hold(context, range)) continue;
        Finding found = finding(context, range);
        found.suggestions = {{verb.right, "", false}};
        out.push_back(std::move(found));
      }
    });
  }

 private:
  static std::string_view read_nouns(const MakeContext& context) {
    return context.compiler.block([&](const Vocabularies& vocabularies) {
      const auto found = vocabularies.find("any_number");
      return TextTable::bytes(found == vocabularies.end() ? WordForms() : found->second.forms);
    });
  }

  TextTable words_;
  TextTable any_number_;
};

}  // namespace

std::unique_ptr<Rule> make_agreement(const MakeContext& context) { return std::make_unique<AgreementRule>(context); }

}  // namespace careportal_lint::kinds
