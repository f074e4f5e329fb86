// The text of one draft: decoded to UTF-8, with its line starts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace careportal_lint {

/// How the bytes of a draft were encoded. A fix writes them back in the same way.
enum class Encoding : std::uint8_t { utf8, utf16_le, utf16_be, windows_1252 };

/// A place for people: line and column start at 1, the column counts Unicode code points.
struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
  friend bool operator==(const Position&, const Position&) = default;
};

/// Where a piece of a larger draft begins in it.
struct PieceStart {
  std::size_t offset = 0;  ///< in bytes of the decoded text
  Position position;
};

/// A decoded draft. Immutable; views into it live as long as it does.
class SourceText {
 public:
  /// Decodes UTF-8, UTF-16 (with a byte order mark or recognisably without) or else Windows-1252.
  /// Line ends stay as they are. Throws Error, naming `name`, when the bytes are no text.
  static SourceText decode(std::string_view bytes, std::string name);

  /// The same draft with another text: valid UTF-8 without a byte order mark. Keeps name and encoding.
  [[nodiscard]] SourceText with_text(std::string text) const;

  /// A piece of a draft that is already decoded; `text` is valid UTF-8. Positions are those in the whole draft.
  static SourceText piece(std::string text, std::string name, Encoding encoding, const PieceStart& start);

  [[nodiscard]] const std::string& name() const { return name_; }
  /// Valid UTF-8 without a byte order mark.
  [[nodiscard]] std::string_view text() const { return text_; }
  /// Of the first byte of `text` in the whole draft: 0 unless this is a piece.
  [[nodiscard]] std::size_t offset() const { return start_.offset; }
  [[nodiscard]] Encoding encoding() const { return encoding_; }
  [[nodiscard]] bool has_bom() const { return has_bom_; }
  /// Line and column, in the whole draft, of a byte offset into `text` (at most its size). LF, CRLF and CR each end a line.
  [[nodiscard]] Position position(std::size_t offset) const;
  /// The bytes of line `line` (a number that `position` gives) without its line end.
  [[nodiscard]] std::string_view line(std::size_t line) const;
  [[nodiscard]] std::size_t line_count() const { return line_starts_.size(); }
  /// `text` (UTF-8) in the encoding of this draft, with its byte order mark if it had one.
  /// Throws Error when a character has no form in that encoding.
  [[nodiscard]] std::string encode(std::string_view text) const;
  /// Whether `text`, saved in the encoding of this draft, would be read as `text` again. Not so when a character has no form
  /// in that encoding, or when too little is left to tell the encoding by.
  [[nodiscard]] bool can_hold(std::string_view text) const;

 private:
  SourceText() = default;
  void index_lines();

  std::string name_;
  std::string text_;
  Encoding encoding_ = Encoding::utf8;
  bool has_bom_ = false;
  PieceStart start_;
  std::vector<std::size_t> line_starts_;
};

}  // namespace careportal_lint
