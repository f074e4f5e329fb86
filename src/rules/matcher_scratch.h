// What the parts of the matcher share: what a scan works with.
#pragma once

#include <algorithm>
#include <vector>

#include "rules/matcher.h"
#include "rules/pattern_dfa.h"

namespace careportal_lint {

/// A pattern that matched around an anchor.
struct Candidate {
  PatternId pattern = 0;
  Range range;
  std::uint32_t pos = 0;  // of the anchor
  AnchorId anchor = 0;

  // The leftmost-longest last, as heaps want it.
  friend bool operator<(const Candidate& a, const Candidate& b) {
    return a.range.begin != b.range.begin ? a.range.begin > b.range.begin : a.range.end < b.range.end;
  }
};

/// Which triggers stand in the stretch of text that is being looked at.
class Stretch {
 public:
  void fit(std::size_t atoms) {
    if (seen_.size() < atoms) seen_.resize(atoms, 0);
  }
  void start() {
    if (++number_ != 0) return;
    std::fill(seen_.begin(), seen_.end(), 0);  // the numbers have run out: all over again
    number_ = 1;
  }
  void see(AtomId atom) { seen_[atom] = number_; }
  [[nodiscard]] bool has(AtomId atom) const { return seen_[atom] == number_; }

 private:
  std::vector<std::uint16_t> seen_;  // the last stretch with the atom; small, as all of it is written for the first draft
  std::uint16_t number_ = 0;
};

/// The programs of an anchor, as automata.
struct Matcher::AnchorRoots {
  PatternDfa::Root after;
  PatternDfa::Root before;
};

/// Kept by each thread from draft to draft, so that nothing is allocated again.
struct Matcher::Scratch {
  struct TokenFacts {
    WordId word = 0;
    std::uint32_t slot = 0;  // of a word that is in some pattern
  };
  std::vector<TokenFacts> tokens;
  Stretch line;
  Stretch part;
  std::vector<Candidate> candidates;
  std::vector<PatternId> too_long;  // for RE2

  std::uint64_t matcher = 0;  // whose automata these are
  PatternDfa dfa;
  std::size_t restarts = 0;  // of `dfa`
  std::uint32_t patience = 0;
  std::vector<std::uint32_t> anchors;  // the number of tries; above `patience`, which of `roots` is the anchor's
  std::vector<AnchorRoots> roots;
};

template <typename Has>
bool Matcher::meets(std::uint32_t sets_begin, std::uint32_t sets_end, const Has& has) const {
  for (std::uint32_t i = sets_begin; i < sets_end; ++i) {
    const AtomSet set = tables_.sets[i];
    bool any = false;
    for (std::uint32_t a = set.begin; a < set.end && !any; ++a) any = has(tables_.set_atoms[a]);
    if (!any) return false;
  }
  return true;
}

/// `pos` lies between two word characters of `within`.
inline bool is_inside_word(std::string_view text, Range within, std::uint32_t pos) {
  return pos > within.begin && pos < within.end && is_word_char(text[pos - 1]) && is_word_char(text[pos]);
}

}  // namespace careportal_lint
