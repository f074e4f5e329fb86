#include "cli/check_files.h"

#include <algorithm>
#include <filesystem>
#include <optional>

#include "careportal_lint/error.h"
#include "cli/check_large.h"
#include "cli/in_order.h"
#include "cli/save_file.h"
#include "fix/unified_diff.h"
#include "render/escape.h"

namespace careportal_lint::cli {
namespace {

namespace fs = std::filesystem;

struct Checked : CheckedInput {
  std::optional<SourceText> source;
};

[[noreturn]] void too_large_to_fix(const std::string& path) {
  throw Error(path + ": larger than " + std::to_string(kLargestFix >> 20U) +
              " MB, too large for --fix and --diff; cut the file into smaller ones, or check it without these options");
}

// Mends a draft and puts what remains in its place, or tells what would change.
void mend(const Input& input, const Linter& linter, const FixOrder& order, const std::string& before, Checked& out) {
  FixResult result = fix(linter, *out.source, order.level);
  if (order.only_show) {
    // bytes for `patch`; what a person reads is decoded and cannot steer the terminal
    out.output = order.for_terminal ? visible_lines(unified_diff(input.path, out.source->text(), result.text))
                                    : unified_diff(input.path, before, result.bytes);
    return;
  }
  const bool from_stdin = input.from == Input::From::standard_input;
  if (!from_stdin && result.applied > 0) rewrite_file(input.path, result.bytes);
  out.source = SourceText::decode(result.bytes, input.path);
  if (from_stdin) {
    out.output = std::move(result.bytes);
    out.is_text = true;
  }
}

std::unique_ptr<Checked> check_one(const Input& input, const Linter& linter, std::istream& standard_input,
                                   const std::optional<FixOrder>& order) {
  auto out = std::make_unique<Checked>();
  out->report.path = input.path;
  out->named = input.named;
  out->report.error = input.error;
  if (!input.error.empty()) return out;
  try {
    const bool large = input.from == Input::From::file && is_large_file(input.path);
    if (large && order && fs::file_size(input.path) > kLargestFix) too_large_to_fix(input.path);
    if (large && !order) {
      out->large = true;
      return out;
    }
    std::string bytes = input.from == Input::From::standard_input ? read_stream(standard_input, input.path) : read_file(input.path);
    out->bytes = bytes.size();
    if (bytes.size() > kLargeDraft && !order) {
      out->large = true;
      out->held = std::move(bytes);
      return out;
    }
    if (order && bytes.size() > kLargestFix) too_large_to_fix(input.path);
    out->source = SourceText::decode(bytes, input.path);
    if (order) mend(input, linter, *order, bytes, *out);
    out->report.source = &*out->source;
    out->report.diagnostics = linter.lint(*out->source);
  } catch (const Error& error) {
    out->report.source = nullptr;
    out->report.error = error.what();
    out->skipped = !input.named && is_binary_error(error.what());
  }
  return out;
}

}  // namespace

bool is_binary_error(std::string_view error) { return error.find("binary file") != std::string_view::npos; }

void check_files(const std::vector<Input>& inputs, const Linter& linter, unsigned jobs, std::istream& standard_input,
                 const std::function<bool(const CheckedInput&)>& take, const std::optional<FixOrder>& order) {
  std::size_t next = 0;
  OrderedWork<const Input*, Checked> what;
  what.next = [&] { return next < inputs.size() ? std::optional(&inputs[next++]) : std::nullopt; };
  what.work = [&](const Input* input) { return check_one(*input, linter, standard_input, order); };
  what.take = take;
  run_in_order(std::min<unsigned>(jobs, static_cast<unsigned>(std::min<std::size_t>(inputs.size(), 1024))), what);
}

}  // namespace careportal_lint::cli
