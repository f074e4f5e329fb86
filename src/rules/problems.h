// Collects everything that is wrong with the packs, to be told all at once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/rule_spec.h"

namespace careportal_lint {

class Problems {
 public:
  void add(const PackPlace& place, const std::string& text) { entries_.push_back({place, text}); }
  [[nodiscard]] bool empty() const { return entries_.empty(); }

  struct Entry {
    PackPlace place;
    std::string text;
  };
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }

 private:
  std::vector<Entry> entries_;
};

/// "a, b, c": the names that would have been right.
std::string joined(const std::vector<std::string>& names);

/// The candidate nearest to `word` by edit distance, or empty when none is near enough to be meant.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);
/// ", did you mean 'x'?" or nothing.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace careportal_lint
