#include "text/sentences.h"

#include <gtest/gtest.h>

namespace careportal_lint {
namespace {

TEST(Sentences, AreSplitWhereTheyEnd) {
  struct Row {
    const char* name;
    std::string_view line;
    std::vector<std::string_view> sentences;
  };
  const std::vector<Row> rows = {
      {"one", "We need a bed.", {"We need a bed."}},
      {"two", "We need a bed. It is twin size.", {"We need a bed.", "It is twin size."}},
      {"question and exclamation", "Can you help? Thank you! Bye.", {"Can you help?", "Thank you!", "Bye."}},
      {"without a final stop", "We need a bed. Thanks", {"We need a bed.", "Thanks"}},
      {"several signs", "Really?! Yes... Good.", {"Really?!", "Yes...", "Good."}},
      {"closing quote", "She said \"thanks.\" He smiled.", {"She said \"thanks.\"", "He smiled."}},
      {"closing parenthesis", "It fits (we hope.) Thanks.", {"It fits (we hope.)", "Thanks."}},
      {"inches",
       "An 18 in. skillet and a 12-in. pan fit. She came in. they left.",
       {"An 18 in. skillet and a 12-in. pan fit.", "She came in.", "they left."}},
      {"title", "Mr. and Mrs. Example came. They left.", {"Mr. and Mrs. Example came.", "They left."}},
      {"initial", "J. Example came.", {"J. Example came."}},
      {"time of day goes on", "At 9 a.m. she works.", {"At 9 a.m. she works."}},
      {"time of day ends", "She works until 9 a.m. Then she sleeps.", {"She works until 9 a.m.", "Then she sleeps."}},
      {"decimal number", "It is 2.5 feet. Wide.", {"It is 2.5 feet.", "Wide."}},
      {"web address", "See example.com for more. Thanks.", {"See example.com for more.", "Thanks."}},
      {"missing blank", "They came home.She was glad.", {"They came home.", "She was glad."}},
      {"pronoun I ends a sentence", "So do I. We try.", {"So do I.", "We try."}},
      {"no as a word", "They said no. We asked again.", {"They said no.", "We asked again."}},
      {"no as number", "Bus no. 5 stops here.", {"Bus no. 5 stops here."}},
      {"list with etc.", "Sheets, etc. would help. Thanks.", {"Sheets, etc. would help.", "Thanks."}},
      {"units and days go on", "It is 20 min. each way, Tues. or Thurs. after 5.", {"It is 20 min. each way, Tues. or Thurs. after 5."}},
      {"units end", "It takes 20 min. Then they eat.", {"It takes 20 min.", "Then they eat."}},
      {"only signs", "...", {"..."}},
  };
  for (const Row& row : rows) {
    std::vector<std::string_view> sentences;
    for (const Range range : split_line(row.line, {0, static_cast<std::uint32_t>(row.line.size())})) {
      sentences.push_back(row.line.substr(range.begin, range.size()));
    }
    EXPECT_EQ(sentences, row.sentences) << row.name;
  }
}

TEST(Sentences, StayWithinTheirLine) {
  const std::string_view text = "First one. Second one.\nThird one. Fourth one.";
  const std::vector<Range> ranges = split_line(text, {23, 45});
  ASSERT_EQ(ranges.size(), 2U);
  EXPECT_EQ(text.substr(ranges[0].begin, ranges[0].size()), "Third one.");
  EXPECT_EQ(text.substr(ranges[1].begin, ranges[1].size()), "Fourth one.");
}

}  // namespace
}  // namespace careportal_lint
