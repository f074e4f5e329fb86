// The matching text: plain ASCII made from a draft, with a map back to the original bytes.
//
// Folding removes what no rule should trip over: curly quotes, dashes, no-break spaces, accents, full-width forms,
// zero-width characters, runs of blanks, wrapped lines. Case is kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "careportal_lint/diagnostic.h"

namespace careportal_lint {

/// A half-open range of byte offsets into the folded text.
struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] std::uint32_t size() const { return end - begin; }
  [[nodiscard]] bool contains(std::uint32_t pos) const { return begin <= pos && pos < end; }
  [[nodiscard]] bool overlaps(const Range& other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(const Range&, const Range&) = default;
};

/// Folded offsets to original ones: piecewise linear, one entry wherever the distance between the two changes.
class OffsetMap {
 public:
  void add(std::uint32_t folded, std::size_t original);
  /// The original offset of the folded byte at `folded`.
  [[nodiscard]] std::size_t original(std::uint32_t folded) const;

 private:
  struct Entry {
    std::uint32_t folded;
    std::size_t original;
  };
  std::vector<Entry> entries_;
};

/// A maximal stretch without a real line end: a paragraph, a list item, or a form line.
struct Line {
  Range range;                  ///< in the folded text, without bullet
  std::uint32_t paragraph = 0;  ///< number of the paragraph, from 0
  bool list_item = false;
  bool label = false;
};

struct FoldedText {
  std::string text;  ///< ASCII; lines end with '\n'
  OffsetMap map;
  std::vector<Line> lines;

  /// The original bytes of a folded range: whole code points, combining marks included.
  [[nodiscard]] Span to_original(std::string_view original, Range range) const;
};

/// Stands for a letter without an ASCII form; such words are in no table.
inline constexpr char kForeignLetter = 'x';
/// Stands for a sign without an ASCII form (an emoji): no word character.
inline constexpr char kForeignSign = '\x1A';

FoldedText fold(std::string_view text);

}  // namespace careportal_lint
