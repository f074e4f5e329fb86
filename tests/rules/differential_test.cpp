// The proof that the matcher's shortcuts are right: tries, triggers and the small interpreter find what plain regular
// expressions find on every line, over all patterns of the program's packs, their examples, the corpus, and both of
// these with random edits.
//
// The one difference that is meant: a trie looks at every word, a regular expression goes on behind its match. So where
// phrases take part, every plain match must be covered by a match and every match must touch a plain one; elsewhere the
// matches are the same.
#include <gtest/gtest.h>
#include <re2/re2.h>

#include <cstdlib>
#include <random>

#include "support/compiled_packs.h"
#include "support/files.h"
#include "support/lint.h"

namespace careportal_lint {
namespace {

using test::CompiledPacks;

const CompiledPacks& fast() {
  static const CompiledPacks packs(false);
  return packs;
}
const CompiledPacks& plain() {
  static const CompiledPacks packs(true);
  return packs;
}

struct Found {
  Range range;
  std::vector<Range> groups;
  friend bool operator==(const Found&, const Found&) = default;
};

std::vector<Found> matches_of(const CompiledPacks& packs, const Document& document, const MatchTable& table, PatternId pattern) {
  std::vector<Found> out;
  const auto [first, last] = table.of(pattern);
  for (const Match* match = first; match != last; ++match) out.push_back({match->range, match->groups});
  if (!packs.is_finder(pattern)) {
    packs.matcher().find_all(document, table, pattern, [&](const Match& match) {
      out.push_back({match.range, match.groups});
      return true;
    });
  }
  std::sort(out.begin(), out.end(),
            [](const Found& a, const Found& b) { return std::pair(a.range.begin, a.range.end) < std::pair(b.range.begin, b.range.end); });
  return out;
}

std::string listed(const Document& document, const std::vector<Found>& found) {
  std::string out;
  for (const Found& match : found) {
    out += " " + std::to_string(match.range.begin) + "'" + std::string(document.text(match.range)) + "'";
  }
  return out.empty() ? " nothing" : out;
}

bool agree(PatternId pattern, const std::vector<Found>& quick, const std::vector<Found>& slow) {
  if (!fast().has_phrases(pattern)) return quick == slow;
  const bool covered = std::all_of(slow.begin(), slow.end(), [&](const Found& match) {
    return std::any_of(quick.begin(), quick.end(),
                       [&](const Found& other) { return other.range.begin <= match.range.begin && match.range.end <= other.range.end; });
  });
  return covered && std::all_of(quick.begin(), quick.end(), [&](const Found& match) {
           return std::any_of(slow.begin(), slow.end(), [&](const Found& other) { return match.range.overlaps(other.range); });
         });
}

class Differential : public testing::Test {
 protected:
  // Compares all patterns over one text, and on-demand questions about parts of it.
  void compare(const std::string& text) {
    const SourceText source = test::decode(text);
    const Document document(source);
    const MatchTable quick = fast().matcher().scan(document);
    const MatchTable slow = plain().matcher().scan(document);
    for (PatternId pattern = 0; pattern < plain().size(); ++pattern) {
      if (plain().has_phrases(pattern)) continue;  // fixed phrases: a trie both ways
      const std::vector<Found> a = matches_of(fast(), document, quick, pattern);
      const std::vector<Found> b = matches_of(plain(), document, slow, pattern);
      found_ += b.size();
      if (!agree(pattern, a, b))
        tell(plain().name(pattern) + "\n  found:   " + listed(document, a) + "\n  expected:" + listed(document, b), text);
      for (const Found& match : b) ask_about(document, quick, slow, pattern, match.range, text);
    }
    ask(document, quick, slow, text);
  }

  // `contains` where a match is cut off behind each of its words.
  void ask_about(const Document& document, const MatchTable& quick, const MatchTable& slow, PatternId pattern, Range match,
                 const std::string& text) {
    for (std::size_t token = document.token_at(match.begin); token < document.tokens().size(); ++token) {
      const Range word = document.tokens()[token].range;
      if (word.end > match.end) break;
      if (word.begin >= match.begin) question(document, quick, slow, pattern, {match.begin, word.end}, text);
    }
  }

  // `contains` for patterns at random, from one word to another.
  void ask(const Document& document, const MatchTable& quick, const MatchTable& slow, const std::string& text) {
    const std::vector<Token>& tokens = document.tokens();
    if (tokens.empty()) return;
    for (int count = 0; count < 400; ++count) {
      const auto pattern = static_cast<PatternId>(random_() % plain().size());
      if (plain().has_phrases(pattern)) continue;
      const Range line = document.lines()[document.line_at(tokens[random_() % tokens.size()].range.begin)].range;
      std::size_t first = document.token_at(line.begin);
      std::size_t last = document.token_at(line.end - 1);
      if (last < first || tokens[first].range.begin < line.begin) continue;
      first += random_() % (last - first + 1);
      last -= random_() % (last - first + 1);
      const Range range{tokens[first].range.begin, tokens[last].range.end};
      question(document, quick, slow, pattern, range, text);
    }
  }

  void question(const Document& document, const MatchTable& quick, const MatchTable& slow, PatternId pattern, Range range,
                const std::string& text) {
    const bool a = fast().matcher().contains(document, quick, pattern, range);
    const bool b = plain().matcher().contains(document, slow, pattern, range);
    if (a == b) return;
    tell(plain().name(pattern) + "\n  contains: " + (a ? "yes" : "no") + ", expected " + (b ? "yes" : "no") + " in '" +
             std::string(document.text(range)) + "'",
         text);
  }

  void tell(const std::string& what, const std::string& text) {
    if (++failures_ <= 12) ADD_FAILURE() << what << "\n  in: " << text.substr(0, 600);
  }

  void TearDown() override {
    EXPECT_EQ(failures_, 0U) << "differences in all (the first are shown)";
    EXPECT_GT(found_, 100U) << "hardly anything was found: the test tests nothing";
  }

  std::mt19937 random_{20240601};  // fixed: a failure can be repeated
  std::size_t failures_ = 0;
  std::size_t found_ = 0;
};

std::vector<std::string> corpus() {
  std::vector<std::string> out;
  for (const auto& file : test::corpus_drafts()) out.emplace_back(test::decode(test::read(file)).text());
  return out;
}

// Paragraphs of examples, some in one text, as scanning has a fixed cost.
std::vector<std::string> examples() {
  std::vector<std::string> out;
  std::string text;
  std::size_t count = 0;
  for (const RuleInfo& rule : test::default_linter().rules_with_examples()) {
    for (const RuleExample& example : rule.examples) {
      text += example.text + "\n\n";
      if (++count % 16 == 0) out.push_back(std::exchange(text, {}));
    }
  }
  out.push_back(text);
  return out;
}

// What people, keyboards and word processors do to a text.
std::string edited(std::string text, std::mt19937& random) {
  static const std::vector<std::string> bits = {"'",
                                                "\xE2\x80\x99",
                                                "\"",
                                                "\xE2\x80\x9C",
                                                "-",
                                                "\xE2\x80\x93",
                                                " ",
                                                "  ",
                                                "\xC2\xA0",
                                                "\n",
                                                "\r\n",
                                                ".",
                                                ",",
                                                "/",
                                                "$",
                                                "@",
                                                "(",
                                                ")",
                                                "_",
                                                "\xC3\xA9",
                                                "\xCC\x81",
                                                "\xE2\x80\x8B",
                                                "\xF0\x9F\x98\x80",
                                                "\xD0\x90",
                                                "0",
                                                "7",
                                                "s",
                                                "'s",
                                                "ed",
                                                "x",
                                                "A",
                                                ":",
                                                "\xE2\x80\xA6"};
  const std::size_t edits = 1 + text.size() / 60;
  for (std::size_t edit = 0; edit < edits && !text.empty(); ++edit) {
    std::size_t at = random() % text.size();
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;  // edits are whole characters
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    switch (random() % 5) {
      case 0: text.insert(at, bits[random() % bits.size()]); break;
      case 1: text.replace(at, end - at, bits[random() % bits.size()]); break;
      case 2: text.erase(at, end - at); break;
      case 3: text[at] = static_cast<char>(text[at] ^ (std::isalpha(static_cast<unsigned char>(text[at])) != 0 ? 0x20 : 0)); break;
      default: {  // a word twice
        const std::size_t blank = text.find(' ', at);
        const std::size_t next = blank == std::string::npos ? blank : text.find(' ', blank + 1);
        if (next != std::string::npos) text.insert(next, text.substr(blank, next - blank));
      }
    }
  }
  return text;
}

TEST_F(Differential, ThePatternsAreTheSameBothWays) {
  ASSERT_EQ(fast().size(), plain().size());
  ASSERT_GT(plain().size(), 1000U);
  found_ = 1000;
}

TEST_F(Differential, Corpus) {
  for (const std::string& text : corpus()) compare(text);
}

TEST_F(Differential, Examples) {
  for (const std::string& text : examples()) compare(text);
}

TEST_F(Differential, EditedCorpus) {
  for (const std::string& text : corpus()) compare(edited(text, random_));
}

TEST_F(Differential, EditedExamples) {
  for (const std::string& text : examples()) compare(edited(text, random_));
}

// The plain way itself against RE2 alone, wherever `\b` says all about the edges.
TEST_F(Differential, PlainIsRe2) {
  std::vector<std::unique_ptr<RE2>> compiled(plain().size());
  std::vector<std::string> texts = corpus();
  texts.resize(40);
  for (const std::string& text : texts) {
    const SourceText source = test::decode(text);
    const Document document(source);
    const MatchTable table = plain().matcher().scan(document);
    for (PatternId pattern = 0; pattern < plain().size(); ++pattern) {
      const PatternEntry& entry = plain().tables().patterns[pattern];
      const bool exact = entry.word_edges == 0 || (entry.edge_before != 0 && entry.edge_after != 0);
      if (entry.begin == entry.end || !exact) continue;
      if (compiled[pattern] == nullptr) {
        RE2::Options options;
        options.set_longest_match(true);
        options.set_case_sensitive(entry.exact_case != 0);
        options.set_encoding(RE2::Options::EncodingLatin1);
        const std::string edge = entry.word_edges != 0 ? "\\b" : "";
        compiled[pattern] =
            std::make_unique<RE2>(edge + "(?:" + std::string(plain().tables().text(entry.begin, entry.end)) + ")" + edge, options);
        ASSERT_TRUE(compiled[pattern]->ok()) << plain().name(pattern);
      }
      std::vector<Range> expected;
      for (const Line& line : document.lines()) {
        const re2::StringPiece piece(document.text().data() + line.range.begin, line.range.size());
        re2::StringPiece match;
        for (std::size_t from = 0;
             from <= piece.size() && compiled[pattern]->Match(piece, from, piece.size(), RE2::UNANCHORED, &match, 1);) {
          const auto begin = static_cast<std::uint32_t>(match.data() - document.text().data());
          const auto end = begin + static_cast<std::uint32_t>(match.size());
          if (!match.empty()) expected.push_back({begin, end});
          from = end - line.range.begin + (match.empty() ? 1 : 0);
        }
      }
      std::vector<Range> actual;
      for (const Found& match : matches_of(plain(), document, table, pattern)) actual.push_back(match.range);
      found_ += expected.size();
      if (actual != expected) tell(plain().name(pattern) + ": differs from RE2", text);
    }
  }
}

}  // namespace
}  // namespace careportal_lint
