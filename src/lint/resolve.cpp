#include "lint/resolve.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <memory_resource>
#include <string_view>

namespace careportal_lint {
namespace {

// A finding with this many bytes beside another one inside it speaks of more than that one.
constexpr std::uint32_t kMuchMore = 16;

bool holds_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !is_word_char(text[at - 1])) && (end == text.size() || !is_word_char(text[end]))) return true;
  }
  return false;
}

// `outer` says a doubled word once; what is wrong with the word itself is wrong still.
bool leaves_word(const Finding& outer, const Finding& inner) {
  if (outer.range.begin > inner.range.begin || outer.range.end < inner.range.end) return false;
  if (outer.range.size() != 2 * inner.range.size() + 1 || outer.suggestions.empty() || !outer.suggestions.front().text) return false;
  return outer.suggestions.front().safe && outer.suggestions.front().text->size() == inner.range.size();
}

// A misspelled word inside `outer` that is still there when `outer` has been dealt with.
bool leaves_misspelling(const Finding& outer, const std::string& category, const Finding& inner) {
  if (inner.misspelled.empty() || outer.range.size() <= inner.range.size()) return false;
  if (outer.range.begin > inner.range.begin || outer.range.end < inner.range.end) return false;
  if (category == "strengths") return true;
  const auto rewrite =
      std::find_if(outer.suggestions.begin(), outer.suggestions.end(), [](const Suggestion& s) { return s.text.has_value(); });
  return rewrite != outer.suggestions.end() && holds_word(*rewrite->text, inner.misspelled);
}

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

  // on the stack for a draft of the usual size
  std::array<std::byte, 4096> room{};
  std::pmr::monotonic_buffer_resource nodes(room.data(), room.size());
  std::pmr::multimap<std::uint32_t, std::size_t> taken(&nodes);  // by begin
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
      // advice on words that go away with what stands around them is no second problem
      const bool advice_inside = finding.severity == Severity::info && holds(winner.range, finding.range);
      const bool second_problem = holds(finding.range, winner.range) || (holds(winner.range, finding.range) && !advice_inside);
      free = (second_problem && categories[winner.rule] != categories[finding.rule]) ||
             leaves_misspelling(winner, categories[winner.rule], finding) ||
             leaves_misspelling(finding, categories[finding.rule], winner) || leaves_word(winner, finding) || leaves_word(finding, winner);
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
