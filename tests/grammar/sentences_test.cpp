// How many of the slips of tests/grammar are found, and how quiet right sentences stay, by kind of slip.
#include <gtest/gtest.h>

#include <sstream>

#include "support/files.h"
#include "support/lint.h"

namespace careportal_lint {
namespace {

struct Sentence {
  std::string text;
  Span slip;  ///< empty for a right sentence
};

using Groups = std::map<std::string, std::vector<Sentence>>;

void add_sentences(const std::string& file, Groups& out) {
  std::istringstream lines(test::read(test::source_path("tests/grammar/" + file)));
  std::string group;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("## ")) group = file + ": " + line.substr(3);
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with("ok ")) {
      out[group].push_back({line.substr(3), {}});
      continue;
    }
    const std::size_t begin = line.find("[[");
    const std::size_t end = line.find("]]");
    EXPECT_TRUE(begin != std::string::npos && end != std::string::npos) << line;
    out[group].push_back({line.substr(0, begin) + line.substr(begin + 2, end - begin - 2) + line.substr(end + 2), {begin, end - 2}});
  }
}

Groups sentences() {
  Groups out;
  for (const char* file : {"sentences.txt", "other-hand.txt", "third-hand.txt"}) add_sentences(file, out);
  return out;
}

// Findings about language; what the draft lacks is not looked at.
std::vector<Span> language_findings(const std::string& text) {
  std::vector<Span> out;
  for (const Diagnostic& finding : test::lint(test::default_linter(), text)) {
    const bool language = finding.rule.starts_with("credibility/") || finding.rule.starts_with("jargon/");
    if (language && !finding.whole_draft) out.push_back(finding.span);
  }
  return out;
}

TEST(Grammar, NineOfTenSlipsAreFoundInEveryGroup) {
  for (const auto& [group, all] : sentences()) {
    std::size_t slips = 0;
    std::vector<std::string> missed;
    for (const Sentence& sentence : all) {
      if (sentence.slip.empty()) continue;
      ++slips;
      const std::vector<Span> found = language_findings(sentence.text);
      const bool hit = std::any_of(found.begin(), found.end(),
                                   [&](const Span& span) { return span.begin <= sentence.slip.end && sentence.slip.begin <= span.end; });
      if (!hit) missed.push_back(sentence.text);
    }
    EXPECT_TRUE(slips == 0 || slips >= 10) << group;
    EXPECT_LE(missed.size() * 10, slips) << group << ": " << ::testing::PrintToString(missed);
  }
}

TEST(Grammar, RightSentencesStayQuiet) {
  for (const auto& [group, all] : sentences()) {
    std::size_t right = 0;
    std::vector<std::string> told;
    for (const Sentence& sentence : all) {
      if (!sentence.slip.empty()) continue;
      ++right;
      if (!language_findings(sentence.text).empty()) told.push_back(sentence.text);
    }
    EXPECT_TRUE(right == 0 || right >= 10) << group;
    // the sentences come as near to a slip as can be written: one of them may be taken for one
    EXPECT_LE(told.size(), 1U) << group << ": " << ::testing::PrintToString(told);
  }
}

}  // namespace
}  // namespace careportal_lint
