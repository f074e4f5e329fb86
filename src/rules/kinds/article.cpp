// article: "a" before a vowel sound, "an" before a consonant sound.
#include <algorithm>
#include <array>

#include "lexicon/lexicon.h"
#include "rules/kinds/rule_base.h"
#include "text/english.h"

namespace careportal_lint::kinds {
namespace {

// Acronyms that everybody reads letter by letter. Others may be read as the words they stand for: "a MOC" is said
// "a mother of child", and the writer is right.
constexpr auto kSpelledOut = std::to_array<std::string_view>({"AC", "ADHD", "ATM", "DVD", "EKG", "EMT", "ER",  "FBI", "GPS", "HDMI", "HSA",
                                                              "ID", "IEP",  "IQ",  "IV",  "IUD", "LED", "LPN", "LVN", "MRI", "OB",   "RN",
                                                              "RV", "SSN",  "SUV", "TV",  "UPS", "UTI", "XL",  "XS",  "XXL"});

class ArticleRule final : public RuleBase {
 public:
  explicit ArticleRule(const MakeContext& context) : RuleBase(context) {}

  void check(const CheckContext& context, std::vector<Finding>& out) const override {
    const Document& document = context.document;
    const std::vector<Word>& words = document.words();
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      const std::string article = to_lower(document.text(words[i].range));
      if (article != "a" && article != "an") continue;
      const Range next = words[i + 1].range;
      if (next.begin != words[i].range.end + 1 || document.text()[words[i].range.end] != ' ') continue;
      if (words[i].shape == Shape::upper && !document.starts_sentence(words[i].range.begin)) continue;  // grade A
      if (!is_sure(document, words[i + 1]) || indefinite_article(document.text(next)) == article) continue;
      const Range both{words[i].range.begin, next.end};
      if (!conditions_.hold(context, both)) continue;
      std::string right(indefinite_article(document.text(next)));
      if (is_upper(document.text()[both.begin])) right[0] = to_upper(right[0]);
      Finding found = finding(context, words[i].range, {{"match", std::string(document.text(both))}, {"1", right}});
      found.suggestions = {{right, "", true}};
      out.push_back(std::move(found));
    }
  }

 private:
  // Words whose sound the spelling tells: known words, numbers, acronyms that are spelled out.
  static bool is_sure(const Document& document, const Word& word) {
    const std::string_view text = document.text(word.range);
    if (word.foreign || word.shape == Shape::alphanumeric) return false;
    if (word.shape == Shape::digits) return true;
    if (word.shape == Shape::upper) return std::find(kSpelledOut.begin(), kSpelledOut.end(), text) != kSpelledOut.end();
    return text.size() > 1 && (begins_with_letter_x(text) || Lexicon::embedded().find(to_lower(text)).lower());
  }
};

}  // namespace

std::unique_ptr<Rule> make_article(const MakeContext& context) { return std::make_unique<ArticleRule>(context); }

}  // namespace careportal_lint::kinds
