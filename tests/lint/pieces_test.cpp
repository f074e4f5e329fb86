// A draft in pieces has the findings of the draft as a whole.
#include <gtest/gtest.h>

#include <algorithm>

#include <random>

#include "careportal_lint/draft_pieces.h"
#include "careportal_lint/linter.h"
#include "support/files.h"
#include "support/lint.h"

namespace careportal_lint {
namespace {

struct Found {
  std::vector<std::string> rows;  // place, rule, severity, message, text, suggestions
  std::size_t pieces = 0;
};

std::string row(const SourceText& source, const Diagnostic& diagnostic) {
  const auto place = [&](std::size_t offset) {
    const Position position = source.position(offset);
    return std::to_string(source.offset() + offset) + " (" + std::to_string(position.line) + ":" + std::to_string(position.column) + ")";
  };
  std::string out = place(diagnostic.span.begin) + "-" + place(diagnostic.span.end) + " " + diagnostic.rule + " " +
                    std::string(to_string(diagnostic.severity)) + (diagnostic.whole_draft ? " whole" : "") + " " + diagnostic.message +
                    " [" + std::string(source.text().substr(diagnostic.span.begin, diagnostic.span.size())) + "]";
  for (const Suggestion& suggestion : diagnostic.suggestions)
    out += " | " + suggestion.text.value_or("-") + " / " + suggestion.description + (suggestion.safe ? " safe" : "");
  return out;
}

Found whole(const Linter& linter, const std::string& bytes) {
  const SourceText source = SourceText::decode(bytes, "draft");
  Found out;
  for (const Diagnostic& diagnostic : linter.lint(source)) out.rows.push_back(row(source, diagnostic));
  return out;
}

Found in_pieces(const Linter& linter, const std::string& bytes, const PieceLimits& limits) {
  Found out;
  MemoryBytes source(bytes);
  DraftPieces pieces(source, "draft", limits);
  linter.lint(pieces, [&](const DraftPiece& piece, const std::vector<Diagnostic>& diagnostics) {
    ++out.pieces;
    for (const Diagnostic& diagnostic : diagnostics) out.rows.push_back(row(piece.source, diagnostic));
    return true;
  });
  return out;
}

const Linter& linter() {
  static const Linter linter([] {
    LinterOptions options;
    options.default_rules = true;
    return options;
  }());
  return linter;
}

std::vector<std::string> dev_drafts() {
  std::vector<std::string> out;
  for (const auto& path : test::files_below(test::source_path("tests/corpus/dev/drafts"))) {
    const std::string bytes = test::read(path);
    if (bytes.find('\0') == std::string::npos) out.push_back(bytes);
  }
  return out;
}

// ---- cutting

// The own parts of all pieces together are the text.
TEST(DraftPieces, OwnPartsAreTheWholeText) {
  std::mt19937 random(7);
  const std::vector<std::string> parts = {"a",    "bc d",    " ",      "\n",     "\r\n",       "\r",
                                          "\n\n", "\n \t\n", "\u00E9", "\u201C", "\U0001F600", "longer words here"};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    const std::size_t count = random() % 60;
    for (std::size_t i = 0; i < count; ++i) text += parts[random() % parts.size()];
    const SourceText all = SourceText::decode(text, "draft");
    for (const PieceLimits limits : {PieceLimits{1, 0}, {2, 1}, {7, 3}, {16, 16}, {40, 8}, {1000, 5}}) {
      MemoryBytes bytes(text);
      DraftPieces pieces(bytes, "draft", limits);
      for (int again = 0; again < 2; ++again) {
        std::string joined;
        std::size_t number = 0;
        while (const std::optional<DraftPiece> piece = pieces.next()) {
          EXPECT_EQ(piece->number, number++);
          EXPECT_EQ(piece->source.offset() + piece->own.begin, joined.size());
          EXPECT_EQ(piece->source.position(piece->own.begin), all.position(joined.size())) << text;
          EXPECT_LE(piece->own.size(), limits.piece + 4) << "only to keep a character or a line end whole";
          joined += piece->source.text().substr(piece->own.begin, piece->own.size());
          EXPECT_EQ(all.text().substr(piece->source.offset(), piece->source.text().size()), piece->source.text());
        }
        ASSERT_EQ(joined, all.text());
        pieces.rewind();
      }
    }
  }
}

TEST(DraftPieces, CutsAtBlankLinesFirst) {
  const std::string text = "one\ntwo\n\nthree\nfour\n \nfive six seven eight nine ten\neleven";
  MemoryBytes bytes(text);
  DraftPieces pieces(bytes, "draft", {18, 0});
  std::vector<std::string> own;
  while (const std::optional<DraftPiece> piece = pieces.next()) own.emplace_back(piece->source.text());
  const std::vector<std::string> expected = {"one\ntwo\n\n", "three\nfour\n \n", "five six seven eig", "ht nine ten\neleven"};
  EXPECT_EQ(own, expected);
}

TEST(DraftPieces, EncodingsAreThoseOfTheWhole) {
  std::string utf16 = "\xFF\xFE";
  for (const char16_t unit : std::u16string(u"A b\u00E9d.\n\nOne \U0001F601 more.\n")) {
    utf16.push_back(static_cast<char>(unit & 0xFF));
    utf16.push_back(static_cast<char>(unit >> 8));
  }
  for (const std::string& bytes : {std::string("\xEF\xBB\xBF"
                                               "A b\u00E9d.\n\nMore."),
                                   utf16, utf16.substr(2), std::string("caf\xE9 and\n\nmore \x93quoted\x94"), std::string(),
                                   std::string("\n\n\n"), std::string("\xEF\xBB\xBF"), "x\u00E9" + std::string(70'000, 'y') + "\u20AC"}) {
    const SourceText all = SourceText::decode(bytes, "draft");
    MemoryBytes source(bytes);
    DraftPieces pieces(source, "draft", {bytes.size() > 1000 ? 1000U : 8U, 4});
    std::string joined;
    while (const std::optional<DraftPiece> piece = pieces.next()) {
      EXPECT_EQ(piece->source.encoding(), all.encoding());
      joined += piece->source.text().substr(piece->own.begin, piece->own.size());
    }
    EXPECT_EQ(joined, all.text());
  }
  for (const std::string& bytes : {std::string("a\0b", 3), std::string("\x01\x02\x03"), std::string("\xFF\xFE\x00\xD8", 4),
                                   std::string("\xEF\xBB\xBF\xFF"), std::string("\xFF\xFE\x41")}) {
    std::string message;
    try {
      SourceText::decode(bytes, "draft");
    } catch (const std::exception& error) {
      message = error.what();
    }
    MemoryBytes source(bytes);
    try {
      DraftPieces(source, "draft");
      ADD_FAILURE() << "no error: " << message;
    } catch (const std::exception& error) {
      EXPECT_EQ(error.what(), message);
    }
  }
}

// ---- findings

void expect_same(const std::string& text, const PieceLimits& limits, std::size_t least_pieces) {
  const Found expected = whole(linter(), text);
  const Found found = in_pieces(linter(), text, limits);
  EXPECT_GE(found.pieces, least_pieces);
  // only what differs: there are hundreds
  for (const std::string& row : found.rows) {
    EXPECT_TRUE(std::find(expected.rows.begin(), expected.rows.end(), row) != expected.rows.end()) << "in pieces only: " << row;
  }
  for (const std::string& row : expected.rows) {
    EXPECT_TRUE(std::find(found.rows.begin(), found.rows.end(), row) != found.rows.end()) << "as a whole only: " << row;
  }
  EXPECT_TRUE(found.rows == expected.rows) << "pieces of " << limits.piece << ", neighborhood " << limits.context << ":\n" << text;
}

TEST(Pieces, DraftsOneAfterTheOtherHaveTheSameFindings) {
  const std::vector<std::string> drafts = dev_drafts();
  ASSERT_GE(drafts.size(), 50U);
  std::mt19937 random(11);
  for (int round = 0; round < 10; ++round) {
    std::string text;
    for (int i = 0; i < 6; ++i) {
      std::string draft = drafts[random() % drafts.size()];
      if (SourceText::decode(draft, "draft").encoding() != Encoding::utf8) continue;
      text += draft + "\n\n";
    }
    const std::size_t longest_block = [&] {
      std::size_t longest = 0;
      for (std::size_t pos = 0; pos < text.size();) {
        const std::size_t end = std::min(text.find("\n\n", pos), text.size());
        longest = std::max(longest, end - pos);
        pos = end + 2;
      }
      return longest;
    }();
    // whole paragraphs, and two of them on each side as their neighborhood
    expect_same(text, {longest_block + 4, 2 * longest_block + 4}, 2);
    expect_same(text, {1200 + longest_block, 300 + longest_block}, 2);
  }
}

TEST(Pieces, WhatHoldsOfTheWholeDraftHoldsInEachPiece) {
  const std::string filler = "The family has two beds and is glad to meet whoever brings them.\n\n";
  const std::string many = [&] {
    std::string out;
    for (int i = 0; i < 12; ++i) out += filler;
    return out;
  }();
  const std::vector<std::string> texts = {
      many,
      "Her name is Marisol Quintero.\n\n" + many + "marisol is three and quintero likes blue.\n",  // names are remembered
      "marisol needs a bed.\n\n" + many + "Her daughter Marisol Quintero is three.\n",             // also backwards
      "The boys need shoes.\n\n" + many + "The boys wear size 4 shoes.\n",                         // told later
      "The boys need shoes.\n\n" + many + "Coats, too.\n\n" + many + "New shoes would help.\n",    // never told: once
      "Diapers are needed.\n\n" + many + "He also needs wipes and formula.\n",
      "jo has a bed. they are glad. we met jo today. she likes blue.\n\n" + many,  // small letters in one piece only
      many + "ama is three. she is kind. they are glad. we like ama.\n",
      "the mom has two kids. they need beds.\n\nshe is kind. they are glad.\n\nhe is six. he likes cars.\n\n",  // no capitals at all
      "THE FAMILY NEEDS BEDS AND COATS FOR ALL OF THE KIDS.\n\nTHEY ARE GLAD TO MEET WHOEVER BRINGS THEM HOME.\n\nTHANKS TO ALL OF YOU.\n",
      "Short.\n\n\n\n",
      "",
      "\n\n\n",
      "Mom has worked hard to keep her job.\n\n" + many,
      many + "Mom has worked hard to keep her job, and she would love to meet you.\n",
      "Some caf\xE9 food.\n\n" + many,  // Windows-1252 is told once
  };
  for (const std::string& text : texts) {
    for (const PieceLimits limits : {PieceLimits{70, 70}, {140, 80}, {400, 100}}) expect_same(text, limits, 1);
  }
  EXPECT_GE(in_pieces(linter(), texts[1], {70, 70}).pieces, 12U);
}

TEST(Pieces, ConditionsOverTheDraftLookIntoOtherPieces) {
  LinterOptions options;
  options.packs = {{"small.json", R"json({"pack": "small", "category": "ours", "rules": [
    {"id": "when", "kind": "pattern", "message": "m", "patterns": ["red"], "when": [{"same": "draft", "patterns": ["open sesame"]}]},
    {"id": "unless", "kind": "pattern", "message": "m", "patterns": ["blue"], "unless": [{"same": "draft", "patterns": ["clos(?:e|ed)"]}]},
    {"id": "before", "kind": "pattern", "message": "m", "patterns": ["green"], "when": [{"same": "draft", "before": true, "patterns": ["open"]}]},
    {"id": "after", "kind": "pattern", "message": "m", "patterns": ["black"], "when": [{"same": "draft", "after": true, "patterns": ["open"]}]},
    {"id": "near", "kind": "pattern", "message": "m", "patterns": ["white"], "when": [{"same": "draft", "before": 2, "patterns": ["open"]}]},
    {"id": "advice", "kind": "pattern", "message": "m", "patterns": ["gray"], "suggest": [{"text": "x", "when": [{"same": "draft", "patterns": ["closed"]}]}]},
    {"id": "once", "kind": "pattern", "message": "m", "patterns": ["pink"], "once": true},
    {"id": "told", "kind": "requirement", "message": "m", "about": ["shoes"], "at_least": 2,
     "needs": [{"patterns": ["size \\d+", "wide"], "unless": [{"same": "draft", "patterns": ["closed"]}]}]}]})json"}};
  const Linter small(options);
  const std::vector<std::string> blocks = {
      "red\n\n",         "blue\n\n",   "green\n\n",     "black\n\n",  "the white\n\n",   "gray\n\n", "pink and pink\n\n",
      "open sesame\n\n", "closed\n\n", "new shoes\n\n", "size 4\n\n", "size 5 wide\n\n", "\n\n",     "a\nb\n\n"};
  std::mt19937 random(3);
  std::size_t findings = 0;
  for (int round = 0; round < 400; ++round) {
    std::string text;
    const std::size_t count = 1 + random() % 9;
    for (std::size_t i = 0; i < count; ++i) text += blocks[random() % blocks.size()];
    const Found expected = whole(small, text);
    findings += expected.rows.size();
    for (const PieceLimits limits : {PieceLimits{16, 14}, {30, 20}}) EXPECT_EQ(in_pieces(small, text, limits).rows, expected.rows) << text;
  }
  EXPECT_GT(findings, 500U) << "the texts must have something to find";
}

TEST(Pieces, ALargeTextInMemoryIsCheckedInPieces) {
  std::string text;
  for (int i = 0; text.size() <= kLargeDraft; ++i) text += "Paragraph " + std::to_string(i) + std::string(2000, ' ') + ".\n\n";
  text += "Call 317-555-0123.\n";
  LinterOptions options;
  options.default_rules = true;
  options.select = {"confidentiality/phone-number", "credibility/too-long"};
  const SourceText source = SourceText::decode(text, "draft");
  const std::vector<Diagnostic> found = Linter(options).lint(source);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_TRUE(found[0].whole_draft);
  EXPECT_EQ(source.text().substr(found[1].span.begin, found[1].span.size()), "317-555-0123");
}

}  // namespace
}  // namespace careportal_lint
