#include "names/name_finder.h"

#include <algorithm>
#include <optional>

#include "names/name_cues.h"
#include "names/name_evidence.h"
#include "names/name_lower_case.h"
#include "names/name_memory.h"
#include "names/name_neighbors.h"
#include "names/name_roles.h"
#include "names/name_runs.h"
#include "names/name_slips.h"

namespace careportal_lint {
namespace {

class Finder {
 public:
  Finder(const NameWords& words, const NameLists& lists)
      : words_(words), lists_(lists), cues_(words, lists), lower_(words, lists), runs_(words, lists), evidence_(words, lists) {}

  std::vector<NameCandidate> run(const KnownNames* elsewhere) const;
  void learn(Range own, KnownNames& known) const;

 private:
  [[nodiscard]] std::vector<NameCandidate> candidates() const;
  [[nodiscard]] std::optional<NameCandidate> candidate_at(std::size_t i) const;
  [[nodiscard]] bool is_lil_nickname(std::size_t i) const;

  const NameWords& words_;
  const NameLists& lists_;
  NameCues cues_;
  LowerCaseNames lower_;
  NameRuns runs_;
  NameEvidence evidence_;
};

// The first pass.
std::vector<NameCandidate> Finder::candidates() const {
  std::vector<NameCandidate> candidates;
  for (std::size_t i = 0; i < words_.size();) {
    if (words_[i].plain) {
      ++i;
      continue;
    }
    const std::optional<NameCandidate> candidate = candidate_at(i);
    i = candidate ? candidate->last + 1 : i + 1;
    if (candidate) candidates.push_back(*candidate);
  }
  if (candidates.empty()) return candidates;
  const NameNeighbors neighbors(words_, lists_);
  neighbors.adopt(candidates);
  neighbors.weigh(candidates);
  return candidates;
}

std::vector<NameCandidate> Finder::run(const KnownNames* elsewhere) const {
  std::vector<NameCandidate> candidates = this->candidates();
  const NameMemory memory(words_, lists_);
  if (elsewhere != nullptr) {
    memory.recall(*elsewhere, candidates);
  } else if (!candidates.empty()) {
    KnownNames here;
    for (const NameCandidate& candidate : candidates) memory.learn(candidate, here);
    memory.recall(here, candidates);
  }
  if (candidates.empty()) return candidates;
  std::erase_if(candidates, [&](const NameCandidate& candidate) { return candidate.score < lists_.weights.warning; });
  const NameNeighbors neighbors(words_, lists_);
  neighbors.adopt(candidates);  // "they have sky and river": "sky" is known from another sentence
  neighbors.weigh(candidates);  // links again: those dropped are no links
  return candidates;
}

void Finder::learn(Range own, KnownNames& known) const {
  const NameMemory memory(words_, lists_);
  for (const NameCandidate& candidate : candidates()) {
    if (own.contains(words_.range(candidate.first).begin)) memory.learn(candidate, known);
  }
}

// "Lil Man needs", "mari, lil ant and"
bool Finder::is_lil_nickname(std::size_t i) const {
  const NameItem& item = words_[i];
  return item.lower == "lil" && words_.near(i) && !words_[i + 1].blocked &&
         (item.capital || (i > 0 && words_.gap(i - 1) == ", ") || words_.before(i) == "and" ||
          words_.after(i + 1).is(WordGroup::plain_verbs) || cues_.is_human_verb_after(i + 1)) &&
         (words_[i + 1].capital || (words_.before(i) != "the" && words_.before(i) != "a")) && !words_[i + 1].is(WordGroup::families) &&
         words_[i + 1].lower != "one";
}

std::optional<NameCandidate> Finder::candidate_at(std::size_t i) const {
  const NameItem& item = words_[i];
  if (is_lil_nickname(i)) {  // "Lil Man"
    NameCandidate nickname;
    nickname.first = i;
    nickname.last = i + 1;
    nickname.score = lists_.weights.error;
    nickname.role = "the child";
    return nickname;
  }
  if ((!runs_.is_plain(i) && !lower_.is_doubled(i)) || item.lower.size() < 2) return std::nullopt;
  const NameCues::Introduction introduction = cues_.introduction(i);
  const bool labelled = cues_.is_labelled(i);
  // "Child: Boy", "Contact: Please": a label needs more than a capital
  const bool by_label = labelled && item.capital && (item.any_tier() || (item.unknown() && !is_slip(item)));
  const bool introduced = introduction == NameCues::Introduction::sure || by_label;
  const std::size_t kin = cues_.kin_before(i);
  const bool by_kin = kin != kNoWord && item.capital && (!item.starts || by_label || words_.near(kin)) && evidence_.may_follow_kin(i);
  const bool by_introduction =
      introduction == NameCues::Introduction::sure && item.capital && !(item.shape == Shape::upper && item.facts.acronym());
  // "Moose, the cat," "Dot, her grandmother,"
  const bool by_apposition = item.shape == Shape::capitalized && item.capital && !item.starts &&
                             (item.facts.name_class() == NameClass::none || item.any_tier()) && item.facts.commonness() > 1 &&
                             !item.facts.domain() && cues_.is_kin_after(i);
  if (!runs_.is_name_word(i) && !by_label && !by_introduction && !by_kin && !by_apposition) return std::nullopt;

  NameCandidate out;
  out.first = i;
  out.last = runs_.end_of_run(i);
  if (cues_.is_something_else(out.first, out.last)) return std::nullopt;
  double best = 0;
  double others = 0;
  int classes = 0;
  bool ordinary = true;
  bool listed = false;
  for (std::size_t w = out.first; w <= out.last; ++w) {
    if (w > out.first && is_suffix(words_[w].lower)) continue;
    best = std::max(best, evidence_.word_score(w));
    const double other = evidence_.class_score(w);
    others = std::min(others, other);
    classes += other != 0 ? 1 : 0;
    ordinary = ordinary && words_[w].ordinary();
    listed = listed || words_[w].listed();
  }
  out.score = best;
  const bool full = out.last > out.first;
  if (full && (listed || best > 0)) out.score += lists_.weights.full_name;
  // "London P.", "dakota s.": a letter with its full stop
  const bool initialled = out.last == i + 1 && words_[out.last].lower.size() == 1 && item.any_tier() && words_[out.last] != "i" &&
                          words_.gap(out.last).starts_with(".");
  if (initialled) out.score += lists_.weights.introduction;
  if (introduced) out.score += by_label ? lists_.weights.label : lists_.weights.introduction;
  if (introduction == NameCues::Introduction::weak && item.capital) out.score += lists_.weights.kin;
  if (kin != kNoWord && (by_kin || !item.capital)) {
    out.score += words_[kin].is(WordGroup::titles) ? lists_.weights.title : lists_.weights.kin;
    out.lead = kin;
    const std::string_view role = lists_.roles.find(words_[kin].lower);
    if (!role.empty()) out.role = role;
  }
  const bool aged = (cues_.is_age_after(out.last) && words_.gap(out.last) != " - ") || cues_.is_kin_after(out.last);
  out.sure_cue = introduced || out.lead != kNoWord || aged || cues_.is_human_verb_after(out.last) || cues_.is_owner(out.last);
  out.score += cues_.score_after(out.first, out.last, ordinary);
  if (!item.capital && (item.word || item.facts.name_like()) && lower_.is_followed_by_person(i, false)) out.score += lists_.weights.pronoun;
  if (cues_.is_signature(out.first, out.last)) {
    out.score += lists_.weights.signature;
    if (out.role.empty()) out.role = "the caseworker";
  }
  if (!introduced && out.lead == kNoWord && !aged && !cues_.is_owner(out.last) && evidence_.is_work(out.first)) return std::nullopt;
  // a full name or a sure cue is stronger than what its words could else be
  const bool lives = cues_.is_human_verb_after(out.last) || aged;                     // "Princess wears 4T", "Mercedes is 15"
  const bool read = !out.sure_cue && evidence_.is_listed_thing(out.first);            // "he reads Zane Grey"
  const bool bare = item.facts.name_class() != NameClass::none && lower_.is_bare(i);  // "june needs"
  if (!introduced && !bare && !initialled && (read || !(full && listed && classes < 2)))
    out.score += lives ? others * 0.35 : out.sure_cue ? others / 2 : others;
  if (cues_.is_place_before(i) && others == lists_.weights.place && !full) out.score += lists_.weights.place_before;
  return out;
}

}  // namespace

std::vector<PersonName> find_names(const Document& document, const NameLists& lists, const std::vector<Range>& known_phrases,
                                   const KnownNames* elsewhere, const SentenceBegins* begins) {
  thread_local NameWords::Scratch scratch;
  const NameWords words(document, lists, known_phrases, scratch, begins);
  return NameRoles(words, lists).describe(Finder(words, lists).run(elsewhere));
}

void learn_names(const Document& document, const NameLists& lists, const std::vector<Range>& known_phrases, Range own,
                 const SentenceBegins& begins, KnownNames& known) {
  thread_local NameWords::Scratch scratch;
  const NameWords words(document, lists, known_phrases, scratch, &begins);
  Finder(words, lists).learn(own, known);
}

}  // namespace careportal_lint
