#include "names/name_evidence.h"

#include <algorithm>

#include "names/name_slips.h"

namespace careportal_lint {
namespace {

// "CDs", "TVs"
bool is_plural_acronym(std::string_view word) {
  return word.size() > 2 && word.back() == 's' && std::all_of(word.begin(), word.end() - 1, is_upper);
}

}  // namespace

double NameEvidence::unknown_score(std::size_t i) const {
  const NameItem& item = words_[i];
  if (item.starts) return weights_.unknown_start;
  // "an Evenflo stroller", "loves Bakugan": a thing, more often than not
  const NameItem& before = words_.before(i);
  // "a special formula, Neocate"
  const bool apposed = i > 0 && words_.gap(i - 1) == ", " && words_[i - 1].is(WordGroup::goods);
  const bool named_thing = i > 0 && words_[i - 1].capital && words_.near(i - 1) && !words_[i - 1].starts;
  // "a serger by Juki"
  const NameItem& made = before == "by" ? words_.before(i - 1) : before;
  const bool sold = before == "by" && (made.is(WordGroup::wares) || made.is(WordGroup::goods));
  const bool thing = apposed || sold || (before.is(WordGroup::before_thing) && !cues_.is_person_before(i)) ||
                     (cues_.is_place_before(i) && !cues_.is_person_before(i)) || (cues_.is_noun_after(i) && !cues_.is_person_before(i)) ||
                     named_thing;
  return thing && !item.surnames ? weights_.unknown_start : weights_.unknown;
}

double NameEvidence::word_score(std::size_t i) const {
  const NameItem& item = words_[i];
  const int given = item.facts.given_tier();
  const int surname = item.facts.surname_tier();
  if (!item.capital) {
    if (item.surnames) return weights_.surname1 + weights_.family;
    if (given == 1 && !item.word) return weights_.given1_lower;
    if (given == 0 && (item.unknown() || item.facts.surname_tier() == 0) && lower_.is_name(i)) return weights_.unknown;
    return given != 0 ? weights_.given2_lower : 0;
  }
  if (is_plural_acronym(words_.written(i))) return 0;
  // an ordinary word at the start of a sentence has its capital from there, but "Will plays guitar"
  const bool acts = cues_.is_owner(i) || cues_.is_human_verb_after(i) || cues_.is_age_after(i) ||
                    (cues_.is_needing(i) && cues_.is_pronoun_next(i)) || lower_.is_bare(i);
  const double ordinary = (item.starts && (given == 0 || !acts)) || (item.shape == Shape::upper && item.word) ? 0 : 1;
  double score = 0;
  if (given != 0) score = given == 1 ? weights_.given1 : given == 2 ? weights_.given2 : weights_.given3 * ordinary;
  if (surname != 0) {
    score = std::max(score, surname == 1 ? weights_.surname1 : surname == 2 ? weights_.surname2 : weights_.surname3 * ordinary);
  }
  if (score == 0 && lower_.is_doubled(i)) score = weights_.unknown;
  // a human verb adds what is missing
  if (score == 0 && lower_.is_lonely(i)) score = words_.before(i).is(WordGroup::telling) ? weights_.unknown : weights_.unknown_start;
  if (score == 0 && !item.ordinary() && !item.facts.name_like()) score = unknown_score(i);
  if (item.shape == Shape::mixed && !item.facts.known() && !is_slip(item)) score += weights_.inner_capital;
  if (item.surnames && item.facts.known() && words_.before(i) == "the") score += weights_.family;
  return score;
}

bool NameEvidence::is_among_colors_or_scripture(std::size_t i) const {
  const bool color = words_[i].is(WordGroup::colors);
  const bool bible = words_[i].is(WordGroup::scripture);
  if (!color && !bible) return false;
  const Range line = words_.document().scope(Scope::line, words_.range(i));
  for (std::size_t w = i > 6 ? i - 6 : 0; w < words_.size() && w < i + 7; ++w) {
    if (w == i || words_.range(w).begin < line.begin || words_.range(w).begin >= line.end) continue;
    if ((color && words_[w].is(WordGroup::paint)) || (bible && words_[w].is(WordGroup::bible))) return true;
  }
  return false;
}

// "courage, Hope and Grace": among virtues each is one
bool NameEvidence::is_among_virtues(std::size_t i) const {
  if (!words_[i].virtue()) return false;
  if (i > 0 && words_.gap(i - 1) == ", " && words_[i - 1].virtue()) return true;
  if (words_.before(i) == "and" && i > 1 && words_[i - 2].virtue() && !cues_.is_human_verb_after(i)) return true;
  return words_.after(i) == "and" && i + 2 < words_.size() && words_[i + 2].virtue() && !cues_.is_human_verb_after(i + 2);
}

bool NameEvidence::is_brand(std::size_t i) const {
  const NameClass kind = words_[i].facts.name_class();
  return words_[i].capital && (words_[i].blocked || ((kind == NameClass::thing || kind == NameClass::figure) && !words_[i].any_tier()));
}

// Words i and i + 1 are on one list, or one item of it.
bool NameEvidence::is_joined(std::size_t i) const {
  const auto joins = [&](std::size_t w) { return words_[w] == "and" || words_[w] == "or" || words_[w] == "the" || words_[w] == "of"; };
  const std::string_view gap = words_.gap(i);
  if (gap == ", " || gap == " & ") return true;
  return gap == " " && (words_[i].capital || joins(i)) && (words_[i + 1].capital || joins(i + 1));
}

// The first of the words with a capital that stand on a list with word i.
std::size_t NameEvidence::first_of_list(std::size_t i) const {
  std::size_t first = i;
  while (first > 0 && i - first < 16 && is_joined(first - 1) && (words_[first - 1].capital || words_[first - 1].plain)) --first;
  while (first < i && !words_[first].capital) ++first;
  return first;
}

bool NameEvidence::is_work(std::size_t i) const {
  if (!words_[i].capital) return false;
  const std::size_t first = first_of_list(i);
  if (first == 0 || words_.gap(first - 1) != " ") return false;
  const NameItem& opening = words_[first - 1];
  const NameItem& before = words_.before(first - 1);
  const bool told = opening == "by" || opening == "about" || (opening == "of" && !words_[i].possessive);
  if (told && before.is(WordGroup::media)) return true;
  if (opening == "in" && (before == "lead" || before == "role" || before == "part" || before == "cast" || before == "starring"))
    return true;
  // "playing Clara in The Nutcracker"
  const bool played = opening == "play" || opening == "plays" || opening == "playing" || opening == "played";
  if (played && words_.after(i) == "in" && words_.near(i + 1) && (words_[i + 2].capital || words_[i + 2] == "the")) return true;
  if (!words_[first].is(WordGroup::shows)) return false;
  // "learned from Arthur", "after reading Ramona"
  return (opening == "from" && (before == "learned" || before == "learnt" || before == "learns")) || opening.is(WordGroup::media_verb);
}

// "loves Elsa, Anna, Woody, Buzz Lightyear and Dora", "Paw Patrol (Chase, Skye and Rubble)", "her favorite book is Ramona"
bool NameEvidence::is_among_characters(std::size_t i) const {
  if (!words_[i].capital) return false;
  const std::size_t first = first_of_list(i);
  if (first == 0) return false;
  const NameItem& opening = words_[first - 1];
  const std::string_view gap = words_.gap(first - 1);
  if (gap == " (") return opening.blocked && opening.capital;
  const NameItem& before = words_.before(first - 1);
  if (gap == " " && (opening == "is" || opening == "are")) return before.is(WordGroup::media) && !cues_.is_human_verb_after(i);
  if (gap == " " && opening == "by") return before.is(WordGroup::media);  // "books by"
  if (gap == " " && opening == "of" && (before == "fan" || before == "fans")) return true;
  const bool liked = gap == " " && (opening.is(WordGroup::media_verb) || opening.is(WordGroup::liking));
  const bool sold = gap == ": " && opening.is(WordGroup::goods);
  if (!liked && !sold) return false;
  for (std::size_t w = first; w < words_.size() && w < first + 16; ++w) {
    if (w != i && words_[w].capital && (words_[w].blocked || is_brand(w) || (sold && words_[w].unknown()))) return true;
    if (!is_joined(w)) break;
  }
  return false;
}

// "Braun or Ricon": what to buy may be chosen
bool NameEvidence::is_choice(std::size_t i) const {
  // "from Joann or Hobby Lobby"
  if (words_.after(i) == "or" && i + 2 < words_.size() && words_.near(i + 1) && is_brand(i + 2) && words_[i].capital) return true;
  const auto brandlike = [&](std::size_t w) {
    return words_[w].capital && words_[w].facts.given_tier() != 1 && words_[w].facts.given_tier() != 2;
  };
  if (!brandlike(i)) return false;
  if (words_.after(i) == "or" && i + 2 < words_.size() && words_.near(i + 1)) return brandlike(i + 2);
  return words_.before(i) == "or" && i > 1 && words_.near(i - 2) && brandlike(i - 2);
}

bool NameEvidence::is_listed_thing(std::size_t i) const {
  if (is_among_colors_or_scripture(i) || is_among_virtues(i) || is_among_characters(i) || is_choice(i)) return true;
  // "Movies: Coco, Luca and Moana"
  for (std::size_t w = i; w > 0 && i - w < 12; --w) {
    if (words_.near(w - 1)) continue;
    const std::string_view sign = words_.gap(w - 1);
    if (sign.starts_with(":")) return words_[w - 1].is(WordGroup::media);
    if (sign.find_first_of(".\n!?;") != std::string_view::npos) break;
  }
  // "They read Matilda and Ramona"
  const auto is_read = [&](std::size_t w) {
    return words_.before(w).is(WordGroup::media_verb) && !words_.after(w).is(WordGroup::human_verbs);
  };
  if (is_read(i) || (words_.before(i) == "and" && i > 1 && words_[i - 2].capital && is_read(i - 2))) return true;
  // "Dawn, Tide and Gain"
  const NameItem& item = words_[i];
  if (!item.word && item.facts.name_class() == NameClass::none && item.any_tier()) return false;
  if (i + 1 < words_.size() && words_.gap(i) == ", " && is_brand(i + 1)) return true;
  if ((words_.after(i) == "and" || words_.after(i) == "or") && i + 2 < words_.size() && is_brand(i + 2)) return true;
  if ((words_.before(i) == "and" || words_.before(i) == "or") && i > 1 && is_brand(i - 2)) return true;
  return i > 0 && words_.gap(i - 1) == ", " && is_brand(i - 1);
}

double NameEvidence::class_score(std::size_t i) const {
  if (words_[i].cast || is_listed_thing(i)) return weights_.thing;
  switch (words_[i].facts.name_class()) {
    case NameClass::calendar: return weights_.calendar;
    case NameClass::thing: return weights_.thing;
    case NameClass::figure: return weights_.figure;
    case NameClass::place: return weights_.place;
    case NameClass::group: return weights_.group;
    case NameClass::none: break;
  }
  return 0;
}

// "mom Sunshine" may be a name, "mom Needs", "dad is Hispanic", "boys XL" are none.
bool NameEvidence::may_follow_kin(std::size_t i) const {
  const NameItem& item = words_[i];
  const NameClass name_class = item.facts.name_class();  // may be called anything
  if (item.starts && (item.is(WordGroup::plain_verbs) || item.is(WordGroup::human_verbs)) && words_.near(i - 1))
    return false;  // a heading: "Dad Will Make Ribs", "Her Kids Love Sonic"
  // "Worker Trinity Stubblefield"
  const bool full = i + 1 < words_.size() && words_.near(i) && words_[i + 1].shape == Shape::capitalized && !words_[i + 1].word &&
                    (words_[i + 1].any_tier() || words_[i + 1].unknown());
  if (item.any_tier()) return (name_class != NameClass::group || full) && (name_class == NameClass::none || !cues_.is_noun_after(i));
  if (name_class != NameClass::none || item.facts.name_like() || item.facts.domain()) return false;
  // "Baby An", "MGM Dot drives"
  if (item.lower.size() == 2 && words_.before(i) == "baby" && item.shape == Shape::capitalized && !item.starts)
    return !cues_.is_noun_after(i);
  if (item.word && item.shape == Shape::capitalized && !item.starts && words_.near(i - 1) && item.facts.commonness() > 1 &&
      !item.is(WordGroup::human_verbs) && !item.is(WordGroup::plain_verbs) &&
      (cues_.is_human_verb_after(i) || words_.after(i).is(WordGroup::plain_verbs)))
    return true;
  if (item.shape == Shape::upper && item.lower.size() < 5) return false;
  if (!item.facts.known()) return !(item.starts && is_slip(item));
  // "is Autistic" tells of a person, "mom Sunshine" names one
  return words_.before(i) != "is" && words_.before(i) != "are" && item.facts.commonness() >= 4 && !item.facts.acronym() &&
         !cues_.is_noun_after(i);
}

}  // namespace careportal_lint
