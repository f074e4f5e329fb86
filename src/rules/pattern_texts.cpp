#include "rules/pattern_texts.h"

namespace careportal_lint {
namespace {

// More texts than this and a regular expression is the smaller thing.
constexpr std::size_t kMostTexts = 1500;

Texts product(const Texts& left, const Texts& right) {
  if (left.size() * right.size() > kMostTexts) throw UnsupportedPattern();
  Texts out;
  out.reserve(left.size() * right.size());
  for (const std::string& a : left) {
    for (const std::string& b : right) out.push_back(a + b);
  }
  return out;
}

}  // namespace

Texts expand_pattern(const PatternNode& node) {
  if (node.own_case) throw UnsupportedPattern();
  switch (node.type) {
    case PatternNode::Type::empty: return {""};
    case PatternNode::Type::word_boundary:
    case PatternNode::Type::line_begin:
    case PatternNode::Type::line_end: throw UnsupportedPattern();
    case PatternNode::Type::chars: {
      if (node.chars.count() > 6) throw UnsupportedPattern();
      Texts out;
      for (std::size_t c = node.chars._Find_first(); c < 128; c = node.chars._Find_next(c)) out.emplace_back(1, static_cast<char>(c));
      return out;
    }
    case PatternNode::Type::concat: {
      Texts out{""};
      for (const PatternNode& child : node.children) {
        // most parts are single letters
        if (child.type == PatternNode::Type::chars && child.chars.count() == 1) {
          const auto letter = static_cast<char>(child.chars._Find_first());
          for (std::string& text : out) text.push_back(letter);
        } else {
          out = product(out, expand_pattern(child));
        }
      }
      return out;
    }
    case PatternNode::Type::alternate: {
      Texts out;
      for (const PatternNode& child : node.children) {
        const Texts more = expand_pattern(child);
        out.insert(out.end(), more.begin(), more.end());
        if (out.size() > kMostTexts) throw UnsupportedPattern();
      }
      return out;
    }
    case PatternNode::Type::repeat: {
      if (node.max < 0 || node.max > 3) throw UnsupportedPattern();
      const Texts once = expand_pattern(node.children.front());
      Texts out;
      Texts times{""};
      for (int n = 0; n <= node.max; ++n) {
        if (n >= node.min) out.insert(out.end(), times.begin(), times.end());
        if (out.size() > kMostTexts) throw UnsupportedPattern();
        if (n < node.max) times = product(times, once);
      }
      return out;
    }
  }
  throw UnsupportedPattern();
}

}  // namespace careportal_lint
