#include "rules/suggestion.h"

#include <gtest/gtest.h>

#include "rules/seams.h"
#include "support/lint.h"
#include "support/marked_text.h"

namespace careportal_lint {
namespace {

TEST(Suggestion, PlaceholdersAreFilled) {
  const Placeholders values = {{"match", "cash"}, {"1", "gas"}};
  EXPECT_EQ(fill("Say {match} for {1}.", values), "Say cash for gas.");
  EXPECT_EQ(fill("{other} {} {match", values), "{other} {} {match");
  EXPECT_EQ(fill("{{match}}", values), "{cash}");
  EXPECT_EQ(fill("", values), "");
}

// The draft after `replacement` was put in the place that is marked, case and article fitted.
std::string rewritten(std::string_view marked, const std::string& replacement) {
  const test::MarkedText draft = test::unmark(marked);
  const SourceText source = test::decode(draft.text);
  const Document document(source);
  EXPECT_EQ(document.text().substr(0, draft.text.size()), draft.text) << "the test needs plain text";
  Range range{static_cast<std::uint32_t>(draft.spans.at(0).begin), static_cast<std::uint32_t>(draft.spans.at(0).end)};
  std::vector<Suggestion> suggestions = {{fit_case(document, range, replacement), "", false}};
  fit_neighbors(document, range, suggestions);
  return draft.text.substr(0, range.begin) + *suggestions[0].text + draft.text.substr(range.end);
}

TEST(Suggestion, FitsItsSentence) {
  struct Row {
    const char* name;
    std::string_view marked;
    std::string replacement;
    std::string_view expected;
  };
  const Row rows[] = {
      {"inside a sentence", "We need [[cash]] soon.", "help", "We need help soon."},
      {"at the start of a sentence", "[[Cash]] would help.", "groceries", "Groceries would help."},
      {"lower case at the start stays", "[[cash]] would help.", "groceries", "groceries would help."},
      {"capital inside a sentence", "The [[Cash]] helps.", "groceries", "The groceries helps."},
      {"among capitals", "THE FAMILY NEEDS [[CASH]] TODAY.", "groceries", "THE FAMILY NEEDS GROCERIES TODAY."},
      {"a becomes an", "She is a [[FCM]] here.", "aunt", "She is an aunt here."},
      {"an becomes a", "She is an [[FCM]] here.", "caseworker", "She is a caseworker here."},
      {"article stays", "She is a [[worker]] here.", "caseworker", "She is a caseworker here."},
      {"no article before a plural", "It is a [[need]] here.", "services", "It is services here."},
      {"no article before a mass noun", "It is an [[ask]] here.", "food", "It is food here."},
      {"no second determiner", "It was the [[FCM]] who came.", "the caseworker", "It was the caseworker who came."},
      {"possessive before a determiner", "It was her [[FCM]] who came.", "a relative", "It was a relative who came."},
      {"capital article", "An [[FCM]] came.", "caseworker", "A caseworker came."},
      {"capital goes on when the article goes", "A [[need]] came.", "services", "Services came."},
      {"a deletion takes its blank along", "We ask for food [[ASAP]].", "", "We ask for food."},
      {"and its article", "We ask for a [[favor]], please.", "", "We ask, please."},
      {"a deletion between words", "We need [[this]] food.", "", "We need food."},
      {"a fits what follows a deletion", "It is a [[filthy]] old house.", "", "It is an old house."},
      {"and goes with an and", "It was a [[mess]] and sad.", "", "It was sad."},
      {"a comma goes with the end", "We need food, [[ASAP]].", "", "We need food."},
      {"so does an and", "We need food and [[cash]].", "", "We need food."},
      {"and a preposition", "Call her at [[555-0134]], please.", "", "Call her, please."},
      {"nothing in brackets", "Her aunt ([[Ruth]]) helps.", "", "Her aunt helps."},
      {"the next word begins", "[[Honestly]], we tried.", "", "We tried."},
      {"nothing is left of a sentence", "She moved. Her [[case is 12]]. He works.", "", "She moved. He works."},
      {"one of two commas stays", "We need socks, [[cash]], shoes.", "", "We need socks, shoes."},
      {"no verb twice", "Mom was [[late]] again.", "is in need of help", "Mom was in need of help again."},
      {"a verb takes the place of another", "Mom was [[high]] again.", "went through a lot", "Mom went through a lot again."},
      {"many", "The kids [[smell]] now.", "needs extra care", "The kids need extra care now."},
      {"one", "She [[smells]] now.", "need extra care", "She needs extra care now."},
      {"mom and dad are two", "Mom and dad [[fight]].", "is in need of help", "Mom and dad are in need of help."},
      {"one of several", "One of the kids [[fights]].", "are in need of help", "One of the kids is in need of help."},
      {"after will", "She will [[relapse]].", "needs support now", "She will need support now."},
      {"after has", "She has [[relapsed]].", "went through a hard season", "She has gone through a hard season."},
      {"after a contraction", "She's [[high]] now.", "has had a hard time", "She has had a hard time now."},
      {"the verb of a state stays", "She [[is on stamps]] now.", "on a tight budget", "She is on a tight budget now."},
      {"so does an and before it", "She is 15 [[and pregnant]].", "is getting ready", "She is 15 and is getting ready."},
      {"a clause loses its opening", "He pays for [[a DUI]] now.", "there was a hard season", "He pays for a hard season now."},
      {"a noun follows an adjective", "She saw her new [[therapist]].", "a support person", "She saw her new support person."},
      {"said once", "We tried services and [[FFT]].", "services", "We tried services."},
      {"two people are told as two", "She has the child and [[Ava]] here.", "the child", "She has the children here."},
      {"mom is mom", "The mom [[Ashley]] works.", "mom", "The mom works."},
      {"names say nothing new", "Beds for the 3 kids, [[Al, Bo and Cy]].", "the children", "Beds for the 3 kids."},
      {"possessive of many", "The [[Smith]]'s car broke.", "parents", "The parents' car broke."},
      {"many take another verb", "[[Cash]] is fine.", "groceries", "Groceries are fine."},
      {"small in a line of small letters", "mom came. [[kayla]] works.", "the child", "mom came. the child works."},
      {"large beside large letters", "Mom came. [[kayla]] works.", "the child", "Mom came. The child works."},
      {"the stays", "It was the [[FCM]] who came.", "aunt", "It was the aunt who came."},
  };
  for (const Row& row : rows) EXPECT_EQ(rewritten(row.marked, row.replacement), row.expected) << row.name;
}

TEST(Suggestion, OfARuleDependOnTheirConditions) {
  const Linter linter = test::linter_of(test::one_rule(R"json("kind": "pattern", "patterns": ["(gift|gas) cards?"],
    "suggest": [{"text": "groceries", "when": ["food"]}, {"text": "help with {1}", "unless": ["food"]}, {"description": "Name what {match} would buy."}])json"));
  const auto suggestions = [&](std::string_view text) {
    const std::vector<Diagnostic> found = test::lint(linter, text);
    return found.size() == 1 ? found[0].suggestions : std::vector<Suggestion>{};
  };
  EXPECT_EQ(suggestions("Some gift cards for food."),
            (std::vector<Suggestion>{{"groceries", "", false}, {std::nullopt, "Name what gift cards would buy.", false}}));
  EXPECT_EQ(suggestions("Gas cards for the car."),
            (std::vector<Suggestion>{{"Help with Gas", "", false}, {std::nullopt, "Name what Gas cards would buy.", false}}));
}

TEST(Suggestion, ATableNamesTheOtherFormOfAWord) {
  const Linter linter = test::linter_of(R"json({"pack": "test", "category": "credibility",
    "vocabulary": {"participle": {"went": "gone", "took": "taken", "hasn't": "haven't"}},
    "rules": [{"id": "participle", "kind": "pattern", "message": "m",
      "patterns": ["(have|has) ({participle})", {"pattern": "(they) (hasn'?t)", "suggest": ["{1:participle} {2:participle}"]}],
      "suggest": ["{1} {2:participle}"]}]})json");
  const auto texts = [&](std::string_view text) {
    std::vector<std::string> out;
    for (const Diagnostic& found : test::lint(linter, text)) {
      for (const Suggestion& suggestion : found.suggestions) out.push_back(suggestion.text.value_or(""));
    }
    return out;
  };
  EXPECT_EQ(texts("Some have went home, one has took the bus."), (std::vector<std::string>{"have gone", "has taken"}));
  EXPECT_EQ(texts("Some have WENT."), std::vector<std::string>{"have gone"}) << "whatever its case";
  EXPECT_EQ(texts("Then they hasn't come."), std::vector<std::string>{"they haven't"}) << "a word that the table lacks stays";
  EXPECT_TRUE(texts("Then they hasnt come.").empty()) << "what would change nothing is no rewrite";
}

}  // namespace
}  // namespace careportal_lint
