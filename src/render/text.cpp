// text: for people. The line of the draft with a marker under the words, what to do, why, and better words.
#include <algorithm>
#include <string>

#include "careportal_lint/linter.h"
#include "render/escape.h"
#include "render/redact.h"
#include "render/renderers.h"
#include "text/utf8.h"

namespace careportal_lint::renderers {
namespace {

// The part of a long line that is shown around a finding, in code points on each side.
constexpr std::size_t kContext = 44;
constexpr std::size_t kMostSuggestions = 3;

std::string counted(std::size_t count, const std::string& noun) { return std::to_string(count) + " " + noun + (count == 1 ? "" : "s"); }

std::size_t step_back(std::string_view text, std::size_t pos, std::size_t points, std::size_t limit) {
  while (points > 0 && pos > limit) {
    --pos;
    while (pos > limit && !utf8::is_edge(text, pos)) --pos;
    --points;
  }
  return pos;
}

std::size_t step_forward(std::string_view text, std::size_t pos, std::size_t points, std::size_t limit) {
  while (points > 0 && pos < limit) {
    pos += utf8::decode(text, pos).length;
    --points;
  }
  return std::min(pos, limit);
}

class Text final : public Renderer {
 public:
  explicit Text(const RenderOptions& options)
      : color_(options.color), quiet_(options.quiet), redact_(options.redact), rules_(options.rules) {}

  void begin(std::ostream&) override {}

  void file(std::ostream& out, const FileReport& report) override {
    if (report.source == nullptr) {
      out << paint("1;31", "error") << ": " << visible(report.error) << "\n\n";
      return;
    }
    const Redaction redaction(report, redact_);
    for (const Diagnostic& diagnostic : report.diagnostics) write(out, report, redaction, diagnostic);
  }

  void end(std::ostream& out, const Summary& summary) override {
    if (quiet_) return;
    const std::string files = counted(summary.files, "draft");
    if (summary.errors + summary.warnings + summary.infos == 0) {
      out << files << " checked" << (summary.unreadable == 0 ? ": nothing to change.\n" : ".\n");
    } else {
      out << files << " checked: " << counted(summary.errors, "error") << ", " << counted(summary.warnings, "warning") << ", "
          << counted(summary.infos, "note") << ".\n";
    }
    if (summary.unreadable > 0) out << counted(summary.unreadable, "input") << " could not be read.\n";
  }

 private:
  [[nodiscard]] std::string paint(const char* code, const std::string& text) const {
    return color_ ? std::string("\x1b[") + code + "m" + text + "\x1b[0m" : text;
  }

  [[nodiscard]] std::string severity(Severity severity) const {
    const char* code = severity == Severity::error ? "1;31" : severity == Severity::warning ? "1;33" : "1;36";
    return paint(code, std::string(to_string(severity)));
  }

  void write(std::ostream& out, const FileReport& report, const Redaction& redaction, const Diagnostic& diagnostic) {
    const Position position = report.source->position(diagnostic.span.begin);
    out << paint("1", visible(report.path)) << ":" << position.line << ":" << position.column << ": " << severity(diagnostic.severity)
        << ": " << visible(redaction.masked(diagnostic.message)) << " " << paint("2", "[" + diagnostic.rule + "]") << "\n";
    if (!diagnostic.span.empty()) excerpt(out, *report.source, redaction, diagnostic, position.line);
    const auto rule = std::find_if(rules_.begin(), rules_.end(), [&](const RuleInfo& info) { return info.id == diagnostic.rule; });
    if (rule != rules_.end() && !rule->why.empty()) out << "  why: " << rule->why << "\n";
    suggestions(out, redaction.masked(diagnostic.suggestions));
    out << "\n";
  }

  void excerpt(std::ostream& out, const SourceText& source, const Redaction& redaction, const Diagnostic& diagnostic,
               std::size_t number) const {
    const std::string_view line = source.line(number);
    const std::string_view text = source.text();
    const auto line_begin = static_cast<std::size_t>(line.data() - text.data());
    const std::size_t line_end = line_begin + line.size();
    const std::size_t end = std::min(diagnostic.span.end, line_end);
    const std::size_t from = step_back(text, diagnostic.span.begin, kContext, line_begin);
    const std::size_t to = step_forward(text, end, kContext, line_end);
    const std::string before = (from > line_begin ? "..." : "") + visible(redaction.masked(Span{from, diagnostic.span.begin}));
    const std::string match = visible(redaction.masked(Span{diagnostic.span.begin, end}));
    const std::string after = visible(redaction.masked(Span{end, to})) + (to < line_end ? "..." : "");
    const std::string gutter = std::to_string(number);
    out << "  " << paint("2", gutter + " |") << " " << before << paint("1", match) << after << "\n";
    out << "  " << std::string(gutter.size(), ' ') << paint("2", " |") << " " << std::string(display_width(before), ' ')
        << paint("1;31", std::string(std::max<std::size_t>(1, display_width(match)), '^')) << "\n";
  }

  void suggestions(std::ostream& out, const std::vector<Suggestion>& suggestions) const {
    std::string words;
    std::string advice;
    std::size_t shown = 0;
    for (const Suggestion& suggestion : suggestions) {
      if (shown++ == kMostSuggestions) break;
      if (!suggestion.text) {
        advice += "  advice: " + visible(suggestion.description) + "\n";
        continue;
      }
      words += (words.empty() ? "" : " or ") +
               (suggestion.text->empty() ? std::string("leave it out") : "\"" + visible(*suggestion.text) + "\"");
    }
    if (!words.empty()) out << "  " << paint("1;32", "try:") << " " << words << "\n";
    out << advice;
  }

  bool color_;
  bool quiet_;
  bool redact_;
  std::span<const RuleInfo> rules_;
};

}  // namespace

std::unique_ptr<Renderer> make_text(const RenderOptions& options) { return std::make_unique<Text>(options); }

}  // namespace careportal_lint::renderers
