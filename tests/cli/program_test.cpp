// The built program as a process: options, exit codes, files, streams. A small pack keeps the runs short.
#include <gtest/gtest.h>

#include "support/files.h"
#include "support/process.h"

namespace careportal_lint {
namespace {

using test::Outcome;

constexpr const char* kPack = R"json({"pack": "small", "category": "cash", "source": "a test", "rules": [
  {"id": "cash", "kind": "pattern", "severity": "error", "message": "Cash cannot be requested.", "why": "Partners give goods.",
   "patterns": ["cash"], "suggest": ["help"],
   "examples": {"flag": ["Some [[cash]] helps."], "allow": ["A cashier works."]}},
  {"id": "money", "kind": "pattern", "severity": "warning", "message": "Name what is needed.", "patterns": ["money"]},
  {"id": "tip", "kind": "pattern", "severity": "info", "message": "Think about it.", "patterns": ["tip"]},
  {"id": "confidentiality/phone-number", "kind": "pattern", "severity": "error", "message": "Take out {match}.",
   "patterns": ["\\d{3}-\\d{3}-\\d{4}"]}]}
)json";

class Program : public testing::Test {
 protected:
  void SetUp() override {
    folder_.write("small.json", kPack);
    folder_.write("clean.txt", "A bed, please.\n");
    folder_.write("error.txt", "Some cash helps.\n");
    folder_.write("warning.txt", "Some money helps.\n");
    folder_.write("info.txt", "A tip helps.\n");
  }

  // Runs with the small pack only.
  Outcome run(const std::string& arguments) const { return shell("careportal-lint --no-default-rules --rules small.json " + arguments); }
  Outcome shell(const std::string& command) const { return test::shell(folder_.path(), command); }
  void write(const std::string& name, const std::string& bytes) const { folder_.write(name, bytes); }
  [[nodiscard]] std::string read(const std::string& name) const { return test::read(folder_.path() / name); }
  [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }

 private:
  test::TempFolder folder_;
};

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// ---- exit codes

TEST_F(Program, ExitCodesFollowFailOn) {
  struct Row {
    const char* arguments;
    int code;
  };
  const Row rows[] = {
      {"clean.txt", 0},
      {"info.txt", 0},
      {"warning.txt", 1},
      {"error.txt", 1},
      {"--fail-on error warning.txt", 0},
      {"--fail-on error error.txt", 1},
      {"--fail-on info info.txt", 1},
      {"--fail-on never error.txt", 0},
      {"--fail-on=never error.txt", 0},
      {"missing.txt", 2},
      {"--fail-on never missing.txt", 2},
      {"error.txt missing.txt", 2},
  };
  for (const Row& row : rows) EXPECT_EQ(run(row.arguments).exit_code, row.code) << row.arguments;
}

TEST_F(Program, HelpShowsExamplesAndExitCodes) {
  const Outcome help = shell("careportal-lint --help");
  EXPECT_EQ(help.exit_code, 0);
  for (const char* part : {"Examples:", "Exit codes:", "--fail-on", "--format", "--rules", "--explain"})
    EXPECT_TRUE(holds(help.out, part)) << part;
  EXPECT_EQ(help.err, "");
}

TEST_F(Program, VersionIsPrinted) {
  const Outcome version = shell("careportal-lint --version");
  EXPECT_EQ(version.exit_code, 0);
  EXPECT_TRUE(version.out.starts_with("careportal-lint ")) << version.out;
}

TEST_F(Program, UsageErrorsAreExit2WithAHint) {
  struct Row {
    const char* command;
    const char* hint;
  };
  const Row rows[] = {
      {"careportal-lint --fromat json clean.txt", "did you mean '--format'?"},
      {"careportal-lint --format yaml clean.txt", "json"},
      {"careportal-lint --fail-on fatal clean.txt", "fail-on"},
      {"careportal-lint --no-default-rules clean.txt", "--rules"},
      {"careportal-lint --no-default-rules --rules small.json --select cash/cahs clean.txt", "did you mean 'cash/cash'?"},
      {"careportal-lint --no-default-rules --rules small.json --ignore mony clean.txt", "did you mean 'cash/money'?"},
      {"careportal-lint --no-default-rules --rules small.json --explain cash/mony", "did you mean 'cash/money'?"},
      {"careportal-lint --no-default-rules --rules none.json clean.txt", "none.json"},
      {"careportal-lint --jobs many clean.txt", "jobs"},
      {"careportal-lint < /dev/null", "no draft given"},
  };
  for (const Row& row : rows) {
    const Outcome outcome = shell(row.command);
    EXPECT_EQ(outcome.exit_code, 2) << row.command;
    EXPECT_TRUE(holds(outcome.err, row.hint)) << row.command << "\n" << outcome.err;
    EXPECT_EQ(outcome.out, "") << row.command;
  }
}

TEST_F(Program, ABrokenPackIsExit2WithItsPlace) {
  write("bad.json", "{\"pack\": \"bad\",\n\"rules\": [{\"id\": \"x/y\", \"knd\": \"pattern\", \"message\": \"m\"}]}");
  const Outcome outcome = shell("careportal-lint --rules bad.json clean.txt");
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_TRUE(holds(outcome.err, "bad.json:2: /rules/0/knd: unknown key 'knd', did you mean 'kind'?")) << outcome.err;
}

// ---- inputs

TEST_F(Program, SeveralPathsAreReportedInTheirOrder) {
  const Outcome outcome = run("--format compact warning.txt error.txt clean.txt");
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.out,
            "warning.txt:1:6: warning: Name what is needed. [cash/money]\n"
            "error.txt:1:6: error: Cash cannot be requested. [cash/cash]\n");
}

TEST_F(Program, AMissingFileDoesNotKeepTheOthersFromBeingChecked) {
  const Outcome outcome = run("--format json missing.txt error.txt");
  EXPECT_EQ(outcome.exit_code, 2);
  const auto report = nlohmann::json::parse(outcome.out);
  ASSERT_EQ(report["files"].size(), 2U);
  EXPECT_TRUE(holds(report["files"][0]["error"].get<std::string>(), "missing.txt"));
  EXPECT_EQ(report["files"][1]["diagnostics"].size(), 1U);
  EXPECT_TRUE(holds(outcome.err, "missing.txt"));
}

TEST_F(Program, FoldersAreWalkedInOrderWithoutHiddenFiles) {
  write("drafts/b.txt", "cash");
  write("drafts/a.txt", "cash");
  write("drafts/sub/c.txt", "cash");
  write("drafts/.hidden.txt", "cash");
  write("drafts/.git/d.txt", "cash");
  std::filesystem::create_directory_symlink("..", path() / "drafts/sub/loop");
  const Outcome outcome = run("--format compact --verbose drafts");
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.out,
            "drafts/a.txt:1:1: error: Cash cannot be requested. [cash/cash]\n"
            "drafts/b.txt:1:1: error: Cash cannot be requested. [cash/cash]\n"
            "drafts/sub/c.txt:1:1: error: Cash cannot be requested. [cash/cash]\n");
  EXPECT_TRUE(holds(outcome.err, ".hidden.txt")) << outcome.err;
  EXPECT_TRUE(holds(outcome.err, "loop")) << outcome.err;
  EXPECT_EQ(run("--format compact drafts").err, "");
}

TEST_F(Program, AFolderWithoutDraftsIsAnError) {
  std::filesystem::create_directory(path() / "empty");
  EXPECT_EQ(run("empty").exit_code, 2);
}

TEST_F(Program, BinaryFilesAreErrorsWhenNamedAndSkippedInFolders) {
  write("drafts/scan.pdf", std::string("%PDF\0\1\2", 7));
  write("drafts/a.txt", "A bed.");
  const Outcome named = run("drafts/scan.pdf");
  EXPECT_EQ(named.exit_code, 2);
  EXPECT_TRUE(holds(named.out + named.err, "plain text")) << named.out << named.err;
  const Outcome walked = run("--format json --verbose drafts");
  EXPECT_EQ(walked.exit_code, 0) << walked.out << walked.err;
  EXPECT_EQ(nlohmann::json::parse(walked.out)["files"].size(), 1U);
  EXPECT_TRUE(holds(walked.err, "scan.pdf")) << walked.err;
}

TEST_F(Program, AnUnreadableFileIsAnError) {
  // a folder that cannot be opened as a file, whoever runs the test
  write("rules.d/x.json", kPack);
  EXPECT_EQ(shell("careportal-lint --no-default-rules --rules rules.d clean.txt").exit_code, 0);
  EXPECT_EQ(run("clean.txt/x").exit_code, 2);
}

TEST_F(Program, StandardInputHasANameOfItsOwn) {
  const Outcome piped = shell("printf 'Some cash.' | careportal-lint --no-default-rules --rules small.json --format compact -");
  EXPECT_EQ(piped.exit_code, 1);
  EXPECT_EQ(piped.out, "<stdin>:1:6: error: Cash cannot be requested. [cash/cash]\n");
  const Outcome named =
      shell("printf 'Some cash.' | careportal-lint --no-default-rules --rules small.json --format compact --stdin-filename my.txt -");
  EXPECT_EQ(named.out, "my.txt:1:6: error: Cash cannot be requested. [cash/cash]\n");
}

TEST_F(Program, AnEmptyFileIsReadAndToldToBeTooShort) {
  write("empty.txt", "");
  const Outcome outcome = run("--format json empty.txt");
  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_TRUE(nlohmann::json::parse(outcome.out)["files"][0]["diagnostics"].empty());
  EXPECT_EQ(shell("careportal-lint empty.txt").exit_code, 1) << "with the packs of the program: nothing is no good draft";
}

// ---- output

TEST_F(Program, OutputGoesToAFile) {
  const Outcome outcome = run("--format compact --output report.txt error.txt");
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(read("report.txt"), "error.txt:1:6: error: Cash cannot be requested. [cash/cash]\n");
  EXPECT_EQ(run("--output no/such/folder/report.txt error.txt").exit_code, 2);
  for (const auto& entry : std::filesystem::directory_iterator(path()))
    EXPECT_FALSE(holds(entry.path().filename().string(), ".tmp")) << entry.path();
}

TEST_F(Program, OutputReplacesTheFileBehindALinkAndKeepsItsMode) {
  write("report.txt", "old");
  std::filesystem::permissions(path() / "report.txt", std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  std::filesystem::create_symlink("report.txt", path() / "link.txt");
  EXPECT_EQ(run("--format compact --output link.txt error.txt").exit_code, 1);
  EXPECT_TRUE(std::filesystem::is_symlink(path() / "link.txt"));
  EXPECT_TRUE(holds(read("report.txt"), "[cash/cash]"));
  EXPECT_EQ(std::filesystem::status(path() / "report.txt").permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(Program, OutputToADeviceWritesToIt) {
  EXPECT_EQ(run("--format compact --output /dev/stdout error.txt").out, "error.txt:1:6: error: Cash cannot be requested. [cash/cash]\n");
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
  EXPECT_EQ(run("--output /dev/null error.txt").exit_code, 1);
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
  if (std::filesystem::exists("/dev/full")) {
    EXPECT_EQ(run("--output /dev/full error.txt").exit_code, 2);
  }
}

TEST_F(Program, ParallelEqualsSerial) {
  for (int i = 0; i < 60; ++i)
    write("many/" + std::to_string(i) + ".txt",
          std::string(static_cast<std::size_t>(i % 7), '\n') + "cash and money, 317-555-01" + std::to_string(10 + i));
  write("many/scan.bin", std::string("\0\0", 2));
  for (const char* format : {"text", "compact", "json", "jsonl"}) {
    const std::string arguments = "--verbose --stats --format " + std::string(format) + " many missing.txt error.txt";
    const Outcome serial = run("--jobs 1 " + arguments);
    const Outcome parallel = run("--jobs 4 " + arguments);
    EXPECT_EQ(serial.out, parallel.out) << format;
    EXPECT_EQ(serial.err, parallel.err) << format;
    EXPECT_EQ(serial.exit_code, parallel.exit_code) << format;
    EXPECT_TRUE(holds(serial.out, "59.txt")) << format;
  }
}

TEST_F(Program, RedactionMasksConfidentialWords) {
  write("secret.txt", "Call 317-555-0123 or pay cash.\n");
  for (const char* format : {"text", "compact", "json", "jsonl"}) {
    const std::string arguments = " --format " + std::string(format) + " secret.txt";
    EXPECT_TRUE(holds(run(arguments).out, "317-555-0123")) << format;
    const Outcome masked = run("--redact always" + arguments);
    EXPECT_FALSE(holds(masked.out + masked.err, "555")) << format << "\n" << masked.out;
    EXPECT_TRUE(holds(masked.out, "cash")) << format;
    EXPECT_EQ(masked.exit_code, 1);
  }
}

TEST_F(Program, AClosedPipeIsNoError) {
  for (int i = 0; i < 200; ++i) write("many/" + std::to_string(i) + ".txt", std::string(2000, 'x') + " cash");
  const Outcome outcome = shell("{ careportal-lint --no-default-rules --rules small.json many; echo \"code $?\" >&2; } | head -1");
  EXPECT_TRUE(holds(outcome.err, "code 1")) << outcome.err;
  EXPECT_FALSE(holds(outcome.err, "rror")) << outcome.err;
  EXPECT_EQ(outcome.exit_code, 0);
}

TEST_F(Program, AFullDeviceIsAnError) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "no /dev/full here";
  for (const char* arguments :
       {"error.txt", "clean.txt", "--format json error.txt", "--list-rules", "--explain cash/cash", "--test-rules small.json"}) {
    const Outcome outcome = run(std::string(arguments) + " > /dev/full");
    EXPECT_EQ(outcome.exit_code, 2) << arguments;
    EXPECT_TRUE(holds(outcome.err, "cannot write")) << arguments << "\n" << outcome.err;
  }
  EXPECT_EQ(shell("careportal-lint --help > /dev/full").exit_code, 2);
}

TEST_F(Program, ColorIsForTerminalsAndOnRequest) {
  const std::string escape = "\x1b[";
  EXPECT_FALSE(holds(run("error.txt").out, escape));
  EXPECT_TRUE(holds(run("--color always error.txt").out, escape));
  EXPECT_FALSE(holds(run("--color never error.txt").out, escape));
  const std::string command = "careportal-lint --no-default-rules --rules small.json error.txt";
  EXPECT_TRUE(holds(shell("CLICOLOR_FORCE=1; export CLICOLOR_FORCE; " + command).out, escape));
  EXPECT_FALSE(holds(shell("CLICOLOR_FORCE=0; export CLICOLOR_FORCE; " + command).out, escape));
  EXPECT_FALSE(holds(shell("NO_COLOR=1 CLICOLOR_FORCE=1; export NO_COLOR CLICOLOR_FORCE; " + command).out, escape));
  EXPECT_TRUE(holds(shell("NO_COLOR=1; export NO_COLOR; " + command + " --color always").out, escape)) << "an option beats the environment";
}

TEST_F(Program, ControlCharactersAreShownEscaped) {
  write("odd.txt", "cash \x1b[31mred\x07\n");
  const Outcome outcome = run("odd.txt");
  EXPECT_FALSE(holds(outcome.out, "\x1b")) << outcome.out;
  EXPECT_TRUE(holds(outcome.out, "\\x1B")) << outcome.out;
}

TEST_F(Program, QuietLeavesOutTheSummary) {
  EXPECT_TRUE(holds(run("clean.txt").out, "nothing to change"));
  EXPECT_EQ(run("--quiet clean.txt").out, "");
}

TEST_F(Program, StatsCountTheFindingsOnStandardError) {
  write("three.txt", "cash cash money");
  const Outcome outcome = run("--stats --quiet --format compact three.txt");
  EXPECT_TRUE(holds(outcome.err, "2\tcash/cash\n1\tcash/money\n")) << outcome.err;
}

// ---- rules

TEST_F(Program, SelectAndIgnore) {
  write("both.txt", "cash and money");
  EXPECT_FALSE(holds(run("--select cash/money --format compact both.txt").out, "[cash/cash]"));
  EXPECT_FALSE(holds(run("--ignore cash/cash --format compact both.txt").out, "[cash/cash]"));
  EXPECT_EQ(run("--ignore 'cash/*' both.txt").exit_code, 0);
  EXPECT_EQ(run("--ignore cash/cash,cash/money both.txt").exit_code, 0);
}

TEST_F(Program, ListsAndExplainsRules) {
  const Outcome list = run("--list-rules");
  EXPECT_EQ(list.exit_code, 0);
  EXPECT_EQ(std::count(list.out.begin(), list.out.end(), '\n'), 4);
  EXPECT_TRUE(holds(list.out, "cash/cash"));
  EXPECT_TRUE(holds(list.out, "error"));
  const Outcome explained = run("--explain cash/cash");
  EXPECT_EQ(explained.exit_code, 0);
  for (const char* part :
       {"cash/cash (error)", "Cash cannot be requested.", "Partners give goods.", "a test", "Some [cash] helps.", "A cashier works."}) {
    EXPECT_TRUE(holds(explained.out, part)) << part << "\n" << explained.out;
  }
}

TEST_F(Program, TestRulesRunsTheExamples) {
  const Outcome good = run("--test-rules small.json");
  EXPECT_EQ(good.exit_code, 0) << good.out << good.err;
  EXPECT_TRUE(holds(good.out, "2 examples checked, 0 failed")) << good.out;
  EXPECT_EQ(run("--test-rules").exit_code, 0) << "without a path: all packs that are loaded";
  write("bad.json",
        R"json({"pack": "bad", "category": "ours", "rules": [{"id": "x", "kind": "pattern", "message": "m", "patterns": ["cash"],
    "examples": {"flag": ["some [[money]]"], "allow": ["cash"]}}]})json");
  const Outcome bad = shell("careportal-lint --no-default-rules --rules small.json --test-rules bad.json");
  EXPECT_EQ(bad.exit_code, 1) << bad.out << bad.err;
  EXPECT_TRUE(holds(bad.out, "ours/x")) << bad.out;
  EXPECT_TRUE(holds(bad.out, "2 failed")) << bad.out;
  write("none.json",
        R"json({"pack": "none", "category": "ours", "rules": [{"id": "y", "kind": "pattern", "message": "m", "patterns": ["cash"]}]})json");
  EXPECT_EQ(shell("careportal-lint --no-default-rules --test-rules none.json").exit_code, 2) << "nothing to run is no success";
}

}  // namespace
}  // namespace careportal_lint
