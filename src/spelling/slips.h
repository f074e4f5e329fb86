// What a slip of the fingers or of the ear costs: the likelier, the cheaper. Fitted to the pairs of
// rules/tables/misspellings.txt, by trying other figures one at a time.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace careportal_lint::slips {

inline constexpr int kEdit = 115;
inline constexpr int kTranspose = 60;    ///< two letters in the wrong order
inline constexpr int kFirstLetter = 36;  ///< on top, when the first letter changes
inline constexpr int kLostApostrophe = 15;
inline constexpr int kExtraApostrophe = 40;
inline constexpr int kLostDouble = 25;   ///< a doubled letter written once
inline constexpr int kExtraDouble = 40;  ///< a single letter written twice
inline constexpr int kLostVowel = 40;
inline constexpr int kLostLetter = 55;
inline constexpr int kExtraVowel = 70;
inline constexpr int kExtraNeighbor = 80;  ///< a finger that hit two keys
inline constexpr int kExtraLetter = 94;
inline constexpr int kVowel = 75;        ///< one vowel for another
inline constexpr int kNeighborKey = 91;  ///< the key beside the right one

/// The same sound in other letters: written `wrote` where `meant` is right.
struct Sound {
  std::string_view wrote;
  std::string_view meant;
  int cost;
};
/// The sounds whose written form begins with `first` ('a' to 'z'; none for other signs).
std::span<const Sound> sounds_of(char first);

constexpr bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

/// The letters stand side by side on an American keyboard, or one above the other.
bool are_neighbors(char a, char b);

/// What writing each letter of the alphabet costs where another one was meant.
using Substitutes = std::array<std::uint8_t, 26>;
/// ... where `meant` was: 'a' to 'z'; for other signs everything costs an edit.
const Substitutes& substitutes(char meant);
inline int substitute(const Substitutes& meant, char wrote) {
  return wrote >= 'a' && wrote <= 'z' ? meant[static_cast<std::size_t>(wrote - 'a')] : kEdit;
}

}  // namespace careportal_lint::slips
