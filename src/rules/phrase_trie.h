// The trie of all phrases over their words, while rules are compiled.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "rules/flat_tables.h"

namespace careportal_lint {

class PhraseTrie {
 public:
  /// The node behind `node` (0: the root) by `key` (see trie_key; a first word has no sign); made if it is not there.
  std::uint32_t step(std::uint32_t node, std::uint32_t key);
  [[nodiscard]] std::size_t size() const { return steps_.size(); }

  /// The trie as FlatTables holds it. Nodes are numbered anew, so that the phrases with the same first word lie together:
  /// a draft then touches few pages of the image.
  struct Flat {
    std::vector<std::uint32_t> roots;
    std::vector<std::uint32_t> steps_begin;
    std::vector<TrieStep> steps;
    std::vector<std::uint32_t> number;  ///< by old node
  };
  /// `words`: one more than the greatest word id.
  [[nodiscard]] Flat flat(std::size_t words) const;

 private:
  std::vector<std::unordered_map<std::uint32_t, std::uint32_t>> steps_{1};  // by node
};

}  // namespace careportal_lint
