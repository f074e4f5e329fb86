#include "rules/matcher.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>

#include "lexicon/lexicon.h"
#include "rules/matcher_scratch.h"

namespace careportal_lint {

// ---- patterns that RE2 runs

Matcher::Matcher(std::string_view block, std::uint32_t patience) : patience_(patience) {
  static std::atomic<std::uint64_t> matchers = 0;
  number_ = ++matchers;
  read_tables(block, tables_);
}

Matcher::~Matcher() = default;

const re2::RE2& Matcher::compiled(PatternId pattern) const {
  {
    const std::shared_lock reading(compiled_lock_);
    const auto ready = compiled_.find(pattern);
    if (ready != compiled_.end()) return *ready->second;
  }
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
  // another thread may have been quicker: then its work is used
  const std::unique_lock writing(compiled_lock_);
  return *compiled_.try_emplace(pattern, std::move(fresh)).first->second;
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

// The node behind `node`; 0: there is none.
std::uint32_t Matcher::step(std::uint32_t node, std::uint32_t key) const {
  const auto first = tables_.steps.begin() + tables_.steps_begin[node];
  const auto last = tables_.steps.begin() + tables_.steps_begin[node + 1];
  const auto found = std::lower_bound(first, last, key, [](const TrieStep& step, std::uint32_t wanted) { return step.key < wanted; });
  return found != last && found->key == key ? found->node : 0;
}

void Matcher::scan_phrases(const Document& document, const Scratch& work, MatchTable& out) const {
  const std::vector<Token>& tokens = document.tokens();
  const std::string_view text = document.text();
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    if (work.tokens[first].word == 0) continue;
    const std::size_t before = out.matches_.size();
    std::uint32_t node = 0;
    char sign = 0;
    for (std::size_t i = first; i < tokens.size() && work.tokens[i].word != 0; ++i) {
      node = i == first ? tables_.trie_roots[work.tokens[i].word] : step(node, trie_key(sign, work.tokens[i].word));
      if (node == 0) break;
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
