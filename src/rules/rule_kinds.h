// The table of rule kinds.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "rules/kinds/kinds.h"

namespace careportal_lint {

std::vector<std::string> rule_kind_names();

/// Compiles a rule of a known kind.
std::unique_ptr<Rule> make_rule(const kinds::MakeContext& context);

}  // namespace careportal_lint
