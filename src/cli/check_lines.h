// Checks a stream of drafts, one JSON object a line, and hands on a report for each line in order.
#pragma once

#include <functional>
#include <iosfwd>
#include <string>

#include "careportal_lint/linter.h"
#include "careportal_lint/renderer.h"

namespace careportal_lint::cli {

/// Where the reports of a stream go; both are called by the thread that called `check_lines`.
struct StreamSink {
  std::function<bool(const FileReport&)> take;  ///< false: stop
  std::function<void()> flush;                  ///< before waiting for input: whoever writes it may wait for an answer
};

/// Reports carry `name` as their path. A line that holds no draft becomes a report with an error, and the next one
/// is read. Memory is bounded, whatever the length of the stream. Throws Error when the stream cannot be read.
void check_lines(std::istream& in, const std::string& name, const Linter& linter, unsigned jobs, const StreamSink& sink);

}  // namespace careportal_lint::cli
