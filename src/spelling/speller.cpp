#include "spelling/speller.h"

#include <algorithm>
#include <array>

#include "lexicon/embedded.h"
#include "text/document.h"

namespace careportal_lint {
namespace {

// Costs in hundredths of an edit: what hurried fingers and ears do most is cheapest.
constexpr int kTranspose = 60;
constexpr int kDouble = 55;  // a doubled letter written once, or the reverse
constexpr int kApostrophe = 20;
constexpr int kVowel = 75;       // one vowel for another
constexpr int kLostVowel = 70;   // a vowel left out
constexpr int kLostLetter = 90;  // another letter left out
constexpr int kExtraVowel = 85;  // a vowel too many
constexpr int kNeighbor = 85;    // a neighboring key
constexpr int kEdit = 100;
constexpr int kFirstLetter = 60;  // on top, when the first letter changes
constexpr int kCommonnessStep = 12;
constexpr int kDomainCommonness = 2;  // words of the domain count as this common
constexpr std::size_t kShortest = 3;
constexpr std::size_t kLongest = 24;  // longer words are codes or a stuck key

bool is_vowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

bool are_neighbors(char a, char b) {
  constexpr std::array<std::string_view, 3> rows = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const std::size_t at = rows.at(r).find(a);
    if (at == std::string_view::npos) continue;
    for (std::size_t other = r == 0 ? 0 : r - 1; other <= std::min<std::size_t>(r + 1, 2); ++other) {
      const std::size_t there = rows.at(other).find(b);
      if (there != std::string_view::npos && (there > at ? there - at : at - there) <= 1) return true;
    }
  }
  return false;
}

bool is_contraction(std::string_view text) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"everyone's", "he's", "here's", "how's", "it's", "let's", "she's", "that's", "there's", "what's", "where's", "who's"});
  return std::find(kWords.begin(), kWords.end(), text) != kWords.end();
}

struct Candidate {
  std::string text;
  int cost = 0;
};

// Calls `take(text, cost)` for every text one edit away from `word`.
template <typename Take>
void each_edit(const std::string& word, const Take& take) {
  constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
  std::string edited;
  for (std::size_t i = 0; i <= word.size(); ++i) {
    const int first = i == 0 ? kFirstLetter : 0;
    if (i + 1 < word.size() && word[i] != word[i + 1]) {
      edited = word;
      std::swap(edited[i], edited[i + 1]);
      take(edited, kTranspose + first);
    }
    if (i < word.size()) {
      const bool doubled = i > 0 && word[i] == word[i - 1];
      edited = word;
      edited.erase(i, 1);
      take(edited, (doubled ? kDouble : is_vowel(word[i]) ? kExtraVowel : kEdit) + first);
      for (const char c : letters) {
        if (c == word[i]) continue;
        edited = word;
        edited[i] = c;
        const int cost = is_vowel(c) && is_vowel(word[i])                                ? kVowel
                         : is_vowel(c) == is_vowel(word[i]) && are_neighbors(c, word[i]) ? kNeighbor
                                                                                         : kEdit;
        take(edited, cost + first);
      }
    }
    for (const char c : letters) {
      edited = word;
      edited.insert(i, 1, c);
      const bool doubled = (i > 0 && word[i - 1] == c) || (i < word.size() && word[i] == c);
      take(edited, (doubled ? kDouble : is_vowel(c) ? kLostVowel : kLostLetter) + first);
    }
    if (i > 0 && i < word.size()) {
      edited = word;
      edited.insert(i, 1, '\'');
      take(edited, kApostrophe);
    }
  }
}

void keep(std::vector<Candidate>& candidates, const std::string& text, int cost) {
  const auto known = std::find_if(candidates.begin(), candidates.end(), [&](const Candidate& other) { return other.text == text; });
  if (known == candidates.end()) {
    candidates.push_back({text, cost});
  } else {
    known->cost = std::min(known->cost, cost);
  }
}

}  // namespace

Speller::Speller(const Lexicon& lexicon) : lexicon_(lexicon), slips_(embedded::find("rules/tables/misspellings.txt")) {}

void Speller::allow(std::string_view word) { allowed_.insert(to_lower(word)); }
void Speller::correct(std::string_view wrong, std::string_view right) { corrections_.emplace(to_lower(wrong), std::string(right)); }

bool Speller::knows(std::string_view lower) const { return lexicon_.find(lower).known() || allowed_.contains(lower); }

std::string Speller::correction(std::string_view lower) const {
  const auto found = corrections_.find(lower);
  if (found != corrections_.end()) return found->second;
  // the table is sorted: halve it until one line is left
  std::size_t low = 0;
  std::size_t high = slips_.size();
  while (low < high) {
    std::size_t begin = low + (high - low) / 2;
    while (begin > low && slips_[begin - 1] != '\n') --begin;
    const std::size_t end = std::min(slips_.find('\n', begin), slips_.size());
    const std::string_view line = slips_.substr(begin, end - begin);
    const std::string_view wrong = line.substr(0, line.find('\t'));
    if (wrong == lower) return wrong.size() == line.size() ? std::string() : std::string(line.substr(wrong.size() + 1));
    if (line.starts_with('#') || wrong < lower) {
      low = end + 1;
    } else {
      high = begin;
    }
  }
  return {};
}

std::vector<std::string> Speller::suggest(std::string_view lower, std::size_t most) const {
  std::vector<Candidate> candidates;
  const std::string word(lower);
  // Only everyday words are offered: a rare one is hardly what a caseworker meant.
  const auto offer = [&](const std::string& text, int cost, int rarest) {
    const WordFacts facts = lexicon_.find(text);
    const bool everyday = facts.word() && facts.commonness() <= rarest;
    if (!everyday && !facts.domain()) return;
    // a slip is hardly ever a possessive that lost a letter: "matresss" is no "mattress's"
    if (text.ends_with("'s") && !is_contraction(text)) return;
    const int commonness = facts.domain() ? std::min(facts.commonness(), kDomainCommonness) : facts.commonness();
    keep(candidates, text, cost + kCommonnessStep * commonness);
  };
  if (word.size() > kLongest) return {};
  if (word.size() >= kShortest) {
    each_edit(word, [&](const std::string& text, int cost) { offer(text, cost, 6); });
    // two words run together
    for (std::size_t i = 2; i + 2 <= word.size(); ++i) {
      const WordFacts left = lexicon_.find(word.substr(0, i));
      const WordFacts right = lexicon_.find(word.substr(i));
      if (left.lower() && right.lower() && left.commonness() <= 3 && right.commonness() <= 3) {
        keep(candidates, word.substr(0, i) + " " + word.substr(i),
             kEdit + 20 + kCommonnessStep * std::max(left.commonness(), right.commonness()));
      }
    }
  }
  if (word.size() >= 6 && candidates.empty()) {
    // of two slips at least one is a likely one; trying all pairs would cost as much as checking the rest of the draft
    each_edit(word, [&](const std::string& once, int first) {
      if (first >= kNeighbor) return;
      each_edit(once, [&](const std::string& text, int cost) {
        if (cost <= kEdit) offer(text, first + cost, 5);
      });
    });
  }
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
  std::vector<std::string> out;
  for (std::size_t i = 0; i < candidates.size() && i < most; ++i) out.push_back(candidates[i].text);
  return out;
}

}  // namespace careportal_lint
