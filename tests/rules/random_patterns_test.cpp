// The matcher beside RE2 over random patterns and random texts, both made of the same few words, so that they meet often.
#include <gtest/gtest.h>

#include <random>

#include "support/both_runs.h"
#include "support/both_ways.h"

namespace careportal_lint {
namespace {

class Writer {
 public:
  explicit Writer(unsigned seed) : random_(seed) {}

  std::string pattern() {
    std::string out = alternatives(one_in(8) ? 2 : 1);
    // a capture around everything: no alternative can become a phrase
    if (one_in(3)) out = "(" + out + ")";
    if (one_in(12)) out = "^" + out;
    if (one_in(12)) out += "$";
    return out;
  }

  std::string text() {
    std::string out;
    const std::size_t words = 1 + below(24);
    for (std::size_t i = 0; i < words; ++i) {
      std::string next = word();
      if (one_in(5)) next[0] = to_upper(next[0]);
      if (one_in(12)) std::transform(next.begin(), next.end(), next.begin(), [](char c) { return to_upper(c); });
      out += next + any({" ",  " ",  " ", " ", " ", "-",  "'",    "'s ",  ", ",        ". ",
                         "! ", " $", "/", "",  "_", "\n", "\n\n", "\n- ", " \xC3\xA9", "\xD0\xB0"});
    }
    return out;
  }

  test::PatternSpec spec() {
    test::PatternSpec out;
    out.pattern = pattern();
    out.exact_case = one_in(4);
    out.word_edges = !one_in(3);
    out.finder = !one_in(3);
    return out;
  }

  unsigned number() { return static_cast<unsigned>(random_()); }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }
  bool one_in(std::size_t count) { return below(count) == 0; }
  std::string any(std::initializer_list<const char*> list) { return *(list.begin() + below(list.size())); }
  std::string word() {
    return any(
        {"a", "an", "be", "bed", "beds", "bedding", "bead", "card", "cards", "gift", "no", "not", "of", "2", "20", "2x", "twin", "zebra"});
  }

  std::string alternatives(int depth) {
    std::string out = sequence(depth);
    // long lists are chosen from by their first letter
    const std::size_t more = one_in(6) ? 6 : one_in(2) ? below(3) : 0;
    for (std::size_t i = 0; i < more; ++i) out += "|" + sequence(std::min(depth, 2));
    return out;
  }

  std::string sequence(int depth) {
    std::string out = item(depth);
    const std::size_t more = below(depth > 0 ? 4 : 3);
    for (std::size_t i = 0; i < more; ++i)
      out += any({" ", " ", " ", "", "", "[ -]", "-", " ?", "'", ",? ", "\\b", ".", " \\$", "\\W+"}) + item(depth);
    return out;
  }

  std::string item(int depth) {
    std::string out;
    switch (depth > 0 ? below(12) : below(7)) {
      case 0:
      case 1:
      case 2:
      case 3: return word();
      case 4: return word() + any({"?", "s?", "\\w*", "[a-z]*", "+", "\\b"});
      case 5:
        return any({"\\d+", "\\d", "\\$\\d+", "[A-Z]\\w*", "[A-Z]{2,}", "\\w+", "\\w{1,4}", "[a-d]+", "[^a-n ]+", "[^.]*", ".*",
                    "_{1,3}"}) +
               (one_in(6) ? "?" : "");
      case 6: return any({"\\b", "\\$", "-", "\\.", "^", "$", "'", "[.,!]", ""}) + word();
      case 7: return "(?:" + alternatives(depth - 1) + ")";
      case 8: return "(?:" + alternatives(depth - 1) + " )?";
      case 9: return "(?:" + alternatives(depth - 1) + ")" + any({"?", "*", "+", "{2}", "{1,3}", "{0,2}", "{2,}", "??", "*?"});
      case 10: return any({"(?-i:", "(?i:"}) + alternatives(depth - 1) + ")";
      default: return "(" + alternatives(depth - 1) + ")";
    }
  }

  std::mt19937 random_;
};

TEST(RandomPatterns, AreFoundAsRe2FindsThem) {
  Writer writer(20240601);  // fixed: a failure can be repeated
  std::size_t found = 0;
  std::size_t failures = 0;
  for (int round = 0; round < 2500; ++round) {
    const test::PatternSpec spec = writer.spec();
    const std::string text = writer.text() + "\n\n" + writer.text();
    const std::string difference = test::compare_both_ways(spec, text, 12, writer.number(), found);
    if (difference.empty()) continue;
    if (++failures <= 5) {
      ADD_FAILURE() << "round " << round << ": " << spec.pattern << (spec.exact_case ? ", exact case" : "")
                    << (spec.word_edges ? ", word edges" : "") << (spec.finder ? "" : ", on demand") << "\n"
                    << difference << "\nin: " << text;
    }
  }
  EXPECT_EQ(failures, 0U) << "differences in all (the first are shown)";
  EXPECT_GT(found, 1000U) << "hardly anything was found: the test tests nothing";
}

TEST(RandomPatterns, AreRunByAutomataAsByTheBacktracker) {
  Writer writer(20240602);
  test::RunCounts counts;
  std::size_t failures = 0;
  std::size_t runs = 0;
  for (int round = 0; round < 2500; ++round) {
    const test::PatternSpec spec = writer.spec();
    const SourceText source = SourceText::decode(writer.text() + "\n\n" + writer.text(), "draft.txt");
    const Document document(source);
    // memory for hardly more than a run: all is forgotten again and again, and all the same nothing may differ
    PatternDfa::Limits limits;
    if (round % 4 == 0) limits = {.rests = 40, .states = 20, .state_rests = 60, .rows = 2, .root_steps = 100'000, .tries = 0};
    for (const Line& line : document.lines()) {
      runs += line.range.size();
      const std::string difference =
          test::compare_runs(spec.pattern, spec.exact_case, spec.word_edges, document.text(), line.range, counts, limits);
      if (difference.empty() || ++failures > 5) continue;
      ADD_FAILURE() << "round " << round << ": " << spec.pattern << (spec.exact_case ? ", exact case" : "")
                    << (spec.word_edges ? ", word edges" : "") << "\n"
                    << difference << "\nin: " << document.text(line.range);
    }
  }
  EXPECT_EQ(failures, 0U) << "differences in all (the first are shown)";
  EXPECT_GT(counts.found, 10'000U) << "hardly anything was found: the test tests nothing";
  EXPECT_LT(counts.given_back, runs / 4) << "hardly anything was run by automata";
}

}  // namespace
}  // namespace careportal_lint
