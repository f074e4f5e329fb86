// From the JSON text of packs to rule specifications.
#pragma once

#include <vector>

#include "careportal_lint/linter.h"
#include "rules/problems.h"
#include "rules/rule_spec.h"

namespace careportal_lint {

struct Packs {
  std::vector<RuleSpec> rules;
  Vocabularies vocabularies;
  bool replaces_vocabulary = false;  ///< of a pack that is part of the program: any of its rules may mean something else
};

/// Reads packs in order; a later rule of the same id replaces an earlier one, or, without `kind`, changes and extends it.
Packs read_packs(const std::vector<PackText>& texts, Problems& problems);

/// All problems as one text: file, line, JSON pointer, what is wrong.
std::string describe(const Problems& problems, const std::vector<PackText>& texts);

}  // namespace careportal_lint
