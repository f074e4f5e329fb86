// Files written at once: whatever happens meanwhile, there is the old file or the new one, never a mixture.
#pragma once

#include <string>

#include "cli/file_operations.h"

namespace careportal_lint::cli {

/// Writes `bytes` to `path`: into a hidden temporary file beside it, which then takes its place. Mode and (where allowed)
/// owner stay; a symbolic link stays one, and the file it points to is replaced. A device or a pipe is written to as it is.
/// Throws Error; the file is then as it was. Only a process killed in the middle leaves its temporary file behind.
void write_file(const std::string& path, const std::string& bytes, FileOperations& files = system_files());

/// Throws Error when a draft may not be written: also for the superuser, whom the system would let.
void require_writable(const std::string& path);

/// write_file for a draft that is there already.
void rewrite_file(const std::string& path, const std::string& bytes, FileOperations& files = system_files());

}  // namespace careportal_lint::cli
