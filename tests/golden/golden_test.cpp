// Whole drafts with their whole reports, in folders: draft.txt, expected.<format>, expected.exit.
// `UPDATE_GOLDEN=1 careportal_lint_tests --gtest_filter='*Golden*'` rewrites them; read the diff.
#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>

#include "careportal_lint/renderer.h"
#include "cli/run.h"
#include "support/files.h"
#include "support/json_schema.h"

namespace careportal_lint {
namespace {

namespace fs = std::filesystem;

constexpr const char* kFormats[] = {"text", "compact", "json", "jsonl"};

std::vector<std::string> cases() {
  std::vector<std::string> out;
  for (const fs::path& file : test::files_below(test::source_path("tests/golden"))) {
    if (file.filename() == "draft.txt") out.push_back(file.parent_path().filename().string());
  }
  return out;
}

std::vector<std::string> clean_cases() {
  std::vector<std::string> out = cases();
  std::erase_if(out, [](const std::string& name) { return !name.ends_with("_clean"); });
  return out;
}

struct Result {
  std::string out;
  int exit_code = -1;
};

Result lint(const std::string& draft, const std::string& format) {
  std::istringstream in(draft);
  std::ostringstream out;
  std::ostringstream err;
  const char* arguments[] = {"careportal-lint", "--format", format.c_str(), "--stdin-filename", "draft.txt", "-"};
  Result result;
  result.exit_code = cli::run(6, arguments, {in, out, err});
  EXPECT_EQ(err.str(), "");
  // a release does not change the expected files
  result.out = out.str();
  const std::string number = "\"version\":\"" + std::string(version()) + "\"";
  if (const std::size_t at = result.out.find(number); at != std::string::npos)
    result.out.replace(at, number.size(), "\"version\":\"VERSION\"");
  return result;
}

bool updating() {
  const char* update = std::getenv("UPDATE_GOLDEN");
  return update != nullptr && std::string_view(update) == "1";
}

void expect_file(const fs::path& file, const std::string& actual) {
  if (updating()) {
    test::write(file, actual);
    return;
  }
  ASSERT_TRUE(fs::exists(file)) << file << " is missing: UPDATE_GOLDEN=1 writes it";
  EXPECT_EQ(test::read(file), actual) << file << " (UPDATE_GOLDEN=1 rewrites it)";
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, ReportIsAsExpected) {
  const fs::path folder = test::source_path("tests/golden") / GetParam();
  const std::string draft = test::read(folder / "draft.txt");
  for (const char* format : kFormats) {
    const Result result = lint(draft, format);
    expect_file(folder / ("expected." + std::string(format)), result.out);
    expect_file(folder / "expected.exit", std::to_string(result.exit_code) + "\n");
  }
}

// A clean draft beside each poor one: what is good advice for the one must not annoy the other.
class CleanGolden : public testing::TestWithParam<std::string> {};

TEST_P(CleanGolden, DraftIsClean) {
  EXPECT_EQ(lint(test::read(test::source_path("tests/golden") / GetParam() / "draft.txt"), "compact").exit_code, 0);
}

std::string name_of(const testing::TestParamInfo<std::string>& info) { return info.param; }
INSTANTIATE_TEST_SUITE_P(Cases, Golden, testing::ValuesIn(cases()), name_of);
INSTANTIATE_TEST_SUITE_P(Cases, CleanGolden, testing::ValuesIn(clean_cases()), name_of);

TEST(GoldenCases, AreThereInPairs) {
  const std::vector<std::string> names = cases();
  EXPECT_GE(names.size(), 10U);
  for (const std::string& name : names) {
    if (name.ends_with("_poor")) {
      const std::string clean = name.substr(0, name.size() - 5) + "_clean";
      EXPECT_TRUE(std::find(names.begin(), names.end(), clean) != names.end()) << clean;
    }
  }
}

}  // namespace
}  // namespace careportal_lint
