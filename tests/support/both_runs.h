// One pattern run by the backtracker and by automata.
#pragma once

#include <string>
#include <string_view>

#include "rules/pattern_dfa.h"
#include "text/fold.h"

namespace careportal_lint::test {

/// What the comparisons looked at.
struct RunCounts {
  std::size_t found = 0;       ///< runs that found a match
  std::size_t given_back = 0;  ///< runs that an automaton gave back
};

/// Runs a pattern at every place of `within`, forward from there and backward to each of some least begins. Says where an
/// automaton comes to another answer than the backtracker (empty: nowhere). Each run is made twice: the second finds its
/// states ready. Patterns that programs cannot hold are not compared.
std::string compare_runs(std::string_view pattern, bool exact_case, bool word_edges, std::string_view text, Range within, RunCounts& counts,
                         const PatternDfa::Limits& limits = PatternDfa::Limits());

}  // namespace careportal_lint::test
