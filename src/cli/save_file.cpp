#include "cli/save_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <string_view>

#include "careportal_lint/error.h"

namespace careportal_lint::cli {
namespace {

namespace fs = std::filesystem;

// Ctrl-C waits until the new file is in its place: no temporary file is left behind.
class SignalsHeld {
 public:
  SignalsHeld() {
    sigset_t held;
    sigemptyset(&held);
    for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) sigaddset(&held, number);
    pthread_sigmask(SIG_BLOCK, &held, &before_);
  }
  ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;

 private:
  sigset_t before_{};
};

[[noreturn]] void fail(const std::string& path, int why, bool existed) {
  throw Error(path + ": cannot write: " + std::strerror(why) + (existed ? "; the file is as it was" : ""));
}

// The file that a chain of links ends in, also one that is not there yet.
fs::path follow_links(const std::string& path) {
  constexpr int kMostLinks = 40;  // as in Linux
  fs::path target = path;
  std::error_code error;
  for (int links = 0; fs::is_symlink(target, error); ++links) {
    if (links == kMostLinks) fail(path, ELOOP, true);
    const fs::path next = fs::read_symlink(target, error);
    target = next.is_absolute() ? next : target.parent_path() / next;
  }
  return target;
}

int write_all(FileOperations& files, int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = files.write(file, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return -1;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

// Some file systems cannot be told to write now; they keep the order of things by themselves.
bool synced(FileOperations& files, int file) { return files.sync(file) == 0 || errno == EINVAL || errno == ENOTSUP; }

class Replacement {
 public:
  Replacement(std::string path, FileOperations& files) : path_(std::move(path)), files_(files), target_(follow_links(path_)) {
    existed_ = ::stat(target_.c_str(), &status_) == 0;
  }

  void write(const std::string& bytes) {
    const SignalsHeld held;
    create();
    bool done = write_all(files_, file_, bytes) == 0;
    if (done && existed_) done = keep_owner_and_mode();
    done = done && synced(files_, file_);
    int why = errno;
    const bool closed = files_.close(file_) == 0;
    if (done && !closed) why = errno;
    if (done && closed) {
      done = files_.rename(temporary_.c_str(), target_.c_str()) == 0;
      why = errno;
    }
    if (!done || !closed) {
      files_.remove(temporary_.c_str());
      fail(path_, why, existed_);
    }
    sync_folder();
  }

 private:
  // Hidden, so that no search of a folder takes it for a draft; private, because drafts are; of this process and call alone.
  void create() {
    static std::atomic<unsigned> number{0};
    constexpr int kMostTries = 100;
    const mode_t mode = existed_ ? 0600 : 0666;
    for (int tries = 0; tries < kMostTries; ++tries) {
      const std::string name = ".careportal-lint-" + std::to_string(::getpid()) + "-" + std::to_string(number++) + ".tmp";
      temporary_ = (target_.parent_path() / name).string();
      file_ = files_.create(temporary_.c_str(), mode);
      if (file_ >= 0) return;
      if (errno != EEXIST) break;
    }
    fail(path_, errno, existed_);
  }

  bool keep_owner_and_mode() {
    // only the superuser can give a file away; whoever else may write it becomes its owner
    const bool owner_kept = files_.change_owner(file_, status_.st_uid, status_.st_gid) == 0;
    // a file that runs as its owner must not run as somebody else
    const mode_t mode = status_.st_mode & (owner_kept ? 07777U : 0777U);
    return files_.change_mode(file_, mode) == 0;
  }

  // So that the rename outlives a power cut. The new file is in place already: a failure changes nothing about that.
  void sync_folder() {
    const std::string folder = target_.parent_path().empty() ? "." : target_.parent_path().string();
    const int file = files_.open_folder(folder.c_str());
    if (file < 0) return;
    files_.sync(file);
    files_.close(file);
  }

  std::string path_;
  FileOperations& files_;
  fs::path target_;
  struct stat status_ = {};
  bool existed_ = false;
  std::string temporary_;
  int file_ = -1;
};

void write_in_place(const std::string& path, const std::string& bytes, FileOperations& files) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) fail(path, errno, false);
  const bool written = write_all(files, file, bytes) == 0;
  const int why = errno;
  files.close(file);
  if (!written) fail(path, why, false);
}

}  // namespace

void write_file(const std::string& path, const std::string& bytes, FileOperations& files) {
  struct stat status = {};
  const bool in_place = ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode);
  if (in_place) {
    write_in_place(path, bytes, files);
  } else {
    Replacement(path, files).write(bytes);
  }
}

void require_writable(const std::string& path) {
  std::error_code error;
  const fs::perms mode = fs::status(path, error).permissions();
  constexpr fs::perms kWritable = fs::perms::owner_write | fs::perms::group_write | fs::perms::others_write;
  if (error || (mode & kWritable) == fs::perms::none || ::access(path.c_str(), W_OK) != 0) {
    throw Error(path + ": the file is read-only; make it writable, or see what would change with --diff");
  }
}

void rewrite_file(const std::string& path, const std::string& bytes, FileOperations& files) {
  require_writable(path);
  write_file(path, bytes, files);
}

}  // namespace careportal_lint::cli
