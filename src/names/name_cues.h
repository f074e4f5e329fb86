// What stands around a word and tells that it is a name, or that it is none.
#pragma once

#include "names/name_candidate.h"
#include "names/name_words.h"

namespace careportal_lint {

class NameCues {
 public:
  NameCues(const NameWords& words, const NameLists& lists) : words_(words), lists_(lists) {}

  // Before word i.
  enum class Introduction { none, weak, sure };
  [[nodiscard]] bool is_labelled(std::size_t i) const;
  [[nodiscard]] Introduction introduction(std::size_t i) const;
  /// "mom Jessica", "her son, Leo,", "dad is Chance", "a boy named Finn": the kin word or title, or kNoWord.
  [[nodiscard]] std::size_t kin_before(std::size_t i) const;
  [[nodiscard]] bool is_place_before(std::size_t i) const { return words_.before(i).is(WordGroup::places_before); }

  /// "thanks to Widlande", "heard from Lupe", "proud of Jadiel": not a place.
  [[nodiscard]] bool is_person_before(std::size_t i) const;

  // After the run that ends with word `last`.
  [[nodiscard]] bool is_age_after(std::size_t last) const;
  [[nodiscard]] bool is_kin_after(std::size_t last) const;
  /// The weight of the verb, noun or age that follows. `ordinary`: the run is made of dictionary words.
  [[nodiscard]] double score_after(std::size_t first, std::size_t last, bool ordinary) const;
  /// "Grace's landlord", "chance's sister", "Maya's bed": a thing has none of these.
  [[nodiscard]] bool is_owner(std::size_t i) const;
  /// A verb in a form that follows one person only: "wears", "said", "would love".
  [[nodiscard]] bool is_human_verb_after(std::size_t last) const;
  /// Nothing follows that would make the run an adjective: "Evenflo stroller" has a noun there, a name hardly ever.
  [[nodiscard]] bool is_noun_after(std::size_t last) const;
  /// A place, a brand, an organisation, a handle.
  [[nodiscard]] bool is_something_else(std::size_t first, std::size_t last) const;
  [[nodiscard]] bool is_needing(std::size_t i) const;
  /// The next sentence begins with "He" or "She", or a verb of one person is followed by "his" or "her".
  [[nodiscard]] bool is_pronoun_next(std::size_t last) const;
  [[nodiscard]] bool is_signature(std::size_t first, std::size_t last) const;

 private:
  [[nodiscard]] bool is_kin(std::size_t i) const;
  [[nodiscard]] bool is_brandlike(std::size_t first, std::size_t last) const;
  [[nodiscard]] bool is_finite(std::size_t i) const;
  [[nodiscard]] bool is_part_of_thing(std::size_t first, std::size_t last) const;
  [[nodiscard]] bool is_home_before(std::size_t i) const;
  [[nodiscard]] bool is_house_after(std::size_t first, std::size_t last) const;
  [[nodiscard]] bool is_small_number(std::size_t i) const;

  const NameWords& words_;
  const NameLists& lists_;
};

}  // namespace careportal_lint
