// Unknown words that are common ones misspelled, and so no names.
#pragma once

#include "names/name_words.h"

namespace careportal_lint {

/// On the list of slips, or one letter away from a common word.
bool is_slip(const NameItem& item);
/// On the list of slips: whatever stands around it, the word is meant.
bool is_listed_slip(std::string_view lower);
bool is_listed_slip(const NameItem& item);

}  // namespace careportal_lint
