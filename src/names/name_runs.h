// Which words could be a name, and how far it goes: "Reyes-Delgado", "De La Cruz", "Robert "Bubba" Hale Jr.".
#pragma once

#include "names/name_cues.h"
#include "names/name_lower_case.h"
#include "names/name_words.h"

namespace careportal_lint {

/// "jr", "iii"
bool is_suffix(std::string_view word);

class NameRuns {
 public:
  NameRuns(const NameWords& words, const NameLists& lists) : words_(words), cues_(words, lists), lower_(words, lists) {}

  /// No number, brand, kin word or title.
  [[nodiscard]] bool is_plain(std::size_t i) const;
  /// Could be (part of) a name without any cue.
  [[nodiscard]] bool is_called(std::size_t i) const;
  [[nodiscard]] bool is_name_word(std::size_t i) const;
  /// The last word of the name that starts with word `first`.
  [[nodiscard]] std::size_t end_of_run(std::size_t first) const;
  /// Word i may follow in a name that starts with `first_word`.
  [[nodiscard]] bool continues_name(std::size_t i, std::size_t first_word) const;

 private:
  [[nodiscard]] bool continues_in_lower_case(std::size_t i, std::size_t first_word) const;
  [[nodiscard]] std::size_t after_nickname(std::size_t first, std::size_t last) const;
  [[nodiscard]] bool is_second_syllable(std::size_t i) const;
  [[nodiscard]] bool is_broken_line(std::size_t first, std::size_t last) const;
  [[nodiscard]] bool is_family_name(std::size_t first, std::size_t i) const;

  const NameWords& words_;
  NameCues cues_;
  LowerCaseNames lower_;
};

}  // namespace careportal_lint
