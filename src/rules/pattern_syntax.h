// Reads the shape of a pattern, so that the matcher can find it without trying it everywhere.
//
// Two questions are answered. Which fixed phrases does the pattern stand for, if it is only words? And if it is more
// than that: which words or signs must stand in every match (its
// triggers)? Both answers are exact or absent; a
// pattern that this parser does not understand is simply always tried.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace careportal_lint {

/// Something that must stand in the text for a pattern to match.
struct Trigger {
  enum class Type : std::uint8_t {
    word,    ///< a whole token, in any case
    prefix,  ///< the beginning of a token, in any case
    sign,    ///< a character that is no word character
    digit,   ///< a token with a digit
  };
  Type type = Type::word;
  std::string text;  ///< lower case; empty for digit

  friend bool operator==(const Trigger&, const Trigger&) = default;
  friend auto operator<=>(const Trigger&, const Trigger&) = default;
};

struct PatternShape {
  /// No text of the pattern holds a period, an exclamation or question mark, and it does not ask for line edges: a match
  /// lies between two such signs.
  bool within_sentence_signs = false;
  /// All texts that the pattern matches, when these are few and only words with single signs between them.
  std::optional<std::vector<std::string>> phrases;
  /// Every match holds at least one trigger of each of these sets; the most telling set first. Empty: unknown.
  std::vector<std::vector<Trigger>> required;
};

/// The alternatives of a pattern at its outermost level: "a|b(c|d)" -> "a", "b(c|d)".
std::vector<std::string> split_alternatives(std::string_view pattern);

/// On which sides a pattern can stand at a word edge: every match begins (ends) with a word character.
struct PatternEdges {
  bool begin = true;
  bool end = true;
};
PatternEdges find_edges(std::string_view pattern);

/// `edges`: where the pattern is matched at a word boundary. Phrases are given in lower case unless `exact_case`.
PatternShape analyze_pattern(std::string_view pattern, PatternEdges edges, bool exact_case);

}  // namespace careportal_lint
