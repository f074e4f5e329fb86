// A user's rules are compiled alone and work beside the program's. What they find together is what all packs, compiled
// as one, would have found.
#include <gtest/gtest.h>

#include <algorithm>

#include "careportal_lint/draft_pieces.h"
#include "support/files.h"
#include "support/lint.h"

namespace careportal_lint {
namespace {

// A new rule; one that stands in for a rule of the program; rows and conditions more; one switched off; a requirement
// that asks about the whole draft.
constexpr const char* kOwnPack = R"json({
  "pack": "own",
  "category": "cash",
  "vocabulary": {"currency": ["pesos?", "zlotys?"]},
  "rules": [
    {"id": "foreign-money", "kind": "pattern", "severity": "error", "message": "No {match}.",
     "patterns": ["\\d+ {currency}", {"pattern": "wire transfers?", "suggest": [{"text": "groceries"}]}],
     "unless": [{"same": "draft", "patterns": ["coin collection"]}]},
    {"id": "gas-card", "kind": "pattern", "severity": "warning", "message": "No gas card here.", "patterns": ["gas cards?"]},
    {"id": "jargon/acronym", "rows": [{"term": "ZZQ", "means": "zebra quest", "say": ["a quest"]}]},
    {"id": "jargon/unknown-acronym", "severity": "off"},
    {"id": "details/shoe-size", "unless": [{"same": "sentence", "patterns": ["horse"]}]},
    {"id": "details/tent-size", "kind": "requirement", "severity": "warning", "message": "How many sleep in the tent?",
     "about": ["tents?"], "needs": [{"same": "draft", "patterns": ["for (?:two|three|four)"]}]}
  ]
})json";

constexpr const char* kTexts[] = {
    "We need 50 pesos and a gas card. The ZZQ meets on Monday. Mom loves her kids.",
    "His coin collection is gone, so 20 zlotys would help. Shoes for the boy and shoes for his horse.",
    "A tent and a wire transfer, please. The BXQT said so.",
    "A tent for four, a Walmart gift card and 5 pesos. Call me at 317-555-0134, I am Jessica Miller.",
};

LinterOptions both(bool compiled_alone) {
  LinterOptions options;
  options.default_rules = compiled_alone;
  if (!compiled_alone) options.packs = default_packs();
  options.packs.push_back({"own.json", kOwnPack});
  return options;
}

const Linter& alone() {
  static const Linter linter(both(true));
  return linter;
}
const Linter& together() {
  static const Linter linter(both(false));
  return linter;
}

std::vector<std::string> rows(const std::vector<Diagnostic>& diagnostics) {
  std::vector<std::string> out;
  for (const Diagnostic& diagnostic : diagnostics) {
    std::string row = std::to_string(diagnostic.span.begin) + "-" + std::to_string(diagnostic.span.end) + " " + diagnostic.rule + " " +
                      std::string(to_string(diagnostic.severity)) + " " + diagnostic.message;
    for (const Suggestion& suggestion : diagnostic.suggestions) row += " | " + suggestion.text.value_or("-") + suggestion.description;
    out.push_back(std::move(row));
  }
  return out;
}

TEST(OwnPacks, WorkBesideTheProgramsRules) {
  EXPECT_EQ(test::found(alone(), "Send 50 pesos."), "Send [[50 pesos]].");
  EXPECT_EQ(test::found(alone(), "The coin collection cost 50 pesos."), "The coin collection cost 50 pesos.");
  const auto found = alone().lint(test::decode(kTexts[0]));
  const auto has = [&](const std::string& rule, Severity severity) {
    return std::any_of(found.begin(), found.end(),
                       [&](const Diagnostic& diagnostic) { return diagnostic.rule == rule && diagnostic.severity == severity; });
  };
  EXPECT_TRUE(has("cash/foreign-money", Severity::error));
  EXPECT_TRUE(has("cash/gas-card", Severity::warning));
  EXPECT_TRUE(has("jargon/acronym", Severity::warning));
}

TEST(OwnPacks, FindWhatAllPacksCompiledAsOneWouldFind) {
  for (const char* text : kTexts) EXPECT_EQ(rows(alone().lint(test::decode(text))), rows(together().lint(test::decode(text)))) << text;
  for (const std::filesystem::path& path : test::files_below(test::source_path("tests/corpus/dev/drafts"))) {
    const SourceText draft = test::decode(test::read(path));
    EXPECT_EQ(rows(alone().lint(draft)), rows(together().lint(draft))) << path;
  }
}

TEST(OwnPacks, FindTheSameInPieces) {
  std::string large;
  for (int i = 0; i < 12; ++i) {
    for (const char* text : kTexts) large += std::string(text) + "\n\n";
  }
  const auto in_pieces = [&](const Linter& linter) {
    MemoryBytes bytes(large);
    DraftPieces pieces(bytes, "draft", {1024, 256});
    std::vector<std::string> out;
    linter.lint(pieces, [&](const DraftPiece& piece, const std::vector<Diagnostic>& diagnostics) {
      for (const std::string& row : rows(diagnostics)) out.push_back(std::to_string(piece.number) + " " + row);
      return true;
    });
    return out;
  };
  EXPECT_GT(in_pieces(alone()).size(), 50U);
  EXPECT_EQ(in_pieces(alone()), in_pieces(together()));
}

TEST(OwnPacks, AreListedOnceEachInTheProgramsOrder) {
  const auto ids = [](const Linter& linter) {
    std::vector<std::string> out;
    for (const RuleInfo& rule : linter.rules()) out.push_back(rule.id + " " + std::string(to_string(rule.severity)) + " " + rule.pack);
    return out;
  };
  EXPECT_EQ(ids(alone()), ids(together()));
}

TEST(OwnPacks, AnotherMeaningOfASharedVocabularyReachesTheProgramsRules) {
  LinterOptions options;
  options.default_rules = true;
  options.packs.push_back({"own.json", R"({"pack": "own", "vocabulary": {"gift_card": ["merit coupons?"]}})"});
  const Linter linter(options);
  const std::string text = "Please send a merit coupon.";
  EXPECT_EQ(test::found(test::default_linter(), text), text);
  EXPECT_NE(test::found(linter, text), text);
}

}  // namespace
}  // namespace careportal_lint
