// The built program on a terminal of its own.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace careportal_lint::test {

class Terminal {
 public:
  /// Starts the program in `folder`, without colors unless `environment` says otherwise ("NAME=value").
  Terminal(const std::filesystem::path& folder, const std::vector<std::string>& arguments, unsigned short columns = 80,
           const std::vector<std::string>& environment = {"NO_COLOR=1"});
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  /// Reads until `text` is shown, from where the last wait ended; the test fails when the program ends before or hangs.
  void wait_for(const std::string& text);
  void type(const std::string& keys) const;
  /// Waits for a prompt ("> "), then types a line.
  void answer(const std::string& line);
  void signal(int number) const;
  /// Reads to the end. Exit code, or minus the signal that ended the program.
  int finish();
  /// Everything shown so far, with LF.
  [[nodiscard]] const std::string& shown() const { return shown_; }

 private:
  bool read_some();

  pid_t program_ = -1;
  int terminal_ = -1;
  std::string shown_;
  std::size_t seen_ = 0;
};

}  // namespace careportal_lint::test
