#include <unistd.h>

#include <csignal>
#include <iostream>

#include "cli/run.h"

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is no error: the stream fails and the rest is left out
  std::ios::sync_with_stdio(false);
  return careportal_lint::cli::run(argc, argv,
                                   {std::cin, std::cout, std::cerr, isatty(STDIN_FILENO) != 0, isatty(STDOUT_FILENO) != 0});
}
