// Words and names that the program knows: one read-only table, embedded, built with the program.
//
// The table is an open-addressed hash table of 64-bit entries: 48 bits of a word's hash and 16 bits of facts. No word
// is stored as text; with 48 bits a wrong answer is not to be expected in practice (2^-48 for a probe).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace careportal_lint {

/// What a capitalised word that is no person stands for.
enum class NameClass : std::uint8_t { none, calendar, thing, figure, place, group };

/// What is known about a word; all zero for an unknown one that is no listed misspelling.
class WordFacts {
 public:
  static constexpr std::uint16_t kCommonness = 0x0007;  ///< 1 (everybody's word) to 7 (rare); 0: no dictionary word
  static constexpr std::uint16_t kLower = 0x0008;       ///< a word in lower case
  static constexpr std::uint16_t kProper = 0x0010;      ///< a word with a capital
  static constexpr std::uint16_t kAcronym = 0x0020;     ///< a word in capitals
  static constexpr unsigned kGivenShift = 6;            ///< two bits: tier of a given name, 0 none
  static constexpr unsigned kSurnameShift = 8;          ///< two bits: tier of a surname, 0 none
  static constexpr std::uint16_t kNameLike = 0x0400;    ///< a brand, place, month ... of one word
  static constexpr std::uint16_t kDomain = 0x0800;      ///< on the project's own list of allowed words

  static constexpr unsigned kClassShift = 12;     ///< three bits: NameClass
  static constexpr std::uint16_t kSlip = 0x8000;  ///< on the list of misspellings

  constexpr WordFacts() = default;
  constexpr explicit WordFacts(std::uint16_t bits) : bits_(bits) {}

  [[nodiscard]] constexpr bool known() const { return (bits_ & ~kSlip) != 0; }
  /// Listed as a misspelling of another word; it may be known all the same ("cloths").
  [[nodiscard]] constexpr bool slip() const { return (bits_ & kSlip) != 0; }
  [[nodiscard]] constexpr bool lower() const { return (bits_ & kLower) != 0; }
  [[nodiscard]] constexpr bool proper() const { return (bits_ & kProper) != 0; }
  [[nodiscard]] constexpr bool acronym() const { return (bits_ & kAcronym) != 0; }
  [[nodiscard]] constexpr bool word() const { return (bits_ & (kLower | kProper | kAcronym)) != 0; }
  [[nodiscard]] constexpr bool name_like() const { return (bits_ & kNameLike) != 0; }
  [[nodiscard]] constexpr NameClass name_class() const { return static_cast<NameClass>((bits_ >> kClassShift) & 7); }
  [[nodiscard]] constexpr bool domain() const { return (bits_ & kDomain) != 0; }
  /// 1 to 7, 8 for words outside the graded lists.
  [[nodiscard]] constexpr int commonness() const { return (bits_ & kCommonness) == 0 ? 8 : bits_ & kCommonness; }
  /// 1: unmistakable and common, 2: less common, 3: also an ordinary word; 0: no name.
  [[nodiscard]] constexpr int given_tier() const { return (bits_ >> kGivenShift) & 3; }
  [[nodiscard]] constexpr int surname_tier() const { return (bits_ >> kSurnameShift) & 3; }
  [[nodiscard]] constexpr std::uint16_t bits() const { return bits_; }

 private:
  std::uint16_t bits_ = 0;
};

/// Bytes before the table in lexicon.bin.
inline constexpr std::size_t kLexiconHeader = 64;

/// Looks words up. The default lexicon is the embedded one.
class Lexicon {
 public:
  /// `table`: a power of two of entries, as written by tools/build_lexicon.cpp.
  explicit Lexicon(std::span<const std::uint64_t> table) : table_(table) {}
  static const Lexicon& embedded();

  /// Facts about a word in lower case (ASCII, apostrophes included).
  [[nodiscard]] WordFacts find(std::string_view lower) const { return find(hash_word(lower)); }
  /// The same by the word's hash_word().
  [[nodiscard]] WordFacts find(std::uint64_t hash) const {
    if (table_.empty()) return {};
    const std::uint64_t mask = table_.size() - 1;
    for (std::uint64_t slot = hash & mask;; slot = (slot + 1) & mask) {
      const std::uint64_t entry = table_[slot];
      if (entry == 0) return {};
      if (entry >> 16U == hash >> 16U) return WordFacts(static_cast<std::uint16_t>(entry));
    }
  }

  /// Asks the processor for the place of a word that will be looked up soon.
  void prefetch(std::uint64_t hash) const {
    if (!table_.empty()) __builtin_prefetch(&table_[hash & (table_.size() - 1)]);
  }

  static std::uint64_t hash_word(std::string_view lower) {
    return hash(lower, [](char c) { return c; });
  }
  /// The hash of a word in any case: that of its lower case.
  static std::uint64_t hash_lowered(std::string_view word) {
    return hash(word, [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
  }

 private:
  template <typename Letter>
  static std::uint64_t hash(std::string_view word, const Letter& letter) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;  // FNV-1a, then mixed so that all bits depend on all letters
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(letter(c))) * 0x100000001B3ULL;
    hash ^= hash >> 32U;
    hash *= 0xD6E8FEB86659FD93ULL;
    hash ^= hash >> 32U;
    hash *= 0xD6E8FEB86659FD93ULL;
    hash ^= hash >> 32U;
    return hash;
  }

  std::span<const std::uint64_t> table_;
};

}  // namespace careportal_lint
