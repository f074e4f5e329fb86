#include "rules/pattern_syntax.h"

#include <algorithm>

#include "rules/pattern_nodes.h"
#include "rules/pattern_texts.h"
#include "text/document.h"

namespace careportal_lint {
namespace {

bool has_captures(const PatternNode& node) {
  return node.capture != 0 || std::any_of(node.children.begin(), node.children.end(), has_captures);
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

// Every text of the node starts (ends) with a word character.
bool is_word_at(const PatternNode& node, Side side) {
  switch (node.type) {
    case PatternNode::Type::chars: return node.chars.any() && (node.chars & ~word_chars()).none();
    case PatternNode::Type::concat: {
      // an optional part leaves the decision to itself and to its neighbor
      const auto decides = [&](const PatternNode& child) {
        return child.type != PatternNode::Type::word_boundary && !child.is_line_edge() && child.type != PatternNode::Type::empty;
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
    const PatternNode root = parse_pattern(pattern, false);
    return {is_word_at(root, Side::start), is_word_at(root, Side::end)};
  } catch (const UnsupportedPattern&) {
    return {false, false};
  }
}

PatternShape analyze_pattern(std::string_view pattern, PatternEdges edges, bool exact_case) {
  PatternShape shape;
  try {
    const PatternNode root = parse_pattern(pattern, exact_case);
    shape.required = find_required(items_of(root), edges);
    if (!edges.begin || !edges.end || has_captures(root)) return shape;
    Texts texts = expand_pattern(root);
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
