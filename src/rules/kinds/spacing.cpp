// spacing: a blank before a comma, none after it, doubled signs and blanks, a last sentence without its period. Looks at
// folded text, where runs of blanks and wrapped lines are one blank; how many there were is seen in the original.
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
    const bool doubled_blanks = document.source().text().find("  ") != std::string_view::npos;
    for (const Line& line : document.lines()) {
      if (doubled_blanks) check_blanks(context, line.range, out);
      check_end(context, line.range, out);
      for (std::uint32_t i = line.range.begin; i < line.range.end; ++i) {
        const char c = text[i];
        if (std::string_view(",;.?!:").find(c) == std::string_view::npos) continue;
        const char before = i > line.range.begin ? text[i - 1] : '\n';
        const char after = i + 1 < line.range.end ? text[i + 1] : '\n';
        const bool at_end = after == ' ' || after == '\n';
        if (before == ' ' && at_end && i >= line.range.begin + 2 && is_word_char(text[i - 2])) {
          report(context, {i - 1, i + 1}, std::string(1, c), out);
        } else if ((c == ',' || c == ';' || c == ':') && after == c && (c != ':' || is_letter(before))) {
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

  // "both  boys". After a full stop two blanks are a habit, three and more are a table.
  void check_blanks(const CheckContext& context, Range line, std::vector<Finding>& out) const {
    const Document& document = context.document;
    const std::string_view text = document.text();
    for (std::uint32_t i = line.begin + 1; i + 1 < line.end; ++i) {
      if (text[i] != ' ' || (!is_word_char(text[i - 1]) && text[i - 1] != ',') || !is_letter(text[i + 1])) continue;
      const std::size_t begin = document.to_original({i - 1, i}).end;
      const std::size_t end = document.to_original({i + 1, i + 2}).begin;
      if (document.source().text().substr(begin, end - begin) != "  ") continue;
      const Range around{document.words()[document.word_at(i - 1)].range.begin, document.words()[document.word_at(i + 1)].range.end};
      report(context, around, std::string(document.text(around)), out);
    }
  }

  // "They moved in on Friday. They need beds for the boys": the sentences before it have their marks.
  void check_end(const CheckContext& context, Range line, std::vector<Finding>& out) const {
    constexpr std::size_t kSentence = 4;  // words; fewer are a label or a name
    const Document& document = context.document;
    const std::string_view text = document.text();
    if (line.empty() || !is_word_char(text[line.end - 1])) return;
    const std::size_t next = text.find_first_not_of("\n ", line.end);
    if (next != std::string_view::npos && is_lower(text[next])) return;  // it goes on there
    const std::size_t last = document.sentence_at(line.end - 1);
    const Range sentence = document.sentences()[last].range;
    if (sentence.begin <= line.begin || last == 0 || text.substr(sentence.begin, sentence.size()).find(':') != std::string_view::npos)
      return;
    const Range earlier = document.sentences()[last - 1].range;
    if (count_words(document, sentence) < kSentence || count_words(document, earlier) < kSentence) return;
    const std::size_t mark = text.substr(0, earlier.end).find_last_not_of(' ');
    if (mark == std::string_view::npos || std::string_view(".!?").find(text[mark]) == std::string_view::npos) return;
    const Word& word = document.words()[document.word_at(line.end - 1)];
    report(context, word.range, std::string(document.text(word.range)) + ".", out);
  }

  static std::size_t count_words(const Document& document, Range range) {
    return document.word_at(range.end - 1) - document.word_at(range.begin) + 1;
  }

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
