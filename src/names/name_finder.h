// Finds person names by a scorecard in two passes: evidence of words and their neighbors, then memory.
#pragma once

#include <string>
#include <vector>

#include "names/known_names.h"
#include "names/name_lists.h"
#include "names/sentence_begins.h"
#include "text/document.h"

namespace careportal_lint {

/// One place where a person is named, or several in a row ("Aiden, Mia and Leo").
struct PersonName {
  Range range;  ///< what a rewrite replaces: with the title or kin word beside the name
  Range name;   ///< the names alone
  double score = 0;
  std::vector<std::string> say;  ///< what to say instead, the best first; in lower case, possessive where needed
};

/// `known_phrases`: ranges of brands, places and the like, sorted by begin; no name starts in one.
/// `elsewhere` and `begins` (may be null): the names of the whole draft and how its sentences begin, when the document is a piece of it.
std::vector<PersonName> find_names(const Document& document, const NameLists& lists, const std::vector<Range>& known_phrases,
                                   const KnownNames* elsewhere = nullptr, const SentenceBegins* begins = nullptr);

/// Adds the names that begin in `own` and are certain; of a huge number only so many. `begins`: of the whole draft.
void learn_names(const Document& document, const NameLists& lists, const std::vector<Range>& known_phrases, Range own,
                 const SentenceBegins& begins, KnownNames& known);

}  // namespace careportal_lint
