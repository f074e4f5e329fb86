// From rule specifications to compiled parts: vocabularies filled in, patterns registered, conditions and suggestions made.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "rules/matcher.h"
#include "rules/problems.h"
#include "rules/rule_spec.h"
#include "rules/suggestion.h"

namespace careportal_lint {

class Compiler {
 public:
  Compiler(Matcher& matcher, const Vocabularies& vocabularies, Problems& problems, std::string agency)
      : matcher_(matcher), vocabularies_(vocabularies), problems_(problems), agency_(std::move(agency)) {}

  /// Registers a pattern with the matcher.
  PatternId pattern(const PatternText& pattern, bool exact_case, bool word_edges);
  /// `{name}` replaced by the vocabulary; unknown names are problems.
  std::string expand(const PatternText& pattern);

  Conditions conditions(const std::vector<ConditionSpec>& when, const std::vector<ConditionSpec>& unless);
  std::vector<SuggestionTemplate> suggestions(const std::vector<SuggestionSpec>& specs);

  /// The entries of a vocabulary as they are; empty when there is none of this name.
  [[nodiscard]] const std::vector<std::string>& vocabulary(const std::string& name) const;
  [[nodiscard]] Matcher& matcher() { return matcher_; }
  [[nodiscard]] Problems& problems() { return problems_; }
  [[nodiscard]] const std::string& agency() const { return agency_; }
  /// Patterns and where they were written, for checking them all.
  [[nodiscard]] const std::map<PatternId, PackPlace>& places() const { return places_; }

 private:
  std::string expand(const std::string& text, const PackPlace& place, int depth);
  Condition condition(const ConditionSpec& spec);

  Matcher& matcher_;
  const Vocabularies& vocabularies_;
  Problems& problems_;
  std::string agency_;
  std::map<PatternId, PackPlace> places_;
  std::map<std::string, std::string> expanded_;  ///< vocabularies as one group each
};

}  // namespace careportal_lint
