// A pattern as a tree, for reading its shape.
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
  enum class Type : std::uint8_t { empty, chars, concat, alternate, repeat, word_boundary, line_edge };
  Type type = Type::empty;
  CharSet chars;
  std::vector<PatternNode> children;
  int min = 1;
  int max = 1;  // -1: no bound
  bool captures = false;
  bool own_case = false;  // (?i:...) or (?-i:...)
};

/// Thrown for syntax that is not read here, and for shapes that have no finite answer.
struct UnsupportedPattern {};

/// Throws UnsupportedPattern.
PatternNode parse_pattern(std::string_view pattern);

CharSet char_range(char first, char last);
/// Letters, digits and the underscore: what `\w` stands for.
CharSet word_chars();

}  // namespace careportal_lint
