// The matcher's data as flat, read-only arrays in one block of bytes: built once, used in place.
//
// The same block is made from the default packs when the program is built (and linked in), and from a user's packs when
// it runs. Offsets are in elements; the block is aligned to 8 bytes and belongs to the machine that made it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rules/flat_block.h"
#include "rules/pattern_program.h"

namespace careportal_lint {

using PatternId = std::uint32_t;
using WordId = std::uint32_t;  ///< 0: no word of any pattern
using AtomId = std::uint32_t;  ///< a trigger that some pattern needs; 0: none

using AnchorId = std::uint32_t;

/// A word by its hash (Lexicon::hash_word of the lower case). Empty slots have id 0.
struct WordSlot {
  std::uint64_t hash = 0;
  WordId id = 0;
  std::uint32_t atoms_begin = 0;  ///< into word_atoms: the triggers that are this word or its beginning
  std::uint32_t atoms_end = 0;
  std::uint32_t unused = 0;
};

/// A step in the trie of phrases, from a node that some phrase has a word behind.
struct TrieStep {
  std::uint32_t key = 0;  ///< see trie_key
  std::uint32_t node = 0;
};

/// A phrase that ends at a node of the trie.
struct Accept {
  PatternId pattern = 0;
  std::uint32_t exact_begin = 0;  ///< into chars: the phrase in its case; equal ends: any case
  std::uint32_t exact_end = 0;
};

struct PrefixAtom {
  std::uint32_t begin = 0;  ///< into chars
  std::uint32_t end = 0;
  AtomId atom = 0;
};

struct PatternEntry {
  std::uint32_t begin = 0;  ///< the regular expression, into chars; empty: only phrases
  std::uint32_t end = 0;
  std::uint32_t sets_begin = 0;  ///< what the regular expression requires, into sets
  std::uint32_t sets_end = 0;
  NodeId program = kNoNode;         ///< of the regular expression; kNoNode: only RE2 can run it
  std::uint32_t anchors_begin = 0;  ///< into anchors; none: it is tried everywhere
  std::uint32_t anchors_end = 0;
  std::uint8_t exact_case = 0;
  std::uint8_t edge_before = 0;  ///< `\b` can stand before the pattern
  std::uint8_t edge_after = 0;
  std::uint8_t word_edges = 0;  ///< a match may not begin or end inside a word
  std::uint8_t captures = 0;    ///< number of groups
  std::uint8_t phrases = 0;     ///< it has phrases, too
  std::uint8_t unused[2] = {};
};

/// Where a pattern is tried.
struct AnchorEntry {
  PatternId pattern = 0;
  NodeId before = kNoNode;       ///< a backward program; kNoNode: the match begins at the anchor
  NodeId after = kNoNode;        ///< a forward program
  std::uint32_t sets_begin = 0;  ///< what else must stand there
  std::uint32_t sets_end = 0;
  std::uint32_t triggers_begin = 0;  ///< into anchor_triggers: one of these stands at the anchor
  std::uint32_t triggers_end = 0;
  // how `after` begins, to see at a glance that it cannot stand somewhere (see PatternBegin)
  std::uint16_t behind = 0;  ///< into the sets of programs: the character behind the first token
  std::uint16_t next = 0;    ///< the one behind that
  std::uint8_t least = 0;    ///< length of the first token
  std::uint8_t most = 0;     ///< 255: of any length
  std::uint8_t unused[2] = {};
};

/// A range of atom ids, one of which must stand in the text.
struct AtomSet {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

struct FlatTables {
  std::span<const char> chars;
  std::span<const WordSlot> words;               ///< a power of two
  std::span<const std::uint32_t> trie_roots;     ///< by word: the node of phrases that begin with it; 0: none
  std::span<const std::uint32_t> steps_begin;    ///< by node; one more than nodes
  std::span<const TrieStep> steps;               ///< by node, sorted by key
  std::span<const std::uint32_t> accept_begin;   ///< by node; one more than nodes
  std::span<const Accept> accepts;               ///< by node: those that every draft is searched for, then others
  std::span<const std::uint32_t> accept_middle;  ///< by node: where the others begin; both parts sorted by pattern
  std::span<const AtomId> word_atoms;
  std::span<const std::uint32_t> prefix_begin;  ///< by the first two letters (7 bits each), or one; one more
  std::span<const PrefixAtom> prefixes;
  std::span<const AtomId> sign_atoms;                 ///< by character
  std::span<const AtomId> shape_atoms;                ///< a token with a digit, one that begins with a capital
  std::span<const std::uint32_t> part_anchors_begin;  ///< by atom; one more
  std::span<const AnchorId> part_anchors;             ///< their matches lie between two of . ! ?
  std::span<const std::uint32_t> line_anchors_begin;  ///< by atom; one more
  std::span<const AnchorId> line_anchors;             ///< their matches lie within a line
  std::span<const AnchorEntry> anchors;
  std::span<const AtomId> anchor_triggers;
  std::span<const std::uint8_t> awaited;  ///< by atom: 1 when it is a trigger of some anchor
  std::span<const PatternId> everywhere;  ///< finders without anchors
  std::span<const PatternEntry> patterns;
  std::span<const AtomSet> sets;
  std::span<const AtomId> set_atoms;
  Programs programs;

  template <typename Visit>
  void each(const Visit& visit) {
    visit(chars);
    visit(words);
    visit(trie_roots);
    visit(steps_begin);
    visit(steps);
    visit(accept_begin);
    visit(accepts);
    visit(accept_middle);
    visit(word_atoms);
    visit(prefix_begin);
    visit(prefixes);
    visit(sign_atoms);
    visit(shape_atoms);
    visit(part_anchors_begin);
    visit(part_anchors);
    visit(line_anchors_begin);
    visit(line_anchors);
    visit(anchors);
    visit(anchor_triggers);
    visit(awaited);
    visit(everywhere);
    visit(patterns);
    visit(sets);
    visit(set_atoms);
    programs.each(visit);
  }

  /// One more than the greatest trigger.
  [[nodiscard]] std::size_t atom_count() const { return line_anchors_begin.size() - 1; }
  [[nodiscard]] std::string_view text(std::uint32_t begin, std::uint32_t end) const { return {chars.data() + begin, end - begin}; }
};

/// The key of a step over `sign` to `word`.
inline std::uint32_t trie_key(char sign, WordId word) { return static_cast<std::uint32_t>(static_cast<unsigned char>(sign)) << 24U | word; }
/// By the first two letters, or the only one.
inline std::uint32_t prefix_key(std::string_view text) {
  const auto second = text.size() > 1 ? static_cast<std::uint32_t>(text[1]) & 0x7FU : 0U;
  return (static_cast<std::uint32_t>(text[0]) & 0x7FU) << 7U | second;
}

/// Points `tables` into a block made by MatcherBuilder.
inline void read_tables(std::string_view block, FlatTables& tables) {
  BlockReader reader(block);
  tables.each([&]<typename T>(std::span<const T>& table) { table = reader.next<T>(); });
}

}  // namespace careportal_lint
