#include "rules/pattern_run.h"

#include <algorithm>

#include "text/document.h"

namespace careportal_lint {
namespace {

using Type = ProgramNode::Type;

// Steps for one line; a pattern that needs more is better left to RE2.
constexpr std::size_t kMostSteps = 60'000;
// Nodes matched one inside the other: the stack of a thread may be small.
constexpr std::size_t kDeepest = 3'000;

// What is left to match after a node: the rest of a sequence, more rounds of a repetition, the end of a capture.
struct Continuation {
  enum class Type : std::uint8_t { sequence, repeat, capture } type;
  const ProgramNode* node;
  std::uint32_t count;  // sequence: index of the next child; repeat: rounds done
  std::uint32_t begin;  // repeat: where this round began; capture: where it began
  const Continuation* up;
};

template <ProgramBuilder::Direction direction>
struct Run {
  static constexpr bool kForward = direction == ProgramBuilder::Direction::forward;

  const Programs& programs;
  const RunPlace& place;
  std::uint32_t limit;        // forward: the end of the text; backward: the least begin
  Groups* groups = nullptr;   // of the longest match, when somebody asks
  Groups* current = nullptr;  // of the match being tried; null with `groups`
  std::uint32_t best = 0;     // where the longest match ends (backward: begins)
  bool found = false;
  std::size_t steps = 0;
  std::size_t depth = 0;

  [[nodiscard]] bool word_before(std::uint32_t pos) const { return pos > place.within.begin && is_word_char(place.text[pos - 1]); }
  [[nodiscard]] bool word_after(std::uint32_t pos) const { return pos < place.within.end && is_word_char(place.text[pos]); }
  [[nodiscard]] bool inside_word(std::uint32_t pos) const { return word_before(pos) && word_after(pos); }

  // Moving over the text in the direction of the run.
  [[nodiscard]] bool at_limit(std::uint32_t pos) const { return pos == limit; }
  [[nodiscard]] std::uint32_t left(std::uint32_t pos) const { return kForward ? limit - pos : pos - limit; }
  [[nodiscard]] char at(std::uint32_t pos, std::uint32_t ahead = 0) const { return place.text[kForward ? pos + ahead : pos - 1 - ahead]; }
  [[nodiscard]] std::uint32_t moved(std::uint32_t pos, std::uint32_t by) const { return kForward ? pos + by : pos - by; }
  [[nodiscard]] bool is_further(std::uint32_t pos, std::uint32_t than) const { return kForward ? pos > than : pos < than; }

  void accept(std::uint32_t pos) {
    if (found && !is_further(pos, best)) return;
    if (place.word_edges && inside_word(pos)) return;
    found = true;
    best = pos;
    if (groups != nullptr) *groups = *current;
  }

  [[nodiscard]] bool can_begin(const ProgramNode& node, std::uint32_t pos) const {
    return node.nullable != 0 || (!at_limit(pos) && programs.sets[node.first].test(at(pos)));
  }

  void go_on(std::uint32_t pos, const Continuation* rest) {
    if (rest == nullptr) {
      accept(pos);
      return;
    }
    switch (rest->type) {
      case Continuation::Type::sequence: match_children(*rest->node, rest->count, pos, rest->up); return;
      case Continuation::Type::repeat:
        // a round that took nothing leads nowhere new
        if (pos == rest->begin && rest->count > rest->node->min) return;
        repeat(*rest->node, rest->count, pos, rest->up);
        return;
      case Continuation::Type::capture: {
        if (current == nullptr) {
          go_on(pos, rest->up);
          return;
        }
        Range& group = current->at(rest->node->min);
        const Range before = group;
        group = {rest->begin, pos};
        go_on(pos, rest->up);
        group = before;
        return;
      }
    }
  }

  void repeat(const ProgramNode& node, std::uint32_t count, std::uint32_t pos, const Continuation* rest) {
    const ProgramNode& child = programs.nodes[node.begin];
    const bool unbounded = node.max == ProgramNode::kUnbounded;
    if (child.type == Type::chars) {
      // a run of characters: no need to come back for each
      const std::uint32_t most = unbounded ? left(pos) : std::min<std::uint32_t>(left(pos), node.max - count);
      const std::uint32_t least = node.min > count ? node.min - count : 0;
      const CharBits& set = programs.sets[child.first];
      std::uint32_t taken = 0;
      while (taken < most && set.test(at(pos, taken))) ++taken;
      for (; taken >= least; --taken) {
        go_on(moved(pos, taken), rest);
        if (taken == 0 || ++steps > kMostSteps) return;
      }
      return;
    }
    if ((unbounded || count < node.max) && can_begin(child, pos)) {
      const Continuation round{Continuation::Type::repeat, &node, count + 1, pos, rest};
      match(child, pos, &round);
    }
    if (count >= node.min) go_on(pos, rest);
  }

  // The children of a sequence from the one numbered `next` on.
  void match_children(const ProgramNode& node, std::uint32_t next, std::uint32_t pos, const Continuation* rest) {
    const ProgramNode& child = programs.nodes[programs.children[node.begin + next]];
    if (!can_begin(child, pos)) return;
    if (next + 1 < node.count) {
      const Continuation siblings{Continuation::Type::sequence, &node, next + 1, 0, rest};
      match(child, pos, &siblings);
    } else {
      match(child, pos, rest);
    }
  }

  [[nodiscard]] bool stands(const ProgramNode& node, std::uint32_t pos) const {
    if (left(pos) < node.count) return false;
    const char* wanted = programs.literals.data() + node.begin;
    for (std::uint32_t i = 0; i < node.count; ++i) {
      const char c = at(pos, i);
      if ((node.type == Type::literal ? to_lower(c) : c) != wanted[i]) return false;
    }
    return true;
  }

  // `can_begin` holds.
  void match(const ProgramNode& node, std::uint32_t pos, const Continuation* rest) {
    if (++steps > kMostSteps) return;
    if (depth == kDeepest) {
      steps = kMostSteps + 1;
      return;
    }
    ++depth;
    match_here(node, pos, rest);
    --depth;
  }

  void match_here(const ProgramNode& node, std::uint32_t pos, const Continuation* rest) {
    switch (node.type) {
      case Type::empty: go_on(pos, rest); return;
      case Type::chars: go_on(moved(pos, 1), rest); return;
      case Type::literal:
      case Type::exact_literal:
        if (stands(node, pos)) go_on(moved(pos, node.count), rest);
        return;
      case Type::concat: match_children(node, 0, pos, rest); return;
      case Type::choice: {
        const std::uint16_t* begins = programs.choices.data() + programs.children[node.begin + node.count];
        const std::uint16_t* list = begins + 129;
        const std::size_t c = static_cast<unsigned char>(at(pos)) & 0x7FU;
        for (std::size_t i = begins[c]; i < begins[c + 1] && steps <= kMostSteps; ++i)
          match(programs.nodes[programs.children[node.begin + list[i]]], pos, rest);
        return;
      }
      case Type::alternate:
        for (std::uint32_t i = 0; i < node.count && steps <= kMostSteps; ++i) {
          const ProgramNode& child = programs.nodes[programs.children[node.begin + i]];
          if (can_begin(child, pos)) match(child, pos, rest);
        }
        return;
      case Type::repeat: repeat(node, 0, pos, rest); return;
      case Type::capture: {
        const Continuation end{Continuation::Type::capture, &node, 0, pos, rest};
        match(programs.nodes[node.begin], pos, &end);
        return;
      }
      case Type::word_boundary:
        if (word_before(pos) != word_after(pos)) go_on(pos, rest);
        return;
      case Type::line_begin:
        if (pos == place.within.begin) go_on(pos, rest);
        return;
      case Type::line_end:
        if (pos == place.within.end) go_on(pos, rest);
        return;
    }
  }

  RunResult start(const ProgramNode& root, std::uint32_t pos) {
    if (can_begin(root, pos)) match(root, pos, nullptr);
    return steps > kMostSteps ? RunResult::gave_up : found ? RunResult::found : RunResult::none;
  }
};

using Forward = Run<ProgramBuilder::Direction::forward>;
using Backward = Run<ProgramBuilder::Direction::backward>;

}  // namespace

RunResult find_match(const Programs& programs, NodeId program, const RunPlace& place, std::uint32_t from, Groups& groups) {
  const ProgramNode& root = programs.nodes[program];
  Groups current{};
  Forward run{programs, place, place.within.end, &groups, &current};
  for (std::uint32_t begin = from; begin <= place.within.end; ++begin) {
    if (!run.can_begin(root, begin) || (place.word_edges && run.inside_word(begin))) continue;
    const RunResult result = run.start(root, begin);
    if (result == RunResult::found) groups[0] = {begin, run.best};
    if (result != RunResult::none) return result;
  }
  return RunResult::none;
}

RunResult match_forward(const Programs& programs, NodeId program, const RunPlace& place, std::uint32_t begin, std::uint32_t& end,
                        Groups* groups) {
  Groups current{};
  Forward run{programs, place, place.within.end, groups, groups == nullptr ? nullptr : &current};
  const RunResult result = run.start(programs.nodes[program], begin);
  end = run.best;
  if (groups != nullptr && result == RunResult::found) (*groups)[0] = {begin, end};
  return result;
}

RunResult match_backward(const Programs& programs, NodeId program, const RunPlace& place, std::uint32_t end, std::uint32_t least,
                         std::uint32_t& begin) {
  Backward run{programs, place, least};
  const RunResult result = run.start(programs.nodes[program], end);
  begin = run.best;
  return result;
}

}  // namespace careportal_lint
