#include "cli/check_lines.h"

#include <exception>
#include <optional>

#include "careportal_lint/error.h"
#include "cli/draft_lines.h"
#include "cli/in_order.h"

namespace careportal_lint::cli {
namespace {

struct CheckedLine {
  std::optional<SourceText> source;
  FileReport report;
};

std::unique_ptr<CheckedLine> check_line(const StreamLine& line, const std::string& name, const Linter& linter) {
  auto out = std::make_unique<CheckedLine>();
  FileReport& report = out->report;
  report.path = name;
  const auto fail = [&](const std::string& what) {
    report.error = what;
    report.line = line.number;
  };
  const std::string place = name + ":" + std::to_string(line.number);
  if (line.too_long) {
    fail(place + ": the line is longer than " + std::to_string(kLongestLine >> 20U) + " MB; give each draft a line of its own");
    return out;
  }
  DraftLine draft = parse_draft_line(line.bytes);
  report.id = std::move(draft.id);
  if (!draft.error.empty()) {
    fail(place + ": " + draft.error);
    return out;
  }
  try {
    out->source = SourceText::decode(draft.text, place);
    report.diagnostics = linter.lint(*out->source);
    report.source = &*out->source;
  } catch (const Error& error) {
    fail(error.what());
  }
  return out;
}

}  // namespace

void check_lines(std::istream& in, const std::string& name, const Linter& linter, unsigned jobs, const StreamSink& sink) {
  // with several threads another one reads: there the results that are still missing tell when to flush
  LineReader reader(
      in, name, kLongestLine, jobs <= 1 ? sink.flush : [] {});
  std::exception_ptr broken;
  OrderedWork<StreamLine, CheckedLine> what;
  what.next = [&]() -> std::optional<StreamLine> {
    try {
      return reader.next();
    } catch (const Error&) {
      broken = std::current_exception();  // told after the lines before it
      return std::nullopt;
    }
  };
  what.weight = [](const StreamLine& line) { return line.bytes.size(); };
  what.work = [&](const StreamLine& line) { return check_line(line, name, linter); };
  what.take = [&](const CheckedLine& checked) { return sink.take(checked.report); };
  what.idle = sink.flush;
  run_in_order(jobs, what);
  if (broken) std::rethrow_exception(broken);
}

}  // namespace careportal_lint::cli
