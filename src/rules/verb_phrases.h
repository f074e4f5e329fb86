// A verb and what belongs to it: "has been trying to find a bigger place".
#pragma once

#include <cstddef>
#include <cstdint>

#include "rules/clause_words.h"

namespace careportal_lint {

/// How sure it is that a clause stands on its own: "she sleeps" may also belong to "the bed she sleeps in".
enum class Surety : std::uint8_t {
  none,  ///< something is left out
  weak,
  strong
};

struct VerbPhrase {
  std::size_t end = 0;     ///< the word after the verbs
  bool tells = false;      ///< its last verb is a form of "be" that says how or what the subject is
  bool passive = false;    ///< "was torn"
  bool to_person = false;  ///< "lent her mother": what it is about may be left out
  bool of_it = false;      ///< "sees it"
  Surety whole = Surety::none;
};

/// The one whose finite verb is word `verb` of the sentence.
VerbPhrase read_verb_phrase(const ClauseWords& words, std::size_t verb);

}  // namespace careportal_lint
