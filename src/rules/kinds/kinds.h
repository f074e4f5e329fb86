// The makers of all rule kinds, one file each.
#pragma once

#include <memory>

#include "rules/compiler.h"
#include "rules/rule.h"
#include "rules/rule_spec.h"
#include "rules/stored_rows.h"

namespace careportal_lint::kinds {

/// What a maker gets. `index` is the rule's number, which its findings carry. From packs, `spec` has the rows of the
/// rule and `rows` is empty; from the rule image it is the other way round.
struct MakeContext {
  const RuleSpec& spec;
  std::size_t index;
  Compiler& compiler;
  StoredRows rows{};
};

std::unique_ptr<Rule> make_pattern(const MakeContext& context);
std::unique_ptr<Rule> make_glossary(const MakeContext& context);
std::unique_ptr<Rule> make_requirement(const MakeContext& context);
std::unique_ptr<Rule> make_metric(const MakeContext& context);
std::unique_ptr<Rule> make_repetition(const MakeContext& context);
std::unique_ptr<Rule> make_article(const MakeContext& context);
std::unique_ptr<Rule> make_capitalization(const MakeContext& context);
std::unique_ptr<Rule> make_spacing(const MakeContext& context);
std::unique_ptr<Rule> make_spelling(const MakeContext& context);
std::unique_ptr<Rule> make_unknown_acronym(const MakeContext& context);
std::unique_ptr<Rule> make_person_name(const MakeContext& context);
std::unique_ptr<Rule> make_encoding(const MakeContext& context);
std::unique_ptr<Rule> make_agreement(const MakeContext& context);
std::unique_ptr<Rule> make_run_on(const MakeContext& context);

}  // namespace careportal_lint::kinds
