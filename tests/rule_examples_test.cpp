// The packs of the program keep what the documentation promises: examples that hold, patterns that compile, reasons.
#include <gtest/gtest.h>

#include <iostream>

#include "support/files.h"
#include "support/lint.h"

namespace careportal_lint {
namespace {

const std::vector<RuleInfo>& rules() {
  static const std::vector<RuleInfo> all = test::default_linter().rules_with_examples();
  return all;
}

TEST(RuleExamples, EveryPackOfTheSourceTreeIsBuiltIn) {
  std::set<std::string> built_in;
  for (const PackText& pack : default_packs()) built_in.insert(pack.name);
  std::size_t count = 0;
  for (const auto& file : test::files_below(test::source_path("rules"))) {
    const std::string name = "rules/" + file.filename().string();
    if (file.parent_path().filename() != "rules" || file.extension() != ".json" || name.ends_with(".schema.json")) continue;
    EXPECT_TRUE(built_in.contains(name)) << name;
    ++count;
  }
  EXPECT_EQ(count, built_in.size());
  EXPECT_GE(count, 8U);
}

TEST(RuleExamples, AllHold) {
  std::size_t checked = 0;
  const std::vector<std::string> failures = test::default_linter().test_rules({}, checked);
  EXPECT_GE(checked, 4 * rules().size() / 2) << "hardly any example was run";
  for (const std::string& failure : failures) ADD_FAILURE() << failure;
}

TEST(RuleExamples, TwoThatAreFoundAndTwoThatAreNot) {
  for (const RuleInfo& rule : rules()) {
    if (rule.kind == "encoding") continue;  // an example is a text; its encoding cannot be written down
    std::size_t flagged = 0;
    std::size_t allowed = 0;
    for (const RuleExample& example : rule.examples) ++(example.spans.empty() && !example.whole_draft ? allowed : flagged);
    EXPECT_GE(flagged, 2U) << rule.id << " has too few examples of what it finds";
    EXPECT_GE(allowed, 2U) << rule.id << " has too few examples of what it leaves alone";
  }
}

TEST(RuleExamples, EveryErrorAndWarningHasAReason) {
  for (const RuleInfo& rule : rules()) {
    EXPECT_FALSE(rule.message.empty()) << rule.id;
    if (rule.severity == Severity::error || rule.severity == Severity::warning) {
      EXPECT_FALSE(rule.why.empty()) << rule.id;
    }
  }
}

TEST(RuleExamples, TheIdsThatScriptsRelyOnAreThere) {
  std::set<std::string> ids;
  for (const RuleInfo& rule : rules()) EXPECT_TRUE(ids.insert(rule.id).second) << rule.id << " stands twice";
  const std::map<std::string, std::string> promised = {
      {"confidentiality",
       "person-name street-address po-box zip-code phone-number email-address url social-media ssn date-of-birth credit-card "
       "bank-account case-number driver-license vehicle-id ip-address iban passport medicaid-id school employer service "
       "diagnosis allegation benefit age-gender"},
      {"jargon", "acronym term shorthand unknown-acronym"},
      {"cash", "cash gift-card gas-card prepaid-card payment-app through-worker reimbursement"},
      {"details",
       "account-number exact-amount payment-type how-to-pay directions clothing-size shoe-size gender preferences vague-item item-details"},
      {"strengths", "missing blame stigma"},
      {"connection", "missing contact-barred"},
      {"credibility", "spelling grammar repeated-word article capitalization punctuation placeholder too-short no-request"},
  };
  for (const auto& [category, names] : promised) {
    std::istringstream words(names);
    for (std::string name; words >> name;) EXPECT_TRUE(ids.contains(category + "/" + name)) << category << "/" << name;
  }
}

}  // namespace
}  // namespace careportal_lint
