#include "careportal_lint/fix.h"

#include <algorithm>
#include <deque>
#include <span>
#include <vector>

namespace careportal_lint {
namespace {

// Linting is the costly part of a round; what is left over after so many times waits for the next round.
constexpr int kMostTries = 64;

// How grave a finding is. An error may turn into a warning or two, but never into another error.
std::size_t weight(const Diagnostic& finding) {
  switch (finding.severity) {
    case Severity::error: return 9;
    case Severity::warning: return 3;
    case Severity::info: return 1;
    case Severity::off: return 0;
  }
  return 0;
}

std::size_t weight(const std::vector<Diagnostic>& findings) {
  std::size_t sum = 0;
  for (const Diagnostic& finding : findings) sum += weight(finding);
  return sum;
}

struct Candidate {
  Rewrite rewrite;
  std::size_t gain = 0;  // the weight of its finding
};

// The first rewrites of the findings, in order, without overlaps.
std::vector<Candidate> choose_rewrites(const std::vector<Diagnostic>& findings, std::string_view text, FixLevel level) {
  std::vector<Candidate> out;
  for (const Diagnostic& finding : findings) {
    if (finding.whole_draft || finding.span.empty()) continue;
    const auto rewrite = std::find_if(finding.suggestions.begin(), finding.suggestions.end(), [&](const Suggestion& suggestion) {
      return suggestion.text && (suggestion.safe || level == FixLevel::unsafe);
    });
    if (rewrite == finding.suggestions.end()) continue;
    if (*rewrite->text == text.substr(finding.span.begin, finding.span.size())) continue;
    // two edits that touch would be judged without each other
    if (!out.empty() && finding.span.begin <= out.back().rewrite.span.end) continue;
    out.push_back({{finding.span, *rewrite->text}, weight(finding)});
  }
  return out;
}

std::string rewritten(std::string_view text, const std::vector<Rewrite>& edits) {
  std::string out;
  out.reserve(text.size());
  std::size_t done = 0;
  for (const Rewrite& edit : edits) {
    out += text.substr(done, edit.span.begin - done);
    out += edit.text;
    done = edit.span.end;
  }
  out += text.substr(done);
  return out;
}

// One look at a draft: those of its rewrites that help.
class Round {
 public:
  Round(const Linter& linter, const SourceText& draft, std::vector<Diagnostic> findings, FixLevel level)
      : linter_(linter), draft_(draft), findings_(std::move(findings)), text_(draft.text()) {
    const std::vector<Candidate> candidates = choose_rewrites(findings_, draft.text(), level);
    if (candidates.empty() || accept(candidates)) return;
    // most often some of them call for others, and the rest is fine
    if (const std::vector<Candidate> fine = settled_; !fine.empty() && fine.size() < candidates.size() && accept(fine)) return;
    try_parts(candidates);
  }

  [[nodiscard]] const std::vector<Rewrite>& accepted() const { return accepted_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  /// What remains to be found in it.
  [[nodiscard]] const std::vector<Diagnostic>& findings() const { return findings_; }

 private:
  // Halves of halves, the larger parts first, down to single rewrites.
  void try_parts(const std::vector<Candidate>& candidates) {
    std::deque<std::span<const Candidate>> parts;
    const auto halve = [&](std::span<const Candidate> part) {
      if (part.size() < 2) return;
      parts.push_back(part.first(part.size() / 2));
      parts.push_back(part.subspan(part.size() / 2));
    };
    halve(candidates);
    for (int tries = 0; !parts.empty() && tries < kMostTries; ++tries) {
      const std::span<const Candidate> part = parts.front();
      parts.pop_front();
      if (!accept(part)) halve(part);
    }
  }

  // Takes a part, beside what was taken before, if that is a gain. Several at once must each be settled by it: a rewrite
  // that calls for the next one may only come alone.
  bool accept(std::span<const Candidate> part) {
    std::vector<Rewrite> together = accepted_;
    for (const Candidate& candidate : part) together.push_back(candidate.rewrite);
    std::sort(together.begin(), together.end(), [](const Rewrite& a, const Rewrite& b) { return a.span.begin < b.span.begin; });
    std::string text = rewritten(draft_.text(), together);
    settled_.clear();
    if (!draft_.can_hold(text)) return false;
    std::vector<Diagnostic> left = linter_.lint(draft_.with_text(text));
    if (part.size() > 1) {
      note_settled(part, together, left);
      if (settled_.size() < part.size()) return false;
    }
    const std::size_t before = weight(findings_);
    const std::size_t after = weight(left);
    // "the the the" is one finding, and so is "the the": a shorter text is progress, too
    if (after > before || (after == before && text.size() >= text_.size())) return false;
    accepted_ = std::move(together);
    text_ = std::move(text);
    findings_ = std::move(left);
    return true;
  }

  // Those of the part at whose place nothing as grave is found any more.
  void note_settled(std::span<const Candidate> part, const std::vector<Rewrite>& together, const std::vector<Diagnostic>& left) {
    auto candidate = part.begin();
    auto finding = left.begin();
    std::size_t moved_by = 0;  // modulo the size of the type: may be less than nothing
    for (const Rewrite& rewrite : together) {
      const Span place{rewrite.span.begin + moved_by, rewrite.span.begin + moved_by + rewrite.text.size()};
      moved_by += rewrite.text.size() - rewrite.span.size();
      if (candidate == part.end()) return;
      if (candidate->rewrite.span != rewrite.span) continue;
      // findings are sorted by their begin, and hardly ever overlap
      while (finding != left.end() && finding->span.end < place.begin) ++finding;
      bool again = false;
      for (auto other = finding; other != left.end() && other->span.begin <= place.end && !again; ++other) {
        again = !other->whole_draft && place.begin <= other->span.end && weight(*other) >= candidate->gain;
      }
      if (!again) settled_.push_back(*candidate);
      ++candidate;
    }
  }

  const Linter& linter_;
  const SourceText& draft_;
  std::vector<Diagnostic> findings_;
  std::string text_;
  std::vector<Rewrite> accepted_;
  std::vector<Candidate> settled_;  // of the last part that was tried
};

}  // namespace

FixResult fix(const Linter& linter, const SourceText& draft, FixLevel level) {
  FixResult result;
  SourceText current = draft;
  std::vector<Diagnostic> findings = linter.lint(draft);
  for (;;) {
    const Round round(linter, current, std::move(findings), level);
    if (round.accepted().empty()) break;
    result.applied += round.accepted().size();
    result.rounds.push_back(round.accepted());
    findings = round.findings();
    // as the next run would read it: without its last curly quote, a draft in Windows-1252 is one in UTF-8
    current = SourceText::decode(current.encode(round.text()), draft.name());
  }
  result.text = current.text();
  result.bytes = current.encode(current.text());
  return result;
}

}  // namespace careportal_lint
