// The table of output formats.
#include "render/renderers.h"

#include <array>

#include "careportal_lint/error.h"
#include "rules/problems.h"

namespace careportal_lint {
namespace {

struct Format {
  std::string_view name;
  std::unique_ptr<Renderer> (*make)(const RenderOptions&);
};

constexpr auto kFormats = std::to_array<Format>({
    {"text", renderers::make_text},
    {"compact", renderers::make_compact},
    {"json", renderers::make_json},
    {"jsonl", renderers::make_jsonl},
});

}  // namespace

void Summary::add(const FileReport& report) {
  files += report.opens ? 1 : 0;
  unreadable += report.source == nullptr ? 1 : 0;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    errors += diagnostic.severity == Severity::error ? 1 : 0;
    warnings += diagnostic.severity == Severity::warning ? 1 : 0;
    infos += diagnostic.severity == Severity::info ? 1 : 0;
  }
}

std::vector<std::string> renderer_names() {
  std::vector<std::string> names;
  for (const Format& format : kFormats) names.emplace_back(format.name);
  return names;
}

std::unique_ptr<Renderer> make_renderer(std::string_view name, const RenderOptions& options) {
  for (const Format& format : kFormats) {
    if (format.name == name) return format.make(options);
  }
  throw Error("--format: there is no format '" + std::string(name) + "'" + did_you_mean(name, renderer_names()));
}

std::string_view version() { return CAREPORTAL_LINT_VERSION; }

}  // namespace careportal_lint
