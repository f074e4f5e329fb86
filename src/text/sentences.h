// Where sentences end.
#pragma once

#include <string_view>
#include <vector>

#include "text/fold.h"

namespace careportal_lint {

/// The sentences of one line of folded text, in order; together they cover the line but for blanks between them.
std::vector<Range> split_line(std::string_view text, Range line);

}  // namespace careportal_lint
