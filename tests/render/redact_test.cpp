// What --redact hides must not stand anywhere in a report.
#include "render/redact.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "careportal_lint/linter.h"
#include "cli/check_large.h"
#include "support/files.h"
#include "text/document.h"

namespace careportal_lint {
namespace {

FileReport report_of(const SourceText& source, const std::vector<std::string>& secrets) {
  FileReport report;
  report.source = &source;
  for (const std::string& secret : secrets) {
    const std::size_t begin = source.text().find(secret);
    Diagnostic diagnostic;
    diagnostic.rule = "confidentiality/person-name";
    diagnostic.span = {begin, begin + secret.size()};
    report.diagnostics.push_back(diagnostic);
  }
  return report;
}

TEST(Redaction, MasksWordsInAnyCaseButNotPartsOfWords) {
  const SourceText source = SourceText::decode("Ann Lee and Bo: (317) 555-0123, Jos\u00E9. Planned.", "draft");
  const FileReport report = report_of(source, {"Ann Lee", "Bo", "(317) 555-0123", "Jos\u00E9"});
  const Redaction redaction(report, true);
  EXPECT_EQ(redaction.masked("ann lee, ANN LEE; Ann, Lee"), "*** ***, *** ***; Ann, Lee");
  EXPECT_EQ(redaction.masked("Bob or Bo's (317) 555-01234, x(317) 555-0123"), "Bob or **'s (317) 555-01234, x***** ********");
  EXPECT_EQ(redaction.masked("Take out 'Jose', jos\u00E9."), "Take out '****', ****.");
  EXPECT_EQ(redaction.masked(Span{0, source.text().size()}), "*** *** and **: ***** ********, ****. Planned.");
  EXPECT_EQ(redaction.masked(Span{4, 9}), "*** a") << "half of a name is one, too";
  EXPECT_EQ(Redaction(report, false).masked("Ann Lee"), "Ann Lee");
}

TEST(Redaction, SecretsThatOverlapAreAllMasked) {
  const SourceText source = SourceText::decode("Ann Lee Lee Ray, Lee", "draft");
  const Redaction redaction(report_of(source, {"Ann Lee", "Lee Ray"}), true);
  EXPECT_EQ(redaction.masked("Ann Lee Ray and Lee"), "*** *** *** and Lee");
}

TEST(HashSet, HoldsWhatWasAddedHoweverMuch) {
  HashSet set;
  std::mt19937_64 random(5);
  std::vector<std::uint64_t> added;
  for (int i = 0; i < 300'000; ++i) {
    added.push_back(random());
    set.add(added.back());
  }
  for (const std::uint64_t hash : added) ASSERT_TRUE(set.has(hash));
  std::size_t strangers = 0;
  for (int i = 0; i < 10'000; ++i) strangers += set.has(random()) ? 1 : 0;
  EXPECT_LT(strangers, 100U);
}

std::vector<std::string> strings_of(const nlohmann::json& value) {
  std::vector<std::string> out;
  if (value.is_string()) out.push_back(value.get<std::string>());
  if (!value.is_structured()) return out;
  for (const auto& item : value.items()) {
    for (std::string& text : strings_of(item.value())) out.push_back(std::move(text));
  }
  return out;
}

// Every confidential word of a file that is checked in pieces, wherever it was found, is in no piece's report.
TEST(Redaction, NoPieceShowsWhatAnotherFound) {
  LinterOptions options;
  options.default_rules = true;
  const Linter linter(options);
  const std::vector<std::string> blocks = {"Her name is Marisol Quintero and she is three.\n\n",
                                           "The kids (marisol, Quintero) recieve beds; Marisol's clothes are to small.\n\n",
                                           "Call 317-555-0123 for a gift card, venmo $cash 317-555-0123.\n\n",
                                           "Mom Jos\u00E9 N\u00FA\u00F1ez placed; CPS took placement of Jose Nunez.\n\n",
                                           "Write to lee.park@example.org about about the beds.\n\n",
                                           "She lives at 4120 Willow Street, Willow Street is near.\n\n",
                                           "The family have alot of needs and and would love beds.\n\n"};
  test::TempFolder folder;
  std::mt19937 random(23);
  std::size_t hidden = 0;
  for (int round = 0; round < 25; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) text += blocks[random() % blocks.size()];
    folder.write("large.txt", text);
    const std::string path = (folder.path() / "large.txt").string();
    const PieceLimits limits = round % 2 == 0 ? PieceLimits{90, 40} : PieceLimits{200, 150};
    std::vector<std::string> secrets;
    cli::check_large_file(
        path, linter, false,
        [&](const FileReport& report, std::size_t) {
          for (const Diagnostic& found : report.diagnostics) {
            if (found.category() == "confidentiality" && !found.span.empty())
              secrets.push_back(to_lower(report.source->text().substr(found.span.begin, found.span.size())));
          }
          return true;
        },
        limits);
    for (const std::string format : {"jsonl", "text"}) {
      RenderOptions render;
      render.redact = true;
      render.quiet = true;
      const std::unique_ptr<Renderer> renderer = make_renderer(format, render);
      std::ostringstream out;
      std::size_t pieces = 0;
      cli::check_large_file(
          path, linter, true,
          [&](const FileReport& report, std::size_t) {
            ++pieces;
            FileReport named = report;
            named.path = "draft";
            renderer->file(out, named);
            return true;
          },
          limits);
      EXPECT_GT(pieces, 3U);
      const std::vector<std::string> shown =
          format == "jsonl" ? strings_of(nlohmann::json::parse(out.str())) : std::vector<std::string>{out.str()};
      for (const std::string& part : shown) {
        const std::string lower = to_lower(part);
        for (const std::string& secret : secrets) {
          for (std::size_t at = lower.find(secret); at != std::string::npos; at = lower.find(secret, at + 1)) {
            const std::size_t end = at + secret.size();
            const bool word = (at == 0 || !is_word_char(lower[at - 1])) && (end == lower.size() || !is_word_char(lower[end]));
            EXPECT_FALSE(word) << format << " shows '" << secret << "': " << part << "\nof:\n" << text;
          }
        }
        EXPECT_EQ(lower.find("jose nunez"), std::string::npos) << part;
        ++hidden;
      }
    }
  }
  EXPECT_GT(hidden, 1000U);
}

}  // namespace
}  // namespace careportal_lint
