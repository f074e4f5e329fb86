#include "names/name_finder.h"

#include <algorithm>
#include <optional>

#include "names/name_cues.h"
#include "names/name_lower_case.h"
#include "names/name_roles.h"

namespace careportal_lint {
namespace {

constexpr std::size_t kLongestRun = 4;  // words of one name

bool is_suffix(std::string_view word) { return word == "jr" || word == "sr" || word == "ii" || word == "iii" || word == "iv"; }

class Finder {
 public:
  Finder(const NameWords& words, const NameLists& lists) : words_(words), lists_(lists), cues_(words, lists), lower_(words, lists) {}

  std::vector<NameCandidate> run() {
    for (std::size_t i = 0; i < words_.size();) {
      std::optional<NameCandidate> candidate = candidate_at(i);
      if (!candidate) {
        ++i;
        continue;
      }
      i = candidate->last + 1;
      candidates_.push_back(std::move(*candidate));
    }
    adopt_neighbors();
    weigh_lists();
    remember();
    std::erase_if(candidates_, [&](const NameCandidate& candidate) { return candidate.score < weight("warning"); });
    weigh_lists();  // links again: those dropped are no links
    return std::move(candidates_);
  }

 private:
  [[nodiscard]] double weight(const char* name) const { return lists_.weight(name); }
  [[nodiscard]] bool is_sure(const NameCandidate& candidate) const { return candidate.score >= weight("error"); }
  [[nodiscard]] bool is_plain(std::size_t i) const {
    return !words_[i].blocked && words_[i].shape != Shape::digits && words_[i].shape != Shape::alphanumeric &&
           !lists_.kin.contains(words_[i].lower) && !lists_.titles.contains(words_[i].lower);
  }

  // ---- words

  // A word that could be (part of) a name without any cue.
  [[nodiscard]] bool is_name_word(std::size_t i) const {
    const NameItem& item = words_[i];
    if (!is_plain(i)) return false;
    if (!item.capital) return lower_.is_name(i);
    if (item.shape == Shape::upper && item.facts.given_tier() == 0 && (!item.listed() || item.facts.acronym())) return false;
    if (item.shape == Shape::upper && item.facts.acronym() && cues_.score_after(i, i, false) <= 0) return false;
    if (item.any_tier() || item.surnames) return true;
    if (item.unknown())
      return (!item.starts && (item.lower.size() <= 5 || cues_.is_person_before(i) || lists_.families.contains(words_.after(i)))) ||
             !is_slip(item.lower);
    return (item.facts.proper() && !item.word && !item.facts.name_like() && !item.starts);
  }

  // May follow the first word of a name: "Reyes-Delgado", "De La Cruz", "J.", "Jr".
  [[nodiscard]] bool continues_name(std::size_t i, std::size_t first_word) const {
    const NameItem& first = words_[first_word];
    const NameItem& item = words_[i];
    if (!is_plain(i) || lists_.families.contains(item.lower)) return false;
    if (is_suffix(item.lower)) return true;
    if (item.capital) {
      if (item.lower.size() == 1) return item.lower != "i";
      if (item.shape == Shape::upper && item.lower.size() > 2) return item.listed() && first.shape == Shape::upper;
      if (item.any_tier() || item.unknown() || item.surnames) return true;
      // "Autumn Skye", "Nathaniel Two Hearts": after a given name that is no word a capital means a name
      if (first.listed() && first.facts.given_tier() != 0 && !first.word && item.shape == Shape::capitalized &&
          (!item.starts || cues_.is_labelled(first_word)) && item.facts.name_class() == NameClass::none && !item.facts.acronym() &&
          !item.facts.domain() && !lists_.goods.contains(item.lower) && !lists_.closings.contains(item.lower) && !lists_.labels.contains(item.lower))
        return true;
      return item.facts.proper() && !item.word && !item.facts.name_like();
    }
    static const WordSet particles = {"de",  "la",   "las", "del", "los", "van", "von", "der", "den", "ter", "el", "al",  "bin", "ben",
                                      "ibn", "bint", "abu", "abd", "da",  "do",  "dos", "das", "di",  "du",  "le", "san", "st",  "y"};
    if (particles.contains(item.lower) && i + 2 < words_.size() && words_.near(i) && words_.near(i + 1) &&
        particles.contains(words_[i + 1].lower) && words_[i + 2].capital)
      return true;
    if (particles.contains(item.lower) && i + 1 < words_.size() && words_.near(i) && words_[i + 1].capital) return true;
    if (first.capital || first.facts.given_tier() == 0) return false;
    // "SHERRI BOWLING IS", "renee park has"
    static const WordSet tells = {"is", "was", "has", "who", "said", "works", "lives"};
    if (first.listed() && first.facts.given_tier() != 0 && !first.word && item.facts.surname_tier() == 3 && tells.contains(words_.after(i)))
      return true;
    // in lower case only a sure given name takes along a surname that is a word, too
    if (item.unknown() && item.lower.size() > 4 && first.ordinary() && !is_slip(item.lower)) return true;
    return lower_.is_surname(i) || (first.facts.given_tier() != 3 && item.facts.surname_tier() != 0 && !item.word);
  }

  [[nodiscard]] std::size_t end_of_run(std::size_t first) const {
    std::size_t last = first;
    while (last + 1 < words_.size() && last - first + 1 < kLongestRun) {
      if (words_[last].possessive) break;
      const std::string_view between = words_.gap(last);
      if (const std::size_t beyond = after_nickname(first, last); beyond != last) {
        last = beyond;
        continue;
      }
      const bool initial = words_[last].lower.size() == 1 && between == ". ";
      const bool hyphen = between == "-" && words_[last + 1].capital && words_[first].capital;
      const bool backwards = between == ", " && last == first && words_[first].facts.surname_tier() != 0 &&
                             words_[first].facts.given_tier() != 3 && cues_.is_labelled(first) &&
                             words_[last + 1].capital;  // Name: Fields, Corinthian
      if (between != " " && !initial && !hyphen && !backwards && !is_broken_line(first, last)) break;
      if (!hyphen && !backwards && !continues_name(last + 1, first)) break;
      ++last;
    }
    while (last > first && !words_[last].capital && words_[last].facts.surname_tier() == 0 && !is_suffix(words_[last].lower) &&
           !is_family_name(first, last))
      --last;
    return last;
  }

  // "Robert "Bubba" Hale", "Margaret (Peggy) Sullivan": the last word with the nickname, or `last`.
  [[nodiscard]] std::size_t after_nickname(std::size_t first, std::size_t last) const {
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
  [[nodiscard]] bool is_broken_line(std::size_t first, std::size_t last) const {
    if (words_.gap(last) != "\n" || last != first || !words_[first].capital || !words_[first].listed() ||
        words_[first].facts.given_tier() == 0)
      return false;
    const NameItem& next = words_[last + 1];
    return next.shape == Shape::capitalized && !next.word && next.facts.given_tier() == 0 &&
           (next.facts.surname_tier() != 0 || next.unknown()) && words_.near(last + 1) && !words_[last + 2].capital;
  }

  // The second word of "destiny okonkwo", which no list has.
  [[nodiscard]] bool is_family_name(std::size_t first, std::size_t i) const {
    return i == first + 1 && words_[i].unknown() && words_[i].lower.size() > 4;
  }

  // ---- the scorecard

  [[nodiscard]] double unknown_score(std::size_t i) const {
    const NameItem& item = words_[i];
    if (item.starts) return weight("unknown-start");
    // "an Evenflo stroller", "loves Bakugan": a thing, more often than not
    static const WordSet thingly = {"a",     "an",      "the",      "some", "like",  "likes",    "love", "loves", "enjoy", "enjoys",
                                    "watch", "watches", "watching", "play", "plays", "playing",  "or",   "any",   "brand", "our",
                                    "of",    "uses",    "use",      "into", "on",    "favorite", "two",  "new"};
    const std::string_view before = words_.before(i);
    // "a special formula, Neocate"
    const bool apposed = i > 0 && words_.gap(i - 1) == ", " && lists_.goods.contains(words_[i - 1].lower);
    const bool named_thing = i > 0 && words_[i - 1].capital && words_.near(i - 1) && !words_[i - 1].starts;
    const bool thing = apposed || (thingly.contains(before) && !cues_.is_person_before(i)) ||
                       (cues_.is_place_before(i) && !cues_.is_person_before(i)) || (cues_.is_noun_after(i) && !cues_.is_person_before(i)) ||
                       named_thing;
    return thing && !item.surnames ? weight("unknown-start") : weight("unknown");
  }

  // "Hunter needs boots. He is 16"
  [[nodiscard]] bool is_needing(std::size_t i) const {
    const std::string_view verb = words_.after(i);
    return verb == "needs" || verb == "wants" || verb == "has" || verb == "is" || verb == "just" || verb == "could" || verb == "was";
  }

  [[nodiscard]] double word_score(std::size_t i) const {
    const NameItem& item = words_[i];
    const int given = item.facts.given_tier();
    const int surname = item.facts.surname_tier();
    if (!item.capital) {
      if (given == 1 && !item.word) return weight("given1-lower");
      if (given == 0 && item.unknown() && lower_.is_name(i)) return weight("unknown");
      return given != 0 ? weight("given2-lower") : 0;
    }
    // an ordinary word at the start of a sentence has its capital from there, but "Will plays guitar"
    const bool acts = cues_.is_human_verb_after(i) || (is_needing(i) && cues_.is_pronoun_next(i));
    const double ordinary = (item.starts && (given == 0 || !acts)) || (item.shape == Shape::upper && item.word) ? 0 : 1;
    double score = 0;
    if (given != 0) score = given == 1 ? weight("given1") : given == 2 ? weight("given2") : weight("given3") * ordinary;
    if (surname != 0) {
      score = std::max(score, surname == 1 ? weight("surname1") : surname == 2 ? weight("surname2") : weight("surname3") * ordinary);
    }
    if (score == 0 && !item.ordinary() && !item.facts.name_like()) score = unknown_score(i);
    if (item.shape == Shape::mixed && !item.facts.known() && !is_slip(item.lower)) score += weight("inner-capital");
    if (item.surnames && item.facts.known() && words_.before(i) == "the") score += weight("family");
    return score;
  }

  // Words of a list of colors, of the Bible, of brands.
  [[nodiscard]] bool is_listed_thing(std::size_t i) const {
    const NameItem& item = words_[i];
    const Range sentence = words_.document().scope(Scope::line, words_.range(i));
    const bool color = lists_.colors.contains(item.lower);
    const bool bible = lists_.scripture.contains(item.lower);
    if (color || bible) {
      static const WordSet paints = {"color", "colors",    "colour", "colours", "navy",   "mint",  "orange", "black", "white",    "brown",
                                     "aqua",  "turquoise", "maroon", "beige",   "tan",    "peach", "silver", "cream", "burgundy", "red",
                                     "blue",  "green",     "purple", "pink",    "yellow", "gray",  "grey",   "teal",  "lavender"};
      static const WordSet books = {"bible",   "psalm",     "psalms", "jesus", "scripture", "scriptures", "gospel",
                                    "stories", "testament", "verse",  "lord",  "lions",     "whale",      "ark"};
      for (std::size_t w = words_.document().word_at(sentence.begin); w < words_.size() && words_.range(w).begin < sentence.end; ++w) {
        const std::size_t apart = w > i ? w - i : i - w;
        if (w != i && apart < 7 && ((color && paints.contains(words_[w].lower)) || (bible && books.contains(words_[w].lower)))) return true;
      }
    }
    // "courage, Hope and Grace": among virtues each is one
    if (lists_.virtues.contains(item.lower)) {
      const auto is_virtue = [&](std::size_t w) { return lists_.virtues.contains(words_[w].lower); };
      if (i > 0 && words_.gap(i - 1) == ", " && is_virtue(i - 1)) return true;
      if (words_.before(i) == "and" && i > 1 && is_virtue(i - 2) && !cues_.is_human_verb_after(i)) return true;
      if (words_.after(i) == "and" && i + 2 < words_.size() && is_virtue(i + 2) && !cues_.is_human_verb_after(i + 2)) return true;
    }
    // "Movies: Coco, Luca and Moana"
    static const WordSet media = {"movies",    "movie",   "music", "shows",  "show",   "songs",  "characters", "character", "singers",
                                  "singer",    "artists", "bands", "band",   "books",  "games",  "game",       "toys",      "favorites",
                                  "interests", "reading", "watching", "teams",   "team",  "brands", "stores", "colors", "themes",     "theme",     "tv"};
    for (std::size_t w = i; w > 0 && i - w < 12; --w) {
      const std::string_view sign = words_.gap(w - 1);
      if (sign.starts_with(":")) return media.contains(words_[w - 1].lower);
      if (sign.find_first_of(".\n!?;") != std::string_view::npos) break;
    }
    // "Dawn, Tide and Gain"
    const auto is_brand = [&](std::size_t w) {
      const NameClass kind = words_[w].facts.name_class();
      return words_[w].capital && (kind == NameClass::thing || kind == NameClass::figure) && !words_[w].any_tier();
    };
    if (!item.word && item.facts.name_class() == NameClass::none && item.any_tier()) return false;
    if (i + 1 < words_.size() && words_.gap(i) == ", " && is_brand(i + 1)) return true;
    if (words_.after(i) == "and" && i + 2 < words_.size() && is_brand(i + 2)) return true;
    if (words_.before(i) == "and" && i > 1 && is_brand(i - 2)) return true;
    return i > 0 && words_.gap(i - 1) == ", " && is_brand(i - 1);
  }

  [[nodiscard]] double class_score(std::size_t i) const {
    if (is_listed_thing(i)) return weight("thing");
    switch (words_[i].facts.name_class()) {
      case NameClass::calendar: return weight("calendar");
      case NameClass::thing: return weight("thing");
      case NameClass::figure: return weight("figure");
      case NameClass::place: return weight("place");
      case NameClass::group: return weight("group");
      case NameClass::none: break;
    }
    return 0;
  }

  // "mom Sunshine" may be a name, "mom Needs", "dad is Hispanic", "boys XL" are none.
  [[nodiscard]] bool may_follow_kin(std::size_t i) const {
    const NameItem& item = words_[i];
    const NameClass name_class = item.facts.name_class();
    static const WordSet pets = {"dog", "cat", "puppy", "kitten", "pup", "kitty"};  // may be called anything
    const bool pet = pets.contains(words_.before(i)) || (i > 1 && words_.before(i) == "is" && pets.contains(words_.before(i - 1)));
    if (pet && name_class == NameClass::none && item.shape == Shape::capitalized && !item.starts) return !cues_.is_noun_after(i);
    if (item.starts && (item.lower == "will" || item.lower == "may") && words_.near(i - 1)) return false;  // "Dad Will Make Ribs"
    // "Worker Trinity Stubblefield"
    const bool full = i + 1 < words_.size() && words_.near(i) && words_[i + 1].shape == Shape::capitalized && !words_[i + 1].word &&
                      (words_[i + 1].any_tier() || words_[i + 1].unknown());
    if (item.any_tier()) return (name_class != NameClass::group || full) && (name_class == NameClass::none || !cues_.is_noun_after(i));
    if (name_class != NameClass::none || item.facts.name_like() || item.facts.domain()) return false;
    // "Baby An", "MGM Dot drives"
    if (item.lower.size() == 2 && words_.before(i) == "baby" && item.shape == Shape::capitalized && !item.starts)
      return !cues_.is_noun_after(i);
    if (item.word && item.shape == Shape::capitalized && !item.starts && words_.near(i - 1) && item.facts.commonness() > 1 &&
        !lists_.human_verbs.contains(item.lower) && !lists_.plain_verbs.contains(item.lower) &&
        (cues_.is_human_verb_after(i) || lists_.plain_verbs.contains(words_.after(i))))
      return true;
    if (item.shape == Shape::upper && item.lower.size() < 5) return false;
    if (!item.facts.known()) return !(item.starts && is_slip(item.lower));
    // "is Autistic" tells of a person, "mom Sunshine" names one
    return words_.before(i) != "is" && words_.before(i) != "are" && item.facts.commonness() >= 4 && !item.facts.acronym() &&
           !cues_.is_noun_after(i);
  }

  [[nodiscard]] std::optional<NameCandidate> candidate_at(std::size_t i) const {
    const NameItem& item = words_[i];
    if (item.lower == "lil" && words_.near(i) && !words_[i + 1].blocked &&
        (item.capital || (i > 0 && words_.gap(i - 1) == ", ") || words_.before(i) == "and" || lists_.plain_verbs.contains(words_.after(i + 1)) || cues_.is_human_verb_after(i + 1)) &&
        (words_[i + 1].capital || (words_.before(i) != "the" && words_.before(i) != "a")) &&
        !lists_.families.contains(words_[i + 1].lower) && words_[i + 1].lower != "one") {
      NameCandidate nickname;  // "Lil Man"
      nickname.first = i;
      nickname.last = i + 1;
      nickname.score = weight("error");
      nickname.role = "the child";
      return nickname;
    }
    if (!is_plain(i) || item.lower.size() < 2) return std::nullopt;
    const NameCues::Introduction introduction = cues_.introduction(i);
    const bool labelled = cues_.is_labelled(i);
    // "Child: Boy", "Contact: Please": a label needs more than a capital
    const bool by_label = labelled && item.capital && (item.any_tier() || (item.unknown() && !is_slip(item.lower)));
    const bool introduced = introduction == NameCues::Introduction::sure || by_label;
    const std::size_t kin = cues_.kin_before(i);
    const bool by_kin = kin != kNoWord && item.capital && (!item.starts || by_label || words_.near(kin)) && may_follow_kin(i);
    const bool by_introduction =
        introduction == NameCues::Introduction::sure && item.capital && !(item.shape == Shape::upper && item.facts.acronym());
    // "Moose, the cat," "Dot, her grandmother,"
    const bool by_apposition = item.shape == Shape::capitalized && item.capital && !item.starts &&
                               (item.facts.name_class() == NameClass::none || item.any_tier()) && item.facts.commonness() > 1 && !item.facts.domain() &&
                               cues_.is_kin_after(i);
    if (!is_name_word(i) && !by_label && !by_introduction && !by_kin && !by_apposition) return std::nullopt;

    NameCandidate out;
    out.first = i;
    out.last = end_of_run(i);
    if (cues_.is_something_else(out.first, out.last)) return std::nullopt;
    double best = 0;
    double others = 0;
    double classes = 0;
    bool ordinary = true;
    bool listed = false;
    for (std::size_t w = out.first; w <= out.last; ++w) {
      if (w > out.first && is_suffix(words_[w].lower)) continue;
      best = std::max(best, word_score(w));
      others = std::min(others, class_score(w));
      classes += class_score(w) != 0 ? 1 : 0;
      ordinary = ordinary && words_[w].ordinary();
      listed = listed || words_[w].listed();
    }
    out.score = best;
    const bool full = out.last > out.first;
    if (full && (listed || best > 0)) out.score += weight("full-name");
    if (introduced) out.score += by_label ? weight("label") : weight("introduction");
    if (introduction == NameCues::Introduction::weak && item.capital) out.score += weight("kin");
    if (kin != kNoWord && (by_kin || !item.capital)) {
      out.score += lists_.titles.contains(words_[kin].lower) ? weight("title") : weight("kin");
      out.lead = kin;
      const auto role = lists_.roles.find(words_[kin].lower);
      if (role != lists_.roles.end()) out.role = role->second;
    }
    const bool aged = (cues_.is_age_after(out.last) && words_.gap(out.last) != " - ") || cues_.is_kin_after(out.last);
    out.sure_cue = introduced || out.lead != kNoWord || aged || cues_.is_human_verb_after(out.last) ||
                   (words_[out.last].possessive && lists_.household.contains(words_.after(out.last)));
    out.score += cues_.score_after(out.first, out.last, ordinary);
    if (!item.capital && item.word && lower_.is_followed_by_person(i, words_.after(i), false)) out.score += weight("pronoun");
    if (cues_.is_signature(out.first, out.last)) {
      out.score += weight("signature");
      if (out.role.empty()) out.role = "the caseworker";
    }
    // a full name or a sure cue is stronger than what its words could else be
    const bool lives = cues_.is_human_verb_after(out.last) || aged;  // "Princess wears 4T", "Mercedes is 15"
    if (!introduced && !(full && listed && classes < 2)) out.score += lives ? others * 0.35 : out.sure_cue ? others / 2 : others;
    if (cues_.is_place_before(i) && others == weight("place") && !full) out.score += weight("place-before");
    return out;
  }

  // ---- lists

  // Between two names of a list stand "and", commas, and what is told of the first: "Aiden (4), Mia 6 and Leo".
  [[nodiscard]] bool is_linked(std::size_t last, std::size_t first) const {
    if (first <= last || first - last > 5 || !words_.same_line(last)) return false;
    bool joined = false;
    static const WordSet told = {"age", "aged", "yo", "yr", "yrs", "years", "year", "old", "mo", "mos", "months", "m", "f"};
    for (std::size_t i = last; i < first; ++i) {
      const std::string_view between = words_.gap(i);
      if (between.find_first_of("\n!?;") != std::string_view::npos) return false;
      joined = joined || between.find_first_of(",/&+") != std::string_view::npos;
      if (i + 1 == first) break;
      const NameItem& item = words_[i + 1];
      const bool and_word = item.lower == "and" || item.lower == "or" || item.lower == "n";
      joined = joined || and_word;
      const bool number = item.shape == Shape::digits && words_.range(i + 1).size() <= 2;
      if (!and_word && !number && !told.contains(item.lower)) return false;
    }
    return joined;
  }

  void weigh_lists() {
    for (int pass = 0; pass < 2; ++pass) {
      for (std::size_t i = 0; i + 1 < candidates_.size(); ++i) {
        NameCandidate& a = candidates_[i];
        NameCandidate& b = candidates_[i + 1];
        b.linked = is_linked(a.last, b.first);
        if (!b.linked) continue;
        if (is_sure(a) && !is_sure(b)) raise(b);
        if (is_sure(b) && !is_sure(a)) raise(a);
        if (is_pair(a, b)) {  // "Angel and Heaven are twins"
          for (NameCandidate* one : {&a, &b}) one->score = std::max(one->score, (weight("warning") + weight("error")) / 2);
        }
        if (b.role.empty() && b.lead == kNoWord) b.role = a.role;
      }
    }
  }

  // Two words that may be names, with capitals, of which people's verbs follow.
  [[nodiscard]] bool is_pair(const NameCandidate& a, const NameCandidate& b) const {
    const NameItem& one = words_[a.first];
    const NameItem& two = words_[b.first];
    if (!one.capital && b.first == a.last + 2 && lower_.is_followed_by_person(a.first, words_.after(a.last), true)) return true;
    if (!one.capital || !two.capital || two.starts || one.facts.given_tier() == 0 || two.facts.given_tier() == 0) return false;
    if (is_listed_thing(a.first) || is_listed_thing(b.first)) return false;
    if (lists_.virtues.contains(one.lower) && lists_.virtues.contains(two.lower)) return cues_.is_human_verb_after(b.last);
    if (one.facts.name_class() != NameClass::none && two.facts.name_class() != NameClass::none) return false;
    const std::string_view next = words_.after(b.last);
    return lists_.plain_verbs.contains(next) || lists_.human_verbs.contains(next);
  }

  void raise(NameCandidate& candidate) const {
    const NameItem& item = words_[candidate.first];
    if (!item.capital) return;
    candidate.score += weight("list");
    // beside a sure name "Paris" is a girl before it is a town
    if (item.facts.name_class() == NameClass::place && !candidate.sure_cue) candidate.score -= weight("place") / 2;
    candidate.score = std::min(candidate.score, weight("error") + weight("list"));
  }

  // What stands beside a sure name and is none by itself: "kaylee and bubba", "Jasmine (Jazzy)".
  void adopt_neighbors() {
    std::vector<NameCandidate> all;
    for (std::size_t c = 0; c < candidates_.size(); ++c) {
      const std::size_t begin = all.empty() ? 0 : all.back().last + 1;
      extend_left(candidates_[c], begin);
      adopt_before(candidates_[c], begin, all);
      all.push_back(candidates_[c]);
      NameCandidate last = candidates_[c];
      const std::size_t limit = c + 1 < candidates_.size() ? candidates_[c + 1].first : words_.size();
      if (last.score < weight("warning")) continue;
      for (std::size_t i = last.last + 1; i < limit && i <= last.last + 4; ++i) {
        if (!is_neighbor(last.last, i)) continue;
        last.first = last.last = i;
        last.lead = kNoWord;
        if (i + 1 < limit && words_.near(i) && continues_name(i + 1, i)) last.last = i + 1;
        all.push_back(last);
      }
    }
    candidates_ = std::move(all);
  }

  // "Eh Doh", "Big Mama Lou", "Baby Girl Hutchens": capitals within a sentence, before a name.
  void extend_left(NameCandidate& candidate, std::size_t begin) const {
    static const WordSet pet_names = {"big", "lil", "little", "mama", "papa", "baby", "girl", "boy", "tante", "ol"};
    while (candidate.first > begin && candidate.lead + 1 != candidate.first && words_[candidate.first].capital) {
      const NameItem& item = words_[candidate.first - 1];
      const bool short_name = item.lower.size() <= 3 && item.facts.commonness() > 1 && item.facts.name_class() == NameClass::none &&
                              !item.facts.acronym() && !item.facts.domain();
      const bool pet_name = pet_names.contains(item.lower) && words_.near(candidate.first - 1);
      if (!words_.near(candidate.first - 1) || item.shape != Shape::capitalized || item.blocked || item.possessive) return;
      if (!pet_name && (item.starts || (!short_name && !item.unknown()))) return;
      if (!pet_name && lists_.kin.contains(item.lower)) return;
      --candidate.first;
    }
  }

  // "4 kids, tay, mari": what stands on a list before a sure name.
  void adopt_before(const NameCandidate& candidate, std::size_t begin, std::vector<NameCandidate>& all) const {
    if (candidate.score < weight("warning") || candidate.lead != kNoWord) return;
    std::vector<NameCandidate> found;
    std::size_t next = candidate.first;
    for (std::size_t i = next; i-- > begin && i + 4 >= next;) {
      if (words_[i].shape == Shape::digits || !is_plain(i)) continue;
      if (!is_linked(i, next) || !is_name_before(i, next)) {
        if (words_[i].lower == "and" || words_[i].lower == "n" || words_[i].lower == "or") continue;
        break;
      }
      NameCandidate one;
      one.first = one.last = next = i;
      one.score = candidate.score;
      one.role = candidate.role;
      found.push_back(one);
    }
    all.insert(all.end(), found.rbegin(), found.rend());
  }

  [[nodiscard]] bool is_name_before(std::size_t i, std::size_t next) const {
    const NameItem& item = words_[i];
    if (item.facts.given_tier() == 0 && !lists_.nicknames.contains(item.lower)) return false;
    if (is_listed_thing(i) || cues_.is_something_else(i, i) || item.lower.size() < 3 || item.facts.name_class() == NameClass::calendar)
      return false;
    const std::size_t kin = cues_.kin_before(i);
    if (kin != kNoWord && lists_.plurals.contains(words_[kin].lower) && kin + 1 == i) return true;
    if (item.capital || lists_.virtues.contains(item.lower)) return item.capital && !item.starts;
    if (!item.ordinary()) return true;
    // "for heaven n nevaeh"
    static const WordSet opens = {"for", "with", "help", "so", "get", "and", "when", "that"};
    return next == i + 2 && words_[next].listed() && (item.starts || opens.contains(words_.before(i)));
  }

  [[nodiscard]] bool is_neighbor(std::size_t last, std::size_t i) const {
    const NameItem& item = words_[i];
    if (!is_plain(i) || item.lower.size() < 3 || lists_.child_words.contains(item.lower)) return false;
    // in a list of names a capital says enough: "Brexley, Crew and Ledger."
    const bool by_capital = item.shape == Shape::capitalized && !item.starts && item.capital && !item.lower.starts_with("i'") &&
                            item.facts.commonness() > 1 && item.facts.name_class() == NameClass::none && !item.facts.acronym() &&
                            !item.facts.domain();
    const bool could_be =
        item.any_tier() || by_capital || (item.unknown() && ((item.capital && !item.starts) || !is_slip(item.lower))) ||
        (item.unknown() && words_.before(i) == "and" && !words_.near(i) && words_[last].listed() && !is_listed_slip(item.lower)) ||
        lists_.nicknames.contains(item.lower);
    const std::string_view between = words_.gap(i - 1);
    const std::string_view after = words_.gap(i);
    if (i == last + 1) {
      const bool enclosed = (between == " (" && after.starts_with(")")) || (between == " \"" && after.starts_with("\""));
      if (enclosed) return could_be;
    }
    if (!could_be || !is_linked(last, i) || cues_.is_something_else(i, i)) return false;
    if (item.lower == "will" || item.lower == "may" || item.facts.name_class() == NameClass::calendar) return item.capital;
    // "mia and summer clothes", "aiden and art supplies" are no lists of names
    if (item.capital && item.shape == Shape::capitalized && !item.starts) return !cues_.is_noun_after(i);
    if (words_.near(i) && words_[i + 1].shape != Shape::digits && !lists_.plain_verbs.contains(words_.after(i)) &&
        !lists_.human_verbs.contains(words_.after(i)) && words_.after(i) != "and" && !lower_.is_surname(i + 1))
      return false;
    return item.capital || item.facts.given_tier() != 0 || item.unknown() || lists_.nicknames.contains(item.lower);
  }

  // ---- memory

  // A name found with certainty is one wherever it stands again.
  void remember() {
    std::map<std::string, NameCandidate, std::less<>> known;  // word -> where it was sure
    for (const NameCandidate& candidate : candidates_) {
      for (std::size_t w = candidate.first; w <= candidate.last; ++w) {
        const NameItem& item = words_[w];
        const bool strong = is_sure(candidate) || (candidate.sure_cue && item.capital && candidate.score >= weight("kin")) ||
                            (candidate.score >= weight("warning") && item.unknown());
        if (!strong || item.lower.size() < 2) continue;
        const auto [place, added] = known.emplace(item.lower, candidate);
        if (added) continue;
        place->second.score = std::max(place->second.score, candidate.score);
        if (place->second.role.empty()) place->second.role = candidate.role;
      }
    }
    std::vector<NameCandidate> all;
    std::size_t next = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      while (next < candidates_.size() && candidates_[next].last < i) ++next;
      const bool inside = next < candidates_.size() && candidates_[next].first <= i;
      auto found = known.find(words_[i].lower);
      if (found == known.end() && words_[i].lower.ends_with("s")) {
        found = known.find(std::string_view(words_[i].lower).substr(0, words_[i].lower.size() - 1));  // "Kaczmareks", "imanis"
        if (found != known.end() && words_[i].facts.known()) found = known.end();
      }
      if (inside) {
        NameCandidate& candidate = candidates_[next];
        if (found != known.end() && may_be_again(i)) {
          candidate.score = std::max(candidate.score, found->second.score);
          if (candidate.role.empty()) candidate.role = found->second.role;
        }
        i = candidate.last;
        all.push_back(candidate);
        continue;
      }
      if (found == known.end() || !may_be_again(i)) continue;
      // "could teach Elijah bread": what is no word and no brand stays a name
      const bool only_name = words_[i].facts.given_tier() == 1 && !words_[i].word && words_[i].facts.name_class() == NameClass::none &&
                             lists_.goods.contains(words_.after(i));
      if (!only_name && cues_.is_something_else(i, i)) continue;
      NameCandidate again;
      again.first = again.last = i;
      again.score = found->second.score;
      again.role = found->second.role;
      all.push_back(again);
    }
    candidates_ = std::move(all);
  }

  [[nodiscard]] bool may_be_again(std::size_t i) const {
    const NameItem& item = words_[i];
    if (item.blocked || lists_.kin.contains(item.lower)) return false;
    if (item.lower.size() < 3 && !item.capital) return false;
    if (item.facts.name_class() == NameClass::place && (cues_.is_place_before(i) || words_.before(i) == "of")) return false;
    if (!item.ordinary()) return true;
    // a name that is a word counts again only with its capital, or where it is hardly ever the word
    if (item.facts.given_tier() == 1 && (cues_.is_human_verb_after(i) || words_.after(i) == "and")) return true;
    if (!item.capital) {
      const bool modal = item.lower == "will" || item.lower == "may";
      if (modal) return is_needing(i) && words_.after(i) != "just" && words_.after(i) != "could";
      if (words_.document().all_lower() && is_again_in_lower_case(i)) return true;
      const bool owns = item.possessive && lists_.household.contains(words_.after(i));
      return owns || cues_.is_human_verb_after(i) || (item.starts && lists_.plain_verbs.contains(words_.after(i)));
    }
    return !item.starts || cues_.score_after(i, i, false) > 0;
  }

  // Where a draft has no capitals, a word that was a name once is one again, unless it stands as the word does: "the prince".
  [[nodiscard]] bool is_again_in_lower_case(std::size_t i) const {
    const NameItem& item = words_[i];
    if (item.facts.commonness() <= 1 || lists_.virtues.contains(item.lower)) return false;
    static const WordSet as_word = {"a", "an", "the", "her", "his", "their", "my", "our", "your", "this", "that", "in", "of", "no",
                                    "very", "so", "is", "are", "more", "some", "is", "be", "little", "to"};
    return !as_word.contains(words_.before(i)) && !cues_.is_noun_after(i);
  }

  const NameWords& words_;
  const NameLists& lists_;
  NameCues cues_;
  LowerCaseNames lower_;
  std::vector<NameCandidate> candidates_;
};

}  // namespace

std::vector<PersonName> find_names(const Document& document, const NameLists& lists, const std::vector<Range>& known_phrases) {
  const NameWords words(document, lists, known_phrases);
  return NameRoles(words, lists).describe(Finder(words, lists).run());
}

}  // namespace careportal_lint
