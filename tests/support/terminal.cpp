#include "support/terminal.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>

namespace careportal_lint::test {

Terminal::Terminal(const std::filesystem::path& folder, const std::vector<std::string>& arguments, unsigned short columns,
                   const std::vector<std::string>& environment) {
  std::string name = CAREPORTAL_LINT_PROGRAM;
  std::vector<std::string> words = arguments;
  std::vector<char*> argv{name.data()};
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  std::vector<std::string> settings = environment;
  winsize size{};
  size.ws_row = 24;
  size.ws_col = columns;
  program_ = ::forkpty(&terminal_, nullptr, nullptr, &size);
  if (program_ == 0) {
    ::unsetenv("NO_COLOR");
    ::unsetenv("CLICOLOR_FORCE");
    for (std::string& setting : settings) ::putenv(setting.data());
    if (::chdir(folder.c_str()) == 0) ::execv(argv[0], argv.data());
    ::_exit(99);
  }
  EXPECT_GT(program_, 0);
}

Terminal::~Terminal() {
  if (program_ > 0) {
    ::kill(program_, SIGKILL);
    ::waitpid(program_, nullptr, 0);
  }
  ::close(terminal_);
}

bool Terminal::read_some() {
  constexpr int kHangs = 120'000;  // ms: only a program that hangs takes so long
  pollfd waiting{terminal_, POLLIN, 0};
  if (::poll(&waiting, 1, kHangs) <= 0) {
    ADD_FAILURE() << "the program hangs; shown so far:\n" << shown_;
    return false;
  }
  char buffer[4096];
  const ssize_t count = ::read(terminal_, buffer, sizeof buffer);
  if (count <= 0) return false;  // the other side is closed
  for (ssize_t i = 0; i < count; ++i) {
    if (buffer[i] != '\r') shown_.push_back(buffer[i]);
  }
  return true;
}

void Terminal::wait_for(const std::string& text) {
  for (;;) {
    const std::size_t at = shown_.find(text, seen_);
    if (at != std::string::npos) {
      seen_ = at + text.size();
      return;
    }
    if (!read_some()) {
      ADD_FAILURE() << "never shown: " << text << "\nshown:\n" << shown_;
      return;
    }
  }
}

void Terminal::type(const std::string& keys) const {
  EXPECT_EQ(::write(terminal_, keys.data(), keys.size()), static_cast<ssize_t>(keys.size()));
}

void Terminal::answer(const std::string& line) {
  wait_for("> ");
  type(line + "\n");
}

void Terminal::signal(int number) const { ::kill(program_, number); }

int Terminal::finish() {
  while (read_some()) {
  }
  int status = 0;
  ::waitpid(program_, &status, 0);
  program_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace careportal_lint::test
