#include "names/name_runs.h"

#include "names/name_slips.h"

namespace careportal_lint {
namespace {

constexpr std::size_t kLongestRun = 4;  // words of one name

}  // namespace

bool is_suffix(std::string_view word) { return word == "jr" || word == "sr" || word == "ii" || word == "iii" || word == "iv"; }

bool NameRuns::is_plain(std::size_t i) const {
  return !words_[i].blocked && words_[i].shape != Shape::digits && words_[i].shape != Shape::alphanumeric &&
         ((!words_[i].is(WordGroup::kin) && !words_[i].is(WordGroup::titles)) || is_called(i));
}

// "sir is 2", "Buddy and Sissy", but not "yes sir" and "her buddy needs"
bool NameRuns::is_called(std::size_t i) const {
  if (!words_[i].is(WordGroup::title_names) || words_.before(i).is(WordGroup::determines)) return false;
  if (cues_.is_age_after(i) || cues_.is_human_verb_after(i) || cues_.is_owner(i)) return true;
  const NameItem& next = words_.after(i);
  if (next == "and" && i + 2 < words_.size()) return words_[i + 2].facts.given_tier() != 0 && words_[i + 2].capital == words_[i].capital;
  if (words_.before(i) == "and" && i > 1 && words_[i - 2].facts.given_tier() != 0) return true;
  return (words_[i].capital || words_[i].starts) && next.is(WordGroup::one_verb);
}

// A word that could be (part of) a name without any cue.
bool NameRuns::is_name_word(std::size_t i) const {
  const NameItem& item = words_[i];
  if (lower_.is_doubled(i)) return true;
  if (!is_plain(i)) return false;
  if (lower_.is_lonely(i)) return true;
  if (!item.capital) return lower_.is_name(i);
  if (item.shape == Shape::upper && item.facts.given_tier() == 0 && (!item.listed() || item.facts.acronym())) return false;
  const bool initials = item.lower.size() == 2 && item.lower.back() == 'j' && item.facts.given_tier() != 3;  // "TJ, CJ and Bre"
  if (item.shape == Shape::upper && item.facts.acronym() && !initials && cues_.score_after(i, i, false) <= 0) return false;
  if (item.any_tier() || item.surnames) return true;
  if (item.unknown() && is_listed_slip(item)) return false;  // "The Famly has"
  if (item.unknown())
    return (!item.starts && (item.lower.size() <= 5 || cues_.is_person_before(i) || words_.after(i).is(WordGroup::families))) ||
           !is_slip(item);
  return (item.facts.proper() && !item.word && !item.facts.name_like() && !item.starts);
}

std::size_t NameRuns::end_of_run(std::size_t first) const {
  const std::size_t least = first + (lower_.is_doubled(first) || lower_.is_two_words(first) ? 1 : 0);
  std::size_t last = least;
  while (last + 1 < words_.size() && last - first + 1 < kLongestRun) {
    if (words_[last].possessive) break;
    const std::string_view between = words_.gap(last);
    if (const std::size_t beyond = after_nickname(first, last); beyond != last) {
      last = beyond;
      continue;
    }
    const bool initial = words_[last].lower.size() == 1 && between == ". ";
    // "Reyes-Delgado", "Ji-eun"
    const bool hyphen = between == "-" && words_[first].capital && (words_[last + 1].capital || is_second_syllable(last + 1));
    const bool backwards = between == ", " && last == first && words_[first].facts.surname_tier() != 0 &&
                           words_[first].facts.given_tier() != 3 && cues_.is_labelled(first) &&
                           words_[last + 1].capital;  // Name: Fields, Corinthian
    if (between != " " && !initial && !hyphen && !backwards && !is_broken_line(first, last)) break;
    if (!hyphen && !backwards && !continues_name(last + 1, first)) break;
    ++last;
  }
  while (last > least && !words_[last].capital && words_[last].facts.surname_tier() == 0 && !is_suffix(words_[last].lower) &&
         !is_family_name(first, last) && words_.gap(last - 1) != "-" && !(last == first + 1 && lower_.is_before_initial(first)))
    --last;
  return last;
}

// May follow the first word of a name: "Reyes-Delgado", "De La Cruz", "J.", "Jr".
bool NameRuns::continues_name(std::size_t i, std::size_t first_word) const {
  const NameItem& first = words_[first_word];
  const NameItem& item = words_[i];
  if (!is_plain(i) || item.is(WordGroup::families)) return false;
  if (is_suffix(item.lower)) return true;
  if (item.capital) {
    if (item.lower.size() == 1) return item.lower != "i";
    if (item.shape == Shape::upper && item.lower.size() > 2) return item.listed() && first.shape == Shape::upper;
    if (item.any_tier() || item.unknown() || item.surnames) return true;
    // "Autumn Skye", "Nathaniel Two Hearts": after a given name that is no word a capital means a name
    if (first.listed() && first.facts.given_tier() != 0 && !first.word && item.shape == Shape::capitalized &&
        (!item.starts || cues_.is_labelled(first_word)) && item.facts.name_class() == NameClass::none && !item.facts.acronym() &&
        !item.facts.domain() && !item.is(WordGroup::goods) && !item.is(WordGroup::heads) && !item.is(WordGroup::capital_heads) &&
        !item.is(WordGroup::closings) && !item.is(WordGroup::labels))
      return true;
    return item.facts.proper() && !item.word && !item.facts.name_like();
  }
  return continues_in_lower_case(i, first_word);
}

bool NameRuns::continues_in_lower_case(std::size_t i, std::size_t first_word) const {
  const NameItem& first = words_[first_word];
  const NameItem& item = words_[i];
  if (item.is(WordGroup::particle) && i + 2 < words_.size() && words_.near(i) && words_.near(i + 1) &&
      words_[i + 1].is(WordGroup::particle) && words_[i + 2].capital)
    return true;
  if (item.is(WordGroup::particle) && i + 1 < words_.size() && words_.near(i) && words_[i + 1].capital) return true;
  if (first.capital || first.facts.given_tier() == 0) return false;
  if (i == first_word + 1 && lower_.is_before_initial(first_word)) return true;
  // "SHERRI BOWLING IS", "renee park has"
  if (first.listed() && first.facts.given_tier() != 0 && !first.word && item.facts.surname_tier() == 3 &&
      words_.after(i).is(WordGroup::after_surname))
    return true;
  // in lower case only a sure given name takes along a surname that is a word, too
  if (item.unknown() && item.lower.size() > 4 && first.ordinary() && !is_slip(item)) return true;
  return lower_.is_surname(i) || (first.facts.given_tier() != 3 && item.facts.surname_tier() != 0 && !item.word);
}

bool NameRuns::is_second_syllable(std::size_t i) const {
  const NameItem& item = words_[i];
  return item.shape == Shape::lower && item.lower.size() < 6 && !words_[i - 1].word && words_[i - 1].any_tier() &&
         (item.any_tier() || !item.facts.known());
}

// "Robert "Bubba" Hale", "Margaret (Peggy) Sullivan": the last word with the nickname, or `last`.
std::size_t NameRuns::after_nickname(std::size_t first, std::size_t last) const {
  const std::string_view opened = words_.gap(last);
  if (opened != " \"" && opened != " (" && opened != " '") return last;
  const std::string_view close = opened == " (" ? ")" : opened.substr(1);
  if (!words_[first].any_tier() && !words_[first].unknown()) return last;
  if (words_.gap(last + 1) == std::string(close) + " " && last + 2 < words_.size() && words_[last + 2].capital && words_[first].capital &&
      !words_[last + 2].word && continues_name(last + 2, first))
    return last + 2;
  return opened != " (" && words_[last + 1].capital && words_.gap(last + 1).starts_with(close) && !words_[last + 1].blocked ? last + 1
                                                                                                                            : last;
}

// "Kathy" at the end of a line, "Bontrager" at the start of the next one.
bool NameRuns::is_broken_line(std::size_t first, std::size_t last) const {
  if (words_.gap(last) != "\n" || last != first || !words_[first].capital || !words_[first].listed() ||
      words_[first].facts.given_tier() == 0)
    return false;
  const NameItem& next = words_[last + 1];
  return next.shape == Shape::capitalized && !next.word && next.facts.given_tier() == 0 &&
         (next.facts.surname_tier() != 0 || next.unknown()) && words_.near(last + 1) && !words_[last + 2].capital;
}

// The second word of "destiny okonkwo", which no list has.
bool NameRuns::is_family_name(std::size_t first, std::size_t i) const {
  return i == first + 1 && words_[i].unknown() && words_[i].lower.size() > 4;
}

}  // namespace careportal_lint
