#include "rules/matcher.h"

#include <gtest/gtest.h>

#include "rules/matcher_builder.h"
#include "support/lint.h"

namespace careportal_lint {
namespace {

struct PatternOptions {
  bool exact_case = false;
  bool word_edges = true;
};

// The matches of one pattern as texts, in order.
std::vector<std::string> matches(const std::string& pattern, std::string_view text, PatternOptions options = {}, bool plain = false) {
  MatcherBuilder builder(plain);
  const PatternId id = builder.add(pattern, options.exact_case, options.word_edges, true);
  const std::string block = builder.finish();
  const Matcher matcher(block);
  EXPECT_EQ(matcher.error(id), "") << pattern;
  const SourceText source = test::decode(text);
  const Document document(source);
  const MatchTable table = matcher.scan(document);
  std::vector<std::string> out;
  const auto [first, last] = table.of(id);
  for (const Match* match = first; match != last; ++match) out.emplace_back(document.text(match->range));
  return out;
}

using Texts = std::vector<std::string>;

TEST(Matcher, FindsPatternsInFoldedText) {
  struct Row {
    const char* name;
    std::string pattern;
    std::string_view text;
    Texts matches;
  };
  const Row rows[] = {
      {"phrase", "gift cards?", "A gift card or gift cards.", {"gift card", "gift cards"}},
      {"any case", "gift card", "GIFT Card", {"GIFT Card"}},
      {"whole words only", "cash", "cashier cash encash", {"cash"}},
      {"longest phrase", "gift card|gift", "a gift card", {"gift card"}},
      {"no-break space and wrapped line",
       "gift card",
       "gift\xC2\xA0"
       "card",
       {"gift card"}},
      {"curly apostrophe", "mom's", "Mom\xE2\x80\x99s car", {"Mom's"}},
      {"hyphen where the pattern has one", "twin-size", "twin\xE2\x80\x93size", {"twin-size"}},
      {"not across a sign", "gift card", "gift, card", {}},
      {"not across two blanks of a bullet", "bed crib", "- bed\n- crib", {}},
      {"not across lines", "bed crib", "bed\ncrib", {}},
      {"regular expression", "\\$\\d+", "$5 and $70", {"$5", "$70"}},
      {"regular expression in any case", "gift \\w+", "GIFT CARD", {"GIFT CARD"}},
      {"ends of a line", "^cash$", "cash\nsome cash\ncash", {"cash", "cash"}},
      {"beginning of a word", "clean\\w*", "cleaning unclean clean", {"cleaning", "clean"}},
      {"optional sign at the edge", "\\(?555\\)?", "call (555) now", {"(555)"}},
      {"accents", "jose", "Jos\xC3\xA9", {"Jose"}},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(matches(row.pattern, row.text), row.matches) << row.name;
    EXPECT_EQ(matches(row.pattern, row.text, {}, true), row.matches) << row.name << " (plain)";
  }
}

TEST(Matcher, CaseCanMatter) {
  for (const bool plain : {false, true}) {
    EXPECT_EQ(matches("IT|WIC", "It is it, IT and WIC.", {true, true}, plain), (Texts{"IT", "WIC"}));
    EXPECT_EQ(matches("IT \\d", "it 5, IT 6", {true, true}, plain), (Texts{"IT 6"}));
  }
}

TEST(Matcher, WordEdgesCanBeLeftOut) {
  for (const bool plain : {false, true}) {
    EXPECT_EQ(matches("ash", "cash ash", {false, false}, plain), (Texts{"ash", "ash"}));
  }
}

TEST(Matcher, CapturesComeWithTheMatch) {
  MatcherBuilder builder;
  const PatternId id = builder.add("(\\d+) (?:twin|full) (beds?)?", false, true, true);
  const std::string block = builder.finish();
  const Matcher matcher(block);
  const SourceText source = test::decode("We need 2 twin beds.");
  const Document document(source);
  const MatchTable table = matcher.scan(document);
  const auto [first, last] = table.of(id);
  ASSERT_EQ(last - first, 1);
  ASSERT_EQ(first->groups.size(), 3U);
  EXPECT_EQ(document.text(first->groups[1]), "2");
  EXPECT_EQ(document.text(first->groups[2]), "beds");
}

TEST(Matcher, TriesReportEveryStart) {
  // documented: a regular expression goes on after its match, a trie looks at every word
  EXPECT_EQ(matches("new|new new", "new new new"), (Texts{"new new", "new new", "new"}));
  EXPECT_EQ(matches("new|new new", "new new new", {}, true), (Texts{"new new", "new"}));
}

TEST(Matcher, TheSamePatternIsHeldOnce) {
  MatcherBuilder builder;
  EXPECT_EQ(builder.add("cash", false, true, true), builder.add("cash", false, true, false));
  EXPECT_NE(builder.add("cash", false, true, true), builder.add("cash", true, true, true));
  EXPECT_NE(builder.add("cash", false, true, true), builder.add("cash", false, false, true));
}

TEST(Matcher, PatternsOnDemandAreFoundWhenAskedFor) {
  for (const bool plain : {false, true}) {
    MatcherBuilder builder(plain);
    const PatternId id = builder.add("no|no one|never \\w+", false, true, false);
    const std::string block = builder.finish();
    const Matcher matcher(block);
    const SourceText source = test::decode("There is no one who never asks.");
    const Document document(source);
    const MatchTable table = matcher.scan(document);
    const auto contains = [&](std::string_view part) {
      const auto begin = static_cast<std::uint32_t>(document.text().find(part));
      return matcher.contains(document, table, id, {begin, begin + static_cast<std::uint32_t>(part.size())});
    };
    EXPECT_TRUE(contains("is no one who")) << plain;
    EXPECT_TRUE(contains("is no")) << "a shorter text of the pattern, cut out; plain: " << plain;
    EXPECT_TRUE(contains("who never asks")) << plain;
    EXPECT_FALSE(contains("who never")) << plain;
    EXPECT_FALSE(contains("There is")) << plain;
  }
}

TEST(Matcher, ManyPhrasesShareOneId) {
  MatcherBuilder builder;
  const PatternId id = builder.add_phrases({"dollar general", "target"});
  const std::string block = builder.finish();
  const Matcher matcher(block);
  const SourceText source = test::decode("Dollar General, TARGET and general.");
  const Document document(source);
  const MatchTable table = matcher.scan(document);
  const auto [first, last] = table.of(id);
  Texts texts;
  for (const Match* match = first; match != last; ++match) texts.emplace_back(document.text(match->range));
  EXPECT_EQ(texts, (Texts{"Dollar General", "TARGET"}));
}

TEST(Matcher, TellsWhatIsWrongWithAPattern) {
  MatcherBuilder builder;
  const PatternId bad = builder.add("gift (card", false, true, true);
  const PatternId good = builder.add("gift card", false, true, true);
  const PatternId crossed = builder.add("gift)|(card", false, true, true);
  const std::string block = builder.finish();
  const Matcher matcher(block);
  EXPECT_NE(matcher.error(bad), "");
  EXPECT_NE(matcher.error(crossed), "") << "brackets that only fit those around the pattern";
  EXPECT_EQ(matcher.error(good), "");
}

TEST(Matcher, NothingIsFoundInAnEmptyDraft) {
  EXPECT_EQ(matches("cash", ""), Texts{});
  EXPECT_EQ(matches("\\d*", "", {false, false}), Texts{});
  EXPECT_EQ(matches("^$", "\n\n"), Texts{});
}

// A pattern that is looked for on demand: by its phrases, then by its regular expression.
Texts on_demand(const std::string& pattern, std::string_view text, PatternOptions options = {}) {
  MatcherBuilder builder;
  const PatternId id = builder.add(pattern, options.exact_case, options.word_edges, false);
  const std::string block = builder.finish();
  const Matcher matcher(block);
  const SourceText source = test::decode(text);
  const Document document(source);
  const MatchTable table = matcher.scan(document);
  const auto [first, last] = table.of(id);
  EXPECT_EQ(first, last) << "nobody has asked for it";
  Texts out;
  const auto take = [&](const Match& match) {
    out.emplace_back(document.text(match.range));
    return true;
  };
  table.each_phrase(id, take);
  matcher.find_all(document, table, id, take);
  return out;
}

TEST(Matcher, OfOverlappingMatchesTheLeftmostLongestCounts) {
  struct Row {
    const char* name;
    std::string pattern;
    std::string_view text;
    Texts matches;
  };
  // the groups keep the alternatives out of the trie of phrases
  const Row rows[] = {
      {"several anchors in one match", "\\w+ (guardian) \\w+", "a guardian guardian guardian b", {"a guardian guardian"}},
      {"the longest of those that begin together", "(probation)|(probation) \\w+", "probation ends", {"probation ends"}},
      {"the leftmost, not the longest", "(\\w+ guardian)|guardian \\w+ \\w+", "her guardian came home", {"her guardian"}},
      {"then on behind it", "(probation) \\w+|petition \\w+", "probation petition petition ends", {"probation petition", "petition ends"}},
      {"a match that began inside the one before begins later",
       "\\w+ (?:\\w+ )?guardian( x)?",
       "a guardian x b guardian",
       {"a guardian x", "b guardian"}},
      {"nothing is left of one inside the one before", "(guardian \\w+)|\\w+ petition", "guardian no petition", {"guardian no"}},
      {"before the anchor there are several ways to begin",
       "(?:no |not |no not )*guardian()",
       "no not no guardian",
       {"no not no guardian"}},
      {"matches cross sentence signs", "(guardian)[^,]*petition", "A guardian. A petition.", {"guardian. A petition"}},
      {"lines are apart", "(guardian)\\W+petition", "guardian\n\npetition", {}},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(matches(row.pattern, row.text), row.matches) << row.name;
    EXPECT_EQ(matches(row.pattern, row.text, {}, true), row.matches) << row.name << " (plain)";
    EXPECT_EQ(on_demand(row.pattern, row.text), row.matches) << row.name << " (on demand)";
  }
}

TEST(Matcher, WhatTakesTooLongIsSettledByRe2) {
  const std::string pattern = "(zebra) (?:a|aa|aaa)+b|(zebra) c";
  const std::string text = "zebra " + std::string(80, 'a') + " zebra " + std::string(80, 'a') + "b zebra c";
  const Texts expected = {"zebra " + std::string(80, 'a') + "b", "zebra c"};
  EXPECT_EQ(matches(pattern, text), expected);
  EXPECT_EQ(matches(pattern, text, {}, true), expected) << "plain";
  EXPECT_EQ(on_demand(pattern, text), expected);
  // as deep as the text is long
  std::string beds = "need";
  for (int i = 0; i < 20000; ++i) beds += i % 2 == 0 ? " bed" : " crib";
  EXPECT_EQ(matches("need(?: bed| crib)*", beds), Texts{beds});
}

TEST(Matcher, GroupsAreToldAlsoWhereRe2HasSettledThem) {
  MatcherBuilder builder;
  const PatternId id = builder.add("(zebra) ((?:a|aa|aaa)+)(b|c)", false, true, true);
  const std::string block = builder.finish();
  const Matcher matcher(block);
  const SourceText source = test::decode("zebra " + std::string(80, 'a') + "c");
  const Document document(source);
  const MatchTable table = matcher.scan(document);
  const auto [first, last] = table.of(id);
  ASSERT_EQ(last - first, 1);
  ASSERT_EQ(first->groups.size(), 4U);
  EXPECT_EQ(first->groups[0], first->range);
  EXPECT_EQ(document.text(first->groups[1]), "zebra");
  EXPECT_EQ(first->groups[2].size(), 80U);
  EXPECT_EQ(document.text(first->groups[3]), "c");
}

TEST(Matcher, PatternsThatOnlyRe2KnowsKeepOffTheInsideOfWords) {
  for (const bool plain : {false, true}) {
    EXPECT_EQ(matches("\\x24\\d+", "costs $5", {}, plain), Texts{"$5"}) << plain;
    EXPECT_EQ(matches("\\pL+ bed", "a twin bed, beds", {}, plain), Texts{"twin bed"}) << plain;
    EXPECT_EQ(matches("\\x61(?:-b)?", "a-bc a-b ab", {}, plain), (Texts{"a", "a-b"})) << plain;
  }
}

TEST(Matcher, PatternsOnDemandHavePhrasesAndExpressions) {
  EXPECT_EQ(on_demand("gift cards?|gift|\\$\\d+", "Gift cards, a gift and $5"), (Texts{"Gift cards", "gift", "$5"}));
  EXPECT_EQ(on_demand("IT|WIC \\d", "it IT wic 5 WIC 6", {true, true}), (Texts{"IT", "WIC 6"}));
  EXPECT_EQ(on_demand("\\w+ \\w+", "no anchor at all"), (Texts{"no anchor", "at all"})) << "tried everywhere";
  EXPECT_EQ(on_demand("ash", "cash ash", {false, false}), (Texts{"ash", "ash"}));
}

TEST(Matcher, SearchesOnDemandCanBeStopped) {
  MatcherBuilder builder;
  const PatternId id = builder.add("bed|\\$\\d+", false, true, false);
  const std::string block = builder.finish();
  const Matcher matcher(block);
  const SourceText source = test::decode("bed bed $1 $2");
  const Document document(source);
  const MatchTable table = matcher.scan(document);
  int phrases = 0;
  int others = 0;
  table.each_phrase(id, [&](const Match&) { return ++phrases < 1; });
  matcher.find_all(document, table, id, [&](const Match&) { return ++others < 1; });
  EXPECT_EQ(phrases, 1);
  EXPECT_EQ(others, 1);
}

TEST(Matcher, PhrasesCountWithinARange) {
  MatcherBuilder builder;
  const PatternId any = builder.add("no|no one", false, true, false);
  const PatternId exact = builder.add("No One", true, true, false);
  const std::string block = builder.finish();
  const Matcher matcher(block);
  const SourceText source = test::decode("There is no one. No One!");
  const Document document(source);
  const MatchTable table = matcher.scan(document);
  const auto stands_in = [&](PatternId pattern, std::string_view part) {
    const auto begin = static_cast<std::uint32_t>(document.text().find(part));
    return table.stands_in(pattern, {begin, begin + static_cast<std::uint32_t>(part.size())});
  };
  EXPECT_TRUE(stands_in(any, "no one"));
  EXPECT_TRUE(stands_in(any, "is no")) << "the longest would stick out";
  EXPECT_FALSE(stands_in(any, "one"));
  EXPECT_FALSE(stands_in(any, "There is"));
  EXPECT_FALSE(stands_in(exact, "no one"));
  EXPECT_TRUE(stands_in(exact, "No One"));
}

}  // namespace
}  // namespace careportal_lint
