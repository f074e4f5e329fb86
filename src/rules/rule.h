// What every compiled rule is: something that looks at one draft and reports findings.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "careportal_lint/diagnostic.h"
#include "rules/matcher.h"
#include "text/document.h"

namespace careportal_lint {

/// A finding in folded offsets, not yet weighed against others.
struct Finding {
  std::size_t rule = 0;  ///< index of the rule
  Severity severity = Severity::warning;
  Range range;
  std::string message;
  std::vector<Suggestion> suggestions;
  bool whole_draft = false;
  int priority = 0;          ///< of its rule
  std::string misspelled{};  ///< the word as written, when the finding is about its spelling
};

/// What holds of a draft as a whole, found out once: by the condition that asked.
using DraftFacts = std::unordered_map<const void*, bool>;

struct DraftMemory;

/// The times that the pieces of a large draft are gone through: for what conditions about the whole draft ask and
/// requirements need, for names and the needs that ask for those facts themselves, and for the findings.
enum class PiecePass : std::uint8_t { facts, needs, findings };

/// A match of one of the patterns that a rule looks for in every draft.
struct FinderMatch {
  std::uint32_t rule = 0;    ///< index of the rule in its rule image
  std::uint32_t finder = 0;  ///< number of the pattern, in the order in which the rule asked for them
  const Match* match = nullptr;
};

/// What a rule looks at. One draft, one thread.
struct CheckContext {
  const Document& document;
  const MatchTable& matches;
  const Matcher& matcher;
  DraftFacts& facts;
  std::span<const FinderMatch> found{};  ///< by finder, then place
  DraftMemory* memory = nullptr;         ///< of a draft that comes in pieces, of which `document` is one; null: it is the whole
};

/// Constant after construction; `check` is called by many threads at once and never throws.
class Rule {
 public:
  virtual ~Rule() = default;
  virtual void check(const CheckContext& context, std::vector<Finding>& out) const = 0;
  /// Before the findings of a draft that comes in pieces: puts into `context.memory` what later (and earlier) pieces
  /// must know of this one. Rules that look no further than a neighborhood have nothing to do. `context.matches` holds
  /// phrases and what is asked for on demand, but no matches of regular expressions.
  virtual void gather(const CheckContext&) const {}
  /// The pass in which `gather` (or `DraftMemory::count`) has something to do for this rule; findings: there is nothing.
  [[nodiscard]] virtual PiecePass gathers_in() const { return PiecePass::findings; }
};

}  // namespace careportal_lint
