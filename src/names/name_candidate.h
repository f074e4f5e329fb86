// A run of words that may be one name, and the evidence for it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace careportal_lint {

inline constexpr std::size_t kNoWord = static_cast<std::size_t>(-1);

struct NameCandidate {
  std::size_t first = 0;  ///< words of the draft, both included
  std::size_t last = 0;
  double score = 0;
  std::size_t lead = kNoWord;  ///< title or kin word that tells who it is, before the name
  std::string_view role;       ///< what to say instead, of the word lists; empty: not told
  bool sure_cue = false;       ///< introduced, or with a kin word: what the word could else be counts for half
  bool linked = false;         ///< goes on a list with the candidate before it
};

}  // namespace careportal_lint
