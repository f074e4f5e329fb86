// Runs the built program as its users do.
#pragma once

#include <filesystem>
#include <string>

namespace careportal_lint::test {

struct Outcome {
  int exit_code = -1;  ///< -1: ended by a signal
  std::string out;
  std::string err;
};

/// Runs a shell command in `folder`; `careportal-lint` in it is the built program. NO_COLOR and CLICOLOR_FORCE are unset.
Outcome shell(const std::filesystem::path& folder, const std::string& command);

}  // namespace careportal_lint::test
