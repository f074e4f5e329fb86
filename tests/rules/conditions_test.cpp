// `when` and `unless`, through small packs and the public door.
#include <gtest/gtest.h>

#include "support/lint.h"
#include "support/marked_text.h"

namespace careportal_lint {
namespace {

struct Row {
  const char* name;
  std::string condition;  // JSON of one condition of `unless`
  std::string_view text;  // with the findings that stay marked
};

void check(const char* key, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const Linter linter =
        test::linter_of(test::one_rule(R"("kind": "pattern", "patterns": ["cash"], ")" + std::string(key) + "\": [" + row.condition + "]"));
    EXPECT_EQ(test::found(linter, test::unmark(row.text).text), row.text) << key << ": " << row.name;
  }
}

TEST(Conditions, UnlessLooksWithinItsScope) {
  check("unless", {
                      {"plain string is the sentence", R"("no")", "We take no cash. But [[cash]] helps."},
                      {"sentence", R"({"same": "sentence", "patterns": ["no"]})", "Cash, no. [[Cash]] helps."},
                      {"clause", R"({"same": "clause", "patterns": ["no"]})", "There is no food, but [[cash]] is fine; no cash."},
                      {"clause ends at a semicolon", R"({"same": "clause", "patterns": ["no"]})", "No food; [[cash]] helps."},
                      {"line", R"({"same": "line", "patterns": ["no"]})", "- cash. Or no.\n- [[cash]]"},
                      {"paragraph", R"({"same": "paragraph", "patterns": ["no"]})", "no\ncash\n\n[[cash]]"},
                      {"draft", R"({"same": "draft", "patterns": ["no"]})", "cash\n\n\nno"},
                      {"one of several patterns", R"({"patterns": ["never", "no|not"]})", "Not cash. Never cash. [[cash]]"},
                      {"any case", R"("NEVER")", "never cash"},
                      {"exact case", R"({"patterns": ["NEVER"], "case": "exact"})", "never [[cash]] or\n\nNEVER cash"},
                      {"whole words", R"("no")", "nobody has [[cash]]"},
                      {"vocabulary", R"("{store}")", "Walmart cash. Dollar tree cash. [[cash]]"},
                  });
}

TEST(Conditions, BeforeAndAfterLookToOneSide) {
  check("unless", {
                      {"before", R"({"before": true, "patterns": ["no"]})", "no cash. [[cash]], no."},
                      {"after", R"({"after": true, "patterns": ["no"]})", "no [[cash]]. cash, no."},
                      {"either", R"({"before": true, "after": true, "patterns": ["no"]})", "no cash. cash, no. [[cash]]."},
                      {"within two words before", R"({"before": 2, "patterns": ["no"]})", "no big cash. no very big [[cash]]."},
                      {"within one word before", R"({"before": 1, "patterns": ["no"]})", "no cash. no big [[cash]]."},
                      {"within two words after", R"({"after": 2, "patterns": ["no"]})", "cash is no. [[cash]] is really no."},
                      {"within one word after", R"({"after": 1, "patterns": ["no"]})", "cash no. [[cash]] is no."},
                      {"words do not leave the scope", R"({"before": 3, "patterns": ["no"]})", "So no. [[cash]] helps."},
                      {"first word of the draft", R"({"before": 3, "patterns": ["no"]})", "[[cash]]"},
                      {"last word of the draft", R"({"after": 3, "patterns": ["no"]})", "[[cash]]"},
                      {"the match itself is not before", R"({"before": true, "patterns": ["cash"]})", "[[cash]] or cash"},
                      {"the whole scope holds the match", R"("cash")", "cash"},
                  });
}

TEST(Conditions, WhenMustHold) {
  check("when", {
                    {"sentence", R"("gas")", "[[cash]] for gas. cash."},
                    {"after", R"({"after": 2, "patterns": ["gas"]})", "[[cash]] for gas. gas for cash."},
                });
}

TEST(Conditions, AllOfWhenAndNoneOfUnless) {
  const Linter linter =
      test::linter_of(test::one_rule(R"("kind": "pattern", "patterns": ["cash"], "when": ["gas", "car"], "unless": ["no", "never"])"));
  EXPECT_EQ(test::found(linter, "cash for gas"), "cash for gas");
  EXPECT_EQ(test::found(linter, "cash for car gas"), "[[cash]] for car gas");
  EXPECT_EQ(test::found(linter, "never cash for car gas"), "never cash for car gas");
}

TEST(Conditions, OfAPatternAreAddedToThoseOfTheRule) {
  const Linter linter = test::linter_of(
      test::one_rule(R"("kind": "pattern", "patterns": ["money", {"pattern": "cash", "unless": ["gas"]}], "unless": ["no"])"));
  EXPECT_EQ(test::found(linter, "cash. cash gas. no cash. money gas. no money."), "[[cash]]. cash gas. no cash. [[money]] gas. no money.");
}

TEST(Conditions, FoldingAppliesToThemToo) {
  check("unless", {{"curly apostrophe", R"("don't")", "We don\xE2\x80\x99t take cash."},
                   {"no-break space", R"("thank you")", "thank\xC2\xA0you cash"}});
}

}  // namespace
}  // namespace careportal_lint
