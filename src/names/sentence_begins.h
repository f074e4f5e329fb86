// How the sentences of a draft begin: where that is in lower case, names have no capitals, either.
#pragma once

#include <cstddef>

#include "text/document.h"

namespace careportal_lint {

struct SentenceBegins {
  std::size_t capital = 0;
  std::size_t small = 0;

  /// Counts the sentences whose first word begins in `own`; numbers count for neither.
  void count(const Document& document, Range own);
  [[nodiscard]] bool mostly_small() const { return small > 2 * capital; }
};

}  // namespace careportal_lint
