// The patterns of the program's packs, laid out for the matcher with all of its shortcuts or with none.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "rules/matcher.h"
#include "rules/matcher_builder.h"

namespace careportal_lint::test {

class CompiledPacks {
 public:
  /// `plain`: no shortcuts. The ids of patterns are the same both ways.
  explicit CompiledPacks(bool plain);

  /// Makes automata at the first try of each anchor.
  [[nodiscard]] const Matcher& matcher() const { return *matcher_; }
  [[nodiscard]] const FlatTables& tables() const { return tables_; }
  [[nodiscard]] std::size_t size() const { return tables_.patterns.size(); }
  /// The pattern is looked for in every draft.
  [[nodiscard]] bool is_finder(PatternId pattern) const { return finders_.contains(pattern); }
  /// Some or all of the pattern's texts are in the trie of phrases.
  [[nodiscard]] bool has_phrases(PatternId pattern) const { return with_phrases_.contains(pattern); }
  /// The regular expression and the place in its pack, for people.
  [[nodiscard]] std::string name(PatternId pattern) const;

 private:
  std::string block_;
  FlatTables tables_;
  std::unique_ptr<Matcher> matcher_;
  std::set<PatternId> finders_;
  std::set<PatternId> with_phrases_;
  std::vector<std::string> names_;
};

}  // namespace careportal_lint::test
