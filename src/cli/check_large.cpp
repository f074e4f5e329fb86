#include "cli/check_large.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <exception>
#include <filesystem>
#include <optional>

#include "careportal_lint/error.h"
#include "render/secrets.h"

namespace careportal_lint::cli {
namespace {

// The bytes of an open file; those that it gets later do not count.
class FileBytes final : public ByteSource {
 public:
  explicit FileBytes(std::string path) : path_(std::move(path)), fd_(open(path_.c_str(), O_RDONLY | O_CLOEXEC)) {
    struct stat status {};
    if (fd_ < 0 || fstat(fd_, &status) != 0) {
      const std::string why = std::strerror(errno);
      if (fd_ >= 0) close(fd_);
      throw Error(path_ + ": cannot open the file: " + why);
    }
    size_ = static_cast<std::size_t>(status.st_size);
  }
  ~FileBytes() override { close(fd_); }
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;

  [[nodiscard]] std::size_t size() const override { return size_; }

  void read(std::size_t offset, std::size_t count, std::string& out) override {
    const std::size_t before = out.size();
    count = std::min(count, size_ - std::min(offset, size_));
    out.resize(before + count);
    std::size_t done = 0;
    while (done < count) {
      const ssize_t got = pread(fd_, out.data() + before + done, count - done, static_cast<off_t>(offset + done));
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) throw Error(path_ + ": cannot read the file: " + std::strerror(errno));
      if (got == 0) break;
      done += static_cast<std::size_t>(got);
    }
    out.resize(before + done);
  }

 private:
  std::string path_;
  int fd_;
  std::size_t size_ = 0;
};

}  // namespace

bool is_large_file(const std::string& path) {
  std::error_code error;
  return std::filesystem::is_regular_file(path, error) && std::filesystem::file_size(path, error) > kLargeDraft && !error;
}

void check_large_file(const std::string& path, const Linter& linter, bool redact, const TakeReport& take, const PieceLimits& limits) {
  FileBytes bytes(path);
  check_in_pieces(bytes, path, linter, redact, take, limits);
}

void check_in_pieces(ByteSource& bytes, const std::string& path, const Linter& linter, bool redact, const TakeReport& take,
                     const PieceLimits& limits) {
  DraftPieces pieces(bytes, path, limits);
  bool opened = false;
  std::size_t read = 0;
  std::exception_ptr changed;
  Secrets secrets;
  // a name that a later piece tells must not be shown by an earlier one
  const auto learn = [&](const DraftPiece& piece, std::vector<Diagnostic> diagnostics) {
    FileReport report;
    report.source = &piece.source;
    report.diagnostics = std::move(diagnostics);
    secrets.add(report);
    return true;
  };
  const auto tell = [&](const DraftPiece& piece, std::vector<Diagnostic> diagnostics) {
    FileReport report;
    report.path = path;
    report.source = &piece.source;
    report.diagnostics = std::move(diagnostics);
    report.opens = !opened;
    report.closes = false;
    report.secrets = redact ? &secrets : nullptr;
    opened = true;
    const std::size_t fresh = piece.read - read;
    read = piece.read;
    return take(report, fresh);
  };
  try {
    linter.lint(pieces, tell, redact ? Linter::TakePiece(learn) : Linter::TakePiece());
  } catch (const Error&) {
    if (!opened) throw;
    changed = std::current_exception();
  }
  const SourceText end = SourceText::piece("", path, Encoding::utf8, {});
  FileReport last;
  last.path = path;
  last.source = &end;
  last.opens = false;
  take(last, 0);
  if (changed) std::rethrow_exception(changed);
}

}  // namespace careportal_lint::cli
