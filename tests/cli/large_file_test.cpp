// Files that are checked in pieces, as a process.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "careportal_lint/linter.h"
#include "cli/check_files.h"
#include "support/files.h"
#include "support/json_schema.h"
#include "support/process.h"

namespace careportal_lint {
namespace {

using nlohmann::json;
using test::Outcome;

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

class LargeFile : public testing::Test {
 protected:
  void SetUp() override {
    folder_.write("small.json", R"json({"pack": "small", "category": "cash", "rules": [
      {"id": "cash", "kind": "pattern", "severity": "error", "message": "Cash cannot be requested.", "patterns": ["cash"]},
      {"id": "late", "kind": "pattern", "severity": "warning", "message": "Not with an end.", "patterns": ["begin"],
       "when": [{"same": "draft", "patterns": ["the end"]}]},
      {"id": "missing", "kind": "requirement", "severity": "warning", "message": "Tell a strength.", "needs": [{"patterns": ["kind and brave"]}]}]})json");
    // a wide paragraph keeps the number of words small
    for (std::size_t i = 0; text_.size() < kLargeDraft + 100'000; ++i) {
      text_ += (i % 60 == 0 ? "Some cash, n\u00EF" + std::to_string(i) + ":\n" : std::string()) + std::string(3000, '-') + "\n\n";
    }
    text_ = "begin\n\n" + text_ + "the end\n";
    folder_.write("large.txt", text_);
    folder_.write("error.txt", "cash");
  }

  Outcome run(const std::string& arguments) const {
    return test::shell(folder_.path(), "careportal-lint --no-default-rules --rules small.json " + arguments);
  }

  std::string text_;
  test::TempFolder folder_;
};

TEST_F(LargeFile, FindingsAreThoseOfTheWholeFile) {
  const Outcome outcome = run("--format json large.txt error.txt");
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(test::schema_problems(outcome.out), "");
  const json report = json::parse(outcome.out);
  EXPECT_EQ(report["summary"]["files"], 2);
  ASSERT_EQ(report["files"].size(), 2U);
  const json& findings = report["files"][0]["diagnostics"];
  ASSERT_GT(findings.size(), 4U);
  EXPECT_EQ(findings[0]["rule"], "cash/missing");
  EXPECT_EQ(findings[0]["end"]["offset"], 0);
  EXPECT_EQ(findings[1]["rule"], "cash/late") << "the end is in another piece";
  std::size_t at = 0;
  for (std::size_t i = 2; i < findings.size(); ++i) {
    at = text_.find("Some cash", at + 1);
    ASSERT_NE(at, std::string::npos);
    EXPECT_EQ(findings[i]["rule"], "cash/cash");
    EXPECT_EQ(findings[i]["start"]["offset"], at + 5);
    EXPECT_EQ(findings[i]["start"]["line"], 1 + std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    EXPECT_EQ(findings[i]["start"]["column"], 6);
    EXPECT_EQ(findings[i]["text"], "cash");
  }
  EXPECT_EQ(text_.find("Some cash", at + 1), std::string::npos) << "all are found";

  // standard input is held in memory, and its report, too
  const Outcome piped = run("--format json --stdin-filename large.txt - error.txt < large.txt");
  EXPECT_EQ(piped.out, outcome.out);
  folder_.write("line.jsonl", json{{"text", text_}}.dump());
  const Outcome line = run("--format jsonl --stdin-format jsonl --stdin-filename large.txt - < line.jsonl");
  EXPECT_EQ(line.out, run("--format jsonl large.txt").out);
  EXPECT_EQ(json::parse(line.out)["diagnostics"], findings);
}

TEST_F(LargeFile, FormatsJobsOutputAndProgress) {
  for (const char* format : {"text", "compact", "json", "jsonl"}) {
    const std::string arguments = "--format " + std::string(format) + " error.txt large.txt error.txt";
    const Outcome serial = run(arguments);
    EXPECT_EQ(serial.exit_code, 1);
    EXPECT_EQ(serial.err, "");
    const Outcome progress = run("--jobs 3 --progress always --output report " + arguments);
    EXPECT_EQ(progress.out, "");
    EXPECT_EQ(test::read(folder_.path() / "report"), serial.out);
    EXPECT_TRUE(holds(progress.err, "\r3/3 drafts")) << progress.err;
  }
  EXPECT_TRUE(holds(run("error.txt large.txt").out, "2 drafts checked"));
}

TEST_F(LargeFile, OtherEncodingsAndBinaryFiles) {
  std::string utf16 = "\xFF\xFE";
  std::string latin;
  for (std::size_t pos = 0; pos < text_.size(); ++pos) {
    const bool accent = text_[pos] == '\xC3';
    if (accent) ++pos;
    const char unit = accent ? '\xEF' : text_[pos];
    utf16 += {unit, '\0'};
    latin += unit;
  }
  const json expected = json::parse(run("--format jsonl large.txt").out);
  for (const std::string& bytes : {utf16, latin, "\xEF\xBB\xBF" + text_}) {
    folder_.write("large.txt", bytes);
    EXPECT_EQ(json::parse(run("--format jsonl large.txt").out), expected);
  }
  folder_.write("drafts/a.txt", "A bed, kind and brave.");
  folder_.write("drafts/scan.bin", std::string(kLargeDraft + 1, '\0'));
  const Outcome walked = run("--format json --verbose drafts");
  EXPECT_EQ(walked.exit_code, 0) << walked.err;
  EXPECT_EQ(json::parse(walked.out)["files"].size(), 1U);
  EXPECT_TRUE(holds(walked.err, "skipped drafts/scan.bin")) << walked.err;
  const Outcome named = run("--format json drafts/scan.bin error.txt");
  EXPECT_EQ(named.exit_code, 2);
  EXPECT_EQ(test::schema_problems(named.out), "");
  EXPECT_TRUE(holds(json::parse(named.out)["files"][0].value("error", ""), "binary file"));
  EXPECT_EQ(json::parse(named.out)["files"][1]["diagnostics"].size(), 2U);
}

TEST_F(LargeFile, WhatIsTooLargeIsAnErrorWithARemedy) {
  folder_.write("huge.txt", std::string(cli::kLargestFix + 1, '\n'));
  for (const char* option : {"--fix", "--diff"}) {
    const Outcome outcome = run(std::string(option) + " huge.txt");
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_TRUE(holds(outcome.out + outcome.err, "huge.txt: larger than 16 MB")) << outcome.out << outcome.err;
  }
  EXPECT_EQ(test::read(folder_.path() / "huge.txt").size(), cli::kLargestFix + 1);
  const Outcome piped = run("- < /dev/zero");
  EXPECT_EQ(piped.exit_code, 2);
  EXPECT_TRUE(holds(piped.out + piped.err, "more than 64 MB on standard input")) << piped.out << piped.err;
  const Outcome folder = run("- < .");
  EXPECT_EQ(folder.exit_code, 2);
  EXPECT_TRUE(holds(folder.out + folder.err, "cannot read standard input")) << folder.out << folder.err;
}

}  // namespace
}  // namespace careportal_lint
