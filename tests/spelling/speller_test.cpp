#include "spelling/speller.h"

#include <gtest/gtest.h>

#include <sstream>
#include <thread>

#include "spelling/near_words.h"
#include "support/files.h"
#include "support/lint.h"
#include "text/document.h"

namespace careportal_lint {
namespace {

const Speller& speller() {
  static const Speller one(Lexicon::embedded(), WordGraph::embedded());
  return one;
}

std::string first(std::string_view wrong) {
  const std::vector<std::string> words = speller().suggest(wrong);
  return words.empty() ? "" : words.front();
}

using Words = std::vector<std::string>;

TEST(WordGraph, HoldsItsWordsAndNoOthers) {
  const std::vector<std::uint32_t> edges = build_word_graph({"crib", "cribs", "bib", "bibs", "don't", "crib", "n0t", ""});
  const WordGraph graph(edges);
  for (const char* word : {"crib", "cribs", "bib", "bibs", "don't"}) EXPECT_TRUE(graph.contains(word)) << word;
  for (const char* word : {"", "cri", "cribss", "don", "n0t", "bob", "dib"}) EXPECT_FALSE(graph.contains(word)) << word;
  EXPECT_FALSE(WordGraph({}).contains("crib"));
  EXPECT_FALSE(WordGraph(build_word_graph({})).contains("crib"));
}

TEST(WordGraph, CommonEndingsAreStoredOnce) {
  const std::size_t alone = build_word_graph({"walking"}).size();
  EXPECT_EQ(build_word_graph({"walking", "talking"}).size(), alone + 1);
}

TEST(NearWords, TellsEveryWordWithinTheBoundAndWhatItCosts) {
  const std::vector<std::uint32_t> edges = build_word_graph({"bed", "beds", "bead", "bread", "read", "shed", "phone"});
  const WordGraph graph(edges);
  const auto near = [&](std::string_view written, int bound) {
    std::map<std::string, int> out;
    NearWords(written).walk(graph, bound, [&](std::string_view word, int cost) {
      out.emplace(word, cost);
      return bound;
    });
    return out;
  };
  EXPECT_EQ(near("bed", 0), (std::map<std::string, int>{{"bed", 0}}));
  EXPECT_TRUE(near("bde", 100).contains("bed")) << "swapped";
  EXPECT_TRUE(near("fone", 100).contains("phone")) << "by ear";
  EXPECT_FALSE(near("bde", 10).contains("bed"));
  for (const auto& [word, cost] : near("bred", 200)) {
    EXPECT_LE(cost, 200) << word;
    EXPECT_TRUE(graph.contains(word)) << word;
  }
  EXPECT_TRUE(near("", 500).empty());
  NearWords("bed").walk(WordGraph({}), 500, [](std::string_view, int) -> int { throw std::logic_error("no words"); });
}

// Leaving out letters that cannot lead to a word must not lose one: a wider bound finds all that a narrow one found,
// at the same cost.
TEST(NearWords, AWiderBoundLosesNothing) {
  for (const char* written : {"matress", "recieve", "dipers", "stoller", "definatly", "fizical", "kindergarden", "grandaughter"}) {
    const auto near = [&](int bound) {
      std::map<std::string, int> out;
      NearWords(written).walk(WordGraph::embedded(), bound, [&](std::string_view word, int cost) {
        out.emplace(word, cost);
        return bound;
      });
      return out;
    };
    const std::map<std::string, int> wide = near(260);
    for (const int bound : {40, 90, 150, 200}) {
      const std::map<std::string, int> narrow = near(bound);
      for (const auto& [word, cost] : wide) {
        if (cost > bound) continue;
        EXPECT_TRUE(narrow.contains(word) && narrow.at(word) == cost) << written << " " << word << " " << bound;
      }
      for (const auto& [word, cost] : narrow) EXPECT_EQ(wide.at(word), cost) << written << " " << word;
    }
  }
}

TEST(NearWords, AnyTextIsTaken) {
  for (const std::string& written : {std::string("a_b1"), std::string(NearWords::kLongest, 'e'), std::string(60, 'x'), std::string("''''"),
                                     std::string("\xC3\xA9tud"), std::string("aeiouaeiouaeiou")}) {
    NearWords(written).walk(WordGraph::embedded(), 300, [](std::string_view, int) { return 300; });
  }
}

TEST(Speller, KnowsWordsNamesAndFormsOfAllowedWords) {
  for (const char* word : {"mattress", "pack", "bassinets", "onesie", "jennifer", "5t", "doulas", "swaddlers"}) {
    EXPECT_TRUE(speller().knows(word)) << word;
  }
  for (const char* word : {"matress", "recieve", "babys", "qwxz"}) EXPECT_FALSE(speller().knows(word)) << word;
  const Speller own(Lexicon::embedded(), WordGraph::embedded(), {"Snorfle", "glimby"});
  for (const char* word : {"snorfle", "snorfles", "glimbies"}) EXPECT_TRUE(own.knows(word)) << word;
  EXPECT_FALSE(own.knows("glimbys"));
  EXPECT_FALSE(speller().knows("snorfle"));
  EXPECT_EQ(own.suggest("snorffle"), Words{"snorfle"}) << "the words of a configuration are offered";
}

TEST(Speller, AListedMisspellingIsNoRightWord) {
  EXPECT_TRUE(speller().is_right("mattress"));
  EXPECT_FALSE(speller().is_right("matress"));
  EXPECT_FALSE(speller().is_right("alot"));
  EXPECT_EQ(speller().correction("alot"), "a lot");
  EXPECT_EQ(speller().correction("mattress"), "");
  const Speller own(Lexicon::embedded(), WordGraph::embedded(), {}, {{"Bazinet", "bassinet"}});
  EXPECT_EQ(own.correction("bazinet"), "bassinet");
}

TEST(Speller, OffersTheRightFormAndItsCase) {
  EXPECT_EQ(first("mattreses"), "mattresses");
  EXPECT_EQ(first("washinng"), "washing");
  EXPECT_EQ(first("wendsday"), "Wednesday");
  EXPECT_EQ(first("christams"), "Christmas");
  EXPECT_EQ(first("nto"), "not") << first("nto");
  EXPECT_TRUE(speller().suggest("xx").empty());
  EXPECT_TRUE(speller().suggest(std::string(40, 'm')).empty());
  EXPECT_TRUE(speller().suggest("zzxqvvk").empty()) << "like nothing";
  EXPECT_LE(speller().suggest("teh").size(), Speller::kMostSuggestions);
}

TEST(Speller, OffersNothingRude) {
  for (const char* word : {"shti", "asss", "fukc", "bicth"}) {
    for (const std::string& offered : speller().suggest(word)) {
      EXPECT_EQ(test::read(test::source_path("rules/tables/never-suggested.txt")).find("\n" + offered + "\n"), std::string::npos)
          << offered;
    }
  }
}

TEST(SuggestionCache, AsksOnceAndStaysSmall) {
  SuggestionCache cache;
  int asked = 0;
  const auto find = [&] {
    ++asked;
    return Words{"bed"};
  };
  for (int i = 0; i < 5; ++i) EXPECT_EQ(cache.get("bde", find), Words{"bed"});
  EXPECT_EQ(asked, 1);
  for (std::size_t i = 0; i < 10 * SuggestionCache::kGeneration; ++i) {
    cache.get("word" + std::to_string(i), find);
    if (i % 100 == 0) {
      EXPECT_EQ(cache.get("bde", find), Words{"bed"});
    }
  }
  EXPECT_LE(cache.size(), 2 * SuggestionCache::kGeneration);
  const int before = asked;
  cache.get("bde", find);
  EXPECT_EQ(asked, before) << "what is asked for again and again stays";
}

TEST(Speller, ThreadsGetTheSameAnswers) {
  const Speller shared(Lexicon::embedded(), WordGraph::embedded());
  const std::vector<std::string> wrong = {"matress", "dipers", "stoller", "recieve", "famly", "kichen"};
  std::vector<std::vector<Words>> answers(4);
  std::vector<std::thread> threads;
  for (auto& mine : answers) {
    threads.emplace_back([&] {
      for (int round = 0; round < 20; ++round) {
        mine.clear();
        for (const std::string& word : wrong) mine.push_back(shared.suggest(word));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& mine : answers) EXPECT_EQ(mine, answers.front());
}

// Share of the pairs of a list whose right word is offered first, in percent; -1 for an empty list.
double first_percent(const std::string& list, bool table) {
  std::istringstream lines(test::read(test::source_path("tests/spelling/" + list)));
  std::size_t all = 0;
  std::size_t right = 0;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string::npos) continue;
    const std::string wrong = line.substr(0, tab);
    const std::string listed = speller().correction(wrong);
    EXPECT_TRUE(table || listed.empty()) << wrong << " is listed, so it measures nothing";
    ++all;
    if (to_lower(listed.empty() ? first(wrong) : listed) == to_lower(line.substr(tab + 1))) ++right;
  }
  return all == 0 ? -1 : 100.0 * static_cast<double>(right) / static_cast<double>(all);
}

TEST(Speller, TheRightWordComesFirst) {
  EXPECT_GE(first_percent("common.txt", true), 95);
  EXPECT_GE(first_percent("domain.txt", false), 92);
  EXPECT_GE(first_percent("typed.txt", false), 92);
}

TEST(SpellingRule, CapitalsAreCarriedOver) {
  const auto offered = [](const std::string& text) {
    for (const Diagnostic& finding : test::lint(test::default_linter(), text)) {
      if (finding.rule == "credibility/spelling") return finding.suggestions.front().text.value_or("");
    }
    return std::string("nothing");
  };
  EXPECT_EQ(offered("Matress and sheets would help them."), "Mattress");
  EXPECT_EQ(offered("They need a matress."), "mattress");
  EXPECT_EQ(offered("THEY NEED A MATRESS AND SHEETS FOR THE BOYS."), "MATTRESS");
  EXPECT_EQ(offered("The matresss came."), "mattress");
}

TEST(SpellingRule, QuietOnNamesCodesBrandsAndForms) {
  for (const char* text :
       {"She wears 5T or 2T-3T and size 10.5W.", "Please write to helper@example.org or see www.example.org/beds.",
        "A Pack 'n Play, a Crock-Pot, a Chromebook and an Xbox.", "Half-day pre-K, after-school care and a six-year-old.",
        "There'll be cake; Grandma'd love it, and the kids'll help.", "A 30\" stove, 8,000 BTUs, 205/55R16 tires and a 3/4 guitar.",
        "She makes arroz con pollo and pico de gallo.", "He collects keychains.", "Onesies, bassinets, strollers and Squishmallows.",
        "The sign says DVM-7 and Q4U2.", "Mom cooks jollof, pupusas and injera."}) {
    for (const Diagnostic& finding : test::lint(test::default_linter(), text)) {
      EXPECT_NE(finding.rule, "credibility/spelling") << text << ": " << finding.message;
    }
  }
}

}  // namespace
}  // namespace careportal_lint
