#include "names/name_memory.h"

#include <algorithm>

#include "names/name_runs.h"

namespace careportal_lint {
namespace {

// `owner`: what a person has follows
const KnownName* recall_word(const KnownNames& known, const NameItem& item, bool owner) {
  if (const KnownName* name = known.find(item.hash)) return name;
  // "Kaczmareks", "imanis", "earls wife"
  if ((item.word && !owner) || item.facts.given_tier() != 0 || item.facts.name_like() || !item.lower.ends_with("s")) return nullptr;
  return known.find(Lexicon::hash_word(item.lower.substr(0, item.lower.size() - 1)));
}

}  // namespace

void NameMemory::learn(const NameCandidate& candidate, KnownNames& known) const {
  for (std::size_t w = candidate.first; w <= candidate.last; ++w) {
    const NameItem& item = words_[w];
    // without capitals there is no more to go by
    const bool strong = (words_.all_lower() && candidate.score >= weights_.warning) || candidate.score >= weights_.error ||
                        (candidate.sure_cue && item.capital && candidate.score >= weights_.kin) ||
                        (candidate.score >= weights_.warning && item.unknown());
    if (strong && item.lower.size() >= 2) known.add(item.hash, {candidate.score, candidate.role});
  }
}

void NameMemory::recall(const KnownNames& known, std::vector<NameCandidate>& candidates) const {
  if (known.empty()) return;
  std::vector<NameCandidate> all;
  all.reserve(candidates.size() * 2);
  std::size_t i = 0;
  for (NameCandidate& candidate : candidates) {
    find_again(known, i, candidate.first, all);
    const KnownName* name = recall_word(known, words_[candidate.first], false);
    if (name != nullptr && may_be_again(candidate.first)) {
      candidate.score = std::max(candidate.score, name->score);
      if (candidate.role.empty()) candidate.role = name->role;
    }
    all.push_back(candidate);
    i = candidate.last + 1;
  }
  find_again(known, i, words_.size(), all);
  candidates = std::move(all);
}

// Known words from `first` to before `end`, where no candidate stands.
void NameMemory::find_again(const KnownNames& known, std::size_t first, std::size_t end, std::vector<NameCandidate>& all) const {
  for (std::size_t i = first; i < end; ++i) {
    const NameItem& owned = words_.after(i);
    const bool owner =
        ((owned.is(WordGroup::kin) && !owned.is(WordGroup::titles)) || owned.is(WordGroup::household)) && words_[i].ends_with("s");
    const KnownName* name = recall_word(known, words_[i], owner);
    if (name == nullptr || (!may_be_again(i) && !(owner && known.find(words_[i].hash) == nullptr && !words_[i].blocked))) continue;
    // "could teach Elijah bread": what is no word and no brand stays a name
    const bool only_name = words_[i].facts.given_tier() == 1 && !words_[i].word && words_[i].facts.name_class() == NameClass::none &&
                           words_.after(i).is(WordGroup::goods);
    if (!only_name && !owner && cues_.is_something_else(i, i)) continue;
    NameCandidate again;
    again.first = again.last = i;
    if (words_.near(i) && is_suffix(words_[i + 1].lower)) ++again.last;  // "jesus jr"
    again.score = name->score;
    again.role = name->role;
    all.push_back(again);
    i = again.last;
  }
}

bool NameMemory::may_be_again(std::size_t i) const {
  const NameItem& item = words_[i];
  const bool owner = item.possessive && words_.after(i).is(WordGroup::kin);  // "Macy's brother" is of no store
  if ((item.blocked && !owner) || item.is(WordGroup::kin)) return false;
  if (item.lower.size() < 3 && !item.capital) return false;
  if (item.facts.name_class() == NameClass::place && (cues_.is_place_before(i) || words_.before(i) == "of") && !cues_.is_person_before(i))
    return false;
  if (!item.ordinary()) return true;
  // a name that is a word counts again only with its capital, or where it is hardly ever the word
  if (item.facts.given_tier() == 1 && (cues_.is_human_verb_after(i) || words_.after(i) == "and")) return true;
  if (!item.capital) {
    const bool modal = item.lower == "will" || item.lower == "may";
    if (modal) return cues_.is_needing(i) && words_.after(i) != "just" && words_.after(i) != "could";
    if ((words_.all_lower() || item.shape == Shape::upper) && is_again_in_lower_case(i)) return true;
    return cues_.is_owner(i) || cues_.is_human_verb_after(i) || (item.starts && words_.after(i).is(WordGroup::plain_verbs));
  }
  // "Blessing braids hair", but not "Hope for"
  const NameItem& next = words_.after(i);
  const bool acts = next.ends_with("s") && next.lower.size() > 3 && !next.capital && !item.is(WordGroup::modal_name);
  return !item.starts || acts || cues_.score_after(i, i, false) > 0;
}

// Where a draft has no capitals, a word that was a name once is one again, unless it stands as the word does: "the prince".
bool NameMemory::is_again_in_lower_case(std::size_t i) const {
  const NameItem& item = words_[i];
  if (item.facts.commonness() <= 1 || item.is(WordGroup::virtues)) return false;
  return !words_.before(i).is(WordGroup::before_word) && !cues_.is_noun_after(i);
}

}  // namespace careportal_lint
