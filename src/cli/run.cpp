#include "cli/run.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <list>
#include <map>
#include <sstream>

#include "careportal_lint/error.h"
#include "careportal_lint/linter.h"
#include "careportal_lint/renderer.h"
#include "cli/check_files.h"
#include "cli/check_large.h"
#include "cli/check_lines.h"
#include "cli/inputs.h"
#include "cli/output_file.h"
#include "cli/progress.h"
#include "cli/review.h"
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

// What all reports of a run come to.
struct Tally {
  Summary summary;
  std::map<std::string, std::size_t> counts;  // findings of each rule

  void add(const FileReport& report) {
    summary.add(report);
    for (const Diagnostic& diagnostic : report.diagnostics) ++counts[diagnostic.rule];
  }
};

std::size_t size_of(const std::vector<Input>& inputs) {
  std::size_t bytes = 0;
  for (const Input& input : inputs) {
    std::error_code error;
    const std::uintmax_t size = input.from == Input::From::file ? fs::file_size(input.path, error) : 0;
    if (!error) bytes += size;
  }
  return bytes;
}

std::optional<FixOrder> fix_order(const Options& options, const Console& console) {
  if (options.unsafe_fixes && !options.fix && !options.diff)
    throw Error("--unsafe-fixes: say --fix to apply the rewrites or --diff to see them");
  if (!options.fix && !options.diff) return std::nullopt;
  return FixOrder{options.unsafe_fixes ? FixLevel::unsafe : FixLevel::safe, options.diff,
                  console.out_is_terminal && options.output.empty()};
}

bool is_stream(const Options& options) { return options.stdin_format == "jsonl"; }

// What cannot go together with a stream of drafts.
void require_stream_options(const Options& options) {
  if (options.format != "jsonl")
    throw Error("--stdin-format jsonl answers in the same form: say --format jsonl, too (not --format " + options.format + ")");
  if (options.fix || options.diff || options.unsafe_fixes)
    throw Error("--stdin-format jsonl only checks: take --fix, --unsafe-fixes and --diff out, and use the suggestions of the answers");
  if (!options.output.empty())
    throw Error("--stdin-format jsonl answers while it reads: send standard output to the file (> " + options.output +
                ") instead of --output");
  for (const std::string& path : options.paths) {
    if (path != "-" || options.paths.size() > 1)
      throw Error("--stdin-format jsonl reads standard input only: take '" + (path == "-" ? options.paths.back() : path) +
                  "' out, or check files without this option");
  }
}

int check_stream(const Options& options, const Console& console) {
  require_stream_options(options);
  const Linter linter(linter_options(options));
  RenderOptions render;
  render.redact = options.redact == When::always;
  render.rules = linter.rules();
  const std::unique_ptr<Renderer> renderer = make_renderer(options.format, render);
  Tally tally;
  Progress progress(console.err, options.progress, console.err_is_terminal);
  progress.begin({});
  StreamSink sink;
  sink.take = [&](const FileReport& report) {
    tally.add(report);
    if (console.out_is_terminal) progress.erase();
    renderer->file(console.out, report);
    if (console.out_is_terminal) console.out.flush();
    progress.add(1, report.source == nullptr ? 0 : report.source->text().size());
    return static_cast<bool>(console.out);
  };
  sink.flush = [&] { console.out.flush(); };
  check_lines(console.in, options.stdin_filename, linter, options.jobs, sink);
  progress.finish();
  if (tally.summary.unreadable > 0) {
    console.err << "careportal-lint: " << options.stdin_filename << ": " << tally.summary.unreadable << " of " << tally.summary.files
                << " lines could not be checked; their answers say why (\"error\")\n";
  }
  if (options.stats) print_stats(tally.counts, console.err);
  return exit_code(tally.summary, options.fail_on);
}

int check(const Options& options, const Console& console) {
  if (is_stream(options)) return check_stream(options, console);
  if (options.paths.empty())
    throw Error("no draft given: name a file, a folder, or - for standard input (careportal-lint --help shows examples)");
  // kept to the end of the process: to give the rules back one by one would take longer than a draft
  static std::list<Linter> kept;
  const Linter& linter = kept.emplace_back(linter_options(options));
  const std::vector<Input> inputs = find_inputs(options.paths, options.stdin_filename, options.verbose ? &console.err : nullptr);
  if (inputs.empty()) throw Error("there is no draft in " + options.paths.front());

  RenderOptions render;
  render.color = wants_color(options, console);
  render.quiet = options.quiet;
  render.redact = options.redact == When::always;
  render.rules = linter.rules();
  const std::unique_ptr<Renderer> renderer = make_renderer(options.format, render);

  std::optional<OutputFile> file;
  if (!options.output.empty()) file.emplace(options.output);
  std::ostream& out = file ? file->stream() : console.out;
  // with a diff or mended text on standard output, that is the output: the report would only spoil it
  const bool mends_stdin = options.fix && !options.diff && std::any_of(inputs.begin(), inputs.end(), [](const Input& input) {
                             return input.from == Input::From::standard_input;
                           });
  std::ostream& report_to = mends_stdin && options.output.empty() ? console.err : out;
  const bool reports = !options.diff;
  Tally tally;
  Progress progress(console.err, options.progress, console.err_is_terminal);
  if (progress.is_on()) progress.begin({inputs.size(), size_of(inputs)});
  const bool shares_terminal = console.out_is_terminal || &report_to == &console.err;
  if (reports) renderer->begin(report_to);
  const auto show = [&](const CheckedInput& checked) {
    const FileReport& report = checked.report;
    if (checked.skipped) {
      if (options.verbose) console.err << "careportal-lint: skipped " << report.error << "\n";
      return;
    }
    tally.add(report);
    if (report.source == nullptr && (options.format != "text" || !reports)) console.err << "careportal-lint: " << report.error << "\n";
    if (checked.is_text) {
      console.out << checked.output;
    } else {
      out << checked.output;
    }
    if (reports) renderer->file(report_to, report);
  };
  // piece by piece, in this thread: a report is never held as a whole
  const auto check_large = [&](const CheckedInput& input) {
    CheckedInput failed;
    failed.report.path = input.report.path;
    bool opened = false;
    try {
      const TakeReport take_piece = [&](const FileReport& report, std::size_t read) {
        opened = true;
        tally.add(report);
        if (shares_terminal) progress.erase();
        if (reports) renderer->file(report_to, report);
        if (shares_terminal && progress.is_on()) console.out.flush();
        progress.add(report.closes ? 1 : 0, read);
        return static_cast<bool>(report_to);
      };
      if (input.held.empty()) {
        check_large_file(input.report.path, linter, render.redact, take_piece);
      } else {
        MemoryBytes bytes(input.held);
        check_in_pieces(bytes, input.report.path, linter, render.redact, take_piece);
      }
      return;
    } catch (const Error& error) {
      failed.report.error = error.what();
    }
    progress.erase();
    if (opened) {  // the report of it is closed already
      ++tally.summary.unreadable;
      console.err << "careportal-lint: " << failed.report.error << "\n";
      return;
    }
    failed.skipped = !input.named && is_binary_error(failed.report.error);
    show(failed);
    progress.add(1, 0);
  };
  const auto take = [&](const CheckedInput& checked) {
    if (checked.large) {
      check_large(checked);
      return static_cast<bool>(out) && static_cast<bool>(report_to);
    }
    const bool says_something = checked.skipped ? options.verbose : checked.report.source == nullptr;
    if (shares_terminal || says_something) progress.erase();
    show(checked);
    if (shares_terminal && progress.is_on()) console.out.flush();
    progress.add(1, checked.bytes);
    return static_cast<bool>(out) && static_cast<bool>(report_to);
  };
  check_files(inputs, linter, options.jobs, console.in, take, fix_order(options, console));
  progress.finish();
  if (reports) renderer->end(report_to, tally.summary);
  if (file) file->commit();
  if (options.stats) print_stats(tally.counts, console.err);
  return exit_code(tally.summary, options.fail_on);
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
