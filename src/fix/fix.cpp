#include "careportal_lint/fix.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace careportal_lint {
namespace {

// Rewrites tried one by one in a round: linting is the costly part of it.
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
  std::size_t gain = 0;  // weight of its finding
};

// Whether two rewrites would say the same twice: "services and services". The second one is offered as a deletion once the first
// stands there.
bool says_again(std::string_view text, const Rewrite& first, const Rewrite& second) {
  if (first.text.empty() || second.span.begin <= first.span.end || !second.text.ends_with(first.text)) return false;
  const std::string_view between = text.substr(first.span.end, second.span.begin - first.span.end);
  return between == " and " || between == " or ";
}

// The first rewrites of the findings, in order, without overlaps. Of two that begin together the wider one says more.
std::vector<Candidate> choose_rewrites(const std::vector<Diagnostic>& findings, std::string_view text, FixLevel level) {
  std::vector<Candidate> out;
  for (const Diagnostic& finding : findings) {
    if (finding.whole_draft || finding.span.empty()) continue;
    const auto rewrite = std::find_if(finding.suggestions.begin(), finding.suggestions.end(), [&](const Suggestion& suggestion) {
      return suggestion.text && (suggestion.safe || level == FixLevel::unsafe);
    });
    if (rewrite == finding.suggestions.end()) continue;
    if (*rewrite->text == text.substr(finding.span.begin, finding.span.size())) continue;
    if (!out.empty() && finding.span.begin == out.back().rewrite.span.begin && finding.span.end > out.back().rewrite.span.end) {
      out.back() = {{finding.span, *rewrite->text}, weight(finding)};
      continue;
    }
    // two edits that touch would be judged without each other
    if (!out.empty() && finding.span.begin <= out.back().rewrite.span.end) continue;
    if (!out.empty() && says_again(text, out.back().rewrite, {finding.span, *rewrite->text})) continue;
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

// A draft and what is found in it.
struct State {
  SourceText draft;
  std::vector<Diagnostic> findings;

  // "the the the" is one finding, and so is "the the": a shorter text is progress, too
  [[nodiscard]] bool better_than(const State& other) const {
    const std::size_t mine = weight(findings);
    const std::size_t theirs = weight(other.findings);
    return mine < theirs || (mine == theirs && draft.text().size() < other.draft.text().size());
  }
};

// Rounds of rewrites, and where they lead.
struct Progress {
  std::vector<std::vector<Rewrite>> rounds;
  State state;
};

class Mender {
 public:
  Mender(const Linter& linter, FixLevel level) : linter_(linter), level_(level) {}

  // The next state that is better; none when no rewrite leads to one. Depends on `from` alone.
  std::optional<Progress> step(const State& from) const {
    const std::vector<Candidate> all = choose_rewrites(from.findings, from.draft.text(), level_);
    if (all.empty()) return std::nullopt;
    std::optional<Progress> together = take(from, all);
    if (together) {
      // most often some of them call for others, and the rest is fine
      const std::vector<Candidate> settled = settled_by(all, together->state.findings);
      if (settled.size() < all.size()) together = settled.empty() ? std::nullopt : take(from, settled);
      if (together && together->state.better_than(from)) return together;
    }
    int tries = 0;
    for (auto candidate = all.begin(); candidate != all.end() && tries < kMostTries; ++candidate) {
      std::optional<Progress> alone = follow(from, *candidate, tries);
      if (alone) return alone;
    }
    return std::nullopt;
  }

 private:
  // None when the result could not be saved and read again. The draft is read as the next run would read it: without its last
  // curly quote, one in Windows-1252 is one in UTF-8.
  [[nodiscard]] std::optional<Progress> take(const State& from, const std::vector<Candidate>& candidates) const {
    std::vector<Rewrite> edits;
    for (const Candidate& candidate : candidates) edits.push_back(candidate.rewrite);
    const std::string text = rewritten(from.draft.text(), edits);
    if (!from.draft.can_hold(text)) return std::nullopt;
    SourceText draft = SourceText::decode(from.draft.encode(text), from.draft.name());
    std::vector<Diagnostic> findings = linter_.lint(draft);
    return Progress{{std::move(edits)}, {std::move(draft), std::move(findings)}};
  }

  // One rewrite, and those that it calls for: "pls" -> "please" -> "Please".
  std::optional<Progress> follow(const State& from, const Candidate& first, int& tries) const {
    constexpr int kMostSteps = 4;
    std::optional<Progress> reached = take(from, {first});
    Span place{first.rewrite.span.begin, first.rewrite.span.begin + first.rewrite.text.size()};
    std::vector<std::vector<Rewrite>> rounds;
    for (int steps = 1; reached; ++steps) {
      ++tries;
      rounds.push_back(reached->rounds.front());
      if (reached->state.better_than(from)) return Progress{std::move(rounds), std::move(reached->state)};
      if (steps == kMostSteps) break;
      const std::vector<Candidate> all = choose_rewrites(reached->state.findings, reached->state.draft.text(), level_);
      const auto next = std::find_if(all.begin(), all.end(), [&](const Candidate& candidate) {
        return candidate.rewrite.span.begin <= place.end && place.begin <= candidate.rewrite.span.end;
      });
      if (next == all.end()) break;
      const Span span = next->rewrite.span;
      place = {std::min(place.begin, span.begin), std::max(place.end, span.end) - span.size() + next->rewrite.text.size()};
      reached = take(reached->state, {*next});
    }
    return std::nullopt;
  }

  // Those at whose place nothing as grave is found any more.
  static std::vector<Candidate> settled_by(const std::vector<Candidate>& candidates, const std::vector<Diagnostic>& left) {
    std::vector<Candidate> out;
    auto finding = left.begin();
    std::size_t moved_by = 0;  // modulo the size of the type: may be less than nothing
    for (const Candidate& candidate : candidates) {
      const Rewrite& rewrite = candidate.rewrite;
      const Span place{rewrite.span.begin + moved_by, rewrite.span.begin + moved_by + rewrite.text.size()};
      moved_by += rewrite.text.size() - rewrite.span.size();
      // findings are sorted by their begin, and hardly ever overlap
      while (finding != left.end() && finding->span.end < place.begin) ++finding;
      bool again = false;
      for (auto other = finding; other != left.end() && other->span.begin <= place.end && !again; ++other) {
        again = !other->whole_draft && place.begin <= other->span.end && weight(*other) >= candidate.gain;
      }
      if (!again) out.push_back(candidate);
    }
    return out;
  }

  const Linter& linter_;
  FixLevel level_;
};

}  // namespace

FixResult fix(const Linter& linter, const SourceText& draft, FixLevel level) {
  FixResult result;
  const Mender mender(linter, level);
  State state{draft, linter.lint(draft)};
  while (std::optional<Progress> progress = mender.step(state)) {
    for (std::vector<Rewrite>& round : progress->rounds) {
      result.applied += round.size();
      result.rounds.push_back(std::move(round));
    }
    state = std::move(progress->state);
  }
  result.text = state.draft.text();
  result.bytes = state.draft.encode(state.draft.text());
  return result;
}

}  // namespace careportal_lint
