// Rewrites applied: once is enough, and nothing else changes.
#include "careportal_lint/fix.h"

#include <gtest/gtest.h>

#include "fix/unified_diff.h"
#include "support/files.h"
#include "support/lint.h"

namespace careportal_lint {
namespace {

using test::decode;

std::string fixed(std::string_view text, FixLevel level) { return fix(test::default_linter(), decode(text), level).text; }

TEST(Fix, AppliesSafeRewritesOnly) { EXPECT_EQ(fixed("The the crib is for Jessica.", FixLevel::safe), "The crib is for Jessica."); }

TEST(Fix, LeavesAGoodDraftAlone) {
  const std::string good = "Grandma would love to meet whoever brings the twin bed, and she will have pie ready.\r\n";
  EXPECT_EQ(fixed(good, FixLevel::unsafe), good);
}

TEST(Fix, DeletesWithTheBlankBefore) {
  const FixResult result = fix(test::default_linter(), decode("Mom would like a desk. Her SSN: 219-09-9999, thanks."), FixLevel::unsafe);
  EXPECT_EQ(result.text.find("219"), std::string::npos);
  EXPECT_EQ(result.text.find("  "), std::string::npos);
}

TEST(Fix, SettlesOnEveryDraftOfTheCorpus) {
  std::size_t drafts = 0;
  for (const char* part : {"sample", "dev"}) {
    for (const auto& path : test::files_below(test::source_path("tests/corpus/" + std::string(part) + "/drafts"))) {
      const SourceText draft = SourceText::decode(test::read(path), path.filename().string());
      for (const FixLevel level : {FixLevel::safe, FixLevel::unsafe}) {
        const FixResult once = fix(test::default_linter(), draft, level);
        EXPECT_EQ(fix(test::default_linter(), decode(once.text), level).text, once.text) << path;
      }
      ++drafts;
    }
  }
  EXPECT_GT(drafts, 80U);
}

TEST(UnifiedDiff, SaysNothingAboutEqualTexts) { EXPECT_EQ(unified_diff("a", "one\n", "one\n"), ""); }

TEST(UnifiedDiff, TellsAChangeWithContext) {
  EXPECT_EQ(unified_diff("a", "1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nfive\n6\n7\n8\n"),
            "--- a\n+++ a\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
}

TEST(UnifiedDiff, KeepsDistantChangesApart) {
  std::string before;
  for (int i = 0; i < 30; ++i) before += std::to_string(i) + "\n";
  std::string after = before;
  after.replace(after.find("2\n"), 2, "two\n");
  after.replace(after.find("27\n"), 3, "");
  EXPECT_EQ(unified_diff("a", before, after),
            "--- a\n+++ a\n@@ -1,6 +1,6 @@\n 0\n 1\n-2\n+two\n 3\n 4\n 5\n@@ -25,6 +25,5 @@\n 24\n 25\n 26\n-27\n 28\n 29\n");
}

TEST(UnifiedDiff, TellsAMissingLineEnd) {
  EXPECT_EQ(unified_diff("a", "old", "new"),
            "--- a\n+++ a\n@@ -1 +1 @@\n-old\n\\ No newline at end of file\n+new\n\\ No newline at end of file\n");
}

TEST(UnifiedDiff, TellsAnInsertionIntoNothing) { EXPECT_EQ(unified_diff("a", "", "new\n"), "--- a\n+++ a\n@@ -0,0 +1 @@\n+new\n"); }

}  // namespace
}  // namespace careportal_lint
