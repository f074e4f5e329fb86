// json and jsonl: the machine-readable reports, written directly.
#include <array>
#include <charconv>
#include <string>

#include "careportal_lint/linter.h"
#include "render/escape.h"
#include "render/redact.h"
#include "render/renderers.h"

namespace careportal_lint::renderers {
namespace {

// Keys are plain words.
void append_key(std::string& out, std::string_view key) {
  out.push_back('"');
  out += key;
  out += "\":";
}

void append_number(std::string& out, std::string_view key, std::size_t value) {
  append_key(out, key);
  std::array<char, 20> digits{};
  out.append(digits.data(), std::to_chars(digits.begin(), digits.end(), value).ptr);
}

void append_member(std::string& out, std::string_view key, std::string_view value) {
  append_key(out, key);
  append_json_string(out, value);
}

void append_place(std::string& out, const SourceText& source, std::size_t offset) {
  const Position position = source.position(offset);
  offset += source.offset();
  out.push_back('{');
  append_number(out, "line", position.line);
  out.push_back(',');
  append_number(out, "column", position.column);
  out.push_back(',');
  append_number(out, "offset", offset);
  out.push_back('}');
}

void append_suggestions(std::string& out, const std::vector<Suggestion>& suggestions) {
  out += "\"suggestions\":[";
  for (std::size_t i = 0; i < suggestions.size(); ++i) {
    out += i == 0 ? "{" : ",{";
    if (suggestions[i].text) {
      append_member(out, "text", *suggestions[i].text);
      out.push_back(',');
    }
    append_member(out, "description", suggestions[i].description);
    out += suggestions[i].safe ? ",\"safe\":true}" : ",\"safe\":false}";
  }
  out.push_back(']');
}

// What comes before the findings of a draft.
void append_head(std::string& out, const FileReport& report) {
  out.push_back('{');
  append_member(out, "path", report.path);
  if (report.line) {
    out.push_back(',');
    append_number(out, "line", *report.line);
  }
  if (report.id) out += ",\"id\":" + *report.id;
  if (report.source == nullptr) {
    out.push_back(',');
    append_member(out, "error", report.error);
  }
  out += ",\"diagnostics\":[";
}

// `first`: no finding of this draft has been written yet.
void append_file(std::string& out, const FileReport& report, bool redact, bool& first) {
  if (report.opens) {
    append_head(out, report);
    first = true;
  }
  const Redaction redaction(report, redact);
  std::string hidden;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    out += first ? "{" : ",{";
    first = false;
    append_member(out, "rule", diagnostic.rule);
    out.push_back(',');
    append_member(out, "category", diagnostic.category());
    out.push_back(',');
    append_member(out, "severity", to_string(diagnostic.severity));
    out.push_back(',');
    append_member(out, "message", redaction.hides() ? std::string_view(hidden = redaction.masked(diagnostic.message)) : diagnostic.message);
    out += ",\"start\":";
    append_place(out, *report.source, diagnostic.span.begin);
    out += ",\"end\":";
    append_place(out, *report.source, diagnostic.span.end);
    out.push_back(',');
    const std::string_view shown = report.source->text().substr(diagnostic.span.begin, diagnostic.span.size());
    append_member(out, "text", redaction.hides() ? std::string_view(hidden = redaction.masked(diagnostic.span)) : shown);
    out.push_back(',');
    if (redaction.hides()) {
      append_suggestions(out, redaction.masked(diagnostic.suggestions));
    } else {
      append_suggestions(out, diagnostic.suggestions);
    }
    out.push_back('}');
  }
  if (report.closes) out += "]}";
}

class Json final : public Renderer {
 public:
  explicit Json(const RenderOptions& options) : redact_(options.redact) {}

  void begin(std::ostream& out) override {
    std::string text = "{\"version\":1,\"tool\":{";
    append_member(text, "name", "careportal-lint");
    text.push_back(',');
    append_member(text, "version", version());
    text += "},\"files\":[";
    out << text;
  }

  void file(std::ostream& out, const FileReport& report) override {
    text_.clear();
    if (report.opens) text_ = first_ ? "\n" : ",\n";
    first_ = false;
    append_file(text_, report, redact_, first_finding_);
    out << text_;
  }

  void end(std::ostream& out, const Summary& summary) override {
    std::string text = "],\n\"summary\":{";
    append_number(text, "files", summary.files);
    text.push_back(',');
    append_number(text, "errors", summary.errors);
    text.push_back(',');
    append_number(text, "warnings", summary.warnings);
    text.push_back(',');
    append_number(text, "infos", summary.infos);
    text += "}}\n";
    out << text;
  }

 private:
  bool redact_;
  std::string text_;  // kept from draft to draft
  bool first_ = true;
  bool first_finding_ = true;
};

class JsonLines final : public Renderer {
 public:
  explicit JsonLines(const RenderOptions& options) : redact_(options.redact) {}

  void begin(std::ostream&) override {}
  void file(std::ostream& out, const FileReport& report) override {
    text_.clear();
    append_file(text_, report, redact_, first_finding_);
    if (report.closes) text_.push_back('\n');
    out << text_;
  }
  void end(std::ostream&, const Summary&) override {}

 private:
  bool redact_;
  std::string text_;  // kept from draft to draft
  bool first_finding_ = true;
};

}  // namespace

std::unique_ptr<Renderer> make_json(const RenderOptions& options) { return std::make_unique<Json>(options); }
std::unique_ptr<Renderer> make_jsonl(const RenderOptions& options) { return std::make_unique<JsonLines>(options); }

}  // namespace careportal_lint::renderers
