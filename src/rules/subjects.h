// Verbs that do not go with their subject: "she need", "the kids has".
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "rules/clause_words.h"

namespace careportal_lint {

/// One that asks for another form.
struct WrongNumber {
  std::size_t verb = 0;  ///< word of the draft
  std::string right;     ///< the form for its subject, in lower case
};

/// Puts the verbs of the sentence that `words` holds which do not go with their subjects into `out`, in place of what was there.
/// `any_number`: nouns that may be one or many (family, couple), or whose form does not tell (news, children).
void find_wrong_numbers(const ClauseWords& words, const TextTable& any_number, std::vector<WrongNumber>& out);

}  // namespace careportal_lint
