#include "support/process.h"

#include <sys/wait.h>

#include <cstdlib>

#include "support/files.h"

namespace careportal_lint::test {

Outcome shell(const std::filesystem::path& folder, const std::string& command) {
  const TempFolder logs;
  const auto script = logs.write("run.sh",
                                 "unset NO_COLOR CLICOLOR_FORCE\n"
                                 "careportal_lint() { '" CAREPORTAL_LINT_PROGRAM
                                 "' \"$@\"; }\n"
                                 "alias careportal-lint=careportal_lint\n"
                                 "cd '" +
                                     folder.string() + "' || exit 99\n" + command + "\n");
  const std::string out = (logs.path() / "out").string();
  const std::string err = (logs.path() / "err").string();
  const int status = std::system(("sh '" + script.string() + "' > '" + out + "' 2> '" + err + "' < /dev/null").c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(out), read(err)};
}

}  // namespace careportal_lint::test
