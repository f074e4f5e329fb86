// One pattern over one text: what the matcher finds and what plain searching finds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/matcher.h"
#include "support/plain_search.h"

namespace careportal_lint::test {

/// The matches of one pattern, also of one that is looked for on demand, by their begin.
std::vector<Found> matches_of(const Matcher& matcher, const Document& document, const MatchTable& table, PatternId pattern, bool finder);

std::string listed(const Document& document, const std::vector<Found>& found);

struct PatternSpec {
  std::string pattern;
  bool exact_case = false;
  bool word_edges = true;
  bool finder = true;
};

/// Compares the matcher with a plain search: all matches, and `contains` for ranges of whole tokens (`questions` of them,
/// drawn from `seed`), once by the backtracker alone and twice by automata. Says what differs (empty: nothing). `found`:
/// is counted up by the plain matches.
///
/// The one difference that is meant: a trie of phrases looks at every word, a plain search goes on behind its match. So
/// where phrases take part, each match must be one of the pattern and touch a plain one, and each plain one is touched.
/// Patterns that RE2 refuses are not compared.
std::string compare_both_ways(const PatternSpec& spec, std::string_view draft, std::size_t questions, unsigned seed, std::size_t& found);

}  // namespace careportal_lint::test
