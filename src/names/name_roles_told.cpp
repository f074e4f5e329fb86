// What the words around a name tell of who it is, and that it holds wherever the name stands.
#include <algorithm>
#include <iterator>

#include "names/name_roles.h"
#include "names/name_runs.h"

namespace careportal_lint {
namespace {

// Who is somebody whose relatives are told: "Fatuma's kids", "Elijah's guardian".
struct Opposite {
  std::string_view relative;  ///< role of the relative
  std::string_view role;      ///< empty: mom or dad
};
constexpr Opposite kOpposites[] = {
    {"the children", ""},
    {"her son", ""},
    {"her daughter", ""},
    {"the child", ""},
    {"the baby", ""},
    {"the family", ""},
    {"her husband", "mom"},
    {"his wife", "dad"},
    {"mom", "the child"},
    {"dad", "the child"},
    {"the parents", "the child"},
    {"the grandmother", "the child"},
    {"the grandfather", "the child"},
    {"the caregiver", "the child"},
    {"the child's teacher", "the child"},
    {"the child's coach", "the child"},
    {"a brother", "the child"},
    {"a sister", "the child"},
};

}  // namespace

// "Mr. Haroun, the social worker", "Jessica (mom)", "Dawn is her landlord": the role told after the name.
std::string_view NameRoles::role_after(const NameCandidate& candidate) const {
  if (words_[candidate.last].possessive) return {};
  std::size_t i = candidate.last + 1;
  if (i >= words_.size()) return {};
  const std::string_view sign = words_.gap(candidate.last);
  if (sign == " (" || sign == ", " || sign == " - ") {
  } else if (sign == " " && (words_[i].lower == "is" || words_[i].lower == "was")) {
    ++i;
  } else {
    return {};
  }
  bool determined = sign == " (";
  // "is her landlord", but not "is raising his grandson"
  if (sign == " " && i < words_.size() && !words_[i].is(WordGroup::determiner) && !words_[i].is(WordGroup::bare_kin)) return {};
  for (std::size_t steps = 0; i < words_.size() && steps < 4; ++i, ++steps) {
    if (words_[i].possessive && determined) return {};  // "is her sister's landlord" tells of two
    const std::string_view role = words_[i].is(WordGroup::kin) ? lists_.roles.find(words_[i].lower) : std::string_view();
    if (!role.empty() && !words_[i].possessive) return determined || words_[i].is(WordGroup::bare_kin) ? role : std::string_view();
    determined = determined || words_[i].is(WordGroup::determiner);
    if (!words_.near(i)) break;
  }
  return {};
}

// Who has kids is a parent, and who has a mom is a child: "Fatuma's kids", "Elijah's guardian", "Htoo Paw and her family".
std::string_view NameRoles::role_by_relatives(const NameCandidate& candidate) const {
  const std::size_t next = candidate.last + 1;
  if (next >= words_.size() || !words_.near(candidate.last)) return {};
  bool she = false;
  bool he = false;
  std::size_t i = next;
  if (!words_[candidate.last].possessive) {
    for (std::size_t w = next; w < words_.size() && w < next + 4 && words_.near(w - 1); ++w) {
      if (w > next && words_[w].is(WordGroup::birth)) return "mom";
      if (!words_[w].is(WordGroup::bearing)) break;
    }
    if (words_[i].lower != "and" || !words_.near(i) || i + 2 >= words_.size()) return {};
    ++i;
    she = words_[i].lower == "her";
    he = words_[i].lower == "his";
    if (!she && !he) return {};
    ++i;
  }
  for (std::size_t steps = 0; i < words_.size() && steps < 3 && words_.near(i - 1); ++i, ++steps) {
    const std::string_view role = words_[i].is(WordGroup::kin) ? lists_.roles.find(words_[i].lower) : std::string_view();
    if (words_[i].is(WordGroup::sibling) || words_[i] == "twin" || words_[i] == "sibling") return "the child";
    if (words_[i].lower == "law" || (i + 1 < words_.size() && words_.gap(i) == "-")) return {};  // "mother-in-law"
    if (role.empty()) continue;
    if (words_[candidate.last].possessive && role.starts_with("a ")) return {};  // grown people have sisters, too
    const auto* const found =
        std::find_if(std::begin(kOpposites), std::end(kOpposites), [&](const Opposite& one) { return one.relative == role; });
    if (found == std::end(kOpposites) || !found->role.empty()) return found == std::end(kOpposites) ? std::string_view() : found->role;
    return she ? "mom" : he ? "dad" : std::string_view();
  }
  return {};
}

// "Khadijah, 9," and "Leo (4)"
bool NameRoles::is_young(const NameCandidate& candidate) const {
  std::size_t next = candidate.last + 1;
  if (next + 1 < words_.size() && (words_[next].lower == "age" || words_[next].lower == "aged")) ++next;
  // "Lot is 3.", but not "is 7 months pregnant"
  if (next + 1 < words_.size() && words_.near(next) && (words_[next] == "is" || words_[next] == "turned")) {
    const NameItem& follows = words_.after(next + 1);
    if (!follows.empty() && (!follows.is(WordGroup::after_age) || follows == "months" || follows == "mos" || follows == "weeks"))
      return false;
    ++next;
  }
  if (next >= words_.size() || words_[next].shape != Shape::digits) return false;
  const std::string_view gap = words_.gap(next - 1);
  const std::string_view number = words_.written(next);
  return (gap == ", " || gap == " (" || gap == " - " || gap == " ") && (number.size() == 1 || (number.size() == 2 && number < "18"));
}

// "Worker: S. Delgado", "call me, Dawn,", "this is Carla"
std::string_view NameRoles::role_before(const NameCandidate& candidate) const {
  const std::size_t i = candidate.first;
  if (i < 2) return {};
  if (words_.gap(i - 1) == ", " && words_[i - 1] == "me") return "the caseworker";
  if (words_.before(i) == "is" && words_.before(i - 1) == "this") return "the caseworker";
  const bool initial = words_[i - 1].lower.size() == 1 && words_.gap(i - 1) == ". " && words_.gap(i - 2) == ": ";
  return initial ? lists_.roles.find(words_[i - 2].lower) : std::string_view();
}

// What is told of a name in one place holds in the others.
void NameRoles::share_roles(std::vector<NameCandidate>& candidates) const {
  struct Told {
    std::string_view name;
    bool junior = false;  ///< "Roberto Jr" is not Roberto
    std::string_view role;
  };
  std::vector<Told> told;
  const auto told_of = [&](const NameCandidate& candidate) {
    return std::find_if(told.begin(), told.end(), [&](const Told& one) {
      return one.name == words_[candidate.first].lower && one.junior == is_suffix(words_[candidate.last].lower);
    });
  };
  const auto tell = [&](const NameCandidate& candidate) {
    if (told_of(candidate) == told.end())
      told.push_back({words_[candidate.first].lower, is_suffix(words_[candidate.last].lower), candidate.role});
  };
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    NameCandidate& candidate = candidates[i];
    if (candidate.role.empty()) candidate.role = role_after(candidate);
    if (candidate.role.empty()) candidate.role = role_by_relatives(candidate);
    if (candidate.role.empty()) candidate.role = role_before(candidate);
    if (candidate.role.empty() && is_young(candidate)) candidate.role = "the child";
    // "she has Leo, Mia and Kash"
    if (candidate.role.empty() && candidate.linked && i > 0 && candidate.lead == kNoWord && candidates[i - 1].role == "the children")
      candidate.role = candidates[i - 1].role;
    const bool list = i + 1 < candidates.size() && candidates[i + 1].linked && candidates[i + 1].lead == kNoWord;
    if (candidate.role.empty() && list && candidate.lead == kNoWord) {
      const Hints hint = hints({words_.range(candidate.first).begin, words_.range(candidate.last).end});
      if (words_.before(candidate.first).is(WordGroup::raises) || (hint.child && !hint.grown)) candidate.role = "the children";
    }
    if (!candidate.role.empty()) tell(candidate);
  }
  for (NameCandidate& candidate : candidates) {
    if (!candidate.role.empty()) continue;
    const auto found = told_of(candidate);
    if (found != told.end()) candidate.role = found->role;
  }
}

}  // namespace careportal_lint
