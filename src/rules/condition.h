// `when` and `unless`: what must, or must not, stand around a match.
#pragma once

#include <optional>
#include <vector>

#include "rules/regex.h"
#include "text/document.h"

namespace careportal_lint {

/// A compiled condition.
class Condition {
 public:
  struct Side {
    bool wanted = false;
    std::optional<std::uint32_t> words;
  };

  Condition(Scope scope, Side before, Side after, Regex regex)
      : scope_(scope), before_(before), after_(after), regex_(std::move(regex)) {}

  [[nodiscard]] bool holds(const Document& document, Range match) const;

 private:
  Scope scope_;
  Side before_;
  Side after_;
  Regex regex_;
};

/// All of `when` hold and none of `unless`.
struct Conditions {
  std::vector<Condition> when;
  std::vector<Condition> unless;

  [[nodiscard]] bool hold(const Document& document, Range match) const;
};

}  // namespace careportal_lint
