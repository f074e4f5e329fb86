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
  EXPECT_EQ(marked("capitalization", "They like Sorry! and Clue."), "They like Sorry! and Clue.");
  EXPECT_EQ(marked("capitalization", "Is it new? they asked."), "Is it new? [[they]] asked.");
}

TEST(Article, FollowsTheSoundOfRareWords) {
  for (const char* text : {"a unanimous vote", "a ukulele", "a xylophone", "a uterus", "a urine test", "an ytterbium lamp", "an Xbox"}) {
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

std::string run_on(std::string_view text) {
  static const Linter linter = test::linter_of(R"({"pack": "p", "category": "credibility",
    "vocabulary": {"clause_words": {"she": "subject", "they": "subject", "it": "it", "she's": "subject-verb", "there": "there", "the": "determiner",
      "a": "determiner", "mom": "person", "is": "be", "are": "be", "has": "auxiliary", "will": "auxiliary", "let": "lets", "been": "rest-of-verb", "to": "rest-of-verb",
      "now": "adverb", "them": "object", "in": "preposition", "on": "preposition", "week": "time", "and": "ties", "who": "ties", "when": "opens",
      "says": "reports"}},
    "rules": [{"id": "run-on", "kind": "run-on", "severity": "warning", "message": "m", "max": 1}]})");
  return test::found(linter, text);
}

TEST(RunOn, TellsClausesWithNothingToJoinThem) {
  EXPECT_EQ(run_on("Mom has a bed in the room now they share a crib."), "Mom has a bed in the room [[now they]] share a crib.");
  EXPECT_EQ(run_on("She is in the house now there are a few boxes."), "She is in the house [[now there]] are a few boxes.");
  EXPECT_EQ(run_on("Mom has the keys they will paint the rooms."), "Mom has the [[keys they]] will paint the rooms.");
  EXPECT_EQ(run_on("The girls are in the yard now mom has a crib."), "The girls are in the yard [[now mom]] has a crib.");
  EXPECT_EQ(run_on("Mom has the furniture the rooms are clean today."), "Mom has the [[furniture the]] rooms are clean today.");
}

TEST(RunOn, LeavesJoinedClausesAlone) {
  for (const char* text :
       {"Mom has the keys and they will paint the rooms.", "Mom has a neighbor who is in the house now.",
        "When she is in the house they are quiet now.", "Mom says they will paint the rooms now.", "The room she has now is in the house.",
        "Mom has the bed she sleeps in at the house.", "They say how neat the room is and how happy they are now.",
        "Mom has the keys and to her credit they are all new.", "The boys will let the girls share a room and the beds.",
        "The week she painted the rooms they let the boys help.", "Mom has the keys; they will paint the rooms.",
        "She is in the house (it is a small one) now."}) {
    EXPECT_EQ(run_on(text), text);
  }
}

TEST(RunOn, CommasCountWhenThereAreSeveral) {
  EXPECT_EQ(run_on("Mom has the keys, they will paint the rooms."), "Mom has the keys, they will paint the rooms.");
  EXPECT_EQ(run_on("Mom has the keys, they will paint the rooms, she is happy."),
            "Mom has the [[keys, they]] will paint the [[rooms, she]] is happy.");
  for (const char* text : {"Mom has the keys, they paint the rooms, she has a crib, and it is clean.",
                           "They paint a room, they paint a crib, they paint a box."})
    EXPECT_EQ(run_on(text), text);
}

TEST(RunOn, TellsWhatItsTableLacks) {
  const auto error = [](const std::string& vocabulary) {
    return test::pack_error({{"ours.json", R"({"pack": "ours", "category": "credibility", )" + vocabulary +
                                               R"("rules": [{"id": "x", "kind": "run-on", "severity": "warning", "message": "m"}]})"}});
  };
  EXPECT_NE(error("").find("needs the vocabulary 'clause_words'"), std::string::npos);
  EXPECT_NE(error(R"("vocabulary": {"clause_words": {"he": "subjct"}}, )").find("'he' cannot be 'subjct', did you mean 'subject'?"),
            std::string::npos);
}

TEST(Spelling, JoinsWhatWasTornAndSplitsWhatWasRunTogether) {
  EXPECT_EQ(marked("spelling", "She needs a dres ser and lamps."), "She needs a [[dres ser]] and lamps.");
  EXPECT_EQ(marked("spelling", "The child ren sleep dur ing the day."), "The [[child ren]] sleep [[dur ing]] the day.");
  EXPECT_EQ(marked("spelling", "They have matchingpillows and are inneed of wipesand more."),
            "They have [[matchingpillows]] and are [[inneed]] of [[wipesand]] more.");
  for (const char* text : {"The men sleep in a tent.", "A keychain and a bedframe.", "Some Ren Tor wrote.", "a beader and a quilter"})
    EXPECT_EQ(marked("spelling", text), text);
}

TEST(Spelling, RareWordsCanBeSlipsAndNamesAreNone) {
  EXPECT_EQ(marked("spelling", "He lives whit the mather of the boys."), "He lives [[whit]] the [[mather]] of the boys.");
  for (const char* text : {"The house of Mather is new.", "Write to @darlene-stid or b@example.org."})
    EXPECT_EQ(marked("spelling", text), text);
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
