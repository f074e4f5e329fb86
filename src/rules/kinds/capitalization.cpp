// capitalization: a sentence, "I", a weekday or a month without its capital.
#include <algorithm>
#include <array>

#include "lexicon/lexicon.h"
#include "rules/kinds/rule_base.h"

namespace careportal_lint::kinds {
namespace {

// Months that are also words (march, may) and "sun", "sat" are left out.
constexpr auto kCalendar = std::to_array<std::string_view>(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "april", "june",
     "july", "august", "september", "october", "november", "december", "christmas", "thanksgiving", "easter", "halloween"});

class CapitalizationRule final : public RuleBase {
 public:
  /// `allow`: words that may start a sentence in lower case (iPad).
  explicit CapitalizationRule(const MakeContext& context) : RuleBase(context), allow_(context.spec.allow) {}

  void check(const CheckContext& context, std::vector<Finding>& out) const override {
    const Document& document = context.document;
    check_words(document, out);
    // in a draft without any capitals one word about it is enough
    const std::size_t before = out.size();
    check_sentences(document, out);
    if (document.all_lower() && out.size() > before + 1) out.resize(before + 1);
  }

 private:
  void check_words(const Document& document, std::vector<Finding>& out) const {
    for (const Word& word : document.words()) {
      if (word.shape != Shape::lower) continue;
      const std::string_view text = document.text(word.range);
      std::string stem(text);
      for (const std::string_view ending : {"'s", "s"}) {
        if (stem.ends_with(ending)) {
          stem.resize(stem.size() - ending.size());
          break;
        }
      }
      const bool calendar = std::find(kCalendar.begin(), kCalendar.end(), text) != kCalendar.end() ||
                            std::find(kCalendar.begin(), kCalendar.end(), stem) != kCalendar.end();
      const bool pronoun = (text == "i" && is_pronoun(document, word)) || text == "i'm" || text == "i've" || text == "i'll" || text == "i'd";
      if (calendar || pronoun) report(document, word.range, out);
    }
  }

  // "i" as a word, not in "i.e." or a list "i)".
  static bool is_pronoun(const Document& document, const Word& word) {
    const std::string_view text = document.text();
    const char after = word.range.end < text.size() ? text[word.range.end] : '\n';
    const char before = word.range.begin > 0 ? text[word.range.begin - 1] : '\n';
    return (after == ' ' || after == ',' || after == '\n') && (before == ' ' || before == '\n' || before == '(' || before == '"');
  }

  void check_sentences(const Document& document, std::vector<Finding>& out) const {
    for (std::size_t i = 0; i < document.sentences().size(); ++i) {
      const Sentence& sentence = document.sentences()[i];
      const Line& line = document.lines()[sentence.line];
      // items of a list, form lines and bare fragments may start small
      if (line.list_item || line.label || document.text()[sentence.range.begin] == '-') continue;
      const bool first_of_line = sentence.range.begin == line.range.begin;
      if (first_of_line && (sentence.line > 0 && document.lines()[sentence.line - 1].paragraph == line.paragraph)) continue;
      const Word& word = document.words().empty() ? Word{} : document.words()[document.word_at(sentence.range.begin)];
      if (word.range.begin != sentence.range.begin || word.shape != Shape::lower || word.range.size() == 0) continue;
      const char last = document.text()[sentence.range.end - 1];
      if (first_of_line && last != '.' && last != '!' && last != '?') continue;
      const std::string text(document.text(word.range));
      if (std::find(allow_.begin(), allow_.end(), text) != allow_.end()) continue;
      const WordFacts facts = Lexicon::embedded().find(text);
      if (!facts.lower()) continue;  // a name or a slip: other rules speak
      report(document, word.range, out);
    }
  }

  void report(const Document& document, Range range, std::vector<Finding>& out) const {
    if (!conditions_.hold(document, range)) return;
    std::string right(document.text(range));
    right[0] = to_upper(right[0]);
    Finding found = finding(document, range, {{"match", std::string(document.text(range))}, {"1", right}});
    found.suggestions = {{right, "", true}};
    out.push_back(std::move(found));
  }

  std::vector<std::string> allow_;
};

}  // namespace

std::unique_ptr<Rule> make_capitalization(const MakeContext& context) { return std::make_unique<CapitalizationRule>(context); }

}  // namespace careportal_lint::kinds
