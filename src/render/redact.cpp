#include "render/redact.h"

#include <algorithm>

#include "text/utf8.h"

namespace careportal_lint {
namespace {

constexpr std::size_t kAround = 256;

// One sign for each code point that is no blank, so that excerpts keep their shape.
void append_mask(std::string& out, std::string_view text) {
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t length = utf8::decode(text, pos).length;
    const bool blank = text[pos] == ' ' || text[pos] == '\n' || text[pos] == '\r' || text[pos] == '\t';
    out.push_back(blank ? text[pos] : '*');
    pos += length;
  }
}

// Sorted, and those that overlap made one.
void join(std::vector<Span>& spans) {
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
  std::size_t kept = 0;
  for (const Span& span : spans) {
    if (kept > 0 && span.begin <= spans[kept - 1].end) {
      spans[kept - 1].end = std::max(spans[kept - 1].end, span.end);
    } else {
      spans[kept++] = span;
    }
  }
  spans.resize(kept);
}

// The bytes of `shown` without those of `hidden`, which is sorted and has no overlaps.
std::string mask(std::string_view text, Span shown, const std::vector<Span>& hidden) {
  std::string out;
  std::size_t done = shown.begin;
  for (const Span& secret : hidden) {
    std::size_t begin = std::max(secret.begin, done);
    std::size_t end = std::min(secret.end, shown.end);
    if (begin >= end) continue;
    // of a character all bytes or none
    while (begin > done && !utf8::is_edge(text, begin)) --begin;
    while (end < shown.end && !utf8::is_edge(text, end)) ++end;
    out.append(text, done, begin - done);
    append_mask(out, text.substr(begin, end - begin));
    done = end;
  }
  out.append(text.substr(done, shown.end - done));
  return out;
}

}  // namespace

Redaction::Redaction(const FileReport& report, bool wanted) : report_(report) {
  if (!wanted || report.source == nullptr) return;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    if (diagnostic.category() == "confidentiality" && !diagnostic.span.empty()) spans_.push_back(diagnostic.span);
  }
  join(spans_);
  if (report.secrets == nullptr) own_.add(report);
  secrets_ = report.secrets == nullptr ? &own_ : report.secrets;
  if (secrets_->empty()) secrets_ = nullptr;
}

std::string Redaction::masked(std::string_view text) const {
  return secrets_ == nullptr ? std::string(text) : mask(text, {0, text.size()}, secrets_->find(text));
}

std::string Redaction::masked(Span span) const {
  const std::string_view text = report_.source->text();
  std::vector<Span> hidden;
  if (secrets_ != nullptr) {
    // what the excerpt cuts off may be half of a secret
    const std::size_t from = span.begin > kAround ? span.begin - kAround : 0;
    hidden = secrets_->find(text.substr(from, span.end + kAround - from));
    for (Span& secret : hidden) secret = {secret.begin + from, secret.end + from};
    auto known =
        std::lower_bound(spans_.begin(), spans_.end(), span.begin, [](const Span& item, std::size_t pos) { return item.end <= pos; });
    for (; known != spans_.end() && known->begin < span.end; ++known) hidden.push_back(*known);
    join(hidden);
  }
  return mask(text, span, hidden);
}

std::vector<Suggestion> Redaction::masked(const std::vector<Suggestion>& suggestions) const {
  std::vector<Suggestion> out = suggestions;
  if (secrets_ == nullptr) return out;
  for (Suggestion& suggestion : out) {
    if (suggestion.text) *suggestion.text = masked(*suggestion.text);
    suggestion.description = masked(suggestion.description);
  }
  return out;
}

}  // namespace careportal_lint
