#include "rules/pattern_anchors.h"

#include <gtest/gtest.h>

#include <memory>
#include <set>

namespace careportal_lint {
namespace {

std::string listed(const Triggers& triggers) {
  std::string out;
  for (const Trigger& trigger : triggers) {
    out += out.empty() ? "" : " | ";
    switch (trigger.type) {
      case Trigger::Type::word: out += trigger.text; break;
      case Trigger::Type::prefix: out += trigger.text + "..."; break;
      case Trigger::Type::sign: out += "sign " + trigger.text; break;
      case Trigger::Type::digit: out += "digit"; break;
      case Trigger::Type::capital: out += "capital"; break;
    }
  }
  return out;
}

struct Anchored {
  PatternNode root;
  PatternAnchors found;
};

std::unique_ptr<Anchored> anchors_of(std::string_view pattern, bool exact_case = false, PatternEdges edges = {}) {
  auto out = std::make_unique<Anchored>();
  out->root = parse_pattern(pattern, exact_case);
  out->found = find_anchors(out->root, edges);
  return out;
}

using Listed = std::set<std::string>;

// The triggers of each anchor.
Listed triggers_of(std::string_view pattern, bool exact_case = false, PatternEdges edges = {}) {
  Listed out;
  const auto anchored = anchors_of(pattern, exact_case, edges);
  for (const PatternAnchor& anchor : anchored->found.anchors) out.insert(listed(anchor.triggers));
  return out;
}

TEST(PatternAnchors, ARareWordIsTheAnchor) {
  struct Row {
    const char* name;
    std::string_view pattern;
    Listed anchors;
  };
  const Row rows[] = {
      {"word first", "guardian \\w+", {"guardian"}},
      {"word in the middle", "\\w+ guardian \\w+", {"guardian"}},
      {"the rarer of two", "the \\w+ guardian", {"guardian"}},
      {"beginning of a word", "the guardian\\w*", {"guardian..."}},
      {"endings spelled out", "the guardians?", {"guardian | guardians"}},
      {"either of two", "\\w+ (?:guardian|probation)", {"guardian | probation"}},
      {"sign", "\\w*@\\w+", {"sign @"}},
      {"one of two signs", "\\w*[@#]\\w+", {"sign # | sign @"}},
      {"token with a digit", "\\d+ \\w+", {"digit"}},
      {"letters before a digit", "[a-z]+\\d+", {"digit"}},
      {"digits are rarer than everyday words", "\\d+ of the", {"digit"}},
      {"optional part first", "(?:twin)?\\d+", {"twin... | digit"}},
      {"nothing is certain", "\\w+ \\w+", {}},
      {"inside of words only", "\\w*guardian", {}},
  };
  for (const Row& row : rows) {
    const Listed found = triggers_of(row.pattern);
    EXPECT_EQ(found, row.anchors) << row.name << ": " << row.pattern;
  }
}

TEST(PatternAnchors, CapitalsCountInTheirCaseOnly) {
  EXPECT_EQ(triggers_of("[A-Z]\\w* \\w+", true), Listed{"capital"});
  EXPECT_EQ(triggers_of("[A-Z]\\w* \\w+", false), Listed{}) << "any letter";
  EXPECT_EQ(triggers_of("(?-i:[A-Z])\\w* \\w+", false), Listed{"capital"});
}

TEST(PatternAnchors, WithoutWordEdgesAWordMayBeTheEndOfAnother) {
  const PatternEdges none{false, false};
  EXPECT_EQ(triggers_of("guardian \\w+", false, none), Listed{}) << "'safeguardian x' matches";
  EXPECT_EQ(triggers_of("\\bguardian\\w+", false, none), Listed{"guardian..."});
  EXPECT_EQ(triggers_of(", guardian", false, none), Listed{"guardian..."}) << "its end is not known";
  EXPECT_EQ(triggers_of("\\$\\w+", false, none), Listed{"sign $"});
}

TEST(PatternAnchors, AlternativesWithoutARareWordInCommonAreTakenApart) {
  const Listed found = triggers_of("(?:\\w+ guardian|probation \\w+|\\$\\d+)");
  EXPECT_EQ(found, (Listed{"guardian", "probation", "sign $"}));
  // one alternative that can stand anywhere spoils all
  EXPECT_EQ(triggers_of("(?:\\w+ guardian|\\w+ \\w+)"), Listed{});
  // those that begin with rare words stay together
  const Listed together = triggers_of("(?:guardian|probation|the \\w+ petition) \\w+");
  EXPECT_EQ(together, (Listed{"guardian | probation", "petition"}));
}

TEST(PatternAnchors, PartsStandBeforeAndAfterTheAnchor) {
  const auto anchored = anchors_of("\\w+ guardian \\w+");
  ASSERT_EQ(anchored->found.anchors.size(), 1U);
  const PatternAnchor& anchor = anchored->found.anchors.front();
  EXPECT_EQ(anchor.before.size(), 2U) << "letters and a blank";
  EXPECT_EQ(anchor.after.size(), std::string_view("guardian").size() + 2);
  const auto first = anchors_of("guardian \\w+");
  EXPECT_TRUE(first->found.anchors.front().before.empty());
}

TEST(PatternAnchors, WhatElseIsRequiredIsTold) {
  const auto anchored = anchors_of("guardian \\w+ (?:petition|probation)");
  ASSERT_EQ(anchored->found.anchors.size(), 1U);
  Listed sets;
  for (const Triggers& set : anchored->found.anchors.front().required) sets.insert(listed(set));
  const std::string trigger = listed(anchored->found.anchors.front().triggers);
  EXPECT_FALSE(sets.contains(trigger)) << "the anchor itself goes without saying";
  EXPECT_TRUE(sets.contains("guardian") || sets.contains("petition | probation"));
}

TEST(PatternAnchors, SomePatternsStayBetweenSentenceSigns) {
  const std::pair<std::string_view, bool> rows[] = {
      {"guardian \\w+", true},     {"guardian, \\w+", true}, {"guardian .*", false}, {"guardian[^,]*", false},  {"guardian[^.!?]*", true},
      {"guardian\\. \\w+", false}, {"guardian\\?", false},   {"^guardian", false},   {"guardian \\w+$", false}, {"guardian\\b \\w+", true},
  };
  for (const auto& [pattern, within] : rows) {
    const auto anchored = anchors_of(pattern);
    ASSERT_EQ(anchored->found.anchors.size(), 1U) << pattern;
    EXPECT_EQ(anchored->found.anchors.front().within_signs, within) << pattern;
  }
}

}  // namespace
}  // namespace careportal_lint
