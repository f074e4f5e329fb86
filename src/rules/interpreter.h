// Runs a pattern straight from its text, without compiling it.
//
// RE2 is fast once a pattern is compiled, but compiling costs more than a short draft is worth: a pattern that is tried
// on one draft is cheaper to interpret. The interpreter explores all ways to match and keeps the leftmost-longest, as
// RE2 does; where it would take too many steps, or does not know the syntax, it says so and RE2 takes over.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/fold.h"

namespace careportal_lint {

/// Most capture groups that a pattern may use.
inline constexpr std::size_t kMostCaptures = 9;

class Interpreter {
 public:
  /// `word_edges`: a match may not begin or end inside a word.
  Interpreter(std::string_view pattern, bool exact_case, bool word_edges);

  /// The syntax was understood.
  [[nodiscard]] bool usable() const { return usable_; }
  [[nodiscard]] std::size_t capture_count() const { return captures_; }

  enum class Result : std::uint8_t { none, found, gave_up };
  using Groups = std::array<Range, kMostCaptures + 1>;
  /// The leftmost-longest match that begins at or after `from`; `within` bounds what `^`, `$` and `\b` see.
  Result find(std::string_view text, Range within, std::uint32_t from, Groups& groups) const;

 private:
  using CharSet = std::bitset<128>;
  enum class Type : std::uint8_t { empty, chars, literal, concat, alternate, repeat, capture, word_boundary, line_begin, line_end };
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  struct Node {
    Type type = Type::empty;
    bool nullable = false;        // may match the empty text
    std::uint32_t child = kNone;  // the first; the others follow by `next`
    std::uint32_t next = kNone;
    std::uint32_t min = 0;  // repeat: bounds; literal: begin and length in literals_; capture: its number;
                            // alternate: max is one more than its number in dispatches_, 0: none
    std::uint32_t max = 0;
    CharSet first;  // characters that a match can begin with; chars: the set itself
  };
  /// The alternatives of a long alternation that can begin with a character.
  struct Dispatch {
    std::array<std::uint16_t, 129> begin{};
    std::vector<std::uint32_t> nodes;
  };
  class Parser;
  struct Run;
  struct Continuation;

  std::vector<Node> nodes_;
  std::vector<Dispatch> dispatches_;
  std::string literals_;       // in lower case where case does not matter
  std::string literal_exact_;  // by character of literals_: 1 when case matters
  std::uint32_t root_ = kNone;
  std::size_t captures_ = 0;
  bool word_edges_;
  bool usable_ = false;
};

}  // namespace careportal_lint
