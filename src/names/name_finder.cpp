#include "names/name_finder.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "lexicon/lexicon.h"

namespace careportal_lint {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kLongestRun = 4;  // words of one name

// What is known about each word of the draft.
struct Item {
  std::string lower;  // without a possessive ending
  WordFacts facts;
  bool capital = false;     // starts with a capital that means something
  bool starts = false;      // first of its sentence or line
  bool possessive = false;
  bool blocked = false;     // inside a known brand, place, ...
};

// A run of words that may be one name, and the evidence for it.
struct Candidate {
  std::size_t first = 0;
  std::size_t last = 0;
  double score = 0;
  std::size_t lead = kNone;  // title or kin word right before
  std::string role;
  bool sure_cue = false;
};

class Finder {
 public:
  Finder(const Document& document, const NameLists& lists, const std::vector<Range>& known_phrases)
      : document_(document), lists_(lists) {
    read_words(known_phrases);
  }

  std::vector<PersonName> run() {
    for (std::size_t i = 0; i < items_.size();) {
      std::optional<Candidate> candidate = candidate_at(i);
      if (!candidate) {
        ++i;
        continue;
      }
      i = candidate->last + 1;
      candidates_.push_back(std::move(*candidate));
    }
    weigh_lists();
    remember();
    std::vector<PersonName> names;
    for (const Candidate& candidate : candidates_) {
      if (candidate.score >= weight("warning")) names.push_back(describe(candidate));
    }
    return names;
  }

 private:
  [[nodiscard]] double weight(const char* name) const { return lists_.weight(name); }
  [[nodiscard]] const std::vector<Word>& words() const { return document_.words(); }

  void read_words(const std::vector<Range>& known_phrases) {
    items_.reserve(words().size());
    std::size_t phrase = 0;
    for (const Word& word : words()) {
      Item item;
      const std::string_view text = document_.text(word.range);
      item.lower = to_lower(text);
      if (item.lower.ends_with("'s")) {
        item.possessive = true;
        item.lower.resize(item.lower.size() - 2);
      } else if (item.lower.ends_with("s'")) {
        item.lower.pop_back();
      }
      item.facts = Lexicon::embedded().find(item.lower);
      item.capital = is_upper(text[0]) && !document_.caps_around(word.range);
      item.starts = document_.starts_sentence(word.range.begin);
      while (phrase < known_phrases.size() && known_phrases[phrase].end <= word.range.begin) ++phrase;
      item.blocked = phrase < known_phrases.size() && known_phrases[phrase].overlaps(word.range);
      items_.push_back(std::move(item));
    }
  }

  // The signs between word i and the next one.
  [[nodiscard]] std::string_view gap(std::size_t i) const {
    if (i + 1 >= words().size()) return "\n";
    return document_.text({words()[i].range.end, words()[i + 1].range.begin});
  }
  [[nodiscard]] bool near(std::size_t i) const { return gap(i) == " "; }
  [[nodiscard]] bool same_line(std::size_t i) const { return gap(i).find('\n') == std::string_view::npos; }

  // ---- words

  [[nodiscard]] bool is_listed(const Item& item) const {
    const int given = item.facts.given_tier();
    const int surname = item.facts.surname_tier();
    return given == 1 || given == 2 || surname == 1 || surname == 2;
  }
  [[nodiscard]] static bool is_unknown(const Item& item) { return !item.facts.known() && item.lower.size() > 2; }
  [[nodiscard]] static bool is_ordinary(const Item& item) { return item.facts.lower() || item.facts.domain(); }

  // Capitals of a word that could be (part of) a name without any cue.
  [[nodiscard]] bool is_name_word(std::size_t i) const {
    const Item& item = items_[i];
    if (item.blocked || words()[i].shape == Shape::digits || words()[i].shape == Shape::alphanumeric) return false;
    if (lists_.kin.contains(item.lower) || lists_.titles.contains(item.lower)) return false;
    const bool any_tier = item.facts.given_tier() != 0 || item.facts.surname_tier() != 0;
    if (!item.capital) return item.facts.given_tier() != 0 && item.facts.given_tier() < 3 && !item.facts.lower() && item.lower.size() > 2;
    if (any_tier) return true;
    if (words()[i].shape == Shape::upper) return false;  // an acronym
    return is_unknown(item) || (item.facts.proper() && !item.facts.lower() && !item.facts.name_like() && !item.starts);
  }

  // May follow the first word of a name: "Reyes-Delgado", "De La Cruz", "J.", "Jr".
  [[nodiscard]] bool continues_name(std::size_t i, const Item& first) const {
    const Item& item = items_[i];
    if (item.blocked || lists_.kin.contains(item.lower) || lists_.families.contains(item.lower)) return false;
    if (item.capital) {
      if (item.lower.size() == 1) return true;
      if (words()[i].shape == Shape::upper && item.lower.size() > 2) return false;
      if (item.facts.given_tier() != 0 || item.facts.surname_tier() != 0 || is_unknown(item)) return true;
      return item.facts.proper() && !item.facts.lower() && !item.facts.name_like();
    }
    static const WordSet particles = {"de", "la", "del", "los", "van", "von", "el", "al", "bin", "da", "dos", "san", "st"};
    if (particles.contains(item.lower) && i + 1 < items_.size() && near(i) && items_[i + 1].capital) return true;
    // in lower case only a sure given name takes a surname along
    if (first.capital || first.facts.given_tier() == 0 || first.facts.given_tier() == 3) return false;
    return item.facts.surname_tier() != 0 && item.facts.surname_tier() < 3 && !item.facts.lower();
  }

  [[nodiscard]] std::size_t end_of_run(std::size_t first) const {
    std::size_t last = first;
    while (last + 1 < items_.size() && last - first + 1 < kLongestRun) {
      if (items_[last].possessive) break;
      const std::string_view between = gap(last);
      const bool initial = items_[last].lower.size() == 1 && between == ". ";
      const bool hyphen = between == "-" && items_[last + 1].capital;
      const bool backwards = between == ", " && last == first && items_[first].facts.surname_tier() != 0 && is_label_before(first) &&
                             items_[last + 1].capital;  // Name: Fields, Corinthian
      if (between != " " && !initial && !hyphen && !backwards) break;
      if (!hyphen && !backwards && !continues_name(last + 1, items_[first])) break;
      ++last;
    }
    while (last > first && !items_[last].capital && items_[last].facts.surname_tier() == 0) --last;
    return last;
  }

  // ---- cues before

  [[nodiscard]] bool is_label_before(std::size_t i) const {
    return i > 0 && (gap(i - 1) == ": " || gap(i - 1) == ":" || gap(i - 1) == " - ") && lists_.labels.contains(items_[i - 1].lower);
  }

  [[nodiscard]] bool is_introduced(std::size_t i) const {
    if (i == 0 || !same_line(i - 1)) return false;
    const std::string_view between = gap(i - 1);
    const bool close = between == " " || between == ", " || between == ": " || between == " \"" || between == " '";
    if (!close) return false;
    const std::string& word = items_[i - 1].lower;
    if (lists_.introductions.contains(word)) return true;
    if (i < 2 || !near(i - 2)) return false;
    const std::string& before = items_[i - 2].lower;
    if ((word == "is" || word == "was") && (before == "name" || before == "names")) return true;
    if (word == "by" && (before == "goes" || before == "go" || before == "went")) return true;
    return word == "as" && before == "known";
  }

  // "mom Jessica", "her son, Leo,", "dad is Drew", "manager is Autumn": the kin word, or none.
  [[nodiscard]] std::size_t kin_before(std::size_t i) const {
    if (i == 0 || !same_line(i - 1)) return kNone;
    const std::string_view between = gap(i - 1);
    const bool beside = between == " " || between == ", " || between == ": " || between == " - " || between == " (" || between == "-" || between == ". ";
    if (beside && (lists_.kin.contains(items_[i - 1].lower) || lists_.titles.contains(items_[i - 1].lower)) && !items_[i - 1].possessive) {
      return i - 1;
    }
    const std::string& word = items_[i - 1].lower;
    const bool is = word == "is" || word == "was" || word == "named" || word == "are" || word == "called";
    if (between == " " && is && i > 1 && near(i - 2) && lists_.kin.contains(items_[i - 2].lower)) return i - 2;
    return kNone;
  }

  // ---- cues after

  [[nodiscard]] bool is_age_after(std::size_t last) const {
    if (last + 1 >= items_.size()) return false;
    const Word& next = words()[last + 1];
    const std::string_view between = gap(last);
    const bool number = next.shape == Shape::digits && next.range.size() <= 2;
    if (number && (between == " (" || between == " - " || between == "-")) return true;
    if (number && between == ", ") {  // "Leo, 8," and not "Leo, 2 beds"
      const std::string_view after = gap(last + 1);
      return !after.starts_with(" ") || after.starts_with(" (") ;
    }
    static const WordSet ages = {"age", "aged", "dob", "born"};
    return (between == " " || between == ", " || between == " (") && ages.contains(items_[last + 1].lower);
  }

  double cues_after(std::size_t first, std::size_t last, bool ordinary) const {
    if (last + 1 >= items_.size()) return 0;
    const Item& next = items_[last + 1];
    double score = 0;
    if (items_[last].possessive && near(last)) {
      score += lists_.household.contains(next.lower) ? weight("household") : ordinary ? 0 : weight("possessive");
    } else if (near(last) && !next.capital) {
      if (lists_.human_verbs.contains(next.lower)) {
        score += weight("human-verb");
      } else if (!ordinary && lists_.plain_verbs.contains(next.lower)) {
        score += weight("plain-verb");
      }
    }
    if (is_age_after(last)) score += weight("age");
    if (near(last) && lists_.families.contains(next.lower) && items_[first].capital) score += weight("family");
    return score;
  }

  [[nodiscard]] bool is_something_else(std::size_t first, std::size_t last) const {
    if (first > 0) {
      const std::string& before = items_[first - 1].lower;
      const std::string_view between = gap(first - 1);
      if ((before == "st" || before == "saint" || before == "mt" || before == "ft") && (between == ". " || between == " ")) return true;
      if (between == "@" || between == "#" || between == ".") return true;  // handles, addresses
    }
    const std::string_view after = gap(last);
    if (after.starts_with("@") || (after.starts_with(".") && after.size() == 1) || after == "_") return true;
    // Johnson County, Miller Park Elementary: up to two capitals between
    for (std::size_t i = last + 1; i < items_.size() && i <= last + 3; ++i) {
      if (gap(i - 1) != " " && gap(i - 1) != "-") break;
      const bool numbered = words()[i].shape == Shape::digits;
      if (lists_.heads.contains(items_[i].lower) && (items_[i].capital || i == last + 1)) return true;
      if (i == last + 1 && lists_.goods.contains(items_[i].lower)) return true;
      if (!items_[i].capital && !numbered) break;
    }
    // a store: "at Miller's", "from Carter's"
    const bool shop = items_[last].possessive && first > 0 && near(first - 1) &&
                      (items_[first - 1].lower == "at" || items_[first - 1].lower == "from") &&
                      (last + 1 >= items_.size() || !lists_.household.contains(items_[last + 1].lower));
    return shop;
  }

  // ---- the scorecard

  double word_score(std::size_t i) const {
    const Item& item = items_[i];
    const int given = item.facts.given_tier();
    const int surname = item.facts.surname_tier();
    if (!item.capital) {
      if (item.facts.lower()) return 0;
      return given == 1 ? weight("given1-lower") : given == 2 ? weight("given2-lower") : 0;
    }
    // an ordinary word at the start of a sentence has its capital from there
    const double ordinary = item.starts ? 0 : 1;
    double score = 0;
    if (given != 0) score = given == 1 ? weight("given1") : given == 2 ? weight("given2") : weight("given3") * ordinary;
    if (surname != 0) {
      score = std::max(score, surname == 1 ? weight("surname1") : surname == 2 ? weight("surname2") : weight("surname3") * ordinary);
    }
    if (score == 0 && !is_ordinary(item) && !item.facts.name_like()) score = item.starts ? weight("unknown-start") : weight("unknown");
    if (words()[i].shape == Shape::mixed && !item.facts.known()) score += weight("inner-capital");
    return score;
  }

  double class_score(std::size_t i) const {
    switch (items_[i].facts.name_class()) {
      case NameClass::calendar: return weight("calendar");
      case NameClass::thing: return weight("thing");
      case NameClass::figure: return weight("figure");
      case NameClass::place: return weight("place");
      case NameClass::group: return weight("group");
      case NameClass::none: break;
    }
    return 0;
  }

  std::optional<Candidate> candidate_at(std::size_t i) const {
    const Item& item = items_[i];
    const bool introduced = is_introduced(i) || is_label_before(i);
    const std::size_t kin = kin_before(i);
    const bool can_be_cued = item.capital && !item.blocked && words()[i].shape != Shape::digits && !lists_.kin.contains(item.lower) &&
                             (!item.starts || introduced) && item.lower.size() > 1;
    // "dad is Hispanic", "mom is Catholic": a kin word makes no name of a known other thing or a plain verb
    const bool by_kin = kin != kNone && can_be_cued && item.facts.name_class() != NameClass::group && item.facts.name_class() != NameClass::calendar;
    if (!is_name_word(i) && !(can_be_cued && introduced) && !by_kin) return std::nullopt;
    if (words()[i].shape == Shape::upper && item.lower.size() == 1) return std::nullopt;

    Candidate out;
    out.first = i;
    out.last = end_of_run(i);
    if (is_something_else(out.first, out.last)) return std::nullopt;
    double best = 0;
    double others = 0;
    double classes = 0;
    bool ordinary = true;
    bool listed = false;
    for (std::size_t w = out.first; w <= out.last; ++w) {
      best = std::max(best, word_score(w));
      others = std::min(others, class_score(w));
      classes += class_score(w) != 0 ? 1 : 0;
      ordinary = ordinary && is_ordinary(items_[w]);
      listed = listed || is_listed(items_[w]);
    }
    out.score = best;
    const bool full = out.last > out.first;
    if (full && (listed || best > 0)) out.score += weight("full-name");
    if (introduced) {
      out.score += is_label_before(i) ? weight("label") : weight("introduction");
      out.sure_cue = true;
    }
    if (kin != kNone) {
      const bool title = lists_.titles.contains(items_[kin].lower);
      if (!item.capital && item.facts.lower()) return std::nullopt;
      out.score += title ? weight("title") : weight("kin");
      out.sure_cue = true;
      out.lead = kin + 1 == i && (gap(kin) == " " || gap(kin) == ". ") ? kin : kNone;
      const auto role = lists_.roles.find(items_[kin].lower);
      if (role != lists_.roles.end()) out.role = role->second;
    }
    out.score += cues_after(out.first, out.last, ordinary);
    if (is_signature(out.first, out.last)) out.score += weight("signature");
    // a full name or a sure cue is stronger than what its words could else be
    if (!introduced && !(full && listed && classes < 2)) out.score += out.sure_cue ? others / 2 : others;
    if (i > 0 && near(i - 1) && lists_.places_before.contains(items_[i - 1].lower) && others == weight("place") && !full) out.score += weight("place-before");
    return out;
  }

  [[nodiscard]] bool is_signature(std::size_t first, std::size_t last) const {
    const bool ends = last + 1 >= items_.size() || !same_line(last);
    if (!ends || !items_[first].capital || first == 0) return false;
    const std::string_view before = gap(first - 1);
    if (lists_.closings.contains(items_[first - 1].lower) && (before.starts_with(",") || before.starts_with("\n") || before == " " || before == " -")) return true;
    const std::uint32_t begin = words()[first].range.begin;
    const std::string_view text = document_.text();
    return begin >= 2 && text[begin - 1] == ' ' && text[begin - 2] == '-' && last + 1 >= items_.size();
  }

  // "Aiden, Mia and Leo": a name among names is one.
  void weigh_lists() {
    const auto linked = [&](const Candidate& a, const Candidate& b) {
      if (b.first <= a.last) return false;
      const std::size_t between = b.first - a.last - 1;
      if (between == 0) return gap(a.last) == ", " || gap(a.last) == "/" || gap(a.last) == " & ";
      const std::string& word = items_[a.last + 1].lower;
      return between == 1 && (word == "and" || word == "or") && same_line(a.last) && same_line(a.last + 1);
    };
    for (int pass = 0; pass < 2; ++pass) {
      for (std::size_t i = 0; i + 1 < candidates_.size(); ++i) {
        Candidate& a = candidates_[i];
        Candidate& b = candidates_[i + 1];
        if (!linked(a, b)) continue;
        const double sure = weight("error");
        if (a.score >= sure && b.score < sure && items_[b.first].capital) b.score += weight("list");
        if (b.score >= sure && a.score < sure && items_[a.first].capital) a.score += weight("list");
      }
    }
  }

  // A name found with certainty is one wherever it stands again.
  void remember() {
    std::map<std::string, std::string, std::less<>> known;  // word -> role
    for (const Candidate& candidate : candidates_) {
      if (candidate.score < weight("error")) continue;
      for (std::size_t w = candidate.first; w <= candidate.last; ++w) {
        if (items_[w].lower.size() < 2) continue;
        std::string& role = known[items_[w].lower];
        if (role.empty()) role = candidate.role;
      }
    }
    std::vector<Candidate> all;
    std::size_t next = 0;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      while (next < candidates_.size() && candidates_[next].last < i) ++next;
      const bool inside = next < candidates_.size() && candidates_[next].first <= i;
      if (inside) {
        Candidate& candidate = candidates_[next];
        const auto found = known.find(items_[candidate.first].lower);
        if (found != known.end()) {
          candidate.score = std::max(candidate.score, weight("error"));
          if (candidate.role.empty()) candidate.role = found->second;
        }
        i = candidate.last;
        all.push_back(candidate);
        continue;
      }
      const auto found = known.find(items_[i].lower);
      if (found == known.end() || items_[i].blocked) continue;
      if (items_[i].lower.size() < 3 && !items_[i].capital) continue;
      // a name that is a word counts again only with its capital
      const bool ordinary = is_ordinary(items_[i]);
      if (ordinary && (!items_[i].capital || (items_[i].starts && cues_after(i, i, false) == 0))) continue;
      if (is_something_else(i, i)) continue;
      Candidate again;
      again.first = again.last = i;
      again.score = weight("error");
      again.role = found->second;
      all.push_back(again);
    }
    candidates_ = std::move(all);
  }

  PersonName describe(const Candidate& candidate) const {
    PersonName out;
    out.name = {words()[candidate.first].range.begin, words()[candidate.last].range.end};
    out.range = out.name;
    out.score = candidate.score;
    out.role = candidate.role;
    out.possessive = items_[candidate.last].possessive;
    if (candidate.lead != kNone) {
      out.range.begin = words()[candidate.lead].range.begin;
      out.lead = std::string(document_.text(words()[candidate.lead].range));
    }
    const Range sentence = document_.scope(Scope::sentence, out.name);
    for (std::size_t w = document_.word_at(sentence.begin); w < items_.size() && words()[w].range.begin < sentence.end; ++w) {
      out.child = out.child || lists_.child_words.contains(items_[w].lower);
    }
    return out;
  }

  const Document& document_;
  const NameLists& lists_;
  std::vector<Item> items_;
  std::vector<Candidate> candidates_;
};

}  // namespace

std::vector<PersonName> find_names(const Document& document, const NameLists& lists, const std::vector<Range>& known_phrases) {
  return Finder(document, lists, known_phrases).run();
}

}  // namespace careportal_lint
