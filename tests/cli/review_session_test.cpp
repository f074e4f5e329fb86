// The decisions of a review, without a terminal.
#include "cli/review_session.h"

#include <gtest/gtest.h>

#include <sstream>

#include "careportal_lint/error.h"
#include "cli/review.h"
#include "support/files.h"
#include "support/lint.h"

namespace careportal_lint {
namespace {

using cli::ReviewSession;

constexpr const char* kPack = R"json({"pack": "small", "category": "credibility", "source": "a test", "rules": [
  {"id": "slip", "kind": "pattern", "severity": "warning", "message": "Two t.", "why": "Trust.",
   "patterns": ["matress"], "suggest": [{"text": "mattress", "safe": true}, {"text": "mattress"}, {"text": "matress"}, "bed"]},
  {"id": "cash", "kind": "pattern", "severity": "error", "message": "No cash.", "patterns": ["cash"], "suggest": ["groceries"]},
  {"id": "need", "kind": "requirement", "severity": "warning", "message": "Say thank you.",
   "needs": [{"patterns": ["thanks?"]}], "suggest": [{"description": "A word is enough."}]}]}
)json";

const Linter& linter() {
  static const Linter made = test::linter_of(kPack);
  return made;
}

ReviewSession review(std::string_view bytes) { return ReviewSession(linter(), test::decode(bytes)); }

std::string rule_of(const ReviewSession& session) { return session.current() == nullptr ? "" : session.current()->rule; }
std::string words_of(const ReviewSession& session) {
  const Span span = session.current()->span;
  return std::string(session.draft().text().substr(span.begin, span.size()));
}

TEST(ReviewSession, AGoodDraftAsksNothing) {
  ReviewSession session = review("A bed, thanks.");
  EXPECT_EQ(session.current(), nullptr);
  EXPECT_FALSE(session.undo());
  EXPECT_FALSE(session.back());
  EXPECT_EQ(session.bytes(), "A bed, thanks.");
}

TEST(ReviewSession, OffersEachRewriteOnceAndNotTheWordsThatStandThere) {
  EXPECT_EQ(review("A matress, thanks.").rewrites(), (std::vector<std::string>{"mattress", "bed"}));
}

TEST(ReviewSession, OffersAsManyRewritesAsThereAreKeys) {
  std::string texts;
  for (int i = 0; i < 20; ++i) texts += (i == 0 ? "\"word " : ", \"word ") + std::to_string(i) + "\"";
  const Linter many = test::linter_of(test::one_rule(R"("kind": "pattern", "patterns": ["cash"], "suggest": [)" + texts + "]"));
  ReviewSession session(many, test::decode("cash"));
  EXPECT_EQ(session.rewrites().size(), cli::kMostRewrites);
  EXPECT_EQ(session.choose(9), "");
  EXPECT_EQ(session.bytes(), "word 8");
}

TEST(ReviewSession, ChoosingChangesTheseWordsOnly) {
  ReviewSession session = review("A matress,\r\nthanks. A matress");
  EXPECT_EQ(session.choose(2), "");
  EXPECT_EQ(session.bytes(), "A bed,\r\nthanks. A matress");
  EXPECT_EQ(session.edits(), 1U);
  EXPECT_EQ(session.number(), 1U);
  EXPECT_EQ(session.choose(1), "");
  EXPECT_EQ(session.bytes(), "A bed,\r\nthanks. A mattress");
  EXPECT_EQ(session.current(), nullptr);
}

TEST(ReviewSession, ANumberThatIsNotOfferedChangesNothing) {
  ReviewSession session = review("A matress, thanks.");
  EXPECT_NE(session.choose(3), "");
  EXPECT_NE(session.choose(0), "");
  EXPECT_EQ(session.edits(), 0U);
}

TEST(ReviewSession, OwnWordsAreLintedAgain) {
  ReviewSession session = review("A matress, thanks.");
  EXPECT_EQ(session.write("bed and cash"), "");
  EXPECT_EQ(rule_of(session), "credibility/cash") << "a new finding in the words typed";
  EXPECT_EQ(session.write(""), "");
  EXPECT_EQ(session.bytes(), "A bed and, thanks.") << "without a second blank";
}

TEST(ReviewSession, AnEditMayMakeAnotherFindingVanish) {
  ReviewSession session = review("A matress.");
  ASSERT_EQ(session.findings().size(), 2U);
  ASSERT_TRUE(session.current()->whole_draft);
  session.skip();
  EXPECT_EQ(session.write("bed, thanks"), "");
  EXPECT_TRUE(session.findings().empty()) << "and with it what was skipped";
  EXPECT_EQ(session.skipped(), 0U);
}

TEST(ReviewSession, ASentenceForTheWholeDraftIsAddedAtItsEnd) {
  ReviewSession one = review("A bed.\n\n");
  ASSERT_TRUE(one.adds_at_end());
  EXPECT_TRUE(one.rewrites().empty());
  EXPECT_NE(one.write(""), "");
  EXPECT_EQ(one.write("Many thanks."), "");
  EXPECT_EQ(one.bytes(), "A bed.\nMany thanks.\n\n");
  ReviewSession two = review("A bed.\r\nA desk.");
  EXPECT_EQ(two.write("Thanks."), "");
  EXPECT_EQ(two.bytes(), "A bed.\r\nA desk.\r\nThanks.");
  ReviewSession three = review("A bed.");
  EXPECT_EQ(three.write("Thanks."), "");
  EXPECT_EQ(three.bytes(), "A bed. Thanks.");
}

TEST(ReviewSession, WhatWasSkippedMovesWithItsWords) {
  ReviewSession session = review("Thanks. Cash, a matress, cash, a matress, cash.");
  session.skip();
  EXPECT_EQ(session.write("a very long story about it"), "");
  EXPECT_EQ(words_of(session), "cash");
  session.skip();
  EXPECT_EQ(session.choose(1), "");
  session.skip();
  EXPECT_EQ(session.current(), nullptr);
  EXPECT_EQ(session.skipped(), 3U);
  EXPECT_EQ(session.edits(), 2U);
}

TEST(ReviewSession, UndoGoesBackStepByStep) {
  const std::string bytes = "Thanks. Cash, a matress, cash.";
  ReviewSession session = review(bytes);
  session.skip();
  EXPECT_EQ(session.choose(1), "");
  EXPECT_EQ(session.write("milk"), "");
  EXPECT_EQ(session.current(), nullptr);
  EXPECT_TRUE(session.undo());
  EXPECT_EQ(words_of(session), "cash");
  EXPECT_EQ(session.bytes(), "Thanks. Cash, a mattress, cash.");
  EXPECT_TRUE(session.undo());
  EXPECT_EQ(words_of(session), "matress");
  EXPECT_EQ(session.bytes(), bytes);
  EXPECT_TRUE(session.undo());
  EXPECT_EQ(words_of(session), "Cash");
  EXPECT_EQ(session.skipped(), 0U);
  EXPECT_FALSE(session.undo());
}

TEST(ReviewSession, BackAsksAgain) {
  ReviewSession session = review("Thanks. Cash, a matress.");
  EXPECT_FALSE(session.back());
  session.skip();
  session.skip();
  EXPECT_EQ(session.current(), nullptr);
  EXPECT_TRUE(session.back());
  EXPECT_EQ(words_of(session), "matress");
  EXPECT_TRUE(session.back());
  EXPECT_EQ(words_of(session), "Cash");
  EXPECT_TRUE(session.undo());
  EXPECT_EQ(words_of(session), "matress");
}

TEST(ReviewSession, KeepsTheEncoding) {
  ReviewSession utf16 = review(std::string("\xFE\xFF\0c\0a\0s\0h\0,\0 \0t\0h\0a\0n\0k\0s", 24));
  EXPECT_EQ(utf16.write("Zo\xC3\xAB"), "");
  EXPECT_EQ(utf16.bytes(), std::string("\xFE\xFF\0Z\0o\0\xEB\0,\0 \0t\0h\0a\0n\0k\0s", 22));
  ReviewSession windows = review("cash for the caf\xE9, thanks");
  EXPECT_NE(windows.write("\xE2\x98\x83"), "") << "a snowman";
  EXPECT_EQ(windows.edits(), 0U);
  EXPECT_EQ(windows.write("\xE2\x80\x9Cmilk\xE2\x80\x9D"), "");
  EXPECT_EQ(windows.bytes(), "\x93milk\x94 for the caf\xE9, thanks");
}

TEST(ReviewSession, RefusesWhatIsNoText) {
  ReviewSession session = review("cash, thanks");
  for (const char* typed : {"\xFF\xFE", "a\x1b[D", "a\tb", "\x07"}) EXPECT_NE(session.write(typed), "") << typed;
  EXPECT_EQ(session.bytes(), "cash, thanks");
}

// Whatever is chosen, undoing all of it brings back every byte.
TEST(ReviewSession, UndoingEverythingBringsBackTheDraft) {
  std::size_t changes = 0;
  for (const auto& path : test::files_below(test::source_path("examples/drafts"))) {
    const std::string bytes = test::read(path);
    ReviewSession session(test::default_linter(), test::decode(bytes));
    for (int step = 0; session.current() != nullptr && step < 200; ++step) {
      if (session.rewrites().empty() || step % 3 == 2) {
        session.skip();
      } else {
        EXPECT_EQ(session.choose(session.rewrites().size()), "");
        ++changes;
      }
      const std::vector<Diagnostic> now = test::default_linter().lint(session.draft());
      EXPECT_EQ(session.findings(), now);
    }
    EXPECT_EQ(session.current(), nullptr) << path;
    while (session.undo()) {
    }
    EXPECT_EQ(session.bytes(), bytes);
    EXPECT_EQ(session.skipped(), 0U);
  }
  EXPECT_GT(changes, 15U);
}

// ---- questions and answers, as streams

struct Talk {
  std::string shown;
  std::vector<std::string> saved;
  cli::ReviewOutcome outcome;
};

Talk talk(std::string_view bytes, const std::string& answers, bool disk_full = false) {
  ReviewSession session = review(bytes);
  std::istringstream in(answers);
  std::ostringstream out;
  Talk result;
  const cli::ReviewConsole console{in, out, false, [] { return 60; }, {{"credibility/slip", "Trust."}}};
  result.outcome = cli::review_draft(session, console, [&](const std::string& name, const std::string& mended) {
    if (disk_full && name.empty()) throw Error("draft.txt: cannot write: No space left on device");
    result.saved.push_back(name + "=" + mended);
  });
  result.shown = out.str();
  return result;
}

TEST(ReviewTalk, SavesWhatWasChosen) {
  const Talk saved = talk("A matress, thanks.", "1\ny\n");
  EXPECT_EQ(saved.saved, std::vector<std::string>{"=A mattress, thanks."});
  EXPECT_TRUE(saved.outcome.saved);
}

TEST(ReviewTalk, NoMeansNo) {
  const Talk kept = talk("A matress, thanks.", "1\nn\n");
  EXPECT_TRUE(kept.saved.empty());
  EXPECT_FALSE(kept.outcome.saved);
  EXPECT_EQ(kept.outcome.end, cli::ReviewEnd::done);
}

TEST(ReviewTalk, AHalfTypedAnswerIsNone) {
  for (const char* answers : {"", "1", "1\ny", "1\nw", "e\nbed"}) {
    const Talk kept = talk("A matress, thanks.", answers);
    EXPECT_TRUE(kept.saved.empty()) << answers;
    EXPECT_EQ(kept.outcome.end, cli::ReviewEnd::end_of_input) << answers;
  }
}

TEST(ReviewTalk, AFullDiskDoesNotLoseTheChanges) {
  const Talk saved = talk("A matress, thanks.", "1\ny\nw\nw other.txt\n", true);
  EXPECT_EQ(saved.saved, std::vector<std::string>{"other.txt=A mattress, thanks."});
  EXPECT_FALSE(saved.outcome.saved) << "the draft itself is as it was";
  EXPECT_NE(saved.shown.find("No space left"), std::string::npos);
}

TEST(ReviewTalk, AChangeAndItsUndoAreNothingToSave) {
  const Talk kept = talk("A matress, thanks.", "1\nu\nw\n");
  EXPECT_TRUE(kept.saved.empty());
  EXPECT_NE(kept.shown.find("nothing to save"), std::string::npos);
}

TEST(ReviewTalk, UnknownKeysAreToldAndChangeNothing) {
  const Talk kept = talk("A matress, thanks.", "x\n9\nwrite\n?\ns\n");
  EXPECT_NE(kept.shown.find("\"x\" is no key"), std::string::npos);
  EXPECT_NE(kept.shown.find("no rewrite 9"), std::string::npos);
  EXPECT_NE(kept.shown.find("Why: Trust."), std::string::npos);
  EXPECT_TRUE(kept.saved.empty());
  EXPECT_EQ(kept.outcome.end, cli::ReviewEnd::done);
}

TEST(ReviewTalk, AMinusTakesTheWordsOut) {
  EXPECT_EQ(talk("A bed and cash, thanks.", "e\n-\ny\n").saved, std::vector<std::string>{"=A bed and, thanks."});
  EXPECT_TRUE(talk("A bed and cash, thanks.", "e\n\ns\n").saved.empty()) << "Enter alone keeps them";
}

}  // namespace
}  // namespace careportal_lint
