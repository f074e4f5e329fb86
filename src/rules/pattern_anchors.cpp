#include "rules/pattern_anchors.h"

#include <algorithm>
#include <optional>

namespace careportal_lint {
namespace {

// An anchor that stands less often than this is good enough; alternatives are not taken apart.
constexpr int kGoodCost = 60;
// An anchor as common as this is worse than trying the pattern everywhere.
constexpr int kUselessCost = 50'000;
constexpr int kDeepest = 3;
constexpr std::size_t kMostSplits = 200;
constexpr std::size_t kMostAnchors = 300;

bool stays_within_signs(const PatternNode& node) {
  if (node.is_line_edge()) return false;
  if (node.type == PatternNode::Type::chars) return !node.chars.test('.') && !node.chars.test('!') && !node.chars.test('?');
  return std::all_of(node.children.begin(), node.children.end(), stays_within_signs);
}

class Splitter {
 public:
  Splitter(PatternEdges edges, std::deque<PatternNode>& made) : edges_(edges), made_(made) {}

  struct Plan {
    std::vector<PatternAnchor> anchors;
    int cost = kNeverCheap;
  };

  Plan plan(const Items& items, int depth) {
    ++splits_;
    Plan best = direct(items);
    if (best.cost <= kGoodCost || depth >= kDeepest) return best;
    for (std::size_t i = 0; i < items.size() && splits_ < kMostSplits; ++i) {
      if (items[i]->type != PatternNode::Type::alternate) continue;
      const std::size_t made = made_.size();
      Plan apart = take_apart(items, i, depth, best.cost);
      // more anchors cost something, too
      if (apart.cost < best.cost - best.cost / 4) {
        best = std::move(apart);
      } else {
        made_.resize(made);
      }
    }
    return best;
  }

 private:
  // One anchor for all.
  Plan direct(const Items& items) const {
    Plan out;
    std::size_t place = 0;
    Triggers triggers;
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (!begins_word(items, i, edges_.begin)) {
        if (items[i]->type != PatternNode::Type::chars) continue;
        // a sign is found wherever it stands
        Triggers signs = find_beginning({items[i]}, 0, false);
        if (signs.empty() || signs.front().type != Trigger::Type::sign || cost(signs) >= out.cost) continue;
        out.cost = cost(signs);
        triggers = std::move(signs);
        place = i;
        continue;
      }
      Triggers candidates = find_beginning(items, i, edges_.end);
      const int price = cost(candidates);
      if (candidates.empty() || price >= out.cost) continue;
      out.cost = price;
      triggers = std::move(candidates);
      place = i;
    }
    if (out.cost >= kUselessCost) return {};
    PatternAnchor anchor;
    const auto middle = items.begin() + static_cast<std::ptrdiff_t>(place);
    anchor.before.assign(items.begin(), middle);
    anchor.after.assign(middle, items.end());
    anchor.within_signs = std::all_of(items.begin(), items.end(), [](const PatternNode* item) { return stays_within_signs(*item); });
    anchor.triggers = std::move(triggers);
    out.anchors.push_back(std::move(anchor));
    return out;
  }

  // An anchor for each alternative of item `i` that is common, and one for all that are rare.
  Plan take_apart(const Items& items, std::size_t i, int depth, int limit) {
    Plan out;
    out.cost = 0;
    PatternNode rare;
    rare.type = PatternNode::Type::alternate;
    const bool begins = begins_word(items, i, edges_.begin);
    for (const PatternNode& child : items[i]->children) {
      if (begins && cost(find_beginning(with(items, i, child), i, edges_.end)) <= 8) {
        rare.children.push_back(child);
        continue;
      }
      if (splits_ >= kMostSplits || !add(plan(with(items, i, child), depth + 1), out, limit)) return {};
    }
    if (!rare.children.empty()) {
      made_.push_back(std::move(rare));
      if (!add(plan(with(items, i, made_.back()), kDeepest), out, limit)) return {};
    }
    return out;
  }

  static bool add(Plan part, Plan& out, int limit) {
    if (part.cost >= kNeverCheap || out.anchors.size() + part.anchors.size() > kMostAnchors) return false;
    out.cost += part.cost + 1;
    for (PatternAnchor& anchor : part.anchors) out.anchors.push_back(std::move(anchor));
    return out.cost < limit;
  }

  static Items with(const Items& items, std::size_t i, const PatternNode& other) {
    Items out(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(i));
    const Items more = items_of(other);
    out.insert(out.end(), more.begin(), more.end());
    out.insert(out.end(), items.begin() + static_cast<std::ptrdiff_t>(i) + 1, items.end());
    return out;
  }

  PatternEdges edges_;
  std::deque<PatternNode>& made_;
  std::size_t splits_ = 0;
};

}  // namespace

PatternAnchors find_anchors(const PatternNode& root, PatternEdges edges) {
  PatternAnchors out;
  out.anchors = Splitter(edges, out.made).plan(items_of(root), 0).anchors;
  for (PatternAnchor& anchor : out.anchors) {
    Items all = anchor.before;
    all.insert(all.end(), anchor.after.begin(), anchor.after.end());
    for (Triggers& set : find_required(all, edges)) {
      const bool implied = std::includes(set.begin(), set.end(), anchor.triggers.begin(), anchor.triggers.end());
      if (!implied) anchor.required.push_back(std::move(set));
    }
  }
  return out;
}

}  // namespace careportal_lint
