// What a suggestion promises: put in place of what was found, its words bring no new finding.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

#include "careportal_lint/fix.h"
#include "support/files.h"
#include "support/lint.h"
#include "text/document.h"
#include "text/english.h"

namespace careportal_lint {
namespace {

struct Text {
  std::string name;
  SourceText source;
};

// The drafts that one may look at, and every example of what a rule finds.
std::vector<Text> texts() {
  std::vector<Text> out;
  for (const char* part : {"sample", "dev"}) {
    for (const auto& file : test::files_below(test::source_path("tests/corpus") / part / "drafts")) {
      const std::string name = file.filename().string();
      out.push_back({name, SourceText::decode(test::read(file), name)});
    }
  }
  std::set<std::string> seen;
  for (const RuleInfo& rule : test::default_linter().rules_with_examples()) {
    if (rule.kind == "encoding") continue;  // an example is a text; its encoding cannot be written down
    for (const RuleExample& example : rule.examples) {
      const bool flagged = !example.spans.empty() || example.whole_draft;
      if (flagged && seen.insert(example.text).second) out.push_back({"an example of " + rule.id, test::decode(example.text)});
    }
  }
  return out;
}

std::string words_of(std::string_view text, Span span) { return to_lower(text.substr(span.begin, span.size())); }

// One suggestion in place: the text, and where the new words stand.
struct Applied {
  std::string text;
  Span old_place;
  Span new_place;

  Applied(std::string_view before, Span span, std::string_view replacement)
      : text(before), old_place(span), new_place{span.begin, span.begin + replacement.size()} {
    text.replace(span.begin, span.size(), replacement);
  }

  // A place of the old text in the new one; none when it lay in the words that were replaced.
  [[nodiscard]] std::optional<Span> moved(Span span) const {
    if (span.begin >= old_place.begin && span.end <= old_place.end) return std::nullopt;
    return Span{moved(span.begin, new_place.begin), moved(span.end, new_place.end)};
  }

  [[nodiscard]] bool touches(Span span) const { return span.begin <= new_place.end && new_place.begin <= span.end; }

 private:
  [[nodiscard]] std::size_t moved(std::size_t offset, std::size_t inside) const {
    if (offset <= old_place.begin) return offset;
    return offset >= old_place.end ? offset - old_place.end + new_place.end : inside;
  }
};

// What the rule finds when no other rule is in its way: of overlapping findings only one is told.
const std::vector<Diagnostic>& found_alone(const std::string& rule, std::string_view text) {
  static std::map<std::string, Linter> linters;
  static std::map<std::pair<std::string, std::string>, std::vector<Diagnostic>> known;
  const auto [found, is_new] = known.try_emplace({rule, std::string(text)});
  if (!is_new) return found->second;
  auto linter = linters.find(rule);
  if (linter == linters.end()) {
    LinterOptions options;
    options.default_rules = true;
    for (const RuleInfo& other : test::default_linter().rules()) {
      if (other.id != rule) options.severities[other.id] = Severity::off;
    }
    linter = linters.emplace(rule, Linter(options)).first;
  }
  return found->second = test::lint(linter->second, text);
}

bool is_grave(const Diagnostic& finding) {
  return (finding.severity == Severity::error || finding.severity == Severity::warning) && !finding.whole_draft && !finding.span.empty();
}

// Whether the new words are to blame for a finding in the new text. They are not when the same words were found before, or words
// around the replaced ones had a finding already; when a slip that was put right hid something ("Afganistan", "wont"); and when
// words of the writer that go with the new ones come to be seen. Nor when the rule found the words before, but a graver finding stood in
// front.
bool is_new(const Diagnostic& finding, const Diagnostic& replaced, const std::vector<Diagnostic>& old_findings, std::string_view old_text,
            const Applied& applied) {
  if (replaced.category() == "credibility" && finding.category() != "credibility") return false;
  if (applied.new_place.empty() && finding.category() != "credibility") return false;  // the words that are left are the writer's
  // a writer without capitals is told so once, at the first word that it can be said of
  if (finding.rule == "credibility/capitalization" && is_lower(old_text[replaced.span.begin])) return false;
  // "[The twins] were removed": with a name before it the rule did not see what the writer says there
  const bool goes_on = finding.span.begin < applied.new_place.begin || finding.span.end > applied.new_place.end;
  if (goes_on && finding.category() != "credibility") return false;
  // the period that is missing beside the new words, and the apostrophe in "the fp's are", are missing and wrong already
  if (goes_on && finding.rule == "credibility/run-on") return false;
  // "she recive" is wrong twice, and only the letters have been mended
  if (replaced.rule == "credibility/spelling" && (finding.rule == "credibility/grammar" || finding.rule == "credibility/agreement"))
    return false;
  if (finding.rule == "credibility/possessive" && old_text.substr(0, replaced.span.end).ends_with("'s")) return false;
  const std::string words = words_of(applied.text, finding.span);
  const std::vector<Diagnostic>& alone = found_alone(finding.rule, old_text);
  const bool was_hidden = std::any_of(alone.begin(), alone.end(), [&](const Diagnostic& old) {
    const std::optional<Span> place = applied.moved(old.span);
    return place && place->overlaps(finding.span);
  });
  return !was_hidden && std::none_of(old_findings.begin(), old_findings.end(), [&](const Diagnostic& old) {
    if (!is_grave(old)) return false;
    if (old.rule == finding.rule && words_of(old_text, old.span) == words) return true;
    const std::optional<Span> place = applied.moved(old.span);
    return place && place->overlaps(finding.span);
  });
}

std::vector<Diagnostic> new_findings(const Diagnostic& replaced, const std::vector<Diagnostic>& old_findings, std::string_view old_text,
                                     const Applied& applied) {
  std::vector<Diagnostic> out;
  for (Diagnostic& finding : test::lint(test::default_linter(), applied.text)) {
    if (!is_grave(finding) || !applied.touches(finding.span)) continue;
    if (is_new(finding, replaced, old_findings, old_text, applied)) out.push_back(std::move(finding));
  }
  return out;
}

TEST(Suggestions, TheirWordsAreCleanInPlace) {
  std::size_t count = 0;
  std::vector<std::string> unclean;
  for (const Text& text : texts()) {
    const std::string_view old_text = text.source.text();
    const std::vector<Diagnostic> findings = test::default_linter().lint(text.source);
    for (const Diagnostic& finding : findings) {
      if (finding.whole_draft || finding.span.empty()) continue;
      for (const Suggestion& suggestion : finding.suggestions) {
        if (!suggestion.text) continue;
        ++count;
        const Applied applied(old_text, finding.span, *suggestion.text);
        for (const Diagnostic& found : new_findings(finding, findings, old_text, applied)) {
          unclean.push_back(text.name + ": " + finding.rule + " says '" + *suggestion.text + "' for '" + words_of(old_text, finding.span) +
                            "', and that is " + found.rule + " in '" + words_of(applied.text, found.span) + "'");
        }
      }
    }
  }
  EXPECT_GT(count, 1500U);
  EXPECT_EQ(unclean.size(), 0U) << testing::PrintToString(unclean);
}

// ---- the seams

// Every suggestion with a text, in its place.
template <typename Check>
std::size_t each_applied(const Check& check) {
  std::size_t count = 0;
  for (const Text& text : texts()) {
    const std::string_view old_text = text.source.text();
    for (const Diagnostic& finding : test::default_linter().lint(text.source)) {
      if (finding.whole_draft || finding.span.empty()) continue;
      for (const Suggestion& suggestion : finding.suggestions) {
        if (!suggestion.text) continue;
        SCOPED_TRACE(text.name + ": " + finding.rule + " says '" + *suggestion.text + "' for '" + words_of(old_text, finding.span) + "'");
        check(old_text, finding, *suggestion.text, Applied(old_text, finding.span, *suggestion.text));
        ++count;
      }
    }
  }
  return count;
}

bool is_part(char c) { return is_word_char(c) || c == '\'' || static_cast<unsigned char>(c) >= 0x80; }

// The words on both sides of a place, when one blank parts them.
std::optional<std::pair<std::string, std::string>> words_at(std::string_view text, std::size_t place) {
  std::size_t left = place;
  while (left > 0 && text[left - 1] == ' ') --left;
  std::size_t right = place;
  while (right < text.size() && text[right] == ' ') ++right;
  if (right - left != 1) return std::nullopt;
  std::size_t begin = left;
  while (begin > 0 && is_part(text[begin - 1])) --begin;
  std::size_t end = right;
  while (end < text.size() && is_part(text[end])) ++end;
  if (begin == left || end == right) return std::nullopt;
  return std::pair(to_lower(text.substr(begin, left - begin)), to_lower(text.substr(right, end - right)));
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

TEST(Suggestions, BeginAndEndWithABlankOnlyWhereTheirPlaceDoes) {
  const std::size_t count = each_applied([](std::string_view old_text, const Diagnostic& finding, std::string_view text, const Applied&) {
    if (text.empty() || finding.rule == "credibility/spacing" || finding.rule == "credibility/punctuation") return;
    const std::string_view found = old_text.substr(finding.span.begin, finding.span.size());
    if (finding.rule == "jargon/slash-shorthand") return;  // "w/mom" is "with mom"
    EXPECT_TRUE(!text.starts_with(' ') || found.starts_with(' '));
    EXPECT_TRUE(!text.ends_with(' ') || found.ends_with(' '));
    EXPECT_EQ(text.find("  "), std::string_view::npos);
  });
  EXPECT_GT(count, 1500U);
}

TEST(Suggestions, DoubleNoWordAtTheirSeams) {
  each_applied([](std::string_view old_text, const Diagnostic& finding, std::string_view, const Applied& applied) {
    for (const auto& [place, before] :
         {std::pair(applied.new_place.begin, finding.span.begin), std::pair(applied.new_place.end, finding.span.end)}) {
      const auto words = words_at(applied.text, place);
      if (!words || words->first != words->second || is_one_of(words->first, {"that", "had"})) continue;
      const auto old = words_at(old_text, before);
      EXPECT_TRUE(old && old->first == old->second) << "'" << words->first << "' twice";
    }
  });
}

TEST(Suggestions, LeaveNoTwoArticlesAndNoWrongOneAtTheirSeams) {
  each_applied([](std::string_view old_text, const Diagnostic& finding, std::string_view, const Applied& applied) {
    if (finding.category() == "credibility") return;  // a misspelled word before its article
    for (const auto& [place, before] :
         {std::pair(applied.new_place.begin, finding.span.begin), std::pair(applied.new_place.end, finding.span.end)}) {
      const auto words = words_at(applied.text, place);
      if (!words || words == words_at(old_text, before)) continue;
      if (!is_one_of(words->first, {"a", "an", "the"})) continue;
      EXPECT_FALSE(
          is_one_of(words->second, {"a", "an", "the", "my", "his", "her", "our", "their", "is", "are", "has", "have", "and", "of"}))
          << words->first << " " << words->second;
      if (words->first == "the" || !is_lower(words->second[0])) continue;
      EXPECT_EQ(words->first, indefinite_article(words->second)) << words->second;
    }
  });
}

TEST(Suggestions, LeaveATextThatReadsBackAndSettles) {
  std::size_t number = 0;
  each_applied([&](std::string_view, const Diagnostic&, std::string_view, const Applied& applied) {
    const SourceText source = test::decode(applied.text);
    EXPECT_EQ(source.text(), applied.text);
    constexpr std::size_t kOneIn = 16;  // mending a draft means linting it again and again
    if (++number % kOneIn != 0) return;
    const FixResult once = fix(test::default_linter(), source, FixLevel::unsafe);
    const FixResult twice = fix(test::default_linter(), test::decode(once.text), FixLevel::unsafe);
    EXPECT_EQ(twice.text, once.text);
  });
}

TEST(Suggestions, NearlyEveryFindingHasOneAndNoneSaysWhatIsThere) {
  std::size_t findings = 0;
  std::map<std::string, std::size_t> without;
  for (const Text& text : texts()) {
    const std::string_view old_text = text.source.text();
    for (const Diagnostic& finding : test::default_linter().lint(text.source)) {
      SCOPED_TRACE(text.name + ": " + finding.rule);
      ++findings;
      if (finding.suggestions.empty()) ++without[finding.rule];
      for (const Suggestion& suggestion : finding.suggestions) {
        EXPECT_TRUE(suggestion.text || !suggestion.description.empty()) << "suggests nothing";
        if (!suggestion.text) continue;
        EXPECT_NE(*suggestion.text, old_text.substr(finding.span.begin, finding.span.size()));
      }
    }
  }
  std::size_t count = 0;
  std::string rules;
  for (const auto& [rule, times] : without) {
    count += times;
    rules += " " + rule;
  }
  EXPECT_LE(20 * count, findings) << count << " of " << findings << " findings have no suggestion:" << rules;
}

}  // namespace
}  // namespace careportal_lint
