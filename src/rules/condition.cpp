#include "rules/condition.h"

#include <algorithm>

#include "rules/draft_memory.h"

namespace careportal_lint {
namespace {

// The begin of the `words`-th token before `match`, but not before `from`.
std::uint32_t words_before(const Document& document, Range match, std::uint32_t words, std::uint32_t from) {
  const auto& tokens = document.tokens();
  std::size_t token = document.token_at(match.begin);
  while (token < tokens.size() && tokens[token].range.begin >= match.begin && token > 0) --token;
  if (tokens.empty() || tokens[token].range.begin >= match.begin) return match.begin;
  const std::size_t first = token + 1 >= words ? token + 1 - words : 0;
  return std::max(from, tokens[first].range.begin);
}

std::uint32_t words_after(const Document& document, Range match, std::uint32_t words, std::uint32_t to) {
  const auto& tokens = document.tokens();
  std::size_t token = document.token_at(match.end);
  while (token < tokens.size() && tokens[token].range.begin < match.end) ++token;
  if (token >= tokens.size()) return to;
  const std::size_t last = std::min(token + words - 1, tokens.size() - 1);
  return std::min(to, tokens[last].range.end);
}

// Whether one of the patterns stands in a piece for which `in` holds.
template <typename In>
bool stands_in_piece(const DraftMemory& memory, const std::vector<PatternId>& patterns, const In& in) {
  return std::any_of(patterns.begin(), patterns.end(), [&](PatternId pattern) {
    const auto places = memory.places.find(pattern);
    return places != memory.places.end() && in(places->second);
  });
}

}  // namespace

bool Condition::holds(const CheckContext& context, Range match) const {
  const auto any_in = [&](Range range) {
    return range.begin < range.end && std::any_of(patterns.begin(), patterns.end(), [&](PatternId pattern) {
             return context.matcher.contains(context.document, context.matches, pattern, range);
           });
  };
  const bool asks_memory = scope == Scope::draft && context.memory != nullptr;
  const auto may_stand = [&](PatternId pattern) { return context.matcher.may_contain(context.matches, pattern); };
  if (!asks_memory && std::none_of(patterns.begin(), patterns.end(), may_stand)) return false;
  const Range around = context.document.scope(scope, match);
  if (asks_memory) {
    const DraftMemory& memory = *context.memory;
    using Places = DraftMemory::Places;
    if (!before.wanted && !after.wanted) return stands_in_piece(memory, patterns, [](const Places&) { return true; });
    // to the ends of the draft: other pieces count as a whole; some words: they stand in this one
    const auto earlier = [&](const Places& places) { return places.first < memory.piece; };
    const auto later = [&](const Places& places) { return places.last > memory.piece; };
    if (before.wanted && !before.words && stands_in_piece(memory, patterns, earlier)) return true;
    if (after.wanted && !after.words && stands_in_piece(memory, patterns, later)) return true;
  } else if (scope == Scope::draft && !before.wanted && !after.wanted) {
    const auto [fact, is_new] = context.facts.try_emplace(this, false);
    if (is_new) fact->second = any_in(around);
    return fact->second;
  }
  if (!before.wanted && !after.wanted) return any_in(around);
  if (before.wanted) {
    const std::uint32_t begin = before.words ? words_before(context.document, match, *before.words, around.begin) : around.begin;
    if (any_in({begin, match.begin})) return true;
  }
  if (after.wanted) {
    const std::uint32_t end = after.words ? words_after(context.document, match, *after.words, around.end) : around.end;
    if (any_in({match.end, end})) return true;
  }
  return false;
}

bool Conditions::hold(const CheckContext& context, Range match) const {
  return std::all_of(when.begin(), when.end(), [&](const Condition& condition) { return condition.holds(context, match); }) &&
         std::none_of(unless.begin(), unless.end(), [&](const Condition& condition) { return condition.holds(context, match); });
}

}  // namespace careportal_lint
