// Programs: how they are made, and what they find, forward and backward.
#include "rules/pattern_run.h"

#include <gtest/gtest.h>

#include "support/program.h"

namespace careportal_lint {
namespace {

using Direction = ProgramBuilder::Direction;

using test::Program;

RunPlace whole(std::string_view text, bool word_edges = false) { return {text, {0, static_cast<std::uint32_t>(text.size())}, word_edges}; }

// "" for the empty match, "-" for none.
std::string first_match(std::string_view pattern, std::string_view text, bool word_edges = false, bool exact_case = false) {
  const Program program(pattern, Direction::forward, exact_case);
  Groups groups{};
  if (find_match(program.bits(), program.root(), whole(text, word_edges), 0, groups) != RunResult::found) return "-";
  return std::string(text.substr(groups[0].begin, groups[0].size()));
}

// What a backward program takes before `text`'s end.
std::string taken_back(std::string_view pattern, std::string_view text, std::uint32_t least = 0, bool word_edges = false) {
  const Program program(pattern, Direction::backward);
  std::uint32_t begin = 0;
  const auto end = static_cast<std::uint32_t>(text.size());
  if (match_backward(program.bits(), program.root(), whole(text, word_edges), end, least, begin) != RunResult::found) return "-";
  return std::string(text.substr(begin));
}

struct Row {
  const char* name;
  std::string_view pattern;
  std::string_view text;
  std::string found;
};

TEST(PatternRun, FindsTheLeftmostLongestMatch) {
  const Row rows[] = {
      {"letters in any case", "bed", "a BED", "BED"},
      {"a class", "[bd]ad", "sad dad", "dad"},
      {"negated class", "[^a]ad", "aad Aad bad", "bad"},
      {"leftmost, not longest of all", "ab|bcde", "abcde", "ab"},
      {"longest of several alternatives", "ab|abc|a", "xabcd", "abc"},
      {"the longest is not the first way", "(?:a|ab)(?:c|bcd)?", "abcd", "abcd"},
      {"optional", "beds?", "beds", "beds"},
      {"lazy is no less", "be+?d?", "beed", "beed"},
      {"bounds", "a{2,3}", "aaaa", "aaa"},
      {"too few", "a{2,3}", "aba", "-"},
      {"exactly", "(?:ab){2}", "abab", "abab"},
      {"repeated group gives back", "(?:ab)+abc", "abababc", "abababc"},
      {"repeated run gives back", "a*ab", "aaab", "aaab"},
      {"group that can be empty", "(?:a?b?)*c", "abbac", "abbac"},
      {"least rounds of a group that can be empty", "(?:a?){3}b", "ab", "ab"},
      {"unbounded rounds from a number on", "(?:ab){2,}", "ababab", "ababab"},
      {"empty alternative", "a(?:b|)c", "ac", "ac"},
      {"empty pattern", "", "abc", ""},
      {"word edge", "\\bbed\\b", "abed bed", "bed"},
      {"word edge at a sign", "a\\b-", "a-", "a-"},
      {"no word edge between signs", "-\\b-", "--", "-"},
      {"line begin", "^bed", "bed bed", "bed"},
      {"not the line begin", "^bed", "a bed", "-"},
      {"line end", "bed$", "bed bed", "bed"},
      {"not the line end", "bed$", "bed.", "-"},
      {"any character but a line feed", "a.b", "a\nb a b", "a b"},
      {"capital letters of a class in any case", "[A-Z]x", "bx", "bx"},
      {"own case", "(?-i:May) \\d", "may 5 May 6", "May 6"},
      {"nothing", "bed", "crib", "-"},
  };
  for (const Row& row : rows) EXPECT_EQ(first_match(row.pattern, row.text), row.found == "-" ? "-" : row.found) << row.name;
  EXPECT_EQ(first_match("Bed", "bed Bed", false, true), "Bed");
  EXPECT_EQ(first_match("(?i:b)ed", "BED Bed", false, true), "Bed");
}

TEST(PatternRun, ManyAlternativesAreChosenByTheirFirstCharacter) {
  constexpr std::string_view kFruit = "(?:apples?|bananas?|[cd]herries|eggs|figs|ap|1\\d)";
  EXPECT_EQ(Program(kFruit).type(), ProgramNode::Type::choice);
  EXPECT_EQ(first_match(kFruit, "no Apples"), "Apples");
  EXPECT_EQ(first_match(kFruit, "apt"), "ap");
  EXPECT_EQ(first_match(kFruit, "dherries"), "dherries");
  EXPECT_EQ(first_match(kFruit, "at 17"), "17");
  EXPECT_EQ(first_match(kFruit, "grapes"), "ap");
  EXPECT_EQ(first_match(kFruit, "grass"), "-");
  EXPECT_EQ(taken_back(kFruit, "two figs"), "figs") << "backward, the last character chooses";
  // an alternative that may be empty, or begin with anything, stands for every character
  EXPECT_EQ(Program("(?:a|b|c|d|e?)").type(), ProgramNode::Type::alternate);
  EXPECT_EQ(Program("(?:a|b|c|d|\\w)").type(), ProgramNode::Type::alternate);
}

TEST(PatternRun, GoesBackward) {
  const Row rows[] = {
      {"letters", "bed", "a bed", "bed"},
      {"the furthest", "\\w* ?bed", "two bed", "two bed"},
      {"alternatives", "(?:gift|a gift) ", "a gift ", "a gift "},
      {"bounds", "a{2,3}", "aaaa", "aaa"},
      {"groups", "(?:no |not )+a ", "no not a ", "no not a "},
      {"captures do not matter", "(\\d) (b)", "2 b", "2 b"},
      {"line begin", "^a ", "a ", "a "},
      {"not the line begin", "^a ", "b a ", "-"},
      {"word edge", "\\bno ", "no ", "no "},
      {"not at a word edge", "\\bno ", "piano ", "-"},
      {"nothing", "no", "yes", "-"},
      {"empty", "x*", "abc", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(taken_back(row.pattern, row.text), row.found) << row.name;
  EXPECT_EQ(taken_back("a*", "aaaa", 2), "aa") << "not before the least begin";
  EXPECT_EQ(taken_back("aaa", "aaaa", 2), "-");
}

TEST(PatternRun, MatchesDoNotBeginOrEndInsideAWord) {
  EXPECT_EQ(first_match("boys'?", "boys'", true), "boys'");
  EXPECT_EQ(first_match("boys?", "boysx boys", true), "boys");
  EXPECT_EQ(first_match("oys", "boys oys", true), "oys");
  EXPECT_EQ(first_match("a(?:-b)?", "a-bc", true), "a") << "a shorter text, where the longest ends inside a word";
  EXPECT_EQ(taken_back("\\w*", "boys ", 0, true), "") << "from behind a blank";
  EXPECT_EQ(taken_back("o?-", "no-", 0, true), "-") << "the letter would be inside a word";
}

TEST(PatternRun, OnlyTheRangeIsSeen) {
  const Program program("^b\\b$");
  Groups groups{};
  const RunPlace place{"abc", {1, 2}, true};
  EXPECT_EQ(find_match(program.bits(), program.root(), place, 1, groups), RunResult::found);
  EXPECT_EQ(groups[0], (Range{1, 2}));
}

TEST(PatternRun, Captures) {
  const auto groups_of = [](std::string_view pattern, std::string_view text) {
    const Program program(pattern);
    Groups groups{};
    EXPECT_EQ(find_match(program.bits(), program.root(), whole(text), 0, groups), RunResult::found) << pattern;
    return groups;
  };
  const Groups two = groups_of("(\\d+) (?:twin )?(beds?)", "we need 12 twin beds");
  EXPECT_EQ(two[0], (Range{8, 20}));
  EXPECT_EQ(two[1], (Range{8, 10}));
  EXPECT_EQ(two[2], (Range{16, 20}));
  EXPECT_EQ(groups_of("(a)|b", "b")[1], Range{}) << "a group that took no part";
  EXPECT_EQ(groups_of("(?:(a|b) ?)+", "a b a")[1], (Range{4, 5})) << "the last round";
  EXPECT_EQ(groups_of("((a)b)c", "abc")[2], (Range{0, 1})) << "a group in a group";
  EXPECT_EQ(groups_of("(a)(?:bx)?|(ab)c", "abc")[1], Range{}) << "only the way to the longest match counts";
  EXPECT_THROW(Program("(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)"), UnsupportedPattern) << "more groups than a rule can name";
}

TEST(PatternRun, GivesUpWhereItWouldTakeTooLong) {
  // every way to cut the letters into rounds, each of them in vain
  const Program slow("(?:a|aa|aaa)+b");
  const std::string text(60, 'a');
  Groups groups{};
  EXPECT_EQ(find_match(slow.bits(), slow.root(), whole(text), 0, groups), RunResult::gave_up);
  std::uint32_t end = 0;
  EXPECT_EQ(match_forward(slow.bits(), slow.root(), whole(text), 0, end, nullptr), RunResult::gave_up);
  const Program back("b(?:a|aa|aaa)+", Direction::backward);
  EXPECT_EQ(match_backward(back.bits(), back.root(), whole(text), 60, 0, end), RunResult::gave_up);
  // one round inside the other, so deep that a stack might not hold them
  const Program deep("(?:a|b)+c");
  const std::string longer(20000, 'a');
  EXPECT_EQ(match_forward(deep.bits(), deep.root(), whole(longer), 0, end, nullptr), RunResult::gave_up);
  EXPECT_EQ(first_match("a+b", longer), "-") << "a run of characters is no such round";
}

TEST(PatternProgram, EqualPartsAreHeldOnce) {
  ProgramBuilder builder;
  const NodeId first = builder.add(parse_pattern("(?:gift|gas) cards?", false), Direction::forward);
  const std::size_t nodes = builder.nodes().size();
  EXPECT_EQ(builder.add(parse_pattern("(?:GIFT|gas) cards?", false), Direction::forward), first);
  EXPECT_EQ(builder.nodes().size(), nodes);
  EXPECT_NE(builder.add(parse_pattern("(?:gift|gas) cards?", true), Direction::forward), first);
}

TEST(PatternProgram, TooManyRoundsAreRefused) { EXPECT_THROW(Program("(?:ab){9999999}"), UnsupportedPattern); }

}  // namespace
}  // namespace careportal_lint
