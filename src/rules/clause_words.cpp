#include "rules/clause_words.h"

#include <algorithm>

namespace careportal_lint {

const std::vector<std::string>& clause_word_names() {
  static const std::vector<std::string> names = {
      "subject",     "it",         "you",   "subject-be", "it-is",  "subject-have", "subject-will", "there",    "there-is",  "this",
      "determiner",  "possessive", "a",     "the",        "person", "anybody",      "verb",         "reported", "auxiliary", "have",
      "be",          "been",       "gives", "lets",       "to",     "rest-of-verb", "particle",     "adverb",   "object",    "complement",
      "preposition", "time",       "picks", "singles",    "please", "and-or",       "so",           "ties",     "opens",     "reports"};
  return names;
}

std::string ClauseWords::table(const WordForms& words) {
  const std::vector<std::string>& names = clause_word_names();
  WordForms out;
  for (const auto& [word, name] : words) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end()) out.emplace(word, std::string(1, static_cast<char>(found - names.begin() + 1)));
  }
  return TextTable::bytes(out);
}

void ClauseWords::go_to(std::size_t first, std::size_t last) {
  first_ = first;
  words_.clear();
  for (std::size_t i = 0; first + i < last; ++i) {
    const std::string word = lower(i);
    const std::string_view role = table_.find(word);
    const Shape shape = document_.words()[first + i].shape;
    ClauseWordInfo info{role.empty() ? ClauseWord::other : static_cast<ClauseWord>(role[0]), i == 0 ? Gap::stop : gap_before(i),
                        WordClassTable::embedded().find(word)};
    if (info.classes.bits() == 0 && word.size() > 4) {  // rare words: "snowed"
      if (word.ends_with("ed")) info.classes.add(WordClass::past);
      if (word.ends_with("ing")) info.classes.add(WordClass::ing);
    }
    if (shape == Shape::digits) info.role = ClauseWord::object;      // "has 2"
    if (shape == Shape::alphanumeric) info.role = ClauseWord::time;  // "by the 15th"
    words_.push_back(info);
  }
}

std::string ClauseWords::lower(std::size_t i) const { return to_lower(document_.text(document_.words()[first_ + i].range)); }

bool ClauseWords::is_capitalized(std::size_t i) const { return document_.words()[first_ + i].shape == Shape::capitalized; }

Gap ClauseWords::gap_before(std::size_t i) const {
  const std::vector<Word>& words = document_.words();
  const std::string_view between = document_.text({words[first_ + i - 1].range.end, words[first_ + i].range.begin});
  if (between == " " || between == "\n" || between == " $") return Gap::blank;
  if (between == ", " || between == ",\n") return Gap::comma;
  return between.find_first_of(" \n\t") == std::string_view::npos ? Gap::tight : Gap::stop;
}

std::size_t ClauseWords::skip_adverbs(std::size_t i) const {
  while (goes_on(i) && (words_[i].role == ClauseWord::adverb || words_[i].role == ClauseWord::singles || is_manner(i))) ++i;
  return i;
}

bool ClauseWords::is_finite(std::size_t i) const {
  switch (words_[i].role) {
    case ClauseWord::verb:
    case ClauseWord::reported:
    case ClauseWord::auxiliary:
    case ClauseWord::have:
    case ClauseWord::be:
    case ClauseWord::lets: return true;
    case ClauseWord::gives: return classes(i).has(WordClass::past) || classes(i).has(WordClass::verb_s);
    default: return false;
  }
}

bool ClauseWords::is_finite_report(std::size_t i) const {
  if (words_[i].role != ClauseWord::reports) return false;
  return classes(i).has(WordClass::verb_s) || classes(i).has(WordClass::past);
}

bool ClauseWords::is_determiner(std::size_t i) const {
  const ClauseWord role = words_[i].role;
  return role == ClauseWord::determiner || role == ClauseWord::the || role == ClauseWord::a || role == ClauseWord::this_one ||
         role == ClauseWord::possessive || role == ClauseWord::picks;
}

bool ClauseWords::begins_object(std::size_t i) const {
  const ClauseWord role = words_[i].role;
  return is_determiner(i) || role == ClauseWord::object || role == ClauseWord::complement || role == ClauseWord::it ||
         role == ClauseWord::you || role == ClauseWord::person || role == ClauseWord::anybody;
}

bool ClauseWords::joins(std::size_t i) const {
  const ClauseWord role = words_[i].role;
  return role == ClauseWord::ties || role == ClauseWord::opens || role == ClauseWord::and_or || role == ClauseWord::so;
}

bool ClauseWords::is_subject_verb(std::size_t i) const {
  const ClauseWord role = words_[i].role;
  return role == ClauseWord::subject_be || role == ClauseWord::it_is || role == ClauseWord::subject_have ||
         role == ClauseWord::subject_will;
}

bool ClauseWords::is_verb(std::size_t i) const {
  const WordClasses is = classes(i);
  return is.has(WordClass::verb) || is.has(WordClass::verb_s) || is.has(WordClass::past);
}

bool ClauseWords::is_noun(std::size_t i) const {
  const WordClasses is = classes(i);
  return is.has(WordClass::noun) || is.has(WordClass::plural);
}

bool ClauseWords::is_participle(std::size_t i) const {
  const ClauseWord role = words_[i].role;
  const bool may = role == ClauseWord::other || role == ClauseWord::verb || role == ClauseWord::reported || role == ClauseWord::lets ||
                   role == ClauseWord::gives || role == ClauseWord::reports || role == ClauseWord::rest_of_verb;
  return may && classes(i).has(WordClass::participle);
}

bool ClauseWords::is_manner(std::size_t i) const {
  return words_[i].role == ClauseWord::other && !is_noun(i) && !classes(i).has(WordClass::adjective) && lower(i).ends_with("ly");
}

}  // namespace careportal_lint
