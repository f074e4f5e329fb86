#include "rules/interpreter.h"

#include "text/document.h"

namespace careportal_lint {
namespace {

// Steps for one line; a pattern that needs more is better left to RE2.
constexpr std::size_t kMostSteps = 60'000;
constexpr std::uint32_t kUnbounded = 0xFFFFFFFF;
constexpr int kDeepestNesting = 200;
constexpr std::size_t kLongAlternation = 6;

}  // namespace

// ---- from text to nodes

class Interpreter::Parser {
 public:
  Parser(std::string_view text, bool exact_case, Interpreter& out) : text_(text), exact_(exact_case), out_(out) {}

  bool parse() {
    out_.nodes_.reserve(text_.size() / 5 + 8);
    out_.literals_.reserve(text_.size());
    out_.literal_exact_.reserve(text_.size());
    out_.root_ = alternation();
    return ok_ && pos_ == text_.size();
  }

 private:
  [[nodiscard]] bool more() const { return ok_ && pos_ < text_.size(); }
  [[nodiscard]] char peek() const { return text_[pos_]; }
  bool take(std::string_view what) {
    if (!text_.substr(pos_).starts_with(what)) return false;
    pos_ += what.size();
    return true;
  }
  std::uint32_t fail() {
    ok_ = false;
    return add(Type::empty);
  }
  Node& at(std::uint32_t node) { return out_.nodes_[node]; }
  std::uint32_t add(Type type) {
    out_.nodes_.push_back({});
    out_.nodes_.back().type = type;
    return static_cast<std::uint32_t>(out_.nodes_.size() - 1);
  }

  std::uint32_t alternation() {
    if (++depth_ > kDeepestNesting) return fail();
    std::uint32_t first = concatenation();
    if (more() && peek() == '|') {
      const std::uint32_t node = add(Type::alternate);
      at(node).child = first;
      for (std::uint32_t last = first; ok_ && take("|");) {
        const std::uint32_t more = concatenation();
        at(last).next = more;
        last = more;
      }
      for (std::uint32_t child = first; child != kNone; child = at(child).next) {
        at(node).first |= at(child).first;
        at(node).nullable = at(node).nullable || at(child).nullable;
      }
      add_dispatch(node);
      first = node;
    }
    --depth_;
    return first;
  }

  void add_dispatch(std::uint32_t node) {
    std::array<std::uint16_t, 129> counts{};
    std::size_t children = 0;
    std::size_t total = 0;
    for (std::uint32_t child = at(node).child; child != kNone; child = at(child).next) {
      ++children;
      if (at(child).nullable || at(child).first.count() > 8) return;  // no single list would be shorter
      total += at(child).first.count();
    }
    if (children < kLongAlternation || total > 0xFFFF) return;
    Dispatch dispatch;
    const auto each = [&](const auto& visit) {
      for (std::uint32_t child = at(node).child; child != kNone; child = at(child).next) {
        for (std::size_t c = at(child).first._Find_first(); c < 128; c = at(child).first._Find_next(c)) visit(c, child);
      }
    };
    each([&](std::size_t c, std::uint32_t) { ++counts.at(c + 1); });
    for (std::size_t c = 0; c < 128; ++c) counts.at(c + 1) = static_cast<std::uint16_t>(counts.at(c + 1) + counts.at(c));
    dispatch.begin = counts;
    dispatch.nodes.resize(total);
    each([&](std::size_t c, std::uint32_t child) { dispatch.nodes[counts.at(c)++] = child; });
    out_.dispatches_.push_back(std::move(dispatch));
    at(node).max = static_cast<std::uint32_t>(out_.dispatches_.size());
  }

  std::uint32_t concatenation() {
    const std::uint32_t node = add(Type::concat);
    std::uint32_t last = kNone;
    while (more() && peek() != '|' && peek() != ')') {
      const std::uint32_t item = repetition();
      if (last != kNone && join_literals(last, item)) continue;
      (last == kNone ? at(node).child : at(last).next) = item;
      last = item;
    }
    bool nullable = true;
    for (std::uint32_t child = at(node).child; child != kNone; child = at(child).next) {
      if (nullable) at(node).first |= at(child).first;
      nullable = nullable && at(child).nullable;
    }
    at(node).nullable = nullable;
    return node;
  }

  // Two single characters in a row become one literal.
  bool join_literals(std::uint32_t last, std::uint32_t item) {
    if (at(last).type != Type::literal || at(item).type != Type::literal) return false;
    if (at(last).min + at(last).max != at(item).min) return false;
    if (out_.literal_exact_[at(last).min] != out_.literal_exact_[at(item).min]) return false;
    at(last).max += at(item).max;
    return item + 1 == out_.nodes_.size() ? (out_.nodes_.pop_back(), true) : true;
  }

  std::uint32_t repetition() {
    std::uint32_t item = atom();
    while (more()) {
      std::uint32_t min = 1;
      std::uint32_t max = 1;
      if (take("?")) {
        min = 0;
      } else if (take("*")) {
        min = 0;
        max = kUnbounded;
      } else if (take("+")) {
        max = kUnbounded;
      } else if (peek() == '{') {
        if (!bounds(min, max)) return fail();
      } else {
        break;
      }
      take("?");  // lazy: the longest match is wanted all the same
      const std::uint32_t repeat = add(Type::repeat);
      at(repeat).child = item;
      at(repeat).min = min;
      at(repeat).max = max;
      at(repeat).first = at(item).first;
      at(repeat).nullable = min == 0 || at(item).nullable;
      item = repeat;
    }
    return item;
  }

  bool bounds(std::uint32_t& min, std::uint32_t& max) {
    ++pos_;
    const auto number = [&](std::uint32_t& value) {
      if (!more() || !is_digit(peek())) return false;
      value = 0;
      while (more() && is_digit(peek()) && value < 10000) value = value * 10 + static_cast<std::uint32_t>(text_[pos_++] - '0');
      return true;
    };
    if (!number(min)) return false;
    max = min;
    if (take(",")) {
      max = kUnbounded;
      number(max);
    }
    return take("}");
  }

  std::uint32_t atom() {
    switch (peek()) {
      case '(':
        if (take("(?:")) return group(exact_, false);
        if (take("(?i:")) return group(false, false);
        if (take("(?-i:")) return group(true, false);
        ++pos_;
        return more() && peek() == '?' ? fail() : group(exact_, true);
      case '[': ++pos_; return char_class();
      case '^': ++pos_; return edge(Type::line_begin);
      case '$': ++pos_; return edge(Type::line_end);
      case '\\': return escape();
      case '.': {
        ++pos_;
        CharSet all;
        all.set();
        all.reset('\n');
        return chars(all);
      }
      default: return literal_run();
    }
  }

  std::uint32_t group(bool exact, bool captures) {
    const bool outer = exact_;
    exact_ = exact;
    const std::size_t number = captures ? ++out_.captures_ : 0;
    std::uint32_t node = alternation();
    exact_ = outer;
    if (!take(")") || number > kMostCaptures) return fail();
    if (captures) {
      const std::uint32_t capture = add(Type::capture);
      at(capture).child = node;
      at(capture).min = static_cast<std::uint32_t>(number);
      at(capture).first = at(node).first;
      at(capture).nullable = at(node).nullable;
      node = capture;
    }
    return node;
  }

  std::uint32_t edge(Type type) {
    const std::uint32_t node = add(type);
    at(node).nullable = true;  // and what follows decides how a match begins
    return node;
  }

  std::uint32_t escape() {
    ++pos_;
    if (!more()) return fail();
    const char c = text_[pos_++];
    if (c == 'b') return edge(Type::word_boundary);
    CharSet set;
    if (named_set(c, set)) return chars(set);
    return is_word_char(c) ? fail() : literal(c);
  }

  static void add_range(CharSet& set, char first, char last) {
    for (int c = first; c <= last; ++c) set.set(static_cast<std::size_t>(c));
  }

  static bool named_set(char c, CharSet& set) {
    switch (to_lower(c)) {
      case 'd': add_range(set, '0', '9'); break;
      case 'w':
        add_range(set, '0', '9');
        add_range(set, 'a', 'z');
        add_range(set, 'A', 'Z');
        set.set('_');
        break;
      case 's':
        for (const char blank : {' ', '\t', '\n', '\f', '\r'}) set.set(static_cast<std::size_t>(blank));
        break;
      case 'n':
        if (c == 'N') return false;
        set.set('\n');
        return true;
      case 't':
        if (c == 'T') return false;
        set.set('\t');
        return true;
      default: return false;
    }
    if (is_upper(c)) set.flip();
    return true;
  }

  std::uint32_t char_class() {
    const bool negated = take("^");
    CharSet set;
    for (bool first = true; more() && (peek() != ']' || first); first = false) {
      if (text_.substr(pos_).starts_with("[:")) return fail();
      char low = text_[pos_++];
      if (static_cast<unsigned char>(low) >= 0x80) return fail();
      if (low == '\\') {
        if (!more()) return fail();
        low = text_[pos_++];
        CharSet named;
        if (named_set(low, named)) {
          set |= named;
          continue;
        }
        if (is_word_char(low)) return fail();
      }
      char high = low;
      if (pos_ + 1 < text_.size() && peek() == '-' && text_[pos_ + 1] != ']') {
        ++pos_;
        high = text_[pos_++];
        if (high == '\\' && more()) high = text_[pos_++];
        if (static_cast<unsigned char>(high) >= 0x80 || high < low) return fail();
      }
      add_range(set, low, high);
    }
    if (!take("]")) return fail();
    if (!exact_) fold_case(set);
    return chars(negated ? ~set : set);
  }

  static void fold_case(CharSet& set) {
    for (char c = 'a'; c <= 'z'; ++c) {
      if (set.test(static_cast<std::size_t>(c)) || set.test(static_cast<std::size_t>(to_upper(c)))) {
        set.set(static_cast<std::size_t>(c));
        set.set(static_cast<std::size_t>(to_upper(c)));
      }
    }
  }

  std::uint32_t chars(const CharSet& set) {
    const std::uint32_t node = add(Type::chars);
    at(node).first = set;
    return node;
  }

  static bool is_plain(char c) { return is_word_char(c) || c == ' ' || c == '-' || c == '\'' || c == ','; }

  // Plain characters up to one that a repetition sign follows.
  std::uint32_t literal_run() {
    const char c = text_[pos_++];
    if (static_cast<unsigned char>(c) >= 0x80) return fail();
    const std::uint32_t node = literal(c);
    if (!is_plain(c)) return node;
    while (pos_ < text_.size() && is_plain(text_[pos_]) && !repeats_at(pos_) && !repeats_at(pos_ + 1)) {
      out_.literals_.push_back(exact_ ? text_[pos_] : to_lower(text_[pos_]));
      out_.literal_exact_.push_back(exact_ ? '\1' : '\0');
      ++at(node).max;
      ++pos_;
    }
    return node;
  }

  [[nodiscard]] bool repeats_at(std::size_t pos) const {
    return pos < text_.size() && (text_[pos] == '?' || text_[pos] == '*' || text_[pos] == '+' || text_[pos] == '{');
  }

  std::uint32_t literal(char c) {
    const std::uint32_t node = add(Type::literal);
    at(node).min = static_cast<std::uint32_t>(out_.literals_.size());
    at(node).max = 1;
    at(node).first.set(static_cast<std::size_t>(c));
    if (!exact_) {
      at(node).first.set(static_cast<std::size_t>(to_lower(c)));
      at(node).first.set(static_cast<std::size_t>(to_upper(c)));
    }
    out_.literals_.push_back(exact_ ? c : to_lower(c));
    out_.literal_exact_.push_back(exact_ ? '\1' : '\0');
    return node;
  }

  std::string_view text_;
  bool exact_;
  Interpreter& out_;
  std::size_t pos_ = 0;
  int depth_ = 0;
  bool ok_ = true;
};

Interpreter::Interpreter(std::string_view pattern, bool exact_case, bool word_edges) : word_edges_(word_edges) {
  usable_ = Parser(pattern, exact_case, *this).parse();
}

// ---- matching

// What is left to match after a node: the rest of a sequence, more rounds of a repetition, the end of a capture.
struct Interpreter::Continuation {
  enum class Type : std::uint8_t { sequence, repeat, capture } type;
  std::uint32_t node;   // sequence: the next item; repeat, capture: the node itself
  std::uint32_t count;  // repeat: rounds done
  std::uint32_t begin;  // repeat: where this round began; capture: where it began
  const Continuation* up;
};

struct Interpreter::Run {
  const Interpreter& program;
  std::string_view text;
  Range within;
  std::uint32_t start = 0;
  std::uint32_t best = 0;  // end of the longest match
  bool found = false;
  std::size_t steps = 0;
  Groups current{};
  Groups groups{};

  [[nodiscard]] bool word_before(std::uint32_t pos) const { return pos > within.begin && is_word_char(text[pos - 1]); }
  [[nodiscard]] bool word_after(std::uint32_t pos) const { return pos < within.end && is_word_char(text[pos]); }
  [[nodiscard]] bool inside_word(std::uint32_t pos) const { return word_before(pos) && word_after(pos); }

  void accept(std::uint32_t pos) {
    if (found && pos <= best) return;
    if (program.word_edges_ && inside_word(pos)) return;
    found = true;
    best = pos;
    groups = current;
  }

  [[nodiscard]] bool can_begin(const Node& node, std::uint32_t pos) const {
    return node.nullable || (pos < within.end && node.first.test(static_cast<unsigned char>(text[pos]) & 0x7FU));
  }

  void go_on(std::uint32_t pos, const Continuation* rest) {
    if (rest == nullptr) {
      accept(pos);
      return;
    }
    switch (rest->type) {
      case Continuation::Type::sequence: match(rest->node, pos, rest->up, true); return;
      case Continuation::Type::repeat:
        // a round that took nothing leads nowhere new
        if (pos == rest->begin && rest->count > program.nodes_[rest->node].min) return;
        repeat(rest->node, rest->count, pos, rest->up);
        return;
      case Continuation::Type::capture: {
        Range& group = current.at(program.nodes_[rest->node].min);
        const Range before = group;
        group = {rest->begin, pos};
        go_on(pos, rest->up);
        group = before;
        return;
      }
    }
  }

  void repeat(std::uint32_t index, std::uint32_t count, std::uint32_t pos, const Continuation* rest) {
    const Node& node = program.nodes_[index];
    const Node& child = program.nodes_[node.child];
    if (child.type == Type::chars) {
      // a run of characters: no need to come back for each
      std::uint32_t end = pos;
      const std::uint32_t limit = node.max == kUnbounded ? within.end : std::min(within.end, pos + (node.max - count));
      while (end < limit && child.first.test(static_cast<unsigned char>(text[end]) & 0x7FU)) ++end;
      const std::uint32_t least = pos + (node.min > count ? node.min - count : 0);
      for (; end >= least; --end) {
        go_on(end, rest);
        if (end == 0 || ++steps > kMostSteps) return;
      }
      return;
    }
    if (count < node.max && can_begin(child, pos)) {
      const Continuation round{Continuation::Type::repeat, index, count + 1, pos, rest};
      match(node.child, pos, &round, false);
    }
    if (count >= node.min) go_on(pos, rest);
  }

  // `in_sequence`: the node's siblings follow it; else it stands alone (an alternative, a repeated part).
  void match(std::uint32_t index, std::uint32_t pos, const Continuation* rest, bool in_sequence) {
    if (++steps > kMostSteps) return;
    if (index == kNone) {
      go_on(pos, rest);
      return;
    }
    const Node& node = program.nodes_[index];
    if (!can_begin(node, pos)) return;
    if (in_sequence && node.next != kNone) {
      const Continuation siblings{Continuation::Type::sequence, node.next, 0, 0, rest};
      match_one(node, index, pos, &siblings);
    } else {
      match_one(node, index, pos, rest);
    }
  }

  void match_one(const Node& node, std::uint32_t index, std::uint32_t pos, const Continuation* rest) {
    switch (node.type) {
      case Type::empty: go_on(pos, rest); return;
      case Type::chars: go_on(pos + 1, rest); return;  // can_begin has looked
      case Type::literal: {
        if (within.end - pos < node.max) return;
        const bool exact = program.literal_exact_[node.min] != '\0';
        for (std::uint32_t i = 0; i < node.max; ++i) {
          const char c = text[pos + i];
          if ((exact ? c : to_lower(c)) != program.literals_[node.min + i]) return;
        }
        go_on(pos + node.max, rest);
        return;
      }
      case Type::concat: match(node.child, pos, rest, true); return;
      case Type::alternate:
        if (node.max != 0) {
          const Dispatch& dispatch = program.dispatches_[node.max - 1];
          const std::size_t c = static_cast<unsigned char>(text[pos]) & 0x7FU;  // can_begin has looked: there is one
          for (std::size_t i = dispatch.begin[c]; i < dispatch.begin[c + 1] && steps <= kMostSteps; ++i)
            match(dispatch.nodes[i], pos, rest, false);
          return;
        }
        for (std::uint32_t child = node.child; child != kNone && steps <= kMostSteps; child = program.nodes_[child].next) {
          if (can_begin(program.nodes_[child], pos)) match(child, pos, rest, false);
        }
        return;
      case Type::repeat: repeat(index, 0, pos, rest); return;
      case Type::capture: {
        const Continuation end{Continuation::Type::capture, index, 0, pos, rest};
        match(node.child, pos, &end, false);
        return;
      }
      case Type::word_boundary:
        if (word_before(pos) != word_after(pos)) go_on(pos, rest);
        return;
      case Type::line_begin:
        if (pos == within.begin) go_on(pos, rest);
        return;
      case Type::line_end:
        if (pos == within.end) go_on(pos, rest);
        return;
    }
  }
};

Interpreter::Result Interpreter::find(std::string_view text, Range within, std::uint32_t from, Groups& groups) const {
  Run run{*this, text, within};
  const Node& root = nodes_[root_];
  for (std::uint32_t start = from; start <= within.end; ++start) {
    if (!run.can_begin(root, start)) continue;
    if (word_edges_ && run.inside_word(start)) continue;
    run.start = start;
    run.match(root_, start, nullptr, false);
    if (run.steps > kMostSteps) return Result::gave_up;
    if (run.found) {
      groups = run.groups;
      groups[0] = {start, run.best};
      return Result::found;
    }
  }
  return Result::none;
}

}  // namespace careportal_lint
