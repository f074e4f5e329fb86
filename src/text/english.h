// The little English grammar that rewrites need.
#pragma once

#include <string>
#include <string_view>

namespace careportal_lint {

/// "a" or "an", by the sound of `word` (any case; "hour" -> an, "university" -> a, "MRI" in capitals -> an).
std::string_view indefinite_article(std::string_view word);

/// Its first letter is said by its name: "Xbox", "x-ray".
bool begins_with_letter_x(std::string_view word);

/// The plural of a noun or of the last word of a phrase ("family friend" -> "family friends").
std::string plural(std::string_view phrase);

/// The possessive: "mom" -> "mom's", "parents" -> "parents'".
std::string possessive(std::string_view phrase);

/// Looks like a plural noun in lower case ("services", "children"; not "bus", "grass").
bool looks_plural(std::string_view word);

}  // namespace careportal_lint
