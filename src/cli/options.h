// The command line.
#pragma once

#include <string>
#include <vector>

#include "careportal_lint/diagnostic.h"

namespace careportal_lint::cli {

enum class When : unsigned char { automatic, always, never };

struct Options {
  std::vector<std::string> paths;
  std::string format = "text";
  std::string output;  ///< empty: standard output
  std::vector<std::string> rules;
  bool no_default_rules = false;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  Severity fail_on = Severity::warning;  ///< off: never
  bool fix = false;
  bool unsafe_fixes = false;  ///< with `fix` or `diff`: also rewrites that a person should read
  bool diff = false;
  bool review = false;  ///< ask about each finding on the terminal
  std::string stdin_filename = "<stdin>";
  std::string stdin_format = "text";  ///< or "jsonl": a draft a line
  When redact = When::automatic;
  When color = When::automatic;
  When progress = When::automatic;
  bool list_rules = false;
  std::string explain;
  bool test_rules = false;  ///< `paths` are packs, not drafts
  unsigned jobs = 1;
  bool quiet = false;
  bool verbose = false;
  bool stats = false;
};

/// What to do after parsing.
struct ParseResult {
  Options options;
  bool done = false;    ///< --help or --version was asked for: print `text`, exit 0
  std::string text;     ///< help, version, or what is wrong with the command line
  bool failed = false;  ///< usage error: print `text`, exit 2
};

ParseResult parse(int argc, const char* const* argv);

}  // namespace careportal_lint::cli
