// compact: one line a finding, as compilers write them.
#include "careportal_lint/linter.h"
#include "render/escape.h"
#include "render/redact.h"
#include "render/renderers.h"

namespace careportal_lint::renderers {
namespace {

class Compact final : public Renderer {
 public:
  explicit Compact(const RenderOptions& options) : redact_(options.redact) {}

  void begin(std::ostream&) override {}

  void file(std::ostream& out, const FileReport& report) override {
    if (report.source == nullptr) {
      out << visible(report.path) << ":1:1: error: " << visible(report.error) << " [input]\n";
      return;
    }
    const Redaction redaction(report, redact_);
    for (const Diagnostic& diagnostic : report.diagnostics) {
      const Position position = report.source->position(diagnostic.span.begin);
      out << visible(report.path) << ":" << position.line << ":" << position.column << ": " << to_string(diagnostic.severity) << ": "
          << visible(redaction.masked(diagnostic.message)) << " [" << diagnostic.rule << "]\n";
    }
  }

  void end(std::ostream&, const Summary&) override {}

 private:
  bool redact_;
};

}  // namespace

std::unique_ptr<Renderer> make_compact(const RenderOptions& options) { return std::make_unique<Compact>(options); }

}  // namespace careportal_lint::renderers
