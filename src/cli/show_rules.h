// --list-rules and --explain, straight from the rule data.
#pragma once

#include <iosfwd>
#include <string>

#include "careportal_lint/linter.h"

namespace careportal_lint::cli {

int list_rules(const Linter& linter, std::ostream& out);
/// Throws Error, with a "did you mean", for an unknown id.
int explain_rule(const Linter& linter, const std::string& id, std::ostream& out);

}  // namespace careportal_lint::cli
