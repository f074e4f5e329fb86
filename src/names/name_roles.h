// Who is it? From names found to what a rewrite says instead of them.
#pragma once

#include <vector>

#include "names/name_candidate.h"
#include "names/name_finder.h"
#include "names/name_words.h"

namespace careportal_lint {

class NameRoles {
 public:
  NameRoles(const NameWords& words, const NameLists& lists) : words_(words), lists_(lists) {}

  /// Names of one list that nothing stands between become one finding.
  [[nodiscard]] std::vector<PersonName> describe(std::vector<NameCandidate> candidates) const;

 private:
  struct Hints {
    bool child = false;
    bool grown = false;
    bool she = false;
    bool he = false;
  };
  [[nodiscard]] Hints hints(Range name) const;
  [[nodiscard]] PersonName describe_one(NameCandidate candidate) const;
  [[nodiscard]] PersonName describe_list(const NameCandidate& first, const NameCandidate& last) const;
  [[nodiscard]] std::string_view role_after(const NameCandidate& candidate) const;
  [[nodiscard]] std::string_view role_before(const NameCandidate& candidate) const;
  [[nodiscard]] std::string_view role_by_relatives(const NameCandidate& candidate) const;
  [[nodiscard]] std::size_t kin_before_title(const NameCandidate& candidate) const;
  void share_roles(std::vector<NameCandidate>& candidates) const;
  [[nodiscard]] bool takes_in_lead(const NameCandidate& candidate) const;
  [[nodiscard]] bool after_is(const NameCandidate& candidate) const;
  [[nodiscard]] bool after_name_is(const NameCandidate& candidate) const;
  [[nodiscard]] bool is_enclosed(const NameCandidate& candidate) const;
  void take_in_signs(const NameCandidate& candidate, Range& range) const;
  [[nodiscard]] std::size_t couple_begin(const NameCandidate& candidate) const;
  void take_in_apposition(const NameCandidate& candidate, Range& range) const;
  void take_in_initials(const NameCandidate& candidate, Range& range) const;
  [[nodiscard]] bool is_young(const NameCandidate& candidate) const;
  void take_in_comma(const NameCandidate& candidate, Range& range) const;
  [[nodiscard]] bool stands_alone(std::size_t lead) const;
  [[nodiscard]] bool is_vague(std::string_view role) const;

  const NameWords& words_;
  const NameLists& lists_;
};

}  // namespace careportal_lint
