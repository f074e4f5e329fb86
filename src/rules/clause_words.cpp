#include "rules/clause_words.h"

#include <algorithm>

namespace careportal_lint {

const std::vector<std::string>& clause_word_names() {
  static const std::vector<std::string> names = {
      "subject",      "it",     "subject-verb", "there",      "determiner",  "person", "verb", "auxiliary", "be",     "lets",
      "rest-of-verb", "adverb", "object",       "complement", "preposition", "time",   "ties", "opens",     "reports"};
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
  roles_.clear();
  for (std::size_t i = 0; first + i < last; ++i) {
    const std::string_view role = table_.find(lower(i));
    const Shape shape = document_.words()[first + i].shape;
    ClauseWord word = role.empty() ? ClauseWord::other : static_cast<ClauseWord>(role[0]);
    if (shape == Shape::digits) word = ClauseWord::object;      // "has 2"
    if (shape == Shape::alphanumeric) word = ClauseWord::time;  // "by the 15th"
    roles_.push_back(word);
  }
}

std::string ClauseWords::lower(std::size_t i) const { return to_lower(document_.text(document_.words()[first_ + i].range)); }

Gap ClauseWords::gap(std::size_t i) const {
  const std::vector<Word>& words = document_.words();
  const std::string_view between = document_.text({words[first_ + i - 1].range.end, words[first_ + i].range.begin});
  if (between == " " || between == "\n" || between == " $") return Gap::blank;
  return between == ", " || between == ",\n" ? Gap::comma : Gap::stop;
}

std::size_t ClauseWords::skip_adverbs(std::size_t i) const {
  while (goes_on(i) && roles_[i] == ClauseWord::adverb) ++i;
  return i;
}

bool ClauseWords::is_finite(std::size_t i) const {
  return roles_[i] == ClauseWord::verb || roles_[i] == ClauseWord::auxiliary || roles_[i] == ClauseWord::be ||
         roles_[i] == ClauseWord::lets;
}

bool ClauseWords::is_finite_report(std::size_t i) const {
  if (roles_[i] != ClauseWord::reports) return false;
  const WordClasses is = classes(i);
  return is.has(WordClass::verb_s) || is.has(WordClass::past) || this->is(i, "said") || this->is(i, "told") || this->is(i, "knew");
}

bool ClauseWords::begins_object(std::size_t i) const {
  return roles_[i] == ClauseWord::determiner || roles_[i] == ClauseWord::object || roles_[i] == ClauseWord::complement ||
         roles_[i] == ClauseWord::it;
}

bool ClauseWords::is_verb(std::size_t i) const {
  const WordClasses is = classes(i);
  return is.has(WordClass::verb) || is.has(WordClass::verb_s) || is.has(WordClass::past);
}

bool ClauseWords::is_noun(std::size_t i) const {
  const WordClasses is = classes(i);
  return is.has(WordClass::noun) || is.has(WordClass::plural);
}

}  // namespace careportal_lint
