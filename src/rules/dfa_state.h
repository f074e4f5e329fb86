// The states of an automaton, and the steps between them.
//
// Few symbols lead on from most states. Two states fill a line of the processor's cache: in bulk work it is the way to the
// memory that takes time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <variant>

namespace careportal_lint {

using DfaStateId = std::uint32_t;
inline constexpr DfaStateId kUnknownState = 0;  ///< the step that leads there is not yet made
inline constexpr DfaStateId kDeadState = 1;     ///< nothing matches any more

/// Where a step leads, and whether a match ends before it.
struct DfaStep {
  std::uint32_t bits = 0;
  static DfaStep make(DfaStateId state, bool accepted) { return {state << 1U | (accepted ? 1U : 0U)}; }
  [[nodiscard]] DfaStateId state() const { return bits >> 1U; }
  [[nodiscard]] bool accepted() const { return (bits & 1U) != 0; }
};

/// The steps made so far, by the symbol that they are made over.
struct FewDfaSteps {
  static constexpr std::size_t kMost = 5;
  std::uint8_t count = 0;
  std::array<std::uint8_t, kMost> symbols{};
  std::array<DfaStep, kMost> steps{};
};

/// The same for states with more of them: a row by symbol.
struct DfaRow {
  std::uint32_t number = 0;
};

/// Only these characters lead on: they are compared, and take no states of their own.
struct DfaLiteral {
  static constexpr std::size_t kLongest = 20;
  std::uint8_t size = 0;
  bool any_case = false;
  DfaStateId next = kUnknownState;
  std::array<char, kLongest> text{};
};

using DfaState = std::variant<FewDfaSteps, DfaRow, DfaLiteral>;
static_assert(sizeof(DfaState) == 32);

}  // namespace careportal_lint
