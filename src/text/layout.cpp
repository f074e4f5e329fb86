#include "text/layout.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace careportal_lint {
namespace {

// A shorter line was ended on purpose, not wrapped by an editor.
constexpr std::size_t kShortestWrappedLine = 30;

bool is_blank_char(char c) { return c == ' ' || c == '\t' || c == '\f' || c == '\v'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alpha(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

// Length of "- ", "* ", "1. ", "2) ", a bullet sign and the like at the start of `line`, or 0.
std::size_t bullet_length(std::string_view line) {
  std::size_t mark = 0;
  for (const std::string_view sign : {"-", "*", "+", "o", "\xE2\x80\xA2", "\xE2\x80\x93", "\xE2\x80\x94", "\xC2\xB7", "\xE2\x97\xA6",
                                      "\xE2\x96\xAA", "\xE2\x9C\x93", "\xE2\x9C\x94", "\xE2\x98\x90", "[ ]", "[x]", ">"}) {
    if (line.starts_with(sign)) mark = sign.size();
  }
  if (mark == 0) {
    while (mark < line.size() && mark < 2 && is_digit(line[mark])) ++mark;
    if (mark == 0 || mark >= line.size() || (line[mark] != '.' && line[mark] != ')')) return 0;
    ++mark;
  }
  const std::size_t after = mark;
  while (mark < line.size() && is_blank_char(line[mark])) ++mark;
  // "-twin bed" is a list item, "5.5" and "*wide* beds" are not
  const bool dash = line[0] == '-' && after < line.size() && is_alpha(line[after]);
  return mark > after || dash ? mark : 0;
}

// "2. two beds" is a list item when a "1." stands before; "ages 5 to / 12. A booster" is a sentence that was wrapped.
bool is_later_number(std::string_view line) { return is_digit(line[0]) && !(line[0] == '1' && !is_digit(line[1])); }

// "Name:", "Case ID:", "Needs for the boys:" at the start: at most four words before the colon.
bool starts_with_label(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 40 || !is_alpha(line[0])) return false;
  if (colon + 1 < line.size() && is_digit(line[colon + 1])) return false;
  const std::string_view label = line.substr(0, colon);
  if (label.find_first_of(".,;!?") != std::string_view::npos) return false;
  return std::count(label.begin(), label.end(), ' ') < 4;
}

std::size_t first_word_length(std::string_view line) { return std::min(line.find(' '), line.size()); }

// "They have asked / for used instruments: a drum": small letters of a sentence that is not at its end.
bool goes_on(std::string_view text, const LayoutLine& previous, std::string_view content) {
  const std::size_t blank = content.find(' ');
  return std::islower(static_cast<unsigned char>(content[0])) != 0 && blank < content.find(':') && is_alpha(text[previous.end - 1]);
}

// After "quick to" more must come, and something must come before "for the boys".
constexpr auto kLeads = std::to_array<std::string_view>({"a", "an", "her", "his", "our", "that", "the", "their", "who"});
constexpr auto kJoins = std::to_array<std::string_view>({"and", "at", "but", "by", "for", "from", "in", "of", "on", "or", "to", "with"});

template <typename List>
bool is_in(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

std::string_view last_word(std::string_view line) {
  std::size_t begin = line.size();
  while (begin > 0 && is_alpha(line[begin - 1])) --begin;
  return line.substr(begin);
}

bool wraps(std::string_view text, const LayoutLine& previous, const LayoutLine& line, std::size_t widest) {
  const std::size_t length = previous.end - previous.begin;
  if (line.list_item || length < kShortestWrappedLine) return false;
  if (text[previous.end - 1] == ':') return false;
  const std::string_view content = text.substr(line.content, line.end - line.content);
  if (line.label && !goes_on(text, previous, content)) return false;
  const std::string_view next = content.substr(0, first_word_length(content));
  const std::string_view last = last_word(text.substr(previous.begin, length));
  if (std::islower(static_cast<unsigned char>(content[0])) != 0 && is_alpha(text[previous.end - 1]) &&
      (is_in(kJoins, next) || is_in(kJoins, last) || is_in(kLeads, last))) {
    return true;
  }
  // The next word would not have fitted; with some room for editors that break early.
  return length + 1 + first_word_length(content) + 6 > widest;
}

void join_wrapped(std::string_view text, std::vector<LayoutLine>& lines) {
  for (std::size_t first = 0; first < lines.size();) {
    std::size_t last = first;
    std::size_t widest = 0;
    while (last < lines.size() && !lines[last].blank) {
      widest = std::max(widest, lines[last].end - lines[last].begin);
      ++last;
    }
    // A single long line (a paragraph typed without line ends) says nothing about the width of the others.
    for (std::size_t i = first + 1; i < last; ++i) {
      lines[i].joined = widest <= 200 && wraps(text, lines[i - 1], lines[i], widest);
    }
    first = std::max(last, first + 1);
  }
}

}  // namespace

std::vector<LayoutLine> layout_lines(std::string_view text) {
  std::vector<LayoutLine> lines;
  bool numbered = false;  // a numbered list has begun
  for (std::size_t pos = 0; pos < text.size();) {
    LayoutLine line;
    line.begin = pos;
    line.end = std::min(text.find_first_of("\r\n", pos), text.size());
    pos = line.end;
    if (pos < text.size()) pos += text.substr(pos).starts_with("\r\n") ? 2 : 1;
    line.content = line.begin;
    while (line.content < line.end && is_blank_char(text[line.content])) ++line.content;
    line.blank = line.content == line.end;
    const std::string_view content = text.substr(line.content, line.end - line.content);
    std::size_t bullet = line.blank ? 0 : bullet_length(content);
    if (bullet > 0 && is_digit(content[0])) {
      if (is_later_number(content) && !numbered) bullet = 0;
      numbered = numbered || bullet > 0;
    }
    line.list_item = bullet > 0;
    line.content = std::min(line.content + bullet, line.end);
    line.label = !line.blank && starts_with_label(text.substr(line.content, line.end - line.content));
    lines.push_back(line);
  }
  join_wrapped(text, lines);
  return lines;
}

}  // namespace careportal_lint
