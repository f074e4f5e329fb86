// Masks confidential matches wherever a report would repeat them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "careportal_lint/renderer.h"

namespace careportal_lint {

/// What may be shown of one report. Without redaction everything passes unchanged.
class Redaction {
 public:
  Redaction(const FileReport& report, bool wanted);

  /// `text` with every confidential match of the draft masked, whatever its case.
  [[nodiscard]] std::string masked(std::string_view text) const;
  /// The draft's bytes of a span, masked.
  [[nodiscard]] std::string masked(Span span) const;
  [[nodiscard]] std::vector<Suggestion> masked(const std::vector<Suggestion>& suggestions) const;

 private:
  [[nodiscard]] std::string cover(std::string_view text, std::size_t offset) const;

  const FileReport& report_;
  std::vector<std::string> secrets_;  ///< in lower case, the longest first
  std::vector<Span> spans_;           ///< of confidential findings, sorted
};

}  // namespace careportal_lint
