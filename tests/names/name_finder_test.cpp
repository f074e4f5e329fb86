// The name finder reads each word once and skips most of them: here it is held against the slow way of knowing the same.
#include "names/name_finder.h"

#include <gtest/gtest.h>

#include <random>
#include <thread>

#include "careportal_lint/linter.h"
#include "lexicon/lexicon.h"
#include "names/name_words.h"
#include "rules/compiler.h"
#include "rules/matcher_builder.h"
#include "rules/pack_reader.h"
#include "support/lint.h"

namespace careportal_lint {
namespace {

struct NamePack {
  NameLists lists;
  std::vector<std::string> words;  // of all name vocabularies
};

const NamePack& name_pack() {
  static Problems problems;
  static const Packs packs = read_packs(default_packs(), problems);
  static MatcherBuilder builder(false);
  static BuildingCompiler compiler(builder, packs.vocabularies, problems, "IN");  // the lists read its blocks
  static const NamePack pack = [] {
    NamePack out;
    for (const RuleSpec& spec : packs.rules) {
      if (spec.info.id == "confidentiality/person-name") out.lists = read_name_lists(spec, compiler);
    }
    for (const auto& [name, vocabulary] : packs.vocabularies) {
      if (!name.starts_with("name_")) continue;
      for (const std::string& entry : vocabulary.patterns) out.words.push_back(entry);
    }
    return out;
  }();
  return pack;
}

// Words in no order, with capitals, possessives and signs thrown in.
std::string word_soup(std::mt19937& random) {
  static const std::vector<std::string> others = {
      "Kayden", "Xiomara", "o'brien",  "D'Angelo", "hope",  "Grace", "will",    "may",     "Tuesday", "the",   "Nguyens", "and",
      "her",    "is",      "4",        "5T",       "i'm",   "I've",  "plz",     "lil",     "Jr",      "J",     "St",      "Elmo",
      "Graco",  "named",   "Reyes",    "Htoo",     "Paw",   "Teh",   "beleive", "Zqarvin", "zqarvin", "angel", "King",    "MOM",
      "NEEDS",  "BED",     "Brooklyn", "Indiana",  "boys'", "n",     "shes",    "he",      "Sir"};
  static const std::vector<std::string> signs = {", ", ". ",   ": ",  " (",  ") ",  "-",  " - ", "/",
                                                 "\n", "\n\n", " & ", " \"", "\" ", "  ", "! "};
  const auto pick = [&](const std::vector<std::string>& from) -> const std::string& { return from[random() % from.size()]; };
  std::string out;
  for (std::size_t left = random() % 120; left > 0; --left) {
    std::string word = random() % 2 == 0 ? pick(others) : pick(name_pack().words);
    if (random() % 3 == 0 && is_lower(word[0])) word[0] = to_upper(word[0]);
    if (random() % 12 == 0) word += "'s";
    out += word + (random() % 3 == 0 ? pick(signs) : " ");
  }
  return out;
}

TEST(NameWords, KnowWhatTheDocumentTellsOfEachWord) {
  std::mt19937 random(20240611);
  NameWords::Scratch scratch;
  for (int round = 0; round < 300; ++round) {
    const SourceText source = test::decode(word_soup(random));
    const Document document(source);
    std::vector<Range> phrases;
    for (std::size_t w = random() % 9; w + 1 < document.words().size(); w += 3 + random() % 20) {
      phrases.push_back({document.words()[w].range.begin, document.words()[w + random() % 2].range.end});
    }
    const NameWords words(document, name_pack().lists, phrases, scratch);
    ASSERT_EQ(words.size(), document.words().size());
    for (std::size_t i = 0; i < words.size(); ++i) {
      SCOPED_TRACE(std::string(words.written(i)) + " in: " + std::string(document.text()));
      const Range range = words.range(i);
      const NameItem& item = words[i];
      const bool last = i + 1 == words.size();
      EXPECT_EQ(item.near, !last && words.gap(i) == " ");
      EXPECT_EQ(item.line_end, last || words.gap(i).find('\n') != std::string_view::npos);
      EXPECT_EQ(item.capital, is_upper(document.text()[range.begin]) && !document.caps_around(range));
      if (document.starts_sentence(range.begin)) {
        EXPECT_TRUE(item.starts);
      }  // headings add to these
      EXPECT_EQ(item.hash, Lexicon::hash_word(item.lower));
      if (!item.surnames) {
        EXPECT_TRUE(to_lower(words.written(i)).starts_with(item.lower));
        EXPECT_EQ(item.facts.bits(), Lexicon::embedded().find(item.lower).bits());
      }
      for (const Range phrase : phrases) {
        if (phrase.overlaps(range)) {
          EXPECT_TRUE(item.blocked);
        }
      }
    }
  }
}

TEST(NameWords, NoNameStartsAtAPlainWordAlone) {
  std::mt19937 random(7);
  NameWords::Scratch scratch;
  for (int round = 0; round < 300; ++round) {
    const SourceText source = test::decode(word_soup(random));
    const Document document(source);
    const NameWords words(document, name_pack().lists, {}, scratch);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!words[i].plain) continue;
      EXPECT_FALSE(words[i].capital);
      EXPECT_EQ(words[i].facts.given_tier(), 0);
      EXPECT_EQ(words[i].facts.surname_tier(), 0);
      EXPECT_TRUE(words[i].facts.known());
    }
  }
}

struct Found {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ranges;
  std::vector<std::vector<std::string>> say;
  bool operator==(const Found&) const = default;
};

Found find(const std::string& text) {
  const SourceText source = test::decode(text);
  const Document document(source);
  Found out;
  for (const PersonName& name : find_names(document, name_pack().lists, {})) {
    out.ranges.emplace_back(name.range.begin, name.range.end);
    out.say.push_back(name.say);
  }
  return out;
}

TEST(NameFinder, WhatWasReadBeforeChangesNothing) {
  std::mt19937 random(42);
  std::vector<std::string> texts;
  std::vector<Found> alone;
  for (int round = 0; round < 60; ++round) {
    texts.push_back(word_soup(random));
    alone.emplace_back();
    // a thread of its own has no scratch memory and no remembered answers
    std::thread([&] { alone.back() = find(texts.back()); }).join();
  }
  std::size_t names = 0;
  for (int pass = 0; pass < 2; ++pass) {
    for (std::size_t i = texts.size(); i-- > 0;) {
      EXPECT_EQ(find(texts[i]), alone[i]) << texts[i];
      names += alone[i].ranges.size();
    }
  }
  EXPECT_GT(names, 200U);  // else the soups say nothing
}

TEST(NameFinder, RangesAreInOrderAndHoldWholeWords) {
  std::mt19937 random(99);
  for (int round = 0; round < 300; ++round) {
    const SourceText source = test::decode(word_soup(random));
    const Document document(source);
    std::uint32_t end = 0;
    for (const PersonName& name : find_names(document, name_pack().lists, {})) {
      SCOPED_TRACE(std::string(document.text()));
      EXPECT_GE(name.name.begin, end);
      EXPECT_LT(name.name.begin, name.name.end);
      EXPECT_LE(name.range.begin, name.name.begin);
      EXPECT_GE(name.range.end, name.name.end);
      EXPECT_LE(name.range.end, document.text().size());
      const std::string_view text = document.text();
      if (name.name.begin > 0) {
        EXPECT_FALSE(is_word_char(text[name.name.begin - 1]) && is_word_char(text[name.name.begin]));
      }
      EXPECT_FALSE(name.say.empty());
      end = name.name.end;
    }
  }
}

// What is named in `text`, with a bar between.
std::string named(std::string_view text) {
  const SourceText source = test::decode(text);
  const Document document(source);
  std::string out;
  for (const PersonName& name : find_names(document, name_pack().lists, {})) {
    if (!out.empty()) out += '|';
    out += document.text(name.name);
  }
  return out;
}

TEST(NameFinder, PetsAreNoPersonsWhereverTheyAreNamed) {
  for (const char* text :
       {"Their cat Mitzi sleeps with Grandma. Mitzi is gray.", "A dog named Jessica follows them.", "We met Oliver, the goat, and fed it.",
        "They have two hens, Loretta and Reba, in the yard.", "our dog max is old and max needs a bed", "A dog they call Tucker barks.",
        "The puppy's name is Wendell.", "The kids named the hens Dolly, Loretta and Reba."}) {
    EXPECT_EQ(named(text), "") << text;
  }
  EXPECT_EQ(named("The dog Jessica wants is big."), "Jessica");
  EXPECT_EQ(named("For Olivia, the dog, and Noah, all is well."), "Olivia|Noah");
  EXPECT_EQ(named("Gave Jessica the cat bed."), "Jessica");
  EXPECT_EQ(named("Her dog bit Landon and Landon cried."), "Landon and Landon");
  EXPECT_EQ(named("Her son Tucker has a dog named Tucker."), "Tucker");
}

TEST(NameFinder, WhatBelongsToAThingIsNoPerson) {
  for (const char* text : {"A pair of Brooks in size 9 would do.", "She follows a pattern called Jessica.", "He rides at Tara Treatment.",
                           "They read books by Kate Wexler.", "Mom hums Great Is Thy Faithfulness.",
                           "They moved here from Corbin last fall.", "The boys watch episodes of Arthur.", "They call it Salvador Night.",
                           "The Famly has been kind.", "They collect old CDs, belt out every verse.", "Dad willbe home all day."}) {
    EXPECT_EQ(named(text), "") << text;
  }
  EXPECT_EQ(named("Please call Tara about the keys."), "Tara");
  EXPECT_EQ(named("He fell at the Fultz house."), "Fultz");
  EXPECT_EQ(named("Savannah lost her job."), "Savannah");
  EXPECT_EQ(named("please help jasmine w. with a crib"), "jasmine w");
  EXPECT_EQ(named("Robin, the foster mom, has room."), "Robin");
}

TEST(NameFinder, AShowMakesItsCharactersDoubtfulOnly) {
  EXPECT_EQ(named("He loves Bluey. Rusty is funny."), "");
  EXPECT_EQ(named("Emily is 4 and loves Bluey. Her brother Rusty is 2."), "Emily|Rusty");
}

TEST(NameVocabulary, KnowsTheGroupsOfItsWords) {
  const NameVocabulary& vocabulary = name_pack().lists.vocabulary;
  const auto is = [&](std::string_view word, WordGroup group) { return vocabulary.find(Lexicon::hash_word(word)).has(group); };
  EXPECT_TRUE(is("pastor", WordGroup::titles));
  EXPECT_TRUE(is("pastor", WordGroup::kin));
  EXPECT_TRUE(is("is", WordGroup::plain_verbs));
  EXPECT_TRUE(is("is", WordGroup::becomes));
  EXPECT_TRUE(is("herself", WordGroup::she));
  EXPECT_FALSE(is("herself", WordGroup::he));
  EXPECT_FALSE(is("mattress", WordGroup::kin));
  EXPECT_FALSE(is("", WordGroup::kin));
}

}  // namespace
}  // namespace careportal_lint
