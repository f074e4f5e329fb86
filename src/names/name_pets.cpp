// What pets are called: "their dog Biscuit", "a hen named Dolly", "Moose, the cat,". A pet is no person, wherever its name stands.
#include <algorithm>

#include "names/name_words.h"

namespace careportal_lint {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kLongestList = 8;  // pets told in a row

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "max" in lower case is a name again, "will" may be the verb
bool may_name_again(const NameItem& item) {
  return item.capital || !item.word || (item.facts.given_tier() != 0 && !item.is(WordGroup::plain_verbs));
}

bool closes(std::string_view sign) { return sign.find_first_of(",.;!?)\n") == 0; }

}  // namespace

// "dog Max", "dog named Max", "puppy they call Max", "dog's name is Max", "dog, Max,", "cat (Max)"
std::size_t NameWords::pet_name_after(std::size_t pet) const {
  const std::string_view sign = gap(pet);
  std::size_t i = pet + 1;
  if (i >= items_.size()) return kNone;
  bool called = false;
  if (sign == " ") {
    for (; i < pet + 5 && i < items_.size() && items_[i].near; ++i) {
      if (!is_one_of(items_[i].lower, {"is", "was", "are", "who", "that", "they", "we", "she", "he", "named", "called", "calls", "call",
                                       "nicknamed", "name", "names"}))
        break;
      called = is_one_of(items_[i].lower, {"named", "called", "calls", "call", "nicknamed"}) ||
               (is_one_of(items_[i].lower, {"is", "are", "was"}) && (i == pet + 1 || items_[i - 1] == "name" || items_[i - 1] == "names"));
    }
    if (i >= items_.size() || (i > pet + 1 && !called)) return kNone;
    if (items_[pet].possessive && i == pet + 1) return kNone;  // "the dog's Mia"
  } else if (sign != ", " && sign != " (" && (sign != ": " || !items_[pet].ends_with("s"))) {
    return kNone;
  }
  const NameItem& name = items_[i];
  if (name.possessive || name.starts || name.lower.size() < 2) return kNone;
  if (!name.capital) {  // "our dog max", "a cat named prince"
    const bool owned = sign == " " && pet > 0 && items_[pet - 1].is(WordGroup::owner) && items_[pet - 1] != "the" &&
                       name.facts.given_tier() != 0 && !name.is(WordGroup::plain_verbs) && !name.is(WordGroup::human_verbs);
    return (called || owned) && !name.is(WordGroup::function_word) && name.any_tier() ? i : kNone;
  }
  if (sign == " (") return gap(i).starts_with(")") ? i : kNone;
  const bool several = items_[pet].ends_with("s");
  if (sign == ": ") return i;
  if (sign == ", ") {
    // "the dog, Max, follows", but not "a dog, Mia, Leo"
    const bool list = gap(i) == ", " && i + 1 < items_.size() && (items_[i + 1].capital || items_[i + 1] == "and") && !several;
    const bool pair = several && items_[i].near && i + 1 < items_.size() && items_[i + 1] == "and";
    const bool next_pet = list && items_[i + 1] == "and" && i + 2 < items_.size() && !items_[i + 2].capital;
    return pair || (closes(gap(i)) && (!list || next_pet)) ? i : kNone;
  }
  // "the dog Jessica wants" is told of a girl
  const bool hers = !called && pet > 0 && (items_[pet - 1] == "the" || items_[pet - 1] == "a") && items_[i].near && i + 1 < items_.size() &&
                    items_[i + 1].is(WordGroup::human_verbs) && name.listed();
  return hers ? kNone : i;
}

// "Moose, the cat,", "Biscuit (the dog)", "Clover the goat"
std::size_t NameWords::pet_name_before(std::size_t pet) const {
  if (pet < 2 || !items_[pet - 1].near || !items_[pet - 1].is(WordGroup::determiner)) return kNone;
  const NameItem& name = items_[pet - 2];
  if (!name.capital || name.possessive || name.is(WordGroup::function_word)) return kNone;
  const std::string_view sign = gap(pet - 2);
  // "gave Mia the cat"
  if (sign == " ") return items_[pet - 1] == "the" && !name.listed() ? pet - 2 : kNone;
  if (sign != ", " && sign != " (") return kNone;
  const bool list = gap(pet) == ", " && pet + 2 < items_.size() && items_[pet + 1] == "and" && items_[pet + 2].capital;
  return closes(gap(pet)) && !list ? pet - 2 : kNone;
}

// "hums Great Is Thy Faithfulness and Hallelujah", but not "sings Mia to sleep"
void NameWords::mark_song(std::size_t verb) {
  if (!items_[verb].is(WordGroup::singing)) return;
  std::size_t i = verb;
  while (items_[i].near && i + 1 < items_.size() && items_[i + 1].shape == Shape::capitalized) {
    std::size_t last = i + 1;
    while (items_[last].near && last + 1 < items_.size() && items_[last + 1].capital) ++last;
    if (last == i + 1 && items_[last].listed()) return;
    for (std::size_t w = i + 1; w <= last; ++w) items_[w].blocked = true;
    if (!items_[last].near || last + 1 >= items_.size() || items_[last + 1] != "and") return;
    i = last + 1;
  }
}

// "named the starter Bubbles", but not "named the baby Mia"
void NameWords::mark_named_thing(std::size_t verb) {
  if (!is_one_of(items_[verb].lower, {"named", "calls", "call"}) || !items_[verb].near) return;
  std::size_t i = verb + 1;
  const bool it = i < items_.size() && items_[i] == "it";  // "they call it Salvador Sunday"
  if (i >= items_.size() || (!it && !items_[i].is(WordGroup::owner))) return;
  std::size_t nouns = it ? 1 : 0;
  for (++i; i < items_.size() && i < verb + 5 && items_[i - 1].near && !items_[i].capital; ++i, ++nouns) {
    const NameItem& noun = items_[i];
    if (noun.is(WordGroup::kin) || noun.is(WordGroup::titles) || noun.is(WordGroup::function_word) || noun.any_tier() || !noun.word) return;
  }
  if (nouns == 0) return;
  for (; i < items_.size() && items_[i - 1].near && items_[i].shape == Shape::capitalized; ++i) items_[i].blocked = true;
}

void NameWords::mark_pets() {
  std::vector<std::uint64_t> pets;
  const auto mark = [&](std::size_t i) {
    items_[i].blocked = true;
    if (may_name_again(items_[i])) pets.push_back(items_[i].hash);
  };
  for (std::size_t pet = 0; pet < items_.size(); ++pet) {
    const NameItem& item = items_[pet];
    if (!item.is(WordGroup::pets) && !item.is(WordGroup::singing) && !item.is(WordGroup::naming)) continue;
    mark_song(pet);
    mark_named_thing(pet);
    // "a Great Dane named Zeus"
    const bool names = pet > 0 && is_one_of(items_[pet].lower, {"named", "called"}) && items_[pet].near && pet + 1 < items_.size();
    if (names && items_[pet - 1].near && items_[pet - 1].blocked && items_[pet - 1].capital && items_[pet + 1].capital &&
        items_[pet - 1].facts.name_class() != NameClass::group)
      mark(pet + 1);
    if (!items_[pet].is(WordGroup::pets) || items_[pet].blocked) continue;
    if (const std::size_t before = pet_name_before(pet); before != kNone) mark(before);
    std::size_t i = pet_name_after(pet);
    if (i == kNone) continue;
    mark(i);
    while (items_[i].near && i + 1 < items_.size() && items_[i + 1].shape == Shape::capitalized && items_[i].capital) mark(++i);
    if (!items_[pet].ends_with("s")) continue;
    // "the hens Dolly, Loretta and Reba"
    while (i + 1 < items_.size() && i < pet + kLongestList) {
      const bool by_word = items_[i].near && is_one_of(items_[i + 1].lower, {"and", "n"});
      const bool by_sign = gap(i) == ", " || gap(i) == " & ";
      const std::size_t after_comma = by_sign && items_[i + 1] == "and" ? i + 2 : i + 1;
      const std::size_t next = by_word ? i + 2 : after_comma;
      if ((!by_word && !by_sign) || next >= items_.size() || !items_[next].capital || items_[next].possessive) break;
      mark(i = next);
    }
  }
  if (pets.empty()) return;
  for (const std::uint64_t hash : pets) {
    // "her son Max and the dog Max"
    bool person = false;
    for (std::size_t i = 1; i < items_.size() && !person; ++i) {
      person = items_[i].hash == hash && !items_[i].blocked && items_[i - 1].near &&
               (items_[i - 1].is(WordGroup::kin) || items_[i - 1].is(WordGroup::titles));
    }
    if (person) continue;
    for (NameItem& item : items_) {
      if (item.hash == hash && may_name_again(item)) item.blocked = true;
    }
  }
}

}  // namespace careportal_lint
