// Applies suggestions to a draft.
#pragma once

#include <cstddef>
#include <string>

#include "careportal_lint/linter.h"
#include "careportal_lint/source_text.h"

namespace careportal_lint {

/// Which suggestions are applied.
enum class FixLevel : unsigned char {
  safe,    ///< only those marked safe
  unsafe,  ///< the first rewrite of every finding; a person should read the result
};

struct FixResult {
  std::string text;         ///< decoded UTF-8, like SourceText::text()
  std::size_t applied = 0;  ///< rewrites made
};

/// Applies the first fitting rewrite of each finding, the findings that do not overlap in order, and checks the new text
/// again until nothing is left to do. Text outside the rewritten spans stays as it is; doing it twice changes nothing.
FixResult fix(const Linter& linter, const SourceText& draft, FixLevel level);

}  // namespace careportal_lint
