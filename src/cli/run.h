// The whole program, testable without a process.
#pragma once

#include <cstddef>
#include <iosfwd>

#include "cli/options.h"

namespace careportal_lint::cli {

/// Streams and what is known about them.
struct Console {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool in_is_terminal = false;
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  /// Whether nobody reads `out` any more; null: there is always a reader.
  bool (*reader_is_gone)() = nullptr;
  /// The width of the terminal that `out` is; null: 80.
  std::size_t (*columns)() = nullptr;
};

/// Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 usage, rule pack or input error.
inline constexpr int kClean = 0;
inline constexpr int kFindings = 1;
inline constexpr int kFailure = 2;

int run(int argc, const char* const* argv, const Console& console);

}  // namespace careportal_lint::cli
