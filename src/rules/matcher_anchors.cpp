// Tries patterns at their anchors.
#include <algorithm>

#include "rules/matcher_scratch.h"
#include "rules/pattern_begin.h"

namespace careportal_lint {
namespace {

// What patience grows to where memory runs out again and again.
constexpr std::uint32_t kMostPatience = 1'000;

}  // namespace

Matcher::Scratch& Matcher::scratch() const {
  thread_local Scratch scratch;
  if (scratch.matcher != number_) {
    scratch.matcher = number_;
    scratch.dfa.serve(tables_.programs);
    scratch.restarts = 0;
    scratch.patience = patience_;
  } else if (scratch.restarts != scratch.dfa.restarts()) {
    // memory ran out: from now on it is kept for anchors that are tried more often
    scratch.restarts = scratch.dfa.restarts();
    scratch.patience = std::min(scratch.patience * 4, std::max(patience_, kMostPatience));
  } else {
    return scratch;
  }
  scratch.anchors.assign(tables_.anchors.size(), 0);
  scratch.roots.clear();
  return scratch;
}

// What stands at a hit.
struct Matcher::Ahead {
  static constexpr int kEnd = -1;  // of the line
  std::uint32_t length;            // of the token
  int behind;                      // the character behind it
  int next;                        // the one behind that

  Ahead(std::string_view text, Range line, const TriggerHit& hit)
      : length(hit.end - hit.pos),
        behind(hit.end < line.end ? text[hit.end] : kEnd),
        next(hit.end + 1 < line.end ? text[hit.end + 1] : kEnd) {}
};

// Tries what waits for the triggers: the patterns that may cross a sentence sign, or the others.
void Matcher::try_anchors(const Document& document, Range line, std::span<const TriggerHit> hits, bool whole_line, Scratch& work) const {
  const auto& begins = whole_line ? tables_.line_anchors_begin : tables_.part_anchors_begin;
  const auto& anchors = whole_line ? tables_.line_anchors : tables_.part_anchors;
  const Stretch& stretch = whole_line ? work.line : work.part;
  for (const TriggerHit hit : hits) {
    const std::uint32_t first = begins[hit.atom];
    const std::uint32_t last = begins[hit.atom + 1];
    if (first == last) continue;
    const Ahead ahead(document.text(), line, hit);
    for (std::uint32_t a = first; a < last; ++a) {
      const AnchorEntry& entry = tables_.anchors[anchors[a]];
      if (!may_begin(entry, ahead)) continue;
      if (meets(entry.sets_begin, entry.sets_end, [&](AtomId atom) { return stretch.has(atom); }))
        try_anchor(document, line, anchors[a], hit.pos, work);
    }
  }
}

// What stands at the hit looks like a beginning of the anchor's part.
inline bool Matcher::may_begin(const AnchorEntry& anchor, const Ahead& ahead) const {
  if (ahead.length < anchor.least || (ahead.length > anchor.most && anchor.most != PatternBegin::kAnyLength)) return false;
  const auto stands = [&](std::uint16_t id, int c) {
    const CharBits& set = tables_.programs.sets[id];
    return c != Ahead::kEnd ? set.test(static_cast<char>(c)) : set.all();
  };
  return stands(anchor.behind, ahead.behind) && stands(anchor.next, ahead.next);
}

// Null: the anchor was not yet tried often enough.
Matcher::AnchorRoots* Matcher::automata(const AnchorEntry& entry, AnchorId anchor, Scratch& work) const {
  std::uint32_t& known = work.anchors[anchor];
  if (known > work.patience) return &work.roots[known - work.patience - 1];
  if (known++ < work.patience) return nullptr;
  known += static_cast<std::uint32_t>(work.roots.size());
  const bool word_edges = tables_.patterns[entry.pattern].word_edges != 0;
  work.roots.push_back(
      {{entry.after, ProgramBuilder::Direction::forward, word_edges}, {entry.before, ProgramBuilder::Direction::backward, word_edges}});
  return &work.roots.back();
}

// From the anchor on; sets the end of `range`.
RunResult Matcher::run_after(const RunPlace& place, const AnchorEntry& entry, AnchorRoots* roots, Range& range, Scratch& work) const {
  if (roots != nullptr) {
    const RunResult result = work.dfa.match_forward(roots->after, place, range.begin, range.end);
    if (result != RunResult::gave_up) return result;
  }
  return match_forward(tables_.programs, entry.after, place, range.begin, range.end, nullptr);
}

// Back from the anchor, which is the begin of `range`; sets that.
RunResult Matcher::run_before(const RunPlace& place, const AnchorEntry& entry, AnchorRoots* roots, std::uint32_t least, Range& range,
                              Scratch& work) const {
  const std::uint32_t anchor = range.begin;
  if (roots != nullptr) {
    const RunResult result = work.dfa.match_backward(roots->before, place, anchor, least, range.begin);
    if (result != RunResult::gave_up) return result;
  }
  return match_backward(tables_.programs, entry.before, place, anchor, least, range.begin);
}

void Matcher::try_anchor(const Document& document, Range line, AnchorId anchor, std::uint32_t pos, Scratch& work) const {
  const AnchorEntry& entry = tables_.anchors[anchor];
  if (!work.too_long.empty() && std::find(work.too_long.begin(), work.too_long.end(), entry.pattern) != work.too_long.end()) return;
  const RunPlace place{document.text(), line, tables_.patterns[entry.pattern].word_edges != 0};
  Range range{pos, pos};
  AnchorRoots* const roots = automata(entry, anchor, work);
  RunResult result = run_after(place, entry, roots, range, work);
  if (result == RunResult::found) {
    if (entry.before != kNoNode) {
      result = run_before(place, entry, roots, line.begin, range, work);
    } else if (place.word_edges && is_inside_word(place.text, line, pos)) {
      result = RunResult::none;
    }
  }
  if (result == RunResult::found) work.candidates.push_back({entry.pattern, range, pos, anchor});
  if (result == RunResult::gave_up) work.too_long.push_back(entry.pattern);
}

// Of the matches around all anchors those that a search from left to right would find: leftmost-longest, then on.
void Matcher::settle_line(const Document& document, Range line, Scratch& work, std::vector<Match>& out) const {
  auto& all = work.candidates;
  std::sort(work.too_long.begin(), work.too_long.end());
  work.too_long.erase(std::unique(work.too_long.begin(), work.too_long.end()), work.too_long.end());
  for (const PatternId pattern : work.too_long) {
    std::erase_if(all, [&](const Candidate& candidate) { return candidate.pattern == pattern; });
    scan_line(document, line, pattern, out);
  }
  std::sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) { return a.pattern < b.pattern; });
  for (auto first = all.begin(); first != all.end();) {
    auto last = std::find_if(first, all.end(), [&](const Candidate& other) { return other.pattern != first->pattern; });
    const auto next = last;
    std::make_heap(first, last);
    std::uint32_t from = line.begin;
    while (first != last) {
      std::pop_heap(first, last);
      Candidate& best = *(last - 1);
      if (best.range.begin >= from) {
        add_match(document, line, best.pattern, best.range, out);
        from = best.range.end;
        --last;
        continue;
      }
      // it begins in a match already found: does it also begin later?
      const AnchorEntry& entry = tables_.anchors[best.anchor];
      const RunPlace place{document.text(), line, tables_.patterns[best.pattern].word_edges != 0};
      best.range.begin = best.pos;
      if (best.pos >= from && entry.before != kNoNode &&
          run_before(place, entry, automata(entry, best.anchor, work), from, best.range, work) == RunResult::found) {
        std::push_heap(first, last);
      } else {
        --last;
      }
    }
    first = next;
  }
}

void Matcher::add_match(const Document& document, Range line, PatternId pattern, Range range, std::vector<Match>& out) const {
  Match match{pattern, range, {}};
  const PatternEntry& entry = tables_.patterns[pattern];
  if (entry.captures != 0) {
    Groups groups{};
    find(document.text(), line, range.begin, pattern, groups);  // finds just this match
    match.groups.assign(groups.begin(), groups.begin() + entry.captures + 1);
  }
  out.push_back(std::move(match));
}

// Tries one pattern, all anchors of it, within a range; or only until one matches.
void Matcher::try_pattern(const Document& document, const MatchTable& matches, PatternId pattern, Range range, Wanted wanted,
                          Scratch& work) const {
  const PatternEntry& entry = tables_.patterns[pattern];
  work.candidates.clear();
  work.too_long.clear();
  for (std::uint32_t a = entry.anchors_begin; a < entry.anchors_end; ++a) {
    const AnchorEntry& anchor = tables_.anchors[a];
    if (!meets(anchor.sets_begin, anchor.sets_end, [&](AtomId atom) { return matches.has(atom); })) continue;
    for (std::uint32_t t = anchor.triggers_begin; t < anchor.triggers_end; ++t) {
      const AtomId trigger = tables_.anchor_triggers[t];
      std::uint32_t number = matches.has(trigger) ? matches.last_hits_[trigger] : MatchTable::kNoHit;
      while (number != MatchTable::kNoHit) {
        const TriggerHit& hit = matches.triggers_[number];
        if (hit.pos < range.begin) break;
        number = hit.previous;
        if (hit.pos >= range.end || !may_begin(anchor, Ahead(document.text(), range, hit))) continue;
        try_anchor(document, range, a, hit.pos, work);
        if (wanted == Wanted::any && !work.candidates.empty()) return;
      }
    }
  }
}

}  // namespace careportal_lint
