#include "lexicon/misspellings.h"

#include <algorithm>

#include "lexicon/embedded.h"

namespace careportal_lint {

std::string_view listed_correction(std::string_view lower) {
  static const std::string_view table = embedded::find("rules/tables/misspellings.txt");
  // wrong TAB right, one a line, sorted: halve it until one line is left
  std::size_t low = 0;
  std::size_t high = table.size();
  while (low < high) {
    std::size_t begin = low + (high - low) / 2;
    while (begin > low && table[begin - 1] != '\n') --begin;
    const std::size_t end = std::min(table.find('\n', begin), table.size());
    const std::string_view line = table.substr(begin, end - begin);
    const std::string_view wrong = line.substr(0, line.find('\t'));
    if (wrong == lower) return wrong.size() == line.size() ? std::string_view() : line.substr(wrong.size() + 1);
    if (line.starts_with('#') || wrong < lower) {
      low = end + 1;
    } else {
      high = begin;
    }
  }
  return {};
}

}  // namespace careportal_lint
