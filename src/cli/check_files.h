// Checks many inputs, several at a time, and hands on their reports in order.
#pragma once

#include <functional>
#include <iosfwd>
#include <vector>

#include "careportal_lint/linter.h"
#include "careportal_lint/renderer.h"
#include "cli/inputs.h"

namespace careportal_lint::cli {

/// Calls `take` for each report in the order of `inputs`, from one thread; stops early when it returns false.
/// Binary files found in folders are skipped (said to `log`, which may be null).
void check_files(const std::vector<Input>& inputs, const Linter& linter, unsigned jobs, std::istream& standard_input,
                 std::ostream* log, const std::function<bool(const FileReport&)>& take);

}  // namespace careportal_lint::cli
