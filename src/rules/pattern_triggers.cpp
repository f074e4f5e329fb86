#include "rules/pattern_triggers.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "lexicon/lexicon.h"
#include "rules/pattern_texts.h"
#include "text/document.h"

namespace careportal_lint {
namespace {

constexpr std::size_t kMostTriggers = 3000;
constexpr std::size_t kMostInSet = 400;
constexpr std::size_t kMostSets = 4;
constexpr std::size_t kMostSpelledWords = 120;
constexpr int kUseless = 2000;  // a set that stands in nearly every sentence

void flatten(const PatternNode& node, Items& out) {
  if (node.type == PatternNode::Type::concat) {
    for (const PatternNode& child : node.children) flatten(child, out);
  } else if (node.type == PatternNode::Type::repeat && node.min == 1 && node.max == 1) {
    flatten(node.children.front(), out);
  } else if (node.type != PatternNode::Type::empty) {
    out.push_back(&node);
  }
}

bool is_optional_edge(const PatternNode& node, Side side);

// Every text of the node starts (ends) with a sign or at a boundary, so that a word before (after) it is whole.
bool is_edge(const PatternNode& node, Side side) {
  switch (node.type) {
    case PatternNode::Type::word_boundary:
    case PatternNode::Type::line_begin:
    case PatternNode::Type::line_end: return true;
    case PatternNode::Type::chars: return (node.chars & word_chars()).none();
    case PatternNode::Type::concat:
      for (std::size_t i = 0; i < node.children.size(); ++i) {
        const PatternNode& child = node.children[side == Side::start ? i : node.children.size() - 1 - i];
        if (!is_optional_edge(child, side)) return is_edge(child, side);
      }
      return false;
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
  if (node.type != PatternNode::Type::chars) return 0;
  const std::size_t first = node.chars._Find_first();
  if (first >= 128) return 0;
  const char letter = to_lower(static_cast<char>(first));
  const std::size_t second = node.chars._Find_next(first);
  const bool single = second >= 128 || (to_lower(static_cast<char>(second)) == letter && node.chars._Find_next(second) >= 128);
  return single && is_word_char(letter) ? letter : '\0';
}

// About how often a trigger stands in a hundred thousand words.
int cost(const Trigger& trigger) {
  static constexpr auto kEveryday = std::to_array<std::string_view>(
      {"a",    "about", "all",   "am",    "an",   "and",  "any",   "are",  "as",   "at",   "be",    "been",     "but",    "by",    "can",
       "do",   "for",   "from",  "get",   "had",  "has",  "have",  "he",   "her",  "him",  "his",   "home",     "i",      "if",    "in",
       "is",   "it",    "its",   "just",  "like", "me",   "mom",   "more", "my",   "new",  "no",    "not",      "now",    "of",    "on",
       "one",  "or",    "our",   "out",   "s",    "she",  "so",    "some", "t",    "that", "the",   "their",    "them",   "there", "they",
       "this", "time",  "to",    "two",   "up",   "very", "was",   "we",   "were", "what", "when",  "who",      "will",   "with",  "would",
       "you",  "your",  "need",  "needs", "kids", "kid",  "child", "baby", "bed",  "beds", "could", "children", "family", "help",  "dad",
       "old",  "year",  "years", "size",  "help", "well", "good",  "love", "loves"});
  switch (trigger.type) {
    case Trigger::Type::digit: return 400;
    case Trigger::Type::capital: return 8000;
    case Trigger::Type::sign: {
      const char sign = trigger.text[0];
      return sign == ' ' ? 100'000 : sign == '.' || sign == ',' ? 3000 : sign == '-' || sign == '\'' ? 500 : sign == ':' ? 200 : 40;
    }
    case Trigger::Type::prefix:
      return trigger.text.size() < 2   ? 4000
             : trigger.text.size() < 3 ? 200
             : trigger.text.size() < 4 ? 60
             : trigger.text.size() < 5 ? 15
                                       : 5;
    case Trigger::Type::word: break;
  }
  if (std::find(kEveryday.begin(), kEveryday.end(), trigger.text) != kEveryday.end()) return 400;
  if (trigger.text.size() < 3) return 40;
  return Lexicon::embedded().find(trigger.text).commonness() == 1 ? 8 : 1;
}

}  // namespace

int cost(const Triggers& triggers) {
  if (triggers.empty() || triggers.size() > kMostTriggers) return kNeverCheap;
  int sum = 0;
  for (const Trigger& trigger : triggers) sum += cost(trigger);
  return sum;
}

namespace {

// left, right: whether a word certainly begins (ends) where the node does.
void collect_required(const PatternNode& node, bool left, bool right, Required& out);

// What stands at least where something is repeated without bound: "___" for `_{3,}`, "ps" and "py" for `p[sy]+` behind "p".
Texts least_texts(const PatternNode& node) {
  if (node.type != PatternNode::Type::repeat || node.min < 1) return {};
  PatternNode least = node;
  least.max = least.min;
  try {
    return expand_pattern(least);
  } catch (const UnsupportedPattern&) {
    return {};
  }
}

Triggers unique(Triggers triggers) {
  std::sort(triggers.begin(), triggers.end());
  triggers.erase(std::unique(triggers.begin(), triggers.end()), triggers.end());
  return triggers;
}

// Whole words, and beginnings of words.
Triggers prefixes(Texts beginnings, Triggers words) {
  for (const std::string& text : beginnings) {
    if (text.empty()) return {};
    words.push_back({Trigger::Type::prefix, text});
  }
  return unique(std::move(words));
}

// Spells out the words that can stand from item `i` on, until they end or become too many; `next` is the item after
// them. A word whose end is not known is the beginning of one. Empty: nothing definite.
template <typename EdgeAfter>
Triggers spell_words(const Items& items, std::size_t i, const EdgeAfter& edge_after, std::size_t& next) {
  Triggers out;
  Texts open{""};
  bool ended = false;
  next = i;
  while (next < items.size() && !open.empty() && !ended) {
    const PatternNode& item = *items[next];
    ended = item.type == PatternNode::Type::word_boundary || item.is_line_edge();
    if (ended) break;
    if (const char letter = letter_of(item); letter != 0) {
      for (std::string& text : open) text.push_back(letter);
      ++next;
      continue;
    }
    Texts parts;
    try {
      parts = expand_pattern(item);
    } catch (const UnsupportedPattern&) {
      const Texts least = least_texts(item);
      const bool letters = std::all_of(least.begin(), least.end(), [](const std::string& text) {
        return !text.empty() && std::all_of(text.begin(), text.end(), is_word_char);
      });
      if (least.empty() || !letters || open.size() * least.size() > kMostSpelledWords) break;
      Texts longer;
      for (const std::string& begin : open) {
        for (const std::string& text : least) longer.push_back(to_lower(begin + text));
      }
      ++next;
      return prefixes(std::move(longer), std::move(out));
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
    if (text.empty()) return {};
    out.push_back({whole ? Trigger::Type::word : Trigger::Type::prefix, text});
  }
  return unique(std::move(out));
}

void collect_sequence(const Items& items, bool left, bool right, Required& out) {
  const auto edge_before = [&](std::size_t i) { return begins_word(items, i, left); };
  const auto edge_after = [&](std::size_t i) { return ends_word(items, i, right); };
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
      Items items;
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
      out.push_back(unique(std::move(any)));
      return;
    }
    case PatternNode::Type::repeat:
      if (node.min > 0) collect_required(node.children.front(), left, right && node.max == 1, out);
      return;
    default: return;
  }
}

}  // namespace

Items items_of(const PatternNode& node) {
  Items items;
  flatten(node, items);
  return items;
}

bool begins_word(const Items& items, std::size_t i, bool left) {
  while (i > 0 && is_optional_edge(*items[i - 1], Side::end)) --i;
  return i == 0 ? left : is_edge(*items[i - 1], Side::end);
}

bool ends_word(const Items& items, std::size_t i, bool right) {
  while (i < items.size() && is_optional_edge(*items[i], Side::start)) ++i;
  return i == items.size() ? right : is_edge(*items[i], Side::start);
}

std::vector<Triggers> find_required(const Items& items, PatternEdges edges) {
  Required sets;
  collect_sequence(items, edges.begin, edges.end, sets);
  std::erase_if(sets, [](const Triggers& set) { return set.size() > kMostInSet; });
  std::stable_sort(sets.begin(), sets.end(), [](const Triggers& a, const Triggers& b) { return cost(a) < cost(b); });
  // beside the best set only those count that rule something out
  std::size_t kept = 0;
  while (kept < sets.size() && cost(sets[kept]) < kNeverCheap && (kept == 0 || (kept < kMostSets && cost(sets[kept]) < kUseless))) ++kept;
  sets.resize(kept);
  return sets;
}

namespace {

bool is_within(const PatternNode& node, const CharSet& set) {
  return node.type == PatternNode::Type::chars && node.chars.any() && (node.chars & ~set).none();
}

// Every text from item `i` on begins with a token that has a digit.
bool begins_with_digit_token(const Items& items, std::size_t i) {
  static const CharSet digits = char_range('0', '9');
  for (; i < items.size(); ++i) {
    const PatternNode& item = *items[i];
    if (is_within(item, digits)) return true;
    if (is_within(item, word_chars())) continue;
    if (item.type == PatternNode::Type::alternate) {
      return std::all_of(item.children.begin(), item.children.end(),
                         [](const PatternNode& child) { return begins_with_digit_token(items_of(child), 0); });
    }
    if (item.type != PatternNode::Type::repeat) return false;
    const Items inner = items_of(item.children.front());
    if (item.min > 0 && begins_with_digit_token(inner, 0)) return true;
    if (inner.size() != 1 || !is_within(*inner.front(), word_chars())) return false;
  }
  return false;
}

// The item is a capital letter, also in its case.
bool is_capital(const PatternNode& item) { return !item.any_case && is_within(item, char_range('A', 'Z')); }

}  // namespace

Triggers find_beginning(const Items& items, std::size_t i, bool right) {
  while (i < items.size() && items[i]->type == PatternNode::Type::word_boundary) ++i;
  if (i >= items.size()) return {};
  const auto edge_after = [&](std::size_t next) { return ends_word(items, next, right); };
  std::size_t next = i;
  Triggers words = spell_words(items, i, edge_after, next);
  if (!words.empty()) return words;
  const PatternNode& item = *items[i];
  if (begins_with_digit_token(items, i)) return {{Trigger::Type::digit, ""}};
  if (is_capital(item)) return {{Trigger::Type::capital, ""}};
  switch (item.type) {
    case PatternNode::Type::chars: {
      Required sets;
      collect_chars(item.chars, sets);
      return sets.empty() ? Triggers{} : sets.front();
    }
    case PatternNode::Type::repeat:
      if (item.min == 0) {
        // absent, and the next part begins here, or not
        Triggers either = find_beginning(items_of(item.children.front()), 0, false);
        const Triggers next_one = either.empty() ? Triggers{} : find_beginning(items, i + 1, right);
        if (next_one.empty()) return {};
        either.insert(either.end(), next_one.begin(), next_one.end());
        return unique(std::move(either));
      }
      return find_beginning(items_of(item.children.front()), 0, item.max == 1 && edge_after(i + 1));
    case PatternNode::Type::alternate: {
      Triggers any;
      for (const PatternNode& child : item.children) {
        const Items parts = items_of(child);
        const Triggers one = parts.empty() ? Triggers{} : find_beginning(parts, 0, edge_after(i + 1));
        if (one.empty()) return {};
        any.insert(any.end(), one.begin(), one.end());
      }
      return unique(std::move(any));
    }
    default: return {};
  }
}

}  // namespace careportal_lint
