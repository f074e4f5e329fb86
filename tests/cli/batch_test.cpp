// Several worker processes over one stream, as docs/batch.md shows it.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/files.h"
#include "support/process.h"

namespace careportal_lint {
namespace {

using nlohmann::json;
using test::Outcome;

class Batch : public testing::Test {
 protected:
  void SetUp() override {
    folder_.write("small.json", R"json({"pack": "small", "category": "cash", "rules": [
      {"id": "cash", "kind": "pattern", "severity": "error", "message": "Cash cannot be requested.", "patterns": ["cash"]}]})json");
    std::string input;
    for (int i = 0; i < 1500; ++i) {
      const std::string filler(static_cast<std::size_t>(i * 31 % 200), 'x');
      input +=
          json{{"id", {{"request", i}}}, {"text", filler + "\n" + (i % 5 == 0 ? "Some cash" : "A bed") + ", na\u00EFve\t\"\u201C"}}.dump() +
          "\n";
    }
    folder_.write("drafts.jsonl", input);
  }

  // The program by its path: other programs start it.
  Outcome shell(const std::string& command) const {
    return test::shell(folder_.path(), "HOME=$PWD; export HOME\nlint=\"" CAREPORTAL_LINT_PROGRAM
                                       " --no-default-rules --rules $PWD/small.json --stdin-format jsonl --format jsonl\"\n" +
                                           command);
  }

  test::TempFolder folder_;
};

TEST_F(Batch, GnuParallelOverSeveralProcessesEqualsOne) {
  if (shell("parallel --version | grep -q GNU").exit_code != 0)
    GTEST_SKIP() << "GNU parallel is not installed (Debian package: parallel); several worker processes were not tried";
  const Outcome one = shell("$lint < drafts.jsonl");
  ASSERT_EQ(one.exit_code, 1);
  ASSERT_EQ(std::count(one.out.begin(), one.out.end(), '\n'), 1500);
  for (const char* split : {"--pipe -k --block 20k < drafts.jsonl", "--pipe-part -k -a drafts.jsonl --block 30k"}) {
    const std::string arguments(split);
    const std::size_t input = arguments.find(" <");
    const std::string options = arguments.substr(0, input);
    const std::string redirect = input == std::string::npos ? "" : arguments.substr(input);
    const Outcome many = shell("parallel -j 3 --joblog log " + options + " $lint --fail-on never" + redirect);
    EXPECT_EQ(many.exit_code, 0) << split << "\n" << many.err;
    EXPECT_EQ(many.out, one.out) << split;
    const std::string log = test::read(folder_.path() / "log");
    EXPECT_GE(std::count(log.begin(), log.end(), '\n'), 1 + 3) << "a head line and a line for each process\n" << log;
  }
  EXPECT_GT(shell("parallel -j 3 --pipe -k --block 20k $lint < drafts.jsonl").exit_code, 0) << "findings are told by the exit code";
}

TEST_F(Batch, BlocksOfLinesTogetherGiveTheReportOfTheWhole) {
  const Outcome one = shell("$lint < drafts.jsonl");
  const Outcome blocks = shell("split -n l/4 drafts.jsonl part. && for part in part.*; do $lint < $part; done");
  EXPECT_EQ(blocks.out, one.out);
}

}  // namespace
}  // namespace careportal_lint
