// Drafts as JSON lines: one object a line, {"id": ..., "text": "..."}.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace careportal_lint::cli {

/// The longest line that is read, in bytes without its line end.
inline constexpr std::size_t kLongestLine = std::size_t{16} << 20U;

/// One line of a stream.
struct StreamLine {
  std::string bytes;       ///< without the line end; empty when too long
  std::size_t number = 0;  ///< from 1
  bool too_long = false;
};

/// Reads a stream line by line; holds at most one line of `longest` bytes and one buffer.
class LineReader {
 public:
  /// `before_wait` is called whenever the next line is not in the buffer, that is, before reading may wait.
  LineReader(std::istream& in, std::string name, std::size_t longest, std::function<void()> before_wait);

  /// The next line that is not blank, without a byte order mark before the first; nothing at the end.
  /// Throws Error when the stream cannot be read.
  std::optional<StreamLine> next();

 private:
  bool fill();
  std::optional<StreamLine> next_line();

  std::istream& in_;
  std::string name_;
  std::size_t longest_;
  std::function<void()> before_wait_;
  std::string buffer_;
  std::size_t pos_ = 0;
  std::size_t number_ = 0;
};

/// What a line holds. With `error` (what is wrong, for people; it quotes nothing of the line) there is no text.
struct DraftLine {
  std::optional<std::string> id;  ///< any JSON value, as JSON
  std::string text;
  std::string error;
};

/// Reads one JSON object. Members other than `id` and `text` are passed over; of two alike the last counts.
DraftLine parse_draft_line(std::string_view line);

}  // namespace careportal_lint::cli
