// The libFuzzer target of the matcher: any pattern over any draft, compared with RE2.
//
//   cmake --preset fuzz && cmake --build --preset fuzz
//   build/fuzz/tests/fuzz_match -max_len=400 my-corpus tests/fuzz/match-seeds
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "fuzz/match_bytes.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string broken = careportal_lint::fuzz::match_bytes({reinterpret_cast<const char*>(data), size});
  if (!broken.empty()) {
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
  }
  return 0;
}
