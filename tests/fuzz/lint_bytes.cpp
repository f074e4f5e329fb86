#include "fuzz/lint_bytes.h"

#include <sstream>

#include "careportal_lint/error.h"
#include "careportal_lint/renderer.h"
#include "text/utf8.h"

namespace careportal_lint::fuzz {
namespace {

std::string at(const Diagnostic& diagnostic, const char* what) {
  return diagnostic.rule + " at " + std::to_string(diagnostic.span.begin) + ".." + std::to_string(diagnostic.span.end) + ": " + what;
}

std::string check(const SourceText& source, const std::vector<Diagnostic>& diagnostics) {
  const std::string_view text = source.text();
  const Diagnostic* before = nullptr;
  for (const Diagnostic& diagnostic : diagnostics) {
    const Span span = diagnostic.span;
    if (span.begin > span.end || span.end > text.size()) return at(diagnostic, "the span lies outside of the text");
    if (!utf8::is_edge(text, span.begin) || !utf8::is_edge(text, span.end)) return at(diagnostic, "the span cuts a character");
    if (!diagnostic.whole_draft && span.empty()) return at(diagnostic, "the span is empty");
    if (before != nullptr && before->span.begin > span.begin) return at(diagnostic, "the findings are not sorted");
    if (diagnostic.message.empty() || !utf8::is_valid(diagnostic.message)) return at(diagnostic, "the message is no text");
    for (const Suggestion& suggestion : diagnostic.suggestions) {
      if (suggestion.text && !utf8::is_valid(*suggestion.text)) return at(diagnostic, "a suggestion is no UTF-8");
    }
    before = &diagnostic;
  }
  return {};
}

std::string render(const SourceText& source, const std::vector<Diagnostic>& diagnostics) {
  for (const std::string& format : renderer_names()) {
    for (const bool redact : {false, true}) {
      RenderOptions options;
      options.redact = redact;
      const auto renderer = make_renderer(format, options);
      std::ostringstream out;
      Summary summary;
      const FileReport report{source.name(), &source, diagnostics, {}};
      summary.add(report);
      renderer->begin(out);
      renderer->file(out, report);
      renderer->end(out, summary);
      if (!utf8::is_valid(out.str())) return "the format " + format + " is not valid UTF-8";
    }
  }
  return {};
}

}  // namespace

std::string lint_bytes(const Linter& linter, std::string_view bytes) {
  try {
    const SourceText source = SourceText::decode(bytes, "draft.txt");
    if (!utf8::is_valid(source.text())) return "the decoded text is not valid UTF-8";
    if (source.encode(source.text()) != bytes) return "the draft does not come back in the bytes it came in";
    const std::vector<Diagnostic> diagnostics = linter.lint(source);
    std::string broken = check(source, diagnostics);
    return broken.empty() ? render(source, diagnostics) : broken;
  } catch (const Error&) {
    return {};  // no text: refused with a message
  }
}

}  // namespace careportal_lint::fuzz
