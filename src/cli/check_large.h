// Checks a file that is too large to be held in memory.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "careportal_lint/draft_pieces.h"
#include "careportal_lint/linter.h"
#include "careportal_lint/renderer.h"

namespace careportal_lint::cli {

/// The file is checked in pieces: an ordinary file with more bytes than a large draft.
bool is_large_file(const std::string& path);

/// `read`: bytes of the draft read since the report before. Returns false to stop.
using TakeReport = std::function<bool(const FileReport& report, std::size_t read)>;

/// Calls `take` with one report for each piece, the last of which closes the draft. `redact`: the reports carry what must
/// not be shown of the whole file, which is checked once more for that. Throws Error: before the first report when the file
/// is no text or cannot be read, or after the one that closes it when the file changed meanwhile.
void check_large_file(const std::string& path, const Linter& linter, bool redact, const TakeReport& take, const PieceLimits& limits = {});

/// The same for bytes from anywhere; `path` is what the reports call them.
void check_in_pieces(ByteSource& bytes, const std::string& path, const Linter& linter, bool redact, const TakeReport& take,
                     const PieceLimits& limits = {});

}  // namespace careportal_lint::cli
