// The second pass: a name found with certainty is one wherever it stands again.
#pragma once

#include "names/known_names.h"
#include "names/name_candidate.h"
#include "names/name_cues.h"
#include "names/name_words.h"

namespace careportal_lint {

class NameMemory {
 public:
  NameMemory(const NameWords& words, const NameLists& lists) : words_(words), weights_(lists.weights), cues_(words, lists) {}

  /// Adds what is certain to `known`.
  void learn(const NameCandidate& candidate, KnownNames& known) const;
  /// Adds the places where a known name stands again, and raises doubtful ones.
  void recall(const KnownNames& known, std::vector<NameCandidate>& candidates) const;

 private:
  void find_again(const KnownNames& known, std::size_t first, std::size_t end, std::vector<NameCandidate>& all) const;
  [[nodiscard]] bool may_be_again(std::size_t i) const;
  [[nodiscard]] bool is_again_in_lower_case(std::size_t i) const;

  const NameWords& words_;
  const NameWeights& weights_;
  NameCues cues_;
};

}  // namespace careportal_lint
