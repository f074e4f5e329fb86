// What must not be shown of a draft, wherever a report would repeat it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "careportal_lint/renderer.h"

namespace careportal_lint {

/// A set of hashes that takes little memory however many there are: of a huge number it also holds some that were never
/// added.
class HashSet {
 public:
  void add(std::uint64_t hash);
  [[nodiscard]] bool has(std::uint64_t hash) const;
  [[nodiscard]] bool empty() const { return exact_.empty() && bits_.empty(); }

 private:
  void mark(std::uint64_t hash);

  std::unordered_set<std::uint64_t> exact_;
  std::vector<std::uint64_t> bits_;  // when there are too many
};

/// The confidential texts of a draft, by their hashes.
class Secrets {
 public:
  /// The words of the confidential findings: as they are written, and as rules read and messages repeat them.
  void add(const FileReport& report);
  [[nodiscard]] bool empty() const { return whole_.empty(); }
  /// Where secrets stand in `text`, whatever their case; sorted, without overlaps.
  [[nodiscard]] std::vector<Span> find(std::string_view text) const;

 private:
  void add(std::string_view text);

  HashSet whole_;
  HashSet begins_;  // of secrets of several words: all words but the last, all but the last two, ...
};

}  // namespace careportal_lint
