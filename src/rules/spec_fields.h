// Which parts of a rule specification go into the rule image. Patterns and conditions do not: the image has their
// compiled forms (see Compiler). Rows are stored one by one (see StoredRows).
#pragma once

#include "rules/rule_spec.h"

namespace careportal_lint {

template <typename Archive>
void fields(Archive& archive, SuggestionSpec& spec) {
  archive(spec.text);
  archive(spec.description);
  archive(spec.safe);
}

template <typename Archive>
void fields(Archive& archive, WordClassTest& test) {
  archive(test.which);
  archive(test.wanted);
}

template <typename Archive>
void fields(Archive& archive, GroupClasses& group) {
  archive(group.group);
  archive(group.tests);
}

template <typename Archive>
void fields(Archive& archive, PatternRow& row) {
  archive(row.message);
  archive(row.severity);
  archive(row.suggestions);
  archive(row.exact_case);
  archive(row.group);
  archive(row.classes);
}

template <typename Archive>
void fields(Archive& archive, GlossaryRow& row) {
  archive(row.term.text);
  archive(row.means);
  archive(row.say);
  archive(row.where);
  archive(row.exact_case);
  archive(row.severity);
}

template <typename Archive>
void fields(Archive&, PatternText&) {}

template <typename Archive>
void fields(Archive& archive, NeedSpec& need) {
  archive(need.scope);
  archive(need.weight);
  archive(need.patterns);
}

template <typename Archive>
void fields(Archive& archive, RuleSpec& spec) {
  archive(spec.info.id);
  archive(spec.info.kind);
  archive(spec.info.pack);
  archive(spec.info.severity);
  archive(spec.info.priority);
  archive(spec.info.message);
  archive(spec.info.why);
  archive(spec.info.source);
  archive(spec.once);
  archive(spec.exact_case);
  archive(spec.word_edges);
  archive(spec.group);
  archive(spec.validator);
  archive(spec.where);
  archive(spec.suggestions);
  archive(spec.about);
  archive(spec.needs);
  archive(spec.at_least);
  archive(spec.measure);
  archive(spec.min);
  archive(spec.max);
  archive(spec.over);
  archive(spec.allow);
  archive(spec.dictionary);
  archive(spec.corrections);
  archive(spec.weights);
}

}  // namespace careportal_lint
