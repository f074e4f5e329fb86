#include "rules/pattern_nodes.h"

#include "text/document.h"

namespace careportal_lint {

CharSet char_range(char first, char last) {
  CharSet set;
  for (int c = first; c <= last; ++c) set.set(static_cast<std::size_t>(c));
  return set;
}

CharSet word_chars() {
  CharSet set = char_range('a', 'z') | char_range('A', 'Z') | char_range('0', '9');
  set.set('_');
  return set;
}

CharSet fold_case(const CharSet& set) {
  static const CharSet lower = char_range('a', 'z');
  static const CharSet upper = char_range('A', 'Z');
  return set | (set & lower) >> ('a' - 'A') | (set & upper) << ('a' - 'A');
}

namespace {

constexpr int kDeepestNesting = 200;

CharSet blank_set() {
  CharSet set;
  for (const char c : {' ', '\t', '\n', '\f', '\r'}) set.set(static_cast<std::size_t>(c));
  return set;
}

class Parser {
 public:
  Parser(std::string_view pattern, bool exact_case) : text_(pattern), exact_(exact_case) {}

  PatternNode parse() {
    PatternNode node = alternation();
    if (pos_ != text_.size()) throw UnsupportedPattern();
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

  PatternNode alternation() {
    if (++depth_ > kDeepestNesting) throw UnsupportedPattern();
    PatternNode node = alternatives();
    --depth_;
    return node;
  }

  PatternNode alternatives() {
    PatternNode node;
    node.type = PatternNode::Type::alternate;
    node.children.push_back(concatenation());
    while (take("|")) node.children.push_back(concatenation());
    if (node.children.size() == 1) return std::move(node.children.front());
    return node;
  }

  PatternNode concatenation() {
    PatternNode node;
    node.type = PatternNode::Type::concat;
    while (more() && peek() != '|' && peek() != ')') node.children.push_back(repetition());
    return node;
  }

  PatternNode repetition() {
    PatternNode atom = this->atom();
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
        if (!bounds(min, max)) throw UnsupportedPattern();
      } else {
        break;
      }
      take("?");  // lazy: finds the same texts
      PatternNode repeat;
      repeat.type = PatternNode::Type::repeat;
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

  PatternNode atom() {
    if (take("(?:")) return group(exact_, 0);
    if (take("(?i:")) return own_case(false);
    if (take("(?-i:")) return own_case(true);
    if (take("(?P<")) {
      while (more() && peek() != '>') ++pos_;
      if (!take(">")) throw UnsupportedPattern();
      return group(exact_, ++captures_);
    }
    if (text_.substr(pos_).starts_with("(?")) throw UnsupportedPattern();
    if (take("(")) return group(exact_, ++captures_);
    if (take("[")) return char_class();
    if (take("^")) return leaf(PatternNode::Type::line_begin);
    if (take("$")) return leaf(PatternNode::Type::line_end);
    if (take(".")) {
      CharSet all;
      all.set();
      all.reset('\n');
      return chars(all);
    }
    if (peek() == '\\') return escape();
    const char c = text_[pos_++];
    if (static_cast<unsigned char>(c) >= 0x80) throw UnsupportedPattern();
    return single(c);
  }

  PatternNode own_case(bool exact) {
    PatternNode node = group(exact, 0);
    node.own_case = true;
    return node;
  }

  PatternNode group(bool exact, int capture) {
    const bool outer = exact_;
    exact_ = exact;
    PatternNode node;
    node.type = PatternNode::Type::concat;
    node.capture = capture;
    node.children.push_back(alternation());
    exact_ = outer;
    if (!take(")")) throw UnsupportedPattern();
    return node;
  }

  PatternNode escape() {
    ++pos_;
    if (!more()) throw UnsupportedPattern();
    const char c = text_[pos_++];
    if (c == 'b') return leaf(PatternNode::Type::word_boundary);
    if (c == 'B' || c == 'A' || c == 'z' || c == 'p' || c == 'P' || c == 'x' || c == 'Q' || c == 'C') throw UnsupportedPattern();
    return chars(escaped_set(c));
  }

  static CharSet escaped_set(char c) {
    switch (c) {
      case 'd': return char_range('0', '9');
      case 'D': return ~char_range('0', '9');
      case 'w': return word_chars();
      case 'W': return ~word_chars();
      case 's': return blank_set();
      case 'S': return ~blank_set();
      case 'n': return char_range('\n', '\n');
      case 't': return char_range('\t', '\t');
      default: break;
    }
    if (is_word_char(c)) throw UnsupportedPattern();
    return char_range(c, c);
  }

  PatternNode char_class() {
    const bool negated = take("^");
    CharSet set;
    bool first = true;
    while (more() && (peek() != ']' || first)) {
      first = false;
      if (text_.substr(pos_).starts_with("[:")) throw UnsupportedPattern();
      char low = text_[pos_++];
      if (static_cast<unsigned char>(low) >= 0x80) throw UnsupportedPattern();
      if (low == '\\') {
        if (!more()) throw UnsupportedPattern();
        low = text_[pos_++];
        const CharSet escaped = escaped_set(low);
        set |= escaped;
        if (escaped.count() > 1) continue;
      }
      if (pos_ + 1 < text_.size() && peek() == '-' && text_[pos_ + 1] != ']') {
        char high = text_[pos_ + 1];
        pos_ += 2;
        if (high == '\\' && more()) high = text_[pos_++];
        if (static_cast<unsigned char>(high) >= 0x80 || high < low) throw UnsupportedPattern();
        set |= char_range(low, high);
      } else {
        set.set(static_cast<std::size_t>(low));
      }
    }
    if (!take("]")) throw UnsupportedPattern();
    // what is excluded is excluded in both cases
    return chars(negated ? ~(exact_ ? set : fold_case(set)) : set);
  }

  static PatternNode leaf(PatternNode::Type type) {
    PatternNode node;
    node.type = type;
    return node;
  }
  [[nodiscard]] PatternNode chars(const CharSet& set) const {
    PatternNode node = leaf(PatternNode::Type::chars);
    node.chars = set;
    node.any_case = !exact_;
    return node;
  }
  [[nodiscard]] PatternNode single(char c) const { return chars(char_range(c, c)); }

  std::string_view text_;
  bool exact_;
  std::size_t pos_ = 0;
  int captures_ = 0;
  int depth_ = 0;
};

}  // namespace

PatternNode parse_pattern(std::string_view pattern, bool exact_case) { return Parser(pattern, exact_case).parse(); }

}  // namespace careportal_lint
