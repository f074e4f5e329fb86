// The words that a slip may have been meant to be: a walk of the word graph that keeps, letter by letter, what turning
// the written word into the one walked would cost, and turns back where that is too much.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "lexicon/word_graph.h"

namespace careportal_lint {

class NearWords {
 public:
  static constexpr std::size_t kLongest = 24;  ///< letters; longer words are codes or a stuck key

  /// Told of every word within the bound and its cost; returns the bound for the rest of the walk.
  using Take = std::function<int(std::string_view word, int cost)>;

  /// `written`: a word in lower case of at most kLongest letters. It must outlive this object.
  explicit NearWords(std::string_view written);

  /// Walks the words of `graph` whose cost (see slips.h) is at most `bound`, in alphabetical order.
  void walk(const WordGraph& graph, int bound, const Take& take);

 private:
  static constexpr int kBand = 2;  ///< at most this many letters lost, or too many, at any place
  static constexpr std::size_t kDepth = kLongest + kBand;
  static constexpr int kFar = 10000;
  static constexpr std::size_t kMostReadings = 200;

  /// Letters of the written word, from `from` to `to`, that may stand for other ones.
  struct Reading {
    std::string_view meant;
    std::uint8_t from;
    std::uint8_t to;
    int cost;
  };
  /// A reading of which `length` letters were walked.
  struct Begun {
    std::uint8_t reading;
    std::uint8_t length;
  };
  static constexpr std::size_t kCodes = 27;  ///< the letters, and one for all other signs
  static std::size_t code(char c) { return c >= 'a' && c <= 'z' ? static_cast<std::size_t>(c - 'a' + 1) : 0; }

  using Letters = std::uint32_t;  ///< a set of codes
  static constexpr Letters kAll = ~Letters{0};
  static Letters bit(char c) { return Letters{1} << code(c); }
  static constexpr Letters kVowels = 1U << 1 | 1U << 5 | 1U << 9 | 1U << 15 | 1U << 21 | 1U << 25;  ///< a e i o u y

  void add_readings();
  void index_readings();
  void descend(std::uint32_t at, std::size_t depth);
  /// Fills the row of the letter last put on the path.
  void fill_row(std::size_t depth);
  [[nodiscard]] int lost_cost(std::size_t depth) const;
  /// The letters that may follow the path within the bound: what is left out would only lead to words too far away.
  [[nodiscard]] Letters letters_after(std::size_t depth) const;
  [[nodiscard]] static bool is_in_band(std::size_t depth, std::size_t place) { return depth <= place + kBand && place <= depth + kBand; }

  std::string_view written_;
  const WordGraph* graph_ = nullptr;
  const Take* take_ = nullptr;
  int bound_ = 0;

  std::vector<char> swapped_;                         ///< the letters of the readings that are swaps
  std::vector<Reading> readings_;                     ///< in the order of where they stand
  std::array<std::uint8_t, kLongest + 2> from_at_{};  ///< the first reading of each written letter
  std::vector<std::uint8_t> ending_;                  ///< readings by the last letter meant
  std::vector<Begun> begun_;                          ///< readings in progress by the letter last walked
  std::array<std::uint16_t, kCodes + 1> ending_at_{};
  std::array<std::uint16_t, kCodes + 1> begun_at_{};

  std::array<int, kLongest + 1> extra_{};  ///< cost of each written letter as one too many
  std::array<char, kDepth + 1> path_{};
  std::array<std::array<int, kLongest + 2>, kDepth + 2> rows_{};
};

}  // namespace careportal_lint
