// Runs programs as deterministic automata that are made while they run.
//
// In bulk work the same few thousand programs are tried again and again at the same kind of words, and nearly all tries
// fail after a few characters. The backtracker (pattern_run.h) finds its way through a program's nodes at each try anew.
// Here a state stands for all that may be left of a program after what was read (pattern_rests.h); the step from a state
// over a character is found once, and from then on a look into a table: a try costs about ten instructions for a character.
//
// A state also knows what stands behind it (a word character, the edge of the text), as `\b`, `^`, `$` and the edges of
// words need that; what stands ahead is the character of the step. So whether a match ends somewhere is known by the step
// that leaves the place. All programs share one set of states: those that end alike come to the same states.
//
// States and steps are made when they are first reached, and kept. Making one costs about as much as the backtracker takes
// for a whole try, therefore:
//  - programs that are not tried often are better left to the backtracker: it is the caller who counts the tries;
//  - a program that would need too many states (counted repetitions side by side) is given back for good;
//  - when the memory is used up all is forgotten, and where that happens too often nothing is run here any more.
// "Given back" means RunResult::gave_up: the backtracker has the answer then. The answers are the same.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "rules/dfa_state.h"
#include "rules/hashed_ids.h"
#include "rules/pattern_program.h"
#include "rules/pattern_rests.h"
#include "rules/pattern_run.h"
#include "text/document.h"

namespace careportal_lint {

/// The automata of one thread for the programs of one rule image.
class PatternDfa {
 public:
  /// How much is kept.
  struct Limits {
    std::size_t rests = std::size_t{1} << 17U;
    std::size_t states = std::size_t{1} << 16U;
    std::size_t state_rests = std::size_t{1} << 17U;
    std::size_t rows = std::size_t{1} << 12U;  ///< of states with many steps
    std::size_t root_steps = 4'000;            ///< of one program; more: it is given back
    std::size_t tries = 100'000;               ///< that a memory full of steps must serve
  };

  /// A program to be run, in its direction.
  class Root {
   public:
    Root() = default;
    Root(NodeId program, ProgramBuilder::Direction direction, bool word_edges)
        : program_(program), backward_(direction == ProgramBuilder::Direction::backward), word_edges_(word_edges) {}

   private:
    friend class PatternDfa;
    NodeId program_ = kNoNode;
    bool backward_ = false;
    bool word_edges_ = false;
    bool given_back_ = false;
    std::uint32_t generation_ = 0;              // of `starts_`; 0: never entered
    std::array<std::uint32_t, 3> starts_ = {};  // states, by what stands behind the begin
    std::uint32_t steps_ = 0;                   // made for this program
  };

  PatternDfa() : PatternDfa(Limits()) {}
  explicit PatternDfa(const Limits& limits) : limits_(limits) {}

  /// Forgets all and runs these programs from now on. Roots made before must not be used again.
  void serve(const Programs& programs);

  /// The longest match of a forward root that begins at `begin`, as `careportal_lint::match_forward` finds it with
  /// place.word_edges of the root.
  RunResult match_forward(Root& root, const RunPlace& place, std::uint32_t begin, std::uint32_t& end);

  /// The longest match of a backward root that ends at `end` and begins at or after `least`.
  RunResult match_backward(Root& root, const RunPlace& place, std::uint32_t end, std::uint32_t least, std::uint32_t& begin);

  [[nodiscard]] std::size_t states() const { return states_.size(); }
  [[nodiscard]] std::size_t bytes() const;
  /// How often all was forgotten.
  [[nodiscard]] std::size_t restarts() const { return restarts_; }

 private:
  using Symbol = PatternRests::Symbol;
  using StateId = DfaStateId;
  static constexpr std::size_t kSymbols = 131;

  // What stands behind the place of a state, in the direction of the run.
  enum Behind : std::uint8_t { kSign, kWord, kEdge };
  struct Surroundings {
    bool backward = false;
    bool word_edges = false;
    Behind behind = kSign;
    friend bool operator==(const Surroundings&, const Surroundings&) = default;
  };
  // What a state stands for.
  struct Meaning {
    std::uint32_t begin = 0;  // of what may be left, in state_rests_
    std::uint32_t count = 0;
    Surroundings around;
  };

  static Behind behind_char(char c) { return is_word_char(c) ? kWord : kSign; }
  template <typename At>
  static bool stands(const DfaLiteral& literal, const At& at);
  template <ProgramBuilder::Direction direction>
  RunResult run(Root& root, const RunPlace& place, std::uint32_t pos, std::uint32_t limit, std::uint32_t& best);
  void enter(Root& root, Behind behind);
  [[nodiscard]] DfaStep step(StateId from, Symbol symbol) const;
  [[nodiscard]] bool may_make(Root& root);
  DfaStep make_step(Root& root, StateId from, Symbol symbol);
  StateId make_next(Root& root, StateId from);
  void add_step(StateId from, Symbol symbol, DfaStep step);
  StateId add_state(const Surroundings& around);
  [[nodiscard]] DfaState literal(const PatternRests::Literal& literal) const;
  void forget();
  [[nodiscard]] bool is_full() const;
  [[nodiscard]] std::uint32_t hash_of(const Meaning& meaning) const;

  Limits limits_;
  const Programs* programs_ = nullptr;
  bool off_ = false;
  std::uint32_t generation_ = 0;
  std::size_t restarts_ = 0;
  std::size_t tries_ = 0;  // since all was forgotten
  PatternRests rests_;
  std::vector<DfaState> states_;
  std::vector<Meaning> meanings_;  // by state
  std::vector<RestId> state_rests_;
  HashedIds ids_;  // of states by their meaning
  std::vector<std::array<DfaStep, kSymbols>> rows_;
  std::vector<RestId> next_;  // what may be left in the state being made
};

}  // namespace careportal_lint
