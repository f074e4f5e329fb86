#include "rules/suggestion.h"

#include <algorithm>

#include "rules/sentence_case.h"

namespace careportal_lint {
namespace {

constexpr std::size_t kRoomForValues = 32;

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

namespace {

// "MOM LATISHA NEEDS HELP" in a draft that is not written in capitals as a whole.
bool is_among_capitals(const Document& document, Range range) {
  constexpr std::size_t kEnough = 3;
  const std::vector<Word>& words = document.words();
  const std::size_t at = document.word_at(range.begin);
  const std::size_t sentence = document.sentence_at(range.begin);
  const auto shouts = [&](std::size_t i) {
    return i < words.size() && words[i].shape == Shape::upper && words[i].range.size() >= 3 &&
           document.sentence_at(words[i].range.begin) == sentence;
  };
  std::size_t run = 0;
  for (std::size_t i = at; shouts(i); ++i) ++run;
  for (std::size_t i = at; i > 0 && shouts(i - 1); --i) ++run;
  return shouts(at) && run > kEnough;
}

// A word that its table lacks stays as it is.
Placeholders with_forms(Placeholders values, const FormTables& tables) {
  for (const auto& [asked, forms] : tables) {
    const auto capture = values.find(std::string_view(asked).substr(0, asked.find(':')));
    if (capture == values.end()) continue;
    const auto form = forms.find(to_lower(capture->second));
    values[asked] = form == forms.end() ? capture->second : form->second;
  }
  return values;
}

}  // namespace

std::string fit_case(const Document& document, Range range, std::string replacement) {
  if (replacement.empty() || range.empty()) return replacement;
  if (document.caps_around(range) || is_among_capitals(document, range)) {
    for (char& c : replacement) c = to_upper(c);
    return replacement;
  }
  if (!document.starts_sentence(range.begin)) return replacement;
  if (begins_large(document, range)) replacement[0] = to_upper(replacement[0]);
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
    if (entry.text) {
      const std::string text = entry.forms.empty() ? fill(*entry.text, values) : fill(*entry.text, with_forms(values, entry.forms));
      suggestion.text = fit_case(context.document, range, text);
    }
    const bool known =
        std::any_of(out.begin(), out.end(), [&](const Suggestion& other) { return other.text && other.text == suggestion.text; });
    if (!known) out.push_back(std::move(suggestion));
  }
  return out;
}

}  // namespace careportal_lint
