// Compiles the default packs into the image that is linked into the program. Runs at build time.
//
//   build_rules OUTPUT
#include <fstream>
#include <iostream>

#include "careportal_lint/error.h"
#include "lexicon/embedded.h"
#include "lint/rule_image.h"

namespace careportal_lint::embedded {

std::string_view rule_image() { return {}; }

}  // namespace careportal_lint::embedded

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: build_rules OUTPUT\n";
    return 2;
  }
  try {
    const std::string image = careportal_lint::RuleImage::build(careportal_lint::default_packs());
    std::ofstream out(argv[1], std::ios::binary);
    out.write(image.data(), static_cast<std::streamsize>(image.size()));
    return out.flush() ? 0 : 1;
  } catch (const careportal_lint::Error& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
