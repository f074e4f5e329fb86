#include "cli/progress.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ostream>

namespace careportal_lint::cli {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kLongWork{1000};
constexpr milliseconds kBetween{100};  // often enough for eyes, too seldom to cost anything

std::string time_text(std::size_t seconds) {
  std::array<char, 32> text{};
  if (seconds < 3600) {
    std::snprintf(text.data(), text.size(), "%zu:%02zu", seconds / 60, seconds % 60);
  } else {
    std::snprintf(text.data(), text.size(), "%zu:%02zu:%02zu", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
  return text.data();
}

}  // namespace

std::string progress_text(const Amount& done, const Amount& all, milliseconds elapsed) {
  std::string out = std::to_string(done.drafts) + (all.drafts > 0 ? "/" + std::to_string(all.drafts) : "") +
                    ((all.drafts > 0 ? all.drafts : done.drafts) == 1 ? " draft" : " drafts");
  const double seconds = static_cast<double>(elapsed.count()) / 1000;
  if (seconds <= 0) return out;
  std::array<char, 32> speed{};
  std::snprintf(speed.data(), speed.size(), ", %.1f MB/s", static_cast<double>(done.bytes) / 1e6 / seconds);
  out += speed.data();
  // bytes tell more than drafts: one of them may be larger than all others
  const bool by_bytes = all.bytes > 0;
  const auto part = static_cast<double>(by_bytes ? done.bytes : done.drafts);
  const auto whole = static_cast<double>(by_bytes ? all.bytes : all.drafts);
  if (part > 0 && whole >= part) out += ", " + time_text(static_cast<std::size_t>(seconds * (whole - part) / part + 0.5)) + " left";
  return out;
}

milliseconds Progress::steady_clock() {
  return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

Progress::Progress(std::ostream& err, When when, bool err_is_terminal, Clock clock)
    : err_(err),
      on_(when == When::always || (when == When::automatic && err_is_terminal)),
      at_once_(when == When::always),
      clock_(std::move(clock)) {}

Progress::~Progress() { erase(); }

void Progress::begin(const Amount& all) {
  if (!on_) return;
  all_ = all;
  began_ = clock_();
  next_draw_ = began_ + (at_once_ ? milliseconds(0) : kLongWork);
}

void Progress::add(std::size_t drafts, std::size_t bytes) {
  if (!on_) return;
  done_.drafts += drafts;
  done_.bytes += bytes;
  const milliseconds now = clock_();
  if (now < next_draw_) return;
  next_draw_ = now + kBetween;
  draw(now);
}

void Progress::draw(milliseconds now) {
  const std::string text = progress_text(done_, all_, now - began_);
  // no escape sequences: what was longer before is overwritten with blanks
  err_ << '\r' << text << std::string(shown_ > text.size() ? shown_ - text.size() : 0, ' ') << std::flush;
  shown_ = std::max(shown_, text.size());
}

void Progress::erase() {
  if (shown_ == 0) return;
  err_ << '\r' << std::string(shown_, ' ') << '\r' << std::flush;
  shown_ = 0;
}

void Progress::finish() {
  if (on_ && at_once_) draw(clock_());
  erase();
  on_ = false;
}

}  // namespace careportal_lint::cli
