#include "text/encoding.h"

#include <algorithm>
#include <array>

#include "careportal_lint/error.h"
#include "text/utf8.h"

namespace careportal_lint {
namespace {

// Windows-1252 differs from Latin-1 only in 0x80..0x9F (source: the Unicode Consortium's mapping table CP1252.TXT, with
// the five unassigned bytes mapped to themselves, as browsers do).
constexpr std::array<char32_t, 32> kWindows1252 = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                   0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                   0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

constexpr std::string_view kUtf8Bom = "\xEF\xBB\xBF";

char32_t unit_at(std::string_view bytes, std::size_t pos, bool big_endian) {
  const auto a = static_cast<unsigned char>(bytes[pos]);
  const auto b = static_cast<unsigned char>(bytes[pos + 1]);
  return big_endian ? static_cast<char32_t>(a << 8U | b) : static_cast<char32_t>(b << 8U | a);
}

std::string from_utf16(std::string_view bytes, bool big_endian, const std::string& name) {
  if (bytes.size() % 2 != 0) not_text(name);
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t pos = 0; pos < bytes.size(); pos += 2) {
    char32_t c = unit_at(bytes, pos, big_endian);
    if (c == 0) not_text(name);  // UTF-32, or no text at all
    if (c >= 0xD800 && c < 0xE000) {
      const char32_t low = pos + 3 < bytes.size() ? unit_at(bytes, pos + 2, big_endian) : 0;
      if (c >= 0xDC00 || low < 0xDC00 || low >= 0xE000) not_text(name);
      c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
      pos += 2;
    }
    utf8::append(out, c);
  }
  return out;
}

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char ch : bytes) {
    const auto byte = static_cast<unsigned char>(ch);
    utf8::append(out, byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80] : static_cast<char32_t>(byte));
  }
  return out;
}

// Bytes that no text holds: zero, and many other control characters.
bool looks_binary(std::string_view bytes) {
  std::size_t control = 0;
  for (const char ch : bytes) {
    if (ch == 0) return true;
    control += is_control(ch) ? 1 : 0;
  }
  return control * 10 > bytes.size();
}

void append_utf16(std::string& out, char32_t unit, bool big_endian) {
  const char high = static_cast<char>(unit >> 8U);
  const char low = static_cast<char>(unit & 0xFFU);
  out.push_back(big_endian ? high : low);
  out.push_back(big_endian ? low : high);
}

std::string to_utf16(std::string_view text, bool big_endian, bool with_bom) {
  std::string out;
  if (with_bom) append_utf16(out, 0xFEFF, big_endian);
  for (std::size_t pos = 0; pos < text.size();) {
    const auto [c, length] = utf8::decode(text, pos);
    pos += length;
    if (c < 0x10000) {
      append_utf16(out, c, big_endian);
    } else {
      append_utf16(out, 0xD800 + ((c - 0x10000) >> 10U), big_endian);
      append_utf16(out, 0xDC00 + ((c - 0x10000) & 0x3FFU), big_endian);
    }
  }
  return out;
}

std::string to_windows_1252(std::string_view text, const std::string& name) {
  std::string out;
  for (std::size_t pos = 0; pos < text.size();) {
    const auto [c, length] = utf8::decode(text, pos);
    pos += length;
    const auto* high = std::find(kWindows1252.begin(), kWindows1252.end(), c);
    if (high != kWindows1252.end()) {
      out.push_back(static_cast<char>(0x80 + (high - kWindows1252.begin())));
    } else if (c < 0x100) {
      out.push_back(static_cast<char>(c));
    } else {
      throw Error(name + ": the change has a character that Windows-1252 lacks; save the draft as UTF-8 first");
    }
  }
  return out;
}

}  // namespace

void not_text(const std::string& name) {
  throw Error(name + ": this looks like a binary file, not text; save the draft as plain text (UTF-8) and try again");
}

bool is_control(char ch) {
  const auto byte = static_cast<unsigned char>(ch);
  return byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f' && byte != 0x1B;
}

// Mostly-Latin UTF-16 has a zero in nearly every second byte.
std::optional<Encoding> guess_utf16(std::string_view bytes) {
  if (bytes.size() < 4 || bytes.size() % 2 != 0) return std::nullopt;
  std::size_t even = 0;
  std::size_t odd = 0;
  const std::size_t look = std::min<std::size_t>(bytes.size(), 4096);
  for (std::size_t i = 0; i < look; i += 2) {
    even += bytes[i] == '\0' ? 1 : 0;
    odd += bytes[i + 1] == '\0' ? 1 : 0;
  }
  const std::size_t units = look / 2;
  if (odd * 10 >= units * 7 && even == 0) return Encoding::utf16_le;
  if (even * 10 >= units * 7 && odd == 0) return Encoding::utf16_be;
  return std::nullopt;
}

std::string decode_as(std::string_view bytes, Encoding encoding, const std::string& name) {
  switch (encoding) {
    case Encoding::utf16_le: return from_utf16(bytes, false, name);
    case Encoding::utf16_be: return from_utf16(bytes, true, name);
    case Encoding::windows_1252: return from_windows_1252(bytes);
    case Encoding::utf8: break;
  }
  return std::string(bytes);
}

DecodedBytes decode_bytes(std::string_view bytes, const std::string& name) {
  if (bytes.starts_with(kUtf8Bom)) {
    bytes.remove_prefix(kUtf8Bom.size());
    if (!utf8::is_valid(bytes)) {
      throw Error(name + ": the file says that it is UTF-8 but is not; save the draft again as UTF-8");
    }
    if (looks_binary(bytes)) not_text(name);
    return {std::string(bytes), Encoding::utf8, true};
  }
  if (bytes.starts_with("\xFF\xFE")) return {from_utf16(bytes.substr(2), false, name), Encoding::utf16_le, true};
  if (bytes.starts_with("\xFE\xFF")) return {from_utf16(bytes.substr(2), true, name), Encoding::utf16_be, true};
  if (const std::optional<Encoding> utf16 = guess_utf16(bytes)) return {decode_as(bytes, *utf16, name), *utf16, false};
  if (looks_binary(bytes)) not_text(name);
  if (utf8::is_valid(bytes)) return {std::string(bytes), Encoding::utf8, false};
  return {from_windows_1252(bytes), Encoding::windows_1252, false};
}

std::string encode_bytes(std::string_view text, Encoding encoding, bool with_bom, const std::string& name) {
  switch (encoding) {
    case Encoding::utf8: return (with_bom ? std::string(kUtf8Bom) : std::string()) + std::string(text);
    case Encoding::utf16_le: return to_utf16(text, false, with_bom);
    case Encoding::utf16_be: return to_utf16(text, true, with_bom);
    case Encoding::windows_1252: return to_windows_1252(text, name);
  }
  return {};
}

}  // namespace careportal_lint
