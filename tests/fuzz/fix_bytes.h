// What the fuzzer of the fixer and its replay do with a draft of any bytes.
#pragma once

#include <string>
#include <string_view>

#include "careportal_lint/linter.h"

namespace careportal_lint::fuzz {

/// Fixes `bytes`, once safely and once not, and says what promise was broken (empty: none). Bytes that are no text are fine.
std::string fix_bytes(const Linter& linter, std::string_view bytes);

}  // namespace careportal_lint::fuzz
