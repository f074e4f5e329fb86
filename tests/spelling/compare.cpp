// Compares the speller with the installed Hunspell, in one run over the same misspellings:
//
//   spelling_comparison LIST...        (misspelled TAB right, # comments)
//
// For each list: how often the right word is the first suggestion, how often among the first three, and what a word
// costs. The rows "unlisted" hold only pairs that the table of known misspellings does not have.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <functional>
#include <hunspell/hunspell.hxx>
#include <string>
#include <vector>

#include "spelling/speller.h"
#include "text/document.h"

namespace {

using careportal_lint::Lexicon;
using careportal_lint::Speller;
using careportal_lint::WordGraph;

struct Pair {
  std::string wrong;
  std::string right;
};

std::vector<Pair> read(const char* path) {
  std::vector<Pair> out;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string::npos) continue;
    out.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return out;
}

using Suggest = std::function<std::vector<std::string>(const std::string&)>;

void measure(const std::string& list, const char* who, const std::vector<Pair>& pairs, const Suggest& suggest, bool show) {
  std::size_t first = 0;
  std::size_t three = 0;
  const auto begin = std::chrono::steady_clock::now();
  std::vector<std::vector<std::string>> answers;
  for (const Pair& pair : pairs) answers.push_back(suggest(pair.wrong));
  const std::chrono::duration<double, std::micro> spent = std::chrono::steady_clock::now() - begin;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto& words = answers[i];
    for (std::size_t w = 0; w < words.size() && w < 3; ++w) {
      if (careportal_lint::to_lower(words[w]) != careportal_lint::to_lower(pairs[i].right)) continue;
      first += w == 0 ? 1 : 0;
      ++three;
      break;
    }
    if (show && (words.empty() || careportal_lint::to_lower(words[0]) != careportal_lint::to_lower(pairs[i].right))) {
      std::printf("    %s -> %s, got", pairs[i].wrong.c_str(), pairs[i].right.c_str());
      for (const std::string& word : words) std::printf(" %s", word.c_str());
      std::printf("\n");
    }
  }
  const double all = pairs.empty() ? 1 : static_cast<double>(pairs.size());
  std::printf("%-22s %-9s %5zu pairs  first %5.1f %%  in three %5.1f %%  %9.1f us each\n", list.c_str(), who, pairs.size(),
              100.0 * static_cast<double>(first) / all, 100.0 * static_cast<double>(three) / all, spent.count() / all);
}

}  // namespace

int main(int argc, char** argv) {
  bool show = false;
  bool hunspell_too = true;
  Hunspell hunspell("/usr/share/hunspell/en_US.aff", "/usr/share/hunspell/en_US.dic");
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--show") {
      show = true;
      continue;
    }
    if (argument == "--alone") {
      hunspell_too = false;
      continue;
    }
    const std::string name = argument.substr(argument.find_last_of('/') + 1);
    const std::vector<Pair> pairs = read(argv[i]);
    const Speller speller(Lexicon::embedded(), WordGraph::embedded());
    std::vector<Pair> unlisted;
    for (const Pair& pair : pairs) {
      if (speller.correction(pair.wrong).empty()) unlisted.push_back(pair);
    }
    const Suggest ours = [&](const std::string& word) {
      std::string listed = speller.correction(word);
      return listed.empty() ? speller.suggest(word) : std::vector<std::string>{std::move(listed)};
    };
    const Suggest theirs = [&](const std::string& word) { return hunspell.suggest(word); };
    measure(name, "ours", pairs, ours, false);
    if (hunspell_too) measure(name, "hunspell", pairs, theirs, false);
    const Speller fresh(Lexicon::embedded(), WordGraph::embedded());
    const Suggest walked = [&](const std::string& word) { return fresh.suggest(word); };
    measure(name + ", unlisted", "ours", unlisted, walked, show);
    measure(name + ", again", "ours", unlisted, walked, false);
    if (hunspell_too) measure(name + ", unlisted", "hunspell", unlisted, theirs, false);
  }
  return 0;
}
