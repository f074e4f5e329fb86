// Unknown words that are common ones misspelled, and so no names.
#pragma once

#include "names/name_words.h"

namespace careportal_lint {

/// On the list of slips, or one letter away from a common word.
bool is_slip(const NameItem& item);
bool is_listed_slip(std::string_view lower);

}  // namespace careportal_lint
