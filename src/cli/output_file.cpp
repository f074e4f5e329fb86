#include "cli/output_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "careportal_lint/error.h"

namespace careportal_lint::cli {
namespace {

namespace fs = std::filesystem;

// What was written is on the disk, not only on its way.
bool sync(const std::string& path) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return false;
  const bool done = fsync(fd) == 0;
  close(fd);
  return done;
}

}  // namespace

OutputFile::OutputFile(std::string path) : path_(std::move(path)) {
  std::error_code error;
  const fs::path resolved = fs::weakly_canonical(path_, error);
  target_ = error ? path_ : resolved.string();
  exists_ = fs::exists(target_, error);
  in_place_ = exists_ && !fs::is_regular_file(target_, error);
  temporary_ = in_place_ ? target_ : target_ + ".tmp" + std::to_string(getpid());
  stream_.open(temporary_, std::ios::binary | std::ios::trunc);
  if (!stream_) fail();
  pending_ = !in_place_;
}

OutputFile::~OutputFile() {
  stream_.close();
  if (pending_) std::remove(temporary_.c_str());
}

void OutputFile::fail() const { throw Error(path_ + ": cannot write: " + std::strerror(errno)); }

void OutputFile::commit() {
  stream_.close();  // also tells what failed before
  if (!stream_) fail();
  if (in_place_) return;
  if (!sync(temporary_)) fail();
  std::error_code error;
  if (exists_) fs::permissions(temporary_, fs::status(target_, error).permissions(), error);
  if (std::rename(temporary_.c_str(), target_.c_str()) != 0) fail();
  pending_ = false;
}

}  // namespace careportal_lint::cli
