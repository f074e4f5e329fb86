#include "text/english.h"

#include <algorithm>
#include <array>
#include <map>

#include "text/document.h"

namespace careportal_lint {
namespace {

bool starts_with_any(std::string_view word, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return word.starts_with(start); });
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// An acronym is spelled out when it cannot be read as a word: no vowel where it begins, or short.
bool is_spelled_out(std::string_view word) {
  if (word.size() < 2) return word.size() == 1;
  if (!std::all_of(word.begin(), word.end(), [](char c) { return is_upper(c) || is_digit(c); })) return false;
  if (word.size() <= 3) return true;
  const std::string_view begin = word.substr(0, 3);
  return std::none_of(begin.begin(), begin.end(), [](char c) { return is_vowel(to_lower(c)); });
}

const std::map<std::string, std::string, std::less<>>& irregular_plurals() {
  static const std::map<std::string, std::string, std::less<>> words = {
      {"child", "children"}, {"person", "people"}, {"man", "men"},     {"woman", "women"}, {"foot", "feet"},
      {"tooth", "teeth"},    {"wife", "wives"},    {"life", "lives"},  {"baby", "babies"}, {"shelf", "shelves"},
      {"knife", "knives"},   {"half", "halves"},   {"loaf", "loaves"}, {"leaf", "leaves"}, {"grandchild", "grandchildren"}};
  return words;
}

}  // namespace

bool begins_with_letter_x(std::string_view word) {
  // "Xmas" is read as Christmas, "xylophone" as with a z
  const bool said = to_lower(word).starts_with("xmas") || to_lower(word).starts_with("xyl");
  return word.size() > 1 && to_lower(word[0]) == 'x' && !is_vowel(to_lower(word[1])) && !said;
}

std::string_view indefinite_article(std::string_view word) {
  if (word.empty()) return "a";
  if (is_digit(word[0])) {
    // eight, eleven, eighteen, eighty
    const bool eleven_or_eighteen = (word.starts_with("11") || word.starts_with("18")) && (word.size() == 2 || !is_digit(word[2]));
    return word[0] == '8' || eleven_or_eighteen ? "an" : "a";
  }
  const bool letter_first = word.size() > 1 && word[1] == '-' && is_upper(word[0]);  // "an X-ray", "a U-shaped desk"
  if (is_spelled_out(word) || letter_first) return std::string_view("AEFHILMNORSX").find(word[0]) != std::string_view::npos ? "an" : "a";
  const std::string lower = to_lower(word);
  if (starts_with_any(lower, {"hour", "honest", "honor", "heir", "herb"}) || begins_with_letter_x(word)) return "an";
  // the letter y alone is a vowel: ytterbium, Yvonne
  if (lower[0] == 'y' && lower.size() > 2 && !is_vowel(lower[1])) return "an";
  if (starts_with_any(lower, {"uni",  "unanim", "use",  "usual", "usab", "eu",  "ewe", "one-", "once", "ubiq", "uke", "ukr", "ukul",
                              "utah", "uten",   "uter", "uti",   "uto",  "ura", "ure", "uri",  "uro",  "uvu",  "u-",  "oui", "ouija"})) {
    return starts_with_any(lower, {"unin", "unim", "unid", "unil"}) && !starts_with_any(lower, {"unilat", "unidirec"}) ? "an" : "a";
  }
  if (lower == "one" || lower == "u" || lower.starts_with("onesie")) return "a";
  return is_vowel(lower[0]) ? "an" : "a";
}

std::string plural(std::string_view phrase) {
  std::size_t begin = phrase.size();
  while (begin > 0 && is_word_char(phrase[begin - 1])) --begin;
  const std::string_view word = phrase.substr(begin);
  std::string out(phrase);
  if (word.empty() || looks_plural(to_lower(word))) return out;
  const auto irregular = irregular_plurals().find(to_lower(word));
  if (irregular != irregular_plurals().end()) return std::string(phrase.substr(0, begin)) + irregular->second;
  const char last = to_lower(word.back());
  const char before = word.size() > 1 ? to_lower(word[word.size() - 2]) : '\0';
  if (last == 'y' && !is_vowel(before)) {
    out.pop_back();
    return out + "ies";
  }
  const bool hissing = last == 's' || last == 'x' || last == 'z' || (last == 'h' && (before == 'c' || before == 's'));
  return out + (hissing ? "es" : "s");
}

std::string possessive(std::string_view phrase) {
  std::string out(phrase);
  if (out.empty()) return out;
  const bool plural_s = out.back() == 's' && looks_plural(to_lower(out.substr(out.find_last_of(" -") + 1)));
  return out + (plural_s ? "'" : "'s");
}

bool looks_plural(std::string_view word) {
  if (word == "children" || word == "people" || word == "men" || word == "women" || word == "feet" || word == "grandchildren") return true;
  if (word.size() < 3 || word.back() != 's') return false;
  if (word.ends_with("ss") || word.ends_with("us") || word.ends_with("is")) return false;
  return word != "gas" && word != "lens" && word != "news" && word != "always" && word != "his" && word != "this";
}

}  // namespace careportal_lint
