// Collects the patterns of all rules and lays them out for the matcher.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "rules/flat_tables.h"
#include "rules/pattern_program.h"
#include "rules/pattern_syntax.h"
#include "rules/phrase_trie.h"

namespace careportal_lint {

/// How many groups of a pattern capture.
std::size_t count_groups(const std::string& pattern);

class MatcherBuilder {
 public:
  /// `plain`: no tries and no triggers; every pattern is tried on every line. For tests of the shortcuts.
  explicit MatcherBuilder(bool plain = false);

  /// Registers a pattern; the same pattern with the same options gets the same id. `word_edges`: only at word edges, on
  /// the sides where every match begins or ends with a word character. `finder`: look for it in every draft; else it is
  /// only tried on demand.
  PatternId add(const std::string& pattern, bool exact_case, bool word_edges, bool finder);
  /// Fixed phrases in lower case (words with single signs between them) under one id.
  PatternId add_phrases(const std::vector<std::string>& phrases);

  [[nodiscard]] std::size_t size() const { return patterns_.size(); }
  /// The block that Matcher reads.
  [[nodiscard]] std::string finish();

 private:
  struct Pattern {
    std::string regex;  // what is left when phrases are taken out; may be empty
    bool exact_case = false;
    PatternEdges edges;
    bool word_edges = true;
    bool finder = false;
    bool phrases = false;
    NodeId program = kNoNode;
    std::uint32_t anchors_begin = 0;
    std::uint32_t anchors_end = 0;
    std::vector<std::vector<AtomId>> required;
  };

  /// The anchors of all patterns.
  struct Layout;

  struct Analysis;

  void lay_out(PatternId id, const Analysis& found, Layout& layout);
  void lay_out_all(Layout& layout);
  WordId intern(const std::string& word);
  AtomId atom(const Trigger& trigger);
  std::vector<std::vector<AtomId>> atoms(const Required& sets);
  void add_phrase(std::string_view phrase, PatternId pattern, bool exact_case);
  std::uint32_t add_text(std::string_view text);

  bool plain_;
  std::string chars_;
  std::vector<Pattern> patterns_;
  std::unordered_map<std::string, PatternId> known_;
  std::unordered_map<std::string, WordId> words_;
  PhraseTrie trie_;
  std::vector<std::vector<Accept>> accepts_{1};
  std::map<Trigger, AtomId> atoms_;
  ProgramBuilder programs_;
};

}  // namespace careportal_lint
