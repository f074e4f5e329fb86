#include "rules/pattern_syntax.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <memory>

#include "text/document.h"

namespace careportal_lint {
namespace {

// More phrases than this and a regular expression is the smaller thing.
constexpr std::size_t kMostPhrases = 1500;
constexpr std::size_t kMostTriggers = 400;
constexpr std::size_t kMostSets = 4;
constexpr std::size_t kMostSpelledWords = 120;

using CharSet = std::bitset<128>;

struct Node {
  enum class Type : std::uint8_t { empty, chars, concat, alternate, repeat, word_boundary, line_edge };
  Type type = Type::empty;
  CharSet chars;
  std::vector<Node> children;
  int min = 1;
  int max = 1;  // -1: no bound
  bool captures = false;
  bool own_case = false;  // (?i:...) or (?-i:...)
};

struct Unsupported {};

CharSet range_set(char first, char last) {
  CharSet set;
  for (int c = first; c <= last; ++c) set.set(static_cast<std::size_t>(c));
  return set;
}

CharSet word_set() {
  CharSet set = range_set('a', 'z') | range_set('A', 'Z') | range_set('0', '9');
  set.set('_');
  return set;
}

CharSet blank_set() {
  CharSet set;
  for (const char c : {' ', '\t', '\n', '\f', '\r'}) set.set(static_cast<std::size_t>(c));
  return set;
}

class Parser {
 public:
  explicit Parser(std::string_view pattern) : text_(pattern) {}

  Node parse() {
    Node node = alternation();
    if (pos_ != text_.size()) throw Unsupported();
    return node;
  }

 private:
  [[nodiscard]] bool more() const { return pos_ < text_.size(); }
  [[nodiscard]] char peek() const { return text_[pos_]; }
  bool take(std::string_view what) {
    if (!text_.substr(pos_).starts_with(what)) return false;
    pos_ += what.size();
    return true;
  }

  Node alternation() {
    Node node;
    node.type = Node::Type::alternate;
    node.children.push_back(concatenation());
    while (take("|")) node.children.push_back(concatenation());
    if (node.children.size() == 1) return std::move(node.children.front());
    return node;
  }

  Node concatenation() {
    Node node;
    node.type = Node::Type::concat;
    while (more() && peek() != '|' && peek() != ')') node.children.push_back(repetition());
    return node;
  }

  Node repetition() {
    Node atom = this->atom();
    while (more()) {
      int min = 1;
      int max = 1;
      if (take("?")) {
        min = 0;
      } else if (take("*")) {
        min = 0;
        max = -1;
      } else if (take("+")) {
        max = -1;
      } else if (peek() == '{') {
        if (!bounds(min, max)) throw Unsupported();
      } else {
        break;
      }
      take("?");  // lazy: finds the same texts
      Node repeat;
      repeat.type = Node::Type::repeat;
      repeat.min = min;
      repeat.max = max;
      repeat.children.push_back(std::move(atom));
      atom = std::move(repeat);
    }
    return atom;
  }

  bool bounds(int& min, int& max) {
    ++pos_;
    const auto number = [&](int& value) {
      if (!more() || !is_digit(peek())) return false;
      value = 0;
      while (more() && is_digit(peek()) && value < 10000) value = value * 10 + (text_[pos_++] - '0');
      return true;
    };
    if (!number(min)) return false;
    max = min;
    if (take(",")) {
      max = -1;
      number(max);
    }
    return take("}");
  }

  Node atom() {
    if (take("(?:")) return close_group(alternation(), false);
    if (take("(?i:") || take("(?-i:")) {
      Node group = close_group(alternation(), false);
      group.own_case = true;
      return group;
    }
    if (take("(?P<")) {
      while (more() && peek() != '>') ++pos_;
      take(">");
      return close_group(alternation(), true);
    }
    if (text_.substr(pos_).starts_with("(?")) throw Unsupported();
    if (take("(")) return close_group(alternation(), true);
    if (take("[")) return char_class();
    if (take("^") || take("$")) return leaf(Node::Type::line_edge);
    if (take(".")) {
      CharSet all;
      all.set();
      all.reset('\n');
      return chars(all);
    }
    if (peek() == '\\') return escape();
    const char c = text_[pos_++];
    if (static_cast<unsigned char>(c) >= 0x80) throw Unsupported();
    return single(c);
  }

  Node close_group(Node node, bool captures) {
    if (!take(")")) throw Unsupported();
    Node group;
    group.type = Node::Type::concat;
    group.captures = captures;
    group.children.push_back(std::move(node));
    return group;
  }

  Node escape() {
    ++pos_;
    if (!more()) throw Unsupported();
    const char c = text_[pos_++];
    if (c == 'b') return leaf(Node::Type::word_boundary);
    if (c == 'B' || c == 'A' || c == 'z' || c == 'p' || c == 'P' || c == 'x' || c == 'Q' || c == 'C') throw Unsupported();
    return chars(escaped_set(c));
  }

  static CharSet escaped_set(char c) {
    switch (c) {
      case 'd': return range_set('0', '9');
      case 'D': return ~range_set('0', '9');
      case 'w': return word_set();
      case 'W': return ~word_set();
      case 's': return blank_set();
      case 'S': return ~blank_set();
      case 'n': return range_set('\n', '\n');
      case 't': return range_set('\t', '\t');
      default: break;
    }
    if (is_word_char(c)) throw Unsupported();
    return range_set(c, c);
  }

  Node char_class() {
    const bool negated = take("^");
    CharSet set;
    bool first = true;
    while (more() && (peek() != ']' || first)) {
      first = false;
      if (text_.substr(pos_).starts_with("[:")) throw Unsupported();
      char low = text_[pos_++];
      if (static_cast<unsigned char>(low) >= 0x80) throw Unsupported();
      if (low == '\\') {
        if (!more()) throw Unsupported();
        low = text_[pos_++];
        const CharSet escaped = escaped_set(low);
        set |= escaped;
        if (escaped.count() > 1) continue;
      }
      if (pos_ + 1 < text_.size() && peek() == '-' && text_[pos_ + 1] != ']') {
        char high = text_[pos_ + 1];
        pos_ += 2;
        if (high == '\\') high = text_[pos_++];
        if (high < low) throw Unsupported();
        set |= range_set(low, high);
      } else {
        set.set(static_cast<std::size_t>(low));
      }
    }
    if (!take("]")) throw Unsupported();
    return chars(negated ? ~set : set);
  }

  static Node leaf(Node::Type type) {
    Node node;
    node.type = type;
    return node;
  }
  static Node chars(const CharSet& set) {
    Node node = leaf(Node::Type::chars);
    node.chars = set;
    return node;
  }
  static Node single(char c) { return chars(range_set(c, c)); }

  std::string_view text_;
  std::size_t pos_ = 0;
};

bool has_captures(const Node& node) { return node.captures || std::any_of(node.children.begin(), node.children.end(), has_captures); }

// ---- phrases

using Texts = std::vector<std::string>;

Texts product(const Texts& left, const Texts& right) {
  if (left.size() * right.size() > kMostPhrases) throw Unsupported();
  Texts out;
  out.reserve(left.size() * right.size());
  for (const std::string& a : left) {
    for (const std::string& b : right) out.push_back(a + b);
  }
  return out;
}

Texts expand(const Node& node) {
  if (node.own_case) throw Unsupported();
  switch (node.type) {
    case Node::Type::empty: return {""};
    case Node::Type::word_boundary:
    case Node::Type::line_edge: throw Unsupported();
    case Node::Type::chars: {
      if (node.chars.count() > 6) throw Unsupported();
      Texts out;
      for (std::size_t c = 0; c < 128; ++c) {
        if (node.chars.test(c)) out.emplace_back(1, static_cast<char>(c));
      }
      return out;
    }
    case Node::Type::concat: {
      Texts out{""};
      for (const Node& child : node.children) out = product(out, expand(child));
      return out;
    }
    case Node::Type::alternate: {
      Texts out;
      for (const Node& child : node.children) {
        const Texts more = expand(child);
        out.insert(out.end(), more.begin(), more.end());
        if (out.size() > kMostPhrases) throw Unsupported();
      }
      return out;
    }
    case Node::Type::repeat: {
      if (node.max < 0 || node.max > 3) throw Unsupported();
      const Texts once = expand(node.children.front());
      Texts out;
      Texts times{""};
      for (int n = 0; n <= node.max; ++n) {
        if (n >= node.min) out.insert(out.end(), times.begin(), times.end());
        if (out.size() > kMostPhrases) throw Unsupported();
        if (n < node.max) times = product(times, once);
      }
      return out;
    }
  }
  throw Unsupported();
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
bool is_edge(const Node& node, Side side) {
  switch (node.type) {
    case Node::Type::word_boundary:
    case Node::Type::line_edge: return true;
    case Node::Type::chars: return (node.chars & word_set()).none();
    case Node::Type::concat:
      return !node.children.empty() && is_edge(side == Side::start ? node.children.front() : node.children.back(), side);
    case Node::Type::alternate:
      return std::all_of(node.children.begin(), node.children.end(), [&](const Node& child) { return is_edge(child, side); });
    case Node::Type::repeat: return node.min > 0 && is_edge(node.children.front(), side);
    default: return false;
  }
}

// The same where the node may also be absent: then its neighbor decides.
bool is_optional_edge(const Node& node, Side side) {
  return node.type == Node::Type::repeat && node.min == 0 && is_edge(node.children.front(), side);
}

// The one word character, in lower case, that the node stands for; 0 if it is not so simple.
char letter_of(const Node& node) {
  if (node.type != Node::Type::chars || node.chars.none() || node.chars.count() > 2) return 0;
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

void flatten(const Node& node, std::vector<const Node*>& out) {
  if (node.type == Node::Type::concat) {
    for (const Node& child : node.children) flatten(child, out);
  } else if (node.type == Node::Type::repeat && node.min == 1 && node.max == 1) {
    flatten(node.children.front(), out);
  } else if (node.type != Node::Type::empty) {
    out.push_back(&node);
  }
}

// left, right: whether a word certainly begins (ends) where the node does.
void collect_required(const Node& node, bool left, bool right, Required& out);

// Spells out the words that can stand from item `i` on, until they end or become too many; `next` is the item after
// them. A word whose end is not known is the beginning of one. Empty: nothing definite.
template <typename EdgeAfter>
Triggers spell_words(const std::vector<const Node*>& items, std::size_t i, const EdgeAfter& edge_after, std::size_t& next) {
  Triggers out;
  Texts open{""};
  bool ended = false;
  next = i;
  while (next < items.size() && !open.empty() && !ended) {
    const Node& item = *items[next];
    ended = item.type == Node::Type::word_boundary || item.type == Node::Type::line_edge;
    if (ended) break;
    Texts parts;
    try {
      parts = expand(item);
    } catch (const Unsupported&) {
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

void collect_sequence(const std::vector<const Node*>& items, bool left, bool right, Required& out) {
  const auto edge_before = [&](std::size_t i) {
    while (i > 0 && is_optional_edge(*items[i - 1], Side::end)) --i;
    return i == 0 ? left : is_edge(*items[i - 1], Side::end);
  };
  const auto edge_after = [&](std::size_t i) {
    while (i < items.size() && is_optional_edge(*items[i], Side::start)) ++i;
    return i == items.size() ? right : is_edge(*items[i], Side::start);
  };
  for (std::size_t i = 0; i < items.size();) {
    const bool optional = items[i]->type == Node::Type::repeat && items[i]->min == 0;
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
Triggers best_of(const Node& node, bool left, bool right) {
  Required sets;
  collect_required(node, left, right, sets);
  const auto best = std::min_element(sets.begin(), sets.end(), [](const Triggers& a, const Triggers& b) { return cost(a) < cost(b); });
  return best == sets.end() ? Triggers{} : *best;
}

void collect_chars(const CharSet& chars, Required& out) {
  if (chars.none()) return;
  if ((chars & ~range_set('0', '9')).none()) {
    out.push_back({{Trigger::Type::digit, ""}});
    return;
  }
  if ((chars & word_set()).any() || chars.count() > 4) return;
  Triggers signs;
  for (std::size_t c = 0; c < 128; ++c) {
    if (chars.test(c)) signs.push_back({Trigger::Type::sign, std::string(1, static_cast<char>(c))});
  }
  out.push_back(std::move(signs));
}

void collect_required(const Node& node, bool left, bool right, Required& out) {
  switch (node.type) {
    case Node::Type::chars:
      if (letter_of(node) == 0) {
        collect_chars(node.chars, out);
      } else if (left && right) {
        out.push_back({{Trigger::Type::word, std::string(1, letter_of(node))}});
      }
      return;
    case Node::Type::concat: {
      std::vector<const Node*> items;
      flatten(node, items);
      collect_sequence(items, left, right, out);
      return;
    }
    case Node::Type::alternate: {
      Triggers any;
      for (const Node& child : node.children) {
        const Triggers one = best_of(child, left, right);
        if (one.empty()) return;
        any.insert(any.end(), one.begin(), one.end());
      }
      std::sort(any.begin(), any.end());
      any.erase(std::unique(any.begin(), any.end()), any.end());
      out.push_back(std::move(any));
      return;
    }
    case Node::Type::repeat:
      if (node.min > 0) collect_required(node.children.front(), left, right && node.max == 1, out);
      return;
    default: return;
  }
}

// Every text of the node starts (ends) with a word character.
bool is_word_at(const Node& node, Side side) {
  switch (node.type) {
    case Node::Type::chars: return node.chars.any() && (node.chars & ~word_set()).none();
    case Node::Type::concat: {
      // an optional part leaves the decision to itself and to its neighbor
      const auto decides = [&](const Node& child) {
        return child.type != Node::Type::word_boundary && child.type != Node::Type::line_edge && child.type != Node::Type::empty;
      };
      const std::size_t count = node.children.size();
      for (std::size_t i = 0; i < count; ++i) {
        const Node& child = node.children[side == Side::start ? i : count - 1 - i];
        if (!decides(child)) return false;  // the author has put an edge of some kind there
        const bool optional = child.type == Node::Type::repeat && child.min == 0;
        if (!is_word_at(optional ? child.children.front() : child, side)) return false;
        if (!optional) return true;
      }
      return false;
    }
    case Node::Type::alternate:
      return std::all_of(node.children.begin(), node.children.end(), [&](const Node& child) { return is_word_at(child, side); });
    case Node::Type::repeat: return node.min > 0 && is_word_at(node.children.front(), side);
    default: return false;
  }
}

bool stays_within_signs(const Node& node) {
  if (node.type == Node::Type::line_edge) return false;
  if (node.type == Node::Type::chars) return !node.chars.test('.') && !node.chars.test('!') && !node.chars.test('?');
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
    const Node root = Parser(pattern).parse();
    return {is_word_at(root, Side::start), is_word_at(root, Side::end)};
  } catch (const Unsupported&) {
    return {};
  }
}

PatternShape analyze_pattern(std::string_view pattern, PatternEdges edges, bool exact_case) {
  PatternShape shape;
  try {
    const Node root = Parser(pattern).parse();
    shape.within_sentence_signs = stays_within_signs(root);
    std::vector<const Node*> items;
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
  } catch (const Unsupported&) {
    // not a set of phrases, or not understood: the triggers found so far hold
  }
  return shape;
}

}  // namespace careportal_lint
