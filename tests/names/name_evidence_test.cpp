// What tells a name from a word, family by family, with the rules of the program.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/lint.h"

namespace careportal_lint {
namespace {

// The words that are told as names, as they stand in the text, and what is said instead of the first one.
struct Told {
  std::vector<std::string> names;
  std::string instead;
};

Told told(const std::string& text) {
  Told out;
  for (const Diagnostic& one : test::lint(test::default_linter(), text)) {
    if (one.rule != "confidentiality/person-name") continue;
    out.names.emplace_back(text.substr(one.span.begin, one.span.end - one.span.begin));
    if (out.names.size() == 1 && !one.suggestions.empty()) out.instead = one.suggestions.front().text.value_or("");
  }
  return out;
}

using Names = std::vector<std::string>;

const std::string kRest = " we can find the rest of it. we are so glad for any help at all.";

TEST(NameEvidence, AWordWithoutArticleIsANameWhereNothingHasCapitals) {
  for (const std::string name : {"hunter", "river", "legend", "scooter"}) {
    EXPECT_EQ(told(name + " has no coat for the cold." + kRest).names, Names{name});
    EXPECT_EQ(told(name + " came with one bag." + kRest).names, Names{name});
    EXPECT_EQ(told("need shoes for " + name + "." + kRest).names, Names{name});
    EXPECT_EQ(told("can you get " + name + " a coat." + kRest).names, Names{name});
    EXPECT_EQ(told("the " + name + " has no end." + kRest).names, Names{});
    EXPECT_EQ(told("there is a " + name + " at the door." + kRest).names, Names{});
  }
}

TEST(NameEvidence, AWordWithoutArticleIsNoNameAmongCapitals) {
  EXPECT_EQ(told("They need a frame. A good one will do, and hunter green would be great for it.").names, Names{});
  EXPECT_EQ(told("She hopes that grace will carry her. May the miles be short.").names, Names{});
}

TEST(NameEvidence, SizesColorsAndMonthsAreNoPeople) {
  for (const char* text : {"king would be great but queen is fine.", "jade is fine, teal is fine.", "june is 4 weeks away.",
                           "april is cold.", "hope is on the way.", "summer is here."}) {
    EXPECT_EQ(told(text + kRest).names, Names{}) << text;
  }
  EXPECT_EQ(told("april needs a crib by then." + kRest).names, Names{"april"});
  EXPECT_EQ(told("faith sleeps on the floor." + kRest).names, Names{"faith"});
}

TEST(NameEvidence, ALostApostropheHidesNoName) {
  EXPECT_EQ(told("tashas mom works nights." + kRest).names, Names{"tashas"});
  EXPECT_EQ(told("they need jammies in size 5." + kRest).names, Names{});
}

TEST(NameEvidence, WhoeverIsOneOfSeveralIsAThing) {
  EXPECT_EQ(told("They would like a Stanley tape and an Anne of Green Gables set.").names, Names{});
  EXPECT_EQ(told("They would like Coleman fuel and Wilton pans.").names, Names{});
  EXPECT_EQ(told("We helped the Coleman family with fuel.").names, Names{"the Coleman family"});
}

TEST(NameEvidence, CharactersStandAmongCharacters) {
  EXPECT_EQ(told("The kids love Elsa, Anna, Woody and Bluey.").names, Names{});
  EXPECT_EQ(told("Her favorite books are Ramona and Matilda.").names, Names{});
  EXPECT_EQ(told("The kids love Anna.").names, Names{"Anna"});
}

TEST(NameEvidence, TitlesThatAreNames) {
  EXPECT_EQ(told("sir is 2 and loves trucks." + kRest).names, Names{"sir"});
  EXPECT_EQ(told("Buddy and Sissy are staying with kin.").names, Names{"Buddy and Sissy"});
  EXPECT_EQ(told("Yes sir, we can. Her buddy needs a ride.").names, Names{});
}

TEST(NameRoles, FitNumberAndGrammar) {
  EXPECT_EQ(told("Waylon is 3 and needs a bed.").instead, "The child");
  EXPECT_EQ(told("Waylon is 7 months sober.").instead, "The caregiver");
  EXPECT_EQ(told("We helped Mr. and Mrs. Haroun.").instead, "the caregivers");
  EXPECT_EQ(told("They have Leo and Mia now.").instead, "the children");
  EXPECT_EQ(told("Heaven and her twin need beds.").instead, "The child");
  EXPECT_EQ(told("Hodan, the mom, is due in May.").names, Names{"Hodan, the mom,"});
  EXPECT_EQ(told("Please call me, Dawn Kiefer, with questions.").instead, "the caseworker");
  EXPECT_EQ(told("We need beds. Thanks, Dawn Kiefer FCM").instead, "the caseworker");
  EXPECT_EQ(told("We need beds.\n\nThanks,\nDawn Kiefer, FCM").instead, "The caseworker");
}

TEST(NameRoles, OneOfSeveralWhenTheListToldThem) {
  const std::string text = "Her sons Bohdan and Nikita are here. Bohdan wears 7.";
  std::vector<std::string> said;
  for (const Diagnostic& one : test::lint(test::default_linter(), text)) {
    if (one.rule == "confidentiality/person-name") said.push_back(one.suggestions.front().text.value_or(""));
  }
  EXPECT_EQ(said, (std::vector<std::string>{"Her sons", "One of the children"}));
}

}  // namespace
}  // namespace careportal_lint
