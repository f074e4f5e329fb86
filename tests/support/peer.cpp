#include "support/peer.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>

namespace careportal_lint::test {
namespace {

// Only against hanging for ever; nothing is measured by it.
constexpr int kHangMilliseconds = 60'000;

void close_fd(int& fd) {
  if (fd >= 0) close(fd);
  fd = -1;
}

bool readable(int fd, int milliseconds) {
  pollfd wait{fd, POLLIN, 0};
  return poll(&wait, 1, milliseconds) > 0;
}

}  // namespace

Peer::Peer(const std::vector<std::string>& arguments, Errors errors) {
  std::signal(SIGPIPE, SIG_IGN);
  std::array<int, 2> in{-1, -1};
  std::array<int, 2> out{-1, -1};
  std::array<int, 2> err{-1, -1};
  EXPECT_EQ(pipe2(in.data(), O_CLOEXEC), 0);
  EXPECT_EQ(pipe2(out.data(), O_CLOEXEC), 0);
  if (errors == Errors::terminal) {
    EXPECT_EQ(openpty(&err[0], &err[1], nullptr, nullptr, nullptr), 0);
    for (const int fd : err) fcntl(fd, F_SETFD, FD_CLOEXEC);
  } else {
    EXPECT_EQ(pipe2(err.data(), O_CLOEXEC), 0);
  }
  std::vector<char*> argv;
  std::string program = CAREPORTAL_LINT_PROGRAM;
  std::vector<std::string> copies = arguments;
  argv.push_back(program.data());
  for (std::string& argument : copies) argv.push_back(argument.data());
  argv.push_back(nullptr);
  pid_ = fork();
  if (pid_ == 0) {
    dup2(in[0], STDIN_FILENO);
    dup2(out[1], STDOUT_FILENO);
    dup2(err[1], STDERR_FILENO);
    unsetenv("NO_COLOR");
    unsetenv("CLICOLOR_FORCE");
    execv(program.c_str(), argv.data());
    _exit(127);
  }
  close_fd(in[0]);
  close_fd(out[1]);
  close_fd(err[1]);
  in_ = in[1];
  out_ = out[0];
  err_ = err[0];
}

Peer::~Peer() {
  if (pid_ > 0) {
    kill(pid_, SIGKILL);
    waitpid(pid_, nullptr, 0);
  }
  close_fd(in_);
  close_fd(out_);
  close_fd(err_);
}

void Peer::write(const std::string& bytes) const {
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t count = ::write(in_, bytes.data() + done, bytes.size() - done);
    ASSERT_GT(count, 0) << "the program does not read any more";
    done += static_cast<std::size_t>(count);
  }
}

void Peer::close_input() { close_fd(in_); }

std::optional<std::string> Peer::read_line() {
  for (;;) {
    if (const std::size_t end = buffer_.find('\n'); end != std::string::npos) {
      std::string line = buffer_.substr(0, end);
      buffer_.erase(0, end + 1);
      return line;
    }
    if (!readable(out_, kHangMilliseconds)) {
      ADD_FAILURE() << "no answer came";
      return std::nullopt;
    }
    std::array<char, 4096> bytes{};
    const ssize_t count = read(out_, bytes.data(), bytes.size());
    if (count <= 0) return std::nullopt;
    buffer_.append(bytes.data(), static_cast<std::size_t>(count));
  }
}

std::string Peer::errors() {
  std::array<char, 4096> bytes{};
  while (err_ >= 0 && readable(err_, 0)) {
    const ssize_t count = read(err_, bytes.data(), bytes.size());
    if (count <= 0) break;  // a terminal whose other side is closed gives an error
    errors_.append(bytes.data(), static_cast<std::size_t>(count));
  }
  return errors_;
}

int Peer::finish() {
  close_input();
  while (read_line()) {
  }
  int status = 0;
  waitpid(pid_, &status, 0);
  pid_ = -1;
  errors();
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace careportal_lint::test
