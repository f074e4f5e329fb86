// Text fitted to a terminal.
#include "cli/review_view.h"

#include <gtest/gtest.h>

#include "support/lint.h"

namespace careportal_lint {
namespace {

using cli::Look;

std::string marked(std::string_view text, std::string_view words, std::size_t columns = 80) {
  const SourceText draft = test::decode(text);
  const std::size_t at = draft.text().find(words);
  return cli::marked_sentence({columns, false}, draft, {at, at + words.size()});
}

TEST(ReviewView, WrapsAtBlanksUnderAnIndent) {
  EXPECT_EQ(cli::wrapped({30, false}, "  1  ", "a bed with a frame and a mattress"), "  1  a bed with a frame and a\n     mattress\n");
  EXPECT_EQ(cli::wrapped({30, false}, "x ", ""), "x \n");
}

TEST(ReviewView, BreaksAWordThatIsTooLong) {
  EXPECT_EQ(cli::wrapped({20, false}, "", std::string(45, 'a')), std::string(20, 'a') + "\n" + std::string(20, 'a') + "\naaaaa\n");
}

TEST(ReviewView, CountsColumnsNotBytes) {
  EXPECT_EQ(marked("\xE7\x8E\x8B\xE7\x8E\x8B Zo\xC3\xAB has cash.", "cash"),
            "  \xE7\x8E\x8B\xE7\x8E\x8B Zo\xC3\xAB has cash.\n               ^^^^\n");
}

TEST(ReviewView, ShowsTheSentenceOnly) {
  EXPECT_EQ(marked("Grandma has the boys at home, and a bed for each of them. Some cash\nhelps. Thanks.", "cash"),
            "  Some cash helps.\n       ^^^^\n");
}

TEST(ReviewView, MarksWordsOnTwoLines) {
  EXPECT_EQ(marked("Grandma has a very long story here.", "very long story", 22),
            "  Grandma has a very\n                ^^^^\n  long story here.\n  ^^^^^^^^^^\n");
}

TEST(ReviewView, MarksWhatCannotBeSeen) {
  EXPECT_EQ(marked("A\xE2\x80\x8B"
                   "bed.",
                   "\xE2\x80\x8B"),
            "  A\xE2\x80\x8B"
            "bed.\n   ^\n");
}

TEST(ReviewView, CutsAVeryLongSentence) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "word ";
  const std::string shown = marked(text + "cash " + text, "cash");
  EXPECT_LT(shown.size(), 700U);
  EXPECT_TRUE(shown.starts_with("  ...")) << shown;
  EXPECT_NE(shown.find("^^^^"), std::string::npos);
}

TEST(ReviewView, EscapesControlCharacters) {
  EXPECT_EQ(marked("Some \x1b[31mcash.", "cash"), "  Some \\x1B[31mcash.\n               ^^^^\n");
}

TEST(ReviewView, MarksInColorWhenWanted) {
  const SourceText draft = test::decode("cash");
  EXPECT_EQ(cli::marked_sentence({80, true}, draft, {0, 4}), "  \x1b[1;31mcash\x1b[0m\n  \x1b[1;31m^^^^\x1b[0m\n");
}

}  // namespace
}  // namespace careportal_lint
