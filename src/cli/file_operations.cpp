#include "cli/file_operations.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>

namespace careportal_lint::cli {

int FileOperations::create(const char* path, mode_t mode) { return ::open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode); }
ssize_t FileOperations::write(int file, const char* bytes, std::size_t count) { return ::write(file, bytes, count); }
int FileOperations::change_owner(int file, uid_t user, gid_t group) { return ::fchown(file, user, group); }
int FileOperations::change_mode(int file, mode_t mode) { return ::fchmod(file, mode); }
int FileOperations::sync(int file) { return ::fsync(file); }
int FileOperations::close(int file) { return ::close(file); }
int FileOperations::rename(const char* from, const char* to) { return ::rename(from, to); }
int FileOperations::open_folder(const char* path) { return ::open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC); }
int FileOperations::remove(const char* path) { return ::unlink(path); }

FileOperations& system_files() {
  static FileOperations operations;
  return operations;
}

}  // namespace careportal_lint::cli
