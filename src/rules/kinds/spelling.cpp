// spelling: words that no table knows and that look like a slip of a known word.
#include <algorithm>
#include <array>

#include "lexicon/word_classes.h"
#include "rules/draft_memory.h"
#include "rules/kinds/rule_base.h"
#include "spelling/speller.h"

namespace careportal_lint::kinds {
namespace {

constexpr auto kSmall = std::to_array<std::string_view>(
    {"one",  "two",  "three", "four", "five", "six",  "a",    "about", "all",  "an",    "and", "any",  "are", "as",
     "at",   "be",   "but",   "by",   "can",  "do",   "each", "for",   "he",   "her",   "his", "if",   "in",  "is",
     "it",   "its",  "more",  "my",   "no",   "not",  "of",   "or",    "our",  "she",   "so",  "some", "the", "them",
     "they", "this", "to",    "was",  "we",   "well", "when", "will",  "with", "would", "you", "your"});

bool is_small(std::string_view word) { return std::find(kSmall.begin(), kSmall.end(), word) != kSmall.end(); }

constexpr int kCommonest = 3;  // of the words that a surname in small letters is taken for

class SpellingRule final : public RuleBase {
 public:
  explicit SpellingRule(const MakeContext& context)
      : RuleBase(context), speller_(Lexicon::embedded(), WordGraph::embedded(), context.spec.dictionary, context.spec.corrections) {}

  void check(const CheckContext& context, std::vector<Finding>& out) const override {
    const Document& document = context.document;
    for (const Word& word : document.words()) {
      if (word.shape == Shape::lower && speller_.is_everyday(document.text(word.range))) continue;
      if (!is_checkable(document, word)) continue;
      if (check_torn(context, word, out)) continue;
      const std::string lower = to_lower(document.text(word.range));
      const std::string listed = word.shape != Shape::lower && speller_.is_name(lower) ? std::string() : speller_.correction(lower);
      // "landry" is a surname, but not where names have their capitals
      const bool surname = word.shape == Shape::lower && speller_.is_surname_only(lower) && !is_written_small(context);
      if (listed.empty() && !surname && (speller_.knows(lower) || speller_.knows(stem(lower)))) continue;
      std::vector<std::string> meant;
      if (!listed.empty()) meant.push_back(listed);
      // a capital inside a sentence may be a name that no table knows
      const bool may_be_name =
          word.shape != Shape::lower && !document.starts_sentence(word.range.begin) && !document.caps_around(word.range);
      if (meant.empty() && !may_be_name && !may_be_acronym(lower) && !is_foreign_phrase(document, word)) meant = speller_.suggest(lower);
      if (surname && !meant.empty() && speller_.commonness(to_lower(meant.front())) > kCommonest) continue;
      if (meant.empty() || (listed.empty() && !is_likely(meant.front())) || !conditions_.hold(context, word.range)) continue;
      report(context, word.range, meant, out);
    }
  }

  // it asks for the letters of the whole draft
  [[nodiscard]] PiecePass gathers_in() const override { return PiecePass::facts; }

 private:
  // "dres ser", "child ren": a blank too many. One of the parts is no everyday word, what they make together is one.
  bool check_torn(const CheckContext& context, const Word& word, std::vector<Finding>& out) const {
    const Document& document = context.document;
    if (word.shape != Shape::lower) return false;
    const std::size_t at = document.word_at(word.range.begin);
    const auto stands_beside = [&](std::size_t first) {
      return first + 1 < document.words().size() && document.words()[first + 1].shape == Shape::lower &&
             document.text({document.words()[first].range.end, document.words()[first + 1].range.begin}) == " ";
    };
    for (const std::size_t first : {at, at - 1}) {
      if ((first == at ? false : at == 0) || !stands_beside(first)) continue;
      const Word& left = document.words()[first];
      const Word& right = document.words()[first + 1];
      // "ba the" is no "bathe"
      if (left.foreign || right.foreign || is_small(document.text(left.range)) || is_small(document.text(right.range))) continue;
      const Range both{left.range.begin, right.range.end};
      if (!speller_.is_torn(document.text(left.range), document.text(right.range)) || !conditions_.hold(context, both)) continue;
      const std::string whole = std::string(document.text(left.range)) + std::string(document.text(right.range));
      if (out.empty() || out.back().rule != index_ || out.back().range.begin != both.begin) report(context, both, {whole}, out);
      return true;
    }
    return false;
  }

  static bool is_checkable(const Document& document, const Word& word) {
    if (word.foreign || word.range.size() < 2) return false;
    if (word.shape == Shape::digits || word.shape == Shape::alphanumeric || word.shape == Shape::mixed) return false;
    if (word.shape == Shape::upper && (word.range.size() <= 6 || !document.caps_around(word.range))) return false;
    const std::string_view text = document.text();
    // parts of addresses, links, handles and codes
    std::uint32_t begin = word.range.begin;
    while (begin > 0 && (is_word_char(text[begin - 1]) || text[begin - 1] == '-')) --begin;
    const char before = begin > 0 ? text[begin - 1] : ' ';
    const char after = word.range.end < text.size() ? text[word.range.end] : ' ';
    const char next = word.range.end + 1 < text.size() ? text[word.range.end + 1] : ' ';
    if (std::string_view("@/\\.#$").find(before) != std::string_view::npos) return false;
    if (after == '@' || after == '/' || after == '\\' || (after == '.' && (is_word_char(next)))) return false;
    return text.substr(word.range.begin, word.range.size()).find('_') == std::string_view::npos;
  }

  // "epo", "cftm" in a draft in lower case: too short, or not to be spoken as a word; only the tables may name it.
  static bool may_be_acronym(std::string_view lower) {
    return lower.size() <= 3 || lower.find_first_of("aeiouy") == std::string_view::npos;
  }

  // "arroz con pollo", "pico de gallo": a dish or a saying in another language.
  static bool is_foreign_phrase(const Document& document, const Word& word) {
    constexpr auto kLinks =
        std::to_array<std::string_view>({"al", "au", "con", "de", "del", "di", "du", "el", "en", "la", "las", "los", "y"});
    const std::size_t at = document.word_at(word.range.begin);
    const auto links = [&](std::size_t other) {
      return other < document.words().size() &&
             std::find(kLinks.begin(), kLinks.end(), to_lower(document.text(document.words()[other].range))) != kLinks.end();
    };
    return links(at + 1) || (at > 0 && links(at - 1));
  }

  // Two nouns written as one ("keychain") are a matter of taste; "ofcourse" is none, nor is "matchingpillows".
  static bool is_likely(std::string_view meant) {
    const std::size_t blank = meant.find(' ');
    if (blank == std::string_view::npos) return true;
    const WordClasses first = WordClassTable::embedded().find(meant.substr(0, blank));
    if (first.has(WordClass::plural) || first.has(WordClass::past) || first.has(WordClass::ing)) return true;
    return is_small(meant.substr(0, blank)) || is_small(meant.substr(blank + 1));
  }

  static std::string stem(const std::string& lower) {
    // "grandma's", "there'll", "mom'd"
    const std::size_t apostrophe = lower.rfind('\'');
    if (apostrophe == std::string::npos || apostrophe == 0) return lower;
    const std::string_view ending = std::string_view(lower).substr(apostrophe + 1);
    if (ending != "s" && ending != "ll" && ending != "d" && ending != "ve" && ending != "re") return lower;
    return lower.substr(0, apostrophe);
  }

  void report(const CheckContext& context, Range range, const std::vector<std::string>& meant, std::vector<Finding>& out) const {
    const Document& document = context.document;
    Finding found = finding(context, range, {{"match", std::string(document.text(range))}, {"1", meant.front()}});
    found.suggestions.clear();
    found.misspelled = document.text(range);
    for (const std::string& word : meant) {
      std::string text = fit_case(document, range, word);
      if (is_upper(document.text()[range.begin])) text[0] = to_upper(text[0]);
      found.suggestions.push_back({std::move(text), "", false});
    }
    out.push_back(std::move(found));
  }

  Speller speller_;
};

}  // namespace

std::unique_ptr<Rule> make_spelling(const MakeContext& context) { return std::make_unique<SpellingRule>(context); }

}  // namespace careportal_lint::kinds
