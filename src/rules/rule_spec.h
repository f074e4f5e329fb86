// A rule as its pack tells it: checked for form, not yet compiled.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "careportal_lint/rule_info.h"
#include "lexicon/word_classes.h"
#include "text/document.h"

namespace careportal_lint {

/// Where something stands in a pack, for error messages.
struct PackPlace {
  std::string pack;     ///< the file's name
  std::string pointer;  ///< JSON pointer
};

/// A pattern and where it was written.
struct PatternText {
  std::string text;
  PackPlace place;
};

/// How far a condition looks to one side of the match: not at all, to the end of the scope, or some words.
struct Reach {
  bool wanted = false;
  std::optional<std::uint32_t> words;
};

struct ConditionSpec {
  Scope scope = Scope::sentence;
  Reach before;
  Reach after;
  std::vector<PatternText> patterns;
  bool exact_case = false;
};

struct SuggestionSpec {
  std::optional<std::string> text;
  std::string description;
  bool safe = false;
  std::vector<ConditionSpec> when;
  std::vector<ConditionSpec> unless;
  PackPlace place;
};

/// What the word that a group has caught must be.
struct GroupClasses {
  std::size_t group = 0;
  std::vector<WordClassTest> tests;
};

/// One entry of `patterns`; what is set here replaces (conditions: is added to) what the rule says.
struct PatternRow {
  PatternText pattern;
  std::optional<std::string> message;
  std::optional<Severity> severity;
  std::optional<std::vector<SuggestionSpec>> suggestions;
  std::optional<bool> exact_case;
  std::optional<std::size_t> group;
  std::vector<GroupClasses> classes;
  std::vector<ConditionSpec> when;
  std::vector<ConditionSpec> unless;
};

/// One row of a glossary.
struct GlossaryRow {
  PatternText term;
  std::string means;
  std::vector<SuggestionSpec> say;
  std::vector<std::string> where;
  std::optional<bool> exact_case;
  std::optional<Severity> severity;
  std::vector<ConditionSpec> when;
  std::vector<ConditionSpec> unless;
};

/// One group of `needs` in a requirement.
struct NeedSpec {
  Scope scope = Scope::draft;
  double weight = 1;
  std::vector<PatternText> patterns;
  std::vector<ConditionSpec> when;
  std::vector<ConditionSpec> unless;
};

enum class Measure : std::uint8_t { words, sentence_words, capitals_percent };

struct RuleSpec {
  RuleInfo info;
  PackPlace place;
  bool own = false;  ///< made or changed by a pack that is not part of the program
  bool once = false;
  bool exact_case = false;
  bool word_edges = true;
  std::size_t group = 0;
  std::string validator;
  std::vector<std::string> where;
  std::vector<ConditionSpec> when;
  std::vector<ConditionSpec> unless;
  std::vector<SuggestionSpec> suggestions;
  std::vector<PatternRow> patterns;
  std::vector<GlossaryRow> rows;
  std::vector<PatternText> about;
  std::vector<NeedSpec> needs;
  double at_least = 1;
  Measure measure = Measure::words;
  std::optional<std::size_t> min;
  std::optional<std::size_t> max;
  std::size_t over = 0;
  std::vector<std::string> allow;  ///< sorted, but for person names
  std::vector<std::string> dictionary;
  std::map<std::string, std::string> corrections;
  std::map<std::string, double> weights;
};

/// A vocabulary that names another form of each of its words, both in lower case: "went" -> "gone".
using WordForms = std::map<std::string, std::string>;

/// An entry of a pack's `vocabulary`.
struct Vocabulary {
  std::vector<std::string> patterns;
  WordForms forms;  ///< of a vocabulary of words and their forms; empty in others
};

/// Vocabularies of all packs by name.
using Vocabularies = std::map<std::string, Vocabulary>;

}  // namespace careportal_lint
