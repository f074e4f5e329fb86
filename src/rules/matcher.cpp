#include "rules/matcher.h"

#include <algorithm>
#include <stdexcept>

#include "rules/pattern_syntax.h"

namespace careportal_lint {
namespace {

std::uint32_t prefix_key(std::string_view word) {
  return static_cast<std::uint32_t>(static_cast<unsigned char>(word[0])) << 8U | static_cast<unsigned char>(word[1]);
}

}  // namespace

MatchTable::MatchTable(std::vector<Match> matches) : matches_(std::move(matches)) {
  std::stable_sort(matches_.begin(), matches_.end(), [](const Match& a, const Match& b) {
    if (a.pattern != b.pattern) return a.pattern < b.pattern;
    return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
  });
}

std::pair<const Match*, const Match*> MatchTable::of(PatternId pattern) const {
  const auto first = std::lower_bound(matches_.begin(), matches_.end(), pattern,
                                      [](const Match& match, PatternId id) { return match.pattern < id; });
  auto last = first;
  while (last != matches_.end() && last->pattern == pattern) ++last;
  return {matches_.data() + (first - matches_.begin()), matches_.data() + (last - matches_.begin())};
}

Matcher::WordId Matcher::intern(std::string_view word) {
  const auto found = words_.find(word);
  if (found != words_.end()) return found->second;
  const auto id = static_cast<WordId>(word_triggers_.size());
  if (id >= (1U << 24U)) throw std::length_error("too many different words in the rule packs");
  words_.emplace(std::string(word), id);
  word_triggers_.emplace_back();
  return id;
}

Matcher::WordId Matcher::find_word(std::string_view word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? 0 : found->second;
}

PatternId Matcher::add(const std::string& pattern, bool exact_case, bool word_edges) {
  const std::string key = std::string(exact_case ? "x" : "-") + (word_edges ? "w" : "-") + pattern;
  const auto [entry, is_new] = known_.emplace(key, static_cast<PatternId>(patterns_.size()));
  if (!is_new) return entry->second;
  const PatternId id = entry->second;
  const PatternEdges edges = word_edges ? find_edges(pattern) : PatternEdges{false, false};
  patterns_.push_back({Regex(pattern, exact_case, edges), false});
  if (plain_) {
    always_.push_back(id);
    return id;
  }
  const PatternShape shape = analyze_pattern(pattern, edges, exact_case);
  if (shape.phrases) {
    patterns_[id].has_phrases = true;
    for (const std::string& phrase : *shape.phrases) add_phrase(phrase, id, exact_case);
    return id;
  }
  if (shape.triggers.empty()) always_.push_back(id);
  for (const Trigger& trigger : shape.triggers) {
    switch (trigger.type) {
      case Trigger::Type::word: word_triggers_[intern(trigger.text)].push_back(id); break;
      case Trigger::Type::prefix: prefix_triggers_[prefix_key(trigger.text)].emplace_back(trigger.text, id); break;
      case Trigger::Type::sign: sign_triggers_[static_cast<unsigned char>(trigger.text[0])].push_back(id); break;
      case Trigger::Type::digit: digit_triggers_.push_back(id); break;
    }
  }
  return id;
}

PatternId Matcher::add_phrases(const std::vector<std::string>& phrases) {
  const auto id = static_cast<PatternId>(patterns_.size());
  patterns_.push_back({Regex("", false, PatternEdges{}), true});
  for (const std::string& phrase : phrases) add_phrase(phrase, id, false);
  return id;
}

void Matcher::add_phrase(std::string_view phrase, PatternId pattern, bool exact_case) {
  std::uint32_t node = 0;
  char sign = 0;
  for (std::size_t pos = 0; pos < phrase.size();) {
    std::size_t end = pos;
    while (end < phrase.size() && is_word_char(phrase[end])) ++end;
    const WordId word = intern(to_lower(phrase.substr(pos, end - pos)));
    const auto [edge, is_new] = edges_.emplace(edge_key(node, sign, word), static_cast<std::uint32_t>(accepts_.size()));
    if (is_new) accepts_.emplace_back();
    node = edge->second;
    sign = end < phrase.size() ? phrase[end] : '\0';
    pos = end + 1;
  }
  std::int32_t exact = -1;
  if (exact_case) {
    exact = static_cast<std::int32_t>(exact_texts_.size());
    exact_texts_.emplace_back(phrase);
  }
  accepts_[node].push_back({pattern, exact});
}

MatchTable Matcher::scan(const Document& document) const {
  std::vector<WordId> words;
  words.reserve(document.tokens().size());
  std::string lower;
  for (const Token& token : document.tokens()) {
    lower.assign(document.text(token.range));
    for (char& c : lower) c = to_lower(c);
    words.push_back(find_word(lower));
  }
  std::vector<Match> matches;
  scan_phrases(document, words, matches);
  scan_regexes(document, words, matches);
  return MatchTable(std::move(matches));
}

void Matcher::scan_phrases(const Document& document, const std::vector<WordId>& words, std::vector<Match>& out) const {
  const std::vector<Token>& tokens = document.tokens();
  const std::string_view text = document.text();
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    if (words[first] == 0) continue;
    const std::size_t before = out.size();
    std::uint32_t node = 0;
    char sign = 0;
    for (std::size_t i = first; i < tokens.size() && words[i] != 0; ++i) {
      const auto edge = edges_.find(edge_key(node, sign, words[i]));
      if (edge == edges_.end()) break;
      node = edge->second;
      const Range range{tokens[first].range.begin, tokens[i].range.end};
      for (const Accept& accept : accepts_[node]) {
        if (accept.exact >= 0 && document.text(range) != exact_texts_[static_cast<std::size_t>(accept.exact)]) continue;
        // the longest text of a pattern wins
        const auto shorter = std::find_if(out.begin() + static_cast<std::ptrdiff_t>(before), out.end(),
                                          [&](const Match& match) { return match.pattern == accept.pattern; });
        if (shorter != out.end()) {
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

void Matcher::scan_regexes(const Document& document, const std::vector<WordId>& words, std::vector<Match>& out) const {
  const std::vector<Token>& tokens = document.tokens();
  const std::string_view text = document.text();
  std::vector<std::uint32_t> last_line(patterns_.size(), 0);  // number of the last line (from 1) that was searched
  std::vector<PatternId> wanted;
  std::size_t token = 0;
  std::string lower;
  for (std::uint32_t number = 1; number <= document.lines().size(); ++number) {
    const Range line = document.lines()[number - 1].range;
    wanted.clear();
    const auto want = [&](PatternId pattern) {
      if (last_line[pattern] == number) return;
      last_line[pattern] = number;
      wanted.push_back(pattern);
    };
    for (const PatternId pattern : always_) want(pattern);
    if (!plain_) {
      while (token < tokens.size() && tokens[token].range.begin < line.begin) ++token;
      for (; token < tokens.size() && tokens[token].range.begin < line.end; ++token) {
        const Token& item = tokens[token];
        for (const PatternId pattern : word_triggers_[words[token]]) want(pattern);
        if (item.shape == Shape::digits || item.shape == Shape::alphanumeric) {
          for (const PatternId pattern : digit_triggers_) want(pattern);
        }
        if (item.range.size() < 2) continue;
        lower.assign(document.text(item.range));
        for (char& c : lower) c = to_lower(c);
        const auto prefixes = prefix_triggers_.find(prefix_key(lower));
        if (prefixes == prefix_triggers_.end()) continue;
        for (const auto& [prefix, pattern] : prefixes->second) {
          if (lower.starts_with(prefix)) want(pattern);
        }
      }
      for (std::uint32_t pos = line.begin; pos < line.end; ++pos) {
        if (is_word_char(text[pos])) continue;
        for (const PatternId pattern : sign_triggers_[static_cast<unsigned char>(text[pos])]) want(pattern);
      }
    }
    for (const PatternId pattern : wanted) scan_line(document, line, pattern, out);
  }
}

void Matcher::scan_line(const Document& document, Range line, PatternId pattern, std::vector<Match>& out) const {
  std::vector<Range> groups;
  std::uint32_t from = line.begin;
  while (from <= line.end && patterns_[pattern].regex.find(document.text(), line, from, groups)) {
    const Range range = groups.front();
    if (range.empty()) {
      from = range.end + 1;
      continue;
    }
    out.push_back({pattern, range, groups});
    from = range.end;
  }
}

}  // namespace careportal_lint
