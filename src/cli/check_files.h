// Checks many inputs, several at a time, and hands on their reports in order.
#pragma once

#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "careportal_lint/fix.h"
#include "careportal_lint/linter.h"
#include "careportal_lint/renderer.h"
#include "cli/inputs.h"

namespace careportal_lint::cli {

/// A rewritten draft is held in memory as a whole, several times over: up to so many bytes.
inline constexpr std::size_t kLargestFix = std::size_t{16} << 20U;

/// What to do with the rewrites of a draft.
struct FixOrder {
  FixLevel level = FixLevel::safe;
  bool only_show = false;     ///< --diff: change nothing, tell the difference
  bool for_terminal = false;  ///< --diff: readable and escaped, not the bytes of the draft
};

/// A report, and what is to be printed beside it: a diff, or standard input as mended.
struct CheckedInput {
  FileReport report;
  bool skipped = false;   ///< a binary file found in a folder: no draft, not to be reported; `report.error` says why
  bool named = true;      ///< given on the command line, not found in a folder
  bool large = false;     ///< too large to hold its report, and not yet checked: check_large.h does it, piece by piece
  std::string held;       ///< the bytes of large standard input
  std::size_t bytes = 0;  ///< read
  std::string output;
  bool is_text = false;  ///< `output` is the mended text of standard input
};

/// The error of an input is that it is no text.
bool is_binary_error(std::string_view error);

/// Calls `take` for each report in the order of `inputs`, from one thread; stops early when it returns false.
/// With `order`, files are mended first and the report speaks of what remains.
void check_files(const std::vector<Input>& inputs, const Linter& linter, unsigned jobs, std::istream& standard_input,
                 const std::function<bool(const CheckedInput&)>& take, const std::optional<FixOrder>& order = std::nullopt);

}  // namespace careportal_lint::cli
