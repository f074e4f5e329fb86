// The embedded table of misspellings: rules/tables/misspellings.txt.
#pragma once

#include <string_view>

namespace careportal_lint {

/// What is meant by `lower`, a word in lower case; empty when it is no listed misspelling.
std::string_view listed_correction(std::string_view lower);

}  // namespace careportal_lint
