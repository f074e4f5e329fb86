// Capital or small letter where a sentence begins.
#pragma once

#include "text/document.h"

namespace careportal_lint {

/// Whether new words at `range`, the begin of a sentence, take a capital: the old ones had one, or they had none (or were a sum) and
/// the line has other words with a capital. In a list, and in a line all in small letters, where a capital would stand out,
/// small words stay small.
bool begins_large(const Document& document, Range range);

}  // namespace careportal_lint
