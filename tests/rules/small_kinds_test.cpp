// Rules of one kind each: capital letters, articles, doubled words.
#include <gtest/gtest.h>

#include "support/lint.h"

namespace careportal_lint {
namespace {

std::string marked(const char* kind, std::string_view text) {
  return test::found(test::linter_of(test::one_rule("\"kind\": \"" + std::string(kind) + "\"")), text);
}

TEST(Capitalization, AQuestionInQuotesOrBracketsDoesNotEndTheSentence) {
  for (const char* text : {"\"When is it?\" she asks.", "\"What a day!\" the boys say.", "The crew (what a crew!) has come.",
                           "It is new (is it?) and clean."}) {
    EXPECT_EQ(marked("capitalization", text), text);
  }
  EXPECT_EQ(marked("capitalization", "It is done. they left."), "It is done. [[they]] left.");
  EXPECT_EQ(marked("capitalization", "It is new. (What a crew!) they left."), "It is new. (What a crew!) [[they]] left.");
  EXPECT_EQ(marked("capitalization", "Is it new? they asked."), "Is it new? [[they]] asked.");
}

TEST(Article, FollowsTheSoundOfRareWords) {
  for (const char* text : {"a unanimous vote", "a ukulele", "a uterus", "a urine test", "an ytterbium lamp", "an Xbox"}) {
    EXPECT_EQ(marked("article", text), text);
  }
  EXPECT_EQ(marked("article", "an unanimous vote"), "[[an]] unanimous vote");
  EXPECT_EQ(marked("article", "an ukulele"), "[[an]] ukulele");
  EXPECT_EQ(marked("article", "a Xbox"), "[[a]] Xbox");
}

TEST(Repetition, IsToldOfTheWholePair) {
  EXPECT_EQ(marked("repetition", "She has has two."), "She [[has has]] two.");
  EXPECT_EQ(marked("repetition", "Give them them."), "Give [[them them]].");
}

TEST(Spacing, BlanksAndMarksAreCounted) {
  for (const char* text : {"A bed.  A crib.", "beds      cribs", "Name:  Mom", "They need beds. Thank you", "Beds: two\nA crib",
                           "They moved in on Friday. The boys need two beds\nin all.",
                           "They moved in on Friday. Needs for the boys: beds and sheets", "twin beds and sheets for the boys"}) {
    EXPECT_EQ(marked("spacing", text), text);
  }
  EXPECT_EQ(marked("spacing", "For both  boys."), "For [[both  boys]].");
  EXPECT_EQ(marked("spacing", "Beds,  sheets, age 5  and up."), "[[Beds,  sheets]], age [[5  and]] up.");
  EXPECT_EQ(marked("spacing", "They need:: beds."), "They need[[::]] beds.");
  EXPECT_EQ(marked("spacing", "They moved in on Friday. The boys need two beds"), "They moved in on Friday. The boys need two [[beds]]");
  EXPECT_EQ(marked("spacing", "They moved in on Friday! The boys need two beds\n\nA lamp, too"),
            "They moved in on Friday! The boys need two [[beds]]\n\nA lamp, too");
}

}  // namespace
}  // namespace careportal_lint
