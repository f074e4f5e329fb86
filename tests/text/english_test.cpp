#include "text/english.h"

#include <gtest/gtest.h>

namespace careportal_lint {
namespace {

TEST(English, IndefiniteArticleFollowsTheSound) {
  for (const char* word : {"aunt",     "apple",     "hour", "honest", "heir",   "8-year-old",  "11-year-old", "18",          "80",  "uncle",
                           "umbrella", "IEP",       "MRI",  "FCM",    "SSN",    "unimportant", "uninsured",   "egg",         "old", "Aunt",
                           "HDMI",     "ytterbium", "Xbox", "X-ray",  "urgent", "unable",      "uncle's",     "unidentified"}) {
    EXPECT_EQ(indefinite_article(word), "an") << word;
  }
  for (const char* word :
       {"bed",     "university", "unit",  "uniform", "used",    "European", "one-time", "house",  "7-year-old", "1",    "100", "180",
        "1100",    "DCS",        "TANF",  "UPS",     "user",    "utility",  "Bed",      "year",   "onesie",     "SNAP", "",    "unanimous",
        "ukulele", "uterus",     "urine", "urinal",  "uranium", "yellow",   "U-Haul",   "utopia", "unilateral", "Ouija"}) {
    EXPECT_EQ(indefinite_article(word), "a") << word;
  }
}

TEST(English, PluralOfPhrases) {
  const std::pair<const char*, const char*> rows[] = {
      {"bed", "beds"},          {"box", "boxes"},         {"lunch", "lunches"},
      {"brush", "brushes"},     {"baby", "babies"},       {"family", "families"},
      {"toy", "toys"},          {"child", "children"},    {"woman", "women"},
      {"foot", "feet"},         {"bus", "buses"},         {"dress", "dresses"},
      {"shelf", "shelves"},     {"month", "months"},      {"family friend", "family friends"},
      {"services", "services"}, {"children", "children"}, {"caseworker", "caseworkers"},
  };
  for (const auto& [one, many] : rows) EXPECT_EQ(plural(one), many) << one;
}

TEST(English, PossessiveOfPhrases) {
  EXPECT_EQ(possessive("mom"), "mom's");
  EXPECT_EQ(possessive("parents"), "parents'");
  EXPECT_EQ(possessive("the foster parents"), "the foster parents'");
  EXPECT_EQ(possessive("children"), "children's");
  EXPECT_EQ(possessive("boss"), "boss's");
  EXPECT_EQ(possessive(""), "");
}

TEST(English, PluralNounsAreTold) {
  for (const char* word : {"services", "beds", "children", "shoes", "feet"}) EXPECT_TRUE(looks_plural(word)) << word;
  for (const char* word : {"bed", "bus", "grass", "gas", "this", "his", "is", "us", "news", "crisis"})
    EXPECT_FALSE(looks_plural(word)) << word;
}

}  // namespace
}  // namespace careportal_lint
