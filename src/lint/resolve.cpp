#include "lint/resolve.h"

#include <algorithm>
#include <array>
#include <map>

namespace careportal_lint {
namespace {

// A finding with this many bytes beside another one inside it speaks of more than that one.
constexpr std::uint32_t kMuchMore = 16;

}  // namespace

int category_rank(const std::string& category) {
  constexpr auto kOrder =
      std::to_array<std::string_view>({"confidentiality", "cash", "details", "strengths", "jargon", "credibility", "connection"});
  return static_cast<int>(std::find(kOrder.begin(), kOrder.end(), category) - kOrder.begin());
}

void resolve_overlaps(std::vector<Finding>& findings, const std::vector<std::string>& categories) {
  std::vector<std::size_t> order(findings.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto wins = [&](std::size_t left, std::size_t right) {
    const Finding& a = findings[left];
    const Finding& b = findings[right];
    if (a.severity != b.severity) return a.severity > b.severity;
    if (a.priority != b.priority) return a.priority > b.priority;
    const int rank_a = category_rank(categories[a.rule]);
    const int rank_b = category_rank(categories[b.rule]);
    if (rank_a != rank_b) return rank_a < rank_b;
    if (a.range.size() != b.range.size()) return a.range.size() > b.range.size();
    if (a.range.begin != b.range.begin) return a.range.begin < b.range.begin;
    return a.rule < b.rule;
  };
  std::stable_sort(order.begin(), order.end(), wins);

  std::multimap<std::uint32_t, std::size_t> taken;  // by begin
  std::uint32_t longest = 0;
  std::vector<bool> keep(findings.size(), false);
  for (const std::size_t i : order) {
    const Finding& finding = findings[i];
    if (finding.whole_draft) {
      keep[i] = true;
      continue;
    }
    bool free = true;
    const std::uint32_t from = finding.range.begin > longest ? finding.range.begin - longest : 0;
    for (auto other = taken.lower_bound(from); free && other != taken.end() && other->first < finding.range.end; ++other) {
      const Finding& winner = findings[other->second];
      if (!winner.range.overlaps(finding.range)) continue;
      const auto holds = [](Range outer, Range inner) {
        return outer.begin <= inner.begin && inner.end <= outer.end && outer.size() >= inner.size() + kMuchMore;
      };
      const bool second_problem = holds(finding.range, winner.range) || holds(winner.range, finding.range);
      free = second_problem && categories[winner.rule] != categories[finding.rule];
    }
    if (!free) continue;
    keep[i] = true;
    taken.emplace(finding.range.begin, i);
    longest = std::max(longest, finding.range.size());
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (!keep[i]) continue;
    if (kept != i) findings[kept] = std::move(findings[i]);
    ++kept;
  }
  findings.resize(kept);
}

}  // namespace careportal_lint
