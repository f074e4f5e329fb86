// Finds person names by a scorecard in two passes: evidence of words and their neighbors, then memory.
#pragma once

#include <string>
#include <vector>

#include "names/name_lists.h"
#include "text/document.h"

namespace careportal_lint {

/// One place where a person is named.
struct PersonName {
  Range range;              ///< with the title or kin word right before it
  Range name;               ///< the name alone
  double score = 0;
  std::string role;         ///< what to say instead ("mom"); empty: the text does not tell
  std::string lead;         ///< title or kin word within `range`, as written
  bool possessive = false;  ///< the range ends in 's
  bool child = false;       ///< the sentence speaks of a child
};

/// `known_phrases`: ranges of brands, places and the like, sorted by begin; no name starts in one.
std::vector<PersonName> find_names(const Document& document, const NameLists& lists, const std::vector<Range>& known_phrases);

}  // namespace careportal_lint
