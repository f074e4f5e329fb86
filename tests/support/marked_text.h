// Texts with their expected spans marked in place: "A [[gift card]] helps."
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "careportal_lint/diagnostic.h"

namespace careportal_lint::test {

struct MarkedText {
  std::string text;         ///< without the marks
  std::vector<Span> spans;  ///< what stood between [[ and ]]
};

MarkedText unmark(std::string_view text);
/// The reverse, for messages that people read. Spans must be sorted and must not overlap.
std::string mark(std::string_view text, const std::vector<Span>& spans);

}  // namespace careportal_lint::test
