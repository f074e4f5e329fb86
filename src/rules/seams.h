// Where a rewrite meets the words around it.
#pragma once

#include <vector>

#include "careportal_lint/diagnostic.h"
#include "text/document.h"

namespace careportal_lint {

/// Puts right what a replacement of `range` would leave at its seams: "a aunt", "the the", "is is", "the family the
/// family", two blanks; after a deletion also a sign, an "and" or a "with" that led to it, brackets around nothing, and a
/// sentence that begins in small letters. Where that takes a neighbor along, `range` grows and so do the texts of
/// all suggestions. Suggestions that come to say the same, or what is there already, are dropped.
void fit_neighbors(const Document& document, Range& range, std::vector<Suggestion>& suggestions);

}  // namespace careportal_lint
