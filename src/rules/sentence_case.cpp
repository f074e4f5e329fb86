#include "rules/sentence_case.h"

namespace careportal_lint {

bool begins_large(const Document& document, Range range) {
  if (is_upper(document.text()[range.begin])) return true;
  // asks the line alone: a draft that is read in pieces must have the same rewrites
  const Line& line = document.lines()[document.line_at(range.begin)];
  if (line.list_item || line.label) return false;
  if (!is_lower(document.text()[range.begin])) return true;
  const std::vector<Word>& words = document.words();
  for (std::size_t i = document.word_at(line.range.begin); i < words.size() && words[i].range.begin < line.range.end; ++i) {
    const bool replaced = words[i].range.begin < range.end && words[i].range.end > range.begin;
    if (words[i].shape == Shape::capitalized && words[i].range.begin >= line.range.begin && !replaced) return true;
  }
  return false;
}

}  // namespace careportal_lint
