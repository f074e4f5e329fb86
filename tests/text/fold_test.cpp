#include "text/fold.h"

#include <gtest/gtest.h>

#include "support/files.h"
#include "support/lint.h"
#include "text/document.h"
#include "text/utf8.h"

namespace careportal_lint {
namespace {

// Without the newline that ends every line.
std::string folded(std::string_view text) {
  std::string out = fold(text).text;
  if (out.ends_with('\n')) out.pop_back();
  return out;
}

TEST(Fold, GivesEverythingAnAsciiForm) {
  struct Row {
    const char* name;
    std::string_view text;
    std::string_view folded;
  };
  const Row rows[] = {
      {"empty", "", ""},
      {"plain", "A bed, please.", "A bed, please."},
      {"case is kept", "FCM Smith", "FCM Smith"},
      {"curly apostrophe", "mom\xE2\x80\x99s", "mom's"},
      {"curly quotes", "\xE2\x80\x9Ctwin\xE2\x80\x9D", "\"twin\""},
      {"backtick and acute", "don`t can\xC2\xB4t", "don't can't"},
      {"en dash, em dash, minus",
       "a\xE2\x80\x93"
       "b\xE2\x80\x94"
       "c\xE2\x88\x92"
       "d",
       "a-b-c-d"},
      {"no-break space",
       "gift\xC2\xA0"
       "card",
       "gift card"},
      {"runs of blanks", "gift \t  card", "gift card"},
      {"ideographic space",
       "gift\xE3\x80\x80"
       "card",
       "gift card"},
      {"full-width letters and digits", "\xEF\xBC\xA3\xEF\xBD\x81\xEF\xBD\x93\xEF\xBD\x88 \xEF\xBC\x95", "Cash 5"},
      {"zero-width space hides nothing", "ca\xE2\x80\x8Bsh", "cash"},
      {"soft hyphen hides nothing", "ca\xC2\xADsh", "cash"},
      {"byte order mark inside", "ca\xEF\xBB\xBFsh", "cash"},
      {"precomposed accent", "Jos\xC3\xA9", "Jose"},
      {"combining accent", "Jose\xCC\x81", "Jose"},
      {"letters that do not decompose",
       "\xC3\x98rsted \xC5\x81ukasz stra\xC3\x9F"
       "e",
       "Orsted Lukasz strasse"},
      {"ligature", "\xEF\xAC\x81ne", "fine"},
      {"ellipsis", "wait\xE2\x80\xA6", "wait..."},
      {"emoji is no word character", "bed\xF0\x9F\x98\x80", "bed\x1A"},
      {"letters without a form", "\xD0\x90\xD0\x91", "xx"},
      {"control character is a sign",
       "a\x01"
       "b",
       "a\x1A"
       "b"},
      {"trailing blanks", "bed   ", "bed"},
      {"bullet is dropped", "- a bed", "a bed"},
      {"wrapped line is one blank",
       "A grandmother in Marion County is taking in her grandchildren and a gift\ncard would be so kind of you.",
       "A grandmother in Marion County is taking in her grandchildren and a gift card would be so kind of you."},
      {"real line ends stay", "Bed\nCrib", "Bed\nCrib"},
      {"crlf", "Bed\r\nCrib\r\n", "Bed\nCrib"},
      {"lone cr", "Bed\rCrib", "Bed\nCrib"},
  };
  for (const Row& row : rows) EXPECT_EQ(folded(row.text), row.folded) << row.name;
}

TEST(Fold, SpansMapBackToTheWholeOriginalCharacters) {
  struct Row {
    const char* name;
    std::string_view text;
    std::string_view match;     // in the folded text
    std::string_view original;  // what it stands for
  };
  const Row rows[] = {
      {"plain", "a gift card", "gift card", "gift card"},
      {"curly apostrophe inside", "the mom\xE2\x80\x99s car", "mom's", "mom\xE2\x80\x99s"},
      {"accent at the end", "Jos\xC3\xA9 asks", "Jose", "Jos\xC3\xA9"},
      {"combining accent at the end", "Jose\xCC\x81 asks", "Jose", "Jose\xCC\x81"},
      {"after an emoji", "\xF0\x9F\x98\x80 a bed", "bed", "bed"},
      {"no-break space inside",
       "a gift\xC2\xA0"
       "card",
       "gift card",
       "gift\xC2\xA0"
       "card"},
      {"run of blanks inside", "a gift  \t card", "gift card", "gift  \t card"},
      {"zero-width inside", "some ca\xE2\x80\x8Bsh", "cash", "ca\xE2\x80\x8Bsh"},
      {"one character for two",
       "stra\xC3\x9F"
       "e x",
       "strasse",
       "stra\xC3\x9F"
       "e"},
      {"full width", "x \xEF\xBC\xA3\xEF\xBD\x81\xEF\xBD\x93\xEF\xBD\x88 y", "Cash", "\xEF\xBC\xA3\xEF\xBD\x81\xEF\xBD\x93\xEF\xBD\x88"},
      {"across a wrapped line",
       "A grandmother in Marion County is taking in her grandchildren and a gift\r\n   card would be so kind of you.", "gift card",
       "gift\r\n   card"},
      {"in the second line", "- Bed\n- Crib", "Crib", "Crib"},
  };
  for (const Row& row : rows) {
    const FoldedText folded = fold(row.text);
    const std::size_t at = folded.text.find(row.match);
    ASSERT_NE(at, std::string::npos) << row.name;
    const auto begin = static_cast<std::uint32_t>(at);
    const Span span = folded.to_original(row.text, {begin, begin + static_cast<std::uint32_t>(row.match.size())});
    EXPECT_EQ(row.text.substr(span.begin, span.size()), row.original) << row.name;
  }
}

// Every folded byte lies in the original, on a code point, in the original's order.
void check_map(std::string_view text) {
  const FoldedText folded = fold(text);
  std::size_t before = 0;
  for (std::uint32_t pos = 0; pos < folded.text.size(); ++pos) {
    if (folded.text[pos] == '\n') continue;  // ends a line, stands for nothing
    ASSERT_LT(static_cast<unsigned char>(folded.text[pos]), 0x80);
    const Span span = folded.to_original(text, {pos, pos + 1});
    ASSERT_LT(span.begin, span.end);
    ASSERT_LE(span.end, text.size());
    ASSERT_TRUE(utf8::is_edge(text, span.begin) && utf8::is_edge(text, span.end));
    ASSERT_GE(span.begin, before);
    before = span.begin;
    // plain characters stand for themselves
    const char original = text[span.begin];
    if (is_word_char(original)) {
      ASSERT_EQ(folded.text[pos], original) << "at folded byte " << pos;
    }
  }
}

TEST(Fold, EveryByteMapsIntoTheOriginal) {
  for (const std::string_view text :
       {"", "a", "\n\n", " \xC2\xA0 bed \xC2\xA0 ", "\xE2\x80\xA6\xE2\x80\xA6", "\xC3\x9F\xC3\x9F\xEF\xAC\x81", "a\xCC\x81\xCC\x81 b",
        "\xE2\x80\x8B\xE2\x80\x8B", "- \n- \xE2\x80\x8B\n- bed",
        "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 mom\xE2\x80\x99s\r\n\r\n\tbed\r"}) {
    SCOPED_TRACE(text);
    check_map(text);
  }
}

TEST(Fold, EveryByteOfTheCorpusMapsIntoTheOriginal) {
  for (const auto& file : test::corpus_drafts()) {
    SCOPED_TRACE(file.filename().string());
    const SourceText source = test::decode(test::read(file));
    check_map(source.text());
  }
}

TEST(Fold, LinesKnowTheirParagraph) {
  const FoldedText folded = fold("Hello there.\n\nNeeds:\n- a bed\n- a crib\n\n\nThanks!");
  ASSERT_EQ(folded.lines.size(), 5U);
  EXPECT_EQ(folded.lines[0].paragraph, 0U);
  EXPECT_EQ(folded.lines[1].paragraph, 1U);
  EXPECT_EQ(folded.lines[3].paragraph, 1U);
  EXPECT_EQ(folded.lines[4].paragraph, 2U);
  EXPECT_TRUE(folded.lines[1].label);
  EXPECT_TRUE(folded.lines[2].list_item);
  EXPECT_FALSE(folded.lines[4].list_item);
}

}  // namespace
}  // namespace careportal_lint
