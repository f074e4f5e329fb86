// Once its rules are awake, a linter asks for memory by draft and by finding, not by word. This is a program of its own,
// because it counts what every `new` of the process asks for.
#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>
#include <string>

#include "careportal_lint/linter.h"

namespace {

std::atomic<std::size_t> g_allocations{0};

void* count_and_allocate(std::size_t size) {
  ++g_allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) { return count_and_allocate(size); }
void* operator new[](std::size_t size) { return count_and_allocate(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  ++g_allocations;
  return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace careportal_lint {
namespace {

// A draft that is good but for its length.
std::string good_draft(int paragraphs) {
  std::string out;
  for (int i = 0; i < paragraphs; ++i) {
    out +=
        "A grandmother is raising two boys who love trains, pancakes and long walks by the creek. She works hard, keeps a tidy home "
        "and reads to them every night. The boys need a bunk bed with two twin mattresses so that each has his own place to sleep. "
        "The family would enjoy meeting a partner who can help to set up the beds and stay for a cup of coffee.\n\n";
  }
  return out;
}

std::size_t allocations_for(const Linter& linter, const SourceText& draft) {
  // what comes to life does so when it is needed, some of it when it has been needed often
  std::size_t findings = 0;
  for (int warm_up = 0; warm_up < 20; ++warm_up) findings = linter.lint(draft).size();
  EXPECT_LT(findings, 3U);
  const std::size_t before = g_allocations;
  const std::vector<Diagnostic> diagnostics = linter.lint(draft);
  return g_allocations - before;
}

TEST(SteadyState, AskForMemoryByDraftNotByWord) {
  LinterOptions options;
  options.default_rules = true;
  const Linter linter(options);
  const SourceText draft = SourceText::decode(good_draft(2), "short");
  const SourceText longer = SourceText::decode(good_draft(16), "long");
  const std::size_t few = allocations_for(linter, draft);
  const std::size_t many = allocations_for(linter, longer);
  RecordProperty("short", static_cast<int>(few));
  RecordProperty("long", static_cast<int>(many));
  // some 1,000 words more: buffers grow by doubling, and a match with groups asks once
  EXPECT_LT(many, few + 80) << few << " for 150 words, " << many << " for 1,200";
}

}  // namespace
}  // namespace careportal_lint
