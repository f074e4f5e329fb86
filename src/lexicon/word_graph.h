// The everyday words as a graph of letters: all words with a common beginning are walked at once, and common endings
// are stored once (a minimal acyclic automaton). Read in place from the embedded word table.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace careportal_lint {

class WordGraph {
 public:
  /// One letter that may follow. The letters that may follow each other's place stand side by side, in order.
  class Edge {
   public:
    constexpr Edge(char letter, bool ends_word, bool last, std::uint32_t next)
        : bits_(static_cast<std::uint32_t>(letter - '\'' + 1) | (ends_word ? kEndsWord : 0) | (last ? kLast : 0) | next << kNextShift) {}
    constexpr explicit Edge(std::uint32_t bits) : bits_(bits) {}

    /// 'a' to 'z' or an apostrophe.
    [[nodiscard]] constexpr char letter() const { return static_cast<char>((bits_ & kLetter) + '\'' - 1); }
    /// A word may end with this letter.
    [[nodiscard]] constexpr bool ends_word() const { return (bits_ & kEndsWord) != 0; }
    /// No other letter may stand here.
    [[nodiscard]] constexpr bool last() const { return (bits_ & kLast) != 0; }
    /// Where the letters after this one begin; 0: none.
    [[nodiscard]] constexpr std::uint32_t next() const { return bits_ >> kNextShift; }
    [[nodiscard]] constexpr std::uint32_t bits() const { return bits_; }

   private:
    static constexpr std::uint32_t kLetter = 0x7F;
    static constexpr std::uint32_t kEndsWord = 0x80;
    static constexpr std::uint32_t kLast = 0x100;
    static constexpr unsigned kNextShift = 9;
    std::uint32_t bits_;
  };

  /// `edges`: as made by build_word_graph().
  explicit WordGraph(std::span<const std::uint32_t> edges) : edges_(edges) {}
  static const WordGraph& embedded();

  /// Where the first letters of all words begin; 0: there are no words.
  [[nodiscard]] std::uint32_t start() const { return edges_.empty() ? 0 : edges_[0]; }
  [[nodiscard]] Edge edge(std::uint32_t at) const { return Edge(edges_[at]); }
  [[nodiscard]] bool contains(std::string_view lower) const;

 private:
  std::span<const std::uint32_t> edges_;
};

/// Makes the graph of `words` (lower case, letters and apostrophes; other words are left out).
std::vector<std::uint32_t> build_word_graph(std::vector<std::string> words);

}  // namespace careportal_lint
