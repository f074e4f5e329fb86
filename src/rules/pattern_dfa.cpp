#include "rules/pattern_dfa.h"

#include <algorithm>
#include <span>

#include "text/document.h"

namespace careportal_lint {
namespace {

using Direction = ProgramBuilder::Direction;

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
  states_.assign(2, {});
  meanings_.assign(2, {});
  state_rests_.clear();
  ids_.clear();
  rows_.clear();
}

std::size_t PatternDfa::bytes() const {
  return rests_.bytes() + ids_.bytes() + states_.capacity() * sizeof(DfaState) + meanings_.capacity() * sizeof(Meaning) +
         state_rests_.capacity() * sizeof(RestId) + rows_.capacity() * sizeof(rows_.front());
}

bool PatternDfa::is_full() const {
  return rests_.size() > limits_.rests || states_.size() > limits_.states || state_rests_.size() > limits_.state_rests ||
         rows_.size() > limits_.rows;
}

RunResult PatternDfa::match_forward(Root& root, const RunPlace& place, std::uint32_t begin, std::uint32_t& end) {
  return run<Direction::forward>(root, place, begin, place.within.end, end);
}

RunResult PatternDfa::match_backward(Root& root, const RunPlace& place, std::uint32_t end, std::uint32_t least, std::uint32_t& begin) {
  return run<Direction::backward>(root, place, end, least, begin);
}

// `at` tells the characters that stand ahead.
template <typename At>
bool PatternDfa::stands(const DfaLiteral& literal, const At& at) {
  for (std::uint32_t i = 0; i < literal.size; ++i) {
    const char c = at(i);
    if ((literal.any_case ? to_lower(c) : c) != literal.text[i]) return false;
  }
  return true;
}

template <Direction direction>
RunResult PatternDfa::run(Root& root, const RunPlace& place, std::uint32_t pos, std::uint32_t limit, std::uint32_t& best) {
  constexpr bool kForward = direction == Direction::forward;
  if (root.given_back_ || off_) return RunResult::gave_up;
  const std::uint32_t edge_behind = kForward ? place.within.begin : place.within.end;
  const std::uint32_t edge_ahead = kForward ? place.within.end : place.within.begin;
  const auto moved = [](std::uint32_t at, std::uint32_t by) { return kForward ? at + by : at - by; };
  const auto ahead = [&](std::uint32_t at) { return place.text[kForward ? at : at - 1]; };

  ++tries_;
  const Behind behind = pos == edge_behind ? kEdge : behind_char(place.text[kForward ? pos - 1 : pos]);
  if (root.generation_ != generation_ || root.starts_[behind] == kUnknownState) enter(root, behind);
  StateId state = root.starts_[behind];
  RunResult result = RunResult::none;
  for (;;) {
    if (const DfaLiteral* literal = std::get_if<DfaLiteral>(&states_[state])) {
      const std::uint32_t left = kForward ? limit - pos : pos - limit;
      if (left < literal->size || !stands(*literal, [&](std::uint32_t i) { return ahead(moved(pos, i)); })) return result;
      pos = moved(pos, literal->size);
      state = literal->next != kUnknownState ? literal->next : make_next(root, state);
      if (state == kUnknownState) return RunResult::gave_up;
      continue;
    }
    const bool ends = pos == limit;
    const Symbol symbol = !ends                      ? static_cast<Symbol>(ahead(pos)) & 0x7FU
                          : pos == edge_ahead        ? PatternRests::kTextEnd
                          : is_word_char(ahead(pos)) ? PatternRests::kWordGoesOn
                                                     : PatternRests::kSignGoesOn;
    DfaStep next = step(state, symbol);
    if (next.state() == kUnknownState) next = make_step(root, state, symbol);
    if (next.state() == kUnknownState) return RunResult::gave_up;
    if (next.accepted()) {
      result = RunResult::found;
      best = pos;
    }
    state = next.state();
    if (state == kDeadState || ends) return result;
    pos = moved(pos, 1);
  }
}

DfaStep PatternDfa::step(StateId from, Symbol symbol) const {
  const auto* few = std::get_if<FewDfaSteps>(&states_[from]);
  if (few == nullptr) return rows_[std::get<DfaRow>(states_[from]).number][symbol];
  for (std::size_t i = 0; i < few->count; ++i) {
    if (few->symbols[i] == symbol) return few->steps[i];
  }
  return {};
}

// ---- making states and steps

// Makes the state that a run begins in.
void PatternDfa::enter(Root& root, Behind behind) {
  if (root.generation_ != generation_) {
    root.generation_ = generation_;
    root.starts_ = {};
    root.steps_ = 0;
  }
  next_.assign(1, rests_.whole(root.program_));
  root.starts_[behind] = add_state({root.backward_, root.word_edges_, behind});
}

// False: no more is made for this program, the run cannot go on.
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

DfaStep PatternDfa::make_step(Root& root, StateId from, Symbol symbol) {
  if (!may_make(root)) return {};
  const Meaning meaning = meanings_[from];
  const Surroundings& around = meaning.around;
  const PatternRests::Place place{around.backward, around.word_edges, around.behind == kWord, around.behind == kEdge, symbol};
  const auto rests = std::span(state_rests_).subspan(meaning.begin, meaning.count);
  bool accepted = false;
  if (rests_.step(rests, place, next_, accepted) == PatternRests::Result::too_large) {
    root.given_back_ = true;
    return {};
  }
  StateId to = kDeadState;
  if (!next_.empty()) to = add_state({around.backward, around.word_edges, behind_char(static_cast<char>(symbol))});
  const DfaStep made = DfaStep::make(to, accepted);
  add_step(from, symbol, made);
  return made;
}

// The state behind the literal of another.
PatternDfa::StateId PatternDfa::make_next(Root& root, StateId from) {
  if (!may_make(root)) return kUnknownState;
  const Meaning meaning = meanings_[from];
  auto& literal = std::get<DfaLiteral>(states_[from]);
  const char last = literal.text[literal.size - 1U];
  next_.assign(1, rests_.literal(state_rests_[meaning.begin], DfaLiteral::kLongest).behind);
  const StateId next = add_state({meaning.around.backward, meaning.around.word_edges, behind_char(last)});
  std::get<DfaLiteral>(states_[from]).next = next;
  return next;
}

void PatternDfa::add_step(StateId from, Symbol symbol, DfaStep step) {
  if (auto* few = std::get_if<FewDfaSteps>(&states_[from])) {
    if (few->count < FewDfaSteps::kMost) {
      few->symbols[few->count] = symbol;
      few->steps[few->count++] = step;
      return;
    }
    auto& row = rows_.emplace_back();
    for (std::size_t i = 0; i < FewDfaSteps::kMost; ++i) row[few->symbols[i]] = few->steps[i];
    states_[from] = DfaRow{static_cast<std::uint32_t>(rows_.size() - 1)};
  }
  rows_[std::get<DfaRow>(states_[from]).number][symbol] = step;
}

std::uint32_t PatternDfa::hash_of(const Meaning& meaning) const {
  const Surroundings& around = meaning.around;
  std::uint32_t out = (around.backward ? 1U : 0U) | (around.word_edges ? 2U : 0U) | static_cast<std::uint32_t>(around.behind) << 2U;
  for (std::size_t i = 0; i < meaning.count; ++i) out = hash_with(out, state_rests_[meaning.begin + i]);
  return out;
}

// The state in which `next_` may be left.
PatternDfa::StateId PatternDfa::add_state(const Surroundings& around) {
  const Meaning fresh{static_cast<std::uint32_t>(state_rests_.size()), static_cast<std::uint32_t>(next_.size()), around};
  state_rests_.insert(state_rests_.end(), next_.begin(), next_.end());
  const std::uint32_t hash = hash_of(fresh);
  const StateId known = ids_.find(hash, [&](StateId id) {
    const Meaning& meaning = meanings_[id];
    return meaning.count == fresh.count && meaning.around == around &&
           std::equal(next_.begin(), next_.end(), state_rests_.begin() + meaning.begin);
  });
  if (known != 0) {
    state_rests_.resize(fresh.begin);
    return known;
  }
  const auto id = static_cast<StateId>(states_.size());
  meanings_.push_back(fresh);
  states_.push_back(next_.size() == 1 ? literal(rests_.literal(next_.front(), DfaLiteral::kLongest)) : FewDfaSteps());
  ids_.add(hash, id, [&](StateId other) { return hash_of(meanings_[other]); });
  return id;
}

DfaState PatternDfa::literal(const PatternRests::Literal& literal) const {
  if (literal.size == 0) return FewDfaSteps();
  DfaLiteral state{static_cast<std::uint8_t>(literal.size), literal.any_case, kUnknownState, {}};
  const auto text = programs_->literals.subspan(literal.begin, literal.size);
  std::copy(text.begin(), text.end(), state.text.begin());
  return state;
}

}  // namespace careportal_lint
