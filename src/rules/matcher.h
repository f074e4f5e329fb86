// Finds every pattern of every rule in one walk over the words of a draft.
//
// Phrases live in one trie over words. What is more than words is a regular expression, tried only on the lines where
// what it requires stands (see pattern_syntax.h): interpreted the first times, compiled by RE2 when it is needed often.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/flat_tables.h"
#include "rules/interpreter.h"
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

/// What was found in one draft.
class MatchTable {
 public:
  /// `cut`: phrases that are the beginning of a longer match of the same pattern.
  MatchTable(std::vector<Match> matches, std::vector<Match> cut, std::vector<bool> atoms);

  /// The matches of one pattern in order of their begin.
  [[nodiscard]] std::pair<const Match*, const Match*> of(PatternId pattern) const;
  [[nodiscard]] const std::vector<Match>& all() const { return matches_; }
  /// A text of the pattern stands within `range`; a shorter one counts where the longest would stick out.
  [[nodiscard]] bool stands_in(PatternId pattern, Range range) const;
  /// The trigger stands somewhere in the draft.
  [[nodiscard]] bool has(AtomId atom) const { return atoms_[atom]; }

 private:
  std::vector<Match> matches_;
  std::vector<Match> cut_;
  std::vector<bool> atoms_;
};

class Matcher {
 public:
  /// `block`: made by MatcherBuilder; must outlive the matcher.
  explicit Matcher(std::string_view block);
  ~Matcher();
  Matcher(const Matcher&) = delete;
  Matcher& operator=(const Matcher&) = delete;

  /// All matches of the finders. `matches.of` then tells those of one pattern.
  [[nodiscard]] MatchTable scan(const Document& document) const;

  /// Whether any text of `pattern` stands within `range`, as if the draft were cut out there.
  [[nodiscard]] bool contains(const Document& document, const MatchTable& matches, PatternId pattern, Range range) const;

  /// All matches of a pattern's regular expression, also when it is no finder; `take` returns false to stop.
  template <typename Take>
  void find_all(const Document& document, const MatchTable& matches, PatternId pattern, const Take& take) const {
    if (!may_stand(matches, pattern)) return;
    std::vector<Match> found;
    for (const Line& line : document.lines()) {
      found.clear();
      scan_line(document, line.range, pattern, found);
      for (const Match& match : found) {
        if (!take(match)) return;
      }
    }
  }

  /// What is wrong with a pattern's regular expression (empty: nothing). Compiles it.
  [[nodiscard]] std::string error(PatternId pattern) const;
  [[nodiscard]] std::size_t size() const { return tables_.patterns.size(); }

 private:
  struct Tokens;
  class Stretch;
  template <typename See>
  void see_token(const Document& document, const Token& token, AtomId word_atom, std::string& lower, const See& see) const;
  void scan_phrases(const Document& document, const Tokens& tokens, std::vector<Match>& out, std::vector<Match>& cut) const;
  void scan_regexes(const Document& document, const Tokens& tokens, std::vector<Match>& out, std::vector<bool>& atoms) const;
  /// A pattern to be tried on a part of the text.
  struct Job {
    PatternId pattern;
    Range range;
  };
  void run_jobs(const Document& document, const std::vector<Job>& jobs, std::vector<Match>& out) const;
  void scan_line(const Document& document, Range line, PatternId pattern, std::vector<Match>& out) const;
  [[nodiscard]] bool may_stand(const MatchTable& matches, PatternId pattern) const;
  template <typename Has>
  [[nodiscard]] bool meets(PatternId pattern, std::size_t first_set, const Has& has) const;
  /// The leftmost-longest match at or after `from`; groups[0] is the match.
  bool find(std::string_view text, Range within, std::uint32_t from, PatternId pattern, Interpreter::Groups& groups) const;
  bool find_compiled(std::string_view text, Range within, std::uint32_t from, PatternId pattern, Interpreter::Groups& groups) const;
  [[nodiscard]] const re2::RE2& compiled(PatternId pattern) const;
  [[nodiscard]] const Interpreter& interpreter(PatternId pattern) const;

  /// What a pattern has become so far; filled on first use by any thread.
  struct Slot {
    std::atomic<const re2::RE2*> compiled{nullptr};
    std::atomic<const Interpreter*> interpreter{nullptr};
    std::atomic<std::uint32_t> uses{0};
  };

  FlatTables tables_;
  std::unique_ptr<Slot[]> slots_;
  mutable std::atomic<bool> warm_{false};  ///< a draft has been scanned
};

}  // namespace careportal_lint
