#include "rules/condition.h"

#include <algorithm>

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

}  // namespace

bool Condition::holds(const Document& document, Range match) const {
  const Range around = document.scope(scope_, match);
  if (!before_.wanted && !after_.wanted) return regex_.contains(document.text(), around);
  if (before_.wanted) {
    const std::uint32_t begin = before_.words ? words_before(document, match, *before_.words, around.begin) : around.begin;
    if (begin < match.begin && regex_.contains(document.text(), {begin, match.begin})) return true;
  }
  if (after_.wanted) {
    const std::uint32_t end = after_.words ? words_after(document, match, *after_.words, around.end) : around.end;
    if (match.end < end && regex_.contains(document.text(), {match.end, end})) return true;
  }
  return false;
}

bool Conditions::hold(const Document& document, Range match) const {
  return std::all_of(when.begin(), when.end(), [&](const Condition& condition) { return condition.holds(document, match); }) &&
         std::none_of(unless.begin(), unless.end(), [&](const Condition& condition) { return condition.holds(document, match); });
}

}  // namespace careportal_lint
