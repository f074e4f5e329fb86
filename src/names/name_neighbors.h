// Names in a row: "Aiden (4), Mia 6 and Leo", "kaylee and bubba", "Jasmine (Jazzy)". One that is sure vouches for the others.
#pragma once

#include "names/name_candidate.h"
#include "names/name_cues.h"
#include "names/name_evidence.h"
#include "names/name_lower_case.h"
#include "names/name_runs.h"
#include "names/name_words.h"

namespace careportal_lint {

class NameNeighbors {
 public:
  NameNeighbors(const NameWords& words, const NameLists& lists)
      : words_(words), weights_(lists.weights), cues_(words, lists), lower_(words, lists), runs_(words, lists), evidence_(words, lists) {}

  /// Adds what stands beside a name and is none by itself.
  void adopt(std::vector<NameCandidate>& candidates) const;
  /// Links candidates of one list, and raises the doubtful ones beside a sure one.
  void weigh(std::vector<NameCandidate>& candidates) const;

 private:
  [[nodiscard]] bool is_linked(std::size_t last, std::size_t first) const;
  [[nodiscard]] bool is_pair(const NameCandidate& a, const NameCandidate& b) const;
  void raise(NameCandidate& candidate) const;
  void extend_left(NameCandidate& candidate, std::size_t begin) const;
  void adopt_before(const NameCandidate& candidate, std::size_t begin, std::vector<NameCandidate>& all) const;
  [[nodiscard]] bool is_name_before(std::size_t i, std::size_t next) const;
  [[nodiscard]] bool is_neighbor(std::size_t last, std::size_t i) const;

  const NameWords& words_;
  const NameWeights& weights_;
  NameCues cues_;
  LowerCaseNames lower_;
  NameRuns runs_;
  NameEvidence evidence_;
};

}  // namespace careportal_lint
