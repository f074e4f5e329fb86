// Is a word right, and if not, what was meant?
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "lexicon/word_graph.h"
#include "spelling/suggestion_cache.h"

namespace careportal_lint {

class Speller {
 public:
  /// Adds `allowed` words (any case) that are right, and `corrections` of slips (any case) to what is meant.
  explicit Speller(const Lexicon& lexicon, const WordGraph& graph, const std::vector<std::string>& allowed = {},
                   const std::map<std::string, std::string>& corrections = {});

  /// A word of the language, of the domain, or a name; an inflection of an allowed word. In lower case, without
  /// possessive.
  [[nodiscard]] bool knows(std::string_view lower) const;
  /// Neither listed as a slip nor unknown: one look-up, which is all that nearly every word of a draft needs.
  [[nodiscard]] bool is_right(std::string_view lower) const {
    const WordFacts facts = lexicon_.find(lower);
    return facts.known() && !facts.slip() && corrections_.empty();
  }
  /// Right, and so common that nobody writes it for another word: one look-up, too.
  [[nodiscard]] bool is_everyday(std::string_view lower) const {
    const WordFacts facts = lexicon_.find(lower);
    return facts.lower() && !facts.slip() && (facts.commonness() < kRare || facts.domain()) && corrections_.empty();
  }
  /// Also the name of a person or a place.
  [[nodiscard]] bool is_name(std::string_view lower) const;
  /// Known as a surname, and as nothing else.
  [[nodiscard]] bool is_surname_only(std::string_view lower) const;
  [[nodiscard]] int commonness(std::string_view lower) const { return lexicon_.find(lower).commonness(); }
  /// `first` and `second` are parts of an everyday word, and at least one of them is no such word itself.
  [[nodiscard]] bool is_torn(std::string_view first, std::string_view second) const;
  /// The listed correction, or empty.
  [[nodiscard]] std::string correction(std::string_view lower) const;
  /// Words near `lower` (which is unknown), the likeliest first; at most kMostSuggestions. Names carry their capital.
  [[nodiscard]] std::vector<std::string> suggest(std::string_view lower) const;

  static constexpr std::size_t kMostSuggestions = 3;
  static constexpr int kRare = 5;  ///< the commonness from which on a word is not everyday

 private:
  [[nodiscard]] std::vector<std::string> find_suggestions(std::string_view lower) const;

  const Lexicon& lexicon_;
  const WordGraph& graph_;
  std::set<std::string, std::less<>> allowed_;
  // made for the first suggestion: most drafts need none
  mutable std::once_flag allowed_edges_made_;
  mutable std::vector<std::uint32_t> allowed_edges_;             ///< the graph of the allowed words
  std::map<std::string, std::string, std::less<>> corrections_;  ///< of the pack
  mutable SuggestionCache cache_;
};

}  // namespace careportal_lint
