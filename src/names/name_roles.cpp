#include "names/name_roles.h"

#include <algorithm>

#include "names/name_runs.h"
#include "text/english.h"

namespace careportal_lint {

std::vector<PersonName> NameRoles::describe(std::vector<NameCandidate> candidates) const {
  share_roles(candidates);
  std::vector<PersonName> out;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    std::size_t last = i;
    while (last + 1 < candidates.size()) {
      const NameCandidate& next = candidates[last + 1];
      const std::size_t between = next.first - candidates[last].last - 1;
      const std::string_view sign = words_.gap(candidates[last].last);
      const bool by_sign = between == 0 && (sign == ", " || sign == " & " || sign == "/");
      // "kids nyla nyjah and marlon"
      const bool in_row = between == 0 && sign == " " && !words_[next.first].capital && next.lead == kNoWord &&
                          words_[next.first].facts.given_tier() != 0 && !words_[candidates[last].last].possessive;
      const bool by_and = between == 1 && words_[next.first - 1].shape != Shape::digits && words_.near(next.first - 1);
      const bool side_by_side = next.linked && next.lead == kNoWord && !words_[candidates[last].last].possessive && (by_sign || by_and);
      if (!side_by_side && !in_row) break;
      ++last;
    }
    out.push_back(last == i ? describe_one(candidates[i]) : describe_list(candidates[i], candidates[last]));
    for (std::size_t c = i; c <= last; ++c) out.back().score = std::max(out.back().score, candidates[c].score);
    // "The Reyes kids, Yahir and Dulce,": one place, told by its first part
    if (out.size() > 1 && out.back().range.begin < out[out.size() - 2].range.end) {
      const PersonName part = std::move(out.back());
      out.pop_back();
      out.back().range.end = std::max(out.back().range.end, part.range.end);
      out.back().name.end = std::max(out.back().name.end, part.name.end);
      out.back().score = std::max(out.back().score, part.score);
    }
    i = last;
  }
  return out;
}

NameRoles::Hints NameRoles::hints(Range name) const {
  Hints out;
  const Document& document = words_.document();
  const Range sentence = document.scope(Scope::sentence, name);
  for (std::size_t w = document.word_at(sentence.begin); w < words_.size() && words_.range(w).begin < sentence.end; ++w) {
    const NameItem& word = words_[w];
    out.child = out.child || word.is(WordGroup::child_words);
    out.grown = out.grown || word.is(WordGroup::grown);
    out.she = out.she || word.is(WordGroup::she);
    out.he = out.he || word.is(WordGroup::he);
  }
  return out;
}

// "her supervisor Mr. Haas", "Faith's teacher, Mrs. Quackenbush,": the word before the title, or kNoWord.
std::size_t NameRoles::kin_before_title(const NameCandidate& candidate) const {
  const std::size_t title = candidate.lead;
  if (title == kNoWord || title == 0 || title + 1 != candidate.first || !words_[title].is(WordGroup::titles))
    return kNoWord;  // "brother" tells a role of its own
  if (!words_[title].is(WordGroup::polite)) return kNoWord;
  const std::string_view gap = words_.gap(title - 1);
  const NameItem& before = words_[title - 1];
  if ((gap != " " && gap != ", ") || before.possessive || before.is(WordGroup::titles) || before.is(WordGroup::plurals) ||
      !before.is(WordGroup::kin) || before.lower.size() < 3 || before.is(WordGroup::acronyms))
    return kNoWord;
  return title - 1;
}

// The kin word goes with the name where what is left makes sense: "her son Mateo", "her son, Mateo,", "a boy named Finn".
bool NameRoles::takes_in_lead(const NameCandidate& candidate) const {
  if (candidate.lead == kNoWord) return false;
  const std::size_t lead = candidate.lead;
  const std::string_view gap = words_.gap(lead);
  if (words_[lead].lower == "law") return false;           // "her brother in law Rusty"
  if (words_[lead].is(WordGroup::acronyms)) return false;  // "FCM Kowalczyk": the acronym is told on its own
  if (lead + 1 == candidate.first) return is_enclosed(candidate) || gap == " " || gap == ". " || gap == ", " || gap == "-";
  const NameItem& between = words_[lead + 1];
  return lead + 2 == candidate.first && (between == "named" || between == "called" || between == "nicknamed" || between == "name");
}

// "his sister (Leona)"
bool NameRoles::is_enclosed(const NameCandidate& candidate) const {
  return words_.gap(candidate.lead) == " (" && words_.gap(candidate.last).starts_with(")");
}

// "her son, Mateo, loves": the second comma goes with the name.
void NameRoles::take_in_comma(const NameCandidate& candidate, Range& range) const {
  const std::string_view text = words_.document().text();
  if (words_[candidate.last].lower.size() == 1 && range.end < text.size() && text[range.end] == '.') ++range.end;  // "Tamika R."
  if (words_.gap(candidate.lead) == ", " && range.end < text.size() && text[range.end] == ',') ++range.end;
  if (is_enclosed(candidate)) ++range.end;
}

// "Her name is Latoya"
bool NameRoles::after_name_is(const NameCandidate& candidate) const {
  if (candidate.first < 2 || !words_.near(candidate.first - 1) || !words_.near(candidate.first - 2)) return false;
  const NameItem& verb = words_[candidate.first - 1];
  return (verb == "is" || verb == "was") && words_[candidate.first - 2].lower == "name";
}

// "J. Thompson", "Mr. and Mrs. Haroun": the letter and the first title go with the name.
void NameRoles::take_in_initials(const NameCandidate& candidate, Range& range) const {
  std::size_t i = candidate.first;
  if (words_.before(i).is(WordGroup::big) && words_[i - 1].capital == words_[i].capital && !stands_alone(i - 1))
    range.begin = words_.range(i - 1).begin;  // "Big Tony"
  const bool title = candidate.lead != kNoWord && candidate.lead + 1 == i;
  if (title) {
    if (couple_begin(candidate) != kNoWord) range.begin = words_.range(couple_begin(candidate)).begin;
    return;
  }
  if (i == 0 || words_[i - 1].lower.size() != 1 || !words_[i - 1].capital || words_[i - 1].lower == "i" || words_[i - 1].lower == "a")
    return;
  if (words_.gap(i - 1) == ". " || words_.near(i - 1)) range.begin = words_.range(i - 1).begin;
}

// "Robert Hale Jr. is two", "Robert "Bubba"": the full stop and the second quote belong to the name.
void NameRoles::take_in_signs(const NameCandidate& candidate, Range& range) const {
  const std::string_view text = words_.document().text();
  if (range.end >= text.size()) return;
  const NameItem& last = words_[candidate.last];
  const bool suffix = last == "jr" || last == "sr" || (last.lower.size() == 1 && candidate.last > candidate.first);
  if (suffix && text[range.end] == '.' && range.end + 2 < text.size() &&
      (text[range.end + 1] == ',' || (text[range.end + 1] == ' ' && (text[range.end + 2] == '(' || is_lower(text[range.end + 2])))))
    ++range.end;
  const bool quoted =
      candidate.last > candidate.first && (words_.gap(candidate.last - 1) == " \"" || words_.gap(candidate.last - 1) == " '");
  if (quoted && text[range.end] == words_.gap(candidate.last - 1).back()) ++range.end;
}

// "Mia (mom)", "Hodan, the mom, is": who it is stands there already. Of "Earl (PGF)" the acronym is told on its own.
void NameRoles::take_in_apposition(const NameCandidate& candidate, Range& range) const {
  const std::size_t next = candidate.last + 1;
  if (words_.gap(candidate.last) == " (" && words_.gap(next).starts_with(")")) {
    if (words_[next].shape == Shape::upper) return;
    range.end = words_.range(next).end + 1;
  } else if (words_.gap(candidate.last) == ", " && words_.after(next).is(WordGroup::kin) && words_[next].is(WordGroup::determiner) &&
             words_.gap(next + 1) == ", ") {
    range.end = words_.range(next + 1).end + 1;
  }
}

// "Mr. and Mrs. Haroun", "Mr. & Mrs. Haroun": the first title, or kNoWord
std::size_t NameRoles::couple_begin(const NameCandidate& candidate) const {
  const std::size_t i = candidate.lead;
  if (i == kNoWord || i + 1 != candidate.first || i == 0) return kNoWord;
  const std::size_t first = words_[i - 1] == "and" ? i - 2 : i - 1;
  if (first >= i || (first == i - 1 && words_.gap(first) != " & " && words_.gap(first) != ". & ")) return kNoWord;
  return words_[first].is(WordGroup::strict_title) && words_.same_line(first) ? first : kNoWord;
}

bool NameRoles::after_is(const NameCandidate& candidate) const {
  if (candidate.lead == kNoWord || candidate.lead + 2 != candidate.first) return false;
  const NameItem& between = words_[candidate.lead + 1];
  return between == "is" || between == "are" || between == "was" || between == "were";
}

bool NameRoles::is_vague(std::string_view role) const {
  return std::find(lists_.vague.begin(), lists_.vague.end(), role) != lists_.vague.end();
}

// The kin word has its article, or needs none.
bool NameRoles::stands_alone(std::size_t lead) const {
  if (words_[lead].is(WordGroup::bare_kin)) return true;
  if (words_.before(lead).is(WordGroup::kind_of_kin)) return true;
  for (std::size_t i = lead; i > 0 && lead - i < 4 && words_.near(i - 1); --i) {
    if (words_[i - 1].is(WordGroup::determiner) || words_[i - 1].possessive) return true;
  }
  return false;
}

PersonName NameRoles::describe_one(NameCandidate candidate) const {
  const std::size_t before_title = kin_before_title(candidate);
  PersonName out;
  out.name = {words_.range(candidate.first).begin, words_.range(candidate.last).end};
  out.range = out.name;
  out.score = candidate.score;
  const bool owner = words_[candidate.last].possessive;
  const auto add = [&](std::string_view role) {
    std::string text = owner && !role.empty() ? possessive(role) : std::string(role);
    if (!text.empty() && std::find(out.say.begin(), out.say.end(), text) == out.say.end()) out.say.push_back(std::move(text));
  };

  const NameItem& after = words_.after(candidate.last);
  const bool family = words_[candidate.last].surnames || (!owner && after.is(WordGroup::families));
  if (family) {
    // "the Okafor family" -> "the family"
    if (after.is(WordGroup::families)) out.range.end = words_.range(candidate.last + 1).end;
    const bool together =
        after == "family" || after == "families" || after == "household" || after == "residence" || after == "home" || after == "case";
    if (together || !after.is(WordGroup::families)) {
      add(words_[candidate.last].surnames && !together && !owner ? "the family members" : "the family");
    } else {
      add("the children");
    }
    return out;
  }

  const std::string_view told = role_after(candidate);
  if (before_title != kNoWord) {
    const std::string_view noun = words_[before_title].lower;
    out.range.begin = words_.range(before_title).begin;
    if (words_.gap(before_title) == ", " && out.range.end < words_.document().text().size() &&
        words_.document().text()[out.range.end] == ',')
      ++out.range.end;
    add(noun);
    add(lists_.roles.find(noun));
    if (out.say.size() < 3) add("the family");
    return out;
  }
  const bool title = candidate.lead != kNoWord && words_[candidate.lead].is(WordGroup::titles);
  if (couple_begin(candidate) != kNoWord) candidate.role = "the caregivers";
  if (takes_in_lead(candidate)) {
    const NameItem& item = words_[candidate.lead];
    const std::string_view lead = item.lower;
    out.range.begin = words_.range(candidate.lead).begin;
    take_in_comma(candidate, out.range);
    // "her therapist" would tell of a service
    const bool helper = lists_.roles.find(lead) == "a worker who helps the family";
    const bool noun =
        lead.size() > 3 && !helper && stands_alone(candidate.lead) && item.is(WordGroup::kin) && !(title && is_vague(candidate.role));
    if (noun || item.is(WordGroup::bare_kin)) add(lead == "oldest" ? "oldest child" : lead == "youngest" ? "youngest child" : lead);
  }
  if (after_name_is(candidate)) add("kept private");
  if (candidate.first > 0 && words_.near(candidate.first - 1) && candidate.lead == kNoWord &&
      (words_[candidate.first - 1].lower == "named" || words_[candidate.first - 1].lower == "called")) {
    out.range.begin = words_.range(candidate.first - 1).begin;  // "is named Journey" -> "is the child"
  }
  take_in_initials(candidate, out.range);
  take_in_signs(candidate, out.range);
  // "PGM Loretta took them in": with the name left out the sentence is whole
  if (candidate.lead != kNoWord && candidate.lead + 1 == candidate.first && words_.near(candidate.lead) &&
      words_[candidate.lead].is(WordGroup::acronyms) && !owner) {
    out.say.emplace_back();
  }
  if (after_is(candidate)) {  // "Dad is Tyrell": not "dad is dad"
    const bool parent = candidate.role == "mom" || candidate.role == "dad";
    const bool child = candidate.role == "the child" || candidate.role == "the children";
    add(parent ? "the parent" : child ? "the child" : "a contact of the family");
  }
  if (!told.empty()) take_in_apposition(candidate, out.range);
  const bool plural = candidate.role.starts_with("the ") && (candidate.role.ends_with("s") || candidate.role == "the children");
  if (plural && candidate.lead == kNoWord && told.empty()) {
    if (candidate.role == "the children" && is_young(candidate)) add("the child");
    add("one of " + std::string(candidate.role));
    candidate.role = candidate.role == "the children" ? "the child" : "the caregiver";
  }
  // "her brother Leo" is "the brother" in the next sentence
  const std::string again = candidate.lead == kNoWord && candidate.role.starts_with("a ") && told.empty()
                                ? "the " + std::string(candidate.role.substr(2))
                                : std::string();
  if (again == "the brother" || again == "the sister" || again == "the cousin" || again == "the partner") candidate.role = again;
  add(told);
  if (!is_vague(candidate.role)) add(candidate.role);
  const Hints hint = hints(out.name);
  if (candidate.role.empty() && !title) {
    if ((hint.child && !hint.grown) || is_young(candidate)) {
      add("the child");
      add("one of the children");
    } else if (hint.she != hint.he && hint.grown) {
      add(hint.she ? "mom" : "dad");
    }
  }
  add(candidate.role);
  if (out.say.empty()) add("the caregiver");
  if (out.say.size() < 3) add(title ? "a worker" : "the child");
  if (out.say.size() < 3) add("the family");
  return out;
}

// "the siblings Aiden, Mia and Leo" -> "the siblings"; "Aiden, Mia and Leo" -> "the children".
PersonName NameRoles::describe_list(const NameCandidate& first, const NameCandidate& last) const {
  PersonName out;
  out.name = {words_.range(first.first).begin, words_.range(last.last).end};
  out.range = out.name;
  const bool owner = words_[last.last].possessive;
  const auto add = [&](std::string_view text) { out.say.push_back(owner ? possessive(text) : std::string(text)); };
  const Hints hint = hints(out.name);
  if (takes_in_lead(first) && words_[first.lead].is(WordGroup::plurals)) {
    out.range.begin = words_.range(first.lead).begin;
    take_in_comma(first, out.range);
    add(words_[first.lead].lower);
  } else if (first.lead != kNoWord && !words_[first.lead].is(WordGroup::plurals) && first.role != "the child") {
    const bool parent = first.role == "mom" || first.role == "dad";
    if (takes_in_lead(first)) out.range.begin = words_.range(first.lead).begin;
    if (parent) add("the parents");
  }
  const bool children = first.role == "the children" || words_.before(first.first).is(WordGroup::raises);
  const bool grown = hint.grown && !hint.child && !children;
  const NameItem& verb = words_.after(last.last);
  if (grown && first.role.empty() && (verb.is(WordGroup::plain_verbs) || verb.is(WordGroup::human_verbs))) add("the caregivers");
  for (const char* text : {grown ? "the family" : "the children", grown ? "the children" : "the family"}) {
    if (std::find(out.say.begin(), out.say.end(), text) == out.say.end()) add(text);
  }
  return out;
}

}  // namespace careportal_lint
