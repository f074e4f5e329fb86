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
    "vocabulary": {"clause_words": {"she": "subject", "they": "subject", "it": "it", "you": "you", "she's": "subject-be", "there": "there",
      "this": "this", "the": "the", "a": "a", "six": "determiner", "her": "possessive", "every": "picks", "only": "singles", "mom": "person",
      "nobody": "anybody", "is": "be", "are": "be", "was": "be", "has": "have", "will": "auxiliary", "gave": "gives", "let": "lets",
      "be": "been", "to": "to", "not": "rest-of-verb", "down": "particle", "now": "adverb", "everything": "object", "them": "complement",
      "in": "preposition", "on": "preposition", "by": "preposition", "week": "time", "monday": "time", "before": "opens", "please": "please", "and": "and-or", "so": "so", "how": "so",
      "who": "ties", "when": "opens", "says": "reports", "said": "reported"}},
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

TEST(RunOn, TellsClausesByWhatEndsTheOneBefore) {
  EXPECT_EQ(run_on("Mom has two cribs in the house this is her sofa."), "Mom has two cribs in the [[house this]] is her sofa.");
  EXPECT_EQ(run_on("Mom has three toddlers under six they are happy now."), "Mom has three toddlers under [[six they]] are happy now.");
  EXPECT_EQ(run_on("Mom is happy when you come by she is in the yard."), "Mom is happy when you come [[by she]] is in the yard.");
  EXPECT_EQ(run_on("Mom has been in Muncie the bed was donated last week."), "Mom has been in [[Muncie the]] bed was donated last week.");
  EXPECT_EQ(run_on("Mom has the crib now please call her on Monday."), "Mom has the crib [[now please]] call her on Monday.");
  EXPECT_EQ(run_on("Mom was in the house now before Monday they are in the yard."),
            "Mom was in the house now before [[Monday they]] are in the yard.");
  EXPECT_EQ(run_on("Mom said the crib is new now nobody has a bed."), "Mom said the crib is new [[now nobody]] has a bed.");
}

TEST(RunOn, LeavesClausesAloneThatSayWhich) {
  for (const char* text : {"Mom has the cribs they were given by a neighbor.", "Mom is in the only house they have ever liked.",
                           "The toddlers are so happy they are not in bed now.", "Mom has a neighbor down the road who has a van.",
                           "Mom will use every toy they will give her to keep.", "Mom has the desk they will do homework on.",
                           "Mom has toddlers this small in the house by now."}) {
    EXPECT_EQ(run_on(text), text);
  }
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

std::string agreement(std::string_view text) {
  static const Linter linter = test::linter_of(R"({"pack": "p", "category": "credibility",
    "vocabulary": {"any_number": {"family": "any", "clothes": "any"},
      "clause_words": {"he": "subject", "they": "subject", "i": "subject", "she's": "subject-be", "the": "the", "a": "a", "two": "determiner",
      "his": "possessive", "mom": "person", "boys": "person", "mother": "person", "are": "be", "is": "be", "was": "be", "were": "be", "have": "have",
      "has": "have", "do": "auxiliary", "don't": "auxiliary", "dont": "auxiliary", "does": "auxiliary", "need": "verb", "needs": "verb", "want": "verb", "heard": "reported",
      "now": "adverb", "to": "to", "in": "preposition", "week": "time", "and": "and-or", "who": "ties", "because": "opens", "if": "opens"}},
    "rules": [{"id": "agreement", "kind": "agreement", "severity": "warning", "message": "m"}]})");
  return test::found(linter, text);
}

TEST(Agreement, TellsVerbsOfTheOtherNumber) {
  EXPECT_EQ(agreement("His wife have a job."), "His wife [[have]] a job.");
  EXPECT_EQ(agreement("They call because he need a ride."), "They call because he [[need]] a ride.");
  EXPECT_EQ(agreement("He has a job and he come home late."), "He has a job and he [[come]] home late.");
  EXPECT_EQ(agreement("Now the mother dont drive."), "Now the mother [[dont]] drive.");
  EXPECT_EQ(agreement("The boys was home."), "The boys [[was]] home.");
  EXPECT_EQ(agreement("They carries water."), "They [[carries]] water.");
  EXPECT_EQ(agreement("Hodan have a job."), "Hodan [[have]] a job.");
  EXPECT_EQ(agreement("He is shy and need a friend."), "He is shy and [[need]] a friend.");
  EXPECT_EQ(agreement("His aunt has a van and drive the boys home."), "His aunt has a van and [[drive]] the boys home.");
}

TEST(Agreement, OffersTheForm) {
  const Linter linter = test::linter_of(R"({"pack": "p", "category": "credibility",
    "vocabulary": {"clause_words": {"he": "subject", "they": "subject", "dont": "auxiliary", "go": "verb"}},
    "rules": [{"id": "agreement", "kind": "agreement", "severity": "warning", "message": "m"}]})");
  const auto offered = [&](std::string_view text) {
    const std::vector<Diagnostic> findings = test::lint(linter, text);
    return findings.empty() || findings[0].suggestions.empty() ? std::string() : *findings[0].suggestions[0].text;
  };
  EXPECT_EQ(offered("He carry water."), "carries");
  EXPECT_EQ(offered("He wash dishes."), "washes");
  EXPECT_EQ(offered("He play chess."), "plays");
  EXPECT_EQ(offered("He go home."), "goes");
  EXPECT_EQ(offered("He dont drive."), "doesn't");
  EXPECT_EQ(offered("They tries hard."), "try");
}

TEST(Agreement, LeavesAloneWhatItCannotBeSureOf) {
  for (const char* text :
       {"Does he need a ride?", "Mom and he need a ride.", "If he were here, they were glad.", "I was home.", "The family have a car.",
        "They heard the mother sing.", "They heard his uncle arrive at noon.", "The boys clothes in two bags.",
        "He likes to swim and run a race.", "He has asthma and sleep trouble.", "Two week is long.", "The mother work schedule is full.",
        "He color-codes the chart.", "The boys clothes are old.", "She's home.", "He quit the job.", "Those who need a ride call.",
        "It is the boys and their mother who need a ride."}) {
    EXPECT_EQ(agreement(text), text);
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
