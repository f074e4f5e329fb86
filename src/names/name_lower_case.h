// Names written without a capital: what else has to speak for them.
#pragma once

#include "names/name_cues.h"
#include "names/name_words.h"

namespace careportal_lint {

class LowerCaseNames {
 public:
  LowerCaseNames(const NameWords& words, const NameLists& lists) : words_(words), lists_(lists), cues_(words, lists) {}

  /// Word i, in lower case, could be the first of a name.
  [[nodiscard]] bool is_name(std::size_t i) const;
  /// A family name that is no word.
  [[nodiscard]] bool is_surname(std::size_t i) const;
  /// "marquise he is 17", "angel and her kids", "may and june r sisters". `doubtful`: the word is met as a word more often.
  [[nodiscard]] bool is_followed_by_person(std::size_t i, bool doubtful) const;
  /// "gunner has been", "Scooter needs", "a bed for sky": a thing would have its article.
  [[nodiscard]] bool is_bare(std::size_t i) const;
  /// "Man Man", "su su"
  [[nodiscard]] bool is_doubled(std::size_t i) const;
  /// "eh khu needs", "his kids paw gay and": two short words where a name stands
  [[nodiscard]] bool is_two_words(std::size_t i) const;
  /// "jasmine w. is a mom"
  [[nodiscard]] bool is_before_initial(std::size_t i) const;
  /// "Psalm dances": a word with a capital that nothing asked for, before what only people do
  [[nodiscard]] bool is_lonely(std::size_t i) const;

 private:
  [[nodiscard]] bool is_unknown_name(std::size_t i, std::size_t kin, bool beside) const;
  [[nodiscard]] bool is_in_age_list(std::size_t i) const;
  [[nodiscard]] bool is_determined(std::size_t i) const;
  [[nodiscard]] bool is_short_name(std::size_t i, std::size_t kin, bool beside) const;
  [[nodiscard]] bool is_bare_subject(std::size_t i) const;
  [[nodiscard]] bool is_bare_object(std::size_t i) const;
  [[nodiscard]] bool is_signature(std::size_t i) const;
  [[nodiscard]] bool opens_clause(std::size_t i) const;
  [[nodiscard]] bool is_word_as_name(std::size_t i, std::size_t kin, bool beside) const;

  const NameWords& words_;
  const NameLists& lists_;
  NameCues cues_;
};

}  // namespace careportal_lint
