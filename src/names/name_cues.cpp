#include "names/name_cues.h"

namespace careportal_lint {
namespace {

bool is_be(std::string_view word) { return word == "is" || word == "was" || word == "are" || word == "were"; }

const WordSet& modals() {
  static const WordSet words = {"would", "will",    "can",    "could", "may",  "might",  "should",
                                "to",    "doesn't", "didn't", "does",  "also", "really", "just"};
  return words;
}

}  // namespace

bool NameCues::is_kin(std::size_t i) const {
  return (lists_.kin.contains(words_[i].lower) || lists_.titles.contains(words_[i].lower)) && !words_[i].possessive;
}

// "wears", "moved", "said": no plural and no infinitive.
bool NameCues::is_finite(std::size_t i) const {
  static const WordSet irregular = {"said", "told", "wore", "drew", "slept", "knew", "thought", "wrote", "sang", "read", "felt"};
  const std::string& verb = words_[i].lower;
  return lists_.human_verbs.contains(verb) && (verb.ends_with("s") || verb.ends_with("ed") || irregular.contains(verb));
}

bool NameCues::is_labelled(std::size_t i) const {
  if (i == 0) return false;
  const std::string_view between = words_.gap(i - 1);
  if (between != ": " && between != ":" && between != " - " && between != " : ") return false;
  if (lists_.labels.contains(words_[i - 1].lower)) return true;
  // "Child 2: Mia"
  const bool numbered = words_[i - 1].shape == Shape::digits || words_[i - 1].lower.size() == 1;
  return numbered && i > 1 && (words_.near(i - 2) || words_.gap(i - 2) == " #") && lists_.labels.contains(words_[i - 2].lower);
}

NameCues::Introduction NameCues::introduction(std::size_t i) const {
  if (i == 0 || !words_.same_line(i - 1)) return Introduction::none;
  const std::string_view between = words_.gap(i - 1);
  const bool close = between == " " || between == ", " || between == ": " || between == " \"" || between == " '";
  if (!close) return Introduction::none;
  const std::string& word = words_[i - 1].lower;
  const std::string_view before = words_.before(i - 1);
  if (word == "called") {  // "a boy called Hudson", not "she called Medicaid"
    static const WordSet callers = {"he",  "she",  "i",   "we",     "they", "mom",     "dad", "has",
                                    "had", "have", "and", "worker", "who",  "already", ""};
    return callers.contains(before) ? Introduction::none : Introduction::sure;
  }
  if (word == "him" || word == "her" || word == "them" || word == "me") {  // "everyone calls him Tank"
    if (before == "call" || before == "calls" || before == "called" || before == "calling") return Introduction::sure;
  }
  if (word == "meet") return Introduction::weak;
  if (lists_.introductions.contains(word)) return Introduction::sure;
  if (between != " ") return Introduction::none;
  if (is_be(word) && (before == "name" || before == "names")) return Introduction::sure;
  if (word == "by" && (before == "goes" || before == "go" || before == "going" || before == "went")) return Introduction::sure;
  return word == "as" && before == "known" ? Introduction::sure : Introduction::none;
}

std::size_t NameCues::kin_before(std::size_t i) const {
  if (i == 0 || !words_.same_line(i - 1)) return kNoWord;
  const std::string_view between = words_.gap(i - 1);
  const bool title = lists_.titles.contains(words_[i - 1].lower);
  // a full stop belongs to a title ("Mr."), else it ends a sentence
  const bool beside = between == " " || between == ", " || between == ": " || between == " - " || between == " (" || between == "-" ||
                      between == "/" || (between == ". " && title && words_[i - 1].lower.size() <= 4);
  if (beside && is_kin(i - 1)) return i - 1;
  if (between != " ") return kNoWord;
  const std::string& word = words_[i - 1].lower;
  const bool is = is_be(word) || word == "named" || word == "called" || word == "nicknamed" || word == "name";
  if (is && i > 1 && words_.near(i - 2) && is_kin(i - 2)) return i - 2;
  return kNoWord;
}

bool NameCues::is_small_number(std::size_t i) const {
  static const WordSet numbers = {"one", "two",    "three",  "four",     "five",     "six",     "seven",   "eight",     "nine",
                                  "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"};
  return numbers.contains(words_[i].lower) || (words_[i].shape == Shape::digits && words_.range(i).size() <= 2);
}

bool NameCues::is_person_before(std::size_t i) const {
  if (i < 2 || !words_.near(i - 1)) return false;
  static const WordSet of = {"because", "care",     "custody",   "proud",  "mother",   "mom",         "dad",     "father", "parent",
                             "parents", "ahead",    "instead",   "friend", "guardian", "sister",      "brother", "behalf", "thinks",
                             "thought", "speaking", "placement", "aunt",   "uncle",    "grandmother", "hopes"};
  static const WordSet from = {"hear",  "heard", "hearing", "help",    "support", "call", "calls", "text",
                               "texts", "note",  "email",   "message", "word",    "hug",  "hugs"};
  static const WordSet person = {"asked", "told", "met",  "thank",  "tell", "ask",  "per",
                                 "let",   "gave", "give", "helped", "love", "meet", "placed"};
  const std::string& word = words_[i - 1].lower;
  if (person.contains(word)) return true;
  const std::string_view before = words_.before(i - 1);
  if (before.empty()) return false;
  if (word == "of") return of.contains(before);
  if (word == "from") return from.contains(before);
  if (word != "to") return false;
  if (lists_.motion.contains(before) ||
      (before.ends_with("ing") && before != "according" && before != "talking" && before != "listening" && before != "speaking"))
    return false;
  for (std::size_t k = i - 1; k > 0 && i - k < 5 && words_.near(k - 1); --k) {
    if (lists_.motion.contains(words_[k - 1].lower)) return false;
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
  static const WordSet becomes = {"is", "was", "turned", "turns", "turning", "just", "will", "be", "only", "now"};
  while (number_at < words_.size() && number_at < next + 3 && words_.near(number_at - 1) && becomes.contains(words_[number_at].lower))
    ++number_at;
  if (number_at > next && number_at < words_.size() && words_.near(number_at - 1) && is_small_number(number_at)) {
    const std::string_view follows = words_.after(number_at);
    static const WordSet follow = {"and",  "years", "yrs",   "yr",  "year", "months", "mos", "weeks", "but", "so",
                                   "this", "in",    "today", "now", "who",  "with",   "she", "he",    "yo",  "y"};
    if (follows.empty() || follow.contains(follows)) return true;
  }
  static const WordSet ages = {"age", "aged", "dob", "born", "yo"};
  static const WordSet sorts = {"boy", "girl", "male", "female", "age", "ages", "size", "sizes", "newborn"};
  const bool beside = between == " " || between == ", " || between == " (";
  // "Leo, age 5", but not "they will age out"
  const bool told = words_.near(next) && (is_small_number(next + 1) || words_[next].lower != "age");
  if (beside && ages.contains(words_[next].lower) && (told || words_.gap(next) == ": ")) return true;
  const bool apart = between == " (" || between == " - " || between == "-" || between == ": " || between == " : ";
  if (apart && sorts.contains(words_[next].lower)) return true;
  const bool number = words_[next].shape == Shape::digits && words_.range(next).size() <= 2;
  const bool size = words_[next].shape == Shape::alphanumeric && words_.range(next).size() <= 4;  // 5T, 10yo
  if ((number || size) && apart) return true;
  if (number && (between == " " || between == ", ")) {
    static const WordSet years = {"year", "years", "yr", "yrs", "yo", "y", "months", "mo", "mos", "weeks"};
    if (years.contains(words_.after(next))) return words_.after(next + 1) != "ago";
    // "Leo, 8," and not "Leo, 2 beds"
    if (between == ", ") return !after.starts_with(" ") || after.starts_with(" (");
    return after == ", " || after.starts_with(".") || (after.starts_with("\n") && words_[last].any_tier()) || words_.after(next) == "and";
  }
  return false;
}

// "Hope (mom)", "Jessica, mother of three,", "Summer is the oldest"
bool NameCues::is_kin_after(std::size_t last) const {
  if (last + 3 < words_.size() && words_.near(last) && words_.near(last + 1) && words_.near(last + 2) && is_be(words_[last + 1].lower)) {
    static const WordSet articles = {"the", "a", "an", "her", "his", "my", "our", "their", "such", "one", "quite"};
    static const WordSet stops = {"for", "of", "to", "in", "on", "with", "that", "and", "from", "at", "who", "is", "when", "by"};
    if (articles.contains(words_[last + 2].lower)) {
      // "Cedar is a kind boy"
      for (std::size_t i = last + 3; i < words_.size() && i < last + 7 && words_.near(i - 1) && !stops.contains(words_[i].lower); ++i) {
        if (!is_kin(i) || lists_.plurals.contains(words_[i].lower)) continue;
        if (i == last + 3) return !is_noun_after(i);
        static const WordSet people = {"boy",    "girl",   "kid",     "child",       "man",     "woman",   "baby", "mom",      "mother",
                                       "dad",    "father", "teen",    "teenager",    "toddler", "student", "son",  "daughter", "brother",
                                       "sister", "youth",  "grandma", "grandmother", "lady",    "infant",  "kiddo"};
        return people.contains(words_[i].lower) && !is_noun_after(i);
      }
    }
    return false;
  }
  if (last + 2 < words_.size() && words_.gap(last) == ", ") {
    // "Moose, the cat," "Bernice, her great aunt,"
    static const WordSet owners = {"the", "her", "his", "my", "our", "their"};
    if (owners.contains(words_[last + 1].lower)) {
      for (std::size_t i = last + 2; i < words_.size() && i < last + 5 && words_.near(i - 1); ++i) {
        if (!is_kin(i)) continue;
        const std::string_view sign = words_.gap(i);
        const std::string_view follows = words_.after(i);
        return sign.starts_with(",") || sign.starts_with(".") || sign.starts_with("\n") || follows == "who" || follows == "from" ||
               follows == "of";
      }
    }
  }
  if (last + 1 >= words_.size() || !lists_.roles.contains(words_[last + 1].lower)) return false;
  if (words_.gap(last) == " (") return words_.gap(last + 1).starts_with(")") || words_.gap(last + 1) == ", ";
  const std::string_view next = words_.after(last + 1);
  if (words_.gap(last) == " - " || words_.gap(last) == "- ")
    return words_.gap(last + 1).starts_with("\n") || words_.gap(last + 1).starts_with(",");
  return words_.gap(last) == ", " && (next == "of" || next == "to");
}

bool NameCues::is_human_verb_after(std::size_t last) const {
  if (!words_.near(last) || words_[last + 1].capital || words_[last].possessive) return false;
  if (is_finite(last + 1)) return true;
  if (modals().contains(words_[last + 1].lower) && words_.near(last + 1) && lists_.human_verbs.contains(words_[last + 2].lower))
    return true;
  // "Justice is in 3rd grade", "Summer is in kindergarten"
  if (is_be(words_[last + 1].lower) && words_.after(last + 1) == "in" && words_.near(last + 2)) {
    static const WordSet classes = {"kindergarten", "preschool", "high",    "middle", "college", "elementary",
                                    "grade",        "school",    "daycare", "foster", "diapers"};
    if (classes.contains(words_[last + 3].lower) || words_.after(last + 3) == "grade") return true;
  }
  // "Heaven turned 3"
  static const WordSet turns = {"turned", "turns", "turning"};
  if (turns.contains(words_[last + 1].lower) && words_.near(last + 1) && words_[last + 2].shape == Shape::digits) return true;
  // "Quinn and his mom"
  if (words_[last + 1].lower == "and" && words_.near(last + 1)) {
    const std::string& owner = words_[last + 2].lower;
    return owner == "his" || owner == "her" || owner == "their";
  }
  // "Gus from the garage told"
  static const WordSet joins = {"at", "from", "over", "with"};
  static const WordSet speech = {"said", "says", "told", "tells", "called", "promised", "agreed"};
  if (!joins.contains(words_[last + 1].lower)) return false;
  for (std::size_t i = last + 2; i < words_.size() && i <= last + 6 && words_.near(i - 1); ++i) {
    if (speech.contains(words_[i].lower)) return true;
  }
  return false;
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
  static const WordSet functions = {"and",     "or",    "but",   "to",   "in",    "at",     "for",     "with", "who",   "when",  "while",
                                    "because", "so",    "on",    "as",   "since", "after",  "before",  "by",   "a",     "an",    "the",
                                    "this",    "that",  "her",   "his",  "their", "it",     "from",    "of",   "about", "too",   "if",
                                    "then",    "than",  "until", "into", "up",    "out",    "over",    "both", "all",   "she",   "he",
                                    "they",    "i",     "we",    "not",  "no",    "till",   "til",     "next", "every", "whose", "where",
                                    "again",   "now",   "alone", "bc",   "cuz",   "though", "turning", "age",  "aged",  "asap",  "please",
                                    "pls",     "right", "there", "here", "today", "w"};
  const NameItem& next = words_[last + 1];
  if (next.capital || next.shape == Shape::digits || functions.contains(next.lower)) return false;
  if (lists_.human_verbs.contains(next.lower) || lists_.plain_verbs.contains(next.lower) || lists_.families.contains(next.lower))
    return false;
  return !next.lower.ends_with("ed") && !next.lower.ends_with("ly") && !(next.lower.ends_with("s") && !lists_.goods.contains(next.lower));
}

double NameCues::score_after(std::size_t first, std::size_t last, bool ordinary) const {
  if (last + 1 >= words_.size()) return 0;
  const NameItem& next = words_[last + 1];
  double score = 0;
  if (words_[last].possessive && words_.near(last)) {
    score += lists_.household.contains(next.lower) ? lists_.weight("household") : ordinary ? 0 : lists_.weight("possessive");
  } else if (is_human_verb_after(last) || (!ordinary && words_.near(last) && lists_.human_verbs.contains(next.lower))) {
    score += lists_.weight("human-verb");
  } else if (words_.near(last) && !ordinary && !next.capital && lists_.plain_verbs.contains(next.lower)) {
    score += lists_.weight("plain-verb");
  }
  if (is_age_after(last)) score += lists_.weight("age");
  if (is_kin_after(last)) score += lists_.weight("kin");
  // "Sweet family of three": at the start of a sentence an ordinary word is one
  const bool adjective = ordinary && (words_[first].starts || !words_[first].capital);
  const bool family = words_.near(last) && lists_.families.contains(next.lower) && !adjective;
  if (family) score += lists_.weight("family");
  return score;
}

bool NameCues::is_something_else(std::size_t first, std::size_t last) const {
  if (first > 0) {
    const std::string& before = words_[first - 1].lower;
    const std::string_view between = words_.gap(first - 1);
    if ((before == "st" || before == "saint" || before == "mt" || before == "ft") && (between == ". " || between == " ")) return true;
    if (between == "@" || between == "#" || between == ".") return true;  // handles, addresses
  }
  // "in May", "last June": the month, whatever follows
  static const WordSet dates = {"in",   "by",  "until", "till",   "til", "since", "last",  "next",   "this", "early", "late",
                                "mid",  "of",  "end",   "during", "each", "every", "before", "after", "every", "early", "around",
                                "come", "per", "in",    "through"};
  if (first == last && words_[first].facts.name_class() == NameClass::calendar && dates.contains(words_.before(first))) return true;
  // "near Rose Park": the last word of the run says that it is a place
  if (last > first && lists_.heads.contains(words_[last].lower) && words_[last].word && !words_[first].listed()) return true;
  const std::string_view after = words_.gap(last);
  if (after.starts_with("@") || (after.starts_with(".") && after.size() == 1) || after == "_") return true;
  // Johnson County, Miller Park Elementary: up to two capitals between
  for (std::size_t i = last + 1; i < words_.size() && i <= last + 3; ++i) {
    if (words_.gap(i - 1) != " " && words_.gap(i - 1) != "-") break;
    if (words_[i - 1].possessive && !words_[i].capital) break;  // "Maya's school"
    const bool numbered = words_[i].shape == Shape::digits;
    if (lists_.heads.contains(words_[i].lower) && (words_[i].capital || (i == last + 1 && !lists_.families.contains(words_[i].lower))))
      return true;
    if (i == last + 1 && lists_.goods.contains(words_[i].lower)) return true;
    if (!words_[i].capital && !numbered) break;
  }
  // a store: "at Miller's", "from Carter's"
  return words_[last].possessive && (words_.before(first) == "at" || words_.before(first) == "from") &&
         !lists_.household.contains(words_.after(last));
}

bool NameCues::is_signature(std::size_t first, std::size_t last) const {
  const bool ends = last + 1 >= words_.size() || !words_.same_line(last);
  if (!ends || !words_[first].capital || first == 0) return false;
  const std::string_view before = words_.gap(first - 1);
  const bool after_closing = before.starts_with(",") || before.starts_with("\n") || before == " " || before == " -" || before == " - ";
  if (after_closing && lists_.closings.contains(words_[first - 1].lower)) return true;
  const std::uint32_t begin = words_.range(first).begin;
  const std::string_view text = words_.document().text();
  const bool dash = begin >= 1 && (text[begin - 1] == '-' || (begin >= 2 && text[begin - 1] == ' ' && text[begin - 2] == '-'));
  return dash && before != "-" && last + 1 >= words_.size();
}

}  // namespace careportal_lint
