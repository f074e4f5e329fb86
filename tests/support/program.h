// A pattern as a program of its own.
#pragma once

#include <string_view>

#include "rules/pattern_program.h"

namespace careportal_lint::test {

class Program {
 public:
  using Direction = ProgramBuilder::Direction;

  explicit Program(std::string_view pattern, Direction direction = Direction::forward, bool exact_case = false)
      : root_(builder_.add(parse_pattern(pattern, exact_case), direction)) {
    bits_.nodes = builder_.nodes();
    bits_.children = builder_.children();
    bits_.sets = builder_.sets();
    bits_.literals = builder_.literals();
    bits_.choices = builder_.choices();
  }
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  [[nodiscard]] const Programs& bits() const { return bits_; }
  [[nodiscard]] NodeId root() const { return root_; }
  [[nodiscard]] ProgramNode::Type type() const { return bits_.nodes[root_].type; }

 private:
  ProgramBuilder builder_;
  NodeId root_;
  Programs bits_;
};

}  // namespace careportal_lint::test
