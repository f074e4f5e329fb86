// spacing: a blank before a comma, none after it, doubled signs. Looks at folded text, where runs of blanks and wrapped
// lines are one blank already; doubled blanks inside a line are looked for in the original.
#include "lexicon/lexicon.h"
#include "rules/kinds/rule_base.h"

namespace careportal_lint::kinds {
namespace {

class SpacingRule final : public RuleBase {
 public:
  explicit SpacingRule(const MakeContext& context) : RuleBase(context) {}

  void check(const CheckContext& context, std::vector<Finding>& out) const override {
    const Document& document = context.document;
    const std::string_view text = document.text();
    for (const Line& line : document.lines()) {
      for (std::uint32_t i = line.range.begin; i < line.range.end; ++i) {
        const char c = text[i];
        if (std::string_view(",;.?!:").find(c) == std::string_view::npos) continue;
        const char before = i > line.range.begin ? text[i - 1] : '\n';
        const char after = i + 1 < line.range.end ? text[i + 1] : '\n';
        const bool at_end = after == ' ' || after == '\n';
        if (before == ' ' && at_end && i >= line.range.begin + 2 && is_word_char(text[i - 2])) {
          report(context, {i - 1, i + 1}, std::string(1, c), out);
        } else if ((c == ',' || c == ';') && after == c) {
          report(context, {i, i + 2}, std::string(1, c), out);
          ++i;
        } else if (c == ',' && is_letter(before) && is_letter(after)) {
          report(context, {i, i + 1}, ", ", out);
        } else if (c == '.' && after == '.' && before != '.' && is_letter(before) && (i + 2 >= line.range.end || text[i + 2] == ' ')) {
          report(context, {i, i + 2}, ".", out);
          ++i;
        } else if ((c == ',' && (after == '.' || after == ';')) || (c == '.' && after == ',' && is_end_of_word(document, i))) {
          report(context, {i, i + 2}, std::string(1, c == '.' ? c : after), out);
          ++i;
        } else if (is_letter(before) && is_letter(after) && joins_words(document, i)) {
          report(context, {i, i + 1}, std::string(1, c) + " ", out);
        }
      }
    }
  }

 private:
  static bool is_letter(char c) { return is_lower(c) || is_upper(c); }

  // Two words of the language, with nothing around them that an address, a link or a file name would have.
  static bool joins_words(const Document& document, std::uint32_t at) {
    const std::string_view text = document.text();
    const Word& left = document.words()[document.word_at(at - 1)];
    const Word& right = document.words()[document.word_at(at + 1)];
    if (left.range.end != at || right.range.begin != at + 1 || left.range.size() < 2 || right.range.size() < 2) return false;
    // "May.They" is a missing blank, "example.org" an address
    if (text[at] == '.' && (!is_upper(text[at + 1]) || right.shape != Shape::capitalized)) return false;
    const char first = left.range.begin > 0 ? text[left.range.begin - 1] : ' ';
    const char last = right.range.end < text.size() ? text[right.range.end] : ' ';
    if (std::string_view("@/\\._-#:&=").find(first) != std::string_view::npos) return false;
    if (std::string_view("@/\\_#&=:").find(last) != std::string_view::npos) return false;
    return is_language(document, left) && is_language(document, right);
  }

  static bool is_language(const Document& document, const Word& word) {
    return Lexicon::embedded().find(to_lower(document.text(word.range))).lower();
  }

  // "etc.," and "Jr.," are right, "home.," is not.
  static bool is_end_of_word(const Document& document, std::uint32_t at) {
    const Word& word = document.words()[document.word_at(at - 1)];
    if (word.range.end != at || word.range.size() < 4 || word.shape != Shape::lower) return false;
    const WordFacts facts = Lexicon::embedded().find(to_lower(document.text(word.range)));
    return facts.lower() && facts.commonness() <= 3 && document.text(word.range) != "approx";
  }

  void report(const CheckContext& context, Range range, const std::string& right, std::vector<Finding>& out) const {
    if (!conditions_.hold(context, range)) return;
    Finding found = finding(context, range);
    found.suggestions = {{right, "", true}};
    out.push_back(std::move(found));
  }
};

}  // namespace

std::unique_ptr<Rule> make_spacing(const MakeContext& context) { return std::make_unique<SpacingRule>(context); }

}  // namespace careportal_lint::kinds
