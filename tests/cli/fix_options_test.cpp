// --fix, --unsafe-fixes and --diff with real files.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/files.h"
#include "support/process.h"

namespace careportal_lint {
namespace {

using test::Outcome;

constexpr const char* kPack = R"json({"pack": "small", "category": "credibility", "source": "a test", "rules": [
  {"id": "slip", "kind": "pattern", "severity": "warning", "message": "Write matress with two t.", "why": "Spelling.",
   "patterns": ["matress"], "suggest": [{"text": "mattress", "safe": true}]},
  {"id": "cash/cash", "kind": "pattern", "severity": "error", "message": "No cash.", "why": "Goods only.",
   "patterns": ["cash"], "suggest": ["groceries"]}]}
)json";

class FixOptions : public testing::Test {
 protected:
  void SetUp() override { folder_.write("small.json", kPack); }
  Outcome run(const std::string& arguments) const {
    return test::shell(folder_.path(), "careportal-lint --no-default-rules --rules small.json " + arguments);
  }
  [[nodiscard]] std::string read(const std::string& name) const { return test::read(folder_.path() / name); }
  test::TempFolder folder_;
};

TEST_F(FixOptions, WritesTheSafeRewriteAndReportsWhatRemains) {
  folder_.write("a.txt", "A matress or cash.\r\nNo end");
  const Outcome outcome = run("--fix --format compact a.txt");
  EXPECT_EQ(read("a.txt"), "A mattress or cash.\r\nNo end");
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.out, "a.txt:1:15: error: No cash. [cash/cash]\n");
}

TEST_F(FixOptions, UnsafeFixesApplyTheRest) {
  folder_.write("a.txt", "A matress or cash.\n");
  EXPECT_EQ(run("--fix --unsafe-fixes a.txt").exit_code, 0);
  EXPECT_EQ(read("a.txt"), "A mattress or groceries.\n");
}

TEST_F(FixOptions, UnsafeFixesAloneAreAUsageError) {
  folder_.write("a.txt", "cash\n");
  EXPECT_EQ(run("--unsafe-fixes a.txt").exit_code, 2);
}

TEST_F(FixOptions, KeepsEncodingAndMode) {
  folder_.write("a.txt", std::string("\xFF\xFEm\0a\0t\0r\0e\0s\0s\0", 16));
  ::chmod((folder_.path() / "a.txt").c_str(), 0640);
  EXPECT_EQ(run("--fix a.txt").exit_code, 0);
  EXPECT_EQ(read("a.txt"), std::string("\xFF\xFEm\0a\0t\0t\0r\0e\0s\0s\0", 18));
  struct stat status = {};
  ASSERT_EQ(::stat((folder_.path() / "a.txt").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0640U);
}

TEST_F(FixOptions, FollowsALinkToTheFile) {
  folder_.write("real.txt", "A matress.\n");
  std::filesystem::create_symlink("real.txt", folder_.path() / "link.txt");
  EXPECT_EQ(run("--fix link.txt").exit_code, 0);
  EXPECT_EQ(read("real.txt"), "A mattress.\n");
  EXPECT_TRUE(std::filesystem::is_symlink(folder_.path() / "link.txt"));
}

TEST_F(FixOptions, AReadOnlyFileIsAnErrorAndStays) {
  folder_.write("a.txt", "A matress.\n");
  ::chmod((folder_.path() / "a.txt").c_str(), 0444);
  const Outcome outcome = run("--fix a.txt");
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_NE(outcome.out.find("read-only"), std::string::npos);
  EXPECT_EQ(read("a.txt"), "A matress.\n");
}

TEST_F(FixOptions, StandardInputGoesToStandardOutput) {
  const Outcome outcome =
      test::shell(folder_.path(), "printf 'A matress.' | careportal-lint --no-default-rules --rules small.json --fix -");
  EXPECT_EQ(outcome.out, "A mattress.");
  EXPECT_NE(outcome.err.find("checked"), std::string::npos);
}

TEST_F(FixOptions, DiffChangesNothingAndPatchTakesIt) {
  folder_.write("a.txt", "One.\nA matress.\nThree.\n");
  const Outcome outcome = run("--diff a.txt > a.diff");
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(read("a.txt"), "One.\nA matress.\nThree.\n");
  EXPECT_EQ(read("a.diff"), "--- a.txt\n+++ a.txt\n@@ -1,3 +1,3 @@\n One.\n-A matress.\n+A mattress.\n Three.\n");
}

TEST_F(FixOptions, TheExitCodeSpeaksOfWhatRemains) {
  struct Row {
    const char* draft;
    const char* arguments;
    int code;
  };
  const Row rows[] = {
      {"A matress.", "--fix", 0},
      {"A matress and cash.", "--fix", 1},
      {"A matress and cash.", "--fix --fail-on never", 0},
      {"A matress and a tip.", "--fix", 0},
      {"A matress and a tip.", "--fix --fail-on info", 1},
      {"A matress and money.", "--fix", 1},
      {"A matress and money.", "--fix --fail-on error", 0},
      {"A matress and cash.", "--fix --unsafe-fixes", 0},
      {"A matress and cash.", "--fix --ignore cash/cash", 0},
      {"A bed.", "--fix", 0},
      // nothing is changed: what remains is what was there
      {"A matress.", "--diff", 1},
      {"A matress.", "--fix --diff", 1},
      {"A matress.", "--diff --fail-on error", 0},
      {"A bed.", "--diff", 0},
  };
  folder_.write("more.json", R"json({"pack": "more", "category": "cash", "rules": [
    {"id": "tip", "kind": "pattern", "severity": "info", "message": "Think.", "patterns": ["tip"]},
    {"id": "money", "kind": "pattern", "severity": "warning", "message": "Name it.", "patterns": ["money"]}]})json");
  for (const Row& row : rows) {
    folder_.write("a.txt", row.draft);
    EXPECT_EQ(run(std::string("--rules more.json a.txt ") + row.arguments).exit_code, row.code) << row.draft << " " << row.arguments;
    const bool changes_nothing = std::string(row.arguments).find("--diff") != std::string::npos;
    if (changes_nothing) {
      EXPECT_EQ(read("a.txt"), row.draft) << row.arguments;
    } else {
      EXPECT_EQ(read("a.txt").find("matress"), std::string::npos) << row.arguments;
    }
  }
}

TEST_F(FixOptions, AnInputThatFailsIsExit2AndTheOthersAreMended) {
  folder_.write("a.txt", "A matress.");
  folder_.write("b.txt", "A matress.");
  folder_.write("c.bin", std::string("A matress\0\1\2", 12));
  ::chmod((folder_.path() / "a.txt").c_str(), 0400);
  const Outcome outcome = run("--fix --fail-on never missing.txt a.txt c.bin b.txt");
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(read("a.txt"), "A matress.");
  EXPECT_EQ(read("b.txt"), "A mattress.");
  EXPECT_EQ(read("c.bin"), std::string("A matress\0\1\2", 12));
}

TEST_F(FixOptions, AReadOnlyFileWithNothingToMendIsNoError) {
  folder_.write("a.txt", "A bed.");
  ::chmod((folder_.path() / "a.txt").c_str(), 0400);
  EXPECT_EQ(run("--fix a.txt").exit_code, 0);
}

TEST_F(FixOptions, StandardInputThatIsNoTextGivesNothing) {
  const Outcome outcome =
      test::shell(folder_.path(), "printf 'A matress\\0' | careportal-lint --no-default-rules --rules small.json --fix -");
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_NE(outcome.err.find("binary file"), std::string::npos) << outcome.err;
}

TEST_F(FixOptions, StandardInputThatIsFineComesOutAsItIs) {
  const Outcome outcome =
      test::shell(folder_.path(), "printf 'A bed for Zo\\353.\\r' | careportal-lint --no-default-rules --rules small.json --fix --quiet -");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.out, "A bed for Zo\xEB.\r");
  EXPECT_EQ(outcome.err, "");
}

TEST_F(FixOptions, ADraftNamedTwiceIsMendedByBothAndWhole) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "A matress.\n";
  std::string mended;
  for (int i = 0; i < 300; ++i) mended += "A mattress.\n";
  folder_.write("a.txt", text);
  EXPECT_EQ(run("--fix --jobs 4 a.txt a.txt ./a.txt a.txt").exit_code, 0);
  EXPECT_EQ(read("a.txt"), mended);
}

TEST_F(FixOptions, ADraftOfTheSuperuserKeepsItsOwner) {
  if (::geteuid() != 0) GTEST_SKIP() << "only the superuser can give a file away";
  folder_.write("a.txt", "A matress.");
  const std::string path = (folder_.path() / "a.txt").string();
  ASSERT_EQ(::chown(path.c_str(), 1234, 2345), 0);
  EXPECT_EQ(run("--fix a.txt").exit_code, 0);
  struct stat status = {};
  ASSERT_EQ(::stat(path.c_str(), &status), 0);
  EXPECT_EQ(status.st_uid, 1234U);
  EXPECT_EQ(status.st_gid, 2345U);
}

}  // namespace
}  // namespace careportal_lint
