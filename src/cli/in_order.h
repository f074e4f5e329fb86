// Works on many things at once and hands on the results in order.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace careportal_lint::cli {

/// What `run_in_order` does. `next` is called by one thread at a time, `work` by several, `take` and `idle` by the caller's.
template <typename Job, typename Result>
struct OrderedWork {
  std::function<std::optional<Job>()> next;       ///< nothing: there is no more
  std::function<std::size_t(const Job&)> weight;  ///< bytes that the job and its result hold on to; empty: none
  std::function<std::unique_ptr<Result>(const Job&)> work;
  std::function<bool(const Result&)> take;  ///< false: stop
  std::function<void()> idle = [] {};       ///< the next result is not there yet (only with several threads)
};

/// Results that may wait for an earlier one, and the bytes they may weigh together: both bound the memory.
inline constexpr std::size_t kMostWaiting = 256;
inline constexpr std::size_t kMostWaitingBytes = std::size_t{32} << 20U;

/// Calls `take` with the result of every job, in the order in which `next` gave them.
template <typename Job, typename Result>
class InOrder {
 public:
  explicit InOrder(const OrderedWork<Job, Result>& what) : what_(what) {}

  void run(unsigned jobs) {
    if (jobs <= 1) {
      while (const std::optional<Job> job = what_.next()) {
        if (!what_.take(*what_.work(*job))) return;
      }
      return;
    }
    std::vector<std::jthread> workers;
    for (unsigned i = 0; i < jobs; ++i) workers.emplace_back([this] { serve(); });
    hand_on();
  }

 private:
  struct Done {
    std::unique_ptr<Result> result;
    std::size_t weight = 0;
  };

  void serve() {
    for (;;) {
      std::optional<Job> job;
      std::size_t mine = 0;
      std::size_t weight = 0;
      {
        const std::lock_guard reads(reading_);  // one after the other, so that numbers follow the input
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return stop_ || ended_ || (given_ < taken_ + kMostWaiting && waiting_bytes_ < kMostWaitingBytes); });
        if (stop_ || ended_) return;
        lock.unlock();
        job = what_.next();  // may wait for input: nothing but reading is locked
        weight = job && what_.weight ? what_.weight(*job) : 0;
        lock.lock();
        ended_ = ended_ || !job;
        if (job) mine = given_++;
        waiting_bytes_ += weight;
        changed_.notify_all();
      }
      if (!job) return;
      std::unique_ptr<Result> result = what_.work(*job);
      const std::lock_guard lock(mutex_);
      done_[mine] = {std::move(result), weight};
      changed_.notify_all();
    }
  }

  void hand_on() {
    std::unique_lock lock(mutex_);
    for (;;) {
      if (done_.empty() || done_.begin()->first != taken_) {
        lock.unlock();
        what_.idle();
        lock.lock();
        changed_.wait(lock, [&] { return (ended_ && taken_ == given_) || (!done_.empty() && done_.begin()->first == taken_); });
        if (done_.empty()) break;
      }
      auto entry = done_.extract(done_.begin());
      lock.unlock();
      const bool go_on = what_.take(*entry.mapped().result);
      entry.mapped().result.reset();
      lock.lock();
      ++taken_;
      waiting_bytes_ -= entry.mapped().weight;
      changed_.notify_all();
      if (!go_on) break;
    }
    stop_ = true;
    changed_.notify_all();
  }

  const OrderedWork<Job, Result>& what_;
  std::mutex reading_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::size_t, Done> done_;
  std::size_t given_ = 0;
  std::size_t taken_ = 0;
  std::size_t waiting_bytes_ = 0;
  bool ended_ = false;
  bool stop_ = false;
};

/// `jobs`: threads; 1: all in the caller's.
template <typename Job, typename Result>
void run_in_order(unsigned jobs, const OrderedWork<Job, Result>& what) {
  InOrder<Job, Result>(what).run(jobs);
}

}  // namespace careportal_lint::cli
