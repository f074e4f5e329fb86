#include "spelling/slips.h"

#include <algorithm>

namespace careportal_lint::slips {
namespace {

constexpr std::array<std::string_view, 3> kRows = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
constexpr std::size_t kLetters = 26;

constexpr bool touch(char a, char b) {
  for (std::size_t r = 0; r < kRows.size(); ++r) {
    const std::size_t at = kRows.at(r).find(a);
    if (at == std::string_view::npos) continue;
    for (std::size_t other = r == 0 ? 0 : r - 1; other <= std::min<std::size_t>(r + 1, kRows.size() - 1); ++other) {
      const std::size_t there = kRows.at(other).find(b);
      if (there == std::string_view::npos) continue;
      // the lower rows stand half a key to the right
      if (other == r ? there + 1 == at || at + 1 == there : other > r ? there == at || there + 1 == at : there == at || at + 1 == there) {
        return true;
      }
    }
  }
  return false;
}

constexpr std::array<Substitutes, kLetters> substitutions() {
  std::array<Substitutes, kLetters> table{};
  for (std::size_t m = 0; m < kLetters; ++m) {
    for (std::size_t w = 0; w < kLetters; ++w) {
      const char meant = static_cast<char>('a' + m);
      const char wrote = static_cast<char>('a' + w);
      int cost = kEdit;
      if (is_vowel(wrote) && is_vowel(meant)) {
        cost = kVowel;
      } else if (is_vowel(wrote) == is_vowel(meant) && touch(wrote, meant)) {
        cost = kNeighborKey;
      }
      table.at(m).at(w) = static_cast<std::uint8_t>(cost);
    }
  }
  return table;
}

constexpr std::array<Substitutes, kLetters> kSubstitutions = substitutions();

constexpr Substitutes all_edits() {
  Substitutes table{};
  for (std::uint8_t& cost : table) cost = kEdit;
  return table;
}
constexpr Substitutes kAllEdits = all_edits();

// in the order of what is written
constexpr auto kSounds = std::to_array<Sound>({
    {"able", "ible", 30}, {"ae", "ai", 50},   {"ai", "ei", 50},     {"al", "le", 45},    {"ally", "ly", 60},    {"ance", "ence", 25},
    {"ant", "ent", 30},   {"ar", "er", 40},   {"au", "aw", 50},     {"au", "ow", 55},    {"aw", "au", 50},      {"ay", "ei", 60},
    {"c", "k", 60},       {"c", "ck", 50},    {"c", "ch", 60},      {"c", "s", 45},      {"c", "sc", 45},       {"c", "ss", 60},
    {"cede", "ceed", 50}, {"ci", "ti", 50},   {"ck", "k", 50},      {"cs", "x", 60},     {"d", "ed", 65},       {"dg", "g", 50},
    {"e", "ea", 55},      {"e", "ee", 55},    {"ea", "ee", 45},     {"ea", "e", 60},     {"eable", "able", 50}, {"ee", "ea", 45},
    {"ee", "ie", 50},     {"ei", "ea", 60},   {"ei", "ie", 40},     {"el", "le", 40},    {"ence", "ance", 25},  {"ense", "ence", 35},
    {"ent", "ant", 30},   {"er", "or", 40},   {"er", "ar", 40},     {"er", "re", 50},    {"er", "ur", 45},      {"er", "ir", 50},
    {"ey", "y", 50},      {"f", "ph", 40},    {"f", "gh", 60},      {"full", "ful", 40}, {"g", "j", 50},        {"g", "dg", 45},
    {"i", "y", 50},       {"i", "igh", 60},   {"ible", "able", 30}, {"ie", "y", 50},     {"ie", "ee", 50},      {"ie", "ei", 40},
    {"il", "le", 50},     {"ir", "ur", 50},   {"ir", "er", 50},     {"it", "ight", 60},  {"ite", "ight", 50},   {"j", "g", 50},
    {"j", "dg", 50},      {"k", "c", 50},     {"k", "ck", 50},      {"k", "ch", 50},     {"k", "qu", 60},       {"ks", "x", 50},
    {"kw", "qu", 50},     {"le", "el", 45},   {"le", "al", 45},     {"ly", "ally", 50},  {"m", "mb", 55},       {"m", "mn", 60},
    {"n", "kn", 50},      {"n", "gn", 60},    {"o", "ou", 60},      {"o", "oa", 50},     {"o", "au", 60},       {"oa", "o", 60},
    {"ol", "le", 60},     {"oo", "ou", 50},   {"oo", "u", 60},      {"oo", "ew", 60},    {"or", "er", 45},      {"or", "ar", 50},
    {"ot", "ought", 80},  {"ou", "ow", 45},   {"ou", "oo", 50},     {"ow", "ou", 45},    {"ph", "f", 50},       {"r", "wr", 50},
    {"r", "rh", 40},      {"s", "c", 45},     {"s", "sc", 45},      {"s", "z", 50},      {"sc", "s", 60},       {"sh", "ti", 60},
    {"sh", "ci", 60},     {"shu", "tio", 60}, {"si", "ti", 50},     {"ss", "c", 60},     {"t", "bt", 60},       {"t", "th", 70},
    {"t", "ed", 70},      {"ti", "ci", 50},   {"ti", "si", 50},     {"u", "oo", 60},     {"u", "ou", 45},       {"u", "eu", 50},
    {"ue", "eu", 50},     {"ur", "er", 45},   {"ur", "ir", 50},     {"w", "wh", 45},     {"wh", "w", 60},       {"x", "cc", 60},
    {"x", "cs", 60},      {"x", "xc", 45},    {"y", "ie", 50},      {"y", "ey", 50},     {"y", "i", 50},        {"ys", "ies", 30},
    {"z", "s", 50},
});

static_assert(std::is_sorted(kSounds.begin(), kSounds.end(), [](const Sound& a, const Sound& b) { return a.wrote[0] < b.wrote[0]; }));

}  // namespace

std::span<const Sound> sounds_of(char first) {
  const auto [begin, end] = std::equal_range(kSounds.begin(), kSounds.end(), Sound{{&first, 1}, {}, 0},
                                             [](const Sound& a, const Sound& b) { return a.wrote[0] < b.wrote[0]; });
  return {begin, end};
}

bool are_neighbors(char a, char b) { return touch(a, b); }

const Substitutes& substitutes(char meant) {
  return meant >= 'a' && meant <= 'z' ? kSubstitutions.at(static_cast<std::size_t>(meant - 'a')) : kAllEdits;
}

}  // namespace careportal_lint::slips
