// --stdin-format jsonl: a draft a line in, an answer a line out.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/draft_lines.h"
#include "support/files.h"
#include "support/json_schema.h"
#include "support/peer.h"
#include "support/process.h"

namespace careportal_lint {
namespace {

using nlohmann::json;
using test::Outcome;

constexpr const char* kPack = R"json({"pack": "small", "category": "cash", "rules": [
  {"id": "cash", "kind": "pattern", "severity": "error", "message": "Cash cannot be requested.", "patterns": ["cash"]},
  {"id": "tip", "kind": "pattern", "severity": "info", "message": "Think about it.", "patterns": ["tip"]},
  {"id": "confidentiality/phone-number", "kind": "pattern", "severity": "error", "message": "Take out {match}.",
   "patterns": ["\\d{3}-\\d{3}-\\d{4}"]}]})json";

class Stream : public testing::Test {
 protected:
  void SetUp() override { folder_.write("small.json", kPack); }

  // Runs the program with `input` on its standard input.
  Outcome run(const std::string& input, const std::string& arguments = "-") const {
    folder_.write("in.jsonl", input);
    return shell("careportal-lint --no-default-rules --rules small.json --stdin-format jsonl --format jsonl " + arguments + " < in.jsonl");
  }
  Outcome shell(const std::string& command) const { return test::shell(folder_.path(), command); }

  // The answers; each must fit the schema.
  static std::vector<json> answers(const std::string& out) {
    std::vector<json> found;
    std::istringstream lines(out);
    for (std::string line; std::getline(lines, line);) {
      EXPECT_EQ(test::schema_problems(line, "file"), "") << line;
      found.push_back(json::parse(line));
    }
    EXPECT_TRUE(out.empty() || out.ends_with("\n"));
    return found;
  }

  [[nodiscard]] std::vector<std::string> arguments(const std::vector<std::string>& more) const {
    std::vector<std::string> all = {"--no-default-rules", "--rules", (folder_.path() / "small.json").string(), "--stdin-format", "jsonl",
                                    "--format",           "jsonl"};
    all.insert(all.end(), more.begin(), more.end());
    return all;
  }

  test::TempFolder folder_;
};

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_F(Stream, EveryLineGetsItsAnswerInOrder) {
  std::string input;
  for (int i = 0; i < 700; ++i) {
    const std::string filler(static_cast<std::size_t>(i * 37 % 400), 'x');
    input += json{{"id", i}, {"text", filler + (i % 3 == 0 ? " cash" : " bed")}}.dump() + "\n";
  }
  const Outcome serial = run(input);
  EXPECT_EQ(serial.exit_code, 1);
  EXPECT_EQ(serial.err, "");
  const std::vector<json> found = answers(serial.out);
  ASSERT_EQ(found.size(), 700U);
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_EQ(found[i]["id"], i);
    EXPECT_EQ(found[i]["path"], "<stdin>");
    EXPECT_FALSE(found[i].contains("line"));
    ASSERT_EQ(found[i]["diagnostics"].size(), i % 3 == 0 ? 1U : 0U) << i;
    if (i % 3 == 0) {
      EXPECT_EQ(found[i]["diagnostics"][0]["start"]["offset"], i * 37 % 400 + 1);
    }
  }
  for (const char* jobs : {"--jobs 4", "--jobs 2 --stdin-filename '<stdin>' -", "--jobs 0"}) {
    const Outcome parallel = run(input, jobs);
    EXPECT_EQ(parallel.out, serial.out) << jobs;
    EXPECT_EQ(parallel.exit_code, 1) << jobs;
  }
}

TEST_F(Stream, TheAnswerIsThatOfAFile) {
  const std::string text = "Some cash,\r\n\tna\u00EFve \U0001F600 tip.\n\nCall 317-555-0123.";
  folder_.write("draft.txt", text);
  json file = json::parse(shell("careportal-lint --no-default-rules --rules small.json --format jsonl draft.txt").out);
  json line = json::parse(run(json{{"text", text}}.dump() + "\n", "--stdin-filename draft.txt").out);
  EXPECT_EQ(line, file) << "without an id there is none in the answer";
  EXPECT_EQ(file["diagnostics"].size(), 3U);
}

TEST_F(Stream, APeerMayWaitForEachAnswer) {
  for (const char* jobs : {"1", "3"}) {
    test::Peer peer(arguments({"--jobs", jobs}));
    for (int i = 0; i < 20; ++i) {
      peer.write(json{{"id", i}, {"text", "Some cash."}}.dump() + "\n");
      const std::optional<std::string> answer = peer.read_line();
      ASSERT_TRUE(answer) << i;
      EXPECT_EQ(json::parse(*answer)["id"], i);
    }
    // half of the next line does not hold back the answer before it
    peer.write("{\"id\":\"whole\",\"text\":\"A bed.\"}\n{\"id\":\"half\",");
    std::optional<std::string> answer = peer.read_line();
    ASSERT_TRUE(answer);
    EXPECT_EQ(json::parse(*answer)["id"], "whole");
    peer.write("\"text\":\"A bed.\"}");
    peer.close_input();
    answer = peer.read_line();
    ASSERT_TRUE(answer) << "the last line needs no end";
    EXPECT_EQ(json::parse(*answer)["id"], "half");
    EXPECT_EQ(peer.finish(), 1);
    EXPECT_EQ(peer.errors(), "");
  }
}

TEST_F(Stream, BadLinesAreAnsweredAndTheRestGoesOn) {
  struct Row {
    std::string line;
    std::string error;
    json id;  // null: none
  };
  const Row rows[] = {
      {"secret 317-555-0123", "no valid JSON", nullptr},
      {R"({"id":1,"text":"half)", "no valid JSON", 1},
      {R"({"id":"2","text":"a"} more)", "no valid JSON", "2"},
      {R"({"id":[3,{"a":)", "no valid JSON", nullptr},
      {R"(["text"])", "no JSON object", nullptr},
      {R"("text")", "no JSON object", nullptr},
      {"17", "no JSON object", nullptr},
      {R"({"id":4})", "there is no \"text\"", 4},
      {R"({"id":5,"text":null})", "\"text\" is no string", 5},
      {R"({"text":{"text":"a"},"id":6})", "\"text\" is no string", 6},
      {R"({"id":7,"draft":{"text":"a"}})", "there is no \"text\"", 7},
      {R"({"id":8,"text":"a\u0000b"})", "zero byte", 8},
      {"{\"id\":9,\"text\":\"\xFF\"}", "no valid JSON", 9},
      {R"({"id":10,"text":"\ud800"})", "no valid JSON", 10},
      {R"({"id":11,"text":"\u0001\u0002\u0003"})", "binary", 11},
  };
  std::string input;
  for (const Row& row : rows) input += row.line + "\n" + R"({"id":"good","text":"A bed."})" + "\n";
  for (const char* jobs : {"--jobs 1", "--jobs 3"}) {
    const Outcome outcome = run(input, jobs);
    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_TRUE(holds(outcome.err, "15 of 30 lines")) << outcome.err;
    EXPECT_FALSE(holds(outcome.out + outcome.err, "555")) << "nothing of a bad line is quoted";
    const std::vector<json> found = answers(outcome.out);
    ASSERT_EQ(found.size(), 2 * std::size(rows));
    for (std::size_t i = 0; i < std::size(rows); ++i) {
      const json& bad = found[2 * i];
      EXPECT_TRUE(holds(bad.value("error", ""), rows[i].error)) << bad;
      EXPECT_TRUE(holds(bad.value("error", ""), "<stdin>:" + std::to_string(2 * i + 1) + ": ")) << bad;
      EXPECT_EQ(bad["line"], 2 * i + 1);
      EXPECT_EQ(bad.contains("id"), !rows[i].id.is_null()) << bad;
      if (bad.contains("id")) {
        EXPECT_EQ(bad["id"], rows[i].id);
      }
      EXPECT_FALSE(found[2 * i + 1].contains("error"));
      EXPECT_EQ(found[2 * i + 1]["id"], "good");
    }
  }
}

TEST_F(Stream, AnIdIsAnyJsonValue) {
  const std::string ids[] = {"null",
                             "true",
                             "false",
                             "0",
                             "-12",
                             "18446744073709551615",
                             "123456789012345678901234567890",
                             "0.10",
                             "1E+2",
                             R"("")",
                             R"("a\"b\\c\n\u00e9")",
                             "[]",
                             "{}",
                             R"([1,[],{"a":[2,{}],"b,":"[:"},"x"])",
                             R"({"a":null,"b":{"c":[1.50,-3]},"text":"inner"})"};
  std::string input;
  for (const std::string& id : ids) input += "{\"text\":\"A bed.\",\"more\":[{\"id\":9}],\"id\":" + id + ",\"x\":1}\n";
  const Outcome outcome = run(input);
  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  const std::vector<json> found = answers(outcome.out);
  ASSERT_EQ(found.size(), std::size(ids));
  for (std::size_t i = 0; i < std::size(ids); ++i) EXPECT_EQ(found[i].at("id"), json::parse(ids[i]));
  for (const char* exact : {"\"id\":123456789012345678901234567890,", "\"id\":0.10,", "\"id\":1E+2,", "\"id\":null,"})
    EXPECT_TRUE(holds(outcome.out, exact)) << exact;
  EXPECT_EQ(json::parse(run(R"({"id":1,"id":2,"text":3,"text":"last"})").out).at("id"), 2);
}

TEST_F(Stream, ALineThatIsTooLongIsPassedOver) {
  const std::string longest = json{{"id", 1}, {"text", std::string(cli::kLongestLine - 18, ' ')}}.dump();
  ASSERT_EQ(longest.size(), cli::kLongestLine);
  const Outcome outcome = run(longest + "\n" + longest + " \n" + R"({"id":3,"text":"cash"})" + "\n" + longest + "x");
  EXPECT_EQ(outcome.exit_code, 2);
  const std::vector<json> found = answers(outcome.out);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_FALSE(found[0].contains("error"));
  for (const std::size_t bad : {1U, 3U}) {
    EXPECT_TRUE(holds(found[bad].value("error", ""), "longer than 16 MB")) << found[bad];
    EXPECT_EQ(found[bad]["line"], bad + 1);
  }
  EXPECT_EQ(found[2]["diagnostics"].size(), 1U);
}

TEST_F(Stream, TheReaderHoldsNoLongLine) {
  std::istringstream in("ab\n" + std::string(300'000, 'x') + "\ncd\n" + std::string(11, 'y'));
  int waits = 0;
  cli::LineReader reader(in, "in", 10, [&] { ++waits; });
  EXPECT_EQ(reader.next()->bytes, "ab");
  const auto too_long = reader.next();
  EXPECT_TRUE(too_long->too_long);
  EXPECT_TRUE(too_long->bytes.empty());
  EXPECT_EQ(reader.next()->bytes, "cd");
  EXPECT_TRUE(reader.next()->too_long);
  EXPECT_FALSE(reader.next());
  EXPECT_GE(waits, 300'000 / 65'536) << "read in pieces";
}

TEST_F(Stream, LineEndsBomAndBlankLines) {
  const Outcome outcome = run("\xEF\xBB\xBF{\"id\":1,\"text\":\"a\\r\\nb\"}\r\n\r\n  \n{\"id\":2,\"text\":\"\xEF\xBB\xBFtip\"}\r\nbad\r\n");
  EXPECT_EQ(outcome.exit_code, 2);
  const std::vector<json> found = answers(outcome.out);
  ASSERT_EQ(found.size(), 3U) << outcome.out;
  EXPECT_EQ(found[0]["id"], 1);
  EXPECT_EQ(found[1]["diagnostics"][0]["start"]["offset"], 0) << "of the text without its byte order mark";
  EXPECT_EQ(found[2]["line"], 5) << "blank lines are counted";
}

TEST_F(Stream, AnEmptyStreamIsClean) {
  for (const char* input : {"", "\n", "\xEF\xBB\xBF", "\r\n \n"}) {
    const Outcome outcome = run(input);
    EXPECT_EQ(outcome.exit_code, 0);
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(outcome.err, "");
  }
}

TEST_F(Stream, ExitCodesStatsAndRedaction) {
  EXPECT_EQ(run(R"({"text":"tip"})").exit_code, 0);
  EXPECT_EQ(run(R"({"text":"tip"})", "--fail-on info").exit_code, 1);
  EXPECT_EQ(run("{\"text\":\"bed\"}\n{\"text\":\"cash\"}\n{\"text\":\"bed\"}\n").exit_code, 1);
  EXPECT_EQ(run("bad", "--fail-on never").exit_code, 2);
  const Outcome masked = run(R"({"text":"Call 317-555-0123, cash cash"})", "--redact always --stats");
  EXPECT_FALSE(holds(masked.out, "555")) << masked.out;
  EXPECT_EQ(masked.err, "2\tcash/cash\n1\tconfidentiality/phone-number\n");
}

TEST_F(Stream, WhatDoesNotGoTogetherIsAUsageError) {
  struct Row {
    const char* arguments;
    const char* hint;
  };
  const Row rows[] = {
      {"--stdin-format jsonl -", "--format jsonl"},
      {"--stdin-format jsonl --format json -", "--format jsonl"},
      {"--stdin-format jsonl --format compact -", "--format jsonl"},
      {"--stdin-format jsonl --format jsonl in.jsonl", "'in.jsonl'"},
      {"--stdin-format jsonl --format jsonl - in.jsonl", "'in.jsonl'"},
      {"--stdin-format jsonl --format jsonl --fix -", "--fix"},
      {"--stdin-format jsonl --format jsonl --diff -", "--diff"},
      {"--stdin-format jsonl --format jsonl --output out.jsonl -", "> out.jsonl"},
      {"--stdin-format json --format jsonl -", "--stdin-format"},
      {"--format jsonl", "no draft given"},
  };
  folder_.write("in.jsonl", "{\"text\":\"cash\"}\n");
  for (const Row& row : rows) {
    const Outcome outcome = shell("careportal-lint --no-default-rules --rules small.json " + std::string(row.arguments) + " < in.jsonl");
    EXPECT_EQ(outcome.exit_code, 2) << row.arguments;
    EXPECT_TRUE(holds(outcome.err, row.hint)) << row.arguments << "\n" << outcome.err;
    EXPECT_EQ(outcome.out, "") << row.arguments;
  }
}

TEST_F(Stream, AnUnreadableStreamIsAnErrorAndAClosedPipeIsNone) {
  for (const char* jobs : {"1", "3"}) {
    const std::string command =
        "careportal-lint --no-default-rules --rules small.json --stdin-format jsonl --format jsonl --jobs " + std::string(jobs);
    const Outcome folder = shell(command + " < .");
    EXPECT_EQ(folder.exit_code, 2);
    EXPECT_TRUE(holds(folder.err, "cannot read standard input")) << folder.err;
    std::string input;
    for (int i = 0; i < 3000; ++i) input += json{{"id", i}, {"text", "cash cash cash cash cash"}}.dump() + "\n";
    folder_.write("in.jsonl", input);
    const Outcome closed = shell("{ " + command + " < in.jsonl; echo \"code $?\" >&2; } | head -1");
    EXPECT_EQ(closed.err, "code 1\n");
    EXPECT_EQ(answers(closed.out).size(), 1U);
  }
}

}  // namespace
}  // namespace careportal_lint
