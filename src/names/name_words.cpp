#include "names/name_words.h"

#include <algorithm>
#include <optional>

namespace careportal_lint {

namespace {

// "call him "Tank""
bool is_person_word(std::string_view word) { return word == "him" || word == "her" || word == "me" || word == "them"; }

}  // namespace

NameWords::NameWords(const Document& document, const NameLists& lists, const std::vector<Range>& known_phrases, Scratch& scratch,
                     const SentenceBegins* begins)
    : document_(document), lists_(lists), lexicon_(Lexicon::embedded()), items_(scratch.items), letters_(scratch.letters) {
  SentenceBegins here;
  if (begins == nullptr) here.count(document, {0, static_cast<std::uint32_t>(document.text().size())});
  all_lower_ = (begins == nullptr ? here : *begins).mostly_small();
  const std::vector<Word>& words = document.words();
  items_.assign(words.size(), NameItem());
  letters_.clear();
  letters_.reserve(document.text().size());  // never moves: words look into it
  const std::string_view text = document.text();
  for (std::size_t i = 0; i < words.size(); ++i) read(items_[i], words[i]);
  std::optional<bool> shouted;  // this line is in capitals; asked for once
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    NameItem& item = items_[i];
    look_up(item);
    if (is_upper(text[word.range.begin])) {
      if (!shouted) shouted = document.caps_around(word.range);
      item.capital = !*shouted;
      if (item.capital) read_surnames(item, i > 0 && items_[i - 1] == "the");
    } else if (!item.facts.known() && i > 0 && items_[i - 1] == "the") {
      read_surnames(item, false);  // "the nguyens"
    }
    if (!item.facts.known() && !item.surnames && !item.possessive && word.shape != Shape::digits) read_lost_apostrophe(item);
    item.plain = is_plain(item);
    item.blocked = item.is(WordGroup::no_names) || (word.token_count > 1 && item.lower.starts_with("i'"));
    if (i + 1 < words.size() && words[i + 1].range.begin == word.range.end + 1) {
      item.near = text[word.range.end] == ' ';
      item.line_end = text[word.range.end] == '\n';
    } else {
      item.line_end = i + 1 == words.size() || gap(i).find('\n') != std::string_view::npos;
    }
    if (item.line_end) shouted.reset();
  }
  mark_starts();
  mark_phrases(known_phrases);
  mark_headings();
  if (text.find('"') != std::string_view::npos) mark_titles();
  mark_pets();
  mark_casts(known_phrases);
}

void NameWords::mark_starts() {
  const std::vector<Word>& words = document_.words();
  std::size_t i = 0;
  for (const Sentence& sentence : document_.sentences()) {
    while (i < words.size() && words[i].range.begin < sentence.range.begin) ++i;
    if (i == words.size()) break;
    items_[i].starts = i == 0 || words[i - 1].range.end <= sentence.range.begin;
  }
  if (document_.sentences().empty()) {
    for (NameItem& item : items_) item.starts = true;
  }
}

void NameWords::mark_phrases(const std::vector<Range>& phrases) {
  const std::vector<Word>& words = document_.words();
  std::size_t i = 0;
  for (const Range phrase : phrases) {
    if (i < words.size() && words[i].range.end <= phrase.begin) i = document_.word_at(phrase.begin);
    while (i > 0 && words[i - 1].range.end > phrase.begin) --i;
    while (i < words.size() && words[i].range.end <= phrase.begin) ++i;
    for (std::size_t w = i; w < words.size() && words[w].range.begin < phrase.end; ++w) items_[w].blocked = true;
  }
}

// "Paw Patrol" makes "Marshall" a pup in this draft, more likely than a boy.
void NameWords::mark_casts(const std::vector<Range>& phrases) {
  const auto mark = [&](std::string_view show) {
    const std::string_view cast = lists_.casts.find(show);
    for (std::size_t pos = 0; pos < cast.size();) {
      const std::size_t end = std::min(cast.find(' ', pos), cast.size());
      for (NameItem& item : items_) item.cast = item.cast || (item.capital && item.lower == cast.substr(pos, end - pos));
      pos = end + 1;
    }
  };
  for (const Range phrase : phrases) mark(to_lower(document_.text(phrase)));
  for (const NameItem& item : items_) {
    const NameClass kind = item.facts.name_class();
    if (item.capital && !item.any_tier() && (kind == NameClass::thing || kind == NameClass::figure)) mark(item.lower);
  }
}

// What most words are: in lower case, known, and on no list of names. Such a word can be no name by itself.
bool NameWords::is_plain(const NameItem& item) {
  return !item.capital && item.facts.known() && !item.any_tier() && (item.word || !item.facts.proper()) && item.lower != "lil";
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
  } else if (item.lower.back() == '\'' && item.lower.ends_with("s'")) {
    item.lower.remove_suffix(1);
  }
  item.hash = Lexicon::hash_word(item.lower);
  lexicon_.prefetch(item.hash);
}

void NameWords::look_up(NameItem& item) const {
  item.facts = lexicon_.find(item.hash);
  item.groups = lists_.vocabulary.find(item.hash);
  const bool sure_name = item.facts.given_tier() == 1 || item.facts.given_tier() == 2;
  item.word = item.facts.lower() && (!sure_name || item.is(WordGroup::word_names));
}

// "tashas mom"
void NameWords::read_lost_apostrophe(NameItem& item) const {
  if (item.lower.size() < 5 || item.lower.back() != 's' || item.any_tier() || item.is(WordGroup::no_names)) return;
  NameItem owner = item;
  owner.lower.remove_suffix(1);
  owner.hash = Lexicon::hash_word(owner.lower);
  look_up(owner);
  if (owner.word || (owner.facts.given_tier() != 1 && owner.facts.given_tier() != 2)) return;
  item = owner;
  item.possessive = true;
}

// "the Nguyens", "Millers": the plural of a surname.
void NameWords::read_surnames(NameItem& item, bool after_the) const {
  if (item.lower.size() < 5 || item.lower.back() != 's' || item.any_tier() ||
      (item.shape != Shape::capitalized && item.shape != Shape::lower))
    return;
  if (item.facts.name_like() || (item.facts.known() && !after_the)) return;
  for (const std::size_t ending : {1, 2}) {
    NameItem stem = item;
    stem.lower.remove_suffix(ending);
    stem.hash = Lexicon::hash_word(stem.lower);
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
    item.hash = Lexicon::hash_word(item.lower);
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
    // "Restaurant": a game, a song; a name is no other word
    const NameItem& one = items_[first];
    title = title && (last > first || (one.word && !one.any_tier() && !items_[first - 1].is(WordGroup::introductions) &&
                                       !is_person_word(items_[first - 1].lower)));
    if (!title || gap(last).find('"') == std::string_view::npos) continue;
    for (std::size_t i = first; i <= last; ++i) items_[i].blocked = true;
    first = last;
  }
}

}  // namespace careportal_lint
