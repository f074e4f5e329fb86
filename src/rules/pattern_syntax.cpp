#include "rules/pattern_syntax.h"

#include <algorithm>
#include <array>

#include "rules/pattern_nodes.h"
#include "text/document.h"

namespace careportal_lint {
namespace {

// More phrases than this and a regular expression is the smaller thing.
constexpr std::size_t kMostPhrases = 1500;
constexpr std::size_t kMostTriggers = 400;
constexpr std::size_t kMostSets = 4;
constexpr std::size_t kMostSpelledWords = 120;

bool has_captures(const PatternNode& node) {
  return node.captures || std::any_of(node.children.begin(), node.children.end(), has_captures);
}

// ---- phrases

using Texts = std::vector<std::string>;

Texts product(const Texts& left, const Texts& right) {
  if (left.size() * right.size() > kMostPhrases) throw UnsupportedPattern();
  Texts out;
  out.reserve(left.size() * right.size());
  for (const std::string& a : left) {
    for (const std::string& b : right) out.push_back(a + b);
  }
  return out;
}

Texts expand(const PatternNode& node) {
  if (node.own_case) throw UnsupportedPattern();
  switch (node.type) {
    case PatternNode::Type::empty: return {""};
    case PatternNode::Type::word_boundary:
    case PatternNode::Type::line_edge: throw UnsupportedPattern();
    case PatternNode::Type::chars: {
      if (node.chars.count() > 6) throw UnsupportedPattern();
      Texts out;
      for (std::size_t c = 0; c < 128; ++c) {
        if (node.chars.test(c)) out.emplace_back(1, static_cast<char>(c));
      }
      return out;
    }
    case PatternNode::Type::concat: {
      Texts out{""};
      for (const PatternNode& child : node.children) out = product(out, expand(child));
      return out;
    }
    case PatternNode::Type::alternate: {
      Texts out;
      for (const PatternNode& child : node.children) {
        const Texts more = expand(child);
        out.insert(out.end(), more.begin(), more.end());
        if (out.size() > kMostPhrases) throw UnsupportedPattern();
      }
      return out;
    }
    case PatternNode::Type::repeat: {
      if (node.max < 0 || node.max > 3) throw UnsupportedPattern();
      const Texts once = expand(node.children.front());
      Texts out;
      Texts times{""};
      for (int n = 0; n <= node.max; ++n) {
        if (n >= node.min) out.insert(out.end(), times.begin(), times.end());
        if (out.size() > kMostPhrases) throw UnsupportedPattern();
        if (n < node.max) times = product(times, once);
      }
      return out;
    }
  }
  throw UnsupportedPattern();
}

// Words with exactly one sign between two of them.
bool is_phrase(std::string_view text) {
  if (text.empty() || !is_word_char(text.front()) || !is_word_char(text.back())) return false;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (!is_word_char(text[i]) && !is_word_char(text[i - 1])) return false;
    if (text[i] == '\n') return false;
  }
  return true;
}

// ---- triggers

using Triggers = std::vector<Trigger>;

enum class Side : std::uint8_t { start, end };

// Every text of the node starts (ends) with a sign or at a boundary, so that a word before (after) it is whole.
bool is_edge(const PatternNode& node, Side side) {
  switch (node.type) {
    case PatternNode::Type::word_boundary:
    case PatternNode::Type::line_edge: return true;
    case PatternNode::Type::chars: return (node.chars & word_chars()).none();
    case PatternNode::Type::concat:
      return !node.children.empty() && is_edge(side == Side::start ? node.children.front() : node.children.back(), side);
    case PatternNode::Type::alternate:
      return std::all_of(node.children.begin(), node.children.end(), [&](const PatternNode& child) { return is_edge(child, side); });
    case PatternNode::Type::repeat: return node.min > 0 && is_edge(node.children.front(), side);
    default: return false;
  }
}

// The same where the node may also be absent: then its neighbor decides.
bool is_optional_edge(const PatternNode& node, Side side) {
  return node.type == PatternNode::Type::repeat && node.min == 0 && is_edge(node.children.front(), side);
}

// The one word character, in lower case, that the node stands for; 0 if it is not so simple.
char letter_of(const PatternNode& node) {
  if (node.type != PatternNode::Type::chars || node.chars.none() || node.chars.count() > 2) return 0;
  char letter = 0;
  for (std::size_t c = 0; c < 128; ++c) {
    if (!node.chars.test(c)) continue;
    const char lower = to_lower(static_cast<char>(c));
    if (!is_word_char(lower) || (letter != 0 && letter != lower)) return 0;
    letter = lower;
  }
  return letter;
}

int cost(const Trigger& trigger) {
  static constexpr auto kCommon = std::to_array<std::string_view>(
      {"a",    "an",  "and",  "are",  "as",    "at",  "be",   "been", "by",    "can",   "for",  "from",     "had",   "has", "have",
       "her",  "he",  "him",  "his",  "i",     "if",  "in",   "is",   "it",    "its",   "me",   "mom",      "my",    "no",  "not",
       "of",   "on",  "or",   "our",  "she",   "so",  "that", "the",  "their", "them",  "they", "this",     "to",    "was", "we",
       "were", "who", "will", "with", "would", "you", "s",    "t",    "need",  "needs", "kids", "children", "family"});
  switch (trigger.type) {
    case Trigger::Type::digit: return 40;
    case Trigger::Type::sign: return trigger.text == " " ? 1000 : trigger.text == "-" || trigger.text == "'" ? 60 : 5;
    case Trigger::Type::prefix: return trigger.text.size() < 3 ? 60 : trigger.text.size() < 4 ? 15 : 4;
    case Trigger::Type::word: break;
  }
  if (std::find(kCommon.begin(), kCommon.end(), trigger.text) != kCommon.end()) return 100;
  return trigger.text.size() < 3 ? 20 : 2;
}

int cost(const Triggers& triggers) {
  int sum = 0;
  for (const Trigger& trigger : triggers) sum += cost(trigger);
  return triggers.empty() || triggers.size() > kMostTriggers ? 1'000'000 : sum;
}

// Sets that say something: every match holds one trigger of each.
using Required = std::vector<Triggers>;

constexpr int kUseless = 100;  // a set as common as an everyday word

void flatten(const PatternNode& node, std::vector<const PatternNode*>& out) {
  if (node.type == PatternNode::Type::concat) {
    for (const PatternNode& child : node.children) flatten(child, out);
  } else if (node.type == PatternNode::Type::repeat && node.min == 1 && node.max == 1) {
    flatten(node.children.front(), out);
  } else if (node.type != PatternNode::Type::empty) {
    out.push_back(&node);
  }
}

// left, right: whether a word certainly begins (ends) where the node does.
void collect_required(const PatternNode& node, bool left, bool right, Required& out);

// Spells out the words that can stand from item `i` on, until they end or become too many; `next` is the item after
// them. A word whose end is not known is the beginning of one. Empty: nothing definite.
template <typename EdgeAfter>
Triggers spell_words(const std::vector<const PatternNode*>& items, std::size_t i, const EdgeAfter& edge_after, std::size_t& next) {
  Triggers out;
  Texts open{""};
  bool ended = false;
  next = i;
  while (next < items.size() && !open.empty() && !ended) {
    const PatternNode& item = *items[next];
    ended = item.type == PatternNode::Type::word_boundary || item.type == PatternNode::Type::line_edge;
    if (ended) break;
    Texts parts;
    try {
      parts = expand(item);
    } catch (const UnsupportedPattern&) {
      break;
    }
    if (open.size() * parts.size() > kMostSpelledWords) break;
    Texts longer;
    for (const std::string& begin : open) {
      for (const std::string& part : parts) {
        const std::string text = to_lower(begin + part);
        const auto sign = std::find_if_not(text.begin(), text.end(), is_word_char);
        if (sign == text.end()) {
          longer.push_back(text);
        } else if (sign == text.begin()) {
          return {};
        } else {
          out.push_back({Trigger::Type::word, std::string(text.begin(), sign)});
        }
      }
    }
    std::sort(longer.begin(), longer.end());
    longer.erase(std::unique(longer.begin(), longer.end()), longer.end());
    open = std::move(longer);
    ++next;
  }
  const bool whole = ended || edge_after(next);
  for (const std::string& text : open) {
    if (text.empty() || (!whole && text.size() < 2)) return {};
    out.push_back({whole ? Trigger::Type::word : Trigger::Type::prefix, text});
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void collect_sequence(const std::vector<const PatternNode*>& items, bool left, bool right, Required& out) {
  const auto edge_before = [&](std::size_t i) {
    while (i > 0 && is_optional_edge(*items[i - 1], Side::end)) --i;
    return i == 0 ? left : is_edge(*items[i - 1], Side::end);
  };
  const auto edge_after = [&](std::size_t i) {
    while (i < items.size() && is_optional_edge(*items[i], Side::start)) ++i;
    return i == items.size() ? right : is_edge(*items[i], Side::start);
  };
  for (std::size_t i = 0; i < items.size();) {
    const bool optional = items[i]->type == PatternNode::Type::repeat && items[i]->min == 0;
    std::size_t next = i;
    Triggers words;
    if (!optional && edge_before(i)) words = spell_words(items, i, edge_after, next);
    if (!words.empty()) {
      out.push_back(std::move(words));
      i = next;
      continue;
    }
    if (letter_of(*items[i]) == 0 || optional) collect_required(*items[i], edge_before(i), edge_after(i + 1), out);
    ++i;
  }
}

// The one set that says most about a node, for use inside an alternation.
Triggers best_of(const PatternNode& node, bool left, bool right) {
  Required sets;
  collect_required(node, left, right, sets);
  const auto best = std::min_element(sets.begin(), sets.end(), [](const Triggers& a, const Triggers& b) { return cost(a) < cost(b); });
  return best == sets.end() ? Triggers{} : *best;
}

void collect_chars(const CharSet& chars, Required& out) {
  if (chars.none()) return;
  if ((chars & ~char_range('0', '9')).none()) {
    out.push_back({{Trigger::Type::digit, ""}});
    return;
  }
  if ((chars & word_chars()).any() || chars.count() > 4) return;
  Triggers signs;
  for (std::size_t c = 0; c < 128; ++c) {
    if (chars.test(c)) signs.push_back({Trigger::Type::sign, std::string(1, static_cast<char>(c))});
  }
  out.push_back(std::move(signs));
}

void collect_required(const PatternNode& node, bool left, bool right, Required& out) {
  switch (node.type) {
    case PatternNode::Type::chars:
      if (letter_of(node) == 0) {
        collect_chars(node.chars, out);
      } else if (left && right) {
        out.push_back({{Trigger::Type::word, std::string(1, letter_of(node))}});
      }
      return;
    case PatternNode::Type::concat: {
      std::vector<const PatternNode*> items;
      flatten(node, items);
      collect_sequence(items, left, right, out);
      return;
    }
    case PatternNode::Type::alternate: {
      Triggers any;
      for (const PatternNode& child : node.children) {
        const Triggers one = best_of(child, left, right);
        if (one.empty()) return;
        any.insert(any.end(), one.begin(), one.end());
      }
      std::sort(any.begin(), any.end());
      any.erase(std::unique(any.begin(), any.end()), any.end());
      out.push_back(std::move(any));
      return;
    }
    case PatternNode::Type::repeat:
      if (node.min > 0) collect_required(node.children.front(), left, right && node.max == 1, out);
      return;
    default: return;
  }
}

// Every text of the node starts (ends) with a word character.
bool is_word_at(const PatternNode& node, Side side) {
  switch (node.type) {
    case PatternNode::Type::chars: return node.chars.any() && (node.chars & ~word_chars()).none();
    case PatternNode::Type::concat: {
      // an optional part leaves the decision to itself and to its neighbor
      const auto decides = [&](const PatternNode& child) {
        return child.type != PatternNode::Type::word_boundary && child.type != PatternNode::Type::line_edge &&
               child.type != PatternNode::Type::empty;
      };
      const std::size_t count = node.children.size();
      for (std::size_t i = 0; i < count; ++i) {
        const PatternNode& child = node.children[side == Side::start ? i : count - 1 - i];
        if (!decides(child)) return false;  // the author has put an edge of some kind there
        const bool optional = child.type == PatternNode::Type::repeat && child.min == 0;
        if (!is_word_at(optional ? child.children.front() : child, side)) return false;
        if (!optional) return true;
      }
      return false;
    }
    case PatternNode::Type::alternate:
      return std::all_of(node.children.begin(), node.children.end(), [&](const PatternNode& child) { return is_word_at(child, side); });
    case PatternNode::Type::repeat: return node.min > 0 && is_word_at(node.children.front(), side);
    default: return false;
  }
}

bool stays_within_signs(const PatternNode& node) {
  if (node.type == PatternNode::Type::line_edge) return false;
  if (node.type == PatternNode::Type::chars) return !node.chars.test('.') && !node.chars.test('!') && !node.chars.test('?');
  return std::all_of(node.children.begin(), node.children.end(), stays_within_signs);
}

}  // namespace

std::vector<std::string> split_alternatives(std::string_view pattern) {
  std::vector<std::string> parts(1);
  int depth = 0;
  bool in_class = false;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '\\' && i + 1 < pattern.size()) {
      parts.back().append(pattern.substr(i++, 2));
      continue;
    }
    if (in_class) {
      in_class = c != ']';
    } else if (c == '[') {
      in_class = true;
      // a ']' right after the opening stands for itself
      std::size_t first = i + 1;
      if (first < pattern.size() && pattern[first] == '^') ++first;
      if (first < pattern.size() && pattern[first] == ']') {
        parts.back().append(pattern.substr(i, first + 1 - i));
        i = first;
        continue;
      }
    } else if (c == '(') {
      ++depth;
    } else if (c == ')') {
      --depth;
    } else if (c == '|' && depth == 0) {
      parts.emplace_back();
      continue;
    }
    parts.back().push_back(c);
  }
  // one group around everything is no level of its own
  const std::string& only = parts.front();
  if (parts.size() == 1 && only.starts_with("(?:") && only.ends_with(")")) {
    int level = 0;
    std::size_t i = 0;
    for (; i < only.size(); ++i) {
      if (only[i] == '\\') {
        ++i;
      } else if (only[i] == '[') {
        break;  // rare enough to leave as it is
      } else if (only[i] == '(') {
        ++level;
      } else if (only[i] == ')' && --level == 0) {
        break;
      }
    }
    if (i == only.size() - 1) return split_alternatives(only.substr(3, only.size() - 4));
  }
  return parts;
}

PatternEdges find_edges(std::string_view pattern) {
  try {
    const PatternNode root = parse_pattern(pattern);
    return {is_word_at(root, Side::start), is_word_at(root, Side::end)};
  } catch (const UnsupportedPattern&) {
    return {};
  }
}

PatternShape analyze_pattern(std::string_view pattern, PatternEdges edges, bool exact_case) {
  PatternShape shape;
  try {
    const PatternNode root = parse_pattern(pattern);
    shape.within_sentence_signs = stays_within_signs(root);
    std::vector<const PatternNode*> items;
    flatten(root, items);
    collect_sequence(items, edges.begin, edges.end, shape.required);
    std::stable_sort(shape.required.begin(), shape.required.end(), [](const Triggers& a, const Triggers& b) { return cost(a) < cost(b); });
    // beside the best set only those count that rule something out
    std::size_t kept = 0;
    while (kept < shape.required.size() && cost(shape.required[kept]) < 1'000'000 &&
           (kept == 0 || (kept < kMostSets && cost(shape.required[kept]) < 4 * kUseless)))
      ++kept;
    shape.required.resize(kept);
    if (!edges.begin || !edges.end || has_captures(root)) return shape;
    Texts texts = expand(root);
    for (std::string& text : texts) {
      if (!is_phrase(text)) return shape;
      if (!exact_case) text = to_lower(text);
    }
    std::sort(texts.begin(), texts.end());
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
    shape.phrases = std::move(texts);
  } catch (const UnsupportedPattern&) {
    // not a set of phrases, or not understood: the triggers found so far hold
  }
  return shape;
}

}  // namespace careportal_lint
