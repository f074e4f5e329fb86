#include "names/name_lower_case.h"

#include <algorithm>
#include <array>

#include "names/name_slips.h"

namespace careportal_lint {
namespace {

bool is_modal(std::string_view word) { return word == "will" || word == "may" || word == "can"; }

}  // namespace

bool LowerCaseNames::is_surname(std::size_t i) const {
  const NameItem& item = words_[i];
  const int surname = item.facts.surname_tier();
  return !item.blocked && (surname == 1 || surname == 2) && !item.word && item.facts.name_class() == NameClass::none &&
         !item.is(WordGroup::kin);
}

bool LowerCaseNames::is_name(std::size_t i) const {
  const NameItem& item = words_[i];
  const int given = item.facts.given_tier();
  const std::size_t kin = cues_.kin_before(i);
  const bool beside = kin != kNoWord && kin + 1 == i && (words_.near(kin) || words_.gap(kin) == ". ");
  const bool title = beside && words_[kin].is(WordGroup::titles);
  if (is_two_words(i)) return true;
  if (item.lower.size() < 3) return is_short_name(i, kin, beside);
  if (item.surnames) return true;
  if (!item.word) {
    if (given == 1 || given == 2) return true;
    const int surname = item.facts.surname_tier();
    if ((surname == 1 || surname == 2) && (title || (kin != kNoWord && words_.all_lower()) || words_.after(i).is(WordGroup::families)))
      return true;
    if (title && item.facts.proper() && !item.facts.name_like() && !item.facts.domain()) return true;  // "judge fairweather"
  }
  if (item.unknown()) return is_unknown_name(i, kin, beside);
  if (beside && item.any_tier() && item.facts.commonness() > 1 && words_[kin].is(WordGroup::strict_title)) return true;
  // "uncle rooster has"
  if (title && words_.all_lower() && words_.near(kin) && item.lower.size() > 3 && item.facts.commonness() > 2 && !item.facts.domain() &&
      item.facts.name_class() == NameClass::none && words_.after(i).is(WordGroup::one_verb) && !item.is(WordGroup::human_verbs) &&
      !item.is(WordGroup::plain_verbs) && !item.ends_with("ly") && !item.ends_with("s"))
    return true;
  if (given == 0 || item.lower == "baby") return false;
  if (given < 3 && beside && words_[kin].lower.size() > 1) return true;  // "mom josh"
  if (given < 3 && words_.after(i) == "and" && i + 2 < words_.size() && words_[i + 2].facts.given_tier() != 0) return true;
  if (words_.near(i) && !is_modal(item.lower) && !words_.before(i).is(WordGroup::places_before)) {
    // "jasmine delgado", "destiny okonkwo"
    if (is_surname(i + 1)) return true;
    const NameItem& next = words_[i + 1];
    const bool inflected =
        next.lower.ends_with("ing") || next.lower.ends_with("ed") || next.lower.ends_with("ly") || next.lower.ends_with("s");
    if (next.unknown() && next.lower.size() > 4 && next.shape == Shape::lower && !inflected && !is_slip(next)) return true;
  }
  return is_word_as_name(i, kin, beside);
}

// "cj needs", "mom jo", "ty williams"; alone "ty" is thanks
bool LowerCaseNames::is_short_name(std::size_t i, std::size_t kin, bool beside) const {
  const NameItem& item = words_[i];
  const int given = item.facts.given_tier();
  if (given == 0) return false;
  if (given < 3 && item.lower.back() == 'j') return true;
  if (i + 1 < words_.size() && words_.near(i) && (is_surname(i + 1) || words_[i + 1] == "jr")) return true;
  if (given == 3) return beside && words_.near(kin) && words_[kin].is(WordGroup::strict_title);
  return (beside && words_.near(kin) && words_[kin].lower.size() > 1) ||
         (words_.all_lower() && opens_clause(i) && words_.after(i).is(WordGroup::one_verb));
}

bool LowerCaseNames::is_doubled(std::size_t i) const {
  const NameItem& item = words_[i];
  const NameItem& next = words_.after(i);
  if (item.lower.size() < 2 || item.lower.size() > 4 || next.lower != item.lower || next.capital != item.capital || item.blocked)
    return false;
  if (item.is(WordGroup::doubling) || item.is(WordGroup::function_word) || item.is(WordGroup::plain_verbs) || item.possessive ||
      item.shape == Shape::digits || (item.capital && item.facts.acronym()))
    return false;
  if (item.capital) return true;
  const bool second = words_.before(i) == "and" && i > 2 && words_[i - 2].lower == words_[i - 3].lower;  // "tay tay and man man"
  if (item.facts.commonness() <= 2 && item.facts.given_tier() == 0 && !second) return false;             // a word typed twice
  const NameItem& verb = words_.after(i + 1);
  return verb.empty() || verb == "and" || verb == "n" || verb.is(WordGroup::one_verb) || verb.is(WordGroup::human_verbs);
}

bool LowerCaseNames::is_two_words(std::size_t i) const {
  if (!words_.all_lower() || !words_.near(i) || !words_.near(i + 1)) return false;
  const NameItem& first = words_[i];
  const NameItem& second = words_[i + 1];
  const auto free = [&](const NameItem& item) {
    return item.shape == Shape::lower && item.lower.size() < 6 && !item.blocked && !item.possessive && !item.is(WordGroup::kin) &&
           !item.is(WordGroup::titles) && !item.is(WordGroup::virtues) && !item.is(WordGroup::colors) && !item.is(WordGroup::plain_verbs) &&
           !item.is(WordGroup::human_verbs) && !item.is(WordGroup::function_word) && item.facts.name_class() == NameClass::none;
  };
  if (first.facts.given_tier() == 0 || first.word != (first.facts.given_tier() == 3) || !free(first) || !free(second)) return false;
  if (!second.any_tier() && (second.facts.known() || is_slip(second))) return false;
  const std::size_t kin = cues_.kin_before(i);
  if (!(kin != kNoWord && kin + 1 == i && words_.near(kin)) && !opens_clause(i)) return false;
  const NameItem& verb = words_[i + 2];
  return verb == "and" || verb == "n" || verb.is(WordGroup::one_verb) || cues_.is_human_verb_after(i + 1);
}

bool LowerCaseNames::is_lonely(std::size_t i) const {
  const NameItem& item = words_[i];
  const bool met =
      words_.before(i).is(WordGroup::telling) && !words_.after(i).capital && !cues_.is_noun_after(i);  // "we placed Promise with"
  return item.capital && !item.starts && item.shape == Shape::capitalized && item.lower.size() > 3 && item.facts.commonness() > 2 &&
         item.facts.name_class() == NameClass::none && !item.facts.domain() && !item.facts.acronym() && !is_determined(i) &&
         !words_.before(i).capital && !words_.before(i).is(WordGroup::kin) && !words_.before(i).possessive && words_.before(i) != "on" &&
         !cues_.is_place_before(i) && (met || cues_.is_human_verb_after(i));
}

bool LowerCaseNames::opens_clause(std::size_t i) const {
  const NameItem& before = words_.before(i);
  return words_[i].starts || before.is(WordGroup::opens_clause) || before == "said" || before == "says" ||
         (i > 0 && words_.gap(i - 1) == ", ");
}

// A subject without an article: "gunner has been on the floor", "jade needs", "Scooter broke his".
bool LowerCaseNames::is_bare_subject(std::size_t i) const {
  const NameItem& item = words_[i];
  const NameItem& next = words_.after(i);
  if (next == "is" && cues_.is_human_verb_after(i)) return true;  // "blessing is in 4th grade"
  const NameClass kind = item.facts.name_class();
  if (kind == NameClass::calendar) {
    // "april needs", "june is 4 and", but not "june is 4 weeks away"
    if (next.is(WordGroup::needing_verb)) return true;
    const bool aged = words_.all_lower() && next == "is" && words_.near(i + 1) && words_[i + 2].shape == Shape::digits;
    return aged && (!words_.near(i + 2) || words_[i + 3] == "and");
  }
  if (item.is(WordGroup::virtues)) {
    if (!words_.all_lower() || !item.is(WordGroup::graces)) return false;
    // "harmony has 5 kids", but not "hope has a way"
    const NameItem& had = words_.after(i + 1);
    const bool counted = had.shape == Shape::digits || had.is(WordGroup::number_word) || had == "no" || had == "his" || had == "her";
    return next.is(WordGroup::needing_verb) || (next == "has" && counted);
  }
  if (kind != NameClass::thing && next.is(WordGroup::needing_verb)) return true;
  // "jade came", "genesis has no coat": neither a color nor a town
  const bool deed = next.is(WordGroup::one_verb) && !next.is(WordGroup::modal) && next != "is" && next != "was" && next != "still";
  if (item.is(WordGroup::colors)) return deed;
  if (kind == NameClass::group && deed && next != "has" && next != "had") return true;
  if (cues_.is_human_verb_after(i)) return true;
  const bool other = kind != NameClass::none && !item.is(WordGroup::nicknames);
  // "bubba and sis need"
  if ((next == "and" || next == "n") && i + 2 < words_.size() && words_.near(i + 1) && !item.capital) {
    const NameItem& second = words_[i + 2];
    return !other && second.facts.given_tier() != 0 && !second.is(WordGroup::virtues) && !second.is(WordGroup::colors) &&
           words_.after(i + 2).is(WordGroup::plain_verbs);
  }
  if (other || !next.is(WordGroup::one_verb)) return false;
  if (next.is(WordGroup::modal) && words_.after(i + 1) == "be") return words_.near(i + 2) && words_[i + 3].shape == Shape::digits;
  return !words_.near(i + 1) || !words_[i + 2].is(WordGroup::suits) || item.is(WordGroup::nicknames);
}

// An object without one: "a bed for sky.", "i have hunter with me", "get river a coat"
bool LowerCaseNames::is_bare_object(std::size_t i) const {
  const NameItem& item = words_[i];
  const NameItem& before = words_.before(i);
  const NameItem& next = words_.after(i);
  const bool other = item.facts.name_class() != NameClass::none && !item.is(WordGroup::nicknames);
  const bool called = before == "am" || before == "im" || before == "i'm" || before == "it's" ||
                      (before == "is" && (words_.before(i - 1) == "it" || words_.before(i - 1) == "this"));
  if (item.capital || item.is(WordGroup::virtues) || item.is(WordGroup::colors)) return false;
  if (other && !(called && next.empty() && item.facts.name_class() == NameClass::place)) return false;
  if (called && item.is(WordGroup::adjective)) return false;
  if ((before.is(WordGroup::liking) && (next == "so" || next == "very")) || (before == "wants" && (next == "home" || next == "back")))
    return true;
  if (!called && !before.is(WordGroup::before_bare)) return false;
  if (next.empty()) return words_.gap(i) != "-";
  if (next == "or" || next == "to") return false;
  return next.is(WordGroup::function_word) || next == "get" || next == "home" || next == "some" ||
         (before == "for" && next.is(WordGroup::modal));
}

bool LowerCaseNames::is_bare(std::size_t i) const {
  if ((!words_.all_lower() && !words_[i].capital) || is_determined(i)) {
    return opens_clause(i) && words_.after(i) == "is" && cues_.is_human_verb_after(i) && !is_determined(i);
  }
  return opens_clause(i) ? is_bare_subject(i) : is_bare_object(i);
}

// "thanks, bri" at the end, where nothing has a capital
bool LowerCaseNames::is_signature(std::size_t i) const {
  if (!words_.all_lower() || i == 0 || words_.same_line(i) || words_.near(i - 1)) return false;
  const bool thanks = words_[i - 1].is(WordGroup::closings) || (i > 1 && words_.near(i - 2) && words_[i - 2].is(WordGroup::closings));
  const std::string_view sign = words_.gap(i - 1);
  return thanks && (sign == ", " || sign == ". " || sign == "! " || sign.find('\n') != std::string_view::npos);
}

// "mom shaniquia", "the okafor family", "for shawntay who is due", but not "mom strugled"
bool LowerCaseNames::is_unknown_name(std::size_t i, std::size_t kin, bool beside) const {
  const NameItem& item = words_[i];
  const bool aunt = beside && words_[kin].is(WordGroup::titles) && words_.after(i).is(WordGroup::one_verb);  // "nana bea has"
  if (item.lower.size() < (aunt ? 3U : 4U) || item.capital || item.shape == Shape::mixed || item.shape == Shape::alphanumeric) return false;
  const bool by_kin = beside && !words_[kin].is(WordGroup::plurals);
  const bool family = words_.before(i) == "the" && words_.after(i).is(WordGroup::families);
  const bool acts = item.lower.size() > 4 &&
                    (((words_[i].starts || words_.before(i).is(WordGroup::opens_unknown)) &&
                      (words_.after(i) == "who" || words_.after(i).is(WordGroup::speaks))) ||
                     (words_.all_lower() && opens_clause(i) && (words_.after(i).is(WordGroup::one_verb) || cues_.is_human_verb_after(i))));
  // "mom is kayleen."
  static constexpr std::array<std::string_view, 9> endings = {"ic", "al", "er", "ul", "us", "nt", "ve", "ss", "le"};
  const std::string_view sign = words_.gap(i);
  const bool told = kin != kNoWord && !beside && kin + 2 == i && item.lower.size() > 3 && words_.before(i) != "are" &&
                    !words_[kin].is(WordGroup::plurals) &&
                    (sign.starts_with(".") || sign.starts_with(",") || sign.starts_with("\n") || words_.after(i) == "and") &&
                    (words_.before(i) == "named" ||
                     std::none_of(endings.begin(), endings.end(), [&](std::string_view one) { return item.ends_with(one); }));
  // "told tavarion", "tavarion, 9,", "name is tavarion", "tavarion's bed"
  const bool person = words_.all_lower() && item.lower.size() > 4 &&
                      (cues_.is_age_after(i) || cues_.is_owner(i) || words_.before(i).is(WordGroup::telling) || is_signature(i) ||
                       (cues_.introduction(i) == NameCues::Introduction::sure && words_.before(i) != "called"));
  if (item.possessive && !person) return false;
  if (!by_kin && !family && !acts && !told && !person) return false;
  const bool inflected =
      item.lower.ends_with("ing") || item.lower.ends_with("ed") || item.lower.ends_with("ly") || item.lower.ends_with("s");
  return !inflected && !is_slip(item);
}

// "our guy", "the king": the word, not a name
bool LowerCaseNames::is_determined(std::size_t i) const {
  const NameItem& before = words_.before(i);
  return before.is(WordGroup::determines) && !(before == "so" && words_[i - 1].starts);
}

// "marquise he is 17", "angel and her kids", "may and june r sisters"
bool LowerCaseNames::is_followed_by_person(std::size_t i, bool doubtful) const {
  const NameItem& next = words_.after(i);
  if (!doubtful && next.is(WordGroup::pronoun) && !is_determined(i) && !words_[i].possessive) return true;
  if (i + 2 >= words_.size() || (next != "and" && next != "n")) return false;
  const NameItem& second = words_[i + 2];
  if (!doubtful && words_[i].starts && words_.near(i + 1) && (second.lower == "her" || second.lower == "his")) return true;
  if (second.facts.given_tier() == 0 || i + 4 >= words_.size() || !words_.near(i + 2) || !words_.near(i + 3)) return false;
  const std::string_view verb = words_[i + 3].lower;
  if (verb != "r" && verb != "are") return false;
  return words_[i + 4].is(WordGroup::sibling) || words_[i + 4].shape == Shape::digits || words_.after(i + 4).is(WordGroup::sibling);
}

// "mason 8 brayden 6 lincoln 3", "autumn 9 n asher 7"
bool LowerCaseNames::is_in_age_list(std::size_t i) const {
  const bool calendar = words_[i].facts.name_class() == NameClass::calendar;
  const auto aged = [&](std::size_t w) {
    return w + 1 < words_.size() && words_[w].facts.given_tier() != 0 && words_.near(w) && words_[w + 1].shape == Shape::digits &&
           words_.range(w + 1).size() <= 2 && (w == i || !calendar || (words_[w].listed() && !words_[w].word));
  };
  const auto joins = [&](std::size_t w) { return w < words_.size() && (words_[w] == "and" || words_[w] == "n"); };
  if (!aged(i)) return false;
  return aged(i + 2) || (joins(i + 2) && aged(i + 3)) || (i > 1 && aged(i - 2)) || (i > 2 && joins(i - 1) && aged(i - 3));
}

// "jasmine w. is a mom": a letter with its full stop
bool LowerCaseNames::is_before_initial(std::size_t i) const {
  const NameItem& next = words_.after(i);
  return next.lower.size() == 1 && next.shape == Shape::lower && next != "a" && next != "i" && words_.gap(i + 1).starts_with(".") &&
         !words_[i].possessive && !words_[i].blocked;
}

// "hope says", "her son chase (6)", "dad is chance, mom is ivy": a word that only a name can be there.
bool LowerCaseNames::is_word_as_name(std::size_t i, std::size_t kin, bool beside) const {
  const NameItem& item = words_[i];
  if (item.facts.given_tier() == 0) return false;
  const NameItem& next = words_.after(i);
  const std::string_view sign = words_.gap(i);
  const bool aged = cues_.is_age_after(i) && (sign == " (" || next.lower.starts_with("age") || sign == ", ");
  if (is_before_initial(i) && !is_modal(item.lower) && !is_determined(i)) return true;
  if (is_in_age_list(i) || is_bare(i) || is_signature(i) || (cues_.is_owner(i) && !is_determined(i))) return true;
  if (words_.near(i) && words_[i + 1].shape == Shape::digits && (!item.is(WordGroup::virtues) || kin != kNoWord) && cues_.is_age_after(i) &&
      !is_determined(i) && item.facts.name_class() != NameClass::calendar)
    return true;  // "his grandbaby serenity 8."
  if (aged || (sign == " (" && cues_.is_kin_after(i))) return true;
  const bool ends = sign.starts_with(",") || sign.starts_with(".") || sign.starts_with("\n") || sign.starts_with(" @") || next == "and";
  const bool virtue = item.is(WordGroup::virtues);
  const bool calendar = item.facts.name_class() == NameClass::calendar;
  if (cues_.introduction(i) == NameCues::Introduction::sure && words_.before(i) != "meet") return true;  // "a baby named prince"
  // "will is 10": no verb stands like this
  if (!calendar && (next == "is" || next == "turned") && cues_.is_age_after(i) && !is_determined(i)) return true;
  if (is_followed_by_person(i, virtue || calendar)) return true;
  if (i >= 2 && is_followed_by_person(i - 2, true) && words_.after(i - 2) == words_.before(i).lower) return true;
  if (cues_.is_labelled(i) && words_.near(i) && (words_[i + 1].any_tier() || words_[i + 1].unknown())) return true;  // "MOM: CRYSTAL DAWN"
  if (cues_.is_labelled(i)) return ends && sign.find_first_of(".\n") == std::string_view::npos;                      // "kids: angel, rosa"
  // "the kids are grace, hunter and mia"
  const std::size_t second_of_list = next == "and" ? i + 2 : i + 1;
  const bool list = words_.before(i) == "are" && (sign == ", " || next == "and") && second_of_list < words_.size() &&
                    words_[second_of_list].facts.given_tier() != 0;
  if (kin != kNoWord && list) return true;
  // "nana bev and papa gene."
  if (beside && words_[kin].is(WordGroup::titles) && words_.near(kin) && words_.all_lower() && ends && !is_modal(item.lower)) return true;
  if (kin != kNoWord && !words_[kin].is(WordGroup::plurals) && !words_[kin].is(WordGroup::families)) {
    if (beside && words_.near(kin)) {
      const bool told = next == "is" || next == "was" || next == "has" || next == "and" || cues_.is_human_verb_after(i) ||
                        (!is_modal(item.lower) && item.lower != "van" && next.is(WordGroup::plain_verbs));
      // "sky, river and baby ocean."
      const bool alone = ends && words_.all_lower() && !virtue && !item.is(WordGroup::colors) && item.facts.name_class() == NameClass::none;
      return told || alone;
    }
    if (words_.before(i) == "is" && (ends || next.is(WordGroup::kin)) && !item.is(WordGroup::adjective)) return true;
    // "mom's oldest, hope, just made"
    if (words_.gap(kin) == ", " && kin + 1 == i && sign == ", " && !is_modal(item.lower)) return true;
  }
  // "his boys angel and king love cars"
  if (beside && words_.near(kin) && (next == "and" || next == "n" || sign == ", ")) {
    const std::size_t second = sign == ", " ? i + 1 : i + 2;
    if (second < words_.size() && words_[second].facts.given_tier() != 0 && (!virtue || words_[second].listed()) &&
        !words_[second].is(WordGroup::kin))
      return true;
  }
  const bool opened =
      item.starts || words_.before(i).is(WordGroup::opens_clause) || words_.before(i) == "said" || words_.before(i) == "says";
  if (opened && !virtue && next.is(WordGroup::needing) && ((next != "is" && next != "has") || cues_.is_age_after(i))) return true;
  if (opened && !virtue && (next == "is" || next == "was") && words_.near(i + 1) && words_[i + 2].is(WordGroup::feeling)) return true;
  const bool opening = item.starts || words_.before(i).is(WordGroup::opens_clause) || (i > 0 && words_.gap(i - 1) == ", ");
  return opening && (next.is(WordGroup::speaks) || (item.starts && cues_.is_human_verb_after(i) && (next == "at" || next == "from")));
}

}  // namespace careportal_lint
