#include "rules/pattern_syntax.h"

#include <gtest/gtest.h>

namespace careportal_lint {
namespace {

using Phrases = std::optional<std::vector<std::string>>;

Phrases phrases_of(std::string_view pattern, bool exact_case = false) {
  return analyze_pattern(pattern, find_edges(pattern), exact_case).phrases;
}

std::string listed(const std::vector<Trigger>& triggers) {
  std::string out;
  for (const Trigger& trigger : triggers) {
    out += out.empty() ? "" : " | ";
    switch (trigger.type) {
      case Trigger::Type::word: out += "word " + trigger.text; break;
      case Trigger::Type::prefix: out += "prefix " + trigger.text; break;
      case Trigger::Type::sign: out += "sign " + trigger.text; break;
      case Trigger::Type::digit: out += "digit"; break;
      case Trigger::Type::capital: out += "capital"; break;
    }
  }
  return out;
}

// All sets, as a set of texts: "word gift | word gas".
std::set<std::string> required_by(std::string_view pattern) {
  std::set<std::string> out;
  for (const std::vector<Trigger>& triggers : analyze_pattern(pattern, find_edges(pattern), false).required) out.insert(listed(triggers));
  return out;
}

TEST(PatternSyntax, PatternsOfWordsBecomePhrases) {
  struct Row {
    const char* name;
    std::string_view pattern;
    std::vector<std::string> phrases;
  };
  const std::vector<Row> rows = {
      {"one word", "cash", {"cash"}},
      {"two words", "gift card", {"gift card"}},
      {"in lower case", "Gift Card", {"gift card"}},
      {"alternatives", "cash|money", {"cash", "money"}},
      {"optional letter", "gift cards?", {"gift card", "gift cards"}},
      {"optional blank", "gift ?card", {"gift card", "giftcard"}},
      {"blank or hyphen", "gift[ -]card", {"gift card", "gift-card"}},
      {"group", "(?:drug|urine) screens?", {"drug screen", "drug screens", "urine screen", "urine screens"}},
      {"optional group", "(?:twin )?bed", {"bed", "twin bed"}},
      {"repetition", "a{1,2}b", {"aab", "ab"}},
      {"small class", "gr[ae]y", {"gray", "grey"}},
      {"apostrophe", "mom's", {"mom's"}},
      {"escaped sign", "w\\/o", {"w/o"}},
      {"same phrase twice", "bed|bed", {"bed"}},
      {"digits", "12 step", {"12 step"}},
  };
  for (const Row& row : rows) EXPECT_EQ(phrases_of(row.pattern), Phrases(row.phrases)) << row.name;
  EXPECT_EQ(phrases_of("FCMs?", true), Phrases({"FCM", "FCMs"}));
}

TEST(PatternSyntax, OtherPatternsAreNoPhrases) {
  const std::pair<const char*, std::string_view> rows[] = {
      {"unbounded repetition", "\\d+"},
      {"any characters", "gift.*card"},
      {"capture", "(gift) card"},
      {"named capture", "(?P<thing>gift) card"},
      {"sign at the edge", "\\$5"},
      {"two signs in a row", "gift - card"},
      {"word boundary inside", "gift\\b card"},
      {"line edge", "^cash"},
      {"can be empty", "(?:cash)?"},
      {"large class", "[a-z]at"},
      {"case of its own", "(?i:cash)"},
      {"too many", "[abcd][abcd][abcd][abcd][abcd][abcd][abcd][abcd]"},
      {"broken", "gift("},
      {"unicode class", "\\p{L}at"},
      {"flags", "(?s)cash"},
  };
  for (const auto& [name, pattern] : rows) EXPECT_EQ(phrases_of(pattern), std::nullopt) << name;
}

TEST(PatternSyntax, OneTriggerOfEachSetMustStandInEveryMatch) {
  struct Row {
    const char* name;
    std::string_view pattern;
    std::set<std::string> required;
  };
  const Row rows[] = {
      {"word before anything", "gift .*", {"word gift"}},
      {"word after digits", "\\d+ dollars", {"digit", "word dollars"}},
      {"beginning of a word", "clean\\w*", {"prefix clean"}},
      {"end of a word is nothing", "\\w*clean", {}},
      {"sign", "\\$\\d+", {"digit", "sign $"}},
      {"digits only", "\\d{3}", {"digit"}},
      {"either word", "(?:gift|gas) \\w+", {"word gas | word gift"}},
      {"one side without", "(?:gift|\\w+) \\w+", {}},
      {"optional word does not count", "(?:gift )?\\d+", {"digit"}},
      {"optional letter is spelled out", "gifts? \\d+ off", {"digit", "word gift | word gifts", "word off"}},
      {"optional sign ends a word or not", "p\\.?o\\.? \\d", {"digit", "word p | word po"}},
      {"letters with endings", "l(?:ied|ying) \\d", {"digit", "word lied | word lying"}},
      {"at sign", "\\w+@\\w+", {"sign @"}},
      {"alternatives of signs", "[@#]\\w+", {"sign # | sign @"}},
      {"nothing certain", "\\w+ \\w+", {}},
      {"not understood", "\\p{L}+ cash", {}},
      {"repeated group", "(?:gift )+\\d", {"digit", "word gift"}},
      {"word glued to a class", "gift[a-z]* \\d", {"digit", "prefix gift"}},
      {"capitals in the pattern", "GIFT \\d", {"digit", "word gift"}},
      {"both cases of a letter", "[Gg]ift \\d", {"digit", "word gift"}},
  };
  for (const Row& row : rows) {
    std::set<std::string> required = required_by(row.pattern);
    required.erase("sign  ");  // a blank stands everywhere
    // a set more or less is a matter of speed; a set that is not implied by the pattern is a mistake
    for (const std::string& set : required)
      EXPECT_TRUE(row.required.contains(set)) << row.name << ": " << row.pattern << " requires " << set;
    EXPECT_EQ(required.empty(), row.required.empty()) << row.name << ": " << row.pattern;
  }
}

TEST(PatternSyntax, AlternativesAreSplitAtTheOutermostLevel) {
  using Parts = std::vector<std::string>;
  EXPECT_EQ(split_alternatives("cash"), Parts{"cash"});
  EXPECT_EQ(split_alternatives("a|b(?:c|d)"), (Parts{"a", "b(?:c|d)"}));
  EXPECT_EQ(split_alternatives("(?:a|b)c"), Parts{"(?:a|b)c"});
  EXPECT_EQ(split_alternatives("(?:a|b)"), (Parts{"a", "b"}));
  EXPECT_EQ(split_alternatives("[|]x|y"), (Parts{"[|]x", "y"}));
  EXPECT_EQ(split_alternatives("a\\|b|c"), (Parts{"a\\|b", "c"}));
  EXPECT_EQ(split_alternatives("[]|]|c"), (Parts{"[]|]", "c"}));
}

TEST(PatternSyntax, EdgesAreAskedForWhereMatchesBeginOrEndWithAWordCharacter) {
  struct Row {
    std::string_view pattern;
    bool begin;
    bool end;
  };
  const Row rows[] = {
      {"cash", true, true},           {"\\$\\d+", false, true},  {"\\d+%", true, false},     {"(?:cash|money)", true, true},
      {"(?:cash|\\$)", false, false}, {"\\(?\\d+", false, true}, {"cash\\b", true, false},   {"^cash", false, true},
      {"cash.?", true, false},        {"\\w+", true, true},      {"[a-z@]+", false, false},  {"(?:gift )?card", true, true},
      {"cards?", true, true},         {"@\\w+", false, true},    {"\"cash\"", false, false},
  };
  for (const Row& row : rows) {
    const PatternEdges edges = find_edges(row.pattern);
    EXPECT_EQ(edges.begin, row.begin) << "begin of " << row.pattern;
    EXPECT_EQ(edges.end, row.end) << "end of " << row.pattern;
  }
}

}  // namespace
}  // namespace careportal_lint
