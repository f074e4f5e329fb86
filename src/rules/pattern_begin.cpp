#include "rules/pattern_begin.h"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

namespace careportal_lint {
namespace {

constexpr std::size_t kMostSteps = 4000;
constexpr std::uint8_t kLongToken = 12;

// Walks through all ways in which a sequence can begin: through the token, over the character behind it, to the next.
class Walk {
 public:
  explicit Walk(const Items& items) {
    begin_.least = PatternBegin::kAnyLength;
    begin_.most = 0;
    begin_.behind.reset();
    begin_.next.reset();
    Items stack(items.rbegin(), items.rend());
    go(std::move(stack), {});
  }

  [[nodiscard]] PatternBegin result() const { return known_ ? begin_ : PatternBegin(); }

 private:
  struct State {
    bool behind_token = false;
    std::uint8_t length = 0;  // of the token so far
    friend auto operator<=>(const State&, const State&) = default;
  };

  void end_token(State state) {
    begin_.least = std::min(begin_.least, state.length);
    begin_.most = std::max(begin_.most, state.length);
  }

  // `stack`: what is still to come, the next last.
  void go(Items stack, State state) {
    if (!known_ || !seen_.emplace(stack, state).second) return;
    if (seen_.size() > kMostSteps) {
      known_ = false;
      return;
    }
    if (stack.empty()) {
      // the match ends here: whatever follows is right
      if (!state.behind_token) {
        end_token(state);
        begin_.most = PatternBegin::kAnyLength;
        begin_.behind.set();
      }
      begin_.next.set();
      return;
    }
    const PatternNode& node = *stack.back();
    stack.pop_back();
    switch (node.type) {
      case PatternNode::Type::chars: take(node, std::move(stack), state); return;
      case PatternNode::Type::concat:
        for (auto child = node.children.rbegin(); child != node.children.rend(); ++child) stack.push_back(&*child);
        go(std::move(stack), state);
        return;
      case PatternNode::Type::alternate:
        for (const PatternNode& child : node.children) {
          Items with_child = stack;
          with_child.push_back(&child);
          go(std::move(with_child), state);
        }
        return;
      case PatternNode::Type::repeat: repeat(node, std::move(stack), state); return;
      case PatternNode::Type::empty:
      case PatternNode::Type::word_boundary:
      case PatternNode::Type::line_begin:
      case PatternNode::Type::line_end: go(std::move(stack), state); return;
    }
  }

  void take(const PatternNode& node, Items stack, State state) {
    const CharSet chars = node.any_case ? fold_case(node.chars) : node.chars;
    if (state.behind_token) {
      begin_.next |= chars;
      return;
    }
    const CharSet signs = chars & ~word_chars();
    if (signs.any()) {
      end_token(state);
      begin_.behind |= signs;
      go(stack, {true, 0});
    }
    if ((chars & word_chars()).any()) {
      if (state.length < PatternBegin::kAnyLength) ++state.length;
      go(std::move(stack), state);
    }
  }

  void repeat(const PatternNode& node, Items stack, State state) {
    if (node.min == 0) go(stack, state);
    bool again = node.max < 0 || node.max > 1;
    if (again && state.length > kLongToken) {
      begin_.most = PatternBegin::kAnyLength;  // more rounds tell nothing new
      again = false;
    }
    if (again) stack.push_back(&rest_of(node));
    stack.push_back(&node.children.front());
    go(std::move(stack), state);
  }

  // The rounds of a repetition after the first.
  const PatternNode& rest_of(const PatternNode& node) {
    if (node.min <= 0 && node.max < 0) return node;
    for (const auto& [known, rest] : rests_) {
      if (known == &node) return *rest;
    }
    auto rest = std::make_unique<PatternNode>(node);
    rest->min = std::max(0, node.min - 1);
    rest->max = node.max < 0 ? -1 : node.max - 1;
    rests_.emplace_back(&node, std::move(rest));
    return *rests_.back().second;
  }

  PatternBegin begin_;
  bool known_ = true;
  std::set<std::pair<Items, State>> seen_;
  std::vector<std::pair<const PatternNode*, std::unique_ptr<PatternNode>>> rests_;
};

}  // namespace

PatternBegin find_begin(const Items& items) { return Walk(items).result(); }

}  // namespace careportal_lint
