// Masks confidential matches wherever a report would repeat them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "careportal_lint/renderer.h"
#include "render/secrets.h"

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
  /// Something is masked; else what is asked for can be shown as it is.
  [[nodiscard]] bool hides() const { return secrets_ != nullptr; }

 private:
  const FileReport& report_;
  Secrets own_;
  const Secrets* secrets_ = nullptr;  ///< of the whole draft; null: everything may be shown
  std::vector<Span> spans_;           ///< of confidential findings; sorted, without overlaps
};

}  // namespace careportal_lint
