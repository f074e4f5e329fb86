// One line on standard error that tells how far long work is; erased before anything else is written and at the end.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>

#include "cli/options.h"

namespace careportal_lint::cli {

/// How much there is to do; 0: not known.
struct Amount {
  std::size_t drafts = 0;
  std::size_t bytes = 0;
};

/// "12/40 drafts, 3.4 MB/s, 0:07 left"; what is not known is left out. `elapsed`: since the work began.
std::string progress_text(const Amount& done, const Amount& all, std::chrono::milliseconds elapsed);

/// One thread. Never reads a clock nor writes anything when it is off.
class Progress {
 public:
  using Clock = std::function<std::chrono::milliseconds()>;

  /// `automatic` shows the line only on a terminal, and only once the work has lasted a second.
  Progress(std::ostream& err, When when, bool err_is_terminal, Clock clock = steady_clock);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// The line may be shown: worth finding out how much there is to do.
  [[nodiscard]] bool is_on() const { return on_; }
  void begin(const Amount& all);
  /// `drafts` and `bytes` more are done; draws the line when it is time.
  void add(std::size_t drafts, std::size_t bytes);
  /// Before something else is written to the terminal; the line comes back with the next `add`.
  void erase();
  /// No line from here on. `always` shows the last state before it is erased.
  void finish();

  static std::chrono::milliseconds steady_clock();

 private:
  void draw(std::chrono::milliseconds now);

  std::ostream& err_;
  bool on_;
  bool at_once_;  ///< without waiting for the work to be long
  Clock clock_;
  Amount all_;
  Amount done_;
  std::chrono::milliseconds began_{0};
  std::chrono::milliseconds next_draw_{0};
  std::size_t shown_ = 0;  ///< characters on the line now
};

}  // namespace careportal_lint::cli
