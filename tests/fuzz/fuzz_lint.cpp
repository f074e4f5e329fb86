// The libFuzzer target: any bytes through the public door.
//
//   cmake --preset fuzz && cmake --build --preset fuzz
//   build/fuzz/tests/fuzz_lint -max_len=4096 my-corpus tests/fuzz/seeds
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "fuzz/lint_bytes.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const careportal_lint::Linter linter([] {
    careportal_lint::LinterOptions options;
    options.default_rules = true;
    return options;
  }());
  const std::string broken = careportal_lint::fuzz::lint_bytes(linter, {reinterpret_cast<const char*>(data), size});
  if (!broken.empty()) {
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
  }
  return 0;
}
