// A large draft in pieces: decoded and cut while it is read, never held as a whole.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "careportal_lint/diagnostic.h"
#include "careportal_lint/source_text.h"

namespace careportal_lint {

/// Bytes that can be read again.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  [[nodiscard]] virtual std::size_t size() const = 0;
  /// Appends up to `count` bytes from `offset` to `out`; fewer only at the end. Throws Error.
  virtual void read(std::size_t offset, std::size_t count, std::string& out) = 0;
};

/// Bytes in memory, which must outlive this.
class MemoryBytes final : public ByteSource {
 public:
  explicit MemoryBytes(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] std::size_t size() const override { return bytes_.size(); }
  void read(std::size_t offset, std::size_t count, std::string& out) override { out += bytes_.substr(offset, count); }

 private:
  std::string_view bytes_;
};

/// How large pieces are, in bytes of decoded text.
struct PieceLimits {
  std::size_t piece = std::size_t{64} << 10U;
  /// What a piece shows of the text before and after its own, so that rules see the neighborhood.
  std::size_t context = std::size_t{4} << 10U;
};

struct DraftPiece {
  SourceText source;  ///< its own text with some of what stands around
  Span own;           ///< the part of `source` that belongs to this piece and to no other
  std::size_t number = 0;
  std::size_t read = 0;  ///< bytes of the draft read so far
};

/// Cuts at blank lines; where there is none within a piece, at a line end, else between two characters.
class DraftPieces {
 public:
  /// Reads everything once to find out the encoding. Throws Error, as SourceText::decode does, for what is no text.
  DraftPieces(ByteSource& bytes, std::string name, const PieceLimits& limits = {});
  /// The pieces of a draft in memory. `bytes` holds its decoded text.
  DraftPieces(ByteSource& bytes, const SourceText& draft, const PieceLimits& limits = {});

  /// The next piece; a draft without text has one, too. Throws Error when the bytes changed since they were first read.
  std::optional<DraftPiece> next();
  /// Back to the first piece.
  void rewind();

 private:
  void detect();
  void fill(std::size_t wanted);
  [[nodiscard]] std::size_t cut(std::size_t from, std::size_t limit, bool first) const;
  void drop(std::size_t count);

  ByteSource& bytes_;
  std::string name_;
  PieceLimits limits_;
  Encoding encoding_ = Encoding::utf8;  ///< of the bytes
  Encoding told_ = Encoding::utf8;      ///< of the draft
  std::size_t skip_ = 0;                ///< the byte order mark
  std::size_t size_ = 0;

  std::size_t read_ = 0;
  std::string raw_;      ///< read, but not yet decoded: half of a character
  std::string pending_;  ///< decoded
  std::size_t own_ = 0;  ///< where in `pending_` the next piece begins
  PieceStart start_;     ///< of `pending_`
  std::size_t number_ = 0;
};

}  // namespace careportal_lint
