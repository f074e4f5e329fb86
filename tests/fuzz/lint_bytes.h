// What the fuzzer and its replay do with a draft of any bytes.
#pragma once

#include <string>
#include <string_view>

#include "careportal_lint/linter.h"

namespace careportal_lint::fuzz {

/// Decodes, lints and renders `bytes`; says what promise was broken (empty: none). Bytes that are no text are fine.
std::string lint_bytes(const Linter& linter, std::string_view bytes);

}  // namespace careportal_lint::fuzz
