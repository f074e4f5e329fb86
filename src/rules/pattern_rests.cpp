#include "rules/pattern_rests.h"

#include <algorithm>

#include "text/document.h"

namespace careportal_lint {
namespace {

using Type = ProgramNode::Type;

// Of one step: nodes looked at, and how deep one lies in the other.
constexpr std::uint32_t kMostWork = 5'000;
constexpr std::uint32_t kDeepest = 500;
// What may be left after one step.
constexpr std::size_t kMostRests = 1'000;

}  // namespace

void PatternRests::serve(const Programs& programs) {
  programs_ = &programs;
  clear();
}

void PatternRests::clear() {
  rests_.assign(1, {kNoNode, 0, kNothingLeft});
  gone_on_.assign(1, 0);
  left_.assign(1, 0);
  ids_.clear();
  number_ = 0;
}

std::size_t PatternRests::bytes() const {
  return rests_.capacity() * sizeof(Rest) + (gone_on_.capacity() + left_.capacity()) * sizeof(std::uint32_t) + ids_.bytes();
}

std::uint32_t PatternRests::hash(const Rest& rest) { return hash_with(hash_with(rest.node, rest.done), rest.up); }

RestId PatternRests::add(NodeId node, std::uint32_t done, RestId up) {
  const Rest rest{node, done, up};
  const std::uint32_t hashed = hash(rest);
  const RestId known = ids_.find(hashed, [&](RestId id) { return rests_[id] == rest; });
  if (known != 0) return known;
  const auto id = static_cast<RestId>(rests_.size());
  rests_.push_back(rest);
  gone_on_.push_back(0);
  left_.push_back(0);
  ids_.add(hashed, id, [&](RestId other) { return hash(rests_[other]); });
  return id;
}

PatternRests::Literal PatternRests::literal(RestId id, std::uint32_t longest) {
  if (id == kNothingLeft) return {};
  Rest rest = rests_[id];
  const ProgramNode* node = &programs_->nodes[rest.node];
  while (node->type == Type::concat) {
    rest = {programs_->children[node->begin + rest.done], 0,
            rest.done + 1 < node->count ? add(rest.node, rest.done + 1, rest.up) : rest.up};
    node = &programs_->nodes[rest.node];
  }
  if (node->type != Type::literal && node->type != Type::exact_literal) return {};
  const std::uint32_t left = node->count - rest.done;
  return {node->begin + rest.done, std::min(left, longest), node->type == Type::literal,
          left <= longest ? rest.up : add(rest.node, rest.done + longest, rest.up)};
}

PatternRests::Result PatternRests::step(std::span<const RestId> from, const Place& place, std::vector<RestId>& next, bool& accepted) {
  if (++number_ == 0) {  // the numbers have run out: all over again
    std::fill(gone_on_.begin(), gone_on_.end(), 0);
    std::fill(left_.begin(), left_.end(), 0);
    number_ = 1;
  }
  place_ = place;
  word_ahead_ = place.ahead == kWordGoesOn || (place.ahead < kTextEnd && is_word_char(static_cast<char>(place.ahead)));
  accepted_ = false;
  next.clear();
  next_ = &next;
  work_ = 0;
  for (const RestId rest : from) go_on(rest);
  if (work_ > kMostWork || next.size() > kMostRests) return Result::too_large;
  std::sort(next.begin(), next.end());
  accepted = accepted_;
  return Result::made;
}

// Before the character: `rest` comes next.
void PatternRests::go_on(RestId id) {
  if (gone_on_[id] == number_) return;
  gone_on_[id] = number_;
  if (id == kNothingLeft) {
    accepted_ = !place_.word_edges || !place_.word_behind || !word_ahead_;
    return;
  }
  const Rest rest = rests_[id];
  if (rest.done == 0) return enter(rest.node, rest.up);
  switch (programs_->nodes[rest.node].type) {
    case Type::concat: return next_child(rest.node, rest.done, rest.up);
    case Type::repeat: return next_round(rest.node, rest.done, rest.up);
    default: return read_literal(rest.node, rest.done, rest.up);
  }
}

// Behind the character: `rest` is left.
void PatternRests::leave(RestId rest) {
  if (left_[rest] == number_) return;
  left_[rest] = number_;
  next_->push_back(rest);
}

bool PatternRests::can_begin(const ProgramNode& node) const {
  return node.nullable != 0 || (place_.ahead < kTextEnd && programs_->sets[node.first].test(static_cast<char>(place_.ahead)));
}

bool PatternRests::holds(Type assertion) const {
  if (assertion == Type::word_boundary) return place_.word_behind != word_ahead_;
  const bool looks_back = (assertion == Type::line_begin) != place_.backward;
  return looks_back ? place_.edge_behind : place_.ahead == kTextEnd;
}

// Before the character: the node, then `up`.
void PatternRests::enter(NodeId id, RestId up) {
  const ProgramNode& node = programs_->nodes[id];
  if (!can_begin(node)) return;
  if (depth_ == kDeepest) work_ = kMostWork;
  if (++work_ > kMostWork) return;
  ++depth_;
  switch (node.type) {
    case Type::empty: go_on(up); break;
    case Type::chars: leave(up); break;
    case Type::literal:
    case Type::exact_literal: read_literal(id, 0, up); break;
    case Type::concat: next_child(id, 0, up); break;
    case Type::choice: {
      const std::uint16_t* begins = programs_->choices.data() + programs_->children[node.begin + node.count];
      const std::uint16_t* list = begins + 129;
      for (std::size_t i = begins[place_.ahead]; i < begins[place_.ahead + 1]; ++i) enter(programs_->children[node.begin + list[i]], up);
      break;
    }
    case Type::alternate:
      for (std::uint32_t i = 0; i < node.count; ++i) enter(programs_->children[node.begin + i], up);
      break;
    case Type::repeat: next_round(id, 0, up); break;
    case Type::capture: enter(node.begin, up); break;
    case Type::word_boundary:
    case Type::line_begin:
    case Type::line_end:
      if (holds(node.type)) go_on(up);
      break;
  }
  --depth_;
}

void PatternRests::read_literal(NodeId id, std::uint32_t done, RestId up) {
  const ProgramNode& node = programs_->nodes[id];
  if (place_.ahead >= kTextEnd) return;
  const char c = static_cast<char>(place_.ahead);
  if ((node.type == Type::literal ? to_lower(c) : c) != programs_->literals[node.begin + done]) return;
  leave(done + 1 < node.count ? add(id, done + 1, up) : up);
}

void PatternRests::next_child(NodeId id, std::uint32_t done, RestId up) {
  const ProgramNode& node = programs_->nodes[id];
  const NodeId child = programs_->children[node.begin + done];
  if (!can_begin(programs_->nodes[child])) return;
  enter(child, done + 1 < node.count ? add(id, done + 1, up) : up);
}

void PatternRests::next_round(NodeId id, std::uint32_t done, RestId up) {
  const ProgramNode& node = programs_->nodes[id];
  const bool unbounded = node.max == ProgramNode::kUnbounded;
  if ((unbounded || done < node.max) && can_begin(programs_->nodes[node.begin])) {
    // once the least rounds are done, more rounds of any number are alike
    const std::uint32_t rounds = unbounded ? std::min<std::uint32_t>(done + 1, std::max<std::uint32_t>(node.min, 1)) : done + 1;
    enter(node.begin, add(id, rounds, up));
  }
  if (done >= node.min) go_on(up);
}

}  // namespace careportal_lint
