#include "careportal_lint/fix.h"

#include <algorithm>
#include <set>
#include <vector>

namespace careportal_lint {
namespace {

// Rewrites make room for few others; more rounds than this and two of them chase each other.
constexpr int kMostRounds = 8;

struct Edit {
  Span span;
  std::string text;
};

// The first rewrites of the findings, in order, without overlaps.
std::vector<Edit> choose_edits(const std::vector<Diagnostic>& findings, std::string_view text, FixLevel level) {
  std::vector<Edit> edits;
  for (const Diagnostic& finding : findings) {
    if (finding.whole_draft || finding.span.empty()) continue;
    const auto rewrite = std::find_if(finding.suggestions.begin(), finding.suggestions.end(), [&](const Suggestion& suggestion) {
      return suggestion.text && (suggestion.safe || level == FixLevel::unsafe);
    });
    if (rewrite == finding.suggestions.end()) continue;
    if (*rewrite->text == text.substr(finding.span.begin, finding.span.size())) continue;
    // two edits that touch would be judged without each other
    if (!edits.empty() && finding.span.begin <= edits.back().span.end) continue;
    edits.push_back({finding.span, *rewrite->text});
  }
  return edits;
}

std::string rewrite(std::string_view text, const std::vector<Edit>& edits) {
  std::string out;
  out.reserve(text.size());
  std::size_t done = 0;
  for (const Edit& edit : edits) {
    out += text.substr(done, edit.span.begin - done);
    out += edit.text;
    done = edit.span.end;
  }
  out += text.substr(done);
  return out;
}

}  // namespace

FixResult fix(const Linter& linter, const SourceText& draft, FixLevel level) {
  FixResult result{std::string(draft.text()), 0};
  std::set<std::string> seen{result.text};
  for (int round = 0; round < kMostRounds; ++round) {
    // decoded text has no byte order mark and is valid UTF-8: decoding it again changes nothing
    const SourceText current = SourceText::decode(result.text, draft.name());
    const std::vector<Edit> edits = choose_edits(linter.lint(current), current.text(), level);
    if (edits.empty()) break;
    std::string next = rewrite(result.text, edits);
    if (!seen.insert(next).second) break;  // two rewrites chase each other: stay with what is there
    result.text = std::move(next);
    result.applied += edits.size();
  }
  return result;
}

}  // namespace careportal_lint
