// --review as people meet it: the real program on a terminal.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <csignal>

#include "render/escape.h"
#include "support/files.h"
#include "support/process.h"
#include "support/terminal.h"

namespace careportal_lint {
namespace {

using test::Terminal;

constexpr const char* kPack = R"json({"pack": "small", "category": "credibility", "source": "a test", "rules": [
  {"id": "slip", "kind": "pattern", "severity": "warning", "message": "Write matress with two t.", "why": "Readers trust good spelling.",
   "patterns": ["matress"], "suggest": [{"text": "mattress", "safe": true}]},
  {"id": "cash/cash", "kind": "pattern", "severity": "error", "message": "No cash.", "why": "Goods only.",
   "patterns": ["cash"], "suggest": ["groceries", "diapers"]},
  {"id": "confidentiality/name", "kind": "pattern", "severity": "error", "message": "Take out the name.", "patterns": ["Tanisha"],
   "suggest": ["mom"]}]}
)json";

constexpr const char* kDraft = "A matress for Tanisha.\r\nSome cash helps. Tanisha is proud";

class ReviewTerminal : public testing::Test {
 protected:
  void SetUp() override {
    folder_.write("small.json", kPack);
    folder_.write("a.txt", kDraft);
  }
  static std::vector<std::string> arguments(std::vector<std::string> paths) {
    paths.insert(paths.begin(), {"--no-default-rules", "--rules", "small.json", "--review"});
    return paths;
  }
  [[nodiscard]] std::string read(const std::string& name) const { return test::read(folder_.path() / name); }
  [[nodiscard]] std::size_t files() const { return test::files_below(folder_.path()).size(); }

  test::TempFolder folder_;
};

TEST_F(ReviewTerminal, ChoosesTypesSkipsUndoesAndSaves) {
  ::chmod((folder_.path() / "a.txt").c_str(), 0640);
  Terminal terminal(folder_.path(), arguments({"a.txt"}));
  terminal.wait_for("(1 of 4) a.txt:1:3");
  terminal.wait_for("  A matress for Tanisha.\n    ^^^^^^^\n");
  terminal.wait_for("warning: Write matress with two t.");
  terminal.answer("1");
  terminal.wait_for("(1 of 3) a.txt:1:16");
  terminal.wait_for("  A mattress for Tanisha.\n                 ^^^^^^^\n");
  terminal.answer("e");
  terminal.answer("a mom of two, Zo\xC3\xAB");
  terminal.wait_for("(1 of 2) a.txt:2:6");
  terminal.answer("?");
  terminal.wait_for("Why: Goods only.");
  terminal.answer("2");
  terminal.wait_for("(1 of 1) a.txt:2:21");
  terminal.answer("u");
  terminal.wait_for("  Some cash helps.");
  terminal.answer("s");
  terminal.wait_for("(2 of 2) a.txt:2:18");
  terminal.answer("");
  terminal.wait_for("a.txt: 2 changes. What remains: 2 errors, 0 warnings, 0 notes.");
  terminal.wait_for("Save the draft?");
  terminal.answer("y");
  terminal.wait_for("Saved a.txt.");
  EXPECT_EQ(terminal.finish(), 1) << "two errors remain";
  EXPECT_EQ(read("a.txt"), "A mattress for a mom of two, Zo\xC3\xAB.\r\nSome cash helps. Tanisha is proud");
  EXPECT_EQ(files(), 2U);
  struct stat status = {};
  ASSERT_EQ(::stat((folder_.path() / "a.txt").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0640U);
  EXPECT_EQ(terminal.shown().find('\x1b'), std::string::npos) << "NO_COLOR";
}

TEST_F(ReviewTerminal, WritesAtOnceWhenAsked) {
  Terminal terminal(folder_.path(), arguments({"a.txt"}));
  terminal.answer("1");
  terminal.answer("1");
  terminal.answer("1");
  terminal.answer("1");
  terminal.wait_for("Nothing is left to change.");
  terminal.answer("w");
  EXPECT_EQ(terminal.finish(), 0);
  EXPECT_EQ(read("a.txt"), "A mattress for mom.\r\nSome groceries helps. Mom is proud");
}

TEST_F(ReviewTerminal, QuittingAsksAndLeavesTheFile) {
  Terminal terminal(folder_.path(), arguments({"a.txt"}));
  terminal.answer("1");
  terminal.answer("q");
  terminal.wait_for("Leave without saving 1 change?");
  terminal.answer("n");
  terminal.answer("q");
  terminal.answer("y");
  EXPECT_EQ(terminal.finish(), 1);
  EXPECT_EQ(read("a.txt"), kDraft);
}

TEST_F(ReviewTerminal, QuittingWithoutChangesDoesNotAsk) {
  Terminal terminal(folder_.path(), arguments({"a.txt"}));
  terminal.answer("q");
  EXPECT_EQ(terminal.finish(), 1);
  EXPECT_EQ(terminal.shown().find("Leave without"), std::string::npos);
}

TEST_F(ReviewTerminal, EndOfInputLeavesTheFile) {
  for (const int answers : {1, 2, 4}) {  // at a finding, and at the question about saving
    Terminal terminal(folder_.path(), arguments({"a.txt"}));
    for (int i = 0; i < answers; ++i) terminal.answer("1");
    terminal.wait_for("> ");
    terminal.type("\x04");
    terminal.wait_for("Nothing was saved: a.txt is as it was.");
    EXPECT_EQ(terminal.finish(), 1);
    EXPECT_EQ(read("a.txt"), kDraft);
  }
}

TEST_F(ReviewTerminal, SignalsLeaveTheFile) {
  for (const int number : {SIGINT, SIGTERM, SIGHUP, SIGKILL}) {
    Terminal terminal(folder_.path(), arguments({"a.txt"}));
    terminal.answer("1");
    terminal.wait_for("> ");
    if (number == SIGINT) {
      terminal.type("\x03");
    } else {
      terminal.signal(number);
    }
    EXPECT_EQ(terminal.finish(), -number);
    EXPECT_EQ(read("a.txt"), kDraft);
    EXPECT_EQ(files(), 2U);
  }
}

TEST_F(ReviewTerminal, FitsFortyColumns) {
  folder_.write("a.txt", "Grandma would be so glad if somebody could bring her a matress and a frame, and stay for a cup of coffee.\n");
  Terminal terminal(folder_.path(), arguments({"a.txt"}), 40);
  terminal.answer("?");
  terminal.answer("e");
  terminal.answer("bed");
  terminal.answer("y");
  EXPECT_EQ(terminal.finish(), 0);
  std::size_t begin = 0;
  for (std::size_t end = 0; (end = terminal.shown().find('\n', begin)) != std::string::npos; begin = end + 1) {
    const std::string line = terminal.shown().substr(begin, end - begin);
    EXPECT_LE(display_width(line), 40U) << line;
  }
}

TEST_F(ReviewTerminal, ADraftCannotSteerTheTerminal) {
  folder_.write("a.txt", "Some cash \x1b]0;evil\x07 and \x1b[2J\xE2\x80\xAEmore.\n");
  Terminal terminal(folder_.path(), arguments({"a.txt"}));
  terminal.wait_for("\\x1B]0;evil\\x07");
  terminal.answer("q");
  terminal.finish();
  EXPECT_EQ(terminal.shown().find('\x1b'), std::string::npos) << terminal.shown();
  EXPECT_EQ(terminal.shown().find("\xE2\x80\xAE"), std::string::npos);
}

TEST_F(ReviewTerminal, ColorsByDefaultAndNotWhenUnwanted) {
  {
    Terminal terminal(folder_.path(), arguments({"a.txt"}), 80, {"TERM=xterm"});
    terminal.answer("q");
    terminal.finish();
    EXPECT_NE(terminal.shown().find("\x1b[1;31mmatress\x1b[0m"), std::string::npos) << terminal.shown();
  }
  Terminal terminal(folder_.path(), arguments({"--color", "never", "a.txt"}), 80, {"TERM=xterm"});
  terminal.answer("q");
  terminal.finish();
  EXPECT_EQ(terminal.shown().find('\x1b'), std::string::npos);
}

TEST_F(ReviewTerminal, SeveralDraftsOneAfterTheOther) {
  folder_.write("b.txt", "cash");
  folder_.write("c.txt", "cash");
  folder_.write("good.txt", "A bed.");
  Terminal terminal(folder_.path(), arguments({"a.txt", "missing.txt", "good.txt", "b.txt", "c.txt"}));
  terminal.answer("1");
  terminal.answer("w");
  terminal.wait_for("missing.txt: no such file or folder");
  terminal.wait_for("good.txt: nothing to change.");
  terminal.wait_for("(1 of 1) b.txt:1:1");
  terminal.answer("q");
  terminal.wait_for("Review the next draft, c.txt?");
  terminal.answer("n");
  EXPECT_EQ(terminal.finish(), 2) << "one could not be read";
  EXPECT_EQ(read("a.txt"), "A mattress for Tanisha.\r\nSome cash helps. Tanisha is proud");
  EXPECT_EQ(read("b.txt"), "cash");
}

TEST_F(ReviewTerminal, AFileThatChangedMeanwhileIsNotOverwritten) {
  Terminal terminal(folder_.path(), arguments({"a.txt"}));
  terminal.answer("1");
  terminal.wait_for("> ");
  folder_.write("a.txt", "Somebody else wrote this.");
  terminal.type("w\n");
  terminal.wait_for("changed by somebody else");
  terminal.answer("w a.txt");
  terminal.wait_for("there is such a file already");
  terminal.answer("w mine.txt");
  terminal.wait_for("Saved mine.txt.");
  terminal.finish();
  EXPECT_EQ(read("a.txt"), "Somebody else wrote this.");
  EXPECT_EQ(read("mine.txt"), "A mattress for Tanisha.\r\nSome cash helps. Tanisha is proud");
}

TEST_F(ReviewTerminal, AReadOnlyDraftIsRefusedBeforeTheWork) {
  ::chmod((folder_.path() / "a.txt").c_str(), 0444);
  Terminal terminal(folder_.path(), arguments({"a.txt"}));
  EXPECT_EQ(terminal.finish(), 2);
  EXPECT_NE(terminal.shown().find("read-only"), std::string::npos) << terminal.shown();
}

TEST_F(ReviewTerminal, NeedsATerminal) {
  const test::Outcome outcome = test::shell(folder_.path(), "careportal-lint --no-default-rules --rules small.json --review a.txt");
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_NE(outcome.err.find("needs a terminal"), std::string::npos) << outcome.err;
  EXPECT_EQ(read("a.txt"), kDraft);
}

TEST_F(ReviewTerminal, GoesWithNoOtherWayOfWriting) {
  for (const char* other : {"--fix", "--diff", "--unsafe-fixes", "--format json", "--output report.txt", "--redact always"}) {
    const test::Outcome outcome = test::shell(folder_.path(), std::string("careportal-lint --review a.txt ") + other);
    EXPECT_EQ(outcome.exit_code, 2) << other;
    EXPECT_NE(outcome.err.find("--review goes without"), std::string::npos) << outcome.err;
  }
}

TEST_F(ReviewTerminal, NeedsADraft) {
  for (const std::vector<std::string>& paths : {std::vector<std::string>{}, {"-"}, {"missing.txt"}}) {
    Terminal terminal(folder_.path(), arguments(paths));
    EXPECT_EQ(terminal.finish(), 2);
    EXPECT_TRUE(terminal.shown().starts_with("careportal-lint: ")) << terminal.shown();
  }
}

}  // namespace
}  // namespace careportal_lint
