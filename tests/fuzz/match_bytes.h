// What the fuzzer of the matcher and its replay do with any bytes.
#pragma once

#include <string>
#include <string_view>

namespace careportal_lint::fuzz {

/// The first byte tells options (bit 0: exact case, 1: no word edges, 2: on demand), the rest of the first line is a
/// pattern, what follows is a draft. Compares the matcher with RE2 and says what differs (empty: nothing). Bytes that hold
/// no pattern or no draft are fine.
std::string match_bytes(std::string_view bytes);

}  // namespace careportal_lint::fuzz
