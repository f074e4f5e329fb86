#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <map>
#include <sstream>
#include <thread>

#include "careportal_lint/renderer.h"
#include "rules/problems.h"

namespace careportal_lint::cli {
namespace {

constexpr const char* kDescription =
    "Checks drafts of CarePortal requests before they are sent: names and other private facts, jargon, cash,\n"
    "missing sizes, blame, spelling; and offers better words. Works offline; never sends or stores a draft.";

constexpr const char* kFooter = R"(
Examples:
  careportal-lint draft.txt                     check one draft
  careportal-lint drafts/                       check every draft in a folder
  careportal-lint --format json drafts/ > report.json
  careportal-lint --review draft.txt            step through the findings and mend them
  cat draft.txt | careportal-lint -             check standard input
  careportal-lint --stdin-format jsonl --format jsonl < drafts.jsonl
                                                a stream: a draft a line in, an answer a line out
  careportal-lint --explain cash/gift-card      why a rule is there
  careportal-lint --rules ours.json draft.txt   with a rule pack of your own

Exit codes:
  0  nothing at or above --fail-on (default: warning)
  1  findings
  2  wrong option, broken rule pack, or an input (a line of a stream) that could not be read
)";

// A named value; without CLI11's own list of values, which help tells already.
template <typename T>
CLI::Validator named(const std::map<std::string, T>& values) {
  CLI::Validator out = CLI::CheckedTransformer(values);
  out.description("");
  return out;
}

// "--fromat" -> ", did you mean '--format'?"
std::string hint_for(const CLI::App& app, int argc, const char* const* argv) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  for (int i = 1; i < argc; ++i) {
    std::string argument = argv[i];
    argument.resize(std::min(argument.find('='), argument.size()));
    if (!argument.starts_with("--") || argument == "--") continue;
    if (std::find(names.begin(), names.end(), argument) == names.end()) return did_you_mean(argument, names);
  }
  return {};
}

}  // namespace

ParseResult parse(int argc, const char* const* argv) {
  ParseResult result;
  Options& options = result.options;
  CLI::App app{kDescription, "careportal-lint"};
  app.footer(kFooter);
  app.set_version_flag("--version", "careportal-lint " + std::string(version()));

  static const std::map<std::string, Severity> fail_on = {
      {"error", Severity::error}, {"warning", Severity::warning}, {"info", Severity::info}, {"never", Severity::off}};
  static const std::map<std::string, When> when = {{"auto", When::automatic}, {"always", When::always}, {"never", When::never}};

  app.add_option("PATH", options.paths, "Drafts to check: files, folders (searched for drafts), or - for standard input");
  app.add_option("--format", options.format, "How to report")->check(CLI::IsMember(renderer_names()))->capture_default_str();
  app.add_option("--output", options.output, "Write the report to FILE instead of standard output")->type_name("FILE");
  app.add_option("--rules", options.rules, "More rule packs: a .json file or a folder of them (may be repeated)")
      ->type_name("PATH")
      ->allow_extra_args(false);
  app.add_flag("--no-default-rules", options.no_default_rules, "Leave out the rule packs that are built in");
  app.add_option("--select", options.select, "Report only these rules (id, category, or category/*)")
      ->type_name("IDS")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_option("--ignore", options.ignore, "Do not report these rules")->type_name("IDS")->delimiter(',')->allow_extra_args(false);
  app.add_option("--fail-on", options.fail_on, "Exit 1 from this severity on: error, warning, info, never")
      ->transform(named(fail_on))
      ->type_name("SEVERITY")
      ->default_str("warning");
  app.add_flag("--fix", options.fix, "Apply the safe rewrites to the drafts (standard input: print the mended text)");
  app.add_flag("--unsafe-fixes", options.unsafe_fixes, "With --fix or --diff: also rewrites that you should read before sending");
  app.add_flag("--diff", options.diff, "Show what --fix would change, and change nothing");
  app.add_flag("--review", options.review, "Step through the findings on the terminal: choose or type better words");
  app.add_option("--stdin-filename", options.stdin_filename, "The name to show for standard input")->type_name("NAME");
  app.add_option(
         "--stdin-format", options.stdin_format,
         "What standard input holds: text (one draft), or jsonl (a draft a line, {\"id\": ..., \"text\": \"...\"}; needs --format jsonl)")
      ->check(CLI::IsMember({"text", "jsonl"}))
      ->type_name("FORMAT")
      ->default_str("text");
  app.add_option("--redact", options.redact, "Mask confidential words in the report: auto, always, never")
      ->transform(named(when))
      ->type_name("WHEN")
      ->default_str("auto");
  app.add_option("--color", options.color, "Color the report: auto, always, never")
      ->transform(named(when))
      ->type_name("WHEN")
      ->default_str("auto");
  app.add_option("--progress", options.progress, "Show on standard error how far long work is: auto (on a terminal), always, never")
      ->transform(named(when))
      ->type_name("WHEN")
      ->default_str("auto");
  app.add_flag("--list-rules", options.list_rules, "List all rules");
  app.add_option("--explain", options.explain, "Explain a rule")->type_name("ID");
  app.add_flag("--test-rules", options.test_rules, "Run the examples of the rule packs (PATH: only of these packs)");
  app.add_option("--jobs", options.jobs, "Drafts checked at the same time; 0: one for each processor")->type_name("N")->default_str("1");
  app.add_flag("--quiet", options.quiet, "No summary");
  app.add_flag("--verbose", options.verbose, "Say what is skipped");
  app.add_flag("--stats", options.stats, "Count the findings of each rule, on standard error");
  app.get_formatter()->column_width(34);

  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    result.done = true;
    result.text = app.help();
  } catch (const CLI::CallForVersion&) {
    result.done = true;
    result.text = "careportal-lint " + std::string(version()) + "\n";
  } catch (const CLI::ParseError& error) {
    result.failed = true;
    result.text =
        std::string("careportal-lint: ") + error.what() + hint_for(app, argc, argv) + "\n(careportal-lint --help shows the options)\n";
  }
  for (const char* other : {"--fix", "--diff", "--unsafe-fixes", "--format", "--output", "--redact"}) {
    if (result.failed || result.done || !options.review || app.count(other) == 0) continue;
    result.failed = true;
    result.text = std::string("careportal-lint: --review goes without ") + other + ": it shows the draft and changes what you choose\n";
  }
  if (options.jobs == 0) options.jobs = std::max(1U, std::thread::hardware_concurrency());
  return result;
}

}  // namespace careportal_lint::cli
