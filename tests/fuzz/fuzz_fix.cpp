// The libFuzzer target of the fixer: any bytes, mended.
//
//   cmake --preset fuzz && cmake --build --preset fuzz
//   build/fuzz/tests/fuzz_fix -max_len=2048 my-corpus tests/fuzz/seeds
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "fuzz/fix_bytes.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const careportal_lint::Linter linter([] {
    careportal_lint::LinterOptions options;
    options.default_rules = true;
    return options;
  }());
  const std::string broken = careportal_lint::fuzz::fix_bytes(linter, {reinterpret_cast<const char*>(data), size});
  if (!broken.empty()) {
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
  }
  return 0;
}
