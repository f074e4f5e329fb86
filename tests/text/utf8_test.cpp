#include "text/utf8.h"

#include <gtest/gtest.h>

namespace careportal_lint {
namespace {

TEST(Utf8, ValidLengthFollowsTheStandard) {
  struct Row {
    const char* name;
    std::string_view bytes;
    std::size_t length;
  };
  const Row rows[] = {
      {"ascii", "a", 1},
      {"two bytes", "\xC3\xA9", 2},
      {"three bytes", "\xE2\x80\x99", 3},
      {"four bytes", "\xF0\x9F\x98\x80", 4},
      {"last code point", "\xF4\x8F\xBF\xBF", 4},
      {"lone continuation byte", "\x80", 0},
      {"overlong slash, two bytes", "\xC0\xAF", 0},
      {"overlong slash, three bytes", "\xE0\x80\xAF", 0},
      {"overlong slash, four bytes", "\xF0\x80\x80\xAF", 0},
      {"surrogate", "\xED\xA0\x80", 0},
      {"before the surrogates", "\xED\x9F\xBF", 3},
      {"beyond the last code point", "\xF4\x90\x80\x80", 0},
      {"five-byte lead", "\xF8\x88\x80\x80\x80", 0},
      {"cut after one of two", "\xC3", 0},
      {"cut after two of three", "\xE2\x80", 0},
      {"cut after three of four", "\xF0\x9F\x98", 0},
      {"ascii where a continuation is due", "\xE2\x80z", 0},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(utf8::valid_length(row.bytes, 0), row.length) << row.name;
    EXPECT_EQ(utf8::is_valid(row.bytes), row.length == row.bytes.size()) << row.name;
  }
  EXPECT_TRUE(utf8::is_valid(""));
  EXPECT_FALSE(utf8::is_valid("good \xC3\xA9, then bad \xC3"));
}

TEST(Utf8, AppendAndDecodeAreInverse) {
  for (const char32_t c : {0x0U, 0x24U, 0x7FU, 0x80U, 0xE9U, 0x7FFU, 0x800U, 0x2019U, 0xFFFDU, 0xFFFFU, 0x10000U, 0x1F600U, 0x10FFFFU}) {
    std::string text;
    utf8::append(text, c);
    ASSERT_TRUE(utf8::is_valid(text)) << std::hex << static_cast<std::uint32_t>(c);
    const utf8::CodePoint point = utf8::decode(text, 0);
    EXPECT_EQ(point.value, c);
    EXPECT_EQ(point.length, text.size());
  }
}

TEST(Utf8, CountsCodePoints) {
  EXPECT_EQ(utf8::count(""), 0U);
  EXPECT_EQ(utf8::count("abc"), 3U);
  EXPECT_EQ(utf8::count("Jos\xC3\xA9 \xE2\x80\x99 \xF0\x9F\x98\x80"), 8U);
}

TEST(Utf8, EdgesLieBetweenCodePoints) {
  const std::string_view text = "\xC3\xA9z";
  EXPECT_TRUE(utf8::is_edge(text, 0));
  EXPECT_FALSE(utf8::is_edge(text, 1));
  EXPECT_TRUE(utf8::is_edge(text, 2));
  EXPECT_TRUE(utf8::is_edge(text, 3));
}

}  // namespace
}  // namespace careportal_lint
