// UTF-8: checking, decoding and counting code points.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace careportal_lint::utf8 {

/// Length in bytes (1 to 4) of the valid code point that starts at `pos`, or 0 when the bytes there are not valid UTF-8.
std::size_t valid_length(std::string_view text, std::size_t pos);

/// The whole text is valid UTF-8 (no surrogates, no overlong forms, at most U+10FFFF).
bool is_valid(std::string_view text);

struct CodePoint {
  char32_t value = 0;
  std::size_t length = 1;  ///< bytes
};

/// The code point at `pos` of valid UTF-8.
CodePoint decode(std::string_view text, std::size_t pos);

void append(std::string& out, char32_t code_point);

/// Number of code points in valid UTF-8.
std::size_t count(std::string_view text);

/// `pos` lies between two code points (or at an end) of valid UTF-8.
inline bool is_edge(std::string_view text, std::size_t pos) {
  return pos >= text.size() || (static_cast<unsigned char>(text[pos]) & 0xC0U) != 0x80U;
}

}  // namespace careportal_lint::utf8
