#include "render/redact.h"

#include <algorithm>

#include "text/document.h"
#include "text/utf8.h"

namespace careportal_lint {
namespace {

// One sign for each code point that is no blank, so that excerpts keep their shape.
void append_mask(std::string& out, std::string_view text) {
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t length = utf8::decode(text, pos).length;
    const bool blank = text[pos] == ' ' || text[pos] == '\n' || text[pos] == '\r' || text[pos] == '\t';
    out.push_back(blank ? text[pos] : '*');
    pos += length;
  }
}

bool is_boundary(std::string_view text, std::size_t pos) {
  return pos == 0 || pos >= text.size() || !is_word_char(text[pos - 1]) || !is_word_char(text[pos]);
}

}  // namespace

Redaction::Redaction(const FileReport& report, bool wanted) : report_(report) {
  if (!wanted || report.source == nullptr) return;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    if (diagnostic.category() != "confidentiality" || diagnostic.span.empty()) continue;
    spans_.push_back(diagnostic.span);
    secrets_.push_back(to_lower(report.source->text().substr(diagnostic.span.begin, diagnostic.span.size())));
  }
  std::sort(spans_.begin(), spans_.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
  std::sort(secrets_.begin(), secrets_.end(),
            [](const std::string& a, const std::string& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
  secrets_.erase(std::unique(secrets_.begin(), secrets_.end()), secrets_.end());
}

std::string Redaction::masked(std::string_view text) const {
  std::string out(text);
  for (const std::string& secret : secrets_) {
    std::string lower = to_lower(out);
    std::string next;
    std::size_t from = 0;
    for (std::size_t at = lower.find(secret); at != std::string::npos; at = lower.find(secret, at + secret.size())) {
      if (!is_boundary(lower, at) || !is_boundary(lower, at + secret.size())) continue;
      next.append(out, from, at - from);
      append_mask(next, std::string_view(out).substr(at, secret.size()));
      from = at + secret.size();
    }
    next.append(out, from);
    out = std::move(next);
  }
  return out;
}

std::string Redaction::cover(std::string_view text, std::size_t offset) const {
  std::string out;
  std::size_t done = offset;
  for (const Span& span : spans_) {
    const std::size_t begin = std::max(span.begin, done);
    const std::size_t end = std::min(span.end, offset + text.size());
    if (begin >= end) continue;
    out.append(text.substr(done - offset, begin - done));
    append_mask(out, text.substr(begin - offset, end - begin));
    done = end;
  }
  out.append(text.substr(done - offset));
  return out;
}

std::string Redaction::masked(Span span) const { return masked(cover(report_.source->text().substr(span.begin, span.size()), span.begin)); }

std::vector<Suggestion> Redaction::masked(const std::vector<Suggestion>& suggestions) const {
  std::vector<Suggestion> out = suggestions;
  if (secrets_.empty()) return out;
  for (Suggestion& suggestion : out) {
    if (suggestion.text) *suggestion.text = masked(*suggestion.text);
    suggestion.description = masked(suggestion.description);
  }
  return out;
}

}  // namespace careportal_lint
