#include "rules/subjects.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "rules/agreement.h"
#include "rules/clauses.h"

namespace careportal_lint {
namespace {

enum class Number : std::uint8_t { unknown, one, many };

std::string with_s(const std::string& base) {
  const auto ends = [&](std::string_view ending) { return base.ends_with(ending); };
  if (ends("y") && base.size() > 1 && std::string_view("aeiou").find(base[base.size() - 2]) == std::string_view::npos)
    return base.substr(0, base.size() - 1) + "ies";
  return base + (ends("s") || ends("x") || ends("z") || ends("sh") || ends("ch") || ends("o") ? "es" : "s");
}

// "carries" -> "carry", "wishes" -> "wish", "needs" -> "need"
std::string without_s(const std::string& word) {
  for (const auto& [ending, instead] :
       std::to_array<std::pair<std::string_view, std::string_view>>({{"ies", "y"}, {"es", ""}, {"s", ""}})) {
    if (!word.ends_with(ending)) continue;
    const std::string base = word.substr(0, word.size() - ending.size()) + std::string(instead);
    if (WordClassTable::embedded().find(base).has(WordClass::verb) && with_s(base) == word) return base;
  }
  return {};
}

// The other form of "is", "have", "don't" and the like, also as people type them ("dont"); none of other verbs and of the right form.
std::string other_form(const std::string& verb, bool many) {
  for (const std::string_view ending : {"n't", "nt", ""}) {
    if (!verb.ends_with(ending)) continue;
    const std::string positive = verb.substr(0, verb.size() - ending.size());
    const std::string_view form = verb_for(positive, many);
    if (!form.empty()) return form == positive ? std::string() : std::string(form) + (ending.empty() ? "" : "n't");
  }
  return {};
}

class SubjectReader {
 public:
  SubjectReader(const ClauseWords& words, const TextTable& any_number) : words_(words), any_number_(any_number), reader_(words, thought_) {}

  void find(std::vector<WrongNumber>& out) {
    out.clear();
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (i == 0 || words_.gap(i) == Gap::stop || words_.gap(i) == Gap::tight) {
        thought_.begin = i;
        has_clause_ = false;
      }
      const std::optional<Clause> clause = subject_may_begin(i) ? clause_at(i) : std::nullopt;
      if (!clause) {
        has_clause_ = has_clause_ || words_.is_finite(i);
        continue;
      }
      has_clause_ = true;
      if (std::string right = right_form(i, *clause); !right.empty()) out.push_back({words_.in_draft(clause->verb), std::move(right)});
      if (number_of(i, clause->verb) == Number::one) check_second_verb(clause->verb, out);
      i = clause->verb;
    }
  }

 private:
  // Neither in a question nor where the words before could be part of the subject or take it as their object.
  [[nodiscard]] bool subject_may_begin(std::size_t i) const {
    if (i == 0) return true;
    if (words_.gap(i) != Gap::blank) return false;
    const bool pronoun = words_[i] == ClauseWord::subject;
    switch (words_[i - 1]) {
      case ClauseWord::opens:
      case ClauseWord::so: return true;
      case ClauseWord::reports:
      case ClauseWord::reported: return pronoun;               // but "heard the girl sing"
      case ClauseWord::ties: return pronoun || has_clause_;    // but "all but the boys"
      case ClauseWord::and_or: return pronoun && has_clause_;  // but "mom and he"
      case ClauseWord::adverb: return i == 1;                  // "Now she"
      default: return false;
    }
  }

  [[nodiscard]] std::optional<Clause> clause_at(std::size_t i) const {
    if (std::optional<Clause> clause = reader_.clause_at(i)) return clause;
    // "Hodan have": a name begins the sentence
    const bool name = i == 0 && words_.is_capitalized(i) && words_.classes(i).bits() == 0 && words_[i] == ClauseWord::other &&
                      words_.lower(i).find('\'') == std::string::npos;
    const bool are = words_.goes_on(i + 1) && words_[i + 1] == ClauseWord::be && !other_form(words_.lower(i + 1), false).empty();
    if (name && words_.goes_on(i + 1) && words_.is_finite(i + 1) && !are)  // "Hodan are" may be a slip of another kind
      return Clause{i + 1, read_verb_phrase(words_, i + 1), true};
    // "Clothing vouchers has"
    return i == 0 ? clause_of_plain_noun() : std::nullopt;
  }

  // A sentence that begins with up to three nouns, the last a plural, and has its verb behind them.
  [[nodiscard]] std::optional<Clause> clause_of_plain_noun() const {
    for (std::size_t i = 0; i < 3 && words_[i] == ClauseWord::other && words_.is_noun(i) && words_.goes_on(i + 1); ++i) {
      const bool verb = words_[i + 1] == ClauseWord::be || words_[i + 1] == ClauseWord::have;
      if (verb && words_.classes(i).has(WordClass::plural)) return Clause{i + 1, read_verb_phrase(words_, i + 1), false};
    }
    return std::nullopt;
  }

  // The last word of the subject.
  [[nodiscard]] std::size_t head_of(std::size_t begin, std::size_t verb) const {
    std::size_t head = verb - 1;
    while (head > begin && (words_[head] == ClauseWord::adverb || words_[head] == ClauseWord::singles || words_.is_manner(head))) --head;
    return head;
  }

  [[nodiscard]] Number number_of(std::size_t begin, std::size_t verb) const {
    if (verb == begin) return Number::unknown;  // "she's"
    if (words_[begin] == ClauseWord::subject) {
      const std::string word = words_.lower(begin);
      return word == "he" || word == "she" ? Number::one : Number::many;
    }
    const std::size_t head = head_of(begin, verb);
    for (std::size_t i = begin; i < head; ++i) {
      if (words_[i] == ClauseWord::preposition) return Number::unknown;  // "each of the boys"
    }
    const bool determined = words_.is_determiner(begin) && head > begin;
    const bool may = determined || words_[begin] == ClauseWord::person || words_[begin] == ClauseWord::other;
    if (!may || !any_number_.find(words_.lower(head)).empty()) return Number::unknown;
    const WordClasses is = words_.classes(head);
    if (is.bits() == 0 && words_.is_capitalized(head)) return words_.lower(head).ends_with("s") ? Number::unknown : Number::one;
    // "what the house lacks is"
    if (head > begin + 1 && is.has(WordClass::verb_s) && words_.is_noun(head - 1)) return Number::unknown;
    if (is.has(WordClass::plural) == is.has(WordClass::noun) || words_[head] == ClauseWord::time) return Number::unknown;
    return is.has(WordClass::plural) ? Number::many : Number::one;
  }

  [[nodiscard]] std::string right_form(std::size_t begin, const Clause& clause) const {
    const Number number = number_of(begin, clause.verb);
    if (number == Number::unknown) return {};
    const std::string verb = words_.lower(clause.verb);
    const ClauseWord role = words_[clause.verb];
    if (role == ClauseWord::be || role == ClauseWord::have || role == ClauseWord::auxiliary)
      return agrees(begin, clause, number) ? other_form(verb, number == Number::many) : std::string();
    if (!any_number_.find(verb).empty()) return {};  // "boys clothes"
    const WordClasses is = words_.classes(clause.verb);
    if (number == Number::one) {
      const bool plain = is.has(WordClass::verb) && !is.has(WordClass::verb_s) && !is.has(WordClass::past) && !is.has(WordClass::adjective);
      return plain && is_sure(begin, clause) ? with_s(verb) : std::string();
    }
    // "her wages covers the rent", but "the boys shoes"
    const std::size_t next = clause.verb + 1;
    const bool object = words_.goes_on(next) && (words_.is_determiner(next) || words_[next] == ClauseWord::object);
    const bool with_s = is.has(WordClass::verb_s) && (words_[begin] == ClauseWord::subject || !is.has(WordClass::plural) || object ||
                                                      words_[clause.verb] == ClauseWord::verb);
    return with_s && is_sure(begin, clause) ? without_s(verb) : std::string();
  }

  // "She is shy and [need] a friend", but "she likes to swim and run", "she can cook and bake".
  void check_second_verb(std::size_t first, std::vector<WrongNumber>& out) const {
    if (words_[first] == ClauseWord::auxiliary || words_[first] == ClauseWord::lets) return;
    for (std::size_t i = first + 1; words_.goes_on(i); ++i) {
      switch (words_[i]) {
        case ClauseWord::and_or: {
          const std::size_t second = words_.skip_adverbs(i + 1);
          if (!words_.goes_on(second)) return;
          const WordClasses is = words_.classes(second);
          const std::size_t next = second + 1;
          const bool object = words_.goes_on(next) && (words_.is_determiner(next) || words_[next] == ClauseWord::complement);
          // "is retired and live on", but "has asthma and sleep problems"
          const bool place = words_.goes_on(next) && !is.has(WordClass::noun) &&
                             (words_[next] == ClauseWord::preposition || words_[next] == ClauseWord::to);
          const bool hopes = words_[second] == ClauseWord::reports && words_.goes_on(next) && words_[next] == ClauseWord::to;
          const bool sure = object || place || hopes || words_[second] == ClauseWord::verb;
          const bool plain = is.has(WordClass::verb) && !is.has(WordClass::past) && !is.has(WordClass::adjective);
          const ClauseWord role = words_[second];
          const bool may =
              role == ClauseWord::other || role == ClauseWord::verb || role == ClauseWord::gives || role == ClauseWord::reports;
          if (plain && sure && may) out.push_back({words_.in_draft(second), with_s(words_.lower(second))});
          return;
        }
        case ClauseWord::to:
        case ClauseWord::lets:
        case ClauseWord::auxiliary:
        case ClauseWord::ties:
        case ClauseWord::opens:
        case ClauseWord::reports:
        case ClauseWord::subject: return;
        default: break;
      }
    }
  }

  // "if she were", "I was", "two weeks is": right all the same.
  [[nodiscard]] bool agrees(std::size_t begin, const Clause& clause, Number number) const {
    const std::string verb = words_.lower(clause.verb);
    if (words_.lower(begin) == "i") return false;
    if (number == Number::one && verb.starts_with("were")) {
      for (std::size_t i = thought_.begin; i < begin; ++i) {
        if (words_[i] == ClauseWord::opens || words_[i] == ClauseWord::ties || words_[i] == ClauseWord::reports) return false;
      }
    }
    return number == Number::one || words_[begin] != ClauseWord::determiner;
  }

  // Most verbs are nouns, too: "the mother work schedule", "the girls shoes".
  [[nodiscard]] bool is_sure(std::size_t begin, const Clause& clause) const {
    const std::size_t next = clause.verb + 1;
    if (next < words_.size() && words_.gap(next) == Gap::tight) return false;  // "she color-codes"
    if (words_.goes_on(next) && (words_.classes(next).has(WordClass::verb_s) || words_.classes(next).has(WordClass::past)) &&
        !words_.is_noun(next))
      return false;  // "she substitute teaches"
    if (words_[begin] == ClauseWord::subject) return words_.lower(begin) != "i";
    const std::size_t head = head_of(begin, clause.verb);
    if (head > begin + 1 && words_.is_verb(head)) return false;        // "the baby wear size 4"
    if (words_.classes(head).has(WordClass::adjective)) return false;  // "a new foster home"
    const bool object = words_.goes_on(next) && (words_.is_determiner(next) || words_[next] == ClauseWord::it ||
                                                 words_[next] == ClauseWord::you || words_[next] == ClauseWord::complement);
    const bool reports = words_[clause.verb] == ClauseWord::reports && words_.goes_on(next) &&
                         (words_[next] == ClauseWord::ties || words_[next] == ClauseWord::subject);
    const bool only_verb = reports || words_[clause.verb] == ClauseWord::verb || !words_.is_noun(clause.verb);
    if (!only_verb && !object) return false;
    for (std::size_t i = next; words_.goes_on(i) && !words_.joins(i) && words_[i] != ClauseWord::subject; ++i) {
      const bool finite = words_[i] == ClauseWord::be || words_[i] == ClauseWord::have || words_[i] == ClauseWord::auxiliary ||
                          words_[i] == ClauseWord::verb || words_[i] == ClauseWord::reported;
      if ((finite && words_[i - 1] != ClauseWord::to) || words_.is_subject_verb(i)) return false;
    }
    return true;
  }

  const ClauseWords& words_;
  const TextTable& any_number_;
  Thought thought_;  // begins where this one does, and has no clause: any verb will do
  ClauseReader reader_;
  bool has_clause_ = false;
};

}  // namespace

void find_wrong_numbers(const ClauseWords& words, const TextTable& any_number, std::vector<WrongNumber>& out) {
  SubjectReader(words, any_number).find(out);
}

}  // namespace careportal_lint
