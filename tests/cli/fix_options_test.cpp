// --fix, --unsafe-fixes and --diff with real files.
#include <gtest/gtest.h>
#include <sys/stat.h>

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

}  // namespace
}  // namespace careportal_lint
