// All texts that a pattern matches, where these are few.
#pragma once

#include <string>
#include <vector>

#include "rules/pattern_nodes.h"

namespace careportal_lint {

using Texts = std::vector<std::string>;

/// Throws UnsupportedPattern when there are more than some hundreds, or when they are not only characters.
Texts expand_pattern(const PatternNode& node);

}  // namespace careportal_lint
