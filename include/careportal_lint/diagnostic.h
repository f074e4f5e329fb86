// Plain data that describes what the linter found. Everyone may include this header.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace careportal_lint {

/// How serious a finding is. `error`: must not be sent; `warning`: rewrite it; `info`: advice.
enum class Severity : std::uint8_t { off, info, warning, error };

/// A half-open range of byte offsets into the decoded UTF-8 text of a draft (no byte order mark).
/// Both ends lie on code-point edges. An empty span at 0 speaks about the whole draft.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] bool empty() const { return begin == end; }
  [[nodiscard]] std::size_t size() const { return end - begin; }
  [[nodiscard]] bool overlaps(const Span& other) const { return begin < other.end && other.begin < end; }
  friend bool operator==(const Span&, const Span&) = default;
};

/// A way to mend a finding. With `text`, exactly that text would replace the diagnostic's span (empty: delete it);
/// without, the suggestion is advice only, told in `description`.
struct Suggestion {
  std::optional<std::string> text;
  std::string description;
  bool safe = false;  ///< one replacement, and neither grammar nor meaning can change

  friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

/// One finding in one draft.
struct Diagnostic {
  std::string rule;  ///< `category/name`
  Severity severity = Severity::warning;
  std::string message;
  Span span;
  std::vector<Suggestion> suggestions;
  /// The finding is about the whole draft; the span, if not empty, is only what gave rise to it.
  bool whole_draft = false;

  /// The part of the rule id before the slash.
  [[nodiscard]] std::string category() const { return rule.substr(0, rule.find('/')); }
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

}  // namespace careportal_lint
