#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <iostream>

#include "cli/run.h"

namespace {

// A pipe whose reading end is closed reports an error without being written to.
bool standard_output_is_closed() {
  pollfd out{STDOUT_FILENO, POLLOUT, 0};
  return poll(&out, 1, 0) > 0 && (out.revents & (POLLERR | POLLHUP)) != 0;
}

std::size_t terminal_columns() {
  winsize size{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is no error: the stream fails and the rest is left out
  std::signal(SIGXFSZ, SIG_IGN);  // a limit on the size of files is told like a full disk
  std::ios::sync_with_stdio(false);
  const int code = careportal_lint::cli::run(argc, argv,
                                             {std::cin, std::cout, std::cerr, isatty(STDIN_FILENO) != 0, isatty(STDOUT_FILENO) != 0,
                                              isatty(STDERR_FILENO) != 0, standard_output_is_closed, terminal_columns});
  std::cout.flush();
  std::cerr.flush();
  std::_Exit(code);  // nothing is left to do: no rule needs to be given back
}
