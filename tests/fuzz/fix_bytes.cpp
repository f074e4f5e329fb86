#include "fuzz/fix_bytes.h"

#include <algorithm>
#include <optional>

#include "careportal_lint/error.h"
#include "careportal_lint/fix.h"
#include "text/utf8.h"

namespace careportal_lint::fuzz {
namespace {

std::string at(std::size_t round, const Rewrite& rewrite, const char* what) {
  return "round " + std::to_string(round + 1) + ", " + std::to_string(rewrite.span.begin) + ".." + std::to_string(rewrite.span.end) + ": " +
         what;
}

bool offered(const std::vector<Diagnostic>& findings, const Rewrite& rewrite, FixLevel level) {
  return std::any_of(findings.begin(), findings.end(), [&](const Diagnostic& finding) {
    return finding.span == rewrite.span && !finding.whole_draft &&
           std::any_of(finding.suggestions.begin(), finding.suggestions.end(), [&](const Suggestion& suggestion) {
             return suggestion.text == rewrite.text && (suggestion.safe || level == FixLevel::unsafe);
           });
  });
}

// Every change is a rewrite that the linter offers there, and nothing else changes.
std::string replay(const Linter& linter, const SourceText& draft, FixLevel level, const FixResult& result) {
  SourceText current = draft;
  std::size_t applied = 0;
  for (std::size_t round = 0; round < result.rounds.size(); ++round) {
    const std::vector<Diagnostic> findings = linter.lint(current);
    if (result.rounds[round].empty()) return "a round changed nothing";
    std::string text;
    std::size_t done = 0;
    for (const Rewrite& rewrite : result.rounds[round]) {
      if (rewrite.span.begin < done || rewrite.span.end > current.text().size()) return at(round, rewrite, "rewrites overlap");
      if (!offered(findings, rewrite, level)) return at(round, rewrite, "this rewrite was not offered");
      text += current.text().substr(done, rewrite.span.begin - done);
      text += rewrite.text;
      done = rewrite.span.end;
      ++applied;
    }
    text += current.text().substr(done);
    current = SourceText::decode(current.encode(text), draft.name());
    if (current.text() != text) return "the text of round " + std::to_string(round + 1) + " cannot be saved";
  }
  if (applied != result.applied) return "the rewrites were counted wrongly";
  if (current.text() != result.text) return "the text changed outside of its rewrites";
  return {};
}

std::string check(const Linter& linter, const SourceText& draft, std::string_view bytes, FixLevel level) {
  const FixResult once = fix(linter, draft, level);
  if (once.applied == 0) return once.bytes == bytes ? "" : "a draft without rewrites was changed";
  if (!utf8::is_valid(once.text)) return "the text is no UTF-8";
  if (once.rounds.size() > 9 * linter.lint(draft).size() + draft.text().size()) return "more rounds than findings allow";
  std::optional<SourceText> mended;
  try {
    mended = SourceText::decode(once.bytes, draft.name());
  } catch (const Error& error) {
    return std::string("the result is no draft any more: ") + error.what();
  }
  if (mended->text() != once.text) return "the bytes do not hold the text";
  if (mended->has_bom() != draft.has_bom()) return "the byte order mark came or went";
  std::string broken = replay(linter, draft, level, once);
  if (!broken.empty()) return broken;
  const FixResult twice = fix(linter, *mended, level);
  if (twice.applied != 0 || twice.bytes != once.bytes) return "a second run changed the draft again";
  return {};
}

}  // namespace

std::string fix_bytes(const Linter& linter, std::string_view bytes) {
  std::optional<SourceText> draft;
  try {
    draft = SourceText::decode(bytes, "draft.txt");
  } catch (const Error&) {
    return {};  // no text: refused with a message
  }
  std::string broken = check(linter, *draft, bytes, FixLevel::safe);
  if (!broken.empty()) return "safe: " + broken;
  broken = check(linter, *draft, bytes, FixLevel::unsafe);
  return broken.empty() ? broken : "unsafe: " + broken;
}

}  // namespace careportal_lint::fuzz
