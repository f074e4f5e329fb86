#include "names/sentence_begins.h"

namespace careportal_lint {

void SentenceBegins::count(const Document& document, Range own) {
  const std::vector<Word>& words = document.words();
  std::size_t i = 0;
  for (const Sentence& sentence : document.sentences()) {
    while (i < words.size() && words[i].range.begin < sentence.range.begin) ++i;
    if (i == words.size()) return;
    const bool first = i == 0 || words[i - 1].range.end <= sentence.range.begin;
    if (!first || !own.contains(words[i].range.begin) || words[i].shape == Shape::digits) continue;
    ++(words[i].shape == Shape::lower ? small : capital);
  }
}

}  // namespace careportal_lint
