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

// ---- rewrites that call for each other

Linter chasing(const std::string& rules) { return test::linter_of(R"({"pack": "p", "category": "cash", "rules": [)" + rules + "]}"); }

std::string rule(const std::string& id, const std::string& pattern, const std::string& text, const std::string& severity = "warning") {
  return R"({"id": ")" + id + R"(", "kind": "pattern", "severity": ")" + severity + R"(", "message": "m", "patterns": [")" + pattern +
         R"("], "suggest": [{"text": ")" + text + R"(", "safe": true}]})";
}

TEST(Fix, RewritesThatChaseEachOtherAreLeftAlone) {
  const Linter linter = chasing(rule("a", "cat", "dog") + "," + rule("b", "dog", "cat"));
  for (const char* text : {"a cat", "a dog", "cat; dog; cat"}) {
    const FixResult result = fix(linter, decode(text), FixLevel::safe);
    EXPECT_EQ(result.text, text);
    EXPECT_EQ(result.applied, 0U);
  }
}

TEST(Fix, ARewriteThatChasesKeepsNoOtherFromBeingApplied) {
  const Linter linter = chasing(rule("a", "cat", "dog") + "," + rule("b", "dog", "cat") + "," + rule("c", "teh", "the"));
  EXPECT_EQ(fix(linter, decode("teh cat, teh dog, cat, cat, teh end"), FixLevel::safe).text, "the cat, the dog, cat, cat, the end");
}

TEST(Fix, AGrowingRewriteComesToAnEnd) {
  const Linter linter = chasing(rule("a", "more", "more and more"));
  EXPECT_EQ(fix(linter, decode("more"), FixLevel::safe).text, "more");
}

TEST(Fix, AnErrorMayBecomeANote) {
  const Linter linter =
      chasing(rule("a", "cash", "gas card", "error") + R"(,{"id": "b", "kind": "pattern", "severity": "info", "message": "m",
    "patterns": ["gas card"]})");
  EXPECT_EQ(fix(linter, decode("cash"), FixLevel::safe).text, "gas card");
}

TEST(Fix, ARunOfRepeatsIsSaidOnce) {
  for (const int repeats : {2, 3, 4, 5, 40}) {
    std::string text = "Here is";
    for (int i = 0; i < repeats; ++i) text += " the";
    const FixResult result = fix(test::default_linter(), decode(text + " crib."), FixLevel::safe);
    EXPECT_EQ(result.text, "Here is the crib.");
    EXPECT_LE(result.rounds.size(), static_cast<std::size_t>(repeats)) << repeats;
  }
}

TEST(Fix, ARewriteMayCallForTheNext) {
  const Linter linter = chasing(rule("a", "cat", "dog") + "," + rule("b", "dog", "cow") + "," + rule("c", "cow", "hen"));
  EXPECT_EQ(fix(linter, decode("a cat, a dog, a hen, a cow"), FixLevel::safe).text, "a hen, a hen, a hen, a hen");
}

TEST(Fix, OfTwoThatChaseEachOtherTheShorterStays) {
  const Linter linter = chasing(rule("a", "cat", "kitten") + "," + rule("b", "kitten", "cat"));
  for (const char* text : {"a cat, a kitten", "a kitten, a cat", "a cat, a cat"}) {
    EXPECT_EQ(fix(linter, decode(text), FixLevel::safe).text, "a cat, a cat");
  }
}

// ---- encodings

TEST(Fix, ASignThatTheEncodingLacksIsPassedOver) {
  const Linter linter = chasing(rule("a", "snow", "\xE2\x98\x83") + "," + rule("b", "teh", "the"));
  EXPECT_EQ(fix(linter, decode("snow, teh caf\xE9"), FixLevel::safe).bytes, "snow, the caf\xE9");
  EXPECT_EQ(fix(linter, decode("snow, teh caf\xC3\xA9"), FixLevel::safe).bytes, "\xE2\x98\x83, the caf\xC3\xA9");
}

TEST(Fix, ADraftIsNotMendedIntoOneThatIsReadInAnotherWay) {
  // without its last byte, the rest would be read as UTF-8: another word
  const Linter linter = chasing(rule("a", " gone.*", "") + "," + rule("b", "teh", "the"));
  EXPECT_EQ(fix(linter, decode("teh caf\xC3\xA9 gone \xFF"), FixLevel::safe).bytes, "the caf\xC3\xA9 gone \xFF");
}

TEST(Fix, TheLastSignOfAnEncodingMayGo) {
  const Linter linter = chasing(rule("a", " cafe", "") + "," + rule("b", "snow", "\xE2\x98\x83"));
  const FixResult once = fix(linter, decode("snow caf\xE9"), FixLevel::safe);
  const FixResult twice = fix(linter, decode(once.bytes), FixLevel::safe);
  EXPECT_EQ(once.bytes, twice.bytes);
  EXPECT_EQ(twice.applied, 0U);
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
