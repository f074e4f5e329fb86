#include "rules/seams.h"

#include <algorithm>

#include "rules/fitting.h"
#include "rules/rewrite_words.h"

namespace careportal_lint {
namespace {

// Several words taken out before others that belonged to them: "and [if mom loses] housing". A number, as of a room, goes all
// the same.
bool leaves_a_stump(const Document& document, Range range) {
  const std::string_view text = document.text();
  const std::string_view found = text.substr(range.begin, range.size());
  if (std::count(found.begin(), found.end(), ' ') < 2 || std::any_of(found.begin(), found.end(), is_digit)) return false;
  if (range.end + 1 >= text.size() || text[range.end] != ' ' || !is_word_char(text[range.end + 1])) return false;
  std::size_t end = range.end + 1;
  while (end < text.size() && is_word_char(text[end])) ++end;
  return !is_in(to_lower(text.substr(range.end + 1, end - range.end - 1)),
                {"and",  "or",   "but", "so",    "when",  "because", "in",   "on",  "at",     "for",   "with",
                 "to",   "from", "by",  "since", "until", "last",    "this", "who", "that",   "while", "as",
                 "they", "she",  "he",  "mom",   "dad",   "the",     "then", "we",  "please", "after", "before"});
}

// A pattern may take in a blank at its edge: nothing to replace.
void trim(const Document& document, Range& range, std::vector<Suggestion>& suggestions) {
  const std::string_view text = document.text();
  Range words = range;
  while (words.end > words.begin && text[words.end - 1] == ' ') --words.end;
  while (words.begin < words.end && text[words.begin] == ' ') ++words.begin;
  if (words.empty() || !is_word_char(text[words.begin]) || !is_word_char(text[words.end - 1])) return;  // a sign between blanks
  for (Suggestion& suggestion : suggestions) {
    if (!suggestion.text) continue;
    std::string& own = *suggestion.text;
    if (words.end < range.end && own.ends_with(' ')) own.pop_back();
    if (words.begin > range.begin && own.starts_with(' ')) own.erase(0, 1);
  }
  range = words;
}

}  // namespace

void fit_neighbors(const Document& document, Range& range, std::vector<Suggestion>& suggestions) {
  if (range.empty()) return;
  trim(document, range, suggestions);
  std::vector<Edit> edits(suggestions.size());
  Range all = range;
  bool left = false;      // a rewrite that keeps its sentence whole
  bool rewrites = false;  // a rewrite with words
  for (std::size_t i = 0; i < suggestions.size(); ++i) {
    if (!suggestions[i].text) continue;
    Fitted fitted = fit_rewrite(document, range, *suggestions[i].text);
    edits[i] = std::move(fitted.edit);
    const bool advises = suggestions[i].text->empty() && !suggestions[i].description.empty();
    if (advises && leaves_a_stump(document, range)) {
      suggestions[i].text.reset();
      edits[i] = {};
      continue;
    }
    // a deletion takes a blank or a sign along; beside a rewrite of the words alone it can only be advised
    const bool deletes = suggestions[i].text->empty() && edits[i].text.empty();
    const bool reaches = edits[i].range.begin < all.begin || edits[i].range.end > all.end;
    if (deletes && reaches && rewrites) {
      suggestions[i].text.reset();
      if (suggestions[i].description.empty()) suggestions[i].description = "Or leave it out.";
      edits[i] = {};
      continue;
    }
    rewrites = rewrites || !deletes;
    if (fitted.broken && left) {
      suggestions[i].text.reset();
      suggestions[i].description.clear();
      continue;
    }
    left = left || !fitted.broken;
    all = {std::min(all.begin, edits[i].range.begin), std::max(all.end, edits[i].range.end)};
  }
  std::vector<Suggestion> kept;
  for (std::size_t i = 0; i < suggestions.size(); ++i) {
    Suggestion& suggestion = suggestions[i];
    if (!suggestion.text && suggestion.description.empty()) continue;
    if (suggestion.text) {
      const Edit& edit = edits[i];
      std::string fitted(document.original({all.begin, edit.range.begin}));
      fitted += edit.text;
      fitted += document.original({edit.range.end, all.end});
      if (fitted == document.original(all)) continue;
      suggestion.text = std::move(fitted);
      const bool known = std::any_of(kept.begin(), kept.end(), [&](const Suggestion& other) { return other.text == suggestion.text; });
      if (known) continue;
    }
    kept.push_back(std::move(suggestion));
  }
  suggestions = std::move(kept);
  range = all;
}

}  // namespace careportal_lint
