// What the parts of the program cost, with Google Benchmark. Drafts are of 1 KB and take turns, so that no part can
// remember the last one; bytes a second tell the speed, "draft" or "word" in a name the unit of a time.
//
//   build/bench/bench/careportal_lint_parts_bench --benchmark_filter=lint
#include <benchmark/benchmark.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <streambuf>
#include <string>
#include <string_view>
#include <vector>

#include "careportal_lint/linter.h"
#include "careportal_lint/renderer.h"
#include "lexicon/lexicon.h"
#include "lint/rule_image.h"
#include "rules/rule.h"
#include "spelling/speller.h"
#include "text/document.h"
#include "text/encoding.h"
#include "text/fold.h"

namespace careportal_lint {
namespace {

// The drafts of one folder of the corpus (bench/make_corpus.py).
std::vector<std::string> read_drafts(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(CAREPORTAL_LINT_BENCH_CORPUS "/" + folder)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> out;
  for (const std::filesystem::path& path : paths) {
    std::ifstream in(path, std::ios::binary);
    out.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  if (out.empty()) throw std::runtime_error("no drafts in " + folder);
  return out;
}

const std::vector<std::string>& drafts(std::string_view kind) {
  static const std::vector<std::string> clean = read_drafts("clean");
  static const std::vector<std::string> dense = read_drafts("dense");
  return kind == "clean" ? clean : dense;
}

std::vector<SourceText> decoded(std::string_view kind) {
  std::vector<SourceText> out;
  for (const std::string& bytes : drafts(kind)) out.push_back(SourceText::decode(bytes, "draft.txt"));
  return out;
}

LinterOptions default_options() {
  LinterOptions options;
  options.default_rules = true;
  return options;
}

// Each iteration takes the next of `items`; `size` tells the bytes of one.
template <typename Items, typename Size, typename Work>
void take_turns(benchmark::State& state, const Items& items, const Size& size, const Work& work) {
  std::size_t i = 0;
  std::size_t bytes = 0;
  for (auto _ : state) {
    const auto& item = items[i];
    work(item);
    bytes += size(item);
    i = i + 1 == items.size() ? 0 : i + 1;
  }
  if (bytes > 0) state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

const auto text_size = [](const SourceText& source) { return source.text().size(); };
const auto document_size = [](const Document& document) { return document.source().text().size(); };

void decode(benchmark::State& state, std::string_view kind) {
  take_turns(
      state, drafts(kind), [](const std::string& bytes) { return bytes.size(); },
      [](const std::string& bytes) { benchmark::DoNotOptimize(SourceText::decode(bytes, "draft.txt")); });
}

void decode_windows_1252(benchmark::State& state) {
  std::vector<std::string> bytes = drafts("dense");
  for (std::string& draft : bytes) std::replace(draft.begin(), draft.end(), '\'', '\x92');
  take_turns(
      state, bytes, [](const std::string& draft) { return draft.size(); },
      [](const std::string& draft) { benchmark::DoNotOptimize(SourceText::decode(draft, "draft.txt")); });
}

void fold_draft(benchmark::State& state, std::string_view kind) {
  take_turns(state, decoded(kind), text_size, [](const SourceText& source) { benchmark::DoNotOptimize(fold(source.text())); });
}

// The same draft with curly quotes, long dashes and accents.
void fold_typographic(benchmark::State& state) {
  std::vector<SourceText> sources;
  for (std::string draft : drafts("dense")) {
    std::string curly;
    for (const char c : draft) {
      curly += c == '\'' ? "\u2019" : c == '-' ? "\u2013" : c == 'z' ? "\u017e" : std::string(1, c);
    }
    sources.push_back(SourceText::decode(curly, "draft.txt"));
  }
  take_turns(state, sources, text_size, [](const SourceText& source) { benchmark::DoNotOptimize(fold(source.text())); });
}

// Folding, tokens, words, sentences, and how capitals are used.
void document(benchmark::State& state, std::string_view kind) {
  take_turns(state, decoded(kind), text_size, [](const SourceText& source) { benchmark::DoNotOptimize(Document(source)); });
}

struct Documents {
  std::vector<SourceText> sources;
  std::vector<Document> documents;
  explicit Documents(std::string_view kind) : sources(decoded(kind)) {
    documents.reserve(sources.size());
    for (const SourceText& source : sources) documents.emplace_back(source);
  }
};

// One walk of all patterns over a draft. The drafts before it have compiled what they needed.
void matcher_scan(benchmark::State& state, std::string_view kind) {
  const Documents all(kind);
  const RuleImage image(RuleImage::embedded());
  const Matcher matcher(image.matcher_block());
  for (const Document& draft : all.documents) benchmark::DoNotOptimize(matcher.scan(draft));
  take_turns(state, all.documents, document_size, [&](const Document& draft) { benchmark::DoNotOptimize(matcher.scan(draft)); });
}

// One rule by itself on a draft that has been matched: its own share of a draft.
void rule_alone(benchmark::State& state, std::string_view id, std::string_view kind) {
  const Documents all(kind);
  const RuleImage image(RuleImage::embedded());
  const Matcher matcher(image.matcher_block());
  const auto found = std::find_if(image.infos().begin(), image.infos().end(), [&](const RuleInfo& info) { return info.id == id; });
  if (found == image.infos().end()) {
    state.SkipWithError("there is no such rule any more");
    return;
  }
  const std::vector<std::string> dictionary;
  const auto number = static_cast<std::uint32_t>(found - image.infos().begin());
  const auto rule = image.make(number, {"IN", dictionary});
  std::vector<MatchTable> tables;
  std::vector<std::vector<FinderMatch>> matches;
  for (const Document& draft : all.documents) {
    tables.push_back(matcher.scan(draft));
    matches.emplace_back();
    for (const Match& match : tables.back().all()) {
      for (const RuleImage::Owner owner : image.owners(match.pattern)) {
        if (owner.rule == number) matches.back().push_back({owner.rule, owner.finder, &match});
      }
    }
  }
  std::size_t i = 0;
  std::vector<Finding> findings;
  take_turns(state, all.documents, document_size, [&](const Document& draft) {
    findings.clear();
    DraftFacts facts;
    rule->check({draft, tables[i], matcher, facts, matches[i]}, findings);
    benchmark::DoNotOptimize(findings.data());
    i = i + 1 == tables.size() ? 0 : i + 1;
  });
}

std::vector<std::string> words_of(std::string_view kind, const Speller& speller, bool known) {
  const Documents all(kind);
  std::vector<std::string> out;
  for (const Document& draft : all.documents) {
    for (const Word& word : draft.words()) {
      std::string lower = to_lower(draft.text(word.range));
      if (lower.size() < 3 || !std::all_of(lower.begin(), lower.end(), is_lower)) continue;
      if (word.shape == Shape::lower && speller.knows(lower) == known) out.push_back(std::move(lower));
    }
  }
  return out;
}

void speller_known_word(benchmark::State& state) {
  const Speller speller(Lexicon::embedded());
  take_turns(
      state, words_of("clean", speller, true), [](const std::string&) { return 0; },
      [&](const std::string& word) { benchmark::DoNotOptimize(speller.knows(word)); });
}

void speller_unknown_word(benchmark::State& state) {
  const Speller speller(Lexicon::embedded());
  take_turns(
      state, words_of("dense", speller, false), [](const std::string&) { return 0; },
      [&](const std::string& word) { benchmark::DoNotOptimize(speller.knows(word)); });
}

void speller_suggestion_for_word(benchmark::State& state) {
  const Speller speller(Lexicon::embedded());
  take_turns(
      state, words_of("dense", speller, false), [](const std::string&) { return 0; },
      [&](const std::string& word) { benchmark::DoNotOptimize(speller.suggest(word, 3)); });
}

void lint_draft(benchmark::State& state, std::string_view kind) {
  const Linter linter(default_options());
  const std::vector<SourceText> sources = decoded(kind);
  std::size_t found = 0;
  for (const SourceText& source : sources) found += linter.lint(source).size();
  state.counters["findings"] = static_cast<double>(found) / static_cast<double>(sources.size());
  take_turns(state, sources, text_size, [&](const SourceText& source) { benchmark::DoNotOptimize(linter.lint(source)); });
}

// What a process pays for its first draft: rules come to life, patterns are read.
void first_lint_of_linter_draft(benchmark::State& state, std::string_view kind) {
  take_turns(state, decoded(kind), text_size, [&](const SourceText& source) {
    const Linter linter(default_options());
    benchmark::DoNotOptimize(linter.lint(source));
  });
}

void rule_image_start(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(RuleImage(RuleImage::embedded()));
}

void linter_start(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Linter(default_options()));
}

// Counts what is written and keeps nothing.
class Count final : public std::streambuf {
 public:
  std::size_t bytes = 0;

 private:
  int overflow(int c) override {
    ++bytes;
    return c;
  }
  std::streamsize xsputn(const char*, std::streamsize n) override {
    bytes += static_cast<std::size_t>(n);
    return n;
  }
};

// The report of one draft with its findings; bytes are those of the report.
void render_draft(benchmark::State& state, const std::string& format) {
  const Linter linter(default_options());
  const std::vector<SourceText> sources = decoded("dense");
  std::vector<FileReport> reports;
  for (const SourceText& source : sources) reports.push_back({"draft.txt", &source, linter.lint(source), ""});
  RenderOptions options;
  options.rules = linter.rules();
  const auto renderer = make_renderer(format, options);
  Count count;
  std::ostream out(&count);
  renderer->begin(out);
  take_turns(
      state, reports, [](const FileReport&) { return 0; }, [&](const FileReport& report) { renderer->file(out, report); });
  state.SetBytesProcessed(static_cast<std::int64_t>(count.bytes));
}

BENCHMARK_CAPTURE(decode, clean, "clean");
BENCHMARK_CAPTURE(decode, dense, "dense");
BENCHMARK(decode_windows_1252);
BENCHMARK_CAPTURE(fold_draft, clean, "clean");
BENCHMARK_CAPTURE(fold_draft, dense, "dense");
BENCHMARK(fold_typographic);
BENCHMARK_CAPTURE(document, clean, "clean");
BENCHMARK_CAPTURE(document, dense, "dense");
BENCHMARK_CAPTURE(matcher_scan, clean, "clean")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(matcher_scan, dense, "dense")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(rule_alone, names_clean, "confidentiality/person-name", "clean")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(rule_alone, names_dense, "confidentiality/person-name", "dense")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(rule_alone, spelling_clean, "credibility/spelling", "clean")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(rule_alone, spelling_dense, "credibility/spelling", "dense")->Unit(benchmark::kMicrosecond);
BENCHMARK(speller_known_word);
BENCHMARK(speller_unknown_word);
BENCHMARK(speller_suggestion_for_word)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(lint_draft, clean, "clean")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(lint_draft, dense, "dense")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(first_lint_of_linter_draft, clean, "clean")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(first_lint_of_linter_draft, dense, "dense")->Unit(benchmark::kMicrosecond);
BENCHMARK(rule_image_start)->Unit(benchmark::kMicrosecond);
BENCHMARK(linter_start)->Unit(benchmark::kMicrosecond);

// Every format that there is.
[[maybe_unused]] const bool kRenderers = [] {
  for (const std::string& format : renderer_names()) {
    benchmark::RegisterBenchmark(("render_draft/" + format).c_str(), [format](benchmark::State& state) {
      render_draft(state, format);
    })->Unit(benchmark::kMicrosecond);
  }
  return true;
}();

}  // namespace
}  // namespace careportal_lint

BENCHMARK_MAIN();
