#include "lint/selection.h"

#include <gtest/gtest.h>

#include "careportal_lint/error.h"
#include "support/lint.h"

namespace careportal_lint {
namespace {

const std::vector<std::string> kIds = {"cash/cash", "cash/gift-card", "jargon/acronym"};

std::vector<std::string> selected(const std::vector<std::string>& select, const std::vector<std::string>& ignore) {
  const std::vector<bool> wanted = select_rules(kIds, select, ignore);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < kIds.size(); ++i) {
    if (wanted[i]) out.push_back(kIds[i]);
  }
  return out;
}

using Ids = std::vector<std::string>;

TEST(Selection, ByIdCategoryOrBoth) {
  EXPECT_EQ(selected({}, {}), kIds);
  EXPECT_EQ(selected({"cash/gift-card"}, {}), Ids{"cash/gift-card"});
  EXPECT_EQ(selected({"cash"}, {}), (Ids{"cash/cash", "cash/gift-card"}));
  EXPECT_EQ(selected({"cash/*"}, {}), (Ids{"cash/cash", "cash/gift-card"}));
  EXPECT_EQ(selected({}, {"cash"}), Ids{"jargon/acronym"});
  EXPECT_EQ(selected({"cash"}, {"cash/cash"}), Ids{"cash/gift-card"});
  EXPECT_EQ(selected({"cash/cash"}, {"cash"}), Ids{});
}

std::string error_of(const std::vector<std::string>& select) {
  try {
    select_rules(kIds, select, {});
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

TEST(Selection, UnknownSelectorsAreErrorsWithAHint) {
  EXPECT_NE(error_of({"cash/giftcard"}).find("did you mean 'cash/gift-card'?"), std::string::npos);
  EXPECT_NE(error_of({"gift-crad"}).find("did you mean 'cash/gift-card'?"), std::string::npos);
  EXPECT_NE(error_of({"jargn"}).find("did you mean 'jargon'?"), std::string::npos);
  EXPECT_NE(error_of({"zzzzzzzzzz"}).find("--list-rules"), std::string::npos);
  EXPECT_NE(error_of({""}), "");
  EXPECT_NE(error_of({"cash/gift"}), "");
}

TEST(Selection, ReachesTheFindings) {
  LinterOptions options;
  options.default_rules = true;
  options.select = {"cash/gift-card"};
  const Linter linter(options);
  const std::vector<Diagnostic> found = test::lint(linter, "FCM asks for a gift card and cash.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].rule, "cash/gift-card");
}

TEST(Selection, SeveritiesCanBeChanged) {
  const std::string pack = test::one_rule(R"("kind": "pattern", "patterns": ["cash"])");
  const auto severity = [&](const std::map<std::string, Severity>& severities) {
    LinterOptions options;
    options.packs = {{"test.json", pack}};
    options.severities = severities;
    const std::vector<Diagnostic> found = test::lint(Linter(options), "cash");
    return found.empty() ? Severity::off : found[0].severity;
  };
  EXPECT_EQ(severity({}), Severity::warning);
  EXPECT_EQ(severity({{"cash/thing", Severity::error}}), Severity::error);
  EXPECT_EQ(severity({{"cash", Severity::info}}), Severity::info);
  EXPECT_EQ(severity({{"cash/*", Severity::off}}), Severity::off);
  EXPECT_EQ(severity({{"cash", Severity::info}, {"cash/thing", Severity::error}}), Severity::error);
}

}  // namespace
}  // namespace careportal_lint
