#include "lexicon/lexicon.h"

#include <cstdint>
#include <span>
#include <string_view>

#include "lexicon/embedded.h"
#include "lexicon/word_classes.h"
#include "lexicon/word_graph.h"

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

namespace {

// lexicon.bin: how many entries the word table, the word graph and the table of word classes have, then the three; the
// graph is filled up to a multiple of 8 bytes.
struct LexiconFile {
  std::span<const std::uint64_t> table;
  std::span<const std::uint32_t> edges;
  std::span<const std::uint64_t> classes;

  LexiconFile() {
    const std::string_view bytes = embedded::find("lexicon.bin");
    if (bytes.size() < kLexiconHeader) return;
    // the embedding aligns every file to 64 bytes
    const auto* words = static_cast<const std::uint64_t*>(static_cast<const void*>(bytes.data()));
    const void* after_table = words + kLexiconHeader / sizeof(std::uint64_t) + words[0];
    table = {words + kLexiconHeader / sizeof(std::uint64_t), words[0]};
    edges = {static_cast<const std::uint32_t*>(after_table), words[1]};
    const std::size_t graph_words = (words[1] + 1) / 2;
    classes = {static_cast<const std::uint64_t*>(after_table) + graph_words, words[2]};
  }
};

}  // namespace

const Lexicon& Lexicon::embedded() {
  static const Lexicon lexicon(LexiconFile().table);
  return lexicon;
}

const WordGraph& WordGraph::embedded() {
  static const WordGraph graph(LexiconFile().edges);
  return graph;
}

const WordClassTable& WordClassTable::embedded() {
  static const WordClassTable classes(LexiconFile().classes);
  return classes;
}

}  // namespace careportal_lint
