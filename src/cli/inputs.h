// From paths to drafts.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

namespace careportal_lint::cli {

/// One thing to check, or why it cannot be checked.
struct Input {
  enum class From : std::uint8_t { file, standard_input };
  std::string path;
  From from = From::file;
  bool named = true;  ///< given on the command line, not found in a folder
  std::string error;
};

/// All inputs in the order of the command line; the files of a folder sorted by name, hidden ones left out.
/// What is skipped is said to `log` (may be null).
std::vector<Input> find_inputs(const std::vector<std::string>& paths, const std::string& stdin_name, std::ostream* log);

/// The bytes of a file. Throws Error.
std::string read_file(const std::string& path);

/// Standard input is held in memory: up to so many bytes.
inline constexpr std::size_t kLargestStandardInput = std::size_t{64} << 20U;
/// The bytes of standard input, which errors call `name`. Throws Error.
std::string read_stream(std::istream& in, const std::string& name);

}  // namespace careportal_lint::cli
