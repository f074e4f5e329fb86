// Finds every pattern of every rule in one walk over the words of a draft.
//
// Patterns that are only words live in one trie over words. The others are regular expressions, each run only on the
// lines where one of its triggers stands (see pattern_syntax.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/regex.h"
#include "text/document.h"

namespace careportal_lint {

using PatternId = std::uint32_t;

/// One place where a pattern stands.
struct Match {
  PatternId pattern = 0;
  Range range;
  std::vector<Range> groups;  ///< captures; [0] is the match; empty for patterns without captures
};

/// All matches in a draft, by pattern.
class MatchTable {
 public:
  explicit MatchTable(std::vector<Match> matches);
  /// The matches of one pattern in order of their begin.
  [[nodiscard]] std::pair<const Match*, const Match*> of(PatternId pattern) const;

 private:
  std::vector<Match> matches_;
};

class Matcher {
 public:
  /// `plain`: never use tries or triggers; every pattern is tried on every line. For tests of the shortcuts.
  explicit Matcher(bool plain = false) : plain_(plain) {}

  /// The same pattern with the same options gets the same id. `word_edges`: only at word edges, on the sides where every
  /// match begins or ends with a word character.
  PatternId add(const std::string& pattern, bool exact_case, bool word_edges);
  /// Fixed phrases, each in lower case: words with single signs between them. One id for all.
  PatternId add_phrases(const std::vector<std::string>& phrases);

  [[nodiscard]] MatchTable scan(const Document& document) const;
  /// What is wrong with a pattern (empty: nothing). Compiles it.
  [[nodiscard]] std::string error(PatternId pattern) const { return patterns_[pattern].regex.error(); }
  [[nodiscard]] std::size_t size() const { return patterns_.size(); }

 private:
  struct Pattern {
    Regex regex;
    bool has_phrases = false;
  };
  struct Accept {
    PatternId pattern;
    std::int32_t exact;  ///< index into exact_texts_, or -1: any case
  };
  struct Transparent {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using WordId = std::uint32_t;  ///< below 2^24; 0: no word of any pattern

  WordId intern(std::string_view word);
  [[nodiscard]] WordId find_word(std::string_view word) const;
  void add_phrase(std::string_view phrase, PatternId pattern, bool exact_case);
  void scan_phrases(const Document& document, const std::vector<WordId>& words, std::vector<Match>& out) const;
  void scan_regexes(const Document& document, const std::vector<WordId>& words, std::vector<Match>& out) const;
  void scan_line(const Document& document, Range line, PatternId pattern, std::vector<Match>& out) const;

  static std::uint64_t edge_key(std::uint32_t node, char sign, WordId word) {
    return (static_cast<std::uint64_t>(node) << 32U) | (static_cast<std::uint64_t>(static_cast<unsigned char>(sign)) << 24U) | word;
  }

  bool plain_;
  std::vector<Pattern> patterns_;
  std::unordered_map<std::string, PatternId> known_;
  std::unordered_map<std::string, WordId, Transparent, std::equal_to<>> words_;
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;  ///< trie: node 0 is the root
  std::vector<std::vector<Accept>> accepts_{1};             ///< by node
  std::vector<std::string> exact_texts_;

  std::vector<PatternId> always_;
  std::vector<std::vector<PatternId>> word_triggers_{1};  ///< by word id
  std::unordered_map<std::uint32_t, std::vector<std::pair<std::string, PatternId>>> prefix_triggers_;  ///< by 2 letters
  std::vector<PatternId> digit_triggers_;
  std::vector<std::vector<PatternId>> sign_triggers_ = std::vector<std::vector<PatternId>>(128);
};

}  // namespace careportal_lint
