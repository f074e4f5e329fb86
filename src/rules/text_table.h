// From texts to texts, as bytes that are read where they lie: nothing is built before it can be asked.
#pragma once

#include <cstdint>
#include <cstring>
#include <map>
#include <string>
#include <string_view>

namespace careportal_lint {

class TextTable {
 public:
  static std::string bytes(const std::map<std::string, std::string>& entries);

  TextTable() = default;
  /// `bytes`: of `bytes()`; they must outlive the table.
  explicit TextTable(std::string_view bytes) : bytes_(bytes) {}

  /// The text that `key` stands for; empty when there is none.
  [[nodiscard]] std::string_view find(std::string_view key) const;

 private:
  /// Where the texts of an entry lie, from the first byte of the table on.
  struct Entry {
    std::uint32_t key = 0;
    std::uint32_t value = 0;
    std::uint32_t end = 0;
  };
  [[nodiscard]] Entry entry(std::uint32_t i) const;

  std::string_view bytes_;  ///< the number of entries, the entries in the order of their keys, the texts
};

}  // namespace careportal_lint
