#include "spelling/speller.h"

#include <algorithm>
#include <array>

#include "lexicon/misspellings.h"
#include "lexicon/word_classes.h"
#include "spelling/near_words.h"
#include "spelling/slips.h"
#include "text/document.h"

namespace careportal_lint {
namespace {

using Total = int;  ///< what a slip costs and what a rare word costs, together

// On top of the slip, by commonness (1 to 7): an everyday word is likelier meant.
constexpr std::array<int, 9> kRarity = {0, 0, 12, 24, 36, 48, 60, 84, 96};
constexpr int kDomainCommonness = 2;  // words of the domain count as this common
constexpr int kOtherEnding = 12;      // a plural or a verb ending gets lost less often than a letter
constexpr int kTwoWords = 126;        // a blank left out
constexpr int kTwoWordsSmall = 95;    // ... before or after a word of two or three letters: "inneed", "thatshe"
constexpr int kTwoSmallWords = 60;    // ... when both are as common as can be
constexpr int kTwoWordsRarest = 4;
constexpr int kCommonTorn = 3;  // the rarest word whose parts are taken for it
constexpr std::size_t kShortest = 3;

// How much a word of so many letters may differ: a short one with two slips could be anything.
constexpr int farthest(std::size_t letters) {
  if (letters <= 3) return 90;
  if (letters <= 4) return 130;
  if (letters <= 5) return 155;
  if (letters <= 8) return 195;
  return 230;
}
constexpr std::array<int, 4> kSteps = {45, 75, 120, 1000};

struct Candidate {
  std::string text;
  Total total = 0;
};

// The best few, best first; of equals the one that came first.
class Best {
 public:
  void offer(std::string_view text, Total total) {
    const auto same = std::find_if(words_.begin(), words_.end(), [&](const Candidate& other) { return other.text == text; });
    if (same != words_.end()) {
      if (same->total <= total) return;
      words_.erase(same);
    }
    const auto place = std::find_if(words_.begin(), words_.end(), [&](const Candidate& other) { return other.total > total; });
    words_.insert(place, {std::string(text), total});
    if (words_.size() > Speller::kMostSuggestions) words_.pop_back();
  }
  [[nodiscard]] bool empty() const { return words_.empty(); }
  [[nodiscard]] Total first() const { return words_.front().total; }
  /// What a further word may cost at most.
  [[nodiscard]] Total room() const { return words_.size() < Speller::kMostSuggestions ? 100000 : words_.back().total; }
  [[nodiscard]] const std::vector<Candidate>& words() const { return words_; }

 private:
  std::vector<Candidate> words_;
};

bool ends_like(std::string_view a, std::string_view b) {
  for (const std::string_view ending : {"s", "ed", "ing"}) {
    if (a.ends_with(ending) != b.ends_with(ending)) return false;
  }
  return true;
}

// "cribs", but "babies", "boxes".
bool takes_plain_s(std::string_view singular) {
  const char last = singular.back();
  if (last == 'y') return singular.size() > 1 && std::string_view("aeou").find(singular[singular.size() - 2]) != std::string_view::npos;
  return !singular.ends_with("ch") && !singular.ends_with("sh") && std::string_view("sxz").find(last) == std::string_view::npos;
}

// "pranked", "mudding", "beader": a short everyday word as a verb. Longer ones are too easily doubled wrongly ("prefered"), and the
// past of a strong verb is no regular one ("teached").
bool is_regular_form(const Lexicon& lexicon, std::string_view lower) {
  constexpr auto kStrong = std::to_array<std::string_view>(
      {"beat", "bend",  "bind",  "blow",  "break", "breed", "bring", "build", "buy",   "catch", "cling", "come",  "creep",
       "cut",  "deal",  "do",    "draw",  "dream", "drink", "eat",   "fall",  "feed",  "feel",  "fight", "find",  "fly",
       "get",  "go",    "grow",  "hang",  "have",  "hear",  "hit",   "hold",  "hurt",  "keep",  "kneel", "know",  "lay",
       "lead", "leap",  "lend",  "let",   "lie",   "lose",  "mean",  "meet",  "pay",   "put",   "quit",  "read",  "ring",
       "run",  "say",   "see",   "seek",  "sell",  "send",  "set",   "sew",   "shed",  "shoot", "show",  "shut",  "sing",
       "sink", "sit",   "sleep", "speak", "spend", "spin",  "split", "stand", "steal", "stick", "sting", "swear", "sweep",
       "swim", "swing", "teach", "tear",  "tell",  "think", "throw", "wear",  "weep",  "win",   "wind",  "wring", "write"});
  const bool past = lower.ends_with("ed");
  const bool doer = lower.ends_with("er") || lower.ends_with("ers");
  if (!past && !doer && !lower.ends_with("ing")) return false;
  std::string_view stem = lower.substr(0, lower.size() - (past || lower.ends_with("er") ? 2 : 3));
  if (stem.size() < 3) return false;
  const auto is_vowel = [&](std::size_t at) { return slips::is_vowel(stem[at]); };
  const bool doubled = stem.size() > 3 && stem[stem.size() - 1] == stem[stem.size() - 2] &&
                       std::string_view("bdgmnpt").find(stem.back()) != std::string_view::npos;
  if (doubled) stem.remove_suffix(1);
  const std::size_t size = stem.size();
  std::size_t vowels = 0;
  for (std::size_t i = 0; i < size; ++i) vowels += is_vowel(i) && (i == 0 || !is_vowel(i - 1)) ? 1 : 0;
  if (vowels != 1 || stem.back() == 'e' || is_vowel(size - 1)) return false;
  const bool doubles =
      is_vowel(size - 2) && (size < 3 || !is_vowel(size - 3)) && std::string_view("wx").find(stem.back()) == std::string_view::npos;
  if (doubles != doubled) return false;
  if (past && std::find(kStrong.begin(), kStrong.end(), stem) != kStrong.end()) return false;
  const WordFacts facts = lexicon.find(stem);
  // "runer", "drinker", but not "beder": only what people do
  return facts.lower() && !facts.slip() && facts.commonness() <= 5 && (!doer || WordClassTable::embedded().find(stem).has(WordClass::verb));
}

// Words of the domain are as common here as everybody's.
int commonness_of(WordFacts facts) { return facts.domain() ? std::min(facts.commonness(), kDomainCommonness) : facts.commonness(); }

// "tuesday" is written with a capital, "suv" in capitals.
std::string in_its_case(const Lexicon& lexicon, std::string text) {
  const WordFacts facts = lexicon.find(text);
  if (facts.lower() || text.find(' ') != std::string::npos) return text;
  if (facts.proper()) {
    text[0] = to_upper(text[0]);
  } else if (facts.acronym()) {
    for (char& c : text) c = to_upper(c);
  }
  return text;
}

}  // namespace

Speller::Speller(const Lexicon& lexicon, const WordGraph& graph, const std::vector<std::string>& allowed,
                 const std::map<std::string, std::string>& corrections)
    : lexicon_(lexicon), graph_(graph) {
  for (const std::string& word : allowed) allowed_.insert(to_lower(word));
  for (const auto& [wrong, right] : corrections) corrections_.emplace(to_lower(wrong), right);
}

bool Speller::knows(std::string_view lower) const {
  const auto is_known = [&](std::string_view word) { return lexicon_.find(word).known() || allowed_.contains(word); };
  if (is_known(lower)) return true;
  // the forms of an allowed word need not be listed
  const auto is_allowed = [&](std::string_view word) {
    const WordFacts facts = lexicon_.find(word);
    return facts.domain() || facts.name_like() || allowed_.contains(word);
  };
  const std::size_t size = lower.size();
  const std::string_view singular = lower.substr(0, size - 1);
  if (lower.ends_with("s") && size > 3 && takes_plain_s(singular) && is_allowed(singular)) return true;
  if (lower.ends_with("es") && size > 4 && !takes_plain_s(lower.substr(0, size - 2)) && is_allowed(lower.substr(0, size - 2))) return true;
  for (const std::string_view ending : {"ing", "ed", "er", "ers"}) {
    if (!lower.ends_with(ending) || size < ending.size() + 4) continue;
    const std::string_view stem = lower.substr(0, size - ending.size());
    if (is_allowed(stem)) return true;
    if (stem[stem.size() - 1] == stem[stem.size() - 2] && is_allowed(stem.substr(0, stem.size() - 1))) return true;
  }
  if (is_regular_form(lexicon_, lower)) return true;
  if (lower.ends_with("ies") && size > 5) return is_allowed(std::string(lower.substr(0, size - 3)) + "y");
  return false;
}

bool Speller::is_name(std::string_view lower) const {
  const WordFacts facts = lexicon_.find(lower);
  return facts.proper() || facts.given_tier() != 0 || facts.surname_tier() != 0;
}

bool Speller::is_surname_only(std::string_view lower) const {
  const WordFacts facts = lexicon_.find(lower);
  return facts.surname_tier() != 0 && !facts.word() && facts.given_tier() == 0 && !facts.name_like() && !facts.domain() &&
         !allowed_.contains(lower);
}

bool Speller::is_torn(std::string_view first, std::string_view second) const {
  constexpr std::size_t kShortestTorn = 5;
  if (first.size() + second.size() < kShortestTorn || first.size() < 2 || second.size() < 2) return false;
  if (is_everyday(first) && is_everyday(second)) return false;
  if (allowed_.contains(first) || allowed_.contains(second)) return false;
  const WordFacts whole = lexicon_.find(std::string(first) + std::string(second));
  return whole.lower() && !whole.slip() && (whole.commonness() <= kCommonTorn || whole.domain());
}

std::string Speller::correction(std::string_view lower) const {
  const auto found = corrections_.find(lower);
  if (found != corrections_.end()) return found->second;
  return lexicon_.find(lower).slip() ? std::string(listed_correction(lower)) : std::string();
}

std::vector<std::string> Speller::suggest(std::string_view lower) const {
  if (lower.size() < kShortest || lower.size() > NearWords::kLongest) return {};
  return cache_.get(std::string(lower), [&] { return find_suggestions(lower); });
}

std::vector<std::string> Speller::find_suggestions(std::string_view lower) const {
  Best best;
  // two words run together
  for (std::size_t i = 2; i + 2 <= lower.size(); ++i) {
    const WordFacts left = lexicon_.find(lower.substr(0, i));
    const WordFacts right = lexicon_.find(lower.substr(i));
    if (!left.lower() || !right.lower()) continue;
    const int rarest = std::max(commonness_of(left), commonness_of(right));
    if (rarest > kTwoWordsRarest) continue;
    // nobody means "bun er" by "buner"
    if ((i == 2 && left.commonness() > 1) || (i + 2 == lower.size() && right.commonness() > 1)) continue;
    const bool small = std::min(i, lower.size() - i) <= 3 && std::min(commonness_of(left), commonness_of(right)) == 1 && lower.size() > 4;
    std::string text(lower.substr(0, i));
    text += ' ';
    text += lower.substr(i);
    const bool both = small && left.commonness() == 1 && right.commonness() == 1;  // "tothe", "cango"
    best.offer(text, (both ? kTwoSmallWords : small ? kTwoWordsSmall : kTwoWords) + kRarity.at(static_cast<std::size_t>(rarest)));
  }

  NearWords near(lower);
  const int limit = farthest(lower.size());
  int bound = 0;
  const NearWords::Take take = [&](std::string_view word, int cost) {
    const WordFacts facts = lexicon_.find(word);
    const int commonness = facts.known() ? commonness_of(facts) : kDomainCommonness;  // unknown: a word of the pack
    best.offer(word, cost + kRarity.at(static_cast<std::size_t>(commonness)) + (ends_like(word, lower) ? 0 : kOtherEnding));
    return std::min(bound, best.room());
  };
  std::call_once(allowed_edges_made_, [&] {
    if (!allowed_.empty()) allowed_edges_ = build_word_graph({allowed_.begin(), allowed_.end()});
  });
  const WordGraph own(allowed_edges_);
  const auto walk = [&](int within) {
    bound = std::min(within, best.room());
    near.walk(own, bound, take);
    near.walk(graph_, bound, take);
  };
  // step by step farther, until no word farther off could be likelier than the best one found
  for (const int step : kSteps) {
    const int within = std::min(limit, best.empty() ? step : std::min(step, best.first()));
    walk(within);
    if (within == limit || (!best.empty() && best.first() <= step)) break;
  }

  std::vector<std::string> out;
  for (const Candidate& candidate : best.words()) out.push_back(in_its_case(lexicon_, candidate.text));
  return out;
}

}  // namespace careportal_lint
