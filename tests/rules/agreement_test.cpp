#include "rules/agreement.h"

#include <gtest/gtest.h>

namespace careportal_lint {
namespace {

std::string agreed(const std::vector<std::string>& before, std::string_view rewrite) {
  const std::optional<Agreed> result = agree(before, rewrite);
  return result ? (result->takes_last ? "<" : "") + result->text : "fits";
}

TEST(Agreement, FollowsTheWordsBefore) {
  EXPECT_EQ(agreed({"they"}, "is in need"), "are in need");
  EXPECT_EQ(agreed({"she", "also"}, "have needs"), "has needs");
  EXPECT_EQ(agreed({"the", "kids"}, "was in need"), "were in need");
  EXPECT_EQ(agreed({"mom", "and", "her", "boyfriend"}, "is in need"), "fits") << "the last word does not tell";
  EXPECT_EQ(agreed({"one", "of", "the", "boys"}, "need care"), "needs care");
  EXPECT_EQ(agreed({"might"}, "is in need"), "be in need");
  EXPECT_EQ(agreed({"would"}, "could use help"), "need help");
  EXPECT_EQ(agreed({"is"}, "is in need"), "in need");
  EXPECT_EQ(agreed({"she", "was"}, "have had help"), "<has had help");
  EXPECT_EQ(agreed({"has"}, "has had help"), "had help");
  EXPECT_EQ(agreed({"has"}, "came home"), "come home");
  EXPECT_EQ(agreed({"is"}, "extra needs"), "<has extra needs");
}

TEST(Agreement, LeavesAloneWhatItDoesNotKnow) {
  EXPECT_EQ(agreed({}, "is in need"), "fits");
  EXPECT_EQ(agreed({"she"}, "is in need"), "fits");
  EXPECT_EQ(agreed({"kendrick"}, "are in need"), "fits");
  EXPECT_EQ(agreed({"they"}, "needs"), "fits") << "one word may be a noun";
  EXPECT_EQ(agreed({"was"}, "moved to a new home"), "fits");
}

}  // namespace
}  // namespace careportal_lint
