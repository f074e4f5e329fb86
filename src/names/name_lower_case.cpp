#include "names/name_lower_case.h"

namespace careportal_lint {
namespace {

// Verbs of people: after an ordinary word in lower case only these make it a name.
const WordSet& speaks() {
  static const WordSet words = {"said",  "says",  "told",  "tells",   "wears",  "loves", "likes", "plays",
                                "wants", "hopes", "asked", "prefers", "enjoys", "works", "lives"};
  return words;
}

bool is_modal(std::string_view word) { return word == "will" || word == "may" || word == "can"; }

}  // namespace

bool LowerCaseNames::is_surname(std::size_t i) const {
  const NameItem& item = words_[i];
  const int surname = item.facts.surname_tier();
  return !item.blocked && (surname == 1 || surname == 2) && !item.word && item.facts.name_class() == NameClass::none &&
         !lists_.kin.contains(item.lower);
}

bool LowerCaseNames::is_name(std::size_t i) const {
  const NameItem& item = words_[i];
  const int given = item.facts.given_tier();
  const std::size_t kin = cues_.kin_before(i);
  const bool beside = kin != kNoWord && kin + 1 == i && (words_.near(kin) || words_.gap(kin) == ". ");
  const bool title = beside && lists_.titles.contains(words_[kin].lower);
  if (item.lower.size() < 3) return false;
  if (!item.word) {
    if (given == 1 || given == 2) return true;
    const int surname = item.facts.surname_tier();
    if ((surname == 1 || surname == 2) && (title || lists_.families.contains(words_.after(i)))) return true;
    if (title && item.facts.proper() && !item.facts.name_like() && !item.facts.domain()) return true;  // "judge fairweather"
  }
  if (item.unknown()) return is_unknown_name(i, kin, beside);
  static const WordSet strict = {"mr", "mrs", "ms", "mx"};
  if (beside && item.any_tier() && item.facts.commonness() > 1 && strict.contains(words_[kin].lower)) return true;
  if (given == 0 || item.lower == "baby") return false;
  if (given < 3 && beside && words_[kin].lower.size() > 1) return true;  // "mom josh"
  if (given < 3 && words_.after(i) == "and" && i + 2 < words_.size() && words_[i + 2].facts.given_tier() != 0) return true;
  if (words_.near(i) && !is_modal(item.lower) && !lists_.places_before.contains(words_.before(i))) {
    // "jasmine delgado", "destiny okonkwo"
    if (is_surname(i + 1)) return true;
    const NameItem& next = words_[i + 1];
    const bool inflected =
        next.lower.ends_with("ing") || next.lower.ends_with("ed") || next.lower.ends_with("ly") || next.lower.ends_with("s");
    if (next.unknown() && next.lower.size() > 4 && next.shape == Shape::lower && !inflected && !is_slip(next.lower)) return true;
  }
  return is_word_as_name(i, kin, beside);
}

// "mom shaniquia", "the okafor family", "for shawntay who is due", but not "mom strugled"
bool LowerCaseNames::is_unknown_name(std::size_t i, std::size_t kin, bool beside) const {
  const NameItem& item = words_[i];
  if (item.lower.size() < 4 || item.possessive || item.capital || item.shape == Shape::mixed || item.shape == Shape::alphanumeric)
    return false;
  static const WordSet opens = {"for", "with", "and", "that", "about", "named"};
  const bool by_kin = beside && !lists_.plurals.contains(words_[kin].lower);
  const bool family = words_.before(i) == "the" && lists_.families.contains(words_.after(i));
  const bool acts = item.lower.size() > 4 && (words_[i].starts || opens.contains(words_.before(i))) &&
                    (words_.after(i) == "who" || speaks().contains(words_.after(i)));
  // "mom is kayleen."
  static const WordSet endings = {"ic", "al", "er", "ul", "us", "nt", "ve", "ss", "le"};
  const std::string_view sign = words_.gap(i);
  const bool told = kin != kNoWord && !beside && kin + 2 == i && item.lower.size() > 4 && words_.before(i) != "are" &&
                    !lists_.plurals.contains(words_[kin].lower) &&
                    (sign.starts_with(".") || sign.starts_with(",") || sign.starts_with("\n") || words_.after(i) == "and") &&
                    (words_.before(i) == "named" || !endings.contains(std::string_view(item.lower).substr(item.lower.size() - 2)));
  if (!by_kin && !family && !acts && !told) return false;
  const bool inflected =
      item.lower.ends_with("ing") || item.lower.ends_with("ed") || item.lower.ends_with("ly") || item.lower.ends_with("s");
  return !inflected && !is_slip(item.lower);
}

// "our guy", "the king": the word, not a name
bool LowerCaseNames::is_determined(std::size_t i) const {
  static const WordSet determiners = {"a",   "an",  "the",  "her",   "his",   "their", "my",  "our",    "your",  "this", "that",
                                      "in",  "no",  "of",   "one",   "every", "each",  "new", "little", "sweet", "big",  "older",
                                      "old", "two", "good", "young", "some",  "any",   "to",  "very",   "so",    "such"};
  const std::string_view before = words_.before(i);
  return determiners.contains(before) && !(before == "so" && words_[i - 1].starts);
}

// "marquise he is 17", "angel and her kids", "may and june r sisters"
bool LowerCaseNames::is_followed_by_person(std::size_t i, std::string_view next, bool doubtful) const {
  static const WordSet persons = {"he", "she", "hes", "shes"};
  if (!doubtful && persons.contains(next) && !is_determined(i) && !words_[i].possessive) return true;
  if (i + 2 >= words_.size() || (next != "and" && next != "n")) return false;
  const NameItem& second = words_[i + 2];
  if (!doubtful && words_[i].starts && words_.near(i + 1) && (second.lower == "her" || second.lower == "his")) return true;
  if (second.facts.given_tier() == 0 || i + 4 >= words_.size() || !words_.near(i + 2) || !words_.near(i + 3)) return false;
  const std::string_view verb = words_[i + 3].lower;
  static const WordSet siblings = {"sisters", "brothers", "twins", "siblings", "sibs", "cousins", "placed", "both"};
  return (verb == "r" || verb == "are") && (siblings.contains(words_[i + 4].lower) || words_[i + 4].shape == Shape::digits);
}

// "hope says", "her son chase (6)", "dad is chance, mom is ivy": a word that only a name can be there.
bool LowerCaseNames::is_word_as_name(std::size_t i, std::size_t kin, bool beside) const {
  const NameItem& item = words_[i];
  if (item.facts.given_tier() == 0) return false;
  const std::string_view next = words_.after(i);
  const std::string_view sign = words_.gap(i);
  const bool aged = cues_.is_age_after(i) && (sign == " (" || next.starts_with("age") || sign == ", ");
  if (aged || (sign == " (" && cues_.is_kin_after(i))) return true;
  const bool ends = sign.starts_with(",") || sign.starts_with(".") || sign.starts_with("\n") || sign.starts_with(" @") || next == "and";
  const bool virtue = lists_.virtues.contains(item.lower);
  const bool calendar = item.facts.name_class() == NameClass::calendar;
  if (cues_.introduction(i) == NameCues::Introduction::sure && words_.before(i) != "meet") return true;  // "a baby named prince"
  // "will is 10": no verb stands like this
  if (!calendar && (next == "is" || next == "turned") && cues_.is_age_after(i) && !is_determined(i)) return true;
  if (is_followed_by_person(i, next, virtue || calendar)) return true;
  if (i >= 2 && is_followed_by_person(i - 2, words_.after(i - 2), true) && words_.after(i - 2) == words_.before(i)) return true;
  if (cues_.is_labelled(i)) return ends && sign.find_first_of(".\n") == std::string_view::npos;  // "kids: angel, rosa"
  // "the kids are grace, hunter and mia"
  const bool list = words_.before(i) == "are" && sign == ", " && i + 1 < words_.size() && words_[i + 1].facts.given_tier() != 0;
  if (kin != kNoWord && list) return true;
  if (kin != kNoWord && !lists_.plurals.contains(words_[kin].lower) && !lists_.families.contains(words_[kin].lower)) {
    if (beside && words_.near(kin)) {
      const bool told = next == "is" || next == "was" || next == "has" || next == "and" || cues_.is_human_verb_after(i) ||
                        (!is_modal(item.lower) && item.lower != "van" && lists_.plain_verbs.contains(next));
      return told;
    }
    static const WordSet adjectives = {"frank",  "precious", "unique", "sunny", "royal", "rusty", "sandy",  "stormy", "rich",   "major",
                                       "young",  "strong",   "sweet",  "noble", "loyal", "brave", "true",   "wild",   "gentle", "blessed",
                                       "golden", "white",    "brown",  "black", "small", "long",  "junior", "early"};
    if (words_.before(i) == "is" && ends && !adjectives.contains(item.lower)) return true;
    // "mom's oldest, hope, just made"
    if (words_.gap(kin) == ", " && kin + 1 == i && sign == ", " && !is_modal(item.lower)) return true;
  }
  static const WordSet opens = {"and", "but", "because", "since", "so", "then", "when", "if", "that", "while", "bc", "cuz"};
  // "his boys angel and king love cars"
  if (beside && words_.near(kin) && (next == "and" || sign == ", ")) {
    const std::size_t second = next == "and" ? i + 2 : i + 1;
    if (second < words_.size() && words_[second].facts.given_tier() != 0 && (!virtue || words_[second].listed()) &&
        !lists_.kin.contains(words_[second].lower))
      return true;
  }
  static const WordSet needs = {"needs", "needed", "wants", "turned", "turns", "wears", "has", "is"};
  const bool opened = item.starts || opens.contains(words_.before(i)) || words_.before(i) == "said" || words_.before(i) == "says";
  if (opened && !virtue && needs.contains(next) && ((next != "is" && next != "has") || cues_.is_age_after(i))) return true;
  static const WordSet feels = {"scared",   "sick",    "shy",        "hungry",   "tired",   "afraid",   "excited",
                                "crawling", "walking", "teething",   "starting", "growing", "sleeping", "wearing",
                                "asking",   "turning", "outgrowing", "sleeping", "potty"};
  if (opened && !virtue && (next == "is" || next == "was") && words_.near(i + 1) && feels.contains(words_[i + 2].lower)) return true;
  const bool opening = item.starts || opens.contains(words_.before(i)) || (i > 0 && words_.gap(i - 1) == ", ");
  return opening && (speaks().contains(next) || (item.starts && cues_.is_human_verb_after(i) && (next == "at" || next == "from")));
}

}  // namespace careportal_lint
