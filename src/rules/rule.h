// What every compiled rule is: something that looks at one draft and reports findings.
#pragma once

#include <memory>
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

/// What a rule looks at. One draft, one thread.
struct CheckContext {
  const Document& document;
  const MatchTable& matches;
  const Matcher& matcher;
  DraftFacts& facts;
};

/// Constant after construction; `check` is called by many threads at once and never throws.
class Rule {
 public:
  virtual ~Rule() = default;
  virtual void check(const CheckContext& context, std::vector<Finding>& out) const = 0;
};

}  // namespace careportal_lint
