// The proof that the matcher's shortcuts are right: tries, anchors and programs find what RE2 finds on every line, over
// all patterns of the program's packs, their examples, the corpus, and both of these with random edits.
//
// The one difference that is meant: a trie looks at every word, a regular expression goes on behind its match. So where
// phrases take part, every plain match must be covered by a match and every match must touch a plain one; elsewhere the
// matches are the same, groups included.
#include <gtest/gtest.h>

#include <deque>
#include <random>

#include "support/both_ways.h"
#include "support/compiled_packs.h"
#include "support/files.h"
#include "support/lint.h"

namespace careportal_lint {
namespace {

using test::CompiledPacks;
using test::Found;

const CompiledPacks& fast() {
  static const CompiledPacks packs(false);
  return packs;
}
// Has the patterns as they are written, nothing taken out of them.
const CompiledPacks& plain() {
  static const CompiledPacks packs(true);
  return packs;
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
  struct Draft {
    explicit Draft(const std::string& text) : source(test::decode(text)), document(source), table(fast().matcher().scan(document)) {}
    SourceText source;
    Document document;
    MatchTable table;
  };

  void add(const std::string& text) {
    drafts_.emplace_back(text);
    lines_.add(drafts_.back().document);
  }

  // All patterns, one after the other, over all drafts: so each is compiled by RE2 once.
  void compare() {
    for (PatternId pattern = 0; pattern < plain().size(); ++pattern) {
      const PatternEntry& entry = plain().tables().patterns[pattern];
      if (entry.begin == entry.end) continue;  // fixed phrases
      const test::PlainSearch search(std::string(plain().tables().text(entry.begin, entry.end)), entry.exact_case != 0,
                                     entry.word_edges != 0);
      std::vector<std::vector<Found>> expected(drafts_.size());
      for (const std::size_t place : search.lines_to_look_at(lines_)) {
        const auto& [draft, line, begin] = lines_.places()[place];
        const Document& document = drafts_[draft].document;
        for (Found& match : search.find_all(document.text(), document.lines()[line].range)) expected[draft].push_back(std::move(match));
      }
      for (std::size_t i = 0; i < drafts_.size(); ++i) compare(pattern, search, drafts_[i], expected[i]);
      for (int question = 0; question < 40; ++question) ask(pattern, search, drafts_[random_() % drafts_.size()]);
    }
  }

  void compare(PatternId pattern, const test::PlainSearch& search, const Draft& draft, const std::vector<Found>& expected) {
    const std::vector<Found> found = test::matches_of(fast().matcher(), draft.document, draft.table, pattern, fast().is_finder(pattern));
    found_ += expected.size();
    if (!agree(pattern, found, expected))
      tell(plain().name(pattern) + "\n  found:   " + test::listed(draft.document, found) +
               "\n  expected:" + test::listed(draft.document, expected),
           draft);
    for (const Found& match : expected) ask_about(pattern, search, draft, match.range);
  }

  // `contains` where a match is cut off behind each of its words.
  void ask_about(PatternId pattern, const test::PlainSearch& search, const Draft& draft, Range match) {
    const std::vector<Token>& tokens = draft.document.tokens();
    for (std::size_t token = draft.document.token_at(match.begin); token < tokens.size(); ++token) {
      const Range word = tokens[token].range;
      if (word.end > match.end) break;
      // a finder's match in the draft counts, also where its `\b` would not hold if it were cut out
      const bool known = fast().is_finder(pattern) && word.end == match.end;
      if (word.begin >= match.begin) question(pattern, search, draft, {match.begin, word.end}, known);
    }
  }

  // `contains` from one word of a line to another, at random.
  void ask(PatternId pattern, const test::PlainSearch& search, const Draft& draft) {
    const std::vector<Token>& tokens = draft.document.tokens();
    if (tokens.empty()) return;
    const Range line = draft.document.lines()[draft.document.line_at(tokens[random_() % tokens.size()].range.begin)].range;
    std::size_t first = draft.document.token_at(line.begin);
    std::size_t last = draft.document.token_at(line.end - 1);
    if (last < first || tokens[first].range.begin < line.begin) return;
    first += random_() % (last - first + 1);
    last -= random_() % (last - first + 1);
    question(pattern, search, draft, {tokens[first].range.begin, tokens[last].range.end}, false);
  }

  void question(PatternId pattern, const test::PlainSearch& search, const Draft& draft, Range range, bool known) {
    const bool stands = fast().matcher().contains(draft.document, draft.table, pattern, range);
    if (stands == (known || search.contains(draft.document.text(), range))) return;
    tell(plain().name(pattern) + "\n  contains: " + (stands ? "yes" : "no") + ", not so in '" + std::string(draft.document.text(range)) +
             "'",
         draft);
  }

  // Tells only what was found: the corpus has drafts that rules are not written by.
  void tell(const std::string& what, const Draft& draft) {
    if (++failures_ > 12) return;
    const auto number =
        std::find_if(drafts_.begin(), drafts_.end(), [&](const Draft& other) { return &other == &draft; }) - drafts_.begin();
    ADD_FAILURE() << what << "\n  in draft " << number;
  }

  void TearDown() override {
    EXPECT_EQ(failures_, 0U) << "differences in all (the first are shown)";
    EXPECT_GT(found_, 100U) << "hardly anything was found: the test tests nothing";
  }

  std::mt19937 random_{20240601};  // fixed: a failure can be repeated
  std::deque<Draft> drafts_;
  test::JoinedLines lines_;
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

// One test: to compile the rules, and each pattern by RE2, takes as long as to search all of these texts.
TEST_F(Differential, CorpusAndExamplesAsTheyAreAndEdited) {
  ASSERT_EQ(fast().size(), plain().size());
  ASSERT_GT(plain().size(), 1000U);
  for (const auto& texts : {corpus(), examples()}) {
    for (const std::string& text : texts) {
      add(text);
      add(edited(text, random_));
    }
  }
  compare();
}

}  // namespace
}  // namespace careportal_lint
