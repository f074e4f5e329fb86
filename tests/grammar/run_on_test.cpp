// How many of the run-on sentences of tests/grammar/run-on.txt are found, and how quiet the right ones stay.
#include <gtest/gtest.h>

#include <sstream>

#include "support/files.h"
#include "support/lint.h"

namespace careportal_lint {
namespace {

using Groups = std::map<std::string, std::vector<std::string>>;

Groups sentences() {
  Groups out;
  std::istringstream lines(test::read(test::source_path("tests/grammar/run-on.txt")));
  std::string group;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("## ")) {
      group = line.substr(3);
    } else if (!line.empty() && line[0] != '#') {
      out[group].push_back(line);
    }
  }
  return out;
}

// A graver finding at the same words hides this one.
bool is_told(const std::string& sentence) {
  const std::vector<Diagnostic> findings = test::lint(test::default_linter(), sentence);
  return std::any_of(findings.begin(), findings.end(), [](const Diagnostic& finding) {
    return finding.rule == "credibility/run-on" || finding.rule == "credibility/missing-period";
  });
}

std::size_t told(const std::vector<std::string>& all) { return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), is_told)); }

std::string told_ones(const std::vector<std::string>& all) {
  std::string out;
  for (const std::string& sentence : all) out += is_told(sentence) ? sentence + "\n" : "";
  return out;
}

TEST(RunOnSentences, AreFoundAsOftenAsBefore) {
  const Groups groups = sentences();
  EXPECT_GE(told(groups.at("no sign between")), 148U) << "of " << groups.at("no sign between").size();
  EXPECT_GE(told(groups.at("three or more by commas")), 104U) << "of " << groups.at("three or more by commas").size();
}

TEST(RunOnSentences, RightOnesAreLeftAlone) {
  const Groups groups = sentences();
  EXPECT_LE(told(groups.at("right")), 1U) << "of " << groups.at("right").size() << ":\n" << told_ones(groups.at("right"));
}

}  // namespace
}  // namespace careportal_lint
