// Finds every pattern of every rule in one walk over the words of a draft.
//
// Phrases live in one trie over words. What is more than words is a program (pattern_program.h) that is tried only at
// its anchors (pattern_anchors.h): where a rare word of the pattern stands, and what else it requires stands nearby.
// RE2 runs the few patterns that programs cannot, and settles what would take a program too long.
#pragma once

#include <cstdint>
#include <memory>
#include <shared_mutex>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rules/flat_tables.h"
#include "rules/pattern_run.h"
#include "text/document.h"

namespace re2 {
class RE2;
}

namespace careportal_lint {

/// One place where a pattern stands.
struct Match {
  PatternId pattern = 0;
  Range range;
  std::vector<Range> groups;  ///< captures; [0] is the match; empty for patterns without captures
};

/// A node of the trie of phrases at which words of a draft end.
struct PhraseHit {
  std::uint32_t node = 0;
  Range range;
};

/// A trigger that stands somewhere in a draft and that some pattern waits for.
struct TriggerHit {
  AtomId atom = 0;
  std::uint32_t pos = 0;
  std::uint32_t end = 0;       ///< of the token; a sign is no token: `pos`
  std::uint32_t previous = 0;  ///< the number of the hit of the same trigger before it
};

/// What was found in one draft.
class MatchTable {
 public:
  MatchTable(const FlatTables& tables, std::string_view text)
      : tables_(tables),
        text_(text),
        atoms_(tables.atom_count(), false),
        last_hits_(std::make_unique_for_overwrite<std::uint32_t[]>(tables.atom_count())) {}

  /// The matches of a pattern that every draft is searched for, in order of their begin.
  [[nodiscard]] std::pair<const Match*, const Match*> of(PatternId pattern) const;
  [[nodiscard]] const std::vector<Match>& all() const { return matches_; }
  /// The phrases of any pattern, the longest at each place, in order; `take` returns false to stop.
  template <typename Take>
  void each_phrase(PatternId pattern, const Take& take) const {
    if (!has_phrase(pattern)) return;
    for (std::size_t i = 0; i < hits_.size(); ++i) {
      if (!accepts(hits_[i], pattern)) continue;
      std::size_t longest = i;
      for (std::size_t next = i + 1; next < hits_.size() && hits_[next].range.begin == hits_[i].range.begin; ++next) {
        if (accepts(hits_[next], pattern)) longest = next;
      }
      if (!take(Match{pattern, hits_[longest].range, {}})) return;
      i = longest;
    }
  }
  /// A text of the pattern stands within `range`; a shorter one counts where the longest would stick out.
  [[nodiscard]] bool stands_in(PatternId pattern, Range range) const;
  /// The trigger stands somewhere in the draft.
  [[nodiscard]] bool has(AtomId atom) const { return atoms_[atom]; }

 private:
  friend class Matcher;
  [[nodiscard]] bool accepts(const PhraseHit& hit, PatternId pattern) const;
  /// A phrase of the pattern may stand somewhere in the draft.
  [[nodiscard]] bool has_phrase(PatternId pattern) const;
  /// A trigger stands at `pos`; it is `awaited` when patterns are tried there.
  void see(AtomId atom, std::uint32_t pos, std::uint32_t end, bool awaited);
  /// Puts the matches in order.
  void finish();

  static constexpr std::uint32_t kNoHit = 0xFFFFFFFF;

  const FlatTables& tables_;
  std::string_view text_;
  std::vector<Match> matches_;        // of the finders
  std::vector<PhraseHit> hits_;       // by begin, then end
  std::vector<TriggerHit> triggers_;  // by position
  std::vector<bool> atoms_;
  // by trigger; only for those that stand in the draft and are awaited: there are too many to clear them for each draft
  std::unique_ptr<std::uint32_t[]> last_hits_;
  std::vector<bool> with_matches_;          // by pattern
  mutable std::vector<bool> with_phrases_;  // by pattern; made when it is first asked for
};

class Matcher {
 public:
  /// Tries of an anchor by one thread before automata are made for it (pattern_dfa.h): they cost more than a few tries.
  static constexpr std::uint32_t kPatience = 16;

  /// `block`: made by MatcherBuilder; must outlive the matcher.
  explicit Matcher(std::string_view block, std::uint32_t patience = kPatience);
  ~Matcher();
  Matcher(const Matcher&) = delete;
  Matcher& operator=(const Matcher&) = delete;

  /// All matches of the finders. `matches.of` then tells those of one pattern. The table must not outlive the document.
  [[nodiscard]] MatchTable scan(const Document& document) const { return scan(document, true); }

  /// Only phrases, and what `contains` and `find_all` need: a fraction of the cost.
  [[nodiscard]] MatchTable scan_on_demand(const Document& document) const { return scan(document, false); }

  /// Whether any text of `pattern` stands within `range`, as if the draft were cut out there.
  [[nodiscard]] bool contains(const Document& document, const MatchTable& matches, PatternId pattern, Range range) const;

  /// Whether a text of `pattern` may stand anywhere in the draft; false is certain, and costs next to nothing.
  [[nodiscard]] bool may_contain(const MatchTable& matches, PatternId pattern) const {
    return matches.has_phrase(pattern) || may_stand(matches, pattern);
  }

  /// All matches of a pattern's regular expression, also when it is no finder; `take` returns false to stop. Its phrases
  /// are told by `MatchTable::each_phrase`.
  template <typename Take>
  void find_all(const Document& document, const MatchTable& matches, PatternId pattern, const Take& take) const {
    if (!may_stand(matches, pattern)) return;
    std::vector<Match> found;
    for (const Line& line : document.lines()) {
      found.clear();
      scan_lazily(document, matches, line.range, pattern, found);
      for (const Match& match : found) {
        if (!take(match)) return;
      }
    }
  }

  /// What is wrong with a pattern's regular expression (empty: nothing). Compiles it.
  [[nodiscard]] std::string error(PatternId pattern) const;
  [[nodiscard]] std::size_t size() const { return tables_.patterns.size(); }

 private:
  struct Scratch;
  struct AnchorRoots;
  [[nodiscard]] Scratch& scratch() const;
  [[nodiscard]] AnchorRoots* automata(const AnchorEntry& entry, AnchorId anchor, Scratch& work) const;
  [[nodiscard]] RunResult run_after(const RunPlace& place, const AnchorEntry& entry, AnchorRoots* roots, Range& range, Scratch& work) const;
  [[nodiscard]] RunResult run_before(const RunPlace& place, const AnchorEntry& entry, AnchorRoots* roots, std::uint32_t least, Range& range,
                                     Scratch& work) const;
  MatchTable scan(const Document& document, bool finders) const;
  void read_tokens(const Document& document, Scratch& work) const;
  [[nodiscard]] std::uint32_t step(std::uint32_t node, std::uint32_t key) const;
  void scan_phrases(const Document& document, const Scratch& work, MatchTable& out) const;
  void scan_regexes(const Document& document, bool finders, Scratch& work, MatchTable& out) const;
  template <typename See>
  void see_token(const Document& document, const Token& token, const WordSlot* word, const See& see) const;
  void try_anchors(const Document& document, Range line, std::span<const TriggerHit> hits, bool whole_line, Scratch& work) const;
  struct Ahead;
  [[nodiscard]] bool may_begin(const AnchorEntry& anchor, const Ahead& ahead) const;
  void try_anchor(const Document& document, Range line, AnchorId anchor, std::uint32_t pos, Scratch& work) const;
  enum class Wanted : std::uint8_t { all, any };
  void try_pattern(const Document& document, const MatchTable& matches, PatternId pattern, Range range, Wanted wanted, Scratch& work) const;
  void scan_lazily(const Document& document, const MatchTable& matches, Range line, PatternId pattern, std::vector<Match>& out) const;
  void settle_line(const Document& document, Range line, Scratch& work, std::vector<Match>& out) const;
  void scan_line(const Document& document, Range line, PatternId pattern, std::vector<Match>& out) const;
  void add_match(const Document& document, Range line, PatternId pattern, Range range, std::vector<Match>& out) const;
  [[nodiscard]] bool may_stand(const MatchTable& matches, PatternId pattern) const;
  template <typename Has>
  [[nodiscard]] bool meets(std::uint32_t sets_begin, std::uint32_t sets_end, const Has& has) const;
  /// The leftmost-longest match at or after `from`; groups[0] is the match.
  bool find(std::string_view text, Range within, std::uint32_t from, PatternId pattern, Groups& groups) const;
  bool find_compiled(std::string_view text, Range within, std::uint32_t from, PatternId pattern, Groups& groups) const;
  [[nodiscard]] const re2::RE2& compiled(PatternId pattern) const;

  FlatTables tables_;
  std::uint64_t number_;  ///< no other matcher of the process has it
  std::uint32_t patience_;
  /// What RE2 has compiled so far, few patterns of all; filled on first use by any thread.
  mutable std::shared_mutex compiled_lock_;
  mutable std::unordered_map<PatternId, std::unique_ptr<const re2::RE2>> compiled_;
};

}  // namespace careportal_lint
