// Triggers: the words and signs without which a pattern cannot match.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

#include "rules/pattern_nodes.h"

namespace careportal_lint {

/// Something that must stand in the text for a pattern to match.
struct Trigger {
  enum class Type : std::uint8_t {
    word,     ///< a whole token, in any case
    prefix,   ///< the beginning of a token, in any case
    sign,     ///< a character that is no word character
    digit,    ///< a token with a digit
    capital,  ///< a token that begins with a capital letter
  };
  Type type = Type::word;
  std::string text;  ///< lower case; empty for digit and capital

  friend bool operator==(const Trigger&, const Trigger&) = default;
  friend auto operator<=>(const Trigger&, const Trigger&) = default;
};

/// Triggers one of which must stand there.
using Triggers = std::vector<Trigger>;
/// Sets that say something: every match holds one trigger of each.
using Required = std::vector<Triggers>;
/// The parts of a sequence.
using Items = std::vector<const PatternNode*>;

/// On which sides a pattern can stand at a word edge: every match begins (ends) with a word character.
struct PatternEdges {
  bool begin = true;
  bool end = true;
};

enum class Side : std::uint8_t { start, end };

inline constexpr int kNeverCheap = 1'000'000'000;

/// About how often one of the triggers stands in a hundred thousand words; kNeverCheap when there are none or too many.
int cost(const Triggers& triggers);

/// A pattern's parts, groups opened.
Items items_of(const PatternNode& node);

/// A word character at which item `i` begins is certainly the first of its token. `left`: so it is at the pattern's begin.
bool begins_word(const Items& items, std::size_t i, bool left);
/// A word that ends where item `i` begins ends there certainly. `right`: so it is at the pattern's end.
bool ends_word(const Items& items, std::size_t i, bool right);

/// Sets of triggers, the most telling first: every match of the sequence holds one trigger of each. Empty: unknown.
Required find_required(const Items& items, PatternEdges edges);

/// Every text of the items from `i` on begins with one of these, if a token begins there. Empty: unknown.
Triggers find_beginning(const Items& items, std::size_t i, bool right);

}  // namespace careportal_lint
