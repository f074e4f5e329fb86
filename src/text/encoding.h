// From bytes to UTF-8 and back.
#pragma once

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

/// The reverse. Throws Error when a character has no form in the encoding.
std::string encode_bytes(std::string_view text, Encoding encoding, bool with_bom, const std::string& name);

}  // namespace careportal_lint
