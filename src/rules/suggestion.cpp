#include "rules/suggestion.h"

#include <algorithm>
#include <array>

#include "text/english.h"

namespace careportal_lint {
namespace {

std::string first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && (is_word_char(text[end]) || text[end] == '\'')) ++end;
  return to_lower(text.substr(0, end));
}

std::string last_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && (is_word_char(text[begin - 1]) || text[begin - 1] == '\'')) --begin;
  return to_lower(text.substr(begin));
}

bool is_in(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::size_t kRoomForValues = 32;

bool is_article(std::string_view word) { return is_in(word, {"a", "an"}); }

// A word after which no article or other determiner may follow.
bool is_determiner(std::string_view word) {
  return is_article(word) || is_in(word, {"the", "my", "your", "his", "her", "our", "their", "its", "this", "that"});
}

bool opens_with_determiner(std::string_view replacement) {
  const std::string word = first_word(replacement);
  return is_determiner(word) || is_in(word, {"some", "one", "each", "all", "every", "any", "several", "two"});
}

// "services", "help": no indefinite article goes before it.
bool takes_no_indefinite(std::string_view replacement) {
  const std::string word = last_word(replacement);
  return looks_plural(word) || is_in(word, {"support", "help", "food", "clothing", "furniture", "progress", "transportation", "care"});
}

}  // namespace

std::string fill(std::string_view text, const Placeholders& values) {
  std::size_t open = text.find('{');
  if (open == std::string_view::npos) return std::string(text);
  std::string out;
  out.reserve(text.size() + kRoomForValues);
  std::size_t pos = 0;
  for (; open != std::string_view::npos; open = text.find('{', open)) {
    out.append(text, pos, open - pos);
    pos = open;
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) break;
    const auto value = values.find(text.substr(open + 1, close - open - 1));
    if (value == values.end()) {
      ++open;
      continue;
    }
    out += value->second;
    pos = open = close + 1;
  }
  out.append(text.substr(pos));
  return out;
}

std::string fit_case(const Document& document, Range range, std::string replacement) {
  if (replacement.empty() || range.empty()) return replacement;
  if (document.caps_around(range)) {
    for (char& c : replacement) c = to_upper(c);
    return replacement;
  }
  const char first = document.text()[range.begin];
  // a sum or a number says nothing about case: "$200 for shoes" begins a sentence, but not an item of a list
  const bool counts = is_upper(first) || (!is_lower(first) && !document.lines()[document.line_at(range.begin)].list_item);
  if (counts && document.starts_sentence(range.begin)) replacement[0] = to_upper(replacement[0]);
  return replacement;
}

std::vector<Suggestion> make_suggestions(const std::vector<SuggestionTemplate>& templates, const CheckContext& context, Range range,
                                         const Placeholders& values) {
  std::vector<Suggestion> out;
  for (const SuggestionTemplate& entry : templates) {
    if (!entry.conditions.hold(context, range)) continue;
    Suggestion suggestion;
    suggestion.description = fill(entry.description, values);
    suggestion.safe = entry.safe;
    if (entry.text) suggestion.text = fit_case(context.document, range, fill(*entry.text, values));
    const bool known =
        std::any_of(out.begin(), out.end(), [&](const Suggestion& other) { return other.text && other.text == suggestion.text; });
    if (!known) out.push_back(std::move(suggestion));
  }
  return out;
}

namespace {

// A deletion takes the blank before it along, unless what follows needs it.
void take_blank(const Document& document, Range& range, std::vector<Suggestion>& suggestions) {
  const std::string_view text = document.text();
  if (suggestions.empty() || !suggestions.front().text || !suggestions.front().text->empty() || range.empty()) return;
  if (range.begin == 0 || text[range.begin - 1] != ' ') return;
  const char after = range.end < text.size() ? text[range.end] : '\n';
  if (is_word_char(after) || after == '(' || after == '"') return;
  --range.begin;
  for (Suggestion& suggestion : suggestions) {
    if (suggestion.text && !suggestion.text->empty()) suggestion.text->insert(0, 1, ' ');
  }
}

void fit_article(const Document& document, Range& range, std::vector<Suggestion>& suggestions) {
  if (range.begin < 2 || document.text()[range.begin - 1] != ' ') return;
  std::uint32_t begin = range.begin - 1;
  while (begin > 0 && is_word_char(document.text()[begin - 1])) --begin;
  if (begin == range.begin - 1) return;
  const std::string article(document.text({begin, range.begin - 1}));
  const std::string lower = to_lower(article);
  if (!is_determiner(lower) || document.sentence_at(begin) != document.sentence_at(range.begin)) return;

  // The article that should stand before `text`, or "" for none.
  const auto wanted = [&](const std::string& text) -> std::string {
    if (text.empty()) return is_article(lower) ? std::string() : article;
    if (opens_with_determiner(text)) return {};
    if (!is_article(lower)) return article;
    if (takes_no_indefinite(text)) return {};
    return is_word_char(text[0]) ? std::string(indefinite_article(first_word(text))) : article;
  };
  const bool needed = std::any_of(suggestions.begin(), suggestions.end(), [&](const Suggestion& suggestion) {
    return suggestion.text && to_lower(wanted(*suggestion.text)) != lower;
  });
  if (!needed) return;
  for (Suggestion& suggestion : suggestions) {
    if (!suggestion.text) continue;
    std::string before = wanted(*suggestion.text);
    std::string& text = *suggestion.text;
    if (!before.empty() && is_upper(article[0])) before[0] = to_upper(before[0]);
    if (before.empty() && !text.empty() && is_upper(article[0]) && !document.caps_around(range)) text[0] = to_upper(text[0]);
    if (!before.empty()) text = text.empty() ? before : before + " " + text;
  }
  range.begin = begin;
}

}  // namespace

void fit_neighbors(const Document& document, Range& range, std::vector<Suggestion>& suggestions) {
  fit_article(document, range, suggestions);
  take_blank(document, range, suggestions);
}

}  // namespace careportal_lint
