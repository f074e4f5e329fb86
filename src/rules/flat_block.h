// Several arrays in one block of bytes, used in place: a table of (offset, count) in front, each array 8-byte aligned.
// The block belongs to the machine that made it (byte order, sizes).
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace careportal_lint {

class BlockWriter {
 public:
  explicit BlockWriter(std::size_t arrays) : block_(arrays * sizeof(Place), '\0') {}

  template <typename T>
  void add(std::span<const T> elements) {
    while (block_.size() % 8 != 0) block_.push_back('\0');
    const Place place{block_.size(), elements.size()};
    std::memcpy(block_.data() + index_++ * sizeof place, &place, sizeof place);
    if (!elements.empty()) block_.append(static_cast<const char*>(static_cast<const void*>(elements.data())), elements.size_bytes());
  }
  template <typename T>
  void add(const std::vector<T>& elements) {
    add(std::span<const T>(elements));
  }
  void add(const std::string& bytes) { add(std::span<const char>(bytes)); }

  std::string take() { return std::move(block_); }

 private:
  struct Place {
    std::uint64_t offset;
    std::uint64_t count;
  };
  std::string block_;
  std::size_t index_ = 0;

  friend class BlockReader;
};

class BlockReader {
 public:
  explicit BlockReader(std::string_view block) : block_(block) {}

  /// The next array, in the order in which they were added.
  template <typename T>
  std::span<const T> next() {
    BlockWriter::Place place{};
    std::memcpy(&place, block_.data() + index_++ * sizeof place, sizeof place);
    return {static_cast<const T*>(static_cast<const void*>(block_.data() + place.offset)), static_cast<std::size_t>(place.count)};
  }

 private:
  std::string_view block_;
  std::size_t index_ = 0;
};

/// Lists by index as one array and the begin of each list (one more than lists).
template <typename T>
void flatten_lists(const std::vector<std::vector<T>>& lists, std::vector<std::uint32_t>& begins, std::vector<T>& all) {
  begins.clear();
  for (const std::vector<T>& list : lists) {
    begins.push_back(static_cast<std::uint32_t>(all.size()));
    all.insert(all.end(), list.begin(), list.end());
  }
  begins.push_back(static_cast<std::uint32_t>(all.size()));
}

}  // namespace careportal_lint
