// Misspellings in sentences: how many are found, how often the right words come first, and how quiet right sentences stay.
#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "support/files.h"
#include "support/lint.h"

namespace careportal_lint {
namespace {

struct Tally {
  std::size_t all = 0;
  std::size_t found = 0;
  std::size_t first = 0;  ///< the first rewrite makes the sentence right
};

// Findings about language, those about the whole draft left out.
std::vector<Diagnostic> language_findings(const std::string& text) {
  std::vector<Diagnostic> out;
  for (Diagnostic& finding : test::lint(test::default_linter(), text)) {
    const bool language = finding.rule.starts_with("credibility/") || finding.rule.starts_with("jargon/");
    if (language && !finding.whole_draft && !finding.span.empty()) out.push_back(std::move(finding));
  }
  return out;
}

void count(const std::string& sentence, const std::string& wrong, const std::string& right, Tally& tally) {
  const std::size_t begin = sentence.find(wrong);
  ASSERT_NE(begin, std::string::npos) << wrong << " in " << sentence;
  const Span slip{begin, begin + wrong.size()};
  const std::string meant = sentence.substr(0, begin) + right + sentence.substr(slip.end);
  ++tally.all;
  bool found = false;
  bool first = false;
  for (const Diagnostic& finding : language_findings(sentence)) {
    if (!finding.span.overlaps(slip)) continue;
    found = true;
    if (finding.suggestions.empty() || !finding.suggestions.front().text) continue;
    const std::string& offered = *finding.suggestions.front().text;
    first = first || sentence.substr(0, finding.span.begin) + offered + sentence.substr(finding.span.end) == meant;
  }
  tally.found += found ? 1 : 0;
  tally.first += first ? 1 : 0;
}

std::map<std::string, Tally> tallies() {
  std::map<std::string, Tally> out;
  std::istringstream lines(test::read(test::source_path("tests/spelling/sentences.txt")));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream fields(line);
    std::string kind;
    std::string wrong;
    std::string right;
    std::string sentence;
    std::getline(fields, kind, '\t');
    std::getline(fields, wrong, '\t');
    std::getline(fields, right, '\t');
    std::getline(fields, sentence, '\t');
    count(sentence, wrong, right, out[kind]);
  }
  return out;
}

TEST(SpellingInSentences, MostSlipsAreFoundAndTheRightWordComesFirst) {
  Tally slips;
  for (const auto& [kind, tally] : tallies()) {
    RecordProperty(kind, std::to_string(tally.found) + " of " + std::to_string(tally.all) + ", first " + std::to_string(tally.first));
    if (kind == "realword") {
      EXPECT_GE(tally.found * 100, tally.all * 80) << kind;
      continue;
    }
    EXPECT_GE(tally.found * 100, tally.all * 90) << kind;
    slips.all += tally.all;
    slips.found += tally.found;
    slips.first += tally.first;
  }
  EXPECT_EQ(slips.all, 690U);
  EXPECT_GE(slips.found * 100, slips.all * 94) << slips.found;
  EXPECT_GE(slips.first * 100, slips.found * 95) << slips.first;
}

TEST(SpellingInSentences, RightSentencesStayQuiet) {
  std::istringstream lines(test::read(test::source_path("tests/spelling/right.txt")));
  std::vector<std::string> told;
  std::size_t all = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    ++all;
    for (const Diagnostic& finding : language_findings(line)) {
      if (finding.rule == "credibility/spelling") told.push_back(line);
    }
  }
  EXPECT_EQ(all, 450U);
  EXPECT_LE(told.size(), 2U) << testing::PrintToString(told);
}

}  // namespace
}  // namespace careportal_lint
