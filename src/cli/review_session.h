// The state of a review: a draft, what is found in it, and what the writer decided so far. Knows no terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "careportal_lint/linter.h"
#include "careportal_lint/source_text.h"

namespace careportal_lint::cli {

/// Rewrites offered for one finding, so that one key chooses.
inline constexpr std::size_t kMostRewrites = 9;

class ReviewSession {
 public:
  /// `linter` must outlive the session.
  ReviewSession(const Linter& linter, SourceText draft);

  /// The finding to decide on; null when all are decided.
  [[nodiscard]] const Diagnostic* current() const;
  /// Its place among findings(), from 1.
  [[nodiscard]] std::size_t number() const { return current_ + 1; }
  /// What is found in the draft as it is now.
  [[nodiscard]] const std::vector<Diagnostic>& findings() const { return findings_; }
  /// The draft as it is now, and as it came.
  [[nodiscard]] const SourceText& draft() const { return draft_; }
  [[nodiscard]] const SourceText& original() const { return original_; }
  /// The texts offered in place of the current finding, at most kMostRewrites; an empty one deletes.
  [[nodiscard]] std::vector<std::string> rewrites() const;
  /// The current finding marks no words of the draft: one's own text is added at the end.
  [[nodiscard]] bool adds_at_end() const;

  /// Puts rewrite `number` (from 1) in place of the current finding, and lints the draft again. Says why it cannot be done;
  /// empty: done.
  std::string choose(std::size_t number);
  /// The same with text of one's own; empty deletes.
  std::string write(std::string_view text);
  void skip();
  /// Takes back the last change, skip or step back; false when there is none.
  bool undo();
  /// Asks about the finding before this one again; false at the first one.
  bool back();

  /// Changes made and not undone.
  [[nodiscard]] std::size_t edits() const;
  /// Findings of the draft as it is now that were skipped.
  [[nodiscard]] std::size_t skipped() const;
  /// The draft as it is now in the encoding that it came in.
  [[nodiscard]] std::string bytes() const { return original_.encode(draft_.text()); }

 private:
  struct Skipped {
    std::string rule;
    std::string message;
    Span span;
    bool whole_draft = false;
  };
  // What brings the state before a step back.
  struct Step {
    enum class Kind : unsigned char { edit, skip, back };
    Kind kind = Kind::skip;
    std::size_t cursor = 0;
    std::vector<Skipped> skipped;  // edit, back: all that were skipped before
    Span written;                  // edit: the new words, in the text after it
    std::string removed;           // edit
  };

  void remember(Step::Kind kind);
  std::string replace(Span span, std::string_view text);
  static bool same(const Skipped& skipped, const Diagnostic& finding);
  [[nodiscard]] bool is_skipped(const Diagnostic& finding) const;
  void lint();
  void find_current();

  const Linter& linter_;
  SourceText original_;
  SourceText draft_;
  std::vector<Diagnostic> findings_;
  std::vector<Skipped> skipped_;
  std::vector<Step> steps_;
  std::size_t cursor_ = 0;   // where to look for the next finding, in bytes
  std::size_t current_ = 0;  // findings_.size(): all are decided
};

}  // namespace careportal_lint::cli
