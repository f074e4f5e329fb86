#include "lexicon/lexicon.h"

#include "lexicon/embedded.h"

namespace careportal_lint_files {
const careportal_lint::embedded::File* files();
}

namespace careportal_lint {

namespace embedded {

const File* files() { return careportal_lint_files::files(); }

std::string_view find(std::string_view name) {
  for (const File* file = files(); !file->name.empty(); ++file) {
    if (file->name == name) return file->bytes;
  }
  return {};
}

}  // namespace embedded

const Lexicon& Lexicon::embedded() {
  static const Lexicon lexicon([] {
    const std::string_view bytes = embedded::find("lexicon.bin");
    // the embedding aligns every file to 64 bytes
    return std::span(static_cast<const std::uint64_t*>(static_cast<const void*>(bytes.data())), bytes.size() / sizeof(std::uint64_t));
  }());
  return lexicon;
}

}  // namespace careportal_lint
