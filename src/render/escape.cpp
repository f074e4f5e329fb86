#include "render/escape.h"

#include <utf8proc.h>

#include <algorithm>

#include "text/utf8.h"

namespace careportal_lint {
namespace {

constexpr std::string_view kHex = "0123456789ABCDEF";

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out.push_back('"');
  std::size_t written = 0;
  for (std::size_t pos = 0; pos < text.size(); ++pos) {
    const char c = text[pos];
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && c != '"' && c != '\\' && byte != 0x7F) continue;
    out.append(text, written, pos - written);
    written = pos + 1;
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        out += "\\u00";
        out.push_back(kHex[byte >> 4U]);
        out.push_back(kHex[byte & 0xFU]);
    }
  }
  out.append(text, written);
  out.push_back('"');
}

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t pos = 0; pos < text.size();) {
    const auto [c, length] = utf8::decode(text, pos);
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    if (c == '\t') {
      out.push_back(' ');
    } else if (!control) {
      out.append(text, pos, length);
    } else if (c < 0x100) {
      out += "\\x";
      out.push_back(kHex[c >> 4U]);
      out.push_back(kHex[c & 0xFU]);
    }
    pos += length;
  }
  return out;
}

std::string visible_lines(std::string_view text) {
  std::string out;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\t", pos), text.size());
    const bool crlf = end < text.size() && end > pos && text[end] == '\n' && text[end - 1] == '\r';
    out += visible(text.substr(pos, end - pos - (crlf ? 1 : 0)));
    if (end < text.size()) out.push_back(text[end]);
    pos = end + 1;
  }
  return out;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const auto [c, length] = utf8::decode(text, pos);
    const int columns = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
    width += columns > 0 ? static_cast<std::size_t>(columns) : 0;
    pos += length;
  }
  return width;
}

}  // namespace careportal_lint
