// Numbers of things that are held in an array elsewhere, found by the hash of the thing.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace careportal_lint {

/// Ids from 1 on. Keeps its memory when it is cleared.
class HashedIds {
 public:
  /// The id of the thing that `is_it` knows by its id; 0: none.
  template <typename IsIt>
  [[nodiscard]] std::uint32_t find(std::uint32_t hash, const IsIt& is_it) const {
    if (slots_.empty()) return 0;
    for (std::size_t slot = hash & mask();; slot = (slot + 1) & mask()) {
      if (slots_[slot] == 0 || is_it(slots_[slot])) return slots_[slot];
    }
  }

  /// Adds an id that is not yet there; `hash_of` tells the hash of any id that is.
  template <typename HashOf>
  void add(std::uint32_t hash, std::uint32_t id, const HashOf& hash_of) {
    if (++count_ * 2 > slots_.size()) {
      std::vector<std::uint32_t> before(std::max<std::size_t>(256, slots_.size() * 2));
      before.swap(slots_);
      for (const std::uint32_t known : before) {
        if (known != 0) place(hash_of(known), known);
      }
    }
    place(hash, id);
  }

  void clear() {
    std::fill(slots_.begin(), slots_.end(), 0);
    count_ = 0;
  }

  [[nodiscard]] std::size_t bytes() const { return slots_.capacity() * sizeof(std::uint32_t); }

 private:
  [[nodiscard]] std::size_t mask() const { return slots_.size() - 1; }
  void place(std::uint32_t hash, std::uint32_t id) {
    std::size_t slot = hash & mask();
    while (slots_[slot] != 0) slot = (slot + 1) & mask();
    slots_[slot] = id;
  }

  std::vector<std::uint32_t> slots_;  // a power of two, at most half full
  std::size_t count_ = 0;
};

/// Mixes another number into a hash.
inline std::uint32_t hash_with(std::uint32_t hash, std::uint32_t value) {
  std::uint64_t mixed = (std::uint64_t{hash} << 32U | value) * 0x9E3779B97F4A7C15ULL;
  mixed ^= mixed >> 32U;
  return static_cast<std::uint32_t>(mixed);
}

}  // namespace careportal_lint
