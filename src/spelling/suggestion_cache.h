// Remembers what was suggested for a word: in an archive of drafts the same slips come again and again.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace careportal_lint {

/// Holds at most 2 x kGeneration words; safe to use from several threads.
class SuggestionCache {
 public:
  static constexpr std::size_t kGeneration = 1024;

  /// The remembered suggestions for `word`, or else those that `find()` returns, which are remembered. `find` runs
  /// outside of the lock.
  template <typename Find>
  std::vector<std::string> get(const std::string& word, const Find& find) {
    {
      const std::lock_guard lock(mutex_);
      if (const auto found = recent_.find(word); found != recent_.end()) return found->second;
      if (const auto found = older_.find(word); found != older_.end()) {
        std::vector<std::string> suggestions = std::move(found->second);
        older_.erase(found);
        return remember(word, std::move(suggestions));
      }
    }
    std::vector<std::string> suggestions = find();
    const std::lock_guard lock(mutex_);
    return remember(word, std::move(suggestions));
  }

  [[nodiscard]] std::size_t size() const {
    const std::lock_guard lock(mutex_);
    return recent_.size() + older_.size();
  }

 private:
  using Words = std::unordered_map<std::string, std::vector<std::string>>;

  // What was not asked for while a whole generation of other words was is forgotten.
  const std::vector<std::string>& remember(const std::string& word, std::vector<std::string> suggestions) {
    if (recent_.size() >= kGeneration) {
      older_ = std::move(recent_);
      recent_.clear();
    }
    return recent_.insert_or_assign(word, std::move(suggestions)).first->second;
  }

  mutable std::mutex mutex_;
  Words recent_;
  Words older_;
};

}  // namespace careportal_lint
