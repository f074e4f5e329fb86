#include "names/name_words.h"

#include <algorithm>
#include <unordered_set>

#include "lexicon/embedded.h"

namespace careportal_lint {
namespace {

const std::unordered_set<std::string_view>& listed_slips() {
  static const std::unordered_set<std::string_view> slips = [] {
    std::unordered_set<std::string_view> out;
    const std::string_view table = embedded::find("rules/tables/misspellings.txt");
    for (std::size_t pos = 0; pos < table.size();) {
      const std::size_t end = std::min(table.find('\n', pos), table.size());
      const std::string_view line = table.substr(pos, end - pos);
      out.insert(line.substr(0, line.find('\t')));
      pos = end + 1;
    }
    return out;
  }();
  return slips;
}

// Short words have too many neighbors: only everybody's words count there.
bool is_common(const std::string& word, std::size_t length) {
  const WordFacts facts = Lexicon::embedded().find(word);
  if (length > 6 && facts.name_class() == NameClass::place) return true;  // "Afganistan"
  return facts.lower() && facts.commonness() <= (length <= 5 ? 2 : 4);
}

}  // namespace

bool NameItem::listed() const {
  const int given = facts.given_tier();
  const int surname = facts.surname_tier();
  return given == 1 || given == 2 || surname == 1 || surname == 2;
}

bool is_listed_slip(const std::string& lower) { return listed_slips().contains(lower); }

bool is_slip(const std::string& lower) {
  if (is_listed_slip(lower)) return true;
  const std::size_t length = lower.size();
  if (length < 4) return false;
  std::string word = lower;
  if (lower.back() == 's' && is_common(lower.substr(0, length - 1), length)) return true;  // "childs"
  // a slip hardly ever changes the first letter
  for (std::size_t i = 1; i <= length; ++i) {
    for (const char c : std::string_view("'abcdefghijklmnopqrstuvwxyz")) {
      word.insert(i, 1, c);
      // "doesnt": a lost apostrophe makes a word of any rank
      if (is_common(word, length) || (c == '\'' && Lexicon::embedded().find(word).word())) return true;
      word.erase(i, 1);
      if (i == length || c == '\'') continue;
      const char kept = word[i];
      word[i] = c;
      if (is_common(word, length)) return true;
      word[i] = kept;
    }
    if (i == length) break;
    word.erase(i, 1);
    if (is_common(word, length)) return true;
    word = lower;
    if (i + 1 < length) {
      std::swap(word[i], word[i + 1]);
      if (is_common(word, length)) return true;
      word = lower;
    }
  }
  return false;
}

NameWords::NameWords(const Document& document, const NameLists& lists, const std::vector<Range>& known_phrases) : document_(document) {
  items_.reserve(document.words().size());
  std::size_t phrase = 0;
  for (const Word& word : document.words()) {
    NameItem item;
    const std::string_view text = document.text(word.range);
    item.lower = to_lower(text);
    item.shape = word.shape;
    if (item.lower.ends_with("'s")) {
      item.possessive = true;
      item.lower.resize(item.lower.size() - 2);
    } else if (item.lower.ends_with("s'")) {
      item.lower.pop_back();
    }
    item.facts = Lexicon::embedded().find(item.lower);
    const bool sure_name = item.facts.given_tier() == 1 || item.facts.given_tier() == 2;
    item.word = item.facts.lower() && (!sure_name || lists.word_names.contains(item.lower));
    item.capital = is_upper(text[0]) && !document.caps_around(word.range);
    item.starts = document.starts_sentence(word.range.begin);
    while (phrase < known_phrases.size() && known_phrases[phrase].end <= word.range.begin) ++phrase;
    item.blocked = item.lower.starts_with("i'") || lists.no_names.contains(item.lower) ||
                   (phrase < known_phrases.size() && known_phrases[phrase].overlaps(word.range));
    if (item.capital) read_surnames(item, !items_.empty() && items_.back().lower == "the");
    items_.push_back(std::move(item));
  }
  mark_headings();
  mark_titles();
}

std::string_view NameWords::gap(std::size_t i) const {
  if (i + 1 >= items_.size()) return "\n";
  return document_.text({range(i).end, range(i + 1).begin});
}

// "the Nguyens", "Millers": the plural of a surname.
void NameWords::read_surnames(NameItem& item, bool after_the) const {
  if (item.lower.size() < 5 || item.lower.back() != 's' || item.any_tier() || item.shape != Shape::capitalized) return;
  if (item.facts.name_like() || (item.facts.known() && !after_the)) return;
  for (const std::size_t ending : {1, 2}) {
    const std::string stem = item.lower.substr(0, item.lower.size() - ending);
    const WordFacts facts = Lexicon::embedded().find(stem);
    const bool surname = item.facts.known() ? facts.surname_tier() == 1 : facts.surname_tier() != 0;
    if (!surname || facts.name_like()) continue;
    item.lower = stem;
    item.facts = facts;
    item.word = false;
    item.surnames = true;
    return;
  }
  if (after_the && !item.facts.known()) {
    item.lower.pop_back();
    item.facts = {};
    item.surnames = true;
  }
}

// In "Twin Beds And Frame Needed" a capital says as little as at the start of a sentence.
void NameWords::mark_headings() {
  for (std::size_t first = 0; first < items_.size();) {
    std::size_t last = first;
    while (last + 1 < items_.size() && same_line(last)) ++last;
    std::size_t long_words = 0;
    std::size_t capitals = 0;
    for (std::size_t i = first; i <= last; ++i) {
      if (items_[i].lower.size() < 4 || items_[i].shape == Shape::digits) continue;
      ++long_words;
      capitals += items_[i].capital ? 1 : 0;
    }
    if (long_words >= 3 && capitals * 10 >= long_words * 8) {
      for (std::size_t i = first; i <= last; ++i) items_[i].starts = true;
    }
    first = last + 1;
  }
}

// "The Very Hungry Caterpillar" in quotes is a book or a film, whatever its words are.
void NameWords::mark_titles() {
  for (std::size_t first = 1; first < items_.size(); ++first) {
    if (!gap(first - 1).ends_with('"') || !items_[first].capital) continue;
    std::size_t last = first;
    bool title = true;
    while (last + 1 < items_.size() && same_line(last) && gap(last).find('"') == std::string_view::npos && last - first < 7) {
      ++last;
      title = title && (items_[last].capital || items_[last].lower.size() < 4);
    }
    if (!title || last == first || gap(last).find('"') == std::string_view::npos) continue;
    for (std::size_t i = first; i <= last; ++i) items_[i].blocked = true;
    first = last;
  }
}

}  // namespace careportal_lint
