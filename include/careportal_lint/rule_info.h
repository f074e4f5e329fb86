// What can be told about a rule without running it.
#pragma once

#include <string>
#include <vector>

#include "careportal_lint/diagnostic.h"

namespace careportal_lint {

/// A text in which a rule must find something (or nothing).
struct RuleExample {
  std::string text;          ///< without the [[ ]] marks
  std::vector<Span> spans;   ///< the marked spans; empty: the rule must find nothing
  bool whole_draft = false;  ///< marked by an empty [[]]: a finding about the whole draft
  std::string rewrite;       ///< the text after the first suggestion of the first span; empty: not checked
  std::string pointer;       ///< JSON pointer of the example in its pack
};

/// The face of a rule, straight from its pack.
struct RuleInfo {
  std::string id;  ///< `category/name`
  std::string kind;
  std::string pack;
  Severity severity = Severity::warning;
  int priority = 0;  ///< among overlapping findings of one severity the higher wins, before the category
  std::string message;
  std::string why;
  std::string source;
  std::vector<RuleExample> examples;

  [[nodiscard]] std::string category() const { return id.substr(0, id.find('/')); }
};

}  // namespace careportal_lint
