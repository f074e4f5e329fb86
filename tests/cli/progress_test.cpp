// --progress: the line, when it is shown, and that it is gone when anything else is written.
#include "cli/progress.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "support/files.h"
#include "support/peer.h"
#include "support/process.h"

namespace careportal_lint::cli {
namespace {

using std::chrono::milliseconds;
using test::Outcome;

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// What a terminal shows at the end of `written`, and whether text was ever written over a line that was still there.
struct Screen {
  std::string line;  // the last one
  std::string all;   // lines that were ended
  std::size_t column = 0;

  explicit Screen(const std::string& written) {
    for (const char c : written) {
      if (c == '\r') {
        column = 0;
      } else if (c == '\n') {
        while (line.ends_with(' ')) line.pop_back();
        all += line + "\n";
        line.clear();
        column = 0;
      } else {
        if (line.size() <= column) line.resize(column + 1, ' ');
        line[column++] = c;
      }
    }
    while (line.ends_with(' ')) line.pop_back();
  }
};

TEST(ProgressText, TellsWhatIsKnown) {
  EXPECT_EQ(progress_text({0, 0}, {40, 0}, milliseconds(0)), "0/40 drafts");
  EXPECT_EQ(progress_text({1, 0}, {1, 0}, milliseconds(0)), "1/1 draft");
  EXPECT_EQ(progress_text({12, 34'000'000}, {40, 68'000'000}, milliseconds(10'000)), "12/40 drafts, 3.4 MB/s, 0:10 left");
  EXPECT_EQ(progress_text({1, 1'000'000}, {3, 301'000'000}, milliseconds(1000)), "1/3 drafts, 1.0 MB/s, 5:00 left") << "by bytes";
  EXPECT_EQ(progress_text({1, 1'000'000}, {2, 7'201'000'000}, milliseconds(1000)), "1/2 drafts, 1.0 MB/s, 2:00:00 left");
  EXPECT_EQ(progress_text({1, 500'000}, {4, 0}, milliseconds(2000)), "1/4 drafts, 0.2 MB/s, 0:06 left") << "no sizes: by drafts";
  EXPECT_EQ(progress_text({7, 500'000}, {0, 0}, milliseconds(1000)), "7 drafts, 0.5 MB/s") << "a stream has no known end";
  EXPECT_EQ(progress_text({1, 9}, {2, 5}, milliseconds(1000)), "1/2 drafts, 0.0 MB/s") << "a file that grew";
}

TEST(Progress, AutomaticIsForTerminalsAndLongWork) {
  milliseconds now{5000};
  const auto clock = [&] { return now; };
  std::ostringstream err;
  Progress progress(err, When::automatic, true, clock);
  progress.begin({4, 4'000'000});
  now += milliseconds(999);
  progress.add(1, 1'000'000);
  EXPECT_EQ(err.str(), "") << "not yet long";
  now += milliseconds(1);
  progress.add(1, 1'000'000);
  EXPECT_EQ(err.str(), "\r2/4 drafts, 2.0 MB/s, 0:01 left");
  now += milliseconds(99);
  progress.add(1, 500'000);
  EXPECT_EQ(Screen(err.str()).line, "2/4 drafts, 2.0 MB/s, 0:01 left") << "not more often than ten times a second";
  now += milliseconds(901);
  progress.add(0, 0);
  EXPECT_EQ(Screen(err.str()).line, "3/4 drafts, 1.2 MB/s, 0:01 left");
  progress.erase();
  EXPECT_EQ(Screen(err.str()).line, "");
  progress.finish();
  EXPECT_EQ(Screen(err.str()).line, "");
  const std::string before = err.str();
  now += milliseconds(10'000);
  progress.add(1, 1);
  EXPECT_EQ(err.str(), before) << "nothing after the end";
}

TEST(Progress, OffWritesNothingAndReadsNoClock) {
  for (const auto& [when, terminal] : {std::pair(When::automatic, false), std::pair(When::never, true), std::pair(When::never, false)}) {
    std::ostringstream err;
    Progress progress(err, when, terminal, []() -> milliseconds { throw std::runtime_error("read the clock"); });
    EXPECT_FALSE(progress.is_on());
    progress.begin({1, 1});
    progress.add(1, 1);
    progress.erase();
    progress.finish();
    EXPECT_EQ(err.str(), "");
  }
}

TEST(Progress, AShorterLineLeavesNothingOfALongerOne) {
  milliseconds now{0};
  std::ostringstream err;
  {
    Progress progress(err, When::always, false, [&] { return now; });
    progress.begin({2, 9'000'000'000});
    now += milliseconds(1000);
    progress.add(1, 1'000'000);
    EXPECT_TRUE(holds(Screen(err.str()).line, "2:29:59 left")) << err.str();
    now += milliseconds(1000);
    progress.add(0, 8'999'000'000 - 1'000'000);
    EXPECT_TRUE(Screen(err.str()).line.ends_with(" 0:00 left")) << err.str();
  }
  EXPECT_EQ(Screen(err.str()).line, "") << "erased also when the work ends by an error";
}

class ProgressOption : public testing::Test {
 protected:
  void SetUp() override {
    folder_.write("small.json", R"json({"pack": "small", "category": "cash", "rules": [
      {"id": "cash", "kind": "pattern", "severity": "error", "message": "Cash cannot be requested.", "patterns": ["cash"]}]})json");
    for (int i = 0; i < 7; ++i) folder_.write("drafts/" + std::to_string(i) + ".txt", "Some cash.\n");
    folder_.write("drafts/8.bin", std::string("\0\0", 2));
  }
  Outcome run(const std::string& arguments) const {
    return test::shell(folder_.path(), "careportal-lint --no-default-rules --rules small.json " + arguments);
  }
  test::TempFolder folder_;
};

TEST_F(ProgressOption, AlwaysShowsItAndErasesIt) {
  for (const char* jobs : {" --jobs 1", " --jobs 3"}) {
    const std::string arguments = "--format compact drafts" + std::string(jobs);
    const Outcome without = run(arguments);
    EXPECT_EQ(without.err, "") << "none in pipes";
    EXPECT_EQ(run("--progress never " + arguments).err, "");
    EXPECT_EQ(run("--progress auto " + arguments).err, "");
    const Outcome with = run("--progress always " + arguments);
    EXPECT_EQ(with.out, without.out);
    EXPECT_EQ(with.exit_code, 1);
    EXPECT_TRUE(holds(with.err, "\r1/8 drafts")) << with.err;
    EXPECT_TRUE(holds(with.err, "\r8/8 drafts")) << with.err;
    EXPECT_EQ(Screen(with.err).line, "");
    EXPECT_EQ(Screen(with.err).all, "");
  }
}

TEST_F(ProgressOption, MessagesStandOnLinesOfTheirOwn) {
  const Outcome outcome = run("--progress always --verbose --stats --format json missing.txt drafts missing2.txt");
  EXPECT_EQ(outcome.exit_code, 2);
  const Screen screen(outcome.err);
  EXPECT_EQ(screen.line, "");
  std::istringstream lines(screen.all);
  for (std::string line; std::getline(lines, line);) {
    EXPECT_TRUE(line.starts_with("careportal-lint: ") || line == "7\tcash/cash") << line;
    EXPECT_FALSE(holds(line, "drafts,") || holds(line, "/10")) << line;
  }
  EXPECT_TRUE(holds(screen.all, "missing2.txt: no such file"));
  EXPECT_TRUE(holds(screen.all, "skipped drafts/8.bin"));
}

TEST_F(ProgressOption, AWrongValueIsAUsageError) {
  EXPECT_EQ(run("--progress sometimes drafts").exit_code, 2);
  const Outcome broken = run("--progress always --rules none.json drafts");
  EXPECT_EQ(broken.exit_code, 2);
  EXPECT_FALSE(holds(broken.err, "\r"));
}

// A stream that goes on until the line has been seen: nothing here depends on how fast the machine is.
TEST_F(ProgressOption, OnATerminalLongWorkShowsItByItself) {
  const std::vector<std::string> stream = {
      "--no-default-rules", "--rules", (folder_.path() / "small.json").string(), "--stdin-format", "jsonl", "--format", "jsonl"};
  test::Peer peer(stream, test::Peer::Errors::terminal);
  int drafts = 0;
  constexpr int kHang = 6000;
  for (; drafts < kHang && !holds(peer.errors(), "MB/s"); ++drafts) {
    peer.write("{\"text\":\"Some cash.\"}\n");
    ASSERT_TRUE(peer.read_line());
    std::this_thread::sleep_for(milliseconds(10));
  }
  ASSERT_LT(drafts, kHang) << "no progress was shown";
  EXPECT_EQ(peer.finish(), 1);
  EXPECT_TRUE(holds(peer.errors(), " drafts, 0.0 MB/s")) << peer.errors();
  EXPECT_EQ(Screen(peer.errors()).line, "") << "erased at the end";
}

TEST_F(ProgressOption, NeverShowsNoneOnATerminal) {
  std::vector<std::string> arguments = {
      "--no-default-rules", "--rules", (folder_.path() / "small.json").string(), "--progress", "never", "--stdin-format", "jsonl",
      "--format",           "jsonl"};
  for (const char* progress : {"never", "always"}) {
    arguments[4] = progress;
    test::Peer peer(arguments, test::Peer::Errors::terminal);
    for (int i = 0; i < 5; ++i) {
      peer.write("{\"text\":\"A bed.\"}\n");
      ASSERT_TRUE(peer.read_line());
    }
    EXPECT_EQ(peer.finish(), 0);
    EXPECT_EQ(holds(peer.errors(), "5 drafts"), std::string(progress) == "always") << peer.errors();
    EXPECT_EQ(Screen(peer.errors()).line, "");
  }
}

}  // namespace
}  // namespace careportal_lint::cli
