// Names found with certainty, which count wherever they stand again.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace careportal_lint {

struct KnownName {
  double score = 0;
  std::string_view role;  ///< what to say instead, of the word lists; empty: not told
};

/// By the hash of the word in lower case.
class KnownNames {
 public:
  /// Keeps the higher score and the first role. Of a huge number only the first are kept: no draft has so many.
  void add(std::uint64_t hash, const KnownName& name) {
    const auto known = names_.find(hash);
    if (known == names_.end()) {
      if (names_.size() >= kMost) return;
      names_.emplace(hash, name);
      filter_ |= bit(hash);
      return;
    }
    known->second.score = std::max(known->second.score, name.score);
    if (known->second.role.empty()) known->second.role = name.role;
  }

  [[nodiscard]] const KnownName* find(std::uint64_t hash) const {
    if ((filter_ & bit(hash)) == 0) return nullptr;
    const auto known = names_.find(hash);
    return known == names_.end() ? nullptr : &known->second;
  }
  [[nodiscard]] bool empty() const { return names_.empty(); }

 private:
  static constexpr std::size_t kMost = 100'000;
  static std::uint64_t bit(std::uint64_t hash) { return std::uint64_t{1} << (hash % 64); }

  std::unordered_map<std::uint64_t, KnownName> names_;
  std::uint64_t filter_ = 0;  // a bit for each known word: most words are no known ones
};

}  // namespace careportal_lint
