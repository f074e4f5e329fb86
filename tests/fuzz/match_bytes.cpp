#include "fuzz/match_bytes.h"

#include "careportal_lint/error.h"
#include "support/both_ways.h"

namespace careportal_lint::fuzz {

std::string match_bytes(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  if (end == std::string_view::npos || end < 2) return {};
  const auto options = static_cast<unsigned char>(bytes[0]);
  test::PatternSpec spec;
  spec.pattern = bytes.substr(1, end - 1);
  spec.exact_case = (options & 1U) != 0;
  spec.word_edges = (options & 2U) == 0;
  spec.finder = (options & 4U) == 0;
  // a quotation that is not ended would take in the brackets that are put around a pattern
  if (spec.pattern.find("\\Q") != std::string::npos) return {};
  std::size_t found = 0;
  try {
    return test::compare_both_ways(spec, bytes.substr(end + 1), 16, options, found);
  } catch (const Error&) {
    return {};  // no text: refused with a message
  }
}

}  // namespace careportal_lint::fuzz
