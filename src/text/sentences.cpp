#include "text/sentences.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/document.h"

namespace careportal_lint {
namespace {

// Words whose period does not end a sentence when more follows.
constexpr auto kAbbreviations = std::to_array<std::string_view>(
    {"approx", "apt", "atty", "aug", "ave",  "avg", "bldg", "blvd", "bro",   "capt", "ct",   "dec", "dept", "det", "dr",   "ea",   "eg",
     "elem",   "etc", "ext",  "feb", "fri",  "ft",  "gal",  "gov",  "hon",   "hr",   "hrs",  "hwy", "ie",   "inc", "incl", "jan",  "jr",
     "lb",     "lbs", "ln",   "lt",  "ltd",  "max", "min",  "misc", "mon",   "mos",  "mr",   "mrs", "ms",   "mt",  "mx",   "no",   "nov",
     "oct",    "ofc", "oz",   "pkg", "pkwy", "pl",  "prof", "pt",   "qt",    "rd",   "rep",  "rev", "rm",   "sat", "sen",  "sept", "sgt",
     "sr",     "st",  "ste",  "sun", "sz",   "tel", "temp", "thur", "thurs", "tue",  "tues", "vs",  "wed",  "wk",  "wks",  "yr",   "yrs"});

// Of these, the ones that can also close a sentence: only a lower-case word or a digit after them keeps it going.
constexpr auto kClosers = std::to_array<std::string_view>(
    {"ave", "blvd", "ct",  "ea",  "etc",  "fri",  "ft",    "gal", "hr",   "hrs", "hwy",  "inc", "jr", "lb", "lbs",
     "ln",  "ltd",  "max", "min", "misc", "mon",  "mos",   "no",  "oz",   "pkg", "pkwy", "pl",  "pt", "qt", "rd",
     "sat", "sr",   "sun", "sz",  "temp", "thur", "thurs", "tue", "tues", "wed", "wk",   "wks", "yr", "yrs"});

template <typename List>
bool has(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_closing_sign(char c) { return c == '"' || c == '\'' || c == ')' || c == ']'; }

// The period at `pos` belongs to an abbreviation or an initial.
bool is_inner_period(std::string_view text, Range line, std::uint32_t pos, std::uint32_t next) {
  std::uint32_t begin = pos;
  while (begin > line.begin && is_word_char(text[begin - 1])) --begin;
  const std::string word = to_lower(text.substr(begin, pos - begin));
  if (word.empty()) return false;
  const bool next_continues = is_lower(text[next]) || is_digit(text[next]);
  if (word.size() == 1 && !is_digit(word[0])) {
    const bool dotted = begin > line.begin && text[begin - 1] == '.';  // a.m., U.S.
    if (dotted) return next_continues;
    return word != "i" || next_continues;
  }
  if (word == "no") return is_digit(text[next]);
  if (word == "in") {  // inches
    const std::uint32_t space = begin > line.begin && (text[begin - 1] == ' ' || text[begin - 1] == '-') ? 1 : 0;
    return next_continues && begin > line.begin + space && is_digit(text[begin - 1 - space]);
  }
  return has(kAbbreviations, word) && (next_continues || !has(kClosers, word));
}

}  // namespace

std::vector<Range> split_line(std::string_view text, Range line) {
  std::vector<Range> out;
  out.reserve(8);
  std::uint32_t begin = line.begin;
  for (std::uint32_t pos = line.begin; pos < line.end; ++pos) {
    const char c = text[pos];
    if (c != '.' && c != '!' && c != '?') continue;
    std::uint32_t end = pos + 1;
    while (end < line.end && (text[end] == '.' || text[end] == '!' || text[end] == '?')) ++end;
    while (end < line.end && is_closing_sign(text[end])) ++end;
    if (end >= line.end) break;
    if (text[end] != ' ') {
      // "came home.She": a missing blank; "Dr.Brown", "a.m", "2.5" and "example.com" are none
      const bool glued = c == '.' && end == pos + 1 && is_upper(text[end]) && end + 1 < line.end && is_lower(text[end + 1]) &&
                         pos > begin + 2 && is_lower(text[pos - 1]) && is_lower(text[pos - 2]);
      if (!glued || is_inner_period(text, line, pos, end)) continue;
    } else if (c == '.' && is_inner_period(text, line, pos, end + 1)) {
      continue;
    }
    out.push_back({begin, end});
    begin = end;
    while (begin < line.end && text[begin] == ' ') ++begin;
    pos = begin == line.end ? line.end : begin - 1;
  }
  if (begin < line.end) out.push_back({begin, line.end});
  return out;
}

}  // namespace careportal_lint
