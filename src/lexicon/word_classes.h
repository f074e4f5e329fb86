// What an everyday word can be in a sentence: noun, verb, adjective. One read-only table, embedded, built with the program from
// the inflections that Hunspell's dictionary gives each word.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace careportal_lint {

/// The values are bits.
enum class WordClass : std::uint8_t {
  noun = 1,         ///< bed, privacy, help: may stand after "the"
  plural = 2,       ///< beds, uncles
  verb = 4,         ///< sleep, help: may stand after "to"
  verb_s = 8,       ///< sleeps, helps
  past = 16,        ///< helped, took
  ing = 32,         ///< helping
  adjective = 64,   ///< calm, hungry, calmer
  participle = 128  ///< helped, taken
};

/// The names of the classes in packs: "noun", "verb-s", ...
std::optional<WordClass> find_word_class(std::string_view name);
std::vector<std::string> word_class_names();

/// All that a word can be; nothing for rare and unknown words.
class WordClasses {
 public:
  constexpr WordClasses() = default;
  constexpr explicit WordClasses(std::uint8_t bits) : bits_(bits) {}
  [[nodiscard]] constexpr bool has(WordClass which) const { return (bits_ & static_cast<std::uint8_t>(which)) != 0; }
  constexpr void add(WordClass which) { bits_ = static_cast<std::uint8_t>(bits_ | static_cast<std::uint8_t>(which)); }
  [[nodiscard]] constexpr std::uint8_t bits() const { return bits_; }

 private:
  std::uint8_t bits_ = 0;
};

/// An open-addressed table of 56 bits of a word's hash and its classes.
class WordClassTable {
 public:
  /// `table`: a power of two of entries, as written by tools/build_lexicon.cpp.
  explicit WordClassTable(std::span<const std::uint64_t> table) : table_(table) {}
  static const WordClassTable& embedded();

  /// `lower`: a word in lower case.
  [[nodiscard]] WordClasses find(std::string_view lower) const;

 private:
  std::span<const std::uint64_t> table_;
};

/// A condition on a word: that it can be this, or that it cannot.
struct WordClassTest {
  WordClass which = WordClass::noun;
  bool wanted = true;
};

}  // namespace careportal_lint
