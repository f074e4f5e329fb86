#include "rules/deletion.h"

#include <algorithm>

#include "rules/rewrite_words.h"
#include "rules/sentence_case.h"
#include "text/english.h"

namespace careportal_lint {
namespace {

bool is_link(std::string_view word) { return is_in(word, {"and", "or", "but", "n", "plus"}); }

// Words that lead to another one, and say nothing before a sign or the end.
bool is_lead(std::string_view word) {
  return is_link(word) || is_in(word, {"a",  "an",   "the", "my",      "our", "their", "your",    "with",  "for",  "at", "by",    "from",
                                       "to", "into", "via", "through", "of",  "in",    "because", "about", "near", "on", "around"});
}

// Words after which a noun is awaited: "and" may not follow.
bool awaits_noun(std::string_view word) {
  return is_lead(word) ||
         is_in(word, {"is", "are", "was", "were", "has", "have", "had", "needs", "need", "wants", "gets", "get", "receives"});
}

// Words before which an article cannot stand.
bool is_no_noun(std::string_view word) {
  return is_link(word) ||
         is_in(word, {"is",   "are", "was", "were", "has",  "have",  "had",   "in",  "on", "at",      "of",   "for",   "with", "to",
                      "from", "by",  "who", "that", "will", "would", "could", "can", "so", "because", "when", "while", "if"});
}

class Deletion {
 public:
  Deletion(const Document& document, Range range) : document_(document), text_(document.text()), range_(range) {
    if (document.lines().empty()) return;
    line_ = document.lines()[document.line_at(range.begin)].range;
    line_.end = std::max(line_.end, range.end);
    list_item_ = document.lines()[document.line_at(range.begin)].list_item;
    starts_ = document.starts_sentence(range.begin);
  }

  Edit mended() {
    drop_brackets();
    if (starts_) {
      mend_start();
    } else {
      mend_inside();
    }
    return {range_, text_of_edit_};
  }

 private:
  [[nodiscard]] char at(std::uint32_t pos) const { return pos < line_.end ? text_[pos] : '\n'; }
  [[nodiscard]] char before(std::uint32_t pos) const { return pos > line_.begin ? text_[pos - 1] : '\n'; }
  [[nodiscard]] std::uint32_t skip_blanks(std::uint32_t pos) const {
    while (at(pos) == ' ') ++pos;
    return pos;
  }
  [[nodiscard]] std::uint32_t skip_blanks_back(std::uint32_t pos) const {
    while (before(pos) == ' ') --pos;
    return pos;
  }
  [[nodiscard]] std::uint32_t word_begin(std::uint32_t end) const {
    while (is_word_char(before(end)) || before(end) == '\'') --end;
    return end;
  }
  [[nodiscard]] std::uint32_t word_end(std::uint32_t begin) const {
    while (is_word_char(at(begin)) || at(begin) == '\'') ++begin;
    return begin;
  }
  static bool is_end(char c) { return c == '.' || c == '!' || c == '?' || c == '\n'; }

  void drop_brackets() {
    const auto encloses = [](char open, char close) {
      return (open == '(' && close == ')') || (open == '[' && close == ']') || (open == '"' && close == '"');
    };
    while (range_.begin > line_.begin && range_.end < line_.end && encloses(before(range_.begin), at(range_.end))) {
      --range_.begin;
      ++range_.end;
    }
    if (range_.begin > line_.begin && document_.starts_sentence(range_.begin)) starts_ = true;
  }

  // What follows becomes the begin of the sentence.
  void mend_start() {
    const bool large = begins_large(document_, range_);
    std::uint32_t next = skip_blanks(range_.end);
    while (at(next) == ',' || at(next) == ';' || (at(next) == '-' && at(next + 1) == ' ')) next = skip_blanks(next + 1);
    if (is_link(to_lower(text_.substr(next, word_end(next) - next)))) next = skip_blanks(word_end(next));
    if (is_end(at(next))) {  // nothing is left of the sentence
      while (next < line_.end && is_end(at(next))) ++next;
      const std::uint32_t following = skip_blanks(next);
      if (following < line_.end) {
        range_.end = following;
      } else {
        range_.begin = skip_blanks_back(range_.begin);
        range_.end = next;
      }
      return;
    }
    range_.end = next;
    if (large && !list_item_) begin_with(next);
  }

  // The word at `begin` becomes the first of the sentence.
  void begin_with(std::uint32_t begin) {
    const Range word{begin, word_end(begin)};
    if (!is_lower(at(begin)) || word.empty()) return;
    const Span span = document_.to_original(word);
    const std::string_view written = document_.source().text().substr(span.begin, span.size());
    if (!is_lower(written[0])) return;  // a letter with an accent
    range_.end = word.end;
    text_of_edit_ = written;
    text_of_edit_[0] = to_upper(text_of_edit_[0]);
  }

  void mend_inside() {
    const std::uint32_t next = skip_blanks(range_.end);
    const char sign = at(next);
    if (is_end(sign) || sign == ',' || sign == ';' || sign == ')') {
      if (strip_leads()) return mend_start();
      if (before(range_.begin) != '\n') range_.end = next;
      return;
    }
    if (before(range_.begin) != ' ') {
      if (before(range_.begin) == '(') range_.end = next;
      return;
    }
    const std::uint32_t left = skip_blanks_back(range_.begin);
    const std::uint32_t from = word_begin(left);
    const std::string last = to_lower(text_.substr(from, left - from));
    const std::uint32_t next_end = word_end(next);
    const std::string following = to_lower(text_.substr(next, next_end - next));
    if (at(range_.end) == ' ') range_.begin = left;  // one blank is enough
    if (following.empty()) return;
    if ((is_link(following) && awaits_noun(last)) || (following == last && last != "that" && last != "had")) {
      range_.end = next_end;
      if (is_link(following) && (is_article(last) || last == "the")) {  // "was a [mess] and sad"
        range_ = {from, skip_blanks(next_end)};
      }
      return;
    }
    if (!is_article(last) && last != "the") return;
    const bool goes = is_no_noun(following);
    const std::string_view article = goes ? "" : last == "the" ? "the" : indefinite_article(following);
    if (article == last) return;
    const bool begins = document_.starts_sentence(from);
    range_.begin = from;
    if (!article.empty()) {
      text_of_edit_ = article;
      if (is_upper(text_[from])) text_of_edit_[0] = to_upper(text_of_edit_[0]);
      return;
    }
    range_.end = next;
    if (begins && is_upper(text_[from])) begin_with(next);
  }

  // Before a sign or an end: "food, and [x]." -> "food." True when nothing of the sentence is left before it.
  bool strip_leads() {
    constexpr int kMost = 4;
    std::uint32_t begin = skip_blanks_back(range_.begin);
    for (int i = 0; i < kMost && begin > line_.begin; ++i) {
      const char last = before(begin);
      if (last == ',' || last == ';' || (last == '-' && before(begin - 1) == ' ') || (last == '&' && before(begin - 1) == ' ')) {
        begin = skip_blanks_back(begin - 1);
        continue;
      }
      const std::uint32_t from = word_begin(begin);
      const std::string word = to_lower(text_.substr(from, begin - from));
      if (from < begin && document_.starts_sentence(from) && (is_lead(word) || is_in(word, {"her", "his", "its"}))) {
        range_.begin = from;  // "Her [case number is ..]."
        return true;
      }
      if (from == begin || document_.starts_sentence(from) || before(from) != ' ' || !is_lead(word)) break;
      const std::uint32_t left = skip_blanks_back(from);
      const std::uint32_t left_begin = word_begin(left);
      // "is in [x]." would leave "is."
      if (is_in(to_lower(text_.substr(left_begin, left - left_begin)), {"is", "are", "was", "were", "been", "be"})) break;
      begin = left;
    }
    range_.begin = begin;
    return false;
  }

  const Document& document_;
  std::string_view text_;
  Range range_;
  Range line_{};
  bool list_item_ = false;
  bool starts_ = false;
  std::string text_of_edit_;
};

}  // namespace

Edit delete_cleanly(const Document& document, Range range) { return Deletion(document, range).mended(); }

}  // namespace careportal_lint
