#include "cli/review_session.h"

#include <algorithm>

#include "render/escape.h"
#include "text/utf8.h"

namespace careportal_lint::cli {
namespace {

bool has_control_characters(std::string_view text) { return text.find('\t') != std::string_view::npos || visible(text) != text; }

// The line end that the draft uses; a blank in a draft of one line.
std::string line_end_of(std::string_view text) {
  const std::size_t at = text.find_first_of("\r\n");
  if (at == std::string_view::npos) return " ";
  return std::string(text.substr(at, text.substr(at).starts_with("\r\n") ? 2 : 1));
}

// Words that are taken out leave no second blank behind.
Span with_blank_before(std::string_view text, Span span) {
  const bool blank_before = span.begin > 0 && text[span.begin - 1] == ' ';
  const bool word_behind = span.end < text.size() && std::string_view(" \t\r\n.,;:!?)").find(text[span.end]) == std::string_view::npos;
  return blank_before && !word_behind ? Span{span.begin - 1, span.end} : span;
}

}  // namespace

ReviewSession::ReviewSession(const Linter& linter, SourceText draft) : linter_(linter), original_(std::move(draft)), draft_(original_) {
  lint();
  find_current();
}

const Diagnostic* ReviewSession::current() const { return current_ < findings_.size() ? &findings_[current_] : nullptr; }

std::vector<std::string> ReviewSession::rewrites() const {
  std::vector<std::string> out;
  const Diagnostic* finding = current();
  if (finding == nullptr || finding->span.empty()) return out;
  const std::string_view now = draft_.text().substr(finding->span.begin, finding->span.size());
  for (const Suggestion& suggestion : finding->suggestions) {
    if (!suggestion.text || *suggestion.text == now || out.size() == kMostRewrites) continue;
    if (std::find(out.begin(), out.end(), *suggestion.text) == out.end()) out.push_back(*suggestion.text);
  }
  return out;
}

bool ReviewSession::adds_at_end() const { return current() != nullptr && current()->span.empty(); }

std::string ReviewSession::choose(std::size_t number) {
  const std::vector<std::string> offered = rewrites();
  if (number < 1 || number > offered.size()) return "There is no rewrite " + std::to_string(number) + " here.";
  return replace(current()->span, offered[number - 1]);
}

std::string ReviewSession::write(std::string_view text) {
  if (current() == nullptr) return "There is nothing to change.";
  if (!utf8::is_valid(text)) return "This text is not UTF-8; set the terminal to UTF-8, or use plain letters.";
  if (has_control_characters(text)) return "This text has control characters (an arrow key or Tab?); type it again.";
  if (!adds_at_end()) return replace(text.empty() ? with_blank_before(draft_.text(), current()->span) : current()->span, text);
  if (text.empty()) return "Nothing was typed.";
  const std::string_view now = draft_.text();
  const std::size_t last = now.find_last_not_of(" \t\r\n");
  const std::size_t end = last == std::string_view::npos ? 0 : last + 1;
  return replace({end, end}, (end == 0 ? "" : line_end_of(now)) + std::string(text));
}

std::string ReviewSession::replace(Span span, std::string_view text) {
  const std::string_view now = draft_.text();
  std::string next(now.substr(0, span.begin));
  next += text;
  next += now.substr(span.end);
  if (!original_.can_hold(next)) {
    return original_.encoding() == Encoding::windows_1252
               ? "The draft is saved as Windows-1252, which lacks a sign of this text; use plain letters."
               : "With this change the file could not be read as text again.";
  }
  remember(Step::Kind::edit);
  Step& step = steps_.back();
  step.written = {span.begin, span.begin + text.size()};
  step.removed = now.substr(span.begin, span.size());
  // what was skipped before or behind moves along; what the change touches is asked about again
  std::erase_if(skipped_, [&](const Skipped& skipped) {
    return !skipped.span.empty() && (skipped.span.overlaps(span) || (skipped.span.begin < span.begin && span.begin < skipped.span.end));
  });
  for (Skipped& skipped : skipped_) {
    if (skipped.span.empty() || skipped.span.begin < span.end) continue;
    skipped.span.begin = skipped.span.begin - span.size() + text.size();
    skipped.span.end = skipped.span.end - span.size() + text.size();
  }
  draft_ = draft_.with_text(std::move(next));
  cursor_ = span.begin;
  lint();
  find_current();
  return {};
}

void ReviewSession::skip() {
  const Diagnostic* finding = current();
  if (finding == nullptr) return;
  remember(Step::Kind::skip);
  cursor_ = finding->span.begin;
  skipped_.push_back({finding->rule, finding->message, finding->span, finding->whole_draft});
  find_current();
}

bool ReviewSession::back() {
  if (current_ == 0) return false;
  remember(Step::Kind::back);
  const Diagnostic& finding = findings_[current_ - 1];
  std::erase_if(skipped_, [&](const Skipped& skipped) { return same(skipped, finding); });
  cursor_ = finding.span.begin;
  find_current();
  return true;
}

bool ReviewSession::undo() {
  if (steps_.empty()) return false;
  Step step = std::move(steps_.back());
  steps_.pop_back();
  if (step.kind == Step::Kind::skip) {
    skipped_.pop_back();
  } else {
    skipped_ = std::move(step.skipped);
  }
  if (step.kind == Step::Kind::edit) {
    std::string text(draft_.text());
    text.replace(step.written.begin, step.written.size(), step.removed);
    draft_ = draft_.with_text(std::move(text));
    lint();
  }
  cursor_ = step.cursor;
  find_current();
  return true;
}

std::size_t ReviewSession::edits() const {
  return static_cast<std::size_t>(
      std::count_if(steps_.begin(), steps_.end(), [](const Step& step) { return step.kind == Step::Kind::edit; }));
}

std::size_t ReviewSession::skipped() const {
  return static_cast<std::size_t>(
      std::count_if(findings_.begin(), findings_.end(), [&](const Diagnostic& finding) { return is_skipped(finding); }));
}

void ReviewSession::remember(Step::Kind kind) {
  Step step;
  step.kind = kind;
  step.cursor = cursor_;
  if (kind != Step::Kind::skip) step.skipped = skipped_;
  steps_.push_back(std::move(step));
}

// A finding about the whole draft stays the same one wherever its trigger stands.
bool ReviewSession::same(const Skipped& skipped, const Diagnostic& finding) {
  if (skipped.rule != finding.rule) return false;
  return skipped.span == finding.span || (skipped.whole_draft && finding.whole_draft && skipped.message == finding.message);
}

bool ReviewSession::is_skipped(const Diagnostic& finding) const {
  return std::any_of(skipped_.begin(), skipped_.end(), [&](const Skipped& skipped) { return same(skipped, finding); });
}

void ReviewSession::lint() { findings_ = linter_.lint(draft_); }

// The next one from here on; behind the last one, those that are new before.
void ReviewSession::find_current() {
  const auto open_from = [&](std::size_t begin) {
    return std::find_if(findings_.begin(), findings_.end(),
                        [&](const Diagnostic& finding) { return finding.span.begin >= begin && !is_skipped(finding); });
  };
  auto found = open_from(cursor_);
  if (found == findings_.end()) found = open_from(0);
  current_ = static_cast<std::size_t>(found - findings_.begin());
}

}  // namespace careportal_lint::cli
