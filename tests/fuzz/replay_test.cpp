// Replays the seeds of the fuzzer, and simple variants of them, in every ordinary test run.
#include <gtest/gtest.h>

#include <random>

#include "fuzz/fix_bytes.h"
#include "fuzz/lint_bytes.h"
#include "fuzz/match_bytes.h"
#include "support/files.h"
#include "support/lint.h"

namespace careportal_lint {
namespace {

std::vector<std::filesystem::path> seeds() {
  auto out = test::files_below(test::source_path("tests/fuzz/seeds"));
  EXPECT_GE(out.size(), 10U) << "the seeds are missing";
  return out;
}

TEST(FuzzReplay, SeedsBreakNoPromise) {
  for (const auto& seed : seeds()) {
    EXPECT_EQ(fuzz::lint_bytes(test::default_linter(), test::read(seed)), "") << seed.filename();
  }
}

TEST(FuzzReplay, CutSeedsBreakNoPromise) {
  for (const auto& seed : seeds()) {
    const std::string bytes = test::read(seed);
    const std::size_t step = std::max<std::size_t>(1, bytes.size() / 24);
    for (std::size_t length = 0; length < bytes.size(); length += step) {
      ASSERT_EQ(fuzz::lint_bytes(test::default_linter(), bytes.substr(0, length)), "")
          << seed.filename() << ", the first " << length << " bytes";
    }
  }
}

// Six small edits anywhere.
std::string scrambled(std::string bytes, std::mt19937& random) {
  for (int edit = 0; edit < 6 && !bytes.empty(); ++edit) {
    const std::size_t at = random() % bytes.size();
    switch (random() % 4) {
      case 0: bytes[at] = static_cast<char>(random() % 256); break;
      case 1: bytes.erase(at, 1 + random() % 8); break;
      case 2: bytes.insert(at, bytes.substr(random() % bytes.size(), random() % 24)); break;
      default: bytes.insert(at, 1, "\n\r \t'\"-.,:;@$/\\{}[]\x80\xC3\xE2\xF0"[random() % 23]); break;
    }
  }
  return bytes;
}

TEST(FuzzReplay, ScrambledSeedsBreakNoPromise) {
  std::mt19937 random(20240601);  // fixed: a failure can be repeated
  for (const auto& seed : seeds()) {
    const std::string original = test::read(seed);
    for (int round = 0; round < 12; ++round) {
      const std::string bytes = scrambled(original, random);
      ASSERT_EQ(fuzz::lint_bytes(test::default_linter(), bytes), "") << seed.filename() << ", round " << round << ":\n" << bytes;
    }
  }
}

TEST(FuzzReplay, MendedSeedsBreakNoPromise) {
  for (const auto& seed : seeds()) {
    EXPECT_EQ(fuzz::fix_bytes(test::default_linter(), test::read(seed)), "") << seed.filename();
  }
}

TEST(FuzzReplay, MendedVariantsBreakNoPromise) {
  std::mt19937 random(20240602);
  for (const auto& seed : seeds()) {
    const std::string original = test::read(seed);
    for (int round = 0; round < 4; ++round) {
      const std::string bytes = scrambled(original, random);
      ASSERT_EQ(fuzz::fix_bytes(test::default_linter(), bytes), "") << seed.filename() << ", round " << round << ":\n" << bytes;
    }
  }
}

TEST(FuzzReplay, PatternsOfSeedsAndTheirVariantsMatchAsInRe2) {
  const auto files = test::files_below(test::source_path("tests/fuzz/match-seeds"));
  EXPECT_GE(files.size(), 10U) << "the seeds are missing";
  std::mt19937 random(20240603);
  for (const auto& seed : files) {
    const std::string original = test::read(seed);
    EXPECT_EQ(fuzz::match_bytes(original), "") << seed.filename();
    for (int round = 0; round < 60; ++round) {
      const std::string bytes = scrambled(original, random);
      ASSERT_EQ(fuzz::match_bytes(bytes), "") << seed.filename() << ", round " << round << ":\n" << bytes;
    }
  }
}

}  // namespace
}  // namespace careportal_lint
