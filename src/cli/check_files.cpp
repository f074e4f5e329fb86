#include "cli/check_files.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <ostream>
#include <thread>

#include "careportal_lint/error.h"
#include "cli/save_file.h"
#include "fix/unified_diff.h"
#include "render/escape.h"

namespace careportal_lint::cli {
namespace {

// Reports that may wait for an earlier one: bounds the memory.
constexpr std::size_t kMostWaiting = 256;

struct Checked : CheckedInput {
  std::optional<SourceText> source;
  bool skipped = false;
};

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
  out->report.error = input.error;
  if (!input.error.empty()) return out;
  try {
    const std::string bytes = input.from == Input::From::standard_input ? read_stream(standard_input, input.path) : read_file(input.path);
    out->source = SourceText::decode(bytes, input.path);
    if (order) mend(input, linter, *order, bytes, *out);
    out->report.source = &*out->source;
    out->report.diagnostics = linter.lint(*out->source);
  } catch (const Error& error) {
    out->report.source = nullptr;
    out->report.error = error.what();
    out->skipped = !input.named && std::string_view(error.what()).find("binary file") != std::string_view::npos;
  }
  return out;
}

bool hand_on(const Checked& checked, std::ostream* log, const std::function<bool(const CheckedInput&)>& take) {
  if (!checked.skipped) return take(checked);
  if (log != nullptr) *log << "careportal-lint: skipped " << checked.report.error << "\n";
  return true;
}

}  // namespace

void check_files(const std::vector<Input>& inputs, const Linter& linter, unsigned jobs, std::istream& standard_input, std::ostream* log,
                 const std::function<bool(const CheckedInput&)>& take, const std::optional<FixOrder>& order) {
  if (jobs <= 1 || inputs.size() == 1) {
    for (const Input& input : inputs) {
      if (!hand_on(*check_one(input, linter, standard_input, order), log, take)) return;
    }
    return;
  }
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<std::unique_ptr<Checked>> done(inputs.size());
  std::size_t next = 0;
  std::size_t taken = 0;
  bool stop = false;
  const auto work = [&] {
    std::unique_lock lock(mutex);
    for (;;) {
      changed.wait(lock, [&] { return stop || next >= inputs.size() || next < taken + kMostWaiting; });
      if (stop || next >= inputs.size()) return;
      const std::size_t mine = next++;
      lock.unlock();
      std::unique_ptr<Checked> checked = check_one(inputs[mine], linter, standard_input, order);
      lock.lock();
      done[mine] = std::move(checked);
      changed.notify_all();
    }
  };
  std::vector<std::jthread> workers;
  for (unsigned i = 0; i < jobs; ++i) workers.emplace_back(work);
  std::unique_lock lock(mutex);
  for (; taken < inputs.size() && !stop; ++taken) {
    changed.wait(lock, [&] { return done[taken] != nullptr; });
    const std::unique_ptr<Checked> checked = std::move(done[taken]);
    lock.unlock();
    const bool go_on = hand_on(*checked, log, take);
    lock.lock();
    stop = !go_on;
    changed.notify_all();
  }
  stop = true;
  changed.notify_all();
  lock.unlock();
}

}  // namespace careportal_lint::cli
