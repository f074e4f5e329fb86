// The scorecard's points for a word by itself: what it is on the lists, and what it could be instead of a name.
#pragma once

#include "names/name_cues.h"
#include "names/name_lower_case.h"
#include "names/name_words.h"

namespace careportal_lint {

class NameEvidence {
 public:
  NameEvidence(const NameWords& words, const NameLists& lists)
      : words_(words), weights_(lists.weights), cues_(words, lists), lower_(words, lists) {}

  /// For a name.
  [[nodiscard]] double word_score(std::size_t i) const;
  /// Against one, zero or below: a month, brand, place, character, organisation.
  [[nodiscard]] double class_score(std::size_t i) const;
  /// After "mom", "her son": "Sunshine" may be a name, "Needs", "Hispanic" and "XL" are none.
  [[nodiscard]] bool may_follow_kin(std::size_t i) const;
  /// In a list of colors, brands, virtues, about the Bible: no name there.
  [[nodiscard]] bool is_listed_thing(std::size_t i) const;
  /// "books by Kate DiCamillo", "episodes of Arthur": who made it or what it is called.
  [[nodiscard]] bool is_work(std::size_t i) const;

 private:
  [[nodiscard]] double unknown_score(std::size_t i) const;
  [[nodiscard]] bool is_among_colors_or_scripture(std::size_t i) const;
  [[nodiscard]] bool is_among_virtues(std::size_t i) const;
  [[nodiscard]] bool is_among_characters(std::size_t i) const;
  [[nodiscard]] std::size_t first_of_list(std::size_t i) const;
  [[nodiscard]] bool is_choice(std::size_t i) const;
  [[nodiscard]] bool is_joined(std::size_t i) const;
  [[nodiscard]] bool is_brand(std::size_t i) const;

  const NameWords& words_;
  const NameWeights& weights_;
  NameCues cues_;
  LowerCaseNames lower_;
};

}  // namespace careportal_lint
