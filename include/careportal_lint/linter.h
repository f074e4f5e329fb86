// The one door into the library: rules in, drafts in, findings out.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "careportal_lint/diagnostic.h"
#include "careportal_lint/rule_info.h"
#include "careportal_lint/source_text.h"

namespace careportal_lint {

/// One rule pack as text; `name` is what errors call it (a path).
struct PackText {
  std::string name;
  std::string json;
  bool trusted = false;  ///< checked when the program was built: the costlier checks of its form are left out
};

/// The packs that are part of the program, in their order of loading.
const std::vector<PackText>& default_packs();

/// What to check with.
struct LinterOptions {
  bool default_rules = false;                  ///< the default packs come first, already compiled
  std::vector<PackText> packs;                 ///< later packs replace rules of earlier ones by id
  std::vector<std::string> select;             ///< rule ids, categories or `category/*`; empty: all
  std::vector<std::string> ignore;             ///< the same; wins over `select`
  std::string agency = "IN";                   ///< two-letter state: decides which glossary rows and rules count
  std::map<std::string, Severity> severities;  ///< rule id or category -> severity
  std::vector<std::string> dictionary;         ///< words never misspelled
};

class DraftPieces;
struct DraftPiece;

/// A draft of more bytes than this (decoded) is checked in pieces.
inline constexpr std::size_t kLargeDraft = std::size_t{512} << 10U;

/// Compiled rules. Constant after construction: one linter may be used by any number of threads.
class Linter {
 public:
  /// Compiles the packs. Throws Error with every problem of every pack, and for unknown ids in the options.
  explicit Linter(const LinterOptions& options);
  ~Linter();
  Linter(Linter&&) noexcept;
  Linter& operator=(Linter&&) noexcept;

  /// All findings of a draft, one for a problem, sorted by begin, end and rule.
  [[nodiscard]] std::vector<Diagnostic> lint(const SourceText& draft) const;

  /// The findings of one piece, with spans in the text of the piece (whose SourceText knows where it begins). Returns
  /// false to stop.
  using TakePiece = std::function<bool(const DraftPiece& piece, std::vector<Diagnostic> diagnostics)>;
  /// The same for a draft that is not held as a whole: `take` gets its pieces in order. Throws Error when it cannot be read.
  /// `before` (may be empty) gets all of them once before the first goes to `take`: for whoever must know every finding
  /// before one is told. It costs nearly as much as a second check.
  void lint(DraftPieces& pieces, const TakePiece& take, const TakePiece& before = {}) const;
  /// Every rule, in the order of the packs, without examples.
  [[nodiscard]] const std::vector<RuleInfo>& rules() const;
  /// The same with examples: reads the packs again.
  [[nodiscard]] std::vector<RuleInfo> rules_with_examples() const;
  /// Runs every example of every rule of the packs named (all packs, if none is named); a line for each failure.
  [[nodiscard]] std::vector<std::string> test_rules(const std::vector<std::string>& packs, std::size_t& checked) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// "error", "warning", "info", "off".
std::string_view to_string(Severity severity);

}  // namespace careportal_lint
