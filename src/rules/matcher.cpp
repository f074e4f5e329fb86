#include "rules/matcher.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "lexicon/lexicon.h"
#include "rules/pattern_begin.h"
#include "rules/pattern_dfa.h"

namespace careportal_lint {
namespace {

// `pos` lies between two word characters of `within`.
bool is_inside_word(std::string_view text, Range within, std::uint32_t pos) {
  return pos > within.begin && pos < within.end && is_word_char(text[pos - 1]) && is_word_char(text[pos]);
}

// A pattern that matched around an anchor.
struct Candidate {
  PatternId pattern = 0;
  Range range;
  std::uint32_t pos = 0;  // of the anchor
  AnchorId anchor = 0;

  // The leftmost-longest last, as heaps want it.
  friend bool operator<(const Candidate& a, const Candidate& b) {
    return a.range.begin != b.range.begin ? a.range.begin > b.range.begin : a.range.end < b.range.end;
  }
};

// What patience grows to where memory runs out again and again.
constexpr std::uint32_t kMostPatience = 1'000;

// Which triggers stand in the stretch of text that is being looked at.
class Stretch {
 public:
  void fit(std::size_t atoms) {
    if (seen_.size() < atoms) seen_.resize(atoms, 0);
  }
  void start() {
    if (++number_ != 0) return;
    std::fill(seen_.begin(), seen_.end(), 0);  // the numbers have run out: all over again
    number_ = 1;
  }
  void see(AtomId atom) { seen_[atom] = number_; }
  [[nodiscard]] bool has(AtomId atom) const { return seen_[atom] == number_; }

 private:
  std::vector<std::uint32_t> seen_;  // the last stretch with the atom
  std::uint32_t number_ = 0;
};

}  // namespace

// The programs of an anchor, as automata.
struct Matcher::AnchorRoots {
  PatternDfa::Root after;
  PatternDfa::Root before;
};

// What a scan works with; kept by each thread from draft to draft, so that nothing is allocated again.
struct Matcher::Scratch {
  struct TokenFacts {
    WordId word = 0;
    std::uint32_t slot = 0;  // of a word that is in some pattern
  };
  std::vector<TokenFacts> tokens;
  Stretch line;
  Stretch part;
  std::vector<Candidate> candidates;
  std::vector<PatternId> too_long;  // for RE2

  std::uint64_t matcher = 0;  // whose automata these are
  PatternDfa dfa;
  std::size_t restarts = 0;  // of `dfa`
  std::uint32_t patience = 0;
  std::vector<std::uint32_t> anchors;  // the number of tries; above `patience`, which of `roots` is the anchor's
  std::vector<AnchorRoots> roots;
};

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

// ---- patterns that RE2 runs

Matcher::Matcher(std::string_view block, std::uint32_t patience) : patience_(patience) {
  static std::atomic<std::uint64_t> matchers = 0;
  number_ = ++matchers;
  read_tables(block, tables_);
  compiled_ = std::make_unique<std::atomic<const re2::RE2*>[]>(tables_.patterns.size());
}

Matcher::~Matcher() {
  for (std::size_t i = 0; i < tables_.patterns.size(); ++i) delete compiled_[i].load();
}

const re2::RE2& Matcher::compiled(PatternId pattern) const {
  std::atomic<const re2::RE2*>& slot = compiled_[pattern];
  if (const re2::RE2* ready = slot.load(std::memory_order_acquire)) return *ready;
  const PatternEntry& entry = tables_.patterns[pattern];
  re2::RE2::Options options;
  options.set_encoding(re2::RE2::Options::EncodingLatin1);  // the folded text is ASCII
  options.set_case_sensitive(entry.exact_case != 0);
  options.set_longest_match(true);
  options.set_log_errors(false);
  std::string text = entry.edge_before != 0 ? "\\b(?:" : "(?:";
  text += tables_.text(entry.begin, entry.end);
  text += entry.edge_after != 0 ? ")\\b" : ")";
  auto fresh = std::make_unique<const re2::RE2>(text, options);
  const re2::RE2* expected = nullptr;
  // another thread may have been quicker: then its work is used
  if (slot.compare_exchange_strong(expected, fresh.get(), std::memory_order_acq_rel)) return *fresh.release();
  return *expected;
}

bool Matcher::find_compiled(std::string_view text, Range within, std::uint32_t from, PatternId pattern, Groups& groups) const {
  const re2::RE2& re = compiled(pattern);
  if (!re.ok()) return false;
  const re2::StringPiece piece(text.data() + within.begin, within.size());
  const auto wanted = static_cast<std::size_t>(std::min<int>(re.NumberOfCapturingGroups(), kMostCaptures)) + 1;
  std::array<re2::StringPiece, kMostCaptures + 1> found;
  const bool edges = tables_.patterns[pattern].word_edges != 0;
  const auto match = [&](std::size_t begin, std::size_t end, re2::RE2::Anchor anchor) {
    if (!re.Match(piece, begin, end, anchor, found.data(), static_cast<int>(wanted))) return false;
    groups = {};
    for (std::size_t i = 0; i < wanted; ++i) {
      if (found.at(i).data() == nullptr) continue;
      const auto first = static_cast<std::uint32_t>(found.at(i).data() - text.data());
      groups.at(i) = {first, first + static_cast<std::uint32_t>(found.at(i).size())};
    }
    return true;
  };
  for (std::size_t pos = from - within.begin; pos <= piece.size() && match(pos, piece.size(), re2::RE2::UNANCHORED);) {
    const std::size_t begin = groups[0].begin - within.begin;
    bool fits = !edges || !is_inside_word(text, within, groups[0].begin);
    // where the longest text ends inside a word, a shorter one may not
    while (fits && edges && is_inside_word(text, within, groups[0].end))
      fits = !groups[0].empty() && match(begin, groups[0].end - within.begin - 1, re2::RE2::ANCHOR_START);
    if (fits) return true;
    pos = begin + 1;
  }
  return false;
}

std::string Matcher::error(PatternId pattern) const {
  // without the brackets that `compiled` puts around it: they would make `a)|(b` look right
  const PatternEntry& entry = tables_.patterns[pattern];
  const re2::RE2 alone(tables_.text(entry.begin, entry.end), re2::RE2::Quiet);
  if (!alone.ok()) return alone.error();
  const re2::RE2& re = compiled(pattern);
  return re.ok() ? std::string() : re.error();
}

bool Matcher::find(std::string_view text, Range within, std::uint32_t from, PatternId pattern, Groups& groups) const {
  const PatternEntry& entry = tables_.patterns[pattern];
  if (entry.program != kNoNode) {
    groups = {};
    const RunResult result = find_match(tables_.programs, entry.program, {text, within, entry.word_edges != 0}, from, groups);
    if (result != RunResult::gave_up) return result == RunResult::found;
  }
  return find_compiled(text, within, from, pattern, groups);
}

// ---- scanning

template <typename Has>
bool Matcher::meets(std::uint32_t sets_begin, std::uint32_t sets_end, const Has& has) const {
  for (std::uint32_t i = sets_begin; i < sets_end; ++i) {
    const AtomSet set = tables_.sets[i];
    bool any = false;
    for (std::uint32_t a = set.begin; a < set.end && !any; ++a) any = has(tables_.set_atoms[a]);
    if (!any) return false;
  }
  return true;
}

MatchTable Matcher::scan(const Document& document, bool finders) const {
  MatchTable out(tables_, document.text());
  Scratch& work = scratch();
  // about as many as usually stand there
  out.hits_.reserve(document.tokens().size());
  out.matches_.reserve(document.tokens().size() / 4 + 8);
  out.triggers_.reserve(document.tokens().size() * 2);
  read_tokens(document, work);
  scan_phrases(document, work, out);
  scan_regexes(document, finders, work, out);
  out.finish();
  return out;
}

void Matcher::read_tokens(const Document& document, Scratch& work) const {
  work.tokens.clear();
  const std::size_t mask = tables_.words.size() - 1;
  for (const Token& token : document.tokens()) {
    const std::uint64_t hash = Lexicon::hash_lowered(document.text(token.range));
    std::size_t slot = hash & mask;
    while (tables_.words[slot].id != 0 && tables_.words[slot].hash != hash) slot = (slot + 1) & mask;
    work.tokens.push_back({tables_.words[slot].id, static_cast<std::uint32_t>(slot)});
  }
}

void Matcher::scan_phrases(const Document& document, const Scratch& work, MatchTable& out) const {
  const std::vector<Token>& tokens = document.tokens();
  const std::string_view text = document.text();
  const std::size_t mask = tables_.edges.size() - 1;
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    if (work.tokens[first].word == 0) continue;
    const std::size_t before = out.matches_.size();
    std::uint32_t node = 0;
    char sign = 0;
    for (std::size_t i = first; i < tokens.size() && work.tokens[i].word != 0; ++i) {
      const std::uint64_t key = edge_key(node, sign, work.tokens[i].word);
      std::size_t slot = edge_slot(key) & mask;
      while (tables_.edges[slot].key != 0 && tables_.edges[slot].key != key) slot = (slot + 1) & mask;
      if (tables_.edges[slot].key == 0) break;
      node = tables_.edges[slot].node;
      const Range range{tokens[first].range.begin, tokens[i].range.end};
      if (tables_.accept_begin[node] != tables_.accept_begin[node + 1]) out.hits_.push_back({node, range});
      for (std::uint32_t a = tables_.accept_begin[node]; a < tables_.accept_middle[node]; ++a) {
        const Accept& accept = tables_.accepts[a];
        const bool exact = accept.exact_begin != accept.exact_end;
        if (exact && document.text(range) != tables_.text(accept.exact_begin, accept.exact_end)) continue;
        // the longest text of a pattern wins
        const auto shorter = std::find_if(out.matches_.begin() + static_cast<std::ptrdiff_t>(before), out.matches_.end(),
                                          [&](const Match& match) { return match.pattern == accept.pattern; });
        if (shorter != out.matches_.end()) {
          shorter->range = range;
        } else {
          out.matches_.push_back({accept.pattern, range, {}});
        }
      }
      if (i + 1 >= tokens.size() || tokens[i + 1].range.begin != tokens[i].range.end + 1) break;
      sign = text[tokens[i].range.end];
    }
  }
}

template <typename See>
void Matcher::see_token(const Document& document, const Token& token, const WordSlot* word, const See& see) const {
  const std::uint32_t pos = token.range.begin;
  const std::uint32_t end = token.range.end;
  if (token.shape == Shape::digits || token.shape == Shape::alphanumeric) see(tables_.shape_atoms[0], pos, end);
  if (is_upper(document.text()[pos])) see(tables_.shape_atoms[1], pos, end);
  if (word != nullptr) {
    for (std::uint32_t a = word->atoms_begin; a < word->atoms_end; ++a) see(tables_.word_atoms[a], pos, end);
    return;
  }
  const std::string_view text = document.text(token.range);
  const auto see_prefixes = [&](std::uint32_t key) {
    for (std::uint32_t p = tables_.prefix_begin[key]; p < tables_.prefix_begin[key + 1]; ++p) {
      const std::string_view prefix = tables_.text(tables_.prefixes[p].begin, tables_.prefixes[p].end);
      const bool fits = prefix.size() <= text.size() &&
                        std::equal(prefix.begin(), prefix.end(), text.begin(), [](char wanted, char c) { return wanted == to_lower(c); });
      if (fits) see(tables_.prefixes[p].atom, pos, end);
    }
  };
  const std::array<char, 2> beginning = {to_lower(text[0]), text.size() > 1 ? to_lower(text[1]) : '\0'};
  see_prefixes(prefix_key({beginning.data(), 1}));
  if (text.size() > 1) see_prefixes(prefix_key({beginning.data(), 2}));
}

void Matcher::scan_regexes(const Document& document, bool finders, Scratch& work, MatchTable& out) const {
  const std::vector<Token>& tokens = document.tokens();
  const std::string_view text = document.text();
  work.line.fit(tables_.atom_count());
  work.part.fit(tables_.atom_count());
  std::size_t token = 0;
  for (const Line& entry : document.lines()) {
    const Range line = entry.range;
    work.line.start();
    work.part.start();
    work.candidates.clear();
    work.too_long.clear();
    const std::size_t line_begin = out.triggers_.size();
    std::size_t part_begin = line_begin;
    const auto see = [&](AtomId atom, std::uint32_t pos, std::uint32_t end) {
      if (atom == 0) return;
      out.see(atom, pos, end, tables_.awaited[atom] != 0);
      work.line.see(atom);
      work.part.see(atom);
    };
    while (token < tokens.size() && tokens[token].range.begin < line.begin) ++token;
    for (std::uint32_t pos = line.begin; pos < line.end;) {
      if (token < tokens.size() && tokens[token].range.begin == pos) {
        see_token(document, tokens[token], work.tokens[token].word != 0 ? &tables_.words[work.tokens[token].slot] : nullptr, see);
        pos = tokens[token++].range.end;
        continue;
      }
      const char sign = text[pos];
      see(tables_.sign_atoms[static_cast<unsigned char>(sign) & 0x7FU], pos, pos);
      ++pos;
      if (!finders || (sign != '.' && sign != '!' && sign != '?')) continue;
      try_anchors(document, line, std::span(out.triggers_).subspan(part_begin), false, work);
      work.part.start();
      part_begin = out.triggers_.size();
    }
    if (!finders) continue;
    try_anchors(document, line, std::span(out.triggers_).subspan(part_begin), false, work);
    try_anchors(document, line, std::span(out.triggers_).subspan(line_begin), true, work);
    settle_line(document, line, work, out.matches_);
    for (const PatternId pattern : tables_.everywhere) {
      const PatternEntry& tried = tables_.patterns[pattern];
      if (meets(tried.sets_begin, tried.sets_end, [&](AtomId atom) { return work.line.has(atom); }))
        scan_line(document, line, pattern, out.matches_);
    }
  }
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

void Matcher::scan_line(const Document& document, Range line, PatternId pattern, std::vector<Match>& out) const {
  Groups groups;
  std::uint32_t from = line.begin;
  while (from <= line.end && find(document.text(), line, from, pattern, groups)) {
    const Range range = groups[0];
    if (range.empty()) {
      from = range.end + 1;
      continue;
    }
    from = range.end;
    Match match{pattern, range, {}};
    if (tables_.patterns[pattern].captures != 0)
      match.groups.assign(groups.begin(), groups.begin() + tables_.patterns[pattern].captures + 1);
    out.push_back(std::move(match));
  }
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

void Matcher::scan_lazily(const Document& document, const MatchTable& matches, Range line, PatternId pattern,
                          std::vector<Match>& out) const {
  const PatternEntry& entry = tables_.patterns[pattern];
  if (entry.anchors_begin == entry.anchors_end) {
    scan_line(document, line, pattern, out);
    return;
  }
  Scratch& work = scratch();
  try_pattern(document, matches, pattern, line, Wanted::all, work);
  settle_line(document, line, work, out);
}

bool Matcher::may_stand(const MatchTable& matches, PatternId pattern) const {
  const PatternEntry& entry = tables_.patterns[pattern];
  return entry.begin != entry.end && meets(entry.sets_begin, entry.sets_end, [&](AtomId atom) { return matches.has(atom); });
}

bool Matcher::contains(const Document& document, const MatchTable& matches, PatternId pattern, Range range) const {
  if (matches.stands_in(pattern, range)) return true;
  if (range.begin >= range.end || !may_stand(matches, pattern)) return false;
  const PatternEntry& entry = tables_.patterns[pattern];
  if (entry.anchors_begin != entry.anchors_end) {
    Scratch& work = scratch();
    try_pattern(document, matches, pattern, range, Wanted::any, work);
    if (!work.candidates.empty()) return true;
    if (work.too_long.empty()) return false;
  }
  Groups groups;
  return find(document.text(), range, range.begin, pattern, groups);
}

}  // namespace careportal_lint
