// spelling: words that no table knows and that look like a slip of a known word.
#include <algorithm>

#include "rules/kinds/rule_base.h"
#include "spelling/speller.h"

namespace careportal_lint::kinds {
namespace {

class SpellingRule final : public RuleBase {
 public:
  explicit SpellingRule(const MakeContext& context)
      : RuleBase(context), speller_(Lexicon::embedded(), WordGraph::embedded(), context.spec.dictionary, context.spec.corrections) {}

  void check(const CheckContext& context, std::vector<Finding>& out) const override {
    const Document& document = context.document;
    for (const Word& word : document.words()) {
      if (word.shape == Shape::lower && speller_.is_right(document.text(word.range))) continue;
      if (!is_checkable(document, word)) continue;
      const std::string lower = to_lower(document.text(word.range));
      std::string listed = speller_.correction(lower);
      if (listed.empty() && (speller_.knows(lower) || speller_.knows(stem(lower)))) continue;
      std::vector<std::string> meant;
      if (!listed.empty()) meant.push_back(std::move(listed));
      // a capital inside a sentence may be a name that no table knows
      const bool may_be_name =
          word.shape != Shape::lower && !document.starts_sentence(word.range.begin) && !document.caps_around(word.range);
      if (meant.empty() && !may_be_name && !may_be_acronym(lower)) meant = speller_.suggest(lower);
      if (meant.empty() || !conditions_.hold(context, word.range)) continue;
      report(context, word.range, meant, out);
    }
  }

 private:
  static bool is_checkable(const Document& document, const Word& word) {
    if (word.foreign || word.range.size() < 2) return false;
    if (word.shape == Shape::digits || word.shape == Shape::alphanumeric || word.shape == Shape::mixed) return false;
    if (word.shape == Shape::upper && (word.range.size() <= 6 || !document.caps_around(word.range))) return false;
    const std::string_view text = document.text();
    // parts of addresses, links, handles and codes
    const char before = word.range.begin > 0 ? text[word.range.begin - 1] : ' ';
    const char after = word.range.end < text.size() ? text[word.range.end] : ' ';
    const char next = word.range.end + 1 < text.size() ? text[word.range.end + 1] : ' ';
    if (std::string_view("@/\\.#$_-").find(before) != std::string_view::npos && before != '-') return false;
    if (after == '@' || after == '/' || after == '\\' || (after == '.' && (is_word_char(next)))) return false;
    return text.substr(word.range.begin, word.range.size()).find('_') == std::string_view::npos;
  }

  // "epo", "cftm" in a draft in lower case: too short, or not to be spoken as a word; only the tables may name it.
  static bool may_be_acronym(std::string_view lower) {
    return lower.size() <= 3 || lower.find_first_of("aeiouy") == std::string_view::npos;
  }

  static std::string stem(const std::string& lower) {
    if (lower.ends_with("'s")) return lower.substr(0, lower.size() - 2);
    return lower;
  }

  void report(const CheckContext& context, Range range, const std::vector<std::string>& meant, std::vector<Finding>& out) const {
    const Document& document = context.document;
    Finding found = finding(context, range, {{"match", std::string(document.text(range))}, {"1", meant.front()}});
    found.suggestions.clear();
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
