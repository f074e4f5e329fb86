// Patterns as programs: flat, read-only nodes that are matched in place.
//
// A program is made from a pattern's tree when the rules are compiled and lies in the rule image; nothing is read or
// allocated when a draft is checked. Equal parts of all patterns (a vocabulary that forty of them use) are held once.
// Each part can be made in two directions: forward, and backward from a known place to where a match begins.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/pattern_nodes.h"

namespace careportal_lint {

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = 0xFFFFFFFF;

/// A set of ASCII characters, 16 bytes.
struct CharBits {
  std::array<std::uint64_t, 2> words{};
  [[nodiscard]] bool test(char c) const {
    const auto code = static_cast<unsigned char>(c) & 0x7FU;
    return ((words[code >> 6U] >> (code & 63U)) & 1U) != 0;
  }
  [[nodiscard]] bool all() const { return (words[0] & words[1]) == ~std::uint64_t{0}; }
};

/// A part of a program.
struct ProgramNode {
  enum class Type : std::uint8_t {
    empty,
    chars,          ///< one character of the set `first`
    literal,        ///< `count` characters of `literals` from `begin`, in lower case, in any case
    exact_literal,  ///< the same in this case
    concat,         ///< `count` nodes of `children` from `begin`, one after the other
    alternate,      ///< any of these
    choice,         ///< any of these; the child list goes on with the place in `choices` that lists them by character
    repeat,         ///< node `begin`, `min` to `max` times
    capture,        ///< node `begin` as group `min`
    word_boundary,
    line_begin,
    line_end,
  };
  static constexpr std::uint16_t kUnbounded = 0xFFFF;

  Type type = Type::empty;
  std::uint8_t nullable = 0;  ///< may match the empty text
  std::uint16_t first = 0;    ///< into sets: the characters with which a match can begin (backward: end)
  std::uint16_t min = 0;
  std::uint16_t max = 0;
  std::uint32_t begin = 0;
  std::uint32_t count = 0;
};

/// All programs of a rule image.
struct Programs {
  std::span<const ProgramNode> nodes;
  std::span<const NodeId> children;
  std::span<const CharBits> sets;
  std::span<const char> literals;
  std::span<const std::uint16_t> choices;  ///< per choice: 129 begins by character, then indexes into its child list

  template <typename Visit>
  void each(const Visit& visit) {
    visit(nodes);
    visit(children);
    visit(sets);
    visit(literals);
    visit(choices);
  }
};

/// Collects programs.
class ProgramBuilder {
 public:
  enum class Direction : std::uint8_t { forward, backward };

  /// Throws UnsupportedPattern when a pattern needs more than programs can hold.
  NodeId add(const PatternNode& node, Direction direction);
  /// `items` one after the other, as they stand in the pattern.
  NodeId add(const std::vector<const PatternNode*>& items, Direction direction);

  /// The place of a set in `sets`.
  std::uint16_t add(const CharSet& set);

  [[nodiscard]] const std::vector<ProgramNode>& nodes() const { return nodes_; }
  [[nodiscard]] const std::vector<NodeId>& children() const { return children_; }
  [[nodiscard]] const std::vector<CharBits>& sets() const { return sets_; }
  [[nodiscard]] const std::string& literals() const { return literals_; }
  [[nodiscard]] const std::vector<std::uint16_t>& choices() const { return choices_; }

 private:
  NodeId intern(ProgramNode node, const CharSet& first);
  NodeId literal(std::string text, bool any_case);
  NodeId sequence(const std::vector<NodeId>& parts);
  NodeId alternation(const std::vector<NodeId>& parts);
  std::uint32_t child_list(const std::vector<NodeId>& list);
  std::uint32_t choice_list(const std::vector<NodeId>& parts);

  std::vector<ProgramNode> nodes_;
  std::vector<CharSet> firsts_;  // by node
  std::vector<NodeId> children_;
  std::vector<CharBits> sets_;
  std::string literals_;
  std::vector<std::uint16_t> choices_;
  // what is held already, by its bytes
  std::unordered_map<std::string, NodeId> known_nodes_;
  std::unordered_map<std::string, std::uint32_t> known_lists_;
  std::unordered_map<std::string, std::uint32_t> known_choices_;
  std::unordered_map<std::string, std::uint16_t> known_sets_;
  std::unordered_map<std::string, std::uint32_t> known_literals_;
};

}  // namespace careportal_lint
