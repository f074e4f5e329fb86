// The lines of a draft and how they hang together: which line ends are real and which only wrap a paragraph.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace careportal_lint {

/// One physical line; offsets in bytes of the original text.
struct LayoutLine {
  std::size_t begin = 0;    ///< first byte
  std::size_t content = 0;  ///< first byte after indentation and a bullet or number
  std::size_t end = 0;      ///< after the last byte, without the line end
  bool blank = false;
  bool list_item = false;  ///< starts with a bullet or a number
  bool label = false;      ///< starts with "Words:"
  bool joined = false;     ///< goes on from the line before: its line end is only a wrap
};

std::vector<LayoutLine> layout_lines(std::string_view text);

}  // namespace careportal_lint
