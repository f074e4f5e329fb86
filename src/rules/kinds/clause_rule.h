// What the kinds that look at the clauses of each sentence share.
#pragma once

#include <string_view>

#include "rules/clause_words.h"
#include "rules/kinds/rule_base.h"

namespace careportal_lint::kinds {

/// The table that the vocabulary `clause_words` makes; a problem of the pack if there is none.
std::string_view read_clause_words(const MakeContext& context);

/// Calls `look` for each sentence of at least `shortest` words, with `words` gone there.
template <typename Look>
void for_each_sentence(const Document& document, std::size_t shortest, ClauseWords& words, Look look) {
  const std::vector<Word>& all = document.words();
  auto begin = all.begin();
  for (const Sentence& sentence : document.sentences()) {
    const auto starts_before = [](const Word& word, std::uint32_t pos) { return word.range.begin < pos; };
    const auto first = std::lower_bound(begin, all.end(), sentence.range.begin, starts_before);
    const auto last = std::lower_bound(first, all.end(), sentence.range.end, starts_before);
    begin = last;
    if (static_cast<std::size_t>(last - first) < shortest) continue;
    words.go_to(static_cast<std::size_t>(first - all.begin()), static_cast<std::size_t>(last - all.begin()));
    look();
  }
}

}  // namespace careportal_lint::kinds
