// What a word can be, and patterns that ask for it.
#include "lexicon/word_classes.h"

#include <gtest/gtest.h>

#include "support/lint.h"

namespace careportal_lint {
namespace {

// The names of all classes of a word, with a blank between.
std::string classes_of(std::string_view word) {
  std::string out;
  const WordClasses classes = WordClassTable::embedded().find(word);
  for (const std::string& name : word_class_names()) {
    if (classes.has(*find_word_class(name))) out += (out.empty() ? "" : " ") + name;
  }
  return out;
}

TEST(WordClasses, ComeFromTheInflectionsOfTheDictionary) {
  EXPECT_EQ(classes_of("toaster"), "noun");
  EXPECT_EQ(classes_of("uncles"), "plural");
  EXPECT_EQ(classes_of("families"), "plural");
  EXPECT_EQ(classes_of("help"), "noun verb");
  EXPECT_EQ(classes_of("helps"), "plural verb-s");
  EXPECT_EQ(classes_of("washes"), "plural verb-s");
  EXPECT_EQ(classes_of("finished"), "past participle");
  EXPECT_EQ(classes_of("carried"), "past participle");
  EXPECT_EQ(classes_of("arriving"), "ing");
  EXPECT_EQ(classes_of("hungry"), "adjective");
  EXPECT_EQ(classes_of("cheaper"), "adjective");
  EXPECT_EQ(classes_of("allergic"), "adjective");
}

TEST(WordClasses, KnowsIrregularVerbsAndThoseThatDoubleALetter) {
  EXPECT_EQ(classes_of("took"), "past");
  EXPECT_EQ(classes_of("taken"), "participle");
  EXPECT_EQ(classes_of("brought"), "past participle");
  EXPECT_EQ(classes_of("gotten"), "participle");
  EXPECT_EQ(classes_of("goes"), "verb-s");
  EXPECT_EQ(classes_of("hand"), "noun verb") << "the dictionary has \"hand's\" as a word of its own";
  EXPECT_EQ(classes_of("hands"), "plural verb-s");
  EXPECT_EQ(classes_of("planned"), "past participle");
  EXPECT_EQ(classes_of("planning"), "noun ing");
  EXPECT_EQ(classes_of("plans"), "plural verb-s");
  for (const char* word : {"ad", "cal", "bil"})
    EXPECT_FALSE(WordClassTable::embedded().find(word).has(WordClass::verb)) << word << ": adding, calling, billing";
}

TEST(WordClasses, OfRareUnknownAndForeignWordsNothingIsSaid) {
  for (const char* word : {"", "zqarvin", "Indiana", "toaster's", "of", "\xC3\xA9t\xC3\xA9"}) EXPECT_EQ(classes_of(word), "") << word;
  EXPECT_EQ(WordClassTable({}).find("bed").bits(), 0);
}

TEST(WordClasses, ARowAsksForThemByGroup) {
  const Linter linter = test::linter_of(R"json({"pack": "test", "category": "credibility", "rules": [
    {"id": "your", "kind": "pattern", "message": "m", "group": 1,
     "patterns": [{"pattern": "(your) (?:very )?([a-z]+)( to)?", "classes": {"2": ["adjective", "not noun"]}, "suggest": ["you're"]},
                  {"pattern": "(they're) ([a-z]+) ([a-z]+)", "classes": {"2": ["noun"], "3": ["verb-s"]}, "suggest": ["their"]}]}]})json");
  EXPECT_EQ(test::found(linter, "I hope your hungry."), "I hope [[your]] hungry.");
  EXPECT_EQ(test::found(linter, "I hope your very HUNGRY."), "I hope [[your]] very HUNGRY.") << "in any case";
  EXPECT_EQ(test::found(linter, "I like your toaster and your cold."), "I like your toaster and your cold.");
  EXPECT_EQ(test::found(linter, "They're uncle helps. They're uncle, too."), "[[They're]] uncle helps. They're uncle, too.");
}

TEST(WordClasses, AGroupThatIsNotInTheMatchHasNone) {
  const Linter linter = test::linter_of(test::one_rule(
      R"json("kind": "pattern", "patterns": [{"pattern": "bed( frame)?(s)?", "classes": {"3": ["noun"]}}, {"pattern": "crib( sheet)?", "classes": {"1": ["noun"]}}])json"));
  EXPECT_EQ(test::found(linter, "A bed and a crib."), "A bed and a crib.");
}

}  // namespace
}  // namespace careportal_lint
