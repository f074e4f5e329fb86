#include "names/name_neighbors.h"

#include <algorithm>

#include "names/name_slips.h"

namespace careportal_lint {

// What stands beside a sure name and is none by itself: "kaylee and bubba", "Jasmine (Jazzy)".
void NameNeighbors::adopt(std::vector<NameCandidate>& candidates) const {
  std::vector<NameCandidate> all;
  for (std::size_t c = 0; c < candidates.size(); ++c) {
    const std::size_t begin = all.empty() ? 0 : all.back().last + 1;
    extend_left(candidates[c], begin);
    adopt_before(candidates[c], begin, all);
    all.push_back(candidates[c]);
    NameCandidate last = candidates[c];
    const std::size_t limit = c + 1 < candidates.size() ? candidates[c + 1].first : words_.size();
    if (last.score < weights_.warning) continue;
    for (std::size_t i = last.last + 1; i < limit && i <= last.last + 4; ++i) {
      if (!is_neighbor(last.last, i)) continue;
      last.first = last.last = i;
      last.lead = kNoWord;
      if (i + 1 < limit && words_.near(i) && runs_.continues_name(i + 1, i)) last.last = i + 1;
      all.push_back(last);
    }
  }
  candidates = std::move(all);
}

void NameNeighbors::weigh(std::vector<NameCandidate>& candidates) const {
  for (int pass = 0; pass < 2; ++pass) {
    for (std::size_t i = 0; i + 1 < candidates.size(); ++i) {
      NameCandidate& a = candidates[i];
      NameCandidate& b = candidates[i + 1];
      b.linked = is_linked(a.last, b.first);
      if (!b.linked) continue;
      if ((a.score >= weights_.error) && !(b.score >= weights_.error)) raise(b);
      if ((b.score >= weights_.error) && !(a.score >= weights_.error)) raise(a);
      if (is_pair(a, b)) {  // "Angel and Heaven are twins"
        for (NameCandidate* one : {&a, &b}) {
          one->score = std::max(one->score, weights_.kin);
          one->sure_cue = true;
        }
      }
      if (b.role.empty() && b.lead == kNoWord) b.role = a.role;
    }
  }
}

// Between two names of a list stand "and", commas, and what is told of the first: "Aiden (4), Mia 6 and Leo".
bool NameNeighbors::is_linked(std::size_t last, std::size_t first) const {
  if (first <= last || first - last > 5 || !words_.same_line(last)) return false;
  bool joined = false;
  for (std::size_t i = last; i < first; ++i) {
    const std::string_view between = words_.gap(i);
    if (between.find_first_of("\n!?;") != std::string_view::npos) return false;
    if (between.ends_with("). ")) return false;
    joined = joined || between.find_first_of(",/&+") != std::string_view::npos;
    if (i + 1 == first) break;
    const NameItem& item = words_[i + 1];
    const bool and_word = item.lower == "and" || item.lower == "or" || item.lower == "n";
    joined = joined || and_word;
    const bool number = item.shape == Shape::digits && words_.range(i + 1).size() <= 2;
    joined = joined || number;  // "mason 8 brayden 6"
    if (!and_word && !number && !item.is(WordGroup::told_of_age)) return false;
  }
  return joined;
}

// Two words that may be names, with capitals, of which people's verbs follow.
bool NameNeighbors::is_pair(const NameCandidate& a, const NameCandidate& b) const {
  const NameItem& one = words_[a.first];
  const NameItem& two = words_[b.first];
  if (!one.capital && b.first == a.last + 2 && lower_.is_followed_by_person(a.first, true)) return true;
  if (!one.capital || !two.capital || two.starts || one.facts.given_tier() == 0 || two.facts.given_tier() == 0) return false;
  if (evidence_.is_listed_thing(a.first) || evidence_.is_listed_thing(b.first)) return false;
  if (words_.after(b.last).is(WordGroup::acts_of_people)) return true;  // "Dakota and Sierra share"
  if (one.virtue() && two.virtue()) return cues_.is_human_verb_after(b.last);
  // "she has Saint and Reign"
  const auto dated = [](const NameItem& item) {
    return item.facts.name_class() == NameClass::calendar || item.facts.name_class() == NameClass::place;
  };
  if (words_.before(a.first).is(WordGroup::raises) && !dated(one) && !dated(two)) return !cues_.is_noun_after(b.last);
  const NameItem& next = words_.after(b.last);
  if (one.facts.name_class() != NameClass::none && two.facts.name_class() != NameClass::none) return false;
  return next.is(WordGroup::plain_verbs) || next.is(WordGroup::human_verbs);
}

void NameNeighbors::raise(NameCandidate& candidate) const {
  const NameItem& item = words_[candidate.first];
  if (!item.capital) return;
  candidate.score += weights_.list;
  // beside a sure name "Paris" is a girl before it is a town
  if (item.facts.name_class() == NameClass::place && !candidate.sure_cue) candidate.score -= weights_.place / 2;
  // whatever else "Messiah" is
  if (!item.starts && item.facts.given_tier() != 0 && item.facts.name_class() != NameClass::calendar &&
      !evidence_.is_listed_thing(candidate.first))
    candidate.score = std::max(candidate.score, weights_.warning);
  candidate.score = std::min(candidate.score, weights_.error + weights_.list);
}

// "Eh Doh", "Big Mama Lou", "Baby Girl Hutchens": capitals within a sentence, before a name.
void NameNeighbors::extend_left(NameCandidate& candidate, std::size_t begin) const {
  while (candidate.first > begin && candidate.lead + 1 != candidate.first && words_[candidate.first].capital) {
    const NameItem& item = words_[candidate.first - 1];
    const bool short_name = item.lower.size() <= 3 && item.facts.commonness() > 1 && item.facts.name_class() == NameClass::none &&
                            !item.facts.acronym() && !item.facts.domain();
    const bool pet_name = item.is(WordGroup::pet_name) && words_.near(candidate.first - 1) &&
                          (item != "saw" || words_[candidate.first].facts.given_tier() != 1);  // "Saw Jessica today"
    if (!words_.near(candidate.first - 1) || item.shape != Shape::capitalized || item.blocked || item.possessive) return;
    // "Win Naing", but not "Will Jessica"
    const bool given = item.facts.given_tier() != 0 && !item.is(WordGroup::modal_name) && words_[candidate.first].facts.given_tier() == 0 &&
                       item.facts.name_class() == NameClass::none;
    if (given) {
      --candidate.first;
      continue;
    }
    if (!pet_name && (item.starts || (!short_name && !item.unknown()))) return;
    if (!pet_name && item.is(WordGroup::kin)) return;
    --candidate.first;
  }
}

// "4 kids, tay, mari": what stands on a list before a sure name.
void NameNeighbors::adopt_before(const NameCandidate& candidate, std::size_t begin, std::vector<NameCandidate>& all) const {
  if (candidate.score < weights_.warning || candidate.lead != kNoWord) return;
  std::vector<NameCandidate> found;
  std::size_t next = candidate.first;
  for (std::size_t i = next; i-- > begin && i + 4 >= next;) {
    if (words_[i].shape == Shape::digits || !runs_.is_plain(i)) continue;
    if (!is_linked(i, next) || !is_name_before(i, next)) {
      if (words_[i].lower == "and" || words_[i].lower == "n" || words_[i].lower == "or") continue;
      break;
    }
    NameCandidate one;
    one.first = one.last = next = i;
    one.score = candidate.score;
    one.role = candidate.role;
    found.push_back(one);
  }
  all.insert(all.end(), found.rbegin(), found.rend());
}

bool NameNeighbors::is_name_before(std::size_t i, std::size_t next) const {
  const NameItem& item = words_[i];
  const NameItem& beside = words_[next];
  // "Lot and Naomi were", "Buck, Daisy and": one word without an article at the start
  const bool opens = item.starts && item.shape == Shape::capitalized && item.capital && beside.capital && !item.is(WordGroup::virtues) &&
                     item.facts.name_class() == NameClass::none && !item.facts.domain() && !item.is(WordGroup::kin) &&
                     !item.is(WordGroup::titles) && !evidence_.is_listed_thing(i);
  if (opens && item.facts.given_tier() != 0) return true;
  if (opens && next == i + 2 && words_.after(i) == "and" && beside.facts.given_tier() == 1 && !item.ends_with("s") &&
      (words_.after(next).is(WordGroup::plain_verbs) || words_.after(next).is(WordGroup::human_verbs)))
    return true;
  if (item.facts.given_tier() == 0 && !item.is(WordGroup::nicknames)) return false;
  if (evidence_.is_listed_thing(i) || cues_.is_something_else(i, i) || item.lower.size() < 3 ||
      item.facts.name_class() == NameClass::calendar)
    return false;
  const std::size_t kin = cues_.kin_before(i);
  if (kin != kNoWord && words_[kin].is(WordGroup::plurals) && kin + 1 == i) return true;
  if (item.capital || item.is(WordGroup::virtues)) return item.capital && !item.starts;
  if (!item.ordinary()) return true;
  // "the abernathy kids. pearl, opal and jasper"
  if (words_.all_lower() && words_.gap(i) == ", " && words_[next].listed() && next == i + 1 && item.starts) return true;
  // "for heaven n nevaeh"
  return next == i + 2 && words_[next].listed() && (item.starts || words_.before(i).is(WordGroup::opens_list));
}

bool NameNeighbors::is_neighbor(std::size_t last, std::size_t i) const {
  const NameItem& item = words_[i];
  if (!runs_.is_plain(i) || item.lower.size() < 3 || item.is(WordGroup::child_words)) return false;
  // in a list of names a capital says enough: "Brexley, Crew and Ledger."
  const bool by_capital = item.shape == Shape::capitalized && !item.starts && item.capital && !item.lower.starts_with("i'") &&
                          item.facts.commonness() > 1 && item.facts.name_class() == NameClass::none && !item.facts.acronym() &&
                          !item.facts.domain();
  const bool could_be =
      item.any_tier() || by_capital || (item.unknown() && ((item.capital && !item.starts) || !is_slip(item))) ||
      (item.unknown() && words_.before(i) == "and" && !words_.near(i) && words_[last].listed() && !is_listed_slip(item.lower)) ||
      item.is(WordGroup::nicknames);
  // "kash and kross twin boys"
  const bool twins = item.lower.size() > 3 && (words_.before(i) == "and" || words_.before(i) == "n") && words_[last].listed() &&
                     words_.after(i).is(WordGroup::twin_word);
  if (twins && (item.unknown() || item.facts.given_tier() != 0) && is_linked(last, i) && !cues_.is_something_else(i, i)) return true;
  const std::string_view between = words_.gap(i - 1);
  const std::string_view after = words_.gap(i);
  if (i == last + 1) {
    const bool enclosed = (between == " (" && after.starts_with(")")) || (between == " \"" && after.starts_with("\""));
    if (enclosed) return could_be;
  }
  if (!could_be || !is_linked(last, i) || cues_.is_something_else(i, i)) return false;
  if (item.lower == "will" || item.lower == "may" || item.facts.name_class() == NameClass::calendar) return item.capital;
  // "mia and summer clothes", "aiden and art supplies" are no lists of names
  if (item.capital && item.shape == Shape::capitalized && !item.starts) return !cues_.is_noun_after(i);
  if (words_.near(i) && words_[i + 1].shape != Shape::digits && !words_.after(i).is(WordGroup::plain_verbs) &&
      !words_.after(i).is(WordGroup::human_verbs) && !words_.after(i).is(WordGroup::function_word) && !lower_.is_surname(i + 1))
    return false;
  return item.capital || item.facts.given_tier() != 0 || item.unknown() || item.is(WordGroup::nicknames);
}

}  // namespace careportal_lint
