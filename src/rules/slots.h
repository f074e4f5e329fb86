// What kind of words a rewrite is, and the words of what it replaces that must stay so that it has its place.
#pragma once

#include <string>
#include <string_view>

#include "rules/deletion.h"

namespace careportal_lint {

/// How a rewrite begins.
enum class Kind : unsigned char {
  verb,    ///< "could use support", "is away"
  clause,  ///< "there was a hard season", "the family could use help"
  noun,    ///< "a hard season", "extra needs"
  state,   ///< "in need of support", "looking for a home": what follows "is"
  other,
};

Kind kind_of(std::string_view rewrite);

/// Whether a rewrite of this kind can stand after `word` (lower case).
bool may_follow(Kind kind, std::string_view word);

/// What the rewrite does not say itself but the sentence needs of the words it replaces: an "and" or "who" before it, the
/// verb before a state ("[is on food stamps]" -> "is on a tight budget"), "for" before "2 months". `found` is the text that
/// `edit` replaces, `after` the text behind it.
void keep_frame(Edit& edit, std::string_view found, std::string_view after);

}  // namespace careportal_lint
