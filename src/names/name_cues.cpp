#include "names/name_cues.h"

namespace careportal_lint {
namespace {

bool is_be(std::string_view word) { return word == "is" || word == "was" || word == "are" || word == "were"; }

}  // namespace

bool NameCues::is_kin(std::size_t i) const {
  return (words_[i].is(WordGroup::kin) || words_[i].is(WordGroup::titles)) && !words_[i].possessive;
}

// "wears", "moved", "said": no plural and no infinitive.
bool NameCues::is_finite(std::size_t i) const {
  const NameItem& verb = words_[i];
  return verb.is(WordGroup::human_verbs) && (verb.ends_with("s") || verb.ends_with("ed") || verb.is(WordGroup::irregular_past));
}

bool NameCues::is_labelled(std::size_t i) const {
  if (i == 0) return false;
  const std::string_view between = words_.gap(i - 1);
  if (between != ": " && between != ":" && between != " - " && between != " : ") return false;
  if (words_[i - 1].is(WordGroup::labels)) return true;
  // "Child 2: Mia"
  const bool numbered = words_[i - 1].shape == Shape::digits || words_[i - 1].lower.size() == 1;
  return numbered && i > 1 && (words_.near(i - 2) || words_.gap(i - 2) == " #") && words_[i - 2].is(WordGroup::labels);
}

NameCues::Introduction NameCues::introduction(std::size_t i) const {
  if (i == 0 || !words_.same_line(i - 1)) return Introduction::none;
  const std::string_view between = words_.gap(i - 1);
  const bool close = between == " " || between == ", " || between == ": " || between == " \"" || between == " '";
  if (!close) return Introduction::none;
  const NameItem& word = words_[i - 1];
  const NameItem& before = words_.before(i - 1);
  if ((word == "called" || word == "named") && before.is(WordGroup::called_things)) return Introduction::none;
  if (word == "called") {  // "a boy called Hudson", not "she called Medicaid"
    return before.empty() || before.is(WordGroup::caller) ? Introduction::none : Introduction::sure;
  }
  const bool dated = words_[i].facts.name_class() == NameClass::calendar;              // "called me Friday"
  if (!dated && (word == "him" || word == "her" || word == "them" || word == "me")) {  // "everyone calls him Tank"
    if (before == "call" || before == "calls" || before == "called" || before == "calling") return Introduction::sure;
  }
  if (word == "meet") return Introduction::weak;
  if (word.is(WordGroup::introductions)) return Introduction::sure;
  if (between != " ") return Introduction::none;
  if (is_be(word.lower) && (before == "name" || before == "names")) return Introduction::sure;
  if (word == "by" && (before == "goes" || before == "go" || before == "going" || before == "went")) return Introduction::sure;
  return word == "as" && before == "known" ? Introduction::sure : Introduction::none;
}

std::size_t NameCues::kin_before(std::size_t i) const {
  if (i == 0 || !words_.same_line(i - 1)) return kNoWord;
  const std::string_view between = words_.gap(i - 1);
  const bool title = words_[i - 1].is(WordGroup::titles);
  // a full stop belongs to a title ("Mr."), else it ends a sentence
  const bool beside = between == " " || between == ", " || between == ": " || between == " - " || between == " (" || between == "-" ||
                      between == "/" || (between == ". " && title && words_[i - 1].lower.size() <= 4);
  if (beside && is_kin(i - 1)) return i - 1;
  if (between != " ") return kNoWord;
  const NameItem& word = words_[i - 1];
  const bool is = is_be(word.lower) || word == "named" || word == "called" || word == "nicknamed" || word == "name";
  if (is && i > 1 && words_.near(i - 2) && is_kin(i - 2)) return i - 2;
  return kNoWord;
}

bool NameCues::is_small_number(std::size_t i) const {
  return words_[i].is(WordGroup::number_word) || (words_[i].shape == Shape::digits && words_.range(i).size() <= 2);
}

bool NameCues::is_person_before(std::size_t i) const {
  if (i < 2 || !words_.near(i - 1)) return false;
  const NameItem& word = words_[i - 1];
  if (word.is(WordGroup::before_person)) return true;
  const NameItem& before = words_.before(i - 1);
  if (before.empty()) return false;
  if (word == "of") return before.is(WordGroup::before_of);
  if (word == "from") return before.is(WordGroup::before_from);
  if (word != "to") return false;
  if (before.is(WordGroup::motion) ||
      (before.ends_with("ing") && before != "according" && before != "talking" && before != "listening" && before != "speaking"))
    return false;
  for (std::size_t k = i - 1; k > 0 && i - k < 5 && words_.near(k - 1); --k) {
    if (words_[k - 1].is(WordGroup::motion)) return false;
  }
  return true;
}

bool NameCues::is_age_after(std::size_t last) const {
  if (last + 1 >= words_.size() || words_[last].facts.name_class() == NameClass::calendar) return false;
  const std::size_t next = last + 1;
  const std::string_view between = words_.gap(last);
  const std::string_view after = words_.gap(next);
  // "Mercedes is 15", "River is two", "King just turned 4"
  std::size_t number_at = next;
  while (number_at < words_.size() && number_at < next + 3 && words_.near(number_at - 1) && words_[number_at].is(WordGroup::becomes))
    ++number_at;
  if (number_at > next && number_at < words_.size() && words_.near(number_at - 1) && is_small_number(number_at)) {
    const NameItem& follows = words_.after(number_at);
    if (follows.empty() || follows.is(WordGroup::after_age)) return true;
  }
  const bool beside = between == " " || between == ", " || between == " (";
  // "Leo, age 5", but not "they will age out"
  const bool told = words_.near(next) && (is_small_number(next + 1) || words_[next].lower != "age");
  if (beside && words_[next].is(WordGroup::age_sign) && (told || words_.gap(next) == ": ")) return true;
  const bool apart = between == " (" || between == " - " || between == "-" || between == ": " || between == " : ";
  if (apart && words_[next].is(WordGroup::sort_of_person)) return true;
  const bool number = words_[next].shape == Shape::digits && words_.range(next).size() <= 2;
  const bool size = words_[next].shape == Shape::alphanumeric && words_.range(next).size() <= 4;  // 5T, 10yo
  if ((number || size) && apart) return true;
  if (number && (between == " " || between == ", ")) {
    if (words_.after(next).is(WordGroup::years)) return words_.after(next + 1) != "ago";
    // "Leo, 8," and not "Leo, 2 beds"
    if (after == "-") return false;  // "champ, 4-H member"
    if (between == ", ") return !after.starts_with(" ") || after.starts_with(" (");
    return after == ", " || after.starts_with(".") || (after.starts_with("\n") && words_[last].any_tier()) || words_.after(next) == "and" ||
           words_.after(next) == "n";
  }
  return false;
}

// "Hope (mom)", "Jessica, mother of three,", "Summer is the oldest"
bool NameCues::is_kin_after(std::size_t last) const {
  if (last + 3 < words_.size() && words_.near(last) && words_.near(last + 1) && words_.near(last + 2) && is_be(words_[last + 1].lower)) {
    if (words_[last + 2].is(WordGroup::article)) {
      // "Cedar is a kind boy"
      for (std::size_t i = last + 3; i < words_.size() && i < last + 7 && words_.near(i - 1) && !words_[i].is(WordGroup::clause_stop);
           ++i) {
        if (!is_kin(i) || words_[i].is(WordGroup::plurals)) continue;
        if (i == last + 3 && !words_.after(i).is(WordGroup::kin)) return !is_noun_after(i);
        return words_[i].is(WordGroup::person_noun) && !is_noun_after(i);
      }
    }
    return false;
  }
  if (last + 2 < words_.size() && words_.gap(last) == ", ") {
    // "Moose, the cat," "Bernice, her great aunt,"
    if (words_[last + 1].is(WordGroup::owner)) {
      for (std::size_t i = last + 2; i < words_.size() && i < last + 5 && words_.near(i - 1); ++i) {
        if (!is_kin(i) || words_.after(i).is(WordGroup::kin)) continue;  // "the foster mom"
        const std::string_view sign = words_.gap(i);
        const NameItem& follows = words_.after(i);
        return sign.starts_with(",") || sign.starts_with(".") || sign.starts_with("\n") || follows == "who" || follows == "from" ||
               follows == "of";
      }
    }
  }
  if (last + 1 >= words_.size() || !words_[last + 1].is(WordGroup::kin)) return false;
  if (words_.gap(last) == " (") return words_.gap(last + 1).starts_with(")") || words_.gap(last + 1) == ", ";
  const NameItem& next = words_.after(last + 1);
  if (words_.gap(last) == " - " || words_.gap(last) == "- ")
    return words_.gap(last + 1).starts_with("\n") || words_.gap(last + 1).starts_with(",");
  return words_.gap(last) == ", " && (next == "of" || next == "to");
}

bool NameCues::is_owner(std::size_t i) const {
  if (!words_[i].possessive) return false;
  const NameItem& owned = words_.after(i);
  const bool dated = words_[i].facts.name_class() == NameClass::calendar;
  return owned.is(WordGroup::kin) || (owned.is(WordGroup::household) && !dated);
}

bool NameCues::is_human_verb_after(std::size_t last) const {
  if (!words_.near(last) || words_[last + 1].capital || words_[last].possessive) return false;
  if (is_finite(last + 1)) return true;
  if (words_[last + 1].is(WordGroup::modal) && words_.near(last + 1) && words_[last + 2].is(WordGroup::human_verbs)) return true;
  // "Savannah lost her job": no town does
  const std::string_view next = words_[last + 1].lower;
  if ((next == "lost" || next == "quit" || next == "left" || next == "broke" || next == "packed" || next == "kept") &&
      (words_.after(last + 1) == "her" || words_.after(last + 1) == "his"))
    return true;
  // "Justice is in 3rd grade", "Summer is in kindergarten"
  if (is_be(words_[last + 1].lower) && words_.after(last + 1) == "in" && words_.near(last + 2)) {
    if (words_[last + 3].is(WordGroup::class_level) || words_.after(last + 3) == "grade") return true;
  }
  // "Cheyenne is working"
  if (is_be(words_[last + 1].lower) && words_.after(last + 1).is(WordGroup::acting)) return true;
  // "Heaven turned 3"
  if (words_[last + 1].is(WordGroup::turning) && words_.near(last + 1) && words_[last + 2].shape == Shape::digits) return true;
  // "Quinn and his mom"
  if (words_[last + 1].lower == "and" && words_.near(last + 1)) {
    const NameItem& owner = words_[last + 2];
    return owner == "his" || owner == "her" || owner == "their";
  }
  // "Gus from the garage told"
  if (!words_[last + 1].is(WordGroup::joining)) return false;
  for (std::size_t i = last + 2; i < words_.size() && i <= last + 6 && words_.near(i - 1); ++i) {
    if (words_[i].is(WordGroup::speech)) return true;
  }
  return false;
}

// "Hunter needs boots": what somebody does who is asked for
bool NameCues::is_needing(std::size_t i) const {
  const NameItem& verb = words_.after(i);
  if (verb.capital) return false;
  if (verb.is(WordGroup::plain_verbs) && !verb.is(WordGroup::modal) && verb != "may" && verb != "are") return true;
  return verb.lower.size() > 4 && verb.lower.ends_with("ed")
             ? true
             : verb == "needs" || verb == "wants" || verb == "has" || verb == "is" || verb == "just" || verb == "could" || verb == "was";
}

bool NameCues::is_pronoun_next(std::size_t last) const {
  for (std::size_t i = last + 1; i < words_.size() && i < last + 16; ++i) {
    const std::string_view sign = words_.gap(i - 1);
    if (sign.starts_with("\n")) return false;
    if (sign != ". " && sign != "! ") continue;
    return words_[i].lower == "he" || words_[i].lower == "she";
  }
  return false;
}

bool NameCues::is_noun_after(std::size_t last) const {
  if (!words_.near(last) || words_[last].possessive) return false;
  const NameItem& next = words_[last + 1];
  if (next.capital || next.shape == Shape::digits || next.is(WordGroup::function_word)) return false;
  if (next.is(WordGroup::human_verbs) || next.is(WordGroup::plain_verbs) || next.is(WordGroup::families)) return false;
  return !next.lower.ends_with("ed") && !next.lower.ends_with("ly") &&
         !(next.lower.ends_with("s") && !next.is(WordGroup::goods) && !next.is(WordGroup::wares));
}

double NameCues::score_after(std::size_t first, std::size_t last, bool ordinary) const {
  if (last + 1 >= words_.size()) return 0;
  const NameItem& next = words_[last + 1];
  double score = 0;
  if (words_[last].possessive && words_.near(last)) {
    score += is_owner(last) ? lists_.weights.household : ordinary ? 0 : lists_.weights.possessive;
  } else if (is_human_verb_after(last) || (!ordinary && words_.near(last) && next.is(WordGroup::human_verbs))) {
    score += lists_.weights.human_verb;
  } else if (words_.near(last) && !ordinary && !next.capital && next.is(WordGroup::plain_verbs)) {
    score += lists_.weights.plain_verb;
  }
  if (is_age_after(last)) score += lists_.weights.age;
  if (is_kin_after(last)) score += lists_.weights.kin;
  // "Sweet family of three": at the start of a sentence an ordinary word is one
  const bool adjective = ordinary && (words_[first].starts || !words_[first].capital);
  const bool family = words_.near(last) && (next.is(WordGroup::families) || is_house_after(first, last)) && !adjective;
  if (family) score += lists_.weights.family;
  return score;
}

// "Coleman fuel", "Wilton pans", but "Mia bed" lost its "'s"
bool NameCues::is_brandlike(std::size_t first, std::size_t last) const {
  for (std::size_t i = first; i <= last; ++i) {
    const int given = words_[i].facts.given_tier();
    const bool family_name = words_[i].facts.surname_tier() != 0;
    if (!words_[i].capital || words_[i].possessive || ((given == 1 || given == 2) && !family_name) || (given == 1 && words_[i].starts))
      return false;
  }
  return true;
}

bool NameCues::is_something_else(std::size_t first, std::size_t last) const {
  if (first > 0) {
    const NameItem& before = words_[first - 1];
    const std::string_view between = words_.gap(first - 1);
    if ((before == "st" || before == "saint" || before == "mt" || before == "ft") &&
        (between == " " || (between == ". " && before != "saint")))
      return true;
    if (between == "@" || between == "#" || between == ".") return true;  // handles, addresses
    // "a Stanley tape", "an Anne of Green Gables set": nobody is one of several
    const NameItem& noun = words_.after(last);
    const bool attribute =
        !noun.empty() && !noun.is(WordGroup::plain_verbs) && !noun.is(WordGroup::human_verbs) && !noun.is(WordGroup::function_word);
    const bool one_of_many = (words_[first].capital || attribute) && (before == "a" || before == "an") && between == " ";
    // "a Lone Star"
    const NameItem& article = words_.before(first - 1);
    if (between == " " && before.capital && before.word && !before.any_tier() && words_[first].word && first == last &&
        (article == "a" || article == "an") && !is_human_verb_after(last))
      return true;
    if (one_of_many && !words_[last].surnames && (!words_.after(last).is(WordGroup::families) || words_.after(last) == "case")) return true;
  }
  // "a tent from Coleman"
  const NameItem& source = words_.before(first - 1);
  if (words_.before(first) == "from" && (source.is(WordGroup::wares) || source.is(WordGroup::goods) || source == "tent") &&
      is_brandlike(first, last) && first == last)
    return true;
  // "a pattern called Feather and Fan"
  if ((words_.before(first) == "called" || words_.before(first) == "named") && words_.before(first - 1).is(WordGroup::called_things))
    return true;
  // "came up from Corbin last fall"
  if (first == last && is_home_before(first) && words_[first].capital && !words_[last].possessive && words_.after(last) != "and")
    return true;
  // "in May", "last June": the month, whatever follows
  if (first == last && words_[first].facts.name_class() == NameClass::calendar && words_.before(first).is(WordGroup::before_date))
    return true;
  if (words_.before(first) == "near" && !words_[last].possessive) return true;
  // "a pair of Brooks"
  if (words_[first].capital && words_.before(first) == "of" && words_.before(first - 1).is(WordGroup::containers) &&
      !words_[last].possessive)
    return true;
  if (is_part_of_thing(first, last)) return true;
  // "work at Tyson"
  if (first == last && words_.before(first) == "at" && !words_[last].possessive && words_.before(first - 1).is(WordGroup::working) &&
      !is_human_verb_after(last))
    return true;
  // "in Hope, Indiana"
  if (first == last && words_.before(first).is(WordGroup::places_before) && words_.gap(last) == ", " && last + 1 < words_.size() &&
      words_[last + 1].facts.name_class() == NameClass::place && words_[last + 1].capital)
    return true;
  // "near Rose Park": the last word of the run says that it is a place
  if (last > first && words_[last].is(WordGroup::heads) && words_[last].word && !words_[first].listed()) return true;
  if (last > first && words_[last].is(WordGroup::capital_heads) && words_[last].capital && !words_[last].starts) return true;
  // "Haint Blue"
  const NameItem& color = words_[last];
  const bool paint = color == "blue" || color == "red" || color == "purple" || color == "pink" || color == "yellow" || color == "orange";
  if (last == first + 1 && paint && color.capital && !words_[first].listed()) return true;
  // "Ramona the Brave", "Sophie the Giraffe"
  if (words_.after(last) == "the" && words_.near(last + 1) && words_[last + 2].shape == Shape::capitalized && words_[first].capital &&
      !words_[last + 2].is(WordGroup::kin) && !words_[last].possessive)
    return true;
  // "will jimmy the door": a verb
  if (!words_[first].capital && first == last && words_.before(first).is(WordGroup::modal) &&
      (words_.after(last).is(WordGroup::article) || words_.after(last) == "it" || words_.after(last) == "them"))
    return true;
  const std::string_view after = words_.gap(last);
  if (after.starts_with("@") || (after.starts_with(".") && after.size() == 1) || after == "_") return true;
  // Johnson County, Miller Park Elementary: up to two capitals between
  for (std::size_t i = last + 1; i < words_.size() && i <= last + 3; ++i) {
    if (words_.gap(i - 1) != " " && words_.gap(i - 1) != "-") break;
    if (words_[i - 1].possessive && !words_[i].capital) break;  // "Maya's school"
    const bool numbered = words_[i].shape == Shape::digits;
    // "at ms royce house"
    const bool lives = !words_[i].capital && words_[i].is(WordGroup::household) && first > 0 && words_[first - 1].is(WordGroup::titles);
    if (words_[i].is(WordGroup::capital_heads) && words_[i].capital && !words_[i].starts) return true;
    if (!lives && !is_house_after(first, last) && words_[i].is(WordGroup::heads) &&
        (words_[i].capital || (i == last + 1 && !words_[i].is(WordGroup::families))))
      return true;
    if (i == last + 1 && (words_[i].is(WordGroup::goods) || (words_[i].is(WordGroup::wares) && is_brandlike(first, last)))) return true;
    if (!words_[i].capital && !numbered) break;
  }
  // "Camp Belzer", "Lake Lemon"
  if (last > first && words_[first].is(WordGroup::place_opening) && words_[first].capital) return true;
  // a store: "at Miller's", "from Carter's", "swears by Penzey's and"
  if (words_[last].possessive && first == last && !words_[last].listed() && words_[last].capital &&
      (words_.after(last).empty() || words_.after(last).is(WordGroup::function_word)) && !words_.before(first).is(WordGroup::kin))
    return true;
  return words_[last].possessive && (words_.before(first) == "at" || words_.before(first) == "from") &&
         !words_.after(last).is(WordGroup::household);
}

// "Purina Layena", "Rhode Island Red", "Storm Elliott": what follows the name of a thing with a capital belongs to it.
bool NameCues::is_part_of_thing(std::size_t first, std::size_t last) const {
  const NameItem& before = words_.before(first);
  const NameItem& item = words_[first];
  if (!before.capital || before.possessive || !item.capital || before.is(WordGroup::no_names) || is_kin(first - 1)) return false;
  if (before.blocked && (before == "storm" || before == "hurricane")) return true;
  if (before.is(WordGroup::place_opening) && before.shape == Shape::capitalized && before != "team") return true;  // "Camp Indicoso"
  const NameClass kind = before.facts.name_class();
  const bool thing = before.blocked || (!before.any_tier() && (kind == NameClass::thing || kind == NameClass::figure));
  return thing && last == first && !item.listed() && !item.surnames && !is_age_after(last) && !is_human_verb_after(last);
}

// "moved from", "came up from": a town follows
bool NameCues::is_home_before(std::size_t i) const {
  if (words_.before(i) != "from") return false;
  const auto comes = [](const NameItem& verb) { return verb == "came" || verb == "moved" || verb == "relocated" || verb == "drove"; };
  const NameItem& before = words_.before(i - 1);
  if (comes(before)) return true;
  const bool way = before == "up" || before == "down" || before == "over" || before == "here";
  return way && i > 2 && comes(words_.before(i - 2));
}

// "at the Fultz house": where a family lives
bool NameCues::is_house_after(std::size_t first, std::size_t last) const {
  const NameItem& house = words_.after(last);
  return first == last && (house == "house" || house == "place") && !house.capital && words_.before(first) == "the" &&
         words_[first].capital && (words_[first].facts.surname_tier() != 0 || words_[first].unknown()) && !words_[first].word &&
         words_[first].facts.name_class() == NameClass::none;
}

bool NameCues::is_signature(std::size_t first, std::size_t last) const {
  // "Thanks, Dana Ruiz, FCM"
  const bool titled =
      last + 1 < words_.size() && words_[last + 1].is(WordGroup::acronyms) && (words_.gap(last) == " " || words_.gap(last) == ", ");
  const std::size_t end = titled ? last + 1 : last;
  const bool ends = end + 1 >= words_.size() || !words_.same_line(end);
  if (!ends || (!words_[first].capital && !words_.all_lower()) || first == 0) return false;
  const std::string_view before = words_.gap(first - 1);
  const bool after_closing = before.starts_with(",") || before.starts_with("\n") || before == " " || before == " -" || before == " - ";
  const bool own_line = before.find('\n') != std::string_view::npos;
  const bool much =
      words_[first - 1] == "much" && first > 2 && (words_[first - 3].is(WordGroup::closings) || words_[first - 2].is(WordGroup::closings));
  if ((after_closing || own_line) && (words_[first - 1].is(WordGroup::closings) || (much && before.starts_with(",")))) return true;
  const std::uint32_t begin = words_.range(first).begin;
  const std::string_view text = words_.document().text();
  const bool dash = begin >= 1 && (text[begin - 1] == '-' || (begin >= 2 && text[begin - 1] == ' ' && text[begin - 2] == '-'));
  return dash && before != "-" && last + 1 >= words_.size();
}

}  // namespace careportal_lint
