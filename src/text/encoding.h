// From bytes to UTF-8 and back.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "careportal_lint/source_text.h"

namespace careportal_lint {

struct DecodedBytes {
  std::string text;  ///< valid UTF-8 without a byte order mark
  Encoding encoding = Encoding::utf8;
  bool has_bom = false;
};

/// Throws Error (naming `name`) for bytes that are no text.
DecodedBytes decode_bytes(std::string_view bytes, const std::string& name);

/// Throws the Error for bytes that are no text.
[[noreturn]] void not_text(const std::string& name);
/// UTF-16 without a byte order mark, by the zeros of the first bytes (`head`, an even number of them).
std::optional<Encoding> guess_utf16(std::string_view head);
/// A byte that text does not hold, or hardly ever: zero is for `looks_binary` to judge.
bool is_control(char byte);
/// `bytes` without a byte order mark, known to be in `encoding`, as UTF-8. Throws Error for halves of characters.
std::string decode_as(std::string_view bytes, Encoding encoding, const std::string& name);

/// The reverse. Throws Error when a character has no form in the encoding.
std::string encode_bytes(std::string_view text, Encoding encoding, bool with_bom, const std::string& name);

}  // namespace careportal_lint
