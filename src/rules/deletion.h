// What else goes when words are taken out of a sentence.
#pragma once

#include <string>

#include "text/document.h"

namespace careportal_lint {

/// `text` in place of `range` of a document.
struct Edit {
  Range range;
  std::string text;
};

/// `range` deleted, and the sentence around it mended: one blank, no sign or link left dangling, the right article, a capital
/// where the sentence now begins.
Edit delete_cleanly(const Document& document, Range range);

}  // namespace careportal_lint
