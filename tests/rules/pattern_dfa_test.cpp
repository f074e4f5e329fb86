// Automata: the answers of the backtracker, also where memory runs out.
#include "rules/pattern_dfa.h"

#include <gtest/gtest.h>

#include "support/both_runs.h"
#include "support/program.h"

namespace careportal_lint {
namespace {

using Direction = ProgramBuilder::Direction;
using test::Program;

Range all_of(std::string_view text) { return {0, static_cast<std::uint32_t>(text.size())}; }

// What is found from `begin` on: "-" for nothing, "?" where the run was given back.
std::string taken(std::string_view pattern, std::string_view text, std::uint32_t begin = 0, bool word_edges = false,
                  bool exact_case = false) {
  const Program program(pattern, Direction::forward, exact_case);
  PatternDfa dfa;
  dfa.serve(program.bits());
  PatternDfa::Root root(program.root(), Direction::forward, word_edges);
  std::uint32_t end = 0;
  const RunResult result = dfa.match_forward(root, {text, all_of(text), word_edges}, begin, end);
  if (result == RunResult::gave_up) return "?";
  return result == RunResult::none ? "-" : std::string(text.substr(begin, end - begin));
}

// What is taken before the end of `within`.
std::string taken_back(std::string_view pattern, std::string_view text, Range within, std::uint32_t least, bool word_edges = false) {
  const Program program(pattern, Direction::backward);
  PatternDfa dfa;
  dfa.serve(program.bits());
  PatternDfa::Root root(program.root(), Direction::backward, word_edges);
  std::uint32_t begin = 0;
  const RunResult result = dfa.match_backward(root, {text, within, word_edges}, within.end, least, begin);
  if (result == RunResult::gave_up) return "?";
  return result == RunResult::none ? "-" : std::string(text.substr(begin, within.end - begin));
}

TEST(PatternDfa, TakesTheLongest) {
  EXPECT_EQ(taken("bed", "BEDS"), "BED");
  EXPECT_EQ(taken("Bed", "bed", 0, false, true), "-");
  EXPECT_EQ(taken("Bed", "Bed", 0, false, true), "Bed");
  EXPECT_EQ(taken("(?:a|ab)(?:c|bcd)?", "abcd"), "abcd");
  EXPECT_EQ(taken("a{2,3}", "aaaa"), "aaa");
  EXPECT_EQ(taken("a{2,3}", "ab"), "-");
  EXPECT_EQ(taken("(?:ab){2,}", "abababa"), "ababab");
  EXPECT_EQ(taken("(?:a?b?)*c", "abbac"), "abbac");
  EXPECT_EQ(taken("(?:a?){3}b", "ab"), "ab");
  EXPECT_EQ(taken("a{0}b", "b"), "b");
  EXPECT_EQ(taken("(?:\\b|a)*b", "aab"), "aab");
  EXPECT_EQ(taken("x*", "abc"), "");
  EXPECT_EQ(taken("", ""), "");
  EXPECT_EQ(taken("a placement of a sibling group of three", "A placement of a sibling group of three boys"),
            "A placement of a sibling group of three")
      << "a literal of more than one state";
  EXPECT_EQ(taken("a placement of a sibling group of three", "a placement of a sibling group of thre"), "-");
}

TEST(PatternDfa, MatchesDoNotEndInsideAWord) {
  EXPECT_EQ(taken("boys?", "boysx", 0, true), "-");
  EXPECT_EQ(taken("a(?:-b)?", "a-bc", 0, true), "a") << "a shorter text, where the longest ends inside a word";
  EXPECT_EQ(taken("a*", "aab", 0, true), "") << "an empty match before a word";
  EXPECT_EQ(taken("b*", "aab", 1, true), "-") << "an empty match inside a word";
  EXPECT_EQ(taken_back("o?-", "no-", {0, 3}, 0, true), "-");
  EXPECT_EQ(taken_back("o?-", "no-", {1, 3}, 1, true), "o-") << "what lies before the range is not seen";
  EXPECT_EQ(taken_back("\\w*", "boys", {0, 4}, 1, true), "") << "cut off at the least begin, it would begin inside a word";
}

TEST(PatternDfa, SeesTheEdges) {
  EXPECT_EQ(taken("\\bbed\\b", "bed"), "bed");
  EXPECT_EQ(taken("\\bbed\\b", "a bed.", 2), "bed");
  EXPECT_EQ(taken("\\bbed", "abed", 1), "-");
  EXPECT_EQ(taken("bed\\b", "beds"), "-");
  EXPECT_EQ(taken("\\b", "--", 1), "-");
  EXPECT_EQ(taken("^a$", "a"), "a");
  EXPECT_EQ(taken("^a", "ba", 1), "-");
  EXPECT_EQ(taken("a$", "ab"), "-");
  EXPECT_EQ(taken("(?:a$|ab)", "ab"), "ab");
  EXPECT_EQ(taken_back("^a ", "a ", {0, 2}, 0), "a ");
  EXPECT_EQ(taken_back("^a ", "b a ", {0, 4}, 2), "-") << "the least begin is no begin of the line";
  EXPECT_EQ(taken_back("^a ", "b a ", {2, 4}, 2), "a ");
  EXPECT_EQ(taken_back("\\ba ", "ba ", {0, 3}, 1), "-") << "before the least begin a word goes on";
  EXPECT_EQ(taken_back("\\ba ", " a ", {0, 3}, 1), "a ");
  EXPECT_EQ(taken_back("a$", "ab", {0, 1}, 0), "a");
  EXPECT_EQ(taken_back("a*", "aaaa", {0, 4}, 2), "aa");
}

TEST(PatternDfa, RunsAsTheBacktrackerAtEveryPlace) {
  const std::string_view patterns[] = {
      "bed",
      "beds?\\b",
      "\\b(?:twin |bunk )?beds?",
      "(?:ab|a)(?:bc|c)?",
      "a{2,3}b?",
      "(?:a|b){1,3}c",
      "\\w+'s",
      "[^.]*bed",
      ".{0,6}bed",
      "^.*$",
      "(?:a?b?)*c",
      "(?:^|\\W)a",
      "a(?:$|\\W)",
      "(?-i:Bed)",
      "(?:apple|bear|card|dog|elk|fig)s?",
      "(?:)*a",
      "\\d{1,3}(?:,\\d{3})*",
      "",
  };
  const std::string_view texts[] = {
      "", "bed", "A twin Bed, 2 bunk beds. abc aabbc", "mom's 1,200 cards a", "aaabbb  ab c.a", "figs-elk dog"};
  test::RunCounts counts;
  for (const std::string_view pattern : patterns) {
    for (const std::string_view text : texts) {
      for (const bool word_edges : {false, true}) {
        for (const bool exact_case : {false, true}) {
          EXPECT_EQ(test::compare_runs(pattern, exact_case, word_edges, text, all_of(text), counts), "") << pattern << " in " << text;
          if (text.size() < 4) continue;
          const Range within{2, static_cast<std::uint32_t>(text.size()) - 1};
          EXPECT_EQ(test::compare_runs(pattern, exact_case, word_edges, text, within, counts), "") << pattern << " within " << text;
        }
      }
    }
  }
  EXPECT_GT(counts.found, 1000U);
  EXPECT_EQ(counts.given_back, 0U);
}

TEST(PatternDfa, NothingIsMadeTwice) {
  const Program program("(?:gift|gas) cards?");
  PatternDfa dfa;
  dfa.serve(program.bits());
  PatternDfa::Root root(program.root(), Direction::forward, true);
  PatternDfa::Root same(program.root(), Direction::forward, true);
  const std::string_view text = "gift cards";
  std::uint32_t end = 0;
  ASSERT_EQ(dfa.match_forward(root, {text, all_of(text), true}, 0, end), RunResult::found);
  const std::size_t states = dfa.states();
  EXPECT_EQ(dfa.match_forward(root, {text, all_of(text), true}, 0, end), RunResult::found);
  EXPECT_EQ(dfa.match_forward(same, {text, all_of(text), true}, 0, end), RunResult::found);
  EXPECT_EQ(dfa.states(), states);
}

TEST(PatternDfa, WhatWouldGrowTooLargeIsGivenBackForGood) {
  // every number of rounds of the one beside every number of the other
  const Program program("(?:(?:a|b|ab|ba){0,60}c?){0,60}d");
  PatternDfa dfa;
  dfa.serve(program.bits());
  PatternDfa::Root root(program.root(), Direction::forward, false);
  std::string text;
  while (text.size() < 200) text += "abba";
  std::uint32_t end = 0;
  EXPECT_EQ(dfa.match_forward(root, {text, all_of(text), false}, 0, end), RunResult::gave_up);
  EXPECT_EQ(dfa.match_forward(root, {"d", {0, 1}, false}, 0, end), RunResult::gave_up);
  // too many steps of one program
  PatternDfa::Limits limits;
  limits.root_steps = 10;
  PatternDfa small(limits);
  const Program run("\\w{0,30} bed");
  small.serve(run.bits());
  PatternDfa::Root counted(run.root(), Direction::forward, false);
  const std::string_view long_words = "abcdefghijklmnopqrstuvw bed";
  EXPECT_EQ(small.match_forward(counted, {long_words, all_of(long_words), false}, 0, end), RunResult::gave_up);
  EXPECT_EQ(small.match_forward(counted, {" bed", {0, 4}, false}, 0, end), RunResult::gave_up);
}

TEST(PatternDfa, MemoryIsBounded) {
  PatternDfa::Limits limits;
  limits.states = 30;
  limits.tries = 1;
  const Program program("(?:\\w+ ){1,3}beds?");
  PatternDfa dfa(limits);
  dfa.serve(program.bits());
  PatternDfa::Root root(program.root(), Direction::forward, true);
  std::size_t found = 0;
  for (int round = 0; round < 200; ++round) {
    const std::string text = "one " + std::string(static_cast<std::size_t>(round % 13) + 1, 'x') + (round % 2 == 0 ? " two" : "") + " beds";
    const RunPlace place{text, all_of(text), true};
    std::uint32_t expected = 0;
    ASSERT_EQ(match_forward(program.bits(), program.root(), place, 0, expected, nullptr), RunResult::found);
    std::uint32_t end = 0;
    const RunResult result = dfa.match_forward(root, place, 0, end);
    if (result == RunResult::gave_up) continue;
    EXPECT_EQ(result, RunResult::found);
    EXPECT_EQ(end, expected);
    EXPECT_LE(dfa.states(), 40U);
    ++found;
  }
  EXPECT_GT(found, 100U) << "it goes on after all was forgotten";
}

TEST(PatternDfa, NoMoreIsMadeWhereMemoryRunsOutTooOften) {
  PatternDfa::Limits limits;
  limits.states = 4;
  limits.tries = 1'000;
  const Program program("(?:gift|gas) cards? (?:of|for) \\d+");
  PatternDfa dfa(limits);
  dfa.serve(program.bits());
  PatternDfa::Root root(program.root(), Direction::forward, true);
  const std::string_view text = "gift cards for 200";
  std::uint32_t end = 0;
  EXPECT_EQ(dfa.match_forward(root, {text, all_of(text), true}, 0, end), RunResult::gave_up);
  EXPECT_EQ(dfa.restarts(), 1U);
  EXPECT_EQ(dfa.match_forward(root, {"x", {0, 1}, true}, 0, end), RunResult::gave_up) << "nothing is run here any more";
  EXPECT_EQ(dfa.restarts(), 1U);
}

TEST(PatternDfa, ServesOtherPrograms) {
  const Program beds("beds?");
  const Program cribs("cribs?");
  PatternDfa dfa;
  std::uint32_t end = 0;
  for (int round = 0; round < 3; ++round) {
    dfa.serve(beds.bits());
    PatternDfa::Root bed(beds.root(), Direction::forward, false);
    EXPECT_EQ(dfa.match_forward(bed, {"beds", {0, 4}, false}, 0, end), RunResult::found);
    EXPECT_EQ(end, 4U);
    dfa.serve(cribs.bits());
    PatternDfa::Root crib(cribs.root(), Direction::forward, false);
    EXPECT_EQ(dfa.match_forward(crib, {"beds", {0, 4}, false}, 0, end), RunResult::none);
    EXPECT_EQ(dfa.match_forward(crib, {"crib", {0, 4}, false}, 0, end), RunResult::found);
  }
}

}  // namespace
}  // namespace careportal_lint
