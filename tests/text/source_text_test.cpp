#include "careportal_lint/source_text.h"

#include <gtest/gtest.h>

#include "support/lint.h"

namespace careportal_lint {

void PrintTo(const Position& position, std::ostream* out) { *out << position.line << ":" << position.column; }

namespace {

TEST(SourceText, PositionsCountLinesAndCodePoints) {
  struct Row {
    const char* name;
    std::string_view text;
    std::string_view at;  // the position of its first occurrence; empty: of the end
    Position position;
  };
  const Row rows[] = {
      {"empty file", "", "", {1, 1}},
      {"first byte", "bed", "b", {1, 1}},
      {"end without a final newline", "bed", "", {1, 4}},
      {"end after a final newline", "bed\n", "", {2, 1}},
      {"lf", "a bed\nand a crib", "crib", {2, 7}},
      {"crlf", "a bed\r\nand a crib", "crib", {2, 7}},
      {"lone cr", "a bed\rand a crib", "crib", {2, 7}},
      {"mixed line ends", "a\r\nb\rc\nd bed", "bed", {4, 3}},
      {"cr at the end, then a blank line", "a\r\r\nbed", "bed", {3, 1}},
      {"accent", "Jos\xC3\xA9 asks", "asks", {1, 6}},
      {"combining mark counts for itself", "Jose\xCC\x81 asks", "asks", {1, 7}},
      {"emoji", "\xF0\x9F\x98\x80 bed", "bed", {1, 3}},
      {"emoji of several code points", "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 bed", "bed", {1, 5}},
      {"curly quotes",
       "\xE2\x80\x9C"
       "a\xE2\x80\x9D bed",
       "bed",
       {1, 5}},
      {"full width", "\xEF\xBC\xA2\xEF\xBC\xA5\xEF\xBC\xA4 bed", "bed", {1, 5}},
  };
  for (const Row& row : rows) {
    const SourceText source = test::decode(row.text);
    const std::size_t offset = row.at.empty() ? row.text.size() : row.text.find(row.at);
    EXPECT_EQ(source.position(offset), row.position) << row.name;
  }
}

TEST(SourceText, PositionsBeyondTheEndAreTheEnd) { EXPECT_EQ(test::decode("bed").position(99), (Position{1, 4})); }

TEST(SourceText, LinesComeWithoutTheirEnds) {
  const SourceText source = test::decode("one\r\ntwo\rthree\n\nfive");
  ASSERT_EQ(source.line_count(), 5U);
  EXPECT_EQ(source.line(1), "one");
  EXPECT_EQ(source.line(2), "two");
  EXPECT_EQ(source.line(3), "three");
  EXPECT_EQ(source.line(4), "");
  EXPECT_EQ(source.line(5), "five");
}

TEST(SourceText, TheByteOrderMarkIsNoPartOfTheText) {
  const SourceText source = test::decode(
      "\xEF\xBB\xBF"
      "bed");
  EXPECT_EQ(source.text(), "bed");
  EXPECT_TRUE(source.has_bom());
  EXPECT_EQ(source.encode("cot"),
            "\xEF\xBB\xBF"
            "cot");
}

}  // namespace
}  // namespace careportal_lint
