// What rules keep of a draft that is checked in pieces: little, and no text but names and the words that a
// requirement counts.
//
// The pieces are gone through once or twice before the findings, if a rule asks for that (Rule::gathers_in).
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "names/known_names.h"
#include "names/sentence_begins.h"
#include "rules/rule.h"
#include "text/document.h"

namespace careportal_lint {

struct DraftMemory {
  /// The pieces in which a pattern stands.
  struct Places {
    std::size_t first = 0;
    std::size_t last = 0;
  };

  PiecePass pass = PiecePass::facts;
  std::size_t piece = 0;  ///< number of the piece being looked at
  Range own;              ///< the part of its document that belongs to no other piece

  // known after the pass for facts
  std::unordered_map<PatternId, Places> places;  ///< of patterns that conditions with the scope draft ask for
  SentenceBegins begins;
  std::size_t words = 0;
  std::size_t upper = 0;
  std::size_t lower = 0;

  // known after the pass in which the rule gathers
  std::map<std::pair<std::size_t, std::size_t>, std::set<std::string>> told;  ///< rule, group -> what was told
  bool needs_more = false;  ///< set by a requirement that is not met so far, and where the last piece may matter
  KnownNames names;

  std::set<std::size_t> reported;  ///< rules that report once a draft, and have

  /// Turns to a piece; `own_text`: its own part, in bytes of the document's source.
  void enter(const Document& document, Span own_text, std::size_t number);
  /// Counts the words, letters and sentences of the piece.
  void count(const Document& document);
  /// The pattern stands in the piece.
  void see(PatternId pattern);
  [[nodiscard]] bool owns(Range range) const { return own.contains(range.begin); }
};

/// Hardly any letter is a capital: of the whole draft, also when it comes in pieces. A rule that asks this gathers facts.
[[nodiscard]] bool is_written_small(const CheckContext& context);

}  // namespace careportal_lint
