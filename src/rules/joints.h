// Where the sentences begin that a writer has run together: "she is doing well they need beds".
//
// A clause is a subject with its verb. Every clause of a sentence but the first needs a word that ties it to what stands before it
// ("and", "because", "who", "she says"); one without has run on. Which words do what is told by the vocabulary clause_words.
#pragma once

#include <cstddef>
#include <vector>

#include "rules/clause_words.h"

namespace careportal_lint {

/// Two sentences without a sign between that ends the first.
struct Joint {
  std::size_t last = 0;   ///< word of the draft that should end a sentence
  std::size_t first = 0;  ///< word that should begin the next
  bool comma = false;     ///< they have a comma between
};

/// Puts the joints of the sentence that `words` holds into `out`, in place of what was there.
void find_joints(const ClauseWords& words, std::vector<Joint>& out);

}  // namespace careportal_lint
