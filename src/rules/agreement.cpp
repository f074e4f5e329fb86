#include "rules/agreement.h"

#include <algorithm>
#include <array>

#include "rules/rewrite_words.h"
#include "text/english.h"

namespace careportal_lint {
namespace {

// The verbs that rewrites begin with.
struct Verb {
  std::string_view base;
  std::string_view third;       // she ...
  std::string_view many;        // they ...
  std::string_view past;        // of one
  std::string_view past_many;   // of several
  std::string_view participle;  // has ...
};

constexpr auto kVerbs = std::to_array<Verb>({
    {"be", "is", "are", "was", "were", "been"},
    {"have", "has", "have", "had", "had", "had"},
    {"do", "does", "do", "did", "did", "done"},
    {"need", "needs", "need", "needed", "needed", "needed"},
    {"want", "wants", "want", "wanted", "wanted", "wanted"},
    {"go", "goes", "go", "went", "went", "gone"},
    {"come", "comes", "come", "came", "came", "come"},
    {"get", "gets", "get", "got", "got", "gotten"},
    {"make", "makes", "make", "made", "made", "made"},
    {"keep", "keeps", "keep", "kept", "kept", "kept"},
    {"live", "lives", "live", "lived", "lived", "lived"},
    {"stay", "stays", "stay", "stayed", "stayed", "stayed"},
    {"move", "moves", "move", "moved", "moved", "moved"},
    {"meet", "meets", "meet", "met", "met", "met"},
    {"start", "starts", "start", "started", "started", "started"},
    {"finish", "finishes", "finish", "finished", "finished", "finished"},
    {"lose", "loses", "lose", "lost", "lost", "lost"},
    {"receive", "receives", "receive", "received", "received", "received"},
    {"take", "takes", "take", "took", "took", "taken"},
    {"work", "works", "work", "worked", "worked", "worked"},
});

const Verb* find_verb(std::string_view word) {
  const auto* const verb = std::find_if(kVerbs.begin(), kVerbs.end(), [&](const Verb& entry) {
    return word == entry.third || word == entry.many || word == entry.past || word == entry.past_many;
  });
  return verb == kVerbs.end() ? nullptr : verb;
}

bool is_past(const Verb& verb, std::string_view word) { return word == verb.past || word == verb.past_many; }

bool is_be(std::string_view word) { return is_in(word, {"is", "are", "was", "were", "am", "isn't", "aren't", "wasn't", "weren't"}); }

bool is_have(std::string_view word) { return is_in(word, {"has", "have", "had", "having"}); }

// The bare form of a verb follows.
bool asks_for_base(std::string_view word) {
  return is_in(word, {"will", "would", "can", "could", "should", "may", "might", "must", "to", "did", "didn't", "doesn't", "don't", "won't",
                      "can't", "couldn't", "wouldn't", "shouldn't", "cannot"});
}

bool is_passed_over(std::string_view word) {
  return is_in(word, {"also", "still", "just", "now", "really", "always", "recently", "currently", "already", "often"});
}

bool links(std::string_view word) { return is_in(word, {"and", "&", "n", "plus"}); }

enum class Number : unsigned char { unknown, one, several };

// Are the last of `words` one or several? Only where they tell.
Number number_of(const std::vector<std::string>& words, std::size_t count) {
  while (count > 0 && is_passed_over(words[count - 1])) --count;
  if (count == 0) return Number::unknown;
  const std::string& last = words[count - 1];
  if (is_in(last, {"they", "we", "you", "both", "all", "these", "those"})) return Number::several;
  if (is_in(last, {"she", "he", "it", "nobody", "everyone", "everybody"})) return Number::one;
  // "one of the children", "mom and dad", "each of her sons"
  const std::size_t from = count > 5 ? count - 5 : 0;
  for (std::size_t i = from; i + 1 < count; ++i) {
    if (words[i] == "of" && i > 0 && is_in(words[i - 1], {"one", "each", "neither", "either", "none"})) return Number::one;
  }
  const bool noun = is_in(last, {"mom",     "mother",      "dad",    "father",    "child",    "boy",     "girl",   "baby",       "family",
                                 "grandma", "grandmother", "aunt",   "uncle",     "sister",   "brother", "son",    "teen",       "youth",
                                 "parent",  "caregiver",   "person", "grandpa",   "cousin",   "niece",   "nephew", "client",     "toddler",
                                 "house",   "home",        "place",  "apartment", "daughter", "kid",     "mama",   "grandfather"});
  const bool nouns = is_in(last, {"kids", "kiddos", "children", "parents", "boys", "girls", "siblings", "twins", "sisters", "brothers",
                                  "sons", "daughters", "teens", "babies", "families", "grandparents", "people", "sibs", "toddlers"});
  if (nouns) return Number::several;
  if (!noun) return Number::unknown;
  // "and" right before it, or before its determiner: there is another one before that ("mom and her boyfriend")
  for (std::size_t back = 2; back <= 3 && back <= count; ++back) {
    if (links(words[count - back])) return count > back ? Number::several : Number::unknown;
  }
  return Number::one;
}

std::string joined(std::string_view first, std::string_view rest) {
  std::string out(first);
  if (!out.empty() && !rest.empty()) out += ' ';
  return out += rest;
}

// The form of `verb` for the subject at the end of the first `count` words.
std::optional<std::string_view> form_for(const Verb& verb, std::string_view now, const std::vector<std::string>& words, std::size_t count) {
  const Number number = number_of(words, count);
  if (number == Number::unknown) return std::nullopt;
  if (is_past(verb, now)) return number == Number::one ? verb.past : verb.past_many;
  return number == Number::one ? verb.third : verb.many;
}

}  // namespace

std::string_view verb_for(std::string_view word, bool many) {
  if (is_in(word, {"is", "are"})) return many ? "are" : "is";
  if (is_in(word, {"was", "were"})) return many ? "were" : "was";
  if (is_in(word, {"has", "have"})) return many ? "have" : "has";
  if (is_in(word, {"does", "do"})) return many ? "do" : "does";
  if (is_in(word, {"isn't", "aren't"})) return many ? "aren't" : "isn't";
  if (is_in(word, {"doesn't", "don't"})) return many ? "don't" : "doesn't";
  return {};
}

bool is_verb_form(std::string_view word) {
  return is_be(word) || is_have(word) ||
         is_in(word, {"would", "will", "could", "can", "should", "needs", "wants", "doesn't", "won't", "can't"});
}

std::optional<Agreed> agree(const std::vector<std::string>& before, std::string_view rewrite) {
  if (before.empty()) return std::nullopt;
  const std::size_t end = std::min(rewrite.find(' '), rewrite.size());
  const std::string_view first = rewrite.substr(0, end);
  const std::string_view rest = end < rewrite.size() ? rewrite.substr(end + 1) : std::string_view();
  if (first == "extra" && is_be(before.back()) && before.back() != "am") {  // "is [extra needs]"
    const bool many = before.back() == "are" || before.back() == "were";
    const bool past = before.back().starts_with("was") || before.back().starts_with("were");
    return Agreed{joined(past ? "had" : many ? "have" : "has", rewrite), true};
  }
  if (before.size() > 1 && before.back() == "got" && (before[before.size() - 2].ends_with("'s") || is_have(before[before.size() - 2])) &&
      is_have(first)) {
    return Agreed{std::string(rest)};  // "he's got [has extra needs]"
  }
  const Verb* const verb = find_verb(first);
  const bool could = first == "could" && rest.starts_with("use ");
  if (rest.empty() || (verb == nullptr && !could)) return std::nullopt;  // one word may be a noun ("work") or a spelling

  std::size_t count = before.size();
  while (count > 1 && is_passed_over(before[count - 1])) --count;
  const std::string& last = before[count - 1];
  const bool next_to = count == before.size();

  if (asks_for_base(last)) {
    if (could) return Agreed{joined("need", rest.substr(4))};
    return first == verb->base ? std::nullopt : std::optional(Agreed{joined(verb->base, rest)});
  }
  if (is_be(last)) {
    if (first == "moved" || (first == "kept" && rest.starts_with("private"))) return std::nullopt;  // "was moved to a new home"
    if (!could && verb->base == "be") return Agreed{std::string(rest)};
    if (!next_to) return std::nullopt;
    if (could) return Agreed{std::string(rewrite), true};
    const auto form = form_for(*verb, first, before, count - 1);
    return Agreed{joined(form.value_or(first), rest), true};
  }
  if (is_have(last)) {
    if (could) return next_to ? std::optional(Agreed{std::string(rewrite), true}) : std::nullopt;
    if (verb->base == "have" && first != "had") return Agreed{std::string(rest)};
    if (verb->base == "need" && next_to) return Agreed{std::string(rewrite), true};
    if (last == "had" && first == "had") return Agreed{std::string(rest)};
    return first == verb->participle ? std::nullopt : std::optional(Agreed{joined(verb->participle, rest)});
  }
  if (could) return std::nullopt;
  const auto form = form_for(*verb, first, before, count);
  if (!form || *form == first) return std::nullopt;
  return Agreed{joined(*form, rest)};
}

}  // namespace careportal_lint
