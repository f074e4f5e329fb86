// --diff fed to `patch` and to `git apply`: the same bytes as --fix.
#include <gtest/gtest.h>

#include "support/files.h"
#include "support/process.h"

namespace careportal_lint {
namespace {

namespace fs = std::filesystem;

// Drafts as they come, with the bytes and names that are hard to carry in a diff.
std::map<std::string, std::string> hard_drafts() {
  std::string repeated;
  for (int i = 0; i < 40; ++i) repeated += i % 13 == 5 ? "She has the the crib.\n" : "Line " + std::to_string(i) + " is fine.\n";
  std::string utf16 = "\xFF\xFE";
  for (const char c : std::string("The the bed\r\nis for a a boy.")) utf16 += {c, '\0'};
  return {
      {"crlf.txt", "The the crib is here.\r\nAll is well.\r\nThank you you.\r\n"},
      {"mixed.txt", "The the crib.\r\nis here.\nAll is is well.\rThank you.\n"},
      {"lone-cr.txt", "The the crib.\rAll is well.\r"},
      {"no-end.txt", "All is well.\nThe the crib is here."},
      {"no-end-crlf.txt", "All is well.\r\nThe the crib is here.\r"},
      {"one-line.txt", "The the crib is here."},
      {"long.txt", repeated},
      {"bom.txt", "\xEF\xBB\xBFThe the crib is here.\nAll is well.\n"},
      {"windows-1252.txt", "The the caf\xE9 \x93helps\x94.\nAll is well.\n"},
      {"utf16.txt", utf16},
      {"dashes.txt", "-- the the crib\n--- a\n+++ b\n@@ -1 +1 @@\n\\ No newline at end of file\nThank you you.\n"},
      {"Zo\xC3\xAB \xE2\x80\x93 b\xC3\xA9"
       "b\xC3\xA9.txt",
       "Zo\xC3\xAB the the crib \xE2\x80\x93 all is well.\n"},
      {"two words/and  more.txt", "The the crib.\n"},
      {"sub/folder/deep.txt", "The the crib.\n"},
      {"sub/\"quoted\" \\ name.txt", "The the crib.\n"},
      {"sub/tab\there.txt", "The the crib.\n"},
      {"sub/line\nend.txt", "The the crib.\n"},
      {"sub/-option.txt", "The the crib.\n"},
      {"fine.txt", "All is well.\n"},
  };
}

std::map<std::string, std::string> bytes_below(const fs::path& folder) {
  std::map<std::string, std::string> out;
  for (const fs::path& path : test::files_below(folder)) out[fs::relative(path, folder).string()] = test::read(path);
  return out;
}

class Diff : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    for (const auto& [name, bytes] : hard_drafts()) put("hard/" + name, bytes);
    std::size_t examples = 0;
    for (const fs::path& path : test::files_below(test::source_path("examples/drafts"))) {
      put("examples/" + path.filename().string(), test::read(path));
      ++examples;
    }
    for (const fs::path& path : test::files_below(test::source_path("tests/corpus/sample/drafts"))) {
      put("sample/" + path.filename().string(), test::read(path));
      ++examples;
    }
    ASSERT_GT(examples, 15U);
  }
  void put(const std::string& name, const std::string& bytes) const {
    for (const char* copy : {"fixed/", "patched/"}) folder_.write(copy + name, bytes);
  }
  // Both ways from the same drafts; `paths` as somebody would type them.
  void compare(const std::string& level, const std::string& paths) {
    const std::map<std::string, std::string> before = bytes_below(folder_.path() / "fixed");
    const test::Outcome fixed =
        test::shell(folder_.path() / "fixed", "careportal-lint --quiet --fix " + level + " " + paths + " > ../report");
    ASSERT_LE(fixed.exit_code, 1) << fixed.err;
    const test::Outcome diff = test::shell(folder_.path() / "patched", "careportal-lint --diff " + level + " " + paths + " > ../all.diff");
    ASSERT_LE(diff.exit_code, 1) << diff.err;
    ASSERT_EQ(bytes_below(folder_.path() / "patched"), before) << "--diff changes nothing";
    const test::Outcome patched = test::shell(folder_.path() / "patched", GetParam());
    ASSERT_EQ(patched.exit_code, 0) << patched.out << patched.err;
    const std::map<std::string, std::string> after = bytes_below(folder_.path() / "fixed");
    EXPECT_EQ(bytes_below(folder_.path() / "patched"), after);
    std::size_t changed = 0;
    for (const auto& [name, bytes] : after) changed += bytes != before.at(name) ? 1 : 0;
    EXPECT_GT(changed, 17U);
  }

  test::TempFolder folder_;
};

TEST_P(Diff, GivesWhatFixGives) { compare("", "."); }
TEST_P(Diff, GivesWhatUnsafeFixesGive) { compare("--unsafe-fixes", "hard examples/ ./sample"); }

TEST_P(Diff, ADraftOfWhichNothingIsLeftStaysAsAnEmptyFile) {
  for (const char* name : {"fixed/x.txt", "patched/x.txt"}) folder_.write(name, "cash");
  folder_.write("p.json", R"json({"pack": "p", "category": "cash", "rules": [
    {"id": "c", "kind": "pattern", "message": "m", "patterns": ["cash"], "suggest": [{"text": "", "safe": true}]}]})json");
  const std::string program = "careportal-lint --no-default-rules --rules ../p.json ";
  ASSERT_EQ(test::shell(folder_.path() / "fixed", program + "--fix x.txt").exit_code, 0);
  ASSERT_EQ(test::shell(folder_.path() / "patched", program + "--diff x.txt > ../all.diff").exit_code, 1);
  const test::Outcome patched = test::shell(folder_.path() / "patched", GetParam());
  ASSERT_EQ(patched.exit_code, 0) << patched.out << patched.err;
  EXPECT_EQ(test::read(folder_.path() / "patched/x.txt"), "");
  EXPECT_EQ(test::read(folder_.path() / "fixed/x.txt"), "");
}

INSTANTIATE_TEST_SUITE_P(Tools, Diff,
                         testing::Values("patch -p0 < ../all.diff",
                                         // no repository around it, and nobody's settings
                                         "GIT_CEILING_DIRECTORIES=/ GIT_CONFIG_GLOBAL=/dev/null git apply -p0 ../all.diff"),
                         [](const auto& tool) { return std::string(tool.param).starts_with("patch") ? "patch" : "git"; });

TEST(DiffInARepository, GitApplyTakesItInASubfolderToo) {
  const test::TempFolder folder;
  folder.write("sub/a b.txt", "The the crib.\n");
  ASSERT_EQ(test::shell(folder.path(), "git init -q .").exit_code, 0);
  const test::Outcome applied =
      test::shell(folder.path() / "sub", "careportal-lint --diff 'a b.txt' > ../all.diff; git apply -p0 ../all.diff");
  ASSERT_EQ(applied.exit_code, 0) << applied.err;
  EXPECT_EQ(test::read(folder.path() / "sub/a b.txt"), "The crib.\n");
}

}  // namespace
}  // namespace careportal_lint
