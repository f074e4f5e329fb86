// Where the sentences begin that a writer has run together: "she is doing well they need beds".
//
// A clause is a subject with its verb. Every clause of a sentence but the first needs a word that ties it to what stands before it
// ("and", "because", "who", "she says"); one without has run on. Which words do what is told by the vocabulary clause_words.
#pragma once

#include <cstddef>
#include <vector>

#include "rules/text_table.h"
#include "text/document.h"

namespace careportal_lint {

/// Two sentences without a sign between that ends the first.
struct Joint {
  std::size_t last = 0;   ///< word of the draft that should end a sentence
  std::size_t first = 0;  ///< word that should begin the next
  bool comma = false;     ///< they have a comma between
};

/// The joints among the words [first, last) of a draft, which are one sentence. `table`: of ClauseWords::table().
std::vector<Joint> find_joints(const Document& document, const TextTable& table, std::size_t first, std::size_t last);

}  // namespace careportal_lint
