#include "text/encoding.h"

#include <gtest/gtest.h>

#include "careportal_lint/error.h"

namespace careportal_lint {
namespace {

using namespace std::string_literals;

std::string utf16(std::string_view ascii, bool big_endian) {
  std::string out;
  for (const char c : ascii) {
    if (big_endian) out.push_back('\0');
    out.push_back(c);
    if (!big_endian) out.push_back('\0');
  }
  return out;
}

struct Row {
  const char* name;
  std::string bytes;
  std::string text;
  Encoding encoding;
  bool has_bom;
};

std::vector<Row> rows() {
  return {
      {"empty", "", "", Encoding::utf8, false},
      {"ascii", "A bed.", "A bed.", Encoding::utf8, false},
      {"utf8", "Jos\xC3\xA9", "Jos\xC3\xA9", Encoding::utf8, false},
      {"utf8_bom", "\xEF\xBB\xBFJos\xC3\xA9", "Jos\xC3\xA9", Encoding::utf8, true},
      {"only_a_bom", "\xEF\xBB\xBF", "", Encoding::utf8, true},
      {"utf16_le_bom", "\xFF\xFE" + utf16("A bed.\r\n", false), "A bed.\r\n", Encoding::utf16_le, true},
      {"utf16_be_bom", "\xFE\xFF" + utf16("A bed.\r\n", true), "A bed.\r\n", Encoding::utf16_be, true},
      {"utf16_le_without_bom", utf16("A crib, please", false), "A crib, please", Encoding::utf16_le, false},
      {"utf16_be_without_bom", utf16("A crib, please", true), "A crib, please", Encoding::utf16_be, false},
      {"utf16_le_emoji", "\xFF\xFE\x3D\xD8\x00\xDE"s, "\xF0\x9F\x98\x80", Encoding::utf16_le, true},
      {"utf16_be_quote", "\xFE\xFF\x20\x19"s, "\xE2\x80\x99", Encoding::utf16_be, true},
      {"windows_1252",
       "Jos\xE9\x92s \x93"
       "bed\x94 \x80"
       "5",
       "Jos\xC3\xA9\xE2\x80\x99s \xE2\x80\x9C"
       "bed\xE2\x80\x9D \xE2\x82\xAC"
       "5",
       Encoding::windows_1252, false},
  };
}

TEST(Encoding, DecodesAndWritesBackTheSameBytes) {
  for (const Row& row : rows()) {
    const DecodedBytes decoded = decode_bytes(row.bytes, "draft.txt");
    EXPECT_EQ(decoded.text, row.text) << row.name;
    EXPECT_EQ(decoded.encoding, row.encoding) << row.name;
    EXPECT_EQ(decoded.has_bom, row.has_bom) << row.name;
    EXPECT_EQ(encode_bytes(decoded.text, decoded.encoding, decoded.has_bom, "draft.txt"), row.bytes) << row.name;
  }
}

TEST(Encoding, EveryByteOfWindows1252GoesRoundTrip) {
  std::string bytes;
  for (int byte = 0x80; byte < 0x100; ++byte) bytes += "a" + std::string(1, static_cast<char>(byte));
  const DecodedBytes decoded = decode_bytes(bytes, "draft.txt");
  ASSERT_EQ(decoded.encoding, Encoding::windows_1252);
  EXPECT_EQ(encode_bytes(decoded.text, decoded.encoding, false, "draft.txt"), bytes);
}

TEST(Encoding, RefusesWhatIsNoText) {
  const std::pair<const char*, std::string> binaries[] = {
      {"zero byte", "abc\0def"s},
      {"mostly control characters", "\x01\x02\x03\x04\x05\x06\x07\x08"},
      {"png", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s},
      {"zip", "PK\x03\x04\x14\0\x06\0\x08\0"s},
      {"zero byte after a UTF-8 mark",
       "\xEF\xBB\xBF"
       "a\0b"s},
      {"odd number of bytes in UTF-16",
       "\xFF\xFE"
       "a\0b"s},
      {"lone high surrogate", "\xFF\xFE\x3D\xD8"s},
      {"lone low surrogate", "\xFE\xFF\xDE\x00"s},
      {"high surrogate before a letter",
       "\xFF\xFE\x3D\xD8"
       "a\0"s},
      {"UTF-32 with a mark", "\xFF\xFE\0\0a\0\0\0b\0\0\0"s},
      {"zero in UTF-16", "\xFE\xFF\0a\0\0\0b"s},
  };
  for (const auto& [name, bytes] : binaries) {
    try {
      decode_bytes(bytes, "scan.pdf");
      ADD_FAILURE() << name << ": expected an error";
    } catch (const Error& error) {
      EXPECT_TRUE(std::string_view(error.what()).starts_with("scan.pdf: ")) << name << ": " << error.what();
    }
  }
}

TEST(Encoding, AUtf8MarkBeforeOtherBytesIsAnErrorThatSaysSo) {
  try {
    decode_bytes("\xEF\xBB\xBFJos\xE9", "draft.txt");
    FAIL() << "expected an error";
  } catch (const Error& error) {
    EXPECT_NE(std::string_view(error.what()).find("UTF-8"), std::string_view::npos);
  }
}

TEST(Encoding, WritingRefusesCharactersThatWindows1252Lacks) {
  EXPECT_EQ(encode_bytes("caf\xC3\xA9 \xE2\x80\x99", Encoding::windows_1252, false, "draft.txt"), "caf\xE9 \x92");
  EXPECT_THROW(encode_bytes("\xF0\x9F\x98\x80", Encoding::windows_1252, false, "draft.txt"), Error);
}

TEST(Encoding, ShortTextsAreNotTakenForUtf16) {
  EXPECT_EQ(decode_bytes("ok", "draft.txt").encoding, Encoding::utf8);
  EXPECT_EQ(decode_bytes("bed!", "draft.txt").encoding, Encoding::utf8);
}

}  // namespace
}  // namespace careportal_lint
