// Files are written whole or not at all, whatever fails and whenever the process dies.
#include "cli/save_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "careportal_lint/error.h"
#include "cli/inputs.h"
#include "support/files.h"
#include "support/process.h"

namespace careportal_lint {
namespace {

namespace fs = std::filesystem;
using cli::FileOperations;

// Counts the calls; does something else instead of the n-th.
class Watched : public FileOperations {
 public:
  enum class Harm { none, fail, killed_before, killed_after };

  explicit Watched(Harm harm = Harm::none, int at = 0, int why = ENOSPC) : harm_(harm), at_(at), why_(why) {}

  int create(const char* path, mode_t mode) override {
    return step("create", [&] { return FileOperations::create(path, mode); });
  }
  // A full disk takes some bytes before it takes no more: at most half of what is asked for, at most 7 bytes.
  ssize_t write(int file, const char* bytes, std::size_t count) override {
    return step("write", [&] { return FileOperations::write(file, bytes, std::min<std::size_t>(7, (count + 1) / 2)); });
  }
  int change_owner(int file, uid_t user, gid_t group) override {
    return step("change_owner", [&] { return FileOperations::change_owner(file, user, group); });
  }
  int change_mode(int file, mode_t mode) override {
    return step("change_mode", [&] { return FileOperations::change_mode(file, mode); });
  }
  int sync(int file) override {
    return step("sync", [&] { return FileOperations::sync(file); });
  }
  int close(int file) override {
    return step("close", [&] { return FileOperations::close(file); });
  }
  int rename(const char* from, const char* to) override {
    return step("rename", [&] { return FileOperations::rename(from, to); });
  }
  int open_folder(const char* path) override {
    return step("open_folder", [&] { return FileOperations::open_folder(path); });
  }
  int remove(const char* path) override {
    return step("remove", [&] { return FileOperations::remove(path); });
  }

  std::vector<std::string> steps;

 private:
  template <typename Call>
  auto step(const char* name, Call call) -> decltype(call()) {
    steps.emplace_back(name);
    const bool now = static_cast<int>(steps.size()) == at_;
    if (now && harm_ == Harm::killed_before) ::kill(::getpid(), SIGKILL);
    if (now && harm_ == Harm::fail) {
      errno = why_;
      return -1;
    }
    const auto result = call();
    if (now && harm_ == Harm::killed_after) ::kill(::getpid(), SIGKILL);
    return result;
  }

  Harm harm_;
  int at_;
  int why_;
};

constexpr const char* kOld = "Mom needs a matress.\r\nThank you";
constexpr const char* kNew = "Mom needs a mattress, and someone to carry it.\r\nThank you";

class SaveFile : public testing::Test {
 protected:
  void SetUp() override {
    draft_ = folder_.write("draft.txt", kOld).string();
    ::chmod(draft_.c_str(), 0640);
  }

  [[nodiscard]] std::string now() const { return test::read(draft_); }
  [[nodiscard]] std::size_t file_count() const { return test::files_below(folder_.path()).size(); }
  static mode_t mode(const std::string& path) {
    struct stat status = {};
    EXPECT_EQ(::stat(path.c_str(), &status), 0);
    return status.st_mode & 07777U;
  }
  // What a search of the folder takes for drafts.
  [[nodiscard]] std::vector<std::string> found() const {
    std::vector<std::string> out;
    for (const cli::Input& input : cli::find_inputs({folder_.path().string()}, "<stdin>", nullptr)) out.push_back(input.path);
    return out;
  }
  // All steps of writing the new text.
  std::vector<std::string> steps() {
    Watched files;
    cli::rewrite_file(draft_, kNew, files);
    EXPECT_EQ(now(), kNew);
    restore();
    return files.steps;
  }
  void restore() const {
    for (const fs::path& path : test::files_below(folder_.path())) fs::remove(path);
    test::write(draft_, kOld);
    ::chmod(draft_.c_str(), 0640);
  }

  test::TempFolder folder_;
  std::string draft_;
};

TEST_F(SaveFile, WritesInTheOrderThatKeepsAWholeFile) {
  std::vector<std::string> all = steps();
  all.erase(std::unique(all.begin(), all.end()), all.end());
  EXPECT_EQ(all, (std::vector<std::string>{"create", "write", "change_owner", "change_mode", "sync", "close", "rename", "open_folder",
                                           "sync", "close"}));
}

TEST_F(SaveFile, AFullDiskAtAnyStepLeavesTheOldFileOrTheNewOne) {
  const std::vector<std::string> all = steps();
  ASSERT_GT(all.size(), 12U);
  const auto rename = static_cast<std::size_t>(std::find(all.begin(), all.end(), "rename") - all.begin());
  for (const int why : {ENOSPC, EIO, EDQUOT, EACCES}) {
    for (std::size_t at = 0; at < all.size(); ++at) {
      Watched files(Watched::Harm::fail, static_cast<int>(at) + 1, why);
      std::string error;
      try {
        cli::rewrite_file(draft_, kNew, files);
      } catch (const Error& caught) {
        error = caught.what();
      }
      // the owner cannot always be kept, and after the rename the new file stands
      const bool harmless = all[at] == "change_owner" || at > rename;
      EXPECT_EQ(error.empty(), harmless) << all[at] << ": " << error;
      EXPECT_EQ(now(), harmless ? kNew : kOld) << all[at];
      EXPECT_EQ(mode(draft_), 0640U) << all[at];
      EXPECT_EQ(file_count(), 1U) << all[at] << ": nothing is left behind";
      if (!error.empty()) {
        EXPECT_NE(error.find(draft_), std::string::npos) << error;
        EXPECT_NE(error.find("as it was"), std::string::npos) << error;
      }
      restore();
    }
  }
}

TEST_F(SaveFile, DyingAtAnyStepLeavesTheOldFileOrTheNewOne) {
  const std::vector<std::string> all = steps();
  const auto rename = static_cast<std::size_t>(std::find(all.begin(), all.end(), "rename") - all.begin());
  std::size_t left_behind = 0;
  for (const Watched::Harm harm : {Watched::Harm::killed_before, Watched::Harm::killed_after}) {
    for (std::size_t at = 0; at < all.size(); ++at) {
      const pid_t child = ::fork();
      ASSERT_GE(child, 0);
      if (child == 0) {
        Watched files(harm, static_cast<int>(at) + 1);
        cli::rewrite_file(draft_, kNew, files);
        ::_exit(0);
      }
      int status = 0;
      ASSERT_EQ(::waitpid(child, &status, 0), child);
      ASSERT_TRUE(WIFSIGNALED(status)) << all[at];
      const bool replaced = at > rename || (at == rename && harm == Watched::Harm::killed_after);
      EXPECT_EQ(now(), replaced ? kNew : kOld) << all[at];
      EXPECT_EQ(mode(draft_), 0640U) << all[at];
      EXPECT_EQ(found(), std::vector<std::string>{draft_}) << all[at] << ": what is left behind is no draft";
      for (const fs::path& path : test::files_below(folder_.path())) {
        if (path != draft_) {
          EXPECT_EQ(mode(path.string()) & 07077U & ~0640U, 0U) << all[at] << ": nobody else may read what is left behind";
          ++left_behind;
        }
      }
      cli::rewrite_file(draft_, "Another text.");
      EXPECT_EQ(now(), "Another text.") << all[at] << ": what is left behind is in nobody's way";
      restore();
    }
  }
  EXPECT_GT(left_behind, 0U) << "the test kills in the middle";
}

TEST_F(SaveFile, AnInterruptedWriteGoesOn) {
  const std::vector<std::string> all = steps();
  const auto write = static_cast<int>(std::find(all.begin(), all.end(), "write") - all.begin());
  Watched files(Watched::Harm::fail, write + 1, EINTR);
  cli::rewrite_file(draft_, kNew, files);
  EXPECT_EQ(now(), kNew);
}

TEST_F(SaveFile, AFileSystemThatCannotSyncIsNoError) {
  const std::vector<std::string> all = steps();
  const auto sync = static_cast<int>(std::find(all.begin(), all.end(), "sync") - all.begin());
  Watched files(Watched::Harm::fail, sync + 1, EINVAL);
  cli::rewrite_file(draft_, kNew, files);
  EXPECT_EQ(now(), kNew);
}

TEST_F(SaveFile, KeepsChainsOfLinks) {
  folder_.write("sub/real.txt", kOld);
  fs::create_symlink("sub/real.txt", folder_.path() / "one");
  fs::create_symlink(folder_.path() / "one", folder_.path() / "two");
  cli::rewrite_file((folder_.path() / "two").string(), kNew);
  EXPECT_EQ(test::read(folder_.path() / "sub/real.txt"), kNew);
  EXPECT_TRUE(fs::is_symlink(folder_.path() / "one"));
  EXPECT_TRUE(fs::is_symlink(folder_.path() / "two"));
  EXPECT_FALSE(fs::is_symlink(folder_.path() / "sub/real.txt"));
}

TEST_F(SaveFile, WritesWhereALinkPointsThoughNothingIsThereYet) {
  fs::create_symlink("report.json", folder_.path() / "link");
  cli::write_file((folder_.path() / "link").string(), "{}");
  EXPECT_TRUE(fs::is_symlink(folder_.path() / "link"));
  EXPECT_EQ(test::read(folder_.path() / "report.json"), "{}");
}

TEST_F(SaveFile, ACircleOfLinksIsAnError) {
  fs::create_symlink("b", folder_.path() / "a");
  fs::create_symlink("a", folder_.path() / "b");
  EXPECT_THROW(cli::write_file((folder_.path() / "a").string(), "x"), Error);
  EXPECT_TRUE(fs::is_symlink(folder_.path() / "a"));
}

TEST_F(SaveFile, ANewFileHasTheUsualMode) {
  const mode_t before = ::umask(027);
  const std::string path = (folder_.path() / "report.txt").string();
  cli::write_file(path, "x");
  ::umask(before);
  EXPECT_EQ(mode(path), 0640U);
}

TEST_F(SaveFile, AVeryLongNameIsNoHindrance) {
  const fs::path path = folder_.write(std::string(250, 'n') + ".txt", kOld);
  cli::rewrite_file(path.string(), kNew);
  EXPECT_EQ(test::read(path), kNew);
}

// The real program on a disk that is full after 512 bytes.
TEST_F(SaveFile, TheProgramTellsAFullDiskAndLeavesTheDraft) {
  std::string text;
  while (text.size() < 4000) text += "Grandma would love a bed for the the boys, and she will have pie ready.\n";
  test::write(draft_, text);
  const test::Outcome outcome = test::shell(folder_.path(), "ulimit -f 1; careportal-lint --fix --quiet draft.txt");
  EXPECT_EQ(outcome.exit_code, 2) << outcome.out << outcome.err;
  EXPECT_NE(outcome.out.find("draft.txt: cannot write"), std::string::npos) << outcome.out << outcome.err;
  EXPECT_EQ(now(), text);
  EXPECT_EQ(file_count(), 1U);
  EXPECT_LE(test::shell(folder_.path(), "careportal-lint --fix --quiet draft.txt").exit_code, 1);
  EXPECT_EQ(now().find("the the"), std::string::npos);
}

}  // namespace
}  // namespace careportal_lint
