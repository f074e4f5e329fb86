// A report that becomes a file at once, without being held in memory.
#pragma once

#include <fstream>
#include <string>

namespace careportal_lint::cli {

/// Writes to a temporary file beside `path`, which takes its place with `commit`; without it, nothing is left behind.
/// A device or a pipe is written to as it is. The mode of a file that is there is kept, and a link to it followed.
class OutputFile {
 public:
  /// Throws Error when it cannot be written.
  explicit OutputFile(std::string path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  [[nodiscard]] std::ostream& stream() { return stream_; }
  /// Throws Error when not all could be written.
  void commit();

 private:
  [[noreturn]] void fail() const;

  std::string path_;
  std::string target_;
  std::string temporary_;
  bool exists_ = false;
  bool in_place_ = false;
  bool pending_ = false;  ///< the temporary file is there
  std::ofstream stream_;
};

}  // namespace careportal_lint::cli
