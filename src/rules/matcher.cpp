#include "rules/matcher.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <thread>

#include "lexicon/lexicon.h"

namespace careportal_lint {

namespace {

// A pattern that is needed this often is worth compiling.
constexpr std::uint32_t kUsesBeforeCompiling = 40;

// Fewer tries than this are done before a second thread has started.
constexpr std::size_t kJobsWorthAThread = 100;

// The match begins or ends between two word characters of `within`.
bool is_inside_word(std::string_view text, Range within, Range match) {
  const auto inside = [&](std::uint32_t pos) {
    return pos > within.begin && pos < within.end && is_word_char(text[pos - 1]) && is_word_char(text[pos]);
  };
  return inside(match.begin) || inside(match.end);
}

}  // namespace

// What the tables know about each token of a draft.
struct Matcher::Tokens {
  std::vector<WordId> words;
  std::vector<AtomId> atoms;  // of the whole word; 0: none
};

namespace {

void sort_matches(std::vector<Match>& matches) {
  std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
    if (a.pattern != b.pattern) return a.pattern < b.pattern;
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
  });
}

std::pair<const Match*, const Match*> matches_of(const std::vector<Match>& matches, PatternId pattern) {
  const auto first =
      std::lower_bound(matches.begin(), matches.end(), pattern, [](const Match& match, PatternId id) { return match.pattern < id; });
  const auto last = std::upper_bound(first, matches.end(), pattern, [](PatternId id, const Match& match) { return id < match.pattern; });
  return {matches.data() + (first - matches.begin()), matches.data() + (last - matches.begin())};
}

bool any_in(std::pair<const Match*, const Match*> matches, Range range) {
  const Match* match = std::lower_bound(matches.first, matches.second, range.begin,
                                        [](const Match& item, std::uint32_t pos) { return item.range.begin < pos; });
  for (; match != matches.second && match->range.begin < range.end; ++match) {
    if (match->range.end <= range.end) return true;
  }
  return false;
}

}  // namespace

MatchTable::MatchTable(std::vector<Match> matches, std::vector<Match> cut, std::vector<bool> atoms)
    : matches_(std::move(matches)), cut_(std::move(cut)), atoms_(std::move(atoms)) {
  sort_matches(matches_);
  sort_matches(cut_);
}

std::pair<const Match*, const Match*> MatchTable::of(PatternId pattern) const { return matches_of(matches_, pattern); }

bool MatchTable::stands_in(PatternId pattern, Range range) const {
  return any_in(matches_of(matches_, pattern), range) || any_in(matches_of(cut_, pattern), range);
}

Matcher::Matcher(std::string_view block) {
  read_tables(block, tables_);
  slots_ = std::make_unique<Slot[]>(tables_.patterns.size());
}

Matcher::~Matcher() {
  for (std::size_t i = 0; i < tables_.patterns.size(); ++i) {
    delete slots_[i].compiled.load();
    delete slots_[i].interpreter.load();
  }
}

namespace {

// Makes what a slot lacks; another thread may be quicker, and then its work is used.
template <typename T, typename Make>
const T& fill_slot(std::atomic<const T*>& slot, const Make& make) {
  if (const T* ready = slot.load(std::memory_order_acquire)) return *ready;
  std::unique_ptr<const T> fresh = make();
  const T* expected = nullptr;
  if (slot.compare_exchange_strong(expected, fresh.get(), std::memory_order_acq_rel)) return *fresh.release();
  return *expected;
}

}  // namespace

const re2::RE2& Matcher::compiled(PatternId pattern) const {
  return fill_slot(slots_[pattern].compiled, [&] {
    const PatternEntry& entry = tables_.patterns[pattern];
    re2::RE2::Options options;
    options.set_encoding(re2::RE2::Options::EncodingLatin1);  // the folded text is ASCII
    options.set_case_sensitive(entry.exact_case != 0);
    options.set_longest_match(true);
    options.set_log_errors(false);
    std::string text = entry.edge_before != 0 ? "\\b(?:" : "(?:";
    text += tables_.text(entry.begin, entry.end);
    text += entry.edge_after != 0 ? ")\\b" : ")";
    return std::make_unique<const re2::RE2>(text, options);
  });
}

const Interpreter& Matcher::interpreter(PatternId pattern) const {
  return fill_slot(slots_[pattern].interpreter, [&] {
    const PatternEntry& entry = tables_.patterns[pattern];
    return std::make_unique<const Interpreter>(tables_.text(entry.begin, entry.end), entry.exact_case != 0, entry.word_edges != 0);
  });
}

bool Matcher::find(std::string_view text, Range within, std::uint32_t from, PatternId pattern, Interpreter::Groups& groups) const {
  const PatternEntry& entry = tables_.patterns[pattern];
  Slot& slot = slots_[pattern];
  // `\b` cannot say "not inside a word" where a match may begin or end with a sign; the interpreter can
  const bool only_interpreter_is_exact = entry.word_edges != 0 && (entry.edge_before == 0 || entry.edge_after == 0);
  if (only_interpreter_is_exact || slot.uses.load(std::memory_order_relaxed) < kUsesBeforeCompiling) {
    const Interpreter& program = interpreter(pattern);
    if (program.usable()) {
      slot.uses.fetch_add(1, std::memory_order_relaxed);
      const Interpreter::Result result = program.find(text, within, from, groups);
      if (result != Interpreter::Result::gave_up) return result == Interpreter::Result::found;
    }
  }
  return find_compiled(text, within, from, pattern, groups);
}

bool Matcher::find_compiled(std::string_view text, Range within, std::uint32_t from, PatternId pattern, Interpreter::Groups& groups) const {
  const re2::RE2& re = compiled(pattern);
  if (!re.ok()) return false;
  const re2::StringPiece piece(text.data() + within.begin, within.size());
  const auto wanted = static_cast<std::size_t>(std::min<int>(re.NumberOfCapturingGroups(), kMostCaptures)) + 1;
  std::array<re2::StringPiece, kMostCaptures + 1> found;
  std::size_t pos = from - within.begin;
  while (pos <= piece.size() && re.Match(piece, pos, piece.size(), re2::RE2::UNANCHORED, found.data(), static_cast<int>(wanted))) {
    groups = {};
    for (std::size_t i = 0; i < wanted; ++i) {
      if (found.at(i).data() == nullptr) continue;
      const auto begin = static_cast<std::uint32_t>(found.at(i).data() - text.data());
      groups.at(i) = {begin, begin + static_cast<std::uint32_t>(found.at(i).size())};
    }
    if (tables_.patterns[pattern].word_edges == 0 || !is_inside_word(text, within, groups[0])) return true;
    pos = groups[0].begin - within.begin + 1;
  }
  return false;
}

std::string Matcher::error(PatternId pattern) const {
  const re2::RE2& re = compiled(pattern);
  return re.ok() ? std::string() : re.error();
}

template <typename Has>
bool Matcher::meets(PatternId pattern, std::size_t first_set, const Has& has) const {
  const PatternEntry& entry = tables_.patterns[pattern];
  for (std::size_t i = entry.sets_begin + first_set; i < entry.sets_end; ++i) {
    const AtomSet set = tables_.sets[i];
    bool any = false;
    for (std::uint32_t a = set.begin; a < set.end && !any; ++a) any = has(tables_.set_atoms[a]);
    if (!any) return false;
  }
  return true;
}

MatchTable Matcher::scan(const Document& document) const {
  Tokens tokens;
  tokens.words.reserve(document.tokens().size());
  tokens.atoms.reserve(document.tokens().size());
  std::string lower;
  const std::size_t mask = tables_.words.size() - 1;
  for (const Token& token : document.tokens()) {
    lower.assign(document.text(token.range));
    for (char& c : lower) c = to_lower(c);
    const std::uint64_t hash = Lexicon::hash_word(lower);
    std::size_t slot = hash & mask;
    while (tables_.words[slot].id != 0 && tables_.words[slot].hash != hash) slot = (slot + 1) & mask;
    tokens.words.push_back(tables_.words[slot].id);
    tokens.atoms.push_back(tables_.words[slot].atom);
  }
  std::vector<Match> matches;
  std::vector<Match> cut;
  std::vector<bool> atoms(tables_.atom_patterns_begin.size(), false);
  scan_phrases(document, tokens, matches, cut);
  scan_regexes(document, tokens, matches, atoms);
  return {std::move(matches), std::move(cut), std::move(atoms)};
}

void Matcher::scan_phrases(const Document& document, const Tokens& known, std::vector<Match>& out, std::vector<Match>& cut) const {
  const std::vector<Token>& tokens = document.tokens();
  const std::string_view text = document.text();
  const std::size_t mask = tables_.edges.size() - 1;
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    if (known.words[first] == 0) continue;
    const std::size_t before = out.size();
    std::uint32_t node = 0;
    char sign = 0;
    for (std::size_t i = first; i < tokens.size() && known.words[i] != 0; ++i) {
      const std::uint64_t key = edge_key(node, sign, known.words[i]);
      std::size_t slot = edge_slot(key) & mask;
      while (tables_.edges[slot].key != 0 && tables_.edges[slot].key != key) slot = (slot + 1) & mask;
      if (tables_.edges[slot].key == 0) break;
      node = tables_.edges[slot].node;
      const Range range{tokens[first].range.begin, tokens[i].range.end};
      for (std::uint32_t a = tables_.accept_begin[node]; a < tables_.accept_begin[node + 1]; ++a) {
        const Accept& accept = tables_.accepts[a];
        const bool exact = accept.exact_begin != accept.exact_end;
        if (exact && document.text(range) != tables_.text(accept.exact_begin, accept.exact_end)) continue;
        // the longest text of a pattern wins
        const auto shorter = std::find_if(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(),
                                          [&](const Match& match) { return match.pattern == accept.pattern; });
        if (shorter != out.end()) {
          cut.push_back({accept.pattern, shorter->range, {}});
          shorter->range = range;
        } else {
          out.push_back({accept.pattern, range, {}});
        }
      }
      if (i + 1 >= tokens.size() || tokens[i + 1].range.begin != tokens[i].range.end + 1) break;
      sign = text[tokens[i].range.end];
    }
  }
}

// Which triggers stand in the stretch of text that is being looked at.
class Matcher::Stretch {
 public:
  explicit Stretch(std::size_t atoms) : seen_(atoms, 0) {}

  void start() {
    ++number_;
    present_.clear();
  }
  void see(AtomId atom) {
    if (atom == 0 || seen_[atom] == number_) return;
    seen_[atom] = number_;
    present_.push_back(atom);
  }
  [[nodiscard]] bool has(AtomId atom) const { return seen_[atom] == number_; }
  [[nodiscard]] const std::vector<AtomId>& present() const { return present_; }

 private:
  std::vector<std::uint32_t> seen_;  // the last stretch with the atom
  std::vector<AtomId> present_;
  std::uint32_t number_ = 0;
};

template <typename See>
void Matcher::see_token(const Document& document, const Token& token, AtomId word_atom, std::string& lower, const See& see) const {
  see(word_atom);
  if (token.shape == Shape::digits || token.shape == Shape::alphanumeric) see(tables_.digit_atom[0]);
  if (token.range.size() < 2) return;
  lower.assign(document.text(token.range));
  for (char& c : lower) c = to_lower(c);
  const std::uint32_t key = prefix_key(lower[0], lower[1]);
  for (std::uint32_t p = tables_.prefix_begin[key]; p < tables_.prefix_begin[key + 1]; ++p) {
    const PrefixAtom& prefix = tables_.prefixes[p];
    if (lower.starts_with(tables_.text(prefix.begin, prefix.end))) see(prefix.atom);
  }
}

void Matcher::scan_regexes(const Document& document, const Tokens& known, std::vector<Match>& out, std::vector<bool>& atoms) const {
  const std::vector<Token>& tokens = document.tokens();
  const std::string_view text = document.text();
  Stretch line_triggers(atoms.size());
  Stretch segment_triggers(atoms.size());
  std::vector<PatternId> wanted;
  std::vector<Job> jobs;
  // Orders the patterns whose triggers all stand in the stretch.
  const auto try_patterns = [&](const Stretch& stretch, Range range, bool within_signs) {
    wanted.clear();
    for (const AtomId atom : stretch.present()) {
      for (std::uint32_t p = tables_.atom_patterns_begin[atom]; p < tables_.atom_patterns_begin[atom + 1]; ++p) {
        const PatternId pattern = tables_.atom_patterns[p];
        if ((tables_.patterns[pattern].within_signs != 0) != within_signs) continue;
        if (meets(pattern, 1, [&](AtomId other) { return stretch.has(other); })) wanted.push_back(pattern);
      }
    }
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    for (const PatternId pattern : wanted) jobs.push_back({pattern, range});
  };
  std::size_t token = 0;
  std::string lower;
  for (const Line& entry : document.lines()) {
    const Range line = entry.range;
    line_triggers.start();
    segment_triggers.start();
    const auto see = [&](AtomId atom) {
      if (atom == 0) return;
      atoms[atom] = true;
      line_triggers.see(atom);
      segment_triggers.see(atom);
    };
    std::uint32_t segment = line.begin;
    while (token < tokens.size() && tokens[token].range.begin < line.begin) ++token;
    for (std::uint32_t pos = line.begin; pos < line.end;) {
      if (token < tokens.size() && tokens[token].range.begin == pos) {
        see_token(document, tokens[token], known.atoms[token], lower, see);
        pos = tokens[token++].range.end;
        continue;
      }
      const char sign = text[pos++];
      see(tables_.sign_atoms[static_cast<unsigned char>(sign) & 0x7FU]);
      if (sign != '.' && sign != '!' && sign != '?') continue;
      try_patterns(segment_triggers, {segment, pos - 1}, true);
      segment_triggers.start();
      segment = pos;
    }
    try_patterns(segment_triggers, {segment, line.end}, true);
    try_patterns(line_triggers, line, false);
    for (const PatternId pattern : tables_.always) jobs.push_back({pattern, line});
  }
  run_jobs(document, jobs, out);
}

void Matcher::run_jobs(const Document& document, const std::vector<Job>& jobs, std::vector<Match>& out) const {
  const auto run = [&](std::size_t first, std::size_t step, std::vector<Match>& found) {
    for (std::size_t i = first; i < jobs.size(); i += step) scan_line(document, jobs[i].range, jobs[i].pattern, found);
  };
  // The first draft pays for reading the patterns that it needs: two processors share that. Later drafts find them ready.
  const bool is_first = !warm_.exchange(true, std::memory_order_relaxed);
  if (!is_first || jobs.size() < kJobsWorthAThread || std::thread::hardware_concurrency() < 2) {
    run(0, 1, out);
    return;
  }
  std::vector<Match> other;
  {
    const std::jthread helper([&] { run(1, 2, other); });
    run(0, 2, out);
  }
  // the table sorts all matches: their order here does not matter
  out.insert(out.end(), std::make_move_iterator(other.begin()), std::make_move_iterator(other.end()));
}

void Matcher::scan_line(const Document& document, Range line, PatternId pattern, std::vector<Match>& out) const {
  Interpreter::Groups groups;
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

bool Matcher::may_stand(const MatchTable& matches, PatternId pattern) const {
  const PatternEntry& entry = tables_.patterns[pattern];
  return entry.begin != entry.end && meets(pattern, 0, [&](AtomId atom) { return matches.has(atom); });
}

bool Matcher::contains(const Document& document, const MatchTable& matches, PatternId pattern, Range range) const {
  if (matches.stands_in(pattern, range)) return true;
  if (range.begin >= range.end || !may_stand(matches, pattern)) return false;
  Interpreter::Groups groups;
  return find(document.text(), range, range.begin, pattern, groups);
}

}  // namespace careportal_lint
