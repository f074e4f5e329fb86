// What nearly all kinds share: the rule's severity, message, conditions and suggestions.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "rules/kinds/kinds.h"
#include "rules/suggestion.h"

namespace careportal_lint::kinds {

class RuleBase : public Rule {
 public:
  explicit RuleBase(const MakeContext& context)
      : index_(context.index),
        severity_(context.spec.info.severity),
        message_(context.spec.info.message),
        once_(context.spec.once),
        conditions_(context.compiler.conditions(context.spec.when, context.spec.unless)),
        suggestions_(context.compiler.suggestions(context.spec.suggestions)) {}

 protected:
  [[nodiscard]] Finding finding(const CheckContext& context, Range range) const {
    return finding(context, range, {{"match", std::string(context.document.text(range))}});
  }
  /// A finding with the rule's own message and suggestions.
  [[nodiscard]] Finding finding(const CheckContext& context, Range range, const Placeholders& values) const {
    return {index_, severity_, range, fill(message_, values), make_suggestions(suggestions_, context, range, values), false};
  }

  std::size_t index_;
  Severity severity_;
  std::string message_;
  bool once_;
  Conditions conditions_;
  std::vector<SuggestionTemplate> suggestions_;
};

}  // namespace careportal_lint::kinds
