// Runs programs on a text.
//
// A run explores all ways to match and keeps the longest, as RE2 does with leftmost-longest matching. Where it would take
// too many steps it says so, and RE2 takes over.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "rules/pattern_program.h"
#include "text/fold.h"

namespace careportal_lint {

/// Most capture groups that a pattern may use.
inline constexpr std::size_t kMostCaptures = 9;

/// [0] is the match.
using Groups = std::array<Range, kMostCaptures + 1>;

enum class RunResult : std::uint8_t { none, found, gave_up };

/// Where a program is run.
struct RunPlace {
  std::string_view text;
  Range within;             ///< bounds what `^`, `$` and `\b` see
  bool word_edges = false;  ///< a match may not begin or end inside a word
};

/// The leftmost-longest match of a forward program that begins at or after `from`.
RunResult find_match(const Programs& programs, NodeId program, const RunPlace& place, std::uint32_t from, Groups& groups);

/// The longest match of a forward program that begins at `begin`, whatever stands before it; `groups` may be null.
RunResult match_forward(const Programs& programs, NodeId program, const RunPlace& place, std::uint32_t begin, std::uint32_t& end,
                        Groups* groups);

/// The longest match of a backward program that ends at `end` and begins at or after `least`.
RunResult match_backward(const Programs& programs, NodeId program, const RunPlace& place, std::uint32_t end, std::uint32_t least,
                         std::uint32_t& begin);

}  // namespace careportal_lint
