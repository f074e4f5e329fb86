#include "text/document.h"

#include <algorithm>
#include <array>

#include "text/sentences.h"

namespace careportal_lint {
namespace {

template <typename Items, typename Begin>
std::size_t last_at_or_before(const Items& items, std::uint32_t pos, Begin begin) {
  const auto next =
      std::upper_bound(items.begin(), items.end(), pos, [&](std::uint32_t value, const auto& item) { return value < begin(item); });
  return next == items.begin() ? 0 : static_cast<std::size_t>(next - items.begin() - 1);
}

bool is_clause_sign(char c) { return c == ',' || c == ';' || c == ':' || c == '(' || c == ')'; }

// Words that open a clause of their own, in any case.
bool opens_clause(std::string_view word) {
  constexpr auto kOpeners = std::to_array<std::string_view>({"but", "because", "so", "although", "while"});
  return std::any_of(kOpeners.begin(), kOpeners.end(), [&](std::string_view opener) {
    return std::equal(opener.begin(), opener.end(), word.begin(), word.end(), [](char a, char b) { return a == to_lower(b); });
  });
}

}  // namespace

std::string to_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = to_lower(c);
  return out;
}

Shape shape_of(std::string_view token) {
  std::size_t upper = 0;
  std::size_t lower = 0;
  std::size_t digits = 0;
  for (const char c : token) {
    upper += is_upper(c) ? 1 : 0;
    lower += is_lower(c) ? 1 : 0;
    digits += is_digit(c) ? 1 : 0;
  }
  if (digits > 0) return upper + lower > 0 ? Shape::alphanumeric : Shape::digits;
  if (upper == 0) return Shape::lower;
  if (lower == 0) return Shape::upper;
  return upper == 1 && is_upper(token.front()) ? Shape::capitalized : Shape::mixed;
}

Document::Document(const SourceText& source) : source_(source), folded_(fold(source.text())) {
  tokenize();
  join_words();
  split_sentences();
  judge_case();
}

void Document::tokenize() {
  const std::string_view all = text();
  tokens_.reserve(all.size() / 5);
  for (std::uint32_t pos = 0; pos < all.size();) {
    if (!is_word_char(all[pos])) {
      ++pos;
      continue;
    }
    std::uint32_t end = pos + 1;
    while (end < all.size() && is_word_char(all[end])) ++end;
    tokens_.push_back({{pos, end}, shape_of(all.substr(pos, end - pos))});
    pos = end;
  }
}

void Document::join_words() {
  words_.reserve(tokens_.size());
  for (std::uint32_t i = 0; i < tokens_.size();) {
    std::uint32_t last = i;
    const auto joined = [&](std::uint32_t token) {
      return token + 1 < tokens_.size() && tokens_[token + 1].range.begin == tokens_[token].range.end + 1 &&
             text()[tokens_[token].range.end] == '\'' && is_lower(to_lower(text()[tokens_[token + 1].range.begin]));
    };
    while (joined(last)) ++last;
    Word word;
    word.range = {tokens_[i].range.begin, tokens_[last].range.end};
    word.first_token = i;
    word.token_count = last - i + 1;
    word.shape = last == i ? tokens_[i].shape : shape_of(text(word.range));
    const Span original = to_original(word.range);
    if (original.size() != word.range.size()) {
      // the same folding cannot be undone: look for letters that only have a stand-in
      const std::string_view bytes = source_.text().substr(original.begin, original.size());
      const FoldedText again = fold(bytes);
      word.foreign =
          std::count(again.text.begin(), again.text.end(), kForeignLetter) > std::count(bytes.begin(), bytes.end(), kForeignLetter);
    }
    words_.push_back(word);
    i = last + 1;
  }
}

void Document::split_sentences() {
  for (std::uint32_t line = 0; line < lines().size(); ++line) {
    for (const Range range : split_line(text(), lines()[line].range)) sentences_.push_back({range, line});
  }
}

void Document::judge_case() {
  struct Letters {
    std::size_t upper = 0;
    std::size_t lower = 0;
    [[nodiscard]] bool shout() const { return upper > 15 && upper * 10 > (upper + lower) * 6; }
  };
  Letters all;
  for (const Line& line : lines()) {
    Letters letters;
    for (const char c : text(line.range)) {
      letters.upper += is_upper(c) ? 1 : 0;
      letters.lower += is_lower(c) ? 1 : 0;
    }
    caps_lines_.push_back(letters.shout());
    all.upper += letters.upper;
    all.lower += letters.lower;
  }
  all_caps_ = all.shout();
  all_lower_ = hardly_any_capitals(all.upper, all.lower);
}

bool Document::caps_around(Range range) const { return !caps_lines_.empty() && caps_lines_[line_at(range.begin)]; }

std::string_view Document::original(Range range) const {
  if (range.empty()) return {};
  const Span span = to_original(range);
  return source_.text().substr(span.begin, span.size());
}

std::size_t Document::line_at(std::uint32_t pos) const {
  return last_at_or_before(lines(), pos, [](const Line& line) { return line.range.begin; });
}
std::size_t Document::sentence_at(std::uint32_t pos) const {
  return last_at_or_before(sentences_, pos, [](const Sentence& sentence) { return sentence.range.begin; });
}
std::size_t Document::word_at(std::uint32_t pos) const {
  return last_at_or_before(words_, pos, [](const Word& word) { return word.range.begin; });
}
std::size_t Document::token_at(std::uint32_t pos) const {
  return last_at_or_before(tokens_, pos, [](const Token& token) { return token.range.begin; });
}

Range Document::scope(Scope scope, Range match) const {
  const Range everything{0, static_cast<std::uint32_t>(text().size())};
  if (scope == Scope::draft || lines().empty()) return everything;
  const Line& line = lines()[line_at(match.begin)];
  if (scope == Scope::line) return line.range;
  if (scope == Scope::paragraph) {
    std::size_t first = line_at(match.begin);
    std::size_t last = first;
    while (first > 0 && lines()[first - 1].paragraph == line.paragraph) --first;
    while (last + 1 < lines().size() && lines()[last + 1].paragraph == line.paragraph) ++last;
    const Range range{lines()[first].range.begin, lines()[last].range.end};
    return range;
  }
  Range range = sentences_[sentence_at(match.begin)].range;
  range.end = std::max(range.end, match.end);
  if (scope == Scope::sentence) return range;

  const auto is_dash = [&](std::uint32_t pos) {
    return text()[pos] == '-' && pos > range.begin && (text()[pos - 1] == ' ' || text()[pos - 1] == '-');
  };
  const auto word_from = [&](std::uint32_t pos) {
    std::uint32_t word_end = pos;
    while (word_end < range.end && is_word_char(text()[word_end])) ++word_end;
    return text({pos, word_end});
  };
  std::uint32_t begin = match.begin;
  while (begin > range.begin) {
    const char before = text()[begin - 1];
    if (is_clause_sign(before) || is_dash(begin - 1)) break;
    if (!is_word_char(before) && begin < match.begin && opens_clause(word_from(begin))) break;
    --begin;
  }
  std::uint32_t end = match.end;
  while (end < range.end) {
    if (is_clause_sign(text()[end]) || is_dash(end)) break;
    if (text()[end] == ' ' && opens_clause(word_from(end + 1))) break;
    ++end;
  }
  return {begin, end};
}

bool Document::starts_sentence(std::uint32_t pos) const {
  if (sentences_.empty()) return true;
  std::uint32_t begin = sentences_[sentence_at(pos)].range.begin;
  while (begin < pos && !is_word_char(text()[begin])) ++begin;
  return begin == pos;
}

}  // namespace careportal_lint
