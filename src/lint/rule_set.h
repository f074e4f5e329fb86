// The rules of one rule image at work: which of them have to look at a draft, made when a draft first needs them.
//
// A linter has one set, of the default packs or of a user's; or two: the default packs', already compiled, and beside it
// the rules that a user's packs add or change.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "lint/rule_image.h"
#include "rules/matcher.h"

namespace careportal_lint {

struct DraftMemory;

class RuleSet {
 public:
  /// `own_image`: compiled by RuleImage::build; empty: the embedded one. Findings carry `first_rule` and up.
  RuleSet(std::string own_image, const LinterOptions& options, std::size_t first_rule);

  [[nodiscard]] std::size_t size() const { return image_.infos().size(); }
  [[nodiscard]] const std::vector<RuleInfo>& infos() const { return image_.infos(); }
  /// By the options, else by the pack.
  [[nodiscard]] Severity severity_of(std::size_t i) const;
  /// Rule `i` is not asked any more.
  void switch_off(std::size_t i) { slots_[i].off = true; }
  /// Rule `i` is never asked: switched off, or a rule of other states.
  [[nodiscard]] bool is_off(std::size_t i) const { return slots_[i].off; }

  /// Appends the findings of all rules, in the order of the rules.
  void check(const Document& document, DraftMemory* memory, std::vector<Finding>& findings) const;
  /// Appends those of rule `i` alone.
  void check_one(std::size_t i, const Document& document, std::vector<Finding>& findings) const;

  /// Something must be known of a large draft as a whole before its pieces are checked.
  [[nodiscard]] bool looks_ahead(PiecePass pass) const;
  /// What the piece `document` tells about the whole draft, in the pass that `memory` names.
  void gather(const Document& document, DraftMemory& memory) const;

 private:
  /// A rule, made when a draft first needs it.
  struct Slot {
    std::once_flag made;
    std::unique_ptr<Rule> rule;
    bool off = false;
  };

  [[nodiscard]] const Rule* rule(std::size_t i) const;
  [[nodiscard]] const std::vector<PatternId>& draft_wide() const;
  [[nodiscard]] std::vector<FinderMatch> by_rule(const MatchTable& matches) const;

  std::string own_image_;
  RuleImage image_;
  Matcher matcher_;
  const LinterOptions& options_;
  std::size_t first_rule_;
  mutable std::unique_ptr<Slot[]> slots_;
  mutable std::once_flag draft_wide_known_;
  mutable std::vector<PatternId> draft_wide_;  ///< what conditions with the scope draft ask for
};

}  // namespace careportal_lint
