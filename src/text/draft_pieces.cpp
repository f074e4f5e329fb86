#include "careportal_lint/draft_pieces.h"

#include <algorithm>

#include "careportal_lint/error.h"
#include "text/encoding.h"
#include "text/utf8.h"

namespace careportal_lint {
namespace {

constexpr std::size_t kChunk = std::size_t{64} << 10U;

// Of `bytes`, those that make whole characters.
std::size_t whole_characters(std::string_view bytes, Encoding encoding) {
  std::size_t size = bytes.size();
  if (encoding == Encoding::utf16_le || encoding == Encoding::utf16_be) {
    size &= ~std::size_t{1};
    if (size < 2) return size;
    const auto high = static_cast<unsigned char>(bytes[encoding == Encoding::utf16_le ? size - 1 : size - 2]);
    return high >= 0xD8 && high < 0xDC ? size - 2 : size;
  }
  if (encoding != Encoding::utf8) return size;
  // at most three bytes of a character can lack the rest
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, size); ++back) {
    const auto byte = static_cast<unsigned char>(bytes[size - back]);
    if (byte < 0x80) return size;
    if (byte < 0xC0) continue;
    const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    return length > back ? size - back : size;
  }
  return size;
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\f\v") == std::string_view::npos; }

}  // namespace

DraftPieces::DraftPieces(ByteSource& bytes, std::string name, const PieceLimits& limits)
    : bytes_(bytes), name_(std::move(name)), limits_(limits), size_(bytes.size()) {
  detect();
  rewind();
}

DraftPieces::DraftPieces(ByteSource& bytes, const SourceText& draft, const PieceLimits& limits)
    : bytes_(bytes), name_(draft.name()), limits_(limits), told_(draft.encoding()), size_(bytes.size()) {
  rewind();
}

// The same decisions as those of decode_bytes, without holding the bytes.
void DraftPieces::detect() {
  std::string head;
  bytes_.read(0, 4096, head);
  bool marked = true;
  if (head.starts_with("\xEF\xBB\xBF")) {
    skip_ = 3;
  } else if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) {
    skip_ = 2;
    encoding_ = head[0] == '\xFF' ? Encoding::utf16_le : Encoding::utf16_be;
  } else {
    marked = false;
    if (size_ % 2 == 0) encoding_ = guess_utf16(head).value_or(Encoding::utf8);
  }
  const bool utf16 = encoding_ != Encoding::utf8;
  if (utf16 && (size_ - skip_) % 2 != 0) not_text(name_);
  std::size_t control = 0;
  bool valid = true;
  std::string chunk;
  for (std::size_t at = skip_; at < size_;) {
    const std::size_t carried = chunk.size();
    bytes_.read(at, kChunk, chunk);
    if (chunk.size() == carried) break;
    const std::string_view fresh = std::string_view(chunk).substr(carried);
    at += fresh.size();
    const bool last = at >= size_;
    const std::size_t whole = last ? chunk.size() : whole_characters(chunk, encoding_);
    if (utf16) {
      decode_as(std::string_view(chunk).substr(0, whole), encoding_, name_);  // throws where it is none
    } else {
      if (fresh.find('\0') != std::string_view::npos) not_text(name_);
      control += static_cast<std::size_t>(std::count_if(fresh.begin(), fresh.end(), is_control));
      valid = valid && utf8::is_valid(std::string_view(chunk).substr(0, whole));
    }
    chunk.erase(0, whole);
  }
  if (!utf16 && !valid) {
    if (marked) throw Error(name_ + ": the file says that it is UTF-8 but is not; save the draft again as UTF-8");
    encoding_ = Encoding::windows_1252;
  }
  if (control * 10 > size_ - skip_) not_text(name_);
  told_ = encoding_;
}

void DraftPieces::rewind() {
  read_ = skip_;
  raw_.clear();
  pending_.clear();
  own_ = 0;
  start_ = {};
  number_ = 0;
}

void DraftPieces::fill(std::size_t wanted) {
  while (pending_.size() < wanted && read_ < size_) {
    const std::size_t before = raw_.size();
    bytes_.read(read_, std::min(kChunk, size_ - read_), raw_);
    if (raw_.size() == before) throw Error(name_ + ": the file became shorter while it was read; try again");
    read_ += raw_.size() - before;
    const std::size_t whole = read_ >= size_ ? raw_.size() : whole_characters(raw_, encoding_);
    if (encoding_ == Encoding::utf8 && !utf8::is_valid(std::string_view(raw_).substr(0, whole)))
      throw Error(name_ + ": the file changed while it was read; try again");
    pending_ += decode_as(std::string_view(raw_).substr(0, whole), encoding_, name_);
    raw_.erase(0, whole);
  }
}

// A good place to cut in (from, limit]: after a blank line, after a line, between characters; the last such place, or
// the first.
std::size_t DraftPieces::cut(std::size_t from, std::size_t limit, bool first) const {
  const std::string_view text = pending_;
  // never between the two bytes of a CRLF: that would be two line ends
  const auto inside_line_end = [&](std::size_t pos) { return pos > 0 && pos < text.size() && text[pos] == '\n' && text[pos - 1] == '\r'; };
  if (inside_line_end(from)) ++from;
  std::size_t after_line = 0;
  std::size_t after_blank = 0;
  std::size_t line = from;
  for (std::size_t pos = from; pos < limit;) {
    const std::size_t end = std::min(text.find_first_of("\r\n", pos), text.size());
    if (end >= text.size()) break;
    const std::size_t next = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
    if (next > limit) break;
    const bool whole_line = line == 0 || text[line - 1] == '\n' || text[line - 1] == '\r';
    if (whole_line && is_blank(text.substr(line, end - line))) after_blank = first && after_blank != 0 ? after_blank : next;
    after_line = first && after_line != 0 ? after_line : next;
    line = pos = next;
  }
  if (after_blank != 0) return after_blank;
  if (after_line != 0) return after_line;
  std::size_t edge = first ? from : limit;
  while (edge > from + 1 && !utf8::is_edge(text, edge)) --edge;
  while (!utf8::is_edge(text, edge)) ++edge;  // a limit smaller than one character
  return inside_line_end(edge) ? edge + 1 : edge;
}

void DraftPieces::drop(std::size_t count) {
  const SourceText gone = SourceText::piece(pending_.substr(0, count), name_, told_, start_);
  Position position = gone.position(count);
  // the two bytes of a CRLF are one line end, also where a cut came between them
  start_ = {start_.offset + count, position};
  pending_.erase(0, count);
  own_ -= count;
}

std::optional<DraftPiece> DraftPieces::next() {
  fill(own_ + limits_.piece + limits_.context + 4);
  if (own_ == pending_.size() && number_ > 0) return std::nullopt;
  const std::size_t left = pending_.size() - own_;
  const std::size_t own_end = left <= limits_.piece ? pending_.size() : cut(own_, own_ + limits_.piece, false);
  const std::size_t most = own_end + limits_.context;
  const std::size_t end = most >= pending_.size() ? pending_.size() : limits_.context == 0 ? own_end : cut(own_end, most, false);
  DraftPiece piece{SourceText::piece(pending_.substr(0, end), name_, told_, start_), {own_, own_end}, number_++, read_};
  const std::size_t from = own_end > limits_.context ? own_end - limits_.context : 0;
  own_ = own_end;
  if (from > 0) drop(from >= own_end ? own_end : std::min(own_end, cut(from, own_end, true)));
  return piece;
}

}  // namespace careportal_lint
