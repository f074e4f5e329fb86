#include "lint/resolve.h"

#include <gtest/gtest.h>

namespace careportal_lint {
namespace {

const std::vector<std::string> kCategories = {"confidentiality", "cash", "details", "strengths", "jargon", "credibility", "connection"};

struct Entry {
  const char* category;
  Severity severity;
  std::uint32_t begin;
  std::uint32_t end;
  bool whole_draft = false;
};

// What is left, as "category:begin-end".
std::vector<std::string> kept(const std::vector<Entry>& entries) {
  std::vector<Finding> findings;
  for (const Entry& entry : entries) {
    Finding finding;
    finding.rule = static_cast<std::size_t>(std::find(kCategories.begin(), kCategories.end(), entry.category) - kCategories.begin());
    finding.severity = entry.severity;
    finding.range = {entry.begin, entry.end};
    finding.whole_draft = entry.whole_draft;
    findings.push_back(std::move(finding));
  }
  resolve_overlaps(findings, kCategories);
  std::vector<std::string> out;
  for (const Finding& finding : findings) {
    out.push_back(kCategories[finding.rule] + ":" + std::to_string(finding.range.begin) + "-" + std::to_string(finding.range.end));
  }
  return out;
}

using Kept = std::vector<std::string>;
constexpr Severity kError = Severity::error;
constexpr Severity kWarning = Severity::warning;

TEST(Resolve, FindingsApartAreAllKept) {
  EXPECT_EQ(kept({{"cash", kError, 0, 4}, {"jargon", kWarning, 4, 8}, {"jargon", kWarning, 20, 25}}),
            (Kept{"cash:0-4", "jargon:4-8", "jargon:20-25"}));
  EXPECT_EQ(kept({}), Kept{});
}

TEST(Resolve, SeverityWinsThenTheCategory) {
  EXPECT_EQ(kept({{"confidentiality", kWarning, 0, 9}, {"credibility", kError, 5, 12}}), Kept{"credibility:5-12"});
  EXPECT_EQ(kept({{"credibility", kWarning, 0, 9}, {"jargon", kWarning, 0, 9}, {"cash", kWarning, 0, 9}}), Kept{"cash:0-9"});
  // the order that was promised
  for (std::size_t i = 0; i + 1 < kCategories.size(); ++i) EXPECT_LT(category_rank(kCategories[i]), category_rank(kCategories[i + 1]));
  EXPECT_LT(category_rank("connection"), category_rank("ours"));
}

TEST(Resolve, WithinACategoryTheLongerThenTheEarlierWins) {
  EXPECT_EQ(kept({{"jargon", kWarning, 0, 3}, {"jargon", kWarning, 0, 12}}), Kept{"jargon:0-12"});
  EXPECT_EQ(kept({{"jargon", kWarning, 4, 8}, {"jargon", kWarning, 2, 6}}), Kept{"jargon:2-6"});
}

TEST(Resolve, FindingsAboutTheWholeDraftNeverCompete) {
  EXPECT_EQ(kept({{"strengths", kWarning, 0, 0, true}, {"details", kWarning, 2, 9, true}, {"cash", kError, 2, 9}}),
            (Kept{"strengths:0-0", "details:2-9", "cash:2-9"}));
}

TEST(Resolve, ALongFindingAroundAShortOneOfAnotherCategoryStays) {
  EXPECT_EQ(kept({{"confidentiality", kError, 20, 32}, {"cash", kWarning, 5, 40}}), (Kept{"confidentiality:20-32", "cash:5-40"}));
  EXPECT_EQ(kept({{"confidentiality", kError, 20, 32}, {"cash", kWarning, 18, 34}}), Kept{"confidentiality:20-32"});
  EXPECT_EQ(kept({{"cash", kError, 20, 32}, {"cash", kWarning, 5, 40}}), Kept{"cash:20-32"});
}

TEST(Resolve, ALoserDoesNotPushOutOthers) {
  // the middle one loses against the first: the third may stay
  EXPECT_EQ(kept({{"cash", kError, 0, 10}, {"jargon", kWarning, 8, 20}, {"credibility", kWarning, 15, 25}}),
            (Kept{"cash:0-10", "credibility:15-25"}));
}

TEST(Resolve, AMisspellingThatWouldStayIsToldBesideTheWiderFinding) {
  const auto left = [](const char* category, std::vector<Suggestion> suggestions) {
    std::vector<Finding> findings(2);
    findings[0].rule = static_cast<std::size_t>(std::find(kCategories.begin(), kCategories.end(), category) - kCategories.begin());
    findings[0].range = {0, 14};
    findings[0].suggestions = std::move(suggestions);
    findings[1].rule = 5;
    findings[1].range = {6, 14};
    findings[1].misspelled = "matresss";
    resolve_overlaps(findings, kCategories);
    return findings.size();
  };
  EXPECT_EQ(left("jargon", {{"a used matresss", "", false}}), 2U) << "the rewrite keeps the word";
  EXPECT_EQ(left("jargon", {{"a bed", "", false}}), 1U) << "the rewrite drops the word";
  EXPECT_EQ(left("jargon", {{"two matressses", "", false}}), 1U) << "another word";
  EXPECT_EQ(left("strengths", {{"is in a hard season", "", false}}), 2U) << "only a way to say it";
  EXPECT_EQ(left("confidentiality", {}), 1U) << "the words are to be taken out";
}

TEST(Resolve, WhatIsWrongWithADoubledWordIsToldBesideIt) {
  const auto left = [](std::vector<Suggestion> suggestions, std::uint32_t inner_end) {
    std::vector<Finding> findings(2);  // "has has", "has"
    for (Finding& finding : findings) finding.rule = 5;
    findings[0].range = {0, 7};
    findings[0].suggestions = std::move(suggestions);
    findings[1].range = {0, inner_end};
    resolve_overlaps(findings, kCategories);
    return findings.size();
  };
  EXPECT_EQ(left({{"has", "", true}}, 3), 2U);
  EXPECT_EQ(left({{"had", "", false}}, 3), 1U) << "another rewrite settles both";
  EXPECT_EQ(left({{"has", "", true}}, 5), 1U) << "not the word";
  EXPECT_EQ(left({}, 3), 1U);
}

}  // namespace
}  // namespace careportal_lint
