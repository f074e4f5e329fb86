// Rules compiled to one block of bytes: the default packs' is made when the program is built and linked in; a user's
// rules are made into one when the program runs. Nothing is parsed again; a rule comes to life when it is needed.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "careportal_lint/linter.h"
#include "rules/flat_tables.h"
#include "rules/pack_reader.h"
#include "rules/rule.h"
#include "rules/stored_rows.h"

namespace careportal_lint {

class RuleImage {
 public:
  /// Compiles packs. Throws Error with everything that is wrong with them.
  static std::string build(const std::vector<PackText>& texts);
  /// Compiles rules that have been read from `texts`; `problems` is what was wrong with them.
  static std::string build(const Packs& packs, const std::vector<PackText>& texts, Problems& problems);
  /// The image of the default packs, or empty bytes when the program was built without it.
  static std::string_view embedded();

  /// `bytes` must outlive the image and be 8-byte aligned.
  explicit RuleImage(std::string_view bytes);

  /// Id, kind, pack, severity, message, why, source of each rule; no examples.
  [[nodiscard]] const std::vector<RuleInfo>& infos() const { return infos_; }
  [[nodiscard]] std::string_view matcher_block() const { return matcher_block_; }
  /// Two-letter states in which rule `i` counts; empty: everywhere.
  [[nodiscard]] const std::vector<std::string>& where(std::size_t i) const { return where_[i]; }
  /// The rule looks at every draft; the others only at drafts in which one of their patterns stands.
  [[nodiscard]] bool always(std::size_t i) const { return always_[i] != 0; }
  /// A rule that looks for a pattern, and the pattern's number among those it looks for.
  struct Owner {
    std::uint32_t rule = 0;
    std::uint32_t finder = 0;
  };
  [[nodiscard]] std::span<const Owner> owners(PatternId pattern) const;
  /// The patterns of rule `i`'s conditions with the scope draft.
  [[nodiscard]] std::span<const PatternId> draft_wide(std::size_t i) const;

  struct Setup {
    std::string agency;
    const std::vector<std::string>& dictionary;
    Severity severity = Severity::off;  ///< for a rule that its pack has switched off
    std::size_t first_rule = 0;         ///< what the findings of rule 0 carry
  };
  [[nodiscard]] std::unique_ptr<Rule> make(std::size_t i, const Setup& setup) const;

 private:
  /// Where the parts of a rule begin.
  struct Place {
    std::uint32_t spec = 0;
    std::uint32_t log = 0;
    std::uint32_t rows = 0;
    std::uint32_t draft_wide = 0;
  };

  std::string_view matcher_block_;
  std::string_view specs_;
  std::string_view logs_;
  std::span<const Place> places_;  ///< one more than rules
  std::span<const RowPlace> rows_;
  std::span<const PatternId> draft_wide_;
  std::span<const std::uint32_t> owners_begin_;
  std::span<const Owner> owners_;
  std::span<const std::uint8_t> always_;
  std::vector<RuleInfo> infos_;
  std::vector<std::vector<std::string>> where_;
};

}  // namespace careportal_lint
