#include "names/name_words.h"

namespace careportal_lint {

NameWords::NameWords(const Document& document, const NameLists& lists, const std::vector<Range>& known_phrases, Scratch& scratch)
    : document_(document), lists_(lists), lexicon_(Lexicon::embedded()), items_(scratch.items), letters_(scratch.letters) {
  const std::vector<Word>& words = document.words();
  items_.assign(words.size(), NameItem());
  letters_.clear();
  letters_.reserve(document.text().size());  // never moves: words look into it
  const std::string_view text = document.text();
  const std::vector<Sentence>& sentences = document.sentences();
  std::size_t sentence = 0;
  std::size_t phrase = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    const std::uint32_t begin = word.range.begin;
    NameItem& item = items_[i];
    read(item, word);
    if (is_upper(text[begin])) {
      item.capital = !document.caps_around(word.range);
      if (item.capital) read_surnames(item, i > 0 && items_[i - 1] == "the");
    }
    while (sentence + 1 < sentences.size() && sentences[sentence + 1].range.begin <= begin) ++sentence;
    const std::uint32_t opening = sentences.empty() ? begin : sentences[sentence].range.begin;
    item.starts = opening <= begin && (sentences.empty() || i == 0 || words[i - 1].range.end <= opening);
    while (phrase < known_phrases.size() && known_phrases[phrase].end <= begin) ++phrase;
    item.blocked = item.is(WordGroup::no_names) || (phrase < known_phrases.size() && known_phrases[phrase].overlaps(word.range)) ||
                   item.lower.starts_with("i'");
    if (i + 1 == words.size()) {
      item.line_end = true;
    } else if (words[i + 1].range.begin == word.range.end + 1) {
      item.near = text[word.range.end] == ' ';
      item.line_end = text[word.range.end] == '\n';
    } else {
      item.line_end = gap(i).find('\n') != std::string_view::npos;
    }
  }
  mark_headings();
  if (text.find('"') != std::string_view::npos) mark_titles();
}

void NameWords::read(NameItem& item, const Word& word) {
  item.lower = document_.text(word.range);
  item.shape = word.shape;
  if (word.token_count > 1 || (word.shape != Shape::lower && word.shape != Shape::digits)) {
    const std::size_t begin = letters_.size();
    for (const char c : item.lower) letters_.push_back(to_lower(c));
    item.lower = {letters_.data() + begin, item.lower.size()};
  }
  if (word.token_count > 1 && item.lower.ends_with("'s")) {
    item.possessive = true;
    item.lower.remove_suffix(2);
  } else if (item.lower.ends_with("s'")) {
    item.lower.remove_suffix(1);
  }
  look_up(item);
}

void NameWords::look_up(NameItem& item) const {
  item.hash = Lexicon::hash_word(item.lower);
  item.facts = lexicon_.find(item.hash);
  item.groups = lists_.vocabulary.find(item.hash);
  const bool sure_name = item.facts.given_tier() == 1 || item.facts.given_tier() == 2;
  item.word = item.facts.lower() && (!sure_name || item.is(WordGroup::word_names));
}

// "the Nguyens", "Millers": the plural of a surname.
void NameWords::read_surnames(NameItem& item, bool after_the) const {
  if (item.lower.size() < 5 || item.lower.back() != 's' || item.any_tier() || item.shape != Shape::capitalized) return;
  if (item.facts.name_like() || (item.facts.known() && !after_the)) return;
  for (const std::size_t ending : {1, 2}) {
    NameItem stem = item;
    stem.lower.remove_suffix(ending);
    look_up(stem);
    const bool surname = item.facts.known() ? stem.facts.surname_tier() == 1 : stem.facts.surname_tier() != 0;
    if (!surname || stem.facts.name_like()) continue;
    item = stem;
    item.word = false;
    item.surnames = true;
    return;
  }
  if (after_the && !item.facts.known()) {
    item.lower.remove_suffix(1);
    look_up(item);
    item.facts = {};
    item.word = false;
    item.surnames = true;
  }
}

// In "Twin Beds And Frame Needed" a capital says as little as at the start of a sentence.
void NameWords::mark_headings() {
  for (std::size_t first = 0; first < items_.size();) {
    std::size_t last = first;
    std::size_t long_words = 0;
    std::size_t capitals = 0;
    for (;; ++last) {
      const NameItem& item = items_[last];
      if (item.lower.size() >= 4 && item.shape != Shape::digits) {
        ++long_words;
        capitals += item.capital ? 1 : 0;
      }
      if (item.line_end || last + 1 == items_.size()) break;
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
    if (!items_[first].capital || items_[first - 1].near || !gap(first - 1).ends_with('"')) continue;
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
