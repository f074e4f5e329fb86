#include <algorithm>

#include "rules/matcher.h"

namespace careportal_lint {

void MatchTable::see(AtomId atom, std::uint32_t pos, std::uint32_t end, bool awaited) {
  if (awaited) {
    triggers_.push_back({atom, pos, end, atoms_[atom] ? last_hits_[atom] : kNoHit});
    last_hits_[atom] = static_cast<std::uint32_t>(triggers_.size() - 1);
  }
  atoms_[atom] = true;
}

void MatchTable::finish() {
  std::sort(matches_.begin(), matches_.end(), [](const Match& a, const Match& b) {
    if (a.pattern != b.pattern) return a.pattern < b.pattern;
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
  });
  with_matches_.resize(tables_.patterns.size(), false);
  for (const Match& match : matches_) with_matches_[match.pattern] = true;
}

std::pair<const Match*, const Match*> MatchTable::of(PatternId pattern) const {
  if (!with_matches_[pattern]) return {};
  const auto first =
      std::lower_bound(matches_.begin(), matches_.end(), pattern, [](const Match& match, PatternId id) { return match.pattern < id; });
  auto last = first;
  while (last != matches_.end() && last->pattern == pattern) ++last;
  return {matches_.data() + (first - matches_.begin()), matches_.data() + (last - matches_.begin())};
}

bool MatchTable::accepts(const PhraseHit& hit, PatternId pattern) const {
  const auto is_accepted = [&](std::uint32_t begin, std::uint32_t end) {
    const std::span<const Accept> accepts = tables_.accepts.subspan(begin, end - begin);
    auto accept = std::lower_bound(accepts.begin(), accepts.end(), pattern, [](const Accept& a, PatternId id) { return a.pattern < id; });
    for (; accept != accepts.end() && accept->pattern == pattern; ++accept) {
      const std::string_view exact = tables_.text(accept->exact_begin, accept->exact_end);
      if (exact.empty() || text_.substr(hit.range.begin, hit.range.size()) == exact) return true;
    }
    return false;
  };
  const std::uint32_t middle = tables_.accept_middle[hit.node];
  return is_accepted(tables_.accept_begin[hit.node], middle) || is_accepted(middle, tables_.accept_begin[hit.node + 1]);
}

bool MatchTable::has_phrase(PatternId pattern) const {
  if (tables_.patterns[pattern].phrases == 0) return false;
  if (with_phrases_.empty()) {
    with_phrases_.resize(tables_.patterns.size(), false);
    for (const PhraseHit& hit : hits_) {
      for (std::uint32_t a = tables_.accept_begin[hit.node]; a < tables_.accept_begin[hit.node + 1]; ++a)
        with_phrases_[tables_.accepts[a].pattern] = true;
    }
  }
  return with_phrases_[pattern];
}

bool MatchTable::stands_in(PatternId pattern, Range range) const {
  if (has_phrase(pattern)) {
    auto hit = std::lower_bound(hits_.begin(), hits_.end(), range.begin,
                                [](const PhraseHit& item, std::uint32_t pos) { return item.range.begin < pos; });
    for (; hit != hits_.end() && hit->range.begin < range.end; ++hit) {
      if (hit->range.end <= range.end && accepts(*hit, pattern)) return true;
    }
  }
  const auto [first, last] = of(pattern);
  return std::any_of(first, last, [&](const Match& match) { return match.range.begin >= range.begin && match.range.end <= range.end; });
}

}  // namespace careportal_lint
