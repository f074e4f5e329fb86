// What holds for every draft: checked over the whole corpus with the packs of the program.
#include <gtest/gtest.h>

#include <sstream>

#include "careportal_lint/renderer.h"
#include "fuzz/lint_bytes.h"
#include "support/files.h"
#include "support/json_schema.h"
#include "support/lint.h"
#include "text/document.h"
#include "text/utf8.h"

namespace careportal_lint {

void PrintTo(const Diagnostic& diagnostic, std::ostream* out) {
  *out << diagnostic.rule << " " << diagnostic.span.begin << ".." << diagnostic.span.end << " '" << diagnostic.message << "'";
}

namespace {

struct Draft {
  std::string name;
  SourceText source;
  std::vector<Diagnostic> diagnostics;
};

const std::vector<Draft>& drafts() {
  static const std::vector<Draft> all = [] {
    std::vector<Draft> out;
    for (const auto& file : test::corpus_drafts()) {
      const std::string name = file.filename().string();
      SourceText source = SourceText::decode(test::read(file), name);
      std::vector<Diagnostic> diagnostics = test::default_linter().lint(source);
      out.push_back({name, std::move(source), std::move(diagnostics)});
    }
    return out;
  }();
  return all;
}

std::string rendered(const std::string& format, const std::vector<const Draft*>& which, bool redact) {
  RenderOptions options;
  options.redact = redact;
  options.rules = test::default_linter().rules();
  const auto renderer = make_renderer(format, options);
  std::ostringstream out;
  Summary summary;
  renderer->begin(out);
  for (const Draft* draft : which) {
    const FileReport report{draft->name, &draft->source, draft->diagnostics, {}};
    summary.add(report);
    renderer->file(out, report);
  }
  renderer->end(out, summary);
  return out.str();
}

TEST(Properties, TheCorpusIsThereAndHasFindings) {
  std::size_t found = 0;
  for (const Draft& draft : drafts()) found += draft.diagnostics.size();
  EXPECT_GT(found, 1000U);
}

TEST(Properties, SpansLieInTheTextOnCodePointEdgesAndAreSorted) {
  for (const Draft& draft : drafts()) {
    const std::string_view text = draft.source.text();
    for (std::size_t i = 0; i < draft.diagnostics.size(); ++i) {
      const Diagnostic& diagnostic = draft.diagnostics[i];
      SCOPED_TRACE(draft.name + ": " + testing::PrintToString(diagnostic));
      ASSERT_LE(diagnostic.span.begin, diagnostic.span.end);
      ASSERT_LE(diagnostic.span.end, text.size());
      EXPECT_TRUE(utf8::is_edge(text, diagnostic.span.begin) && utf8::is_edge(text, diagnostic.span.end));
      EXPECT_TRUE(diagnostic.whole_draft || !diagnostic.span.empty());
      EXPECT_NE(diagnostic.severity, Severity::off);
      EXPECT_FALSE(diagnostic.message.empty());
      EXPECT_EQ(diagnostic.message.find('{'), std::string::npos) << "a placeholder was not filled";
      if (i > 0) {
        const Diagnostic& before = draft.diagnostics[i - 1];
        EXPECT_LE(std::tie(before.span.begin, before.span.end, before.rule),
                  std::tie(diagnostic.span.begin, diagnostic.span.end, diagnostic.rule));
      }
    }
  }
}

TEST(Properties, NoPlaceIsReportedTwiceByOneRule) {
  for (const Draft& draft : drafts()) {
    std::set<std::tuple<std::string, std::size_t, std::size_t, std::string>> seen;
    for (const Diagnostic& diagnostic : draft.diagnostics) {
      EXPECT_TRUE(seen.insert({diagnostic.rule, diagnostic.span.begin, diagnostic.span.end, diagnostic.message}).second)
          << draft.name << ": " << testing::PrintToString(diagnostic);
    }
  }
}

TEST(Properties, SameInputSameOutput) {
  LinterOptions options;
  options.default_rules = true;
  const Linter another(options);
  for (const Draft& draft : drafts()) EXPECT_EQ(another.lint(draft.source), draft.diagnostics) << draft.name;
}

// The packs linked in compiled give what the same packs give when they are read as a user's are.
TEST(Properties, SelectingAndIgnoringARuleSplitsTheFindings) {
  for (const char* selector : {"confidentiality/person-name", "jargon"}) {
    LinterOptions with;
    with.default_rules = true;
    with.select = {selector};
    LinterOptions without;
    without.default_rules = true;
    without.ignore = {selector};
    const Linter only(with);
    const Linter others(without);
    std::size_t hits = 0;
    for (const Draft& draft : drafts()) {
      std::vector<Diagnostic> expected_only;
      std::vector<Diagnostic> expected_others;
      for (const Diagnostic& diagnostic : draft.diagnostics) {
        const bool selected = diagnostic.rule == selector || diagnostic.category() == selector;
        hits += selected ? 1 : 0;
        (selected ? expected_only : expected_others).push_back(diagnostic);
      }
      EXPECT_EQ(only.lint(draft.source), expected_only) << draft.name << " with only " << selector;
      EXPECT_EQ(others.lint(draft.source), expected_others) << draft.name << " without " << selector;
    }
    EXPECT_GT(hits, 0U) << selector << " is found nowhere";
  }
}

TEST(Properties, LineEndsDoNotChangeTheFindings) {
  for (const Draft& draft : drafts()) {
    std::string unix_text(draft.source.text());
    std::erase(unix_text, '\r');
    if (draft.source.text().find('\r') != std::string_view::npos && draft.source.text().find("\r\n") == std::string_view::npos) continue;
    std::string windows;
    for (const char c : unix_text) windows += c == '\n' ? "\r\n" : std::string(1, c);
    const SourceText a = test::decode(unix_text);
    const SourceText b = test::decode(windows);
    const auto texts = [](const SourceText& source) {
      std::vector<std::string> out;
      for (const Diagnostic& diagnostic : test::default_linter().lint(source)) {
        std::string text(source.text().substr(diagnostic.span.begin, diagnostic.span.size()));
        std::erase(text, '\r');
        const Position position = source.position(diagnostic.span.begin);
        out.push_back(diagnostic.rule + " " + std::to_string(position.line) + ":" + std::to_string(position.column) + " " + text);
      }
      return out;
    };
    EXPECT_EQ(texts(a), texts(b)) << draft.name;
  }
}

TEST(Properties, EveryDraftKeepsThePromisesThatFuzzingChecks) {
  for (const auto& file : test::corpus_drafts()) {
    EXPECT_EQ(fuzz::lint_bytes(test::default_linter(), test::read(file)), "") << file.filename();
  }
}

// ---- output

TEST(Properties, JsonFitsItsSchemaAndRepeatsTheText) {
  std::vector<const Draft*> all;
  for (const Draft& draft : drafts()) all.push_back(&draft);
  const std::string report = rendered("json", all, false);
  EXPECT_EQ(test::schema_problems(report), "");
  EXPECT_EQ(test::schema_problems(rendered("json", {}, false)), "");
  EXPECT_EQ(test::schema_problems(rendered("json", all, true)), "");
  const auto parsed = nlohmann::json::parse(report);
  ASSERT_EQ(parsed["files"].size(), all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& diagnostics = parsed["files"][i]["diagnostics"];
    ASSERT_EQ(diagnostics.size(), all[i]->diagnostics.size());
    for (std::size_t j = 0; j < diagnostics.size(); ++j) {
      const Span span = all[i]->diagnostics[j].span;
      EXPECT_EQ(diagnostics[j]["text"].get<std::string>(), all[i]->source.text().substr(span.begin, span.size()));
      EXPECT_EQ(diagnostics[j]["start"]["offset"].get<std::size_t>(), span.begin);
      const Position position = all[i]->source.position(span.end);
      EXPECT_EQ(diagnostics[j]["end"]["line"].get<std::size_t>(), position.line);
      EXPECT_EQ(diagnostics[j]["end"]["column"].get<std::size_t>(), position.column);
    }
  }
}

TEST(Properties, EveryJsonLineFitsTheSchemaOfAFile) {
  std::vector<const Draft*> all;
  for (const Draft& draft : drafts()) all.push_back(&draft);
  std::istringstream lines(rendered("jsonl", all, false));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    if (count % 10 == 0) {
      EXPECT_EQ(test::schema_problems(line, "file"), "");
    }
  }
  EXPECT_EQ(count, all.size());
}

TEST(Properties, TheSchemaRefusesAnotherForm) {
  EXPECT_NE(test::schema_problems(R"({"version": 2, "files": []})"), "");
  EXPECT_NE(test::schema_problems(R"({"path": 5})", "file"), "");
}

bool stands_in(const std::string& text, const std::string& word) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const bool begins = at == 0 || !is_word_char(text[at - 1]) || !is_word_char(word.front());
    const std::size_t end = at + word.size();
    const bool ends = end >= text.size() || !is_word_char(text[end]) || !is_word_char(word.back());
    if (begins && ends) return true;
  }
  return false;
}

TEST(Properties, RedactionLeavesNoSecretInAnyFormat) {
  // facts that are unmistakable as text; "school" or "he" may stand in the explanation of a rule
  const std::set<std::string> rules = {"person-name", "phone-number", "email-address", "ssn",           "street-address", "po-box",
                                       "case-number", "credit-card",  "bank-account",  "date-of-birth", "driver-license", "vehicle-id"};
  std::size_t secrets = 0;
  for (const std::string& format : renderer_names()) {
    for (const Draft& draft : drafts()) {
      const std::string report = to_lower(rendered(format, {&draft}, true));
      for (const Diagnostic& diagnostic : draft.diagnostics) {
        if (diagnostic.category() != "confidentiality" || !rules.contains(diagnostic.rule.substr(16))) continue;
        const std::string secret = to_lower(draft.source.text().substr(diagnostic.span.begin, diagnostic.span.size()));
        ++secrets;
        EXPECT_FALSE(stands_in(report, secret)) << format << ", " << draft.name << ": " << secret;
      }
    }
  }
  EXPECT_GT(secrets, 100U);
}

TEST(Properties, ColorIsOnlyWrittenWhenAsked) {
  std::vector<const Draft*> some = {&drafts()[0]};
  for (const std::string& format : renderer_names()) EXPECT_EQ(rendered(format, some, false).find('\x1b'), std::string::npos) << format;
}

}  // namespace
}  // namespace careportal_lint
