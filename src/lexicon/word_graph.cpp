#include "lexicon/word_graph.h"

#include <algorithm>
#include <map>

namespace careportal_lint {
namespace {

bool is_spellable(const std::string& word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '\''; });
}

// Sorted words one by one; a place whose words are complete is shared with an equal one made before.
class Builder {
 public:
  void add(const std::string& word) {
    std::size_t same = 0;
    while (same < path_.size() && same < word.size() && path_[same].letter == word[same]) ++same;
    finish(same);
    for (std::size_t i = same; i < word.size(); ++i) path_.push_back({word[i], false, {}});
    path_.back().ends_word = true;
  }

  std::vector<std::uint32_t> take() {
    finish(0);
    const std::uint32_t start = share(std::move(first_));
    edges_[0] = start;
    return std::move(edges_);
  }

 private:
  struct Step {
    char letter;
    bool ends_word;
    std::vector<std::uint32_t> after;  ///< finished edges of the letters after this one, the last one not yet marked
  };

  void finish(std::size_t length) {
    while (path_.size() > length) {
      Step step = std::move(path_.back());
      path_.pop_back();
      const std::uint32_t next = share(std::move(step.after));
      std::vector<std::uint32_t>& siblings = path_.empty() ? first_ : path_.back().after;
      siblings.push_back(WordGraph::Edge(step.letter, step.ends_word, false, next).bits());
    }
  }

  std::uint32_t share(std::vector<std::uint32_t> siblings) {
    if (siblings.empty()) return 0;
    const WordGraph::Edge last(siblings.back());
    siblings.back() = WordGraph::Edge(last.letter(), last.ends_word(), true, last.next()).bits();
    const auto [known, made] = places_.emplace(std::move(siblings), static_cast<std::uint32_t>(edges_.size()));
    if (made) edges_.insert(edges_.end(), known->first.begin(), known->first.end());
    return known->second;
  }

  std::vector<Step> path_;
  std::vector<std::uint32_t> first_;
  std::map<std::vector<std::uint32_t>, std::uint32_t> places_;
  std::vector<std::uint32_t> edges_{0};  // the first entry tells where the walk starts
};

}  // namespace

bool WordGraph::contains(std::string_view lower) const {
  bool ends_word = false;
  std::uint32_t at = start();
  for (const char c : lower) {
    if (at == 0) return false;
    while (edge(at).letter() != c && !edge(at).last()) ++at;
    if (edge(at).letter() != c) return false;
    ends_word = edge(at).ends_word();
    at = edge(at).next();
  }
  return ends_word;
}

std::vector<std::uint32_t> build_word_graph(std::vector<std::string> words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  Builder builder;
  for (const std::string& word : words) {
    if (is_spellable(word)) builder.add(word);
  }
  return builder.take();
}

}  // namespace careportal_lint
