#include "careportal_lint/source_text.h"

#include <algorithm>

#include "careportal_lint/error.h"
#include "text/encoding.h"
#include "text/utf8.h"

namespace careportal_lint {

SourceText SourceText::decode(std::string_view bytes, std::string name) {
  SourceText source;
  source.name_ = std::move(name);
  DecodedBytes decoded = decode_bytes(bytes, source.name_);
  source.text_ = std::move(decoded.text);
  source.encoding_ = decoded.encoding;
  source.has_bom_ = decoded.has_bom;
  source.index_lines();
  return source;
}

SourceText SourceText::with_text(std::string text) const {
  SourceText source;
  source.name_ = name_;
  source.text_ = std::move(text);
  source.encoding_ = encoding_;
  source.has_bom_ = has_bom_;
  source.index_lines();
  return source;
}

SourceText SourceText::piece(std::string text, std::string name, Encoding encoding, const PieceStart& start) {
  SourceText source;
  source.name_ = std::move(name);
  source.text_ = std::move(text);
  source.encoding_ = encoding;
  source.start_ = start;
  source.index_lines();
  return source;
}

void SourceText::index_lines() {
  line_starts_.assign(1, 0);
  for (std::size_t i = 0; i < text_.size(); ++i) {
    const bool cr = text_[i] == '\r';
    const bool crlf = cr && i + 1 < text_.size() && text_[i + 1] == '\n';
    if (text_[i] == '\n' || (cr && !crlf)) line_starts_.push_back(i + 1);
  }
}

Position SourceText::position(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const std::size_t start = *(next - 1);
  const auto line = static_cast<std::size_t>(next - line_starts_.begin());
  const std::size_t before = line == 1 ? start_.position.column - 1 : 0;  // a piece may begin inside a line
  return {start_.position.line + line - 1, 1 + before + utf8::count(std::string_view(text_).substr(start, offset - start))};
}

std::string_view SourceText::line(std::size_t line) const {
  line -= start_.position.line - 1;
  const std::size_t begin = line_starts_.at(line - 1);
  std::size_t end = line < line_starts_.size() ? line_starts_[line] : text_.size();
  while (end > begin && (text_[end - 1] == '\n' || text_[end - 1] == '\r')) --end;
  return std::string_view(text_).substr(begin, end - begin);
}

std::string SourceText::encode(std::string_view text) const { return encode_bytes(text, encoding_, has_bom_, name_); }

bool SourceText::can_hold(std::string_view text) const {
  try {
    const DecodedBytes again = decode_bytes(encode(text), name_);
    return again.text == text;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace careportal_lint
