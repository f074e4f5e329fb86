// Checks a file that is too large to be held in memory.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "careportal_lint/linter.h"
#include "careportal_lint/renderer.h"

namespace careportal_lint::cli {

/// The file is checked in pieces: an ordinary file with more bytes than a large draft.
bool is_large_file(const std::string& path);

/// Calls `take` with one report for each piece, the last of which closes the draft; `read`: bytes of the file read since
/// the report before. `take` returns false to stop. Throws Error: before the first report when the file is no text or
/// cannot be read, or after the one that closes it when the file changed meanwhile.
void check_large_file(const std::string& path, const Linter& linter,
                      const std::function<bool(const FileReport& report, std::size_t read)>& take);

}  // namespace careportal_lint::cli
