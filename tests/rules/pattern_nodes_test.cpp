#include "rules/pattern_nodes.h"

#include <gtest/gtest.h>

namespace careportal_lint {
namespace {

using Type = PatternNode::Type;

// The only item of a pattern.
PatternNode item(std::string_view pattern, bool exact_case = false) {
  const PatternNode root = parse_pattern(pattern, exact_case);
  EXPECT_EQ(root.type, Type::concat) << pattern;
  EXPECT_EQ(root.children.size(), 1U) << pattern;
  return root.children.empty() ? PatternNode{} : root.children.front();
}

// All characters for which the item stands, in any case where that does not matter.
std::string characters(std::string_view pattern, bool exact_case = false) {
  const PatternNode node = item(pattern, exact_case);
  EXPECT_EQ(node.type, Type::chars) << pattern;
  const CharSet set = node.any_case ? fold_case(node.chars) : node.chars;
  std::string out;
  for (std::size_t c = 0; c < 128; ++c) {
    if (set.test(c)) out.push_back(static_cast<char>(c));
  }
  return out;
}

bool is_supported(std::string_view pattern) {
  try {
    parse_pattern(pattern, false);
    return true;
  } catch (const UnsupportedPattern&) {
    return false;
  }
}

TEST(PatternNodes, CharactersAndClasses) {
  struct Row {
    const char* name;
    std::string_view pattern;
    std::string characters;
  };
  const Row rows[] = {
      {"a letter in any case", "a", "Aa"},
      {"escaped sign", "\\$", "$"},
      {"class", "[bd]", "BDbd"},
      {"range", "[b-d]", "BCDbcd"},
      {"bracket first", "[]x]", "X]x"},
      {"hyphen last", "[a-]", "-Aa"},
      {"hyphen first", "[-a]", "-Aa"},
      {"escape in a class", "[\\]\\d]", "0123456789]"},
      {"digits", "\\d", "0123456789"},
      {"blanks", "\\s", "\t\n\f\r "},
      {"tab", "\\t", "\t"},
      {"range to an escape", "[+-\\-]", "+,-"},
  };
  for (const Row& row : rows) EXPECT_EQ(characters(row.pattern), row.characters) << row.name;
  EXPECT_EQ(characters(".").size(), 127U) << "all but the line feed";
  EXPECT_EQ(characters("\\w").size(), 63U);
  EXPECT_EQ(characters("\\W").size(), 65U);
}

TEST(PatternNodes, CaseOfClasses) {
  EXPECT_EQ(characters("a", true), "a");
  EXPECT_EQ(characters("[a-c]", true), "abc");
  // what is excluded is excluded in both cases
  const std::string any = characters("[^a]");
  EXPECT_EQ(any.find_first_of("aA"), std::string::npos);
  EXPECT_EQ(any.size(), 126U);
  const std::string exact = characters("[^a]", true);
  EXPECT_EQ(exact.find('a'), std::string::npos);
  EXPECT_NE(exact.find('A'), std::string::npos);
  EXPECT_EQ(characters("[^\\W\\d_]").size(), 52U) << "only the letters are left";
}

TEST(PatternNodes, GroupsWithTheirOwnCase) {
  const PatternNode exact = item("(?-i:a)");
  EXPECT_TRUE(exact.own_case);
  EXPECT_FALSE(exact.children.at(0).children.at(0).any_case);
  const PatternNode any = item("(?i:a)", true);
  EXPECT_TRUE(any.own_case);
  EXPECT_TRUE(any.children.at(0).children.at(0).any_case);
  // and the case outside comes back behind it
  const PatternNode both = parse_pattern("(?-i:a)b", false);
  EXPECT_TRUE(both.children.at(1).any_case);
  const PatternNode inner = item("(?-i:a(?i:b))");
  EXPECT_TRUE(inner.children.at(0).children.at(1).children.at(0).children.at(0).any_case);
}

TEST(PatternNodes, CapturesAreNumberedFromTheLeft) {
  const PatternNode root = parse_pattern("(a)(?:b)(?P<name>c(d))", false);
  ASSERT_EQ(root.children.size(), 4U - 1U);
  EXPECT_EQ(root.children[0].capture, 1);
  EXPECT_EQ(root.children[1].capture, 0);
  EXPECT_EQ(root.children[2].capture, 2);
  EXPECT_EQ(root.children[2].children.at(0).children.at(1).capture, 3);
}

TEST(PatternNodes, Repetitions) {
  struct Row {
    std::string_view pattern;
    int min;
    int max;
  };
  const Row rows[] = {{"a?", 0, 1},     {"a*", 0, -1},    {"a+", 1, -1},    {"a{3}", 3, 3}, {"a{2,5}", 2, 5},
                      {"a{2,}", 2, -1}, {"a{0}", 0, 0},   {"a??", 0, 1},    {"a+?", 1, -1}, {"a{2,5}?", 2, 5},
                      {"[ab]*", 0, -1}, {"(?:a)?", 0, 1}, {"(a){2}", 2, 2}, {"\\$+", 1, -1}};
  for (const Row& row : rows) {
    const PatternNode node = item(row.pattern);
    EXPECT_EQ(node.type, Type::repeat) << row.pattern;
    EXPECT_EQ(node.min, row.min) << row.pattern;
    EXPECT_EQ(node.max, row.max) << row.pattern;
  }
}

TEST(PatternNodes, AlternativesAndEdges) {
  const PatternNode root = parse_pattern("a||(?:b|c)", false);
  EXPECT_EQ(root.type, Type::alternate);
  ASSERT_EQ(root.children.size(), 3U);
  EXPECT_TRUE(root.children[1].children.empty()) << "an empty alternative";
  const PatternNode edges = parse_pattern("^\\ba\\b$", false);
  ASSERT_EQ(edges.children.size(), 5U);
  EXPECT_EQ(edges.children[0].type, Type::line_begin);
  EXPECT_EQ(edges.children[1].type, Type::word_boundary);
  EXPECT_EQ(edges.children[4].type, Type::line_end);
  EXPECT_TRUE(edges.children[0].is_line_edge());
  EXPECT_FALSE(edges.children[1].is_line_edge());
}

TEST(PatternNodes, WhatIsNotReadIsRefused) {
  for (const std::string_view pattern :
       {"a(",       "a)",          "(?:a",  "[a",        "[a-",   "a\\",   "\\B",   "\\Aa",     "a\\z",
        "\\pL",     "\\p{L}",      "\\x41", "\\Qa.b\\E", "\\1",   "(?s)a", "(?=a)", "(?!a)",    "(?<name>a)",
        "(?P<name", "[[:alpha:]]", "[z-a]", "[\\x41]",   "a{,2}", "a{x}",  "a{2",   "\xC3\xA9", "[\xC3\xA9]"})
    EXPECT_FALSE(is_supported(pattern)) << pattern;
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "(?:";
  deep += "a" + std::string(300, ')');
  EXPECT_FALSE(is_supported(deep)) << "nested deeper than a stack should be";
  for (const std::string_view pattern : {"", "a|", "{2}", "]", "a-b", "\"a\""}) EXPECT_TRUE(is_supported(pattern)) << pattern;
}

}  // namespace
}  // namespace careportal_lint
