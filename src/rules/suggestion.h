// Suggestions: filled from their templates and fitted to the sentence that they go into.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "careportal_lint/diagnostic.h"
#include "rules/condition.h"
#include "rules/rule_spec.h"

namespace careportal_lint {

/// What the placeholders of a message or suggestion stand for, by name without braces.
using Placeholders = std::map<std::string, std::string, std::less<>>;

/// `{name}` replaced by its value; an unknown name stays as it is.
std::string fill(std::string_view text, const Placeholders& values);

/// The tables of word forms that a suggestion needs, by its placeholder without braces: "1:participle".
using FormTables = std::map<std::string, WordForms>;

/// A compiled suggestion.
struct SuggestionTemplate {
  std::optional<std::string> text;
  std::string description;
  bool safe = false;
  Conditions conditions;
  FormTables forms;
};

/// The suggestions whose conditions hold around `range`, with the case of what they replace.
std::vector<Suggestion> make_suggestions(const std::vector<SuggestionTemplate>& templates, const CheckContext& context, Range range,
                                         const Placeholders& values);

/// The case that `replacement` takes on at `range`: capitals among capitals, a capital where a sentence begins
/// (see sentence_case.h).
std::string fit_case(const Document& document, Range range, std::string replacement);

}  // namespace careportal_lint
