#include "rules/phrase_trie.h"

#include <algorithm>
#include <utility>

namespace careportal_lint {

std::uint32_t PhraseTrie::step(std::uint32_t node, std::uint32_t key) {
  const auto [entry, is_new] = steps_[node].emplace(key, static_cast<std::uint32_t>(steps_.size()));
  const std::uint32_t next = entry->second;
  if (is_new) steps_.emplace_back();
  return next;
}

PhraseTrie::Flat PhraseTrie::flat(std::size_t words) const {
  std::vector<std::vector<TrieStep>> sorted(steps_.size());
  for (std::size_t node = 0; node < steps_.size(); ++node) {
    for (const auto& [key, next] : steps_[node]) sorted[node].push_back({key, next});
    std::sort(sorted[node].begin(), sorted[node].end(), [](const TrieStep& a, const TrieStep& b) { return a.key < b.key; });
  }
  // a node, then all that follows it
  Flat out;
  out.number.resize(steps_.size());
  std::vector<std::uint32_t> order;
  std::vector<std::uint32_t> stack = {0};
  while (!stack.empty()) {
    const std::uint32_t node = stack.back();
    stack.pop_back();
    out.number[node] = static_cast<std::uint32_t>(order.size());
    order.push_back(node);
    for (auto step = sorted[node].rbegin(); step != sorted[node].rend(); ++step) stack.push_back(step->node);
  }
  out.roots.assign(words, 0);
  for (const TrieStep& step : sorted[0]) out.roots[step.key] = out.number[step.node];
  sorted[0].clear();
  for (const std::uint32_t node : order) {
    out.steps_begin.push_back(static_cast<std::uint32_t>(out.steps.size()));
    for (const TrieStep& step : sorted[node]) out.steps.push_back({step.key, out.number[step.node]});
  }
  out.steps_begin.push_back(static_cast<std::uint32_t>(out.steps.size()));
  return out;
}

}  // namespace careportal_lint
