#include "rules/pattern_dfa.h"

#include <algorithm>
#include <span>

#include "text/document.h"

namespace careportal_lint {
namespace {

using Direction = ProgramBuilder::Direction;

constexpr std::size_t kFewestSteps = 1024;

}  // namespace

void PatternDfa::serve(const Programs& programs) {
  programs_ = &programs;
  rests_.serve(programs);
  off_ = false;
  restarts_ = 0;
  forget();
}

void PatternDfa::forget() {
  ++generation_;
  tries_ = 0;
  rests_.clear();
  states_.assign(1, {});
  state_rests_.clear();
  ids_.clear();
  std::fill(steps_.begin(), steps_.end(), Step());
  step_count_ = 0;
}

std::size_t PatternDfa::bytes() const {
  return rests_.bytes() + ids_.bytes() + states_.capacity() * sizeof(State) + state_rests_.capacity() * sizeof(RestId) +
         steps_.capacity() * sizeof(Step);
}

bool PatternDfa::is_full() const {
  return rests_.size() > limits_.rests || states_.size() > limits_.states || state_rests_.size() > limits_.state_rests ||
         step_count_ * 4 > limits_.steps * 3;
}

RunResult PatternDfa::match_forward(Root& root, const RunPlace& place, std::uint32_t begin, std::uint32_t& end) {
  return run<Direction::forward>(root, place, begin, place.within.end, end);
}

RunResult PatternDfa::match_backward(Root& root, const RunPlace& place, std::uint32_t end, std::uint32_t least, std::uint32_t& begin) {
  return run<Direction::backward>(root, place, end, least, begin);
}

// `at` tells the characters that stand ahead.
template <typename At>
bool PatternDfa::stands(const PatternRests::Literal& literal, const At& at) const {
  const char* wanted = programs_->literals.data() + literal.begin;
  for (std::uint32_t i = 0; i < literal.size; ++i) {
    const char c = at(i);
    if ((literal.any_case ? to_lower(c) : c) != wanted[i]) return false;
  }
  return true;
}

template <Direction direction>
RunResult PatternDfa::run(Root& root, const RunPlace& place, std::uint32_t pos, std::uint32_t limit, std::uint32_t& best) {
  constexpr bool kForward = direction == Direction::forward;
  if (root.given_back_ || off_) return RunResult::gave_up;
  const auto& [begin, edge] = kForward ? std::pair(place.within.begin, place.within.end) : std::pair(place.within.end, place.within.begin);
  const auto ahead = [&](std::uint32_t at) { return place.text[kForward ? at : at - 1]; };
  const auto behind = [&](std::uint32_t at) { return place.text[kForward ? at - 1 : at]; };

  ++tries_;
  const Behind before = pos == begin ? kEdge : behind_char(behind(pos));
  if (root.generation_ != generation_ || root.starts_.at(before) == kDead) enter(root, before);
  StateRef state = root.starts_.at(before);
  bool found = false;
  const auto accept = [&] {
    found = true;
    best = pos;
  };
  while (has_literal(state) || pos != limit) {
    if (has_literal(state)) {
      const State& here = states_[state_of(state)];
      const std::uint32_t size = here.literal.size;
      if ((kForward ? limit - pos : pos - limit) < size || !stands(here.literal, [&](std::uint32_t i) { return ahead(kForward ? pos + i : pos - i); }))
        return found ? RunResult::found : RunResult::none;
      if (here.next == kDead && !make_next(root, state)) return RunResult::gave_up;
      state = states_[state_of(state)].next;
      pos = kForward ? pos + size : pos - size;
      continue;
    }
    const Symbol symbol = static_cast<Symbol>(ahead(pos)) & 0x7FU;
    Step step = known_step(key(state, symbol));
    if (step.key == 0 && !make_step(root, state, symbol, step)) return RunResult::gave_up;
    if (step.accepted()) accept();
    state = step.state();
    if (state == kDead) return found ? RunResult::found : RunResult::none;
    pos = kForward ? pos + 1 : pos - 1;
  }
  const Symbol symbol = pos == edge                  ? PatternRests::kTextEnd
                        : is_word_char(ahead(pos)) ? PatternRests::kWordGoesOn
                                                   : PatternRests::kSignGoesOn;
  Step step = known_step(key(state, symbol));
  if (step.key == 0 && !make_step(root, state, symbol, step)) return RunResult::gave_up;
  if (step.accepted()) accept();
  return found ? RunResult::found : RunResult::none;
}

PatternDfa::Step PatternDfa::known_step(std::uint32_t key) const {
  const std::size_t mask = steps_.size() - 1;
  std::size_t slot = hash(key) & mask;
  while (steps_[slot].key != key && steps_[slot].key != 0) slot = (slot + 1) & mask;
  return steps_[slot];
}

// Makes the state that a run begins in.
void PatternDfa::enter(Root& root, Behind behind) {
  if (root.generation_ != generation_) {
    root.generation_ = generation_;
    root.starts_ = {};
    root.steps_ = 0;
  }
  if (steps_.empty()) steps_.resize(std::min(kFewestSteps, limits_.steps));
  next_.assign(1, rests_.whole(root.program_));
  root.starts_.at(behind) = add_state({.backward = root.backward_, .word_edges = root.word_edges_, .behind = behind});
}

// False: no more is made for this program.
bool PatternDfa::may_make(Root& root) {
  if (is_full()) {
    off_ = tries_ < limits_.tries;
    ++restarts_;
    forget();
    return false;
  }
  if (++root.steps_ > limits_.root_steps) root.given_back_ = true;
  return !root.given_back_;
}

// False: the run cannot go on.
bool PatternDfa::make_step(Root& root, StateRef from, Symbol symbol, Step& step) {
  if (!may_make(root)) return false;
  const State state = states_[state_of(from)];
  const PatternRests::Place place{state.backward, state.word_edges, state.behind == kWord, state.behind == kEdge, symbol};
  bool accepted = false;
  if (rests_.step(std::span(state_rests_).subspan(state.begin, state.count), place, next_, accepted) == PatternRests::Result::too_large) {
    root.given_back_ = true;
    return false;
  }
  StateRef to = kDead;
  if (!next_.empty()) to = add_state({.backward = state.backward, .word_edges = state.word_edges, .behind = behind_char(static_cast<char>(symbol))});
  step = {key(from, symbol), to << 1U | (accepted ? 1U : 0U)};
  add_step(step);
  return true;
}

// The state behind the literal of another.
bool PatternDfa::make_next(Root& root, StateRef from) {
  if (!may_make(root)) return false;
  const State state = states_[state_of(from)];
  next_.assign(1, state.literal.behind);
  const char last = programs_->literals[state.literal.begin + state.literal.size - 1];
  const StateRef next = add_state({.backward = state.backward, .word_edges = state.word_edges, .behind = behind_char(last)});
  states_[state_of(from)].next = next;
  return true;
}

std::uint32_t PatternDfa::hash_of(const State& state) const {
  std::uint32_t out = (state.backward ? 1U : 0U) | (state.word_edges ? 2U : 0U) | static_cast<std::uint32_t>(state.behind) << 2U;
  for (std::size_t i = 0; i < state.count; ++i) out = hash_with(out, state_rests_[state.begin + i]);
  return out;
}

// The state with the rests of `next_`, and what else is told by `like`.
PatternDfa::StateRef PatternDfa::add_state(const State& like) {
  State fresh = like;
  fresh.begin = static_cast<std::uint32_t>(state_rests_.size());
  fresh.count = static_cast<std::uint32_t>(next_.size());
  state_rests_.insert(state_rests_.end(), next_.begin(), next_.end());
  const std::uint32_t hashed = hash_of(fresh);
  const std::uint32_t known = ids_.find(hashed, [&](std::uint32_t id) {
    const State& state = states_[id];
    return state.count == fresh.count && state.backward == fresh.backward && state.word_edges == fresh.word_edges &&
           state.behind == fresh.behind && std::equal(next_.begin(), next_.end(), state_rests_.begin() + state.begin);
  });
  if (known != 0) {
    state_rests_.resize(fresh.begin);
    return ref(known, states_[known].literal.size != 0);
  }
  const auto id = static_cast<std::uint32_t>(states_.size());
  if (next_.size() == 1) fresh.literal = rests_.literal(next_.front());
  states_.push_back(fresh);
  ids_.add(hashed, id, [&](std::uint32_t other) { return hash_of(states_[other]); });
  return ref(id, fresh.literal.size != 0);
}

void PatternDfa::add_step(Step step) {
  const auto place = [&](Step placed) {
    const std::size_t mask = steps_.size() - 1;
    std::size_t slot = hash(placed.key) & mask;
    while (steps_[slot].key != 0) slot = (slot + 1) & mask;
    steps_[slot] = placed;
  };
  if (++step_count_ * 4 > steps_.size() * 3 && steps_.size() < limits_.steps) {
    std::vector<Step> before(steps_.size() * 2);
    before.swap(steps_);
    for (const Step& known : before) {
      if (known.key != 0) place(known);
    }
  }
  place(step);
}

}  // namespace careportal_lint
