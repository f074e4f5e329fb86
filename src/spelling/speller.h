// Is a word right, and if not, what was meant?
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace careportal_lint {

class Speller {
 public:
  explicit Speller(const Lexicon& lexicon);

  /// Adds a word (any case) that is right.
  void allow(std::string_view word);
  /// Adds a slip, in lower case, with what is meant.
  void correct(std::string_view wrong, std::string_view right);

  /// A word of the language, of the domain, or a name; in lower case, without possessive.
  [[nodiscard]] bool knows(std::string_view lower) const;
  /// The listed correction, or empty.
  [[nodiscard]] std::string correction(std::string_view lower) const;
  /// Words near `lower` (which is unknown), the likeliest first; at most `most`.
  [[nodiscard]] std::vector<std::string> suggest(std::string_view lower, std::size_t most) const;

 private:
  const Lexicon& lexicon_;
  std::set<std::string, std::less<>> allowed_;
  std::map<std::string, std::string, std::less<>> corrections_;  ///< of the pack
  std::string_view slips_;                                       ///< the embedded table: wrong TAB right, one a line, sorted
};

}  // namespace careportal_lint
