// Where to try a pattern: at an anchor, a rare word (or sign) inside it, instead of at every character of a line.
//
// A pattern "before-part ANCHOR after-part" is tried only where one of the anchor's triggers stands: the part from the
// anchor on is matched forward, then the part before it backward. A pattern with alternatives that have nothing rare in
// common is taken apart: each alternative gets an anchor of its own.
#pragma once

#include <deque>
#include <vector>

#include "rules/pattern_triggers.h"

namespace careportal_lint {

struct PatternAnchor {
  Items before;       ///< what stands before the anchor, may be nothing
  Items after;        ///< the anchor and what follows it
  Triggers triggers;  ///< `after` begins with one of these
  Required required;  ///< what else must stand in the match; empty: nothing that is worth asking for
  /// No match holds a period, an exclamation or question mark, and none asks for line edges: it lies between two such signs.
  bool within_signs = false;
};

/// The anchors of a pattern. Together they find every match. The items point into the tree and into `made`.
struct PatternAnchors {
  std::vector<PatternAnchor> anchors;  ///< empty: the pattern must be tried everywhere
  std::deque<PatternNode> made;
};

/// `edges`: on which sides a match cannot begin or end inside a word. `root` must outlive the result.
PatternAnchors find_anchors(const PatternNode& root, PatternEdges edges);

}  // namespace careportal_lint
