// What is left to match of a program, as small numbers.
//
// In the middle of a match a program has a rest: of a literal the characters not yet read, of a sequence its next
// children, of a repetition the rounds not yet done; and behind these the rest of what is around them. Equal rests have the
// same number, whichever pattern they come from: forty patterns that end in the same vocabulary share its rests.
//
// `step` tells what may be left once one more character is read (the partial derivatives of Antimirov). A part of a program
// is looked into only when a character that it can begin with comes, so that a list of a thousand words costs nothing
// before the few of them that go on with that letter.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "rules/hashed_ids.h"
#include "rules/pattern_program.h"

namespace careportal_lint {

using RestId = std::uint32_t;

/// Nothing is left: what was read so far is a match.
inline constexpr RestId kNothingLeft = 0;

class PatternRests {
 public:
  /// A character, or why there is none.
  using Symbol = std::uint8_t;
  static constexpr Symbol kTextEnd = 128;     ///< nothing stands there
  static constexpr Symbol kWordGoesOn = 129;  ///< the run ends here, but a word character stands there
  static constexpr Symbol kSignGoesOn = 130;  ///< the same with another character

  /// What stands on both sides of the place that a step is made from, in the direction of the run.
  struct Place {
    bool backward = false;    ///< the run goes to the begin of the text
    bool word_edges = false;  ///< a match may not end inside a word
    bool word_behind = false;
    bool edge_behind = false;  ///< nothing stands behind: the run began at the edge of the text
    Symbol ahead = kTextEnd;
  };

  /// Forgets all and begins with these programs, which must outlive what is asked next.
  void serve(const Programs& programs);
  /// Forgets all.
  void clear();

  /// All of a program is left.
  RestId whole(NodeId program) { return add(program, 0, kNothingLeft); }

  /// Characters that must come next, if a literal does.
  struct Literal {
    std::uint32_t begin = 0;  ///< into the literals of the programs
    std::uint32_t size = 0;   ///< 0: no literal comes next
    bool any_case = false;
    RestId behind = kNothingLeft;  ///< what is left behind it
  };
  /// At most `longest` characters.
  Literal literal(RestId rest, std::uint32_t longest);

  enum class Result : std::uint8_t { made, too_large };
  /// Reads `place.ahead` where one of `from` is left: `next` is what may be left then, sorted; `accepted` tells that a match
  /// ends before that character. too_large: it would take too long to find out.
  Result step(std::span<const RestId> from, const Place& place, std::vector<RestId>& next, bool& accepted);

  [[nodiscard]] std::size_t size() const { return rests_.size(); }
  [[nodiscard]] std::size_t bytes() const;

 private:
  struct Rest {
    NodeId node;
    std::uint32_t done;  // characters of a literal, children of a sequence, rounds of a repetition
    RestId up;           // what is left behind it
    friend bool operator==(const Rest&, const Rest&) = default;
  };

  RestId add(NodeId node, std::uint32_t done, RestId up);
  [[nodiscard]] static std::uint32_t hash(const Rest& rest);

  void go_on(RestId rest);
  void enter(NodeId node, RestId up);
  void read_literal(NodeId id, std::uint32_t done, RestId up);
  void next_child(NodeId id, std::uint32_t done, RestId up);
  void next_round(NodeId id, std::uint32_t done, RestId up);
  void leave(RestId rest);
  [[nodiscard]] bool can_begin(const ProgramNode& node) const;
  [[nodiscard]] bool holds(ProgramNode::Type assertion) const;

  const Programs* programs_ = nullptr;
  std::vector<Rest> rests_;  // [kNothingLeft] is no rest
  HashedIds ids_;
  // by rest: the last step that went on with it, or left it
  std::vector<std::uint32_t> gone_on_;
  std::vector<std::uint32_t> left_;
  // of the step being made
  std::uint32_t number_ = 0;
  Place place_;
  bool word_ahead_ = false;
  bool accepted_ = false;
  std::vector<RestId>* next_ = nullptr;
  std::uint32_t work_ = 0;
  std::uint32_t depth_ = 0;
};

}  // namespace careportal_lint
