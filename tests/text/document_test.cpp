#include "text/document.h"

#include <gtest/gtest.h>

#include "support/lint.h"

namespace careportal_lint {
namespace {

std::string scope_around(std::string_view text, std::string_view match, Scope scope) {
  const SourceText source = test::decode(text);
  const Document document(source);
  const std::size_t at = document.text().find(match);
  EXPECT_NE(at, std::string_view::npos) << match;
  const auto begin = static_cast<std::uint32_t>(at);
  const Range range = document.scope(scope, {begin, begin + static_cast<std::uint32_t>(match.size())});
  std::string out(document.text(range));
  while (out.starts_with(' ')) out.erase(0, 1);
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

constexpr std::string_view kDraft =
    "Dad works nights. Mom lost her job, but the rent is paid; the kids are fine.\n"
    "\n"
    "Needs:\n"
    "- a twin bed - new or used\n"
    "- cash for gas because the car is old. Thanks!\n";

TEST(Document, ScopesReachAsFarAsTheirName) {
  EXPECT_EQ(scope_around(kDraft, "rent", Scope::clause), "but the rent is paid");
  EXPECT_EQ(scope_around(kDraft, "job", Scope::clause), "Mom lost her job");
  EXPECT_EQ(scope_around(kDraft, "kids", Scope::clause), "the kids are fine.");
  EXPECT_EQ(scope_around(kDraft, "twin", Scope::clause), "a twin bed");
  EXPECT_EQ(scope_around(kDraft, "gas", Scope::clause), "cash for gas");
  EXPECT_EQ(scope_around(kDraft, "rent", Scope::sentence), "Mom lost her job, but the rent is paid; the kids are fine.");
  EXPECT_EQ(scope_around(kDraft, "cash", Scope::sentence), "cash for gas because the car is old.");
  EXPECT_EQ(scope_around(kDraft, "cash", Scope::line), "cash for gas because the car is old. Thanks!");
  EXPECT_EQ(scope_around(kDraft, "twin", Scope::line), "a twin bed - new or used");
  EXPECT_EQ(scope_around(kDraft, "twin", Scope::paragraph),
            "Needs:\na twin bed - new or used\ncash for gas because the car is old. Thanks!");
  EXPECT_EQ(scope_around(kDraft, "rent", Scope::draft).size(), std::string_view(Document(test::decode(kDraft)).text()).size());
}

TEST(Document, AMatchAcrossSentencesWidensTheScope) {
  EXPECT_EQ(scope_around("Dad works. Mom rests. Kids play.", "works. Mom", Scope::sentence), "Dad works. Mom");
}

TEST(Document, WordsAreTokensJoinedByApostrophes) {
  const SourceText source = test::decode("Mom\xE2\x80\x99s twins don't like '90s rock-n-roll.");
  const Document document(source);
  std::vector<std::string> words;
  for (const Word& word : document.words()) words.emplace_back(document.text(word.range));
  EXPECT_EQ(words, (std::vector<std::string>{"Mom's", "twins", "don't", "like", "90s", "rock", "n", "roll"}));
}

TEST(Document, ShapesTellHowAWordIsWritten) {
  EXPECT_EQ(shape_of("bed"), Shape::lower);
  EXPECT_EQ(shape_of("Bed"), Shape::capitalized);
  EXPECT_EQ(shape_of("FCM"), Shape::upper);
  EXPECT_EQ(shape_of("McKay"), Shape::mixed);
  EXPECT_EQ(shape_of("555"), Shape::digits);
  EXPECT_EQ(shape_of("3T"), Shape::alphanumeric);
}

TEST(Document, ForeignWordsAreMarked) {
  const SourceText source = test::decode("\xD0\x90\xD0\xBD\xD0\xBD\xD0\xB0 and Jos\xC3\xA9");
  const Document document(source);
  ASSERT_EQ(document.words().size(), 3U);
  EXPECT_TRUE(document.words()[0].foreign);
  EXPECT_FALSE(document.words()[1].foreign);
  EXPECT_FALSE(document.words()[2].foreign);
}

TEST(Document, KnowsHowADraftIsWritten) {
  const SourceText caps = test::decode("THE FAMILY NEEDS A BED AND A CRIB FOR THE BABY.");
  EXPECT_TRUE(Document(caps).all_caps());
  const SourceText lower = test::decode("the family needs a bed and a crib for the baby. thanks so much.");
  EXPECT_TRUE(Document(lower).all_lower());
  const SourceText normal = test::decode("The family needs a bed and a crib for the baby.");
  EXPECT_FALSE(Document(normal).all_caps());
  EXPECT_FALSE(Document(normal).all_lower());
}

TEST(Document, KnowsWhereSentencesStart) {
  const SourceText source = test::decode("Dad works. \"Mom rests.\"");
  const Document document(source);
  EXPECT_TRUE(document.starts_sentence(0));
  EXPECT_FALSE(document.starts_sentence(4));
  EXPECT_TRUE(document.starts_sentence(12));  // after the quote
}

TEST(Document, AnEmptyDraftHasNothing) {
  for (const std::string_view text : {"", "\n\n", "   \n\t", "\xE2\x80\x8B"}) {
    const SourceText source = test::decode(text);
    const Document document(source);
    EXPECT_TRUE(document.words().empty());
    EXPECT_TRUE(document.sentences().empty());
    EXPECT_TRUE(document.starts_sentence(0));
    const Range all = document.scope(Scope::sentence, {0, 0});
    EXPECT_LE(all.end, document.text().size());
  }
}

}  // namespace
}  // namespace careportal_lint
