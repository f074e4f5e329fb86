// `when` and `unless`: what must, or must not, stand around a match.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "rules/rule.h"

namespace careportal_lint {

/// A compiled condition: any of its patterns, in the scope or in the looked-at part of it.
struct Condition {
  struct Side {
    bool wanted = false;
    std::optional<std::uint32_t> words;  ///< nothing: to the end of the scope
  };

  Scope scope = Scope::sentence;
  Side before;
  Side after;
  std::vector<PatternId> patterns;

  [[nodiscard]] bool holds(const CheckContext& context, Range match) const;
};

/// All of `when` hold and none of `unless`.
struct Conditions {
  std::vector<Condition> when;
  std::vector<Condition> unless;

  [[nodiscard]] bool hold(const CheckContext& context, Range match) const;
};

}  // namespace careportal_lint
