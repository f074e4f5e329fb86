// The system calls that a file is written with, behind an interface so that tests can make any of them fail.
#pragma once

#include <sys/types.h>

#include <cstddef>

namespace careportal_lint::cli {

/// Each function is the system call of its name: a negative result is a failure, told in errno.
class FileOperations {
 public:
  virtual ~FileOperations() = default;

  /// A new file for writing; fails when there is one already.
  virtual int create(const char* path, mode_t mode);
  /// May write less than `count` bytes.
  virtual ssize_t write(int file, const char* bytes, std::size_t count);
  virtual int change_owner(int file, uid_t user, gid_t group);
  virtual int change_mode(int file, mode_t mode);
  virtual int sync(int file);
  virtual int close(int file);
  virtual int rename(const char* from, const char* to);
  virtual int open_folder(const char* path);
  virtual int remove(const char* path);
};

/// The system calls themselves.
FileOperations& system_files();

}  // namespace careportal_lint::cli
