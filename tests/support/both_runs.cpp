#include "support/both_runs.h"

#include "support/program.h"

namespace careportal_lint::test {
namespace {

class Runs {
 public:
  Runs(std::string_view pattern, bool exact_case, RunPlace place, RunCounts& counts, const PatternDfa::Limits& limits)
      : place_(place),
        counts_(counts),
        forward_(pattern, Program::Direction::forward, exact_case),
        backward_(pattern, Program::Direction::backward, exact_case),
        forward_dfa_(limits),
        backward_dfa_(limits) {
    forward_dfa_.serve(forward_.bits());
    backward_dfa_.serve(backward_.bits());
  }

  std::string compare() {
    const auto [begin, end] = place_.within;
    for (std::uint32_t pos = begin; pos <= end; ++pos) {
      std::string difference = go_forward(pos);
      for (const std::uint32_t least : {begin, begin + (pos - begin) / 2, pos}) {
        if (difference.empty()) difference = go_backward(pos, least);
      }
      if (!difference.empty()) return difference;
    }
    return {};
  }

 private:
  std::string go_forward(std::uint32_t pos) {
    std::uint32_t expected = 0;
    const RunResult result = match_forward(forward_.bits(), forward_.root(), place_, pos, expected, nullptr);
    for (int round = 0; round < 2; ++round) {
      std::uint32_t found = 0;
      const RunResult by_dfa = forward_dfa_.match_forward(forward_root_, place_, pos, found);
      if (!same(result, expected, by_dfa, found)) return told("forward from", pos, result, expected, by_dfa, found);
    }
    return {};
  }

  std::string go_backward(std::uint32_t pos, std::uint32_t least) {
    std::uint32_t expected = 0;
    const RunResult result = match_backward(backward_.bits(), backward_.root(), place_, pos, least, expected);
    for (int round = 0; round < 2; ++round) {
      std::uint32_t found = 0;
      const RunResult by_dfa = backward_dfa_.match_backward(backward_root_, place_, pos, least, found);
      if (!same(result, expected, by_dfa, found))
        return told("to " + std::to_string(least) + " back from", pos, result, expected, by_dfa, found);
    }
    return {};
  }

  bool same(RunResult result, std::uint32_t expected, RunResult by_dfa, std::uint32_t found) {
    if (by_dfa == RunResult::gave_up) {
      ++counts_.given_back;
      return true;
    }
    if (by_dfa == RunResult::found) ++counts_.found;
    return result == RunResult::gave_up || (result == by_dfa && (result == RunResult::none || expected == found));
  }

  static std::string told(const std::string& run, std::uint32_t pos, RunResult result, std::uint32_t expected, RunResult by_dfa,
                          std::uint32_t found) {
    const auto at = [](RunResult of, std::uint32_t place) {
      return of == RunResult::found ? std::to_string(place) : std::string("nowhere");
    };
    return run + " " + std::to_string(pos) + ": " + at(by_dfa, found) + ", not " + at(result, expected);
  }

  RunPlace place_;
  RunCounts& counts_;
  Program forward_;
  Program backward_;
  PatternDfa forward_dfa_;
  PatternDfa backward_dfa_;
  PatternDfa::Root forward_root_{forward_.root(), Program::Direction::forward, place_.word_edges};
  PatternDfa::Root backward_root_{backward_.root(), Program::Direction::backward, place_.word_edges};
};

}  // namespace

std::string compare_runs(std::string_view pattern, bool exact_case, bool word_edges, std::string_view text, Range within, RunCounts& counts,
                         const PatternDfa::Limits& limits) {
  try {
    return Runs(pattern, exact_case, {text, within, word_edges}, counts, limits).compare();
  } catch (const UnsupportedPattern&) {
    return {};
  }
}

}  // namespace careportal_lint::test
