#include "cli/run.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <sstream>

#include "careportal_lint/error.h"
#include "careportal_lint/linter.h"
#include "careportal_lint/renderer.h"
#include "cli/check_files.h"
#include "cli/inputs.h"
#include "cli/review.h"
#include "cli/save_file.h"
#include "cli/show_rules.h"

namespace careportal_lint::cli {
namespace {

namespace fs = std::filesystem;

void add_packs(const std::string& path, std::vector<PackText>& packs) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    packs.push_back({path, read_file(path)});
    return;
  }
  std::vector<std::string> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(path)) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(".json") && !name.ends_with(".schema.json") && !name.starts_with(".")) files.push_back(entry.path().string());
  }
  if (files.empty()) throw Error(path + ": there is no rule pack (*.json) in this folder");
  std::sort(files.begin(), files.end());
  for (const std::string& file : files) packs.push_back({file, read_file(file)});
}

LinterOptions linter_options(const Options& options) {
  LinterOptions out;
  out.default_rules = !options.no_default_rules;
  for (const std::string& path : options.rules) add_packs(path, out.packs);
  if (!out.default_rules && out.packs.empty()) throw Error("--no-default-rules: give at least one rule pack with --rules");
  out.select = options.select;
  out.ignore = options.ignore;
  return out;
}

bool wants_color(const Options& options, const Console& console) {
  if (options.color != When::automatic) return options.color == When::always;
  if (!options.output.empty()) return false;
  if (const char* no = std::getenv("NO_COLOR"); no != nullptr && *no != '\0') return false;
  if (const char* force = std::getenv("CLICOLOR_FORCE"); force != nullptr && *force != '\0' && std::string_view(force) != "0") return true;
  return console.out_is_terminal;
}

int exit_code(const Summary& summary, Severity fail_on) {
  if (summary.unreadable > 0) return kFailure;
  std::size_t counted = 0;
  switch (fail_on) {
    case Severity::error: counted = summary.errors; break;
    case Severity::warning: counted = summary.errors + summary.warnings; break;
    case Severity::info: counted = summary.errors + summary.warnings + summary.infos; break;
    case Severity::off: break;
  }
  return counted > 0 ? kFindings : kClean;
}

void print_stats(const std::map<std::string, std::size_t>& counts, std::ostream& err) {
  std::vector<std::pair<std::size_t, std::string>> rows;
  for (const auto& [rule, count] : counts) rows.emplace_back(count, rule);
  std::sort(rows.begin(), rows.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  for (const auto& [count, rule] : rows) err << count << "\t" << rule << "\n";
}

std::optional<FixOrder> fix_order(const Options& options, const Console& console) {
  if (options.unsafe_fixes && !options.fix && !options.diff)
    throw Error("--unsafe-fixes: say --fix to apply the rewrites or --diff to see them");
  if (!options.fix && !options.diff) return std::nullopt;
  return FixOrder{options.unsafe_fixes ? FixLevel::unsafe : FixLevel::safe, options.diff,
                  console.out_is_terminal && options.output.empty()};
}

int check(const Options& options, const Console& console) {
  if (options.paths.empty())
    throw Error("no draft given: name a file, a folder, or - for standard input (careportal-lint --help shows examples)");
  const Linter linter(linter_options(options));
  const std::vector<Input> inputs = find_inputs(options.paths, options.stdin_filename, options.verbose ? &console.err : nullptr);
  if (inputs.empty()) throw Error("there is no draft in " + options.paths.front());

  RenderOptions render;
  render.color = wants_color(options, console);
  render.quiet = options.quiet;
  render.redact = options.redact == When::always;
  render.rules = linter.rules();
  const std::unique_ptr<Renderer> renderer = make_renderer(options.format, render);

  std::ostringstream buffer;
  std::ostream& out = options.output.empty() ? console.out : buffer;
  // with a diff or mended text on standard output, that is the output: the report would only spoil it
  const bool mends_stdin = options.fix && !options.diff && std::any_of(inputs.begin(), inputs.end(), [](const Input& input) {
                             return input.from == Input::From::standard_input;
                           });
  std::ostream& report_to = mends_stdin && options.output.empty() ? console.err : out;
  const bool reports = !options.diff;
  Summary summary;
  std::map<std::string, std::size_t> counts;
  if (reports) renderer->begin(report_to);
  const auto take = [&](const CheckedInput& checked) {
    const FileReport& report = checked.report;
    summary.add(report);
    for (const Diagnostic& diagnostic : report.diagnostics) ++counts[diagnostic.rule];
    if (report.source == nullptr && (options.format != "text" || !reports)) console.err << "careportal-lint: " << report.error << "\n";
    if (checked.is_text) {
      console.out << checked.output;
    } else {
      out << checked.output;
    }
    if (reports) renderer->file(report_to, report);
    return static_cast<bool>(out) && static_cast<bool>(report_to);
  };
  check_files(inputs, linter, options.jobs, console.in, options.verbose ? &console.err : nullptr, take, fix_order(options, console));
  if (reports) renderer->end(report_to, summary);
  if (!options.output.empty()) write_file(options.output, buffer.str());
  if (options.stats) print_stats(counts, console.err);
  return exit_code(summary, options.fail_on);
}

int review(const Options& options, const Console& console) {
  if (!console.in_is_terminal || !console.out_is_terminal)
    throw Error("--review asks questions and needs a terminal; in a script, use --fix or --diff");
  if (options.paths.empty()) throw Error("--review: name the draft to review");
  if (std::find(options.paths.begin(), options.paths.end(), "-") != options.paths.end())
    throw Error("--review: the answers come from standard input, so a draft cannot; save it in a file first");
  const Linter linter(linter_options(options));
  const std::vector<Input> inputs = find_inputs(options.paths, options.stdin_filename, options.verbose ? &console.err : nullptr);
  if (inputs.empty()) throw Error("there is no draft in " + options.paths.front());
  ReviewConsole terminal{console.in, console.out, wants_color(options, console), [&] {
                           // wider lines are hard to read
                           return std::min<std::size_t>(console.columns == nullptr ? 80 : console.columns(), 100);
                         }};
  for (const RuleInfo& rule : linter.rules()) terminal.why_by_rule.emplace(rule.id, rule.why);
  const ReviewResult result = review_files(inputs, linter, terminal, console.err);
  const int code = exit_code(result.summary, options.fail_on);
  return code == kClean && !result.complete ? kFindings : code;
}

int test_rules(const Options& options, const Console& console) {
  LinterOptions setup = linter_options(options);
  std::vector<std::string> names;
  for (const std::string& path : options.paths) {
    if (path.ends_with(".schema.json")) continue;  // no pack, but it lies beside them
    std::vector<PackText> packs;
    add_packs(path, packs);
    for (PackText& pack : packs) {
      // a pack that is loaded anyway is tested as it is: twice it would extend itself
      const std::vector<PackText>& defaults = setup.default_rules ? default_packs() : setup.packs;
      const auto twin = std::find_if(defaults.begin(), defaults.end(), [&](const PackText& other) { return other.json == pack.json; });
      names.push_back(twin != defaults.end() ? twin->name : pack.name);
      if (twin == defaults.end()) setup.packs.push_back(std::move(pack));
    }
  }
  const Linter linter(setup);
  std::size_t checked = 0;
  const std::vector<std::string> failures = linter.test_rules(names, checked);
  for (const std::string& failure : failures) console.out << failure << "\n";
  console.out << checked << " examples checked, " << failures.size() << " failed\n";
  if (checked == 0) throw Error("--test-rules: there was no example to run");
  return failures.empty() ? kClean : kFindings;
}

int act(const Options& options, const Console& console) {
  if (options.test_rules) return test_rules(options, console);
  if (options.list_rules) return list_rules(Linter(linter_options(options)), console.out);
  if (!options.explain.empty()) return explain_rule(Linter(linter_options(options)), options.explain, console.out);
  if (options.review) return review(options, console);
  return check(options, console);
}

// Nobody reads any more (a closed pipe, which is no error), or the report could not be written?
int written(const Console& console, int code) {
  console.out.flush();
  if (console.out || (console.reader_is_gone != nullptr && console.reader_is_gone())) return code;
  console.err << "careportal-lint: cannot write the report to standard output; is the disk full?" << std::endl;
  return kFailure;
}

}  // namespace

int run(int argc, const char* const* argv, const Console& console) {
  const ParseResult parsed = parse(argc, argv);
  if (parsed.failed) {
    console.err << parsed.text << std::flush;
    return kFailure;
  }
  if (parsed.done) {
    console.out << parsed.text;
    return written(console, kClean);
  }
  try {
    const Options& options = parsed.options;
    const bool nothing_asked =
        options.paths.empty() && !options.list_rules && options.explain.empty() && !options.test_rules && !options.review;
    if (nothing_asked && console.in_is_terminal) {
      console.out << "Usage: careportal-lint [OPTIONS] [PATH...]\n\n  careportal-lint draft.txt     check one draft\n"
                     "  careportal-lint drafts/       check a folder of drafts\n  careportal-lint --help        all options\n";
      return written(console, kClean);
    }
    return written(console, act(options, console));
  } catch (const Error& error) {
    console.err << "careportal-lint: " << error.what() << std::endl;
    return kFailure;
  }
}

}  // namespace careportal_lint::cli
