#include "rules/rewrite_words.h"

#include <algorithm>

#include "text/english.h"

namespace careportal_lint {

bool is_in(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_article(std::string_view word) { return is_in(word, {"a", "an"}); }

bool is_determiner(std::string_view word) {
  return is_article(word) || is_in(word, {"the", "my", "your", "his", "her", "our", "their", "its", "this", "that"});
}

bool opens_with_determiner(std::string_view first) {
  return is_determiner(first) || is_in(first, {"some", "one", "each", "all", "every", "any", "several", "two"});
}

bool opens_without_noun(std::string_view first) {
  // "move", "needs" may be nouns
  return is_in(first, {"is",  "are",  "was",   "were",   "has",     "have",    "had",  "could", "would",  "will",
                       "can", "went", "came",  "got",    "made",    "kept",    "in",   "on",    "with",   "at",
                       "for", "from", "after", "during", "through", "because", "been", "going", "getting"});
}

bool takes_no_indefinite(std::string_view last) {
  return looks_plural(last) || is_in(last, {"support", "help", "food", "clothing", "furniture", "progress", "transportation", "care"});
}

bool is_adjective(std::string_view word) {
  return is_in(word, {"bad",    "big",   "little", "recent", "new",      "old",   "small",    "great",   "good",
                      "huge",   "last",  "next",   "first",  "second",   "other", "young",    "older",   "younger",
                      "oldest", "local", "own",    "same",   "previous", "long",  "terrible", "current", "whole"});
}

bool is_person(std::string_view word) {
  return is_in(word, {"child",       "caregiver", "aunt",    "uncle",  "cousin", "sister", "brother", "worker", "caseworker", "friend",
                      "grandparent", "relative",  "sibling", "parent", "teen",   "boy",    "girl",    "son",    "daughter",   "person"});
}

}  // namespace careportal_lint
