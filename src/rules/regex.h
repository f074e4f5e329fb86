// A regular expression that is compiled when it is first needed. Constant for its users; safe to share.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "rules/pattern_syntax.h"
#include "text/fold.h"

namespace re2 {
class RE2;
}

namespace careportal_lint {

/// Most capture groups that a pattern may use.
inline constexpr std::size_t kMostCaptures = 9;

class Regex {
 public:
  /// `edges` puts `\b` before and after the pattern.
  Regex(const std::string& pattern, bool exact_case, PatternEdges edges);
  ~Regex();
  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;

  /// The leftmost-longest match in text[from, within.end), where `within` bounds what `^`, `$` and `\b` see.
  /// `groups[0]` is the match, the others its captures (empty at 0 when they took no part).
  bool find(std::string_view text, Range within, std::uint32_t from, std::vector<Range>& groups) const;
  [[nodiscard]] bool contains(std::string_view text, Range within) const;

  /// Empty when the pattern is valid, else what is wrong with it.
  [[nodiscard]] std::string error() const;
  [[nodiscard]] std::size_t capture_count() const;

 private:
  [[nodiscard]] const re2::RE2& compiled() const;

  struct Lazy;
  std::string pattern_;
  bool exact_case_;
  std::unique_ptr<Lazy> lazy_;
};

}  // namespace careportal_lint
