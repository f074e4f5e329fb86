// The second pass: a name found with certainty is one wherever it stands again.
#pragma once

#include "names/name_candidate.h"
#include "names/name_cues.h"
#include "names/name_words.h"

namespace careportal_lint {

class NameMemory {
 public:
  NameMemory(const NameWords& words, const NameLists& lists) : words_(words), weights_(lists.weights), cues_(words, lists) {}

  /// Adds the places where a sure name stands again, and raises doubtful ones.
  void remember(std::vector<NameCandidate>& candidates);

 private:
  struct Known {
    std::uint64_t hash = 0;
    double score = 0;
    std::string_view role;
  };
  void learn(const NameCandidate& candidate);
  [[nodiscard]] const Known* find(std::uint64_t hash) const;
  void find_again(std::size_t first, std::size_t end, std::vector<NameCandidate>& all) const;
  [[nodiscard]] const Known* recall(const NameItem& item) const;
  [[nodiscard]] bool may_be_again(std::size_t i) const;
  [[nodiscard]] bool is_again_in_lower_case(std::size_t i) const;

  const NameWords& words_;
  const NameWeights& weights_;
  NameCues cues_;
  std::vector<Known> known_;
  std::uint64_t filter_ = 0;  ///< a bit for each known word's hash: most words are no known ones
};

}  // namespace careportal_lint
