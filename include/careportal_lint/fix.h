// Applies suggestions to a draft.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "careportal_lint/linter.h"
#include "careportal_lint/source_text.h"

namespace careportal_lint {

/// Which suggestions are applied.
enum class FixLevel : unsigned char {
  safe,    ///< only those marked safe
  unsafe,  ///< the first rewrite of every finding; a person should read the result
};

/// Words put in place of others.
struct Rewrite {
  Span span;  ///< in the text before its round
  std::string text;
};

struct FixResult {
  std::string text;         ///< decoded UTF-8, like SourceText::text()
  std::string bytes;        ///< the same in the encoding of the draft, with its byte order mark if it had one
  std::size_t applied = 0;  ///< rewrites made
  /// The rewrites of each round, in order and apart from each other.
  std::vector<std::vector<Rewrite>> rounds;
};

/// Applies the first fitting rewrite of each finding, the findings that do not overlap in order, and checks the new text
/// again until nothing is left to do. A rewrite counts when it, or it and those that it calls for ("pls", "please", "Please"),
/// leave fewer or less grave findings, or a shorter text with as much to find; others are passed over. So there is an end,
/// mostly after two or three rounds; a round lints the draft two or three times, and never more than about 70. Text outside
/// of the rewritten spans stays as it is, the result can be written in the encoding of the draft, and doing it twice changes
/// nothing.
FixResult fix(const Linter& linter, const SourceText& draft, FixLevel level);

}  // namespace careportal_lint
