// The drafts of a review, one after the other: reading, saving, and going on.
#include <filesystem>
#include <istream>
#include <ostream>
#include <string_view>

#include "careportal_lint/error.h"
#include "cli/review.h"
#include "cli/save_file.h"

namespace careportal_lint::cli {
namespace {

void save_to(const std::string& path, const std::string& before, const std::string& name, const std::string& bytes) {
  if (name.empty()) {
    // a review may take long: what somebody else wrote meanwhile must not be lost
    if (read_file(path) != before) throw Error(path + ": the file was changed by somebody else meanwhile; it is left as it is");
    rewrite_file(path, bytes);
    return;
  }
  std::error_code error;
  if (std::filesystem::exists(std::filesystem::symlink_status(name, error)))
    throw Error(name + ": there is such a file already; give a new name");
  write_file(name, bytes);
}

bool goes_on(const Input& next, const ReviewConsole& console) {
  for (;;) {
    console.out << wrapped({console.columns(), console.color}, "", "Review the next draft, " + next.path + "?") << "y(es) or n(o) > "
                << std::flush;
    std::string answer;
    if (!std::getline(console.in, answer) || console.in.eof()) return false;
    if (answer == "y" || answer == "yes") return true;
    if (answer == "n" || answer == "no") return false;
  }
}

}  // namespace

ReviewResult review_files(const std::vector<Input>& inputs, const Linter& linter, const ReviewConsole& console, std::ostream& err) {
  ReviewResult result;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const Input& input = inputs[i];
    try {
      if (!input.error.empty()) throw Error(input.error);
      const std::string bytes = read_file(input.path);
      ReviewSession session(linter, SourceText::decode(bytes, input.path));
      FileReport report{input.path, &session.original(), session.findings(), {}};
      if (!report.diagnostics.empty()) require_writable(input.path);  // before somebody works in vain
      const ReviewOutcome outcome = review_draft(
          session, console, [&](const std::string& name, const std::string& mended) { save_to(input.path, bytes, name, mended); });
      if (outcome.saved) report.diagnostics = session.findings();
      result.summary.add(report);
      if (i + 1 == inputs.size()) break;
      if (outcome.end == ReviewEnd::end_of_input || (outcome.end == ReviewEnd::quit && !goes_on(inputs[i + 1], console))) {
        result.complete = false;
        break;
      }
    } catch (const Error& error) {
      if (!input.named && std::string_view(error.what()).find("binary file") != std::string_view::npos) continue;
      err << "careportal-lint: " << error.what() << std::endl;
      FileReport report;
      report.path = input.path;
      report.error = error.what();
      result.summary.add(report);
    }
  }
  return result;
}

}  // namespace careportal_lint::cli
