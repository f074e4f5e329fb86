// Checks that tell a real identifier from digits that only look like one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace careportal_lint {

/// Looks at the text of a match (signs and blanks are ignored) and says whether it can be such an identifier.
using Validator = bool (*)(std::string_view text);

/// The validator called `name`, or nullptr.
Validator find_validator(std::string_view name);
std::vector<std::string> validator_names();

}  // namespace careportal_lint
