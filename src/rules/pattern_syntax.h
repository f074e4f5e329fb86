// Reads the shape of a pattern, so that the matcher can find it without trying it everywhere.
//
// Which fixed phrases does the pattern stand for, if it is only words? And if it is more than that: which words or signs
// must stand in every match (its triggers)? Both answers are exact or absent; a pattern that is not understood is simply
// always tried.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern_triggers.h"

namespace careportal_lint {

struct PatternShape {
  /// All texts that the pattern matches, when these are few and only words with single signs between them.
  std::optional<std::vector<std::string>> phrases;
  /// Every match holds at least one trigger of each of these sets; the most telling set first. Empty: unknown.
  Required required;
};

/// The alternatives of a pattern at its outermost level: "a|b(c|d)" -> "a", "b(c|d)".
std::vector<std::string> split_alternatives(std::string_view pattern);

/// The sides on which every match begins (ends) with a word character for certain.
PatternEdges find_edges(std::string_view pattern);

/// `edges`: where the pattern is matched at a word boundary. Phrases are given in lower case unless `exact_case`.
PatternShape analyze_pattern(std::string_view pattern, PatternEdges edges, bool exact_case);

}  // namespace careportal_lint
