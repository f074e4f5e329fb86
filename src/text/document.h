// One draft, ready for rules: folded text, tokens, words, sentences, lines, paragraphs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "careportal_lint/source_text.h"
#include "text/fold.h"

namespace careportal_lint {

/// How a token is written.
enum class Shape : std::uint8_t { lower, capitalized, upper, mixed, digits, alphanumeric };

/// A maximal run of ASCII letters, digits and underscores: exactly what lies between two `\b` of a pattern.
struct Token {
  Range range;
  Shape shape = Shape::lower;
};

/// A word as people see it: tokens joined by single apostrophes ("mom's", "don't").
struct Word {
  Range range;
  std::uint32_t first_token = 0;
  std::uint32_t token_count = 1;
  Shape shape = Shape::lower;
  bool foreign = false;  ///< has letters outside ASCII that folded to a stand-in
};

/// A sentence within one line.
struct Sentence {
  Range range;
  std::uint32_t line = 0;
};

/// How far a condition looks.
enum class Scope : std::uint8_t { clause, sentence, line, paragraph, draft };

class Document {
 public:
  explicit Document(const SourceText& source);

  [[nodiscard]] const SourceText& source() const { return source_; }
  [[nodiscard]] std::string_view text() const { return folded_.text; }
  [[nodiscard]] std::string_view text(Range range) const { return text().substr(range.begin, range.size()); }
  [[nodiscard]] Span to_original(Range range) const { return folded_.to_original(source_.text(), range); }

  /// The writer's own bytes: folded text has lost accents and curly quotes.
  [[nodiscard]] std::string_view original(Range range) const;

  [[nodiscard]] const std::vector<Token>& tokens() const { return tokens_; }
  [[nodiscard]] const std::vector<Word>& words() const { return words_; }
  [[nodiscard]] const std::vector<Line>& lines() const { return folded_.lines; }
  [[nodiscard]] const std::vector<Sentence>& sentences() const { return sentences_; }

  /// Index of the line (sentence, word, token) that holds `pos`, or of the last one that begins before it.
  [[nodiscard]] std::size_t line_at(std::uint32_t pos) const;
  [[nodiscard]] std::size_t sentence_at(std::uint32_t pos) const;
  [[nodiscard]] std::size_t word_at(std::uint32_t pos) const;
  [[nodiscard]] std::size_t token_at(std::uint32_t pos) const;

  /// The range of the clause, sentence, ... around `match`.
  [[nodiscard]] Range scope(Scope scope, Range match) const;

  /// The token is the first of its sentence.
  [[nodiscard]] bool starts_sentence(std::uint32_t pos) const;
  /// Most of the letters of the draft are capitals: case says nothing.
  [[nodiscard]] bool all_caps() const { return all_caps_; }
  /// The line around `range` is written in capitals.
  [[nodiscard]] bool caps_around(Range range) const;
  /// Hardly any sentence starts with a capital: case says little.
  [[nodiscard]] bool all_lower() const { return all_lower_; }

 private:
  void tokenize();
  void join_words();
  void split_sentences();
  void judge_case();

  const SourceText& source_;
  FoldedText folded_;
  std::vector<Token> tokens_;
  std::vector<Word> words_;
  std::vector<Sentence> sentences_;
  std::vector<bool> caps_lines_;
  bool all_caps_ = false;
  bool all_lower_ = false;
};

inline bool is_word_char(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }
inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline char to_lower(char c) { return is_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }
inline char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - ('a' - 'A')) : c; }
std::string to_lower(std::string_view text);

/// So few of the letters of a draft are capitals that case says little.
inline bool hardly_any_capitals(std::size_t upper, std::size_t lower) { return lower > 20 && upper * 200 < lower; }

/// How ASCII letters and digits are written.
Shape shape_of(std::string_view token);

}  // namespace careportal_lint
