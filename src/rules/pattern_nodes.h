// A pattern as a tree: the one place where the syntax of patterns is read. What a match looks like (pattern_syntax.h),
// where to look for it (pattern_anchors.h) and how to run it (pattern_program.h) are all answered from this tree.
#pragma once

#include <bitset>
#include <cstdint>
#include <string_view>
#include <vector>

namespace careportal_lint {

/// A set of ASCII characters.
using CharSet = std::bitset<128>;

/// A part of a pattern.
struct PatternNode {
  enum class Type : std::uint8_t { empty, chars, concat, alternate, repeat, word_boundary, line_begin, line_end };
  Type type = Type::empty;
  CharSet chars;          ///< as written; see any_case
  bool any_case = false;  ///< chars: letters stand for both of their cases
  std::vector<PatternNode> children;
  int min = 1;
  int max = 1;            ///< -1: no bound
  int capture = 0;        ///< concat: the number of the capture group that it is, from 1; 0: none
  bool own_case = false;  ///< concat: (?i:...) or (?-i:...)

  [[nodiscard]] bool is_line_edge() const { return type == Type::line_begin || type == Type::line_end; }
};

/// Thrown for syntax that is not read here, and for shapes that have no finite answer.
struct UnsupportedPattern {};

/// `exact_case`: letters outside (?i:...) stand for themselves only. Throws UnsupportedPattern.
PatternNode parse_pattern(std::string_view pattern, bool exact_case);

/// The set with both cases of each letter.
CharSet fold_case(const CharSet& set);

CharSet char_range(char first, char last);
/// Letters, digits and the underscore: what `\w` stands for.
CharSet word_chars();

}  // namespace careportal_lint
