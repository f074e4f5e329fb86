// A running program to talk to: lines in, lines out, while it lives.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace careportal_lint::test {

class Peer {
 public:
  enum class Errors : unsigned char { pipe, terminal };

  /// Starts the built program; standard error is a pipe, or a terminal of its own. NO_COLOR and CLICOLOR_FORCE are unset.
  explicit Peer(const std::vector<std::string>& arguments, Errors errors = Errors::pipe);
  ~Peer();
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;

  void write(const std::string& bytes) const;
  void close_input();
  /// The next line of standard output without its end; nothing at the end, or when none comes for a minute (the test fails).
  std::optional<std::string> read_line();
  /// What came on standard error so far, without waiting for more.
  std::string errors();
  /// Closes the input, reads the rest, and waits for the end. -1: ended by a signal.
  int finish();

 private:
  pid_t pid_ = -1;
  int in_ = -1;
  int out_ = -1;
  int err_ = -1;
  std::string buffer_;
  std::string errors_;
};

}  // namespace careportal_lint::test
