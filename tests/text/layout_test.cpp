#include "text/layout.h"

#include <gtest/gtest.h>

namespace careportal_lint {
namespace {

// One letter a line: j joined, l list item, L label, b blank, - an ordinary line of its own.
std::string kinds(std::string_view text) {
  std::string out;
  for (const LayoutLine& line : layout_lines(text)) {
    out.push_back(line.blank ? 'b' : line.list_item ? 'l' : line.joined ? 'j' : line.label ? 'L' : '-');
  }
  return out;
}

TEST(Layout, TellsWrappedLinesFromRealLineEnds) {
  struct Row {
    const char* name;
    std::string_view text;
    std::string_view kinds;
  };
  const Row rows[] = {
      {"empty", "", ""},
      {"one line", "A bed.", "-"},
      {"hard-wrapped paragraph",
       "A grandmother in Marion County is taking in her three grandchildren this\n"
       "weekend and would be so grateful for beds and bedding for all of them and\n"
       "a little help with groceries.\n",
       "-jj"},
      {"wrapped with crlf",
       "A grandmother in Marion County is taking in her three grandchildren this\r\n"
       "weekend and would be so grateful for beds.\r\n",
       "-j"},
      {"short lines end on purpose", "Twin bed\nCrib\nPillows\n", "---"},
      {"a blank line ends a paragraph",
       "A grandmother in Marion County is taking in her three grandchildren this\n\n"
       "weekend and would be so grateful for beds.\n",
       "-b-"},
      {"bullets", "- a bed\n* a crib\n\xE2\x80\xA2 sheets\n1. pillows\n2) towels\n-cots\n", "llllll"},
      {"a number that begins a wrapped line",
       "They would like board games and puzzles for the children of ages 5 to\n"
       "12. A booster seat would be good, too, for the smallest of the twins.\n",
       "-j"},
      {"a list is numbered from one on", "Needs\n1. pillows\n10) towels\n", "-ll"},
      {"words that show a wrap at any width",
       "The family hopes for two beds with rails, and a table for six people.\n"
       "The foster parents are patient and quick to\n"
       "laugh, with two dogs that sleep in a crate\n"
       "and a cat. The boys share the larger room\n"
       "the whole year.\n",
       "-jjj-"},
      {"no bullets", "5.5 inches\n*wide* beds\n-5 degrees\n", "---"},
      {"labels", "Needs:\nCase name: the family\nWe hope, of course: yes\nAt 5:30 we meet\n", "LL--"},
      {"a colon in the next line of a sentence",
       "The three children, ages 7, 9 and 12, live with their grandfather and ask\n"
       "for used instruments: a small keyboard and a drum.\n"
       "Needs: a stand.\n"
       "All of them hope to play at the county fair in the fall of the coming ye.\n"
       "also needed: a lamp\n",
       "-jL-L"},
      {"a list item goes on in the next line",
       "- a grandmother in Marion County is taking in her three grandchildren this\n"
       "  weekend and would be so grateful for beds\n"
       "- sheets\n",
       "ljl"},
      {"long paragraphs typed without line ends",
       "A grandmother in Marion County is taking in her three grandchildren this weekend and would be so grateful for beds and "
       "bedding for all of them and a little help with groceries until the first check comes in at the end of the month, and a crib.\n"
       "The oldest likes to draw.\n",
       "--"},
  };
  for (const Row& row : rows) EXPECT_EQ(kinds(row.text), row.kinds) << row.name;
}

TEST(Layout, ContentBeginsAfterIndentationAndBullet) {
  const std::string_view text = "  - a bed\n\t1. crib";
  const std::vector<LayoutLine> lines = layout_lines(text);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_EQ(text.substr(lines[0].content, lines[0].end - lines[0].content), "a bed");
  EXPECT_EQ(text.substr(lines[1].content, lines[1].end - lines[1].content), "crib");
}

}  // namespace
}  // namespace careportal_lint
