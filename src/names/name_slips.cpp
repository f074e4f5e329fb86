#include "names/name_slips.h"

#include <algorithm>
#include <array>

#include "lexicon/misspellings.h"

namespace careportal_lint {
namespace {

// Short words have too many neighbors: only everybody's words count there.
bool is_common(std::string_view word, std::size_t length) {
  const WordFacts facts = Lexicon::embedded().find(word);
  if (length > 6 && facts.name_class() == NameClass::place) return true;  // "Afganistan"
  return facts.lower() && facts.commonness() <= (length <= 5 ? 2 : 4);
}

bool is_near_common_word(std::string_view lower) {
  const std::size_t length = lower.size();
  if (length < 4) return false;
  if (lower.back() == 's' && is_common(lower.substr(0, length - 1), length)) return true;  // "childs"
  std::string word(lower);
  // a slip hardly ever changes the first letter
  for (std::size_t i = 1; i <= length; ++i) {
    for (const char c : std::string_view("'abcdefghijklmnopqrstuvwxyz")) {
      word.insert(i, 1, c);
      // "doesnt": a lost apostrophe makes a word of any rank
      if (is_common(word, length) || (c == '\'' && Lexicon::embedded().find(word).word())) return true;
      word.erase(i, 1);
      if (i == length || c == '\'') continue;
      const char kept = word[i];
      word[i] = c;
      if (is_common(word, length)) return true;
      word[i] = kept;
    }
    if (i == length) break;
    word.erase(i, 1);
    if (is_common(word, length)) return true;
    word = lower;
    if (i + 1 < length) {
      std::swap(word[i], word[i + 1]);
      if (is_common(word, length)) return true;
      word = lower;
    }
  }
  return false;
}

// "willbe", "inthe": two everyday words without a blank.
bool is_run_together(std::string_view lower) {
  for (std::size_t i = 2; i + 2 <= lower.size() && lower.size() > 4; ++i) {
    const WordFacts left = Lexicon::embedded().find(lower.substr(0, i));
    const WordFacts right = Lexicon::embedded().find(lower.substr(i));
    if (left.lower() && right.lower() && left.commonness() == 1 && right.commonness() == 1) return true;
  }
  return false;
}

// The answer takes some hundred look-ups, and the same name is asked about again and again: a thread remembers the last ones.
struct Answer {
  std::uint64_t hash = 0;
  bool listed = false;
  bool slip = false;
  bool run_together = false;
};

const Answer& answer_about(const NameItem& item) {
  thread_local std::array<Answer, 2048> answers;
  Answer& answer = answers[item.hash % answers.size()];
  if (answer.hash != item.hash) {
    const bool listed = is_listed_slip(item.lower);
    answer = {item.hash, listed, listed || is_near_common_word(item.lower), is_run_together(item.lower)};
  }
  return answer;
}

}  // namespace

bool is_listed_slip(std::string_view lower) { return !listed_correction(lower).empty(); }

bool is_slip(const NameItem& item) {
  const Answer& answer = answer_about(item);
  return answer.slip || (answer.run_together && !item.capital);  // "Ison" is a surname
}

bool is_listed_slip(const NameItem& item) { return answer_about(item).listed; }

}  // namespace careportal_lint
