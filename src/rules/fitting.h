// One rewrite put into its sentence.
#pragma once

#include <string>

#include "rules/deletion.h"
#include "text/document.h"

namespace careportal_lint {

struct Fitted {
  Edit edit;            ///< may reach over neighbors of the range that was asked for
  bool broken = false;  ///< the sentence is worse off: it lost its subject, or the rewrite cannot stand where it does
};

/// `text` in place of `range`, with verb, articles, possessive and words that would stand twice put right; an empty text is a
/// deletion.
Fitted fit_rewrite(const Document& document, Range range, std::string text);

}  // namespace careportal_lint
