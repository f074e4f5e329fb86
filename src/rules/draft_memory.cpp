#include "rules/draft_memory.h"

#include <algorithm>

namespace careportal_lint {
namespace {

// The first folded byte that stands for an original one at or after `offset`.
std::uint32_t folded_at(const Document& document, std::size_t offset) {
  std::uint32_t low = 0;
  auto high = static_cast<std::uint32_t>(document.text().size());
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (document.to_original({middle, middle}).begin < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

}  // namespace

void DraftMemory::enter(const Document& document, Span own_text, std::size_t number) {
  piece = number;
  own = {folded_at(document, own_text.begin), folded_at(document, own_text.end)};
}

void DraftMemory::count(const Document& document) {
  for (const char c : document.text(own)) {
    upper += is_upper(c) ? 1 : 0;
    lower += is_lower(c) ? 1 : 0;
  }
  begins.count(document, own);
  words += static_cast<std::size_t>(
      std::count_if(document.words().begin(), document.words().end(), [&](const Word& word) { return owns(word.range); }));
}

void DraftMemory::see(PatternId pattern) {
  const auto [place, is_new] = places.try_emplace(pattern, Places{piece, piece});
  place->second.last = piece;
}

bool is_written_small(const CheckContext& context) {
  const DraftMemory* const memory = context.memory;
  return memory != nullptr ? hardly_any_capitals(memory->upper, memory->lower) : context.document.all_lower();
}

}  // namespace careportal_lint
