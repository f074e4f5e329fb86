#include "rules/joints.h"

#include <algorithm>
#include <optional>

#include "rules/clauses.h"

namespace careportal_lint {
namespace {

constexpr std::size_t kFarBack = 4;  // words in which "says" still reaches a clause

class JointFinder {
 public:
  JointFinder(const ClauseWords& words, std::vector<Joint>& out) : words_(words), reader_(words, thought_), out_(out) {}

  void find() {
    out_.clear();
    begin_thought(0);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (i > 0 && (words_.gap(i) == Gap::stop || words_.gap(i) == Gap::tight)) begin_thought(i);
      const bool opening = i == thought_.begin || words_.gap(i) == Gap::comma || words_[i - 1] == ClauseWord::opens;
      std::optional<Clause> clause = reader_.clause_at(i);
      if (!clause && opening) clause = reader_.clause_of_part(i);
      if (!clause) {
        const bool now_that = words_[i] == ClauseWord::ties && words_.goes_on(i) && words_[i - 1] == ClauseWord::adverb;
        const bool before_time = words_.goes_on(i + 1) && words_[i + 1] == ClauseWord::time;  // "right before Easter"
        if (now_that || (words_[i] == ClauseWord::opens && !before_time && opens_thought(i))) ++thought_.announced;
        continue;
      }
      const bool behind_verb = thought_.has_clause && i <= thought_.last.verb + 1 && words_.gap(i) == Gap::blank &&
                               !words_.classes(thought_.last.verb).has(WordClass::past) &&
                               words_[thought_.last.verb] != ClauseWord::auxiliary;
      if (!thought_.has_clause || behind_verb) {
        // the first one; "the week she moved in" announces another
        if (!thought_.has_clause && i > thought_.begin && words_.gap(i) == Gap::blank && is_picked_out(i)) ++thought_.announced;
      } else if (is_tied(i)) {
        // the writer has joined it; "in our home mom sees": her alone
        const std::size_t last = clause->verb - 1;
        if (last > i + 1 && words_[last] == ClauseWord::person && words_.is_noun(last - 1) && words_[i - 1] == ClauseWord::preposition)
          continue;
      } else if (thought_.announced > 0) {
        --thought_.announced;
      } else if (stands_alone(i, *clause)) {
        out_.push_back({i - 1, i, words_.gap(i) == Gap::comma});
        thought_.begin = i;
      }
      thought_.has_clause = true;
      thought_.last = *clause;
      thought_.last.of_person = words_[i] == ClauseWord::subject || words_[i] == ClauseWord::person ||
                                (clause->verb > i && words_[clause->verb - 1] == ClauseWord::person);
      i = clause->verb;
    }
    if (is_series()) out_.clear();
    for (Joint& joint : out_) joint = {words_.in_draft(joint.last), words_.in_draft(joint.first), joint.comma};
  }

 private:
  // "The kids are home, the job is steady, and the grades are good." "They do chores, they do homework, they do dishes."
  [[nodiscard]] bool is_series() const {
    if (out_.empty() || !std::all_of(out_.begin(), out_.end(), [](const Joint& joint) { return joint.comma; })) return false;
    for (std::size_t i = out_.back().first + 1; i < words_.size(); ++i) {
      if (words_.gap(i) == Gap::comma && words_[i] == ClauseWord::and_or) return true;
    }
    // each part begins like the last
    const std::size_t like = out_.back().first;
    return out_.size() > 1 && like + 1 < words_.size() && std::all_of(out_.begin(), out_.end(), [&](const Joint& joint) {
             return words_.lower(joint.first) == words_.lower(like) && words_.lower(joint.first + 1) == words_.lower(like + 1);
           });
  }

  void begin_thought(std::size_t i) {
    thought_.begin = i;
    thought_.has_clause = false;
    thought_.announced = 0;
  }

  // "When she came ...": what it opens is not the last clause of the thought.
  [[nodiscard]] bool opens_thought(std::size_t i) const {
    if (!thought_.has_clause) return true;
    const std::size_t before = i - 1;
    return words_.gap(i) == Gap::comma || words_.joins(before) || words_[before] == ClauseWord::adverb ||
           words_[before] == ClauseWord::reports;
  }

  // The clause that begins at word i is joined to what stands before it.
  [[nodiscard]] bool is_tied(std::size_t i) const {
    const bool comma = words_.gap(i) == Gap::comma;
    if (is_reported(i) || is_joined(i)) return true;
    return !comma && (is_tied_by_role(i) || is_object(i) || is_picked_out(i));
  }

  // What the role of the word before allows.
  [[nodiscard]] bool is_tied_by_role(std::size_t i) const {
    const bool nominative = words_[i] == ClauseWord::subject;
    const bool noun_clause = reader_.is_noun_subject(i);
    const ClauseWord before = words_[i - 1];
    const ClauseWord second = i >= 2 ? words_[i - 2] : ClauseWord::other;
    if (words_.joins(i - 1)) return true;
    // "the boys", but "under six they", "love her she"
    if (words_.is_determiner(i - 1)) return !(nominative && (before == ClauseWord::determiner || before == ClauseWord::possessive));
    if (second == ClauseWord::so && words_[i] != ClauseWord::please) return true;  // "so excited they"
    switch (before) {
      case ClauseWord::be:
      case ClauseWord::been:
      case ClauseWord::to:
      case ClauseWord::rest_of_verb: return true;
      case ClauseWord::preposition: return !nominative;  // but "before you come by he"
      case ClauseWord::verb:
      case ClauseWord::gives:
      case ClauseWord::lets: return !nominative && !(i >= 2 && words_.is_determiner(i - 2));
      case ClauseWord::auxiliary:
      case ClauseWord::have: return second != ClauseWord::subject && second != ClauseWord::person;  // "as many as she can"
      case ClauseWord::object:  // but "asks for nothing she just keeps going"
        return !nominative || !words_.goes_on(i + 1) || words_[i + 1] != ClauseWord::adverb;
      case ClauseWord::anybody: return words_[i] == ClauseWord::there_is || noun_clause;  // "everyone there's", "nothing the boy would do"
      case ClauseWord::complement: return i >= 2 && words_.joins(i - 2);                  // "because them kids"
      case ClauseWord::particle: return noun_clause;                                      // "the shop down the road"
      default: return false;
    }
  }

  // "bring [the food]", "help arrange [it]": what the verb before is about.
  [[nodiscard]] bool is_object(std::size_t i) const {
    const WordClasses before = words_.classes(i - 1);
    const bool needs_object = before.has(WordClass::ing) || (before.has(WordClass::verb) && !words_.is_noun(i - 1));
    if (reader_.is_noun_subject(i) && words_[i - 1] == ClauseWord::other && needs_object && !reader_.is_determined(i - 1)) return true;
    if (words_[i] != ClauseWord::it && words_[i] != ClauseWord::it_is) return false;
    const bool noun = i >= 2 && words_.is_noun(i - 1) && (words_.is_determiner(i - 2) || words_[i - 2] == ClauseWord::object);
    return (words_.is_verb(i - 1) || before.has(WordClass::ing)) && !noun;
  }

  // "she says they"
  [[nodiscard]] bool is_reported(std::size_t i) const {
    const std::size_t near = words_.gap(i) == Gap::comma ? i - 1 : i > kFarBack ? i - kFarBack : 0;
    const std::size_t from = std::max({near, thought_.begin, thought_.last.verb});
    for (std::size_t back = i; back-- > from;) {
      if (words_[back] == ClauseWord::reports || words_[back] == ClauseWord::reported) return true;
    }
    return false;
  }

  // "and now she", "and in the meantime they", "but this year his": nothing but when and where after the word that joins.
  [[nodiscard]] bool is_joined(std::size_t i) const {
    const bool comma = words_.gap(i) == Gap::comma;
    for (std::size_t back = i - 1; back > thought_.last.verb; --back) {
      if (!words_.joins(back) || (comma && back > thought_.begin && words_.gap(back) != Gap::comma)) continue;
      if (words_.joins(back + 1) || words_.gap(back + 1) == Gap::comma || is_when_or_where(back, i)) return true;
    }
    return false;
  }

  // What stands between the word that joins and word `end`: "now", "in the meantime", "this year"; but "since August" and "because of
  // the rain" join nothing.
  [[nodiscard]] bool is_when_or_where(std::size_t joint, std::size_t end) const {
    const ClauseWord next = words_[joint + 1];
    if (words_[joint] == ClauseWord::opens && (next == ClauseWord::time || next == ClauseWord::preposition)) return false;
    if (words_.is_determiner(joint + 1) && words_[end - 1] != ClauseWord::time) return false;
    bool in_phrase = words_.is_determiner(joint + 1);
    for (std::size_t i = joint + 1; i < end; ++i) {
      switch (words_[i]) {
        case ClauseWord::preposition:
        case ClauseWord::to: in_phrase = true; break;
        case ClauseWord::adverb:
        case ClauseWord::time:
        case ClauseWord::particle: break;
        case ClauseWord::other:
          if (!words_.is_manner(i) && !in_phrase) return false;
          break;
        default:
          if (!in_phrase || words_.is_finite(i)) return false;
      }
    }
    return true;
  }

  // "the week [she moved]", "all the help [they get]", "the nicest room [he has had]", "how neat [they are]": the words before pick
  // something out, and the clause says which.
  [[nodiscard]] bool is_picked_out(std::size_t i) const {
    for (std::size_t back = i; back-- > thought_.begin && i - back <= 3;) {
      if (words_[back] == ClauseWord::picks) return true;
      if (back + 1 < i && back > thought_.begin && words_[back] == ClauseWord::singles && words_[back - 1] == ClauseWord::the)
        return true;  // "the only room"
      if (words_.lower(back).ends_with("est") && words_.classes(back).has(WordClass::adjective)) return true;
    }
    return words_[i - 1] == ClauseWord::time && words_.is_noun(i - 1) && i >= 2 && words_[i - 2] == ClauseWord::the;
  }

  // "the overnight shift": "the" is one of the three words before word i.
  [[nodiscard]] bool is_definite(std::size_t i) const {
    for (std::size_t back = i; back-- > thought_.begin && i - back <= 3;) {
      if (words_[back] == ClauseWord::the) return true;
    }
    return false;
  }

  // A word that could be a verb, but not here: "on rent", "short notice", "beds and sheets".
  [[nodiscard]] bool stands_as_noun(std::size_t i) const {
    if (i < thought_.begin + 2 || !words_.goes_on(i)) return false;
    if (words_[i - 1] == ClauseWord::and_or) return words_.classes(i).has(WordClass::plural) && words_.is_noun(i - 2);
    return words_[i - 1] == ClauseWord::preposition || words_.is_determiner(i - 1) || reader_.is_description(i - 1);
  }

  // The words before the clause that begins at word i cannot be told more of by it.
  [[nodiscard]] bool is_end_of_thought(std::size_t i) const {
    const Clause& last = thought_.last;
    // "He is a sweet boy he", but "it is a dress she"
    const std::size_t end = last.phrase.end;
    const bool named =
        last.phrase.tells && i >= end && i - end <= 4 && words_[end] == ClauseWord::a && words_[i] == ClauseWord::subject && last.of_person;
    if (named || reader_.is_told(i) || words_[i - 1] == ClauseWord::object) return true;
    if (i >= thought_.begin + 2 && words_[i - 2] == ClauseWord::ties && words_.is_verb(i - 1)) return true;  // "one that works"
    return reader_.ends_thought(i - 1, !reader_.is_noun_subject(i) && !words_.is_subject_verb(i));
  }

  [[nodiscard]] bool stands_alone(std::size_t i, const Clause& clause) const {
    const VerbPhrase& phrase = clause.phrase;
    if (phrase.whole == Surety::none) return false;
    const bool noun_clause = reader_.is_noun_subject(i);
    if (words_.gap(i) == Gap::comma || (words_[i] == ClauseWord::this_one && !noun_clause)) return true;  // "the diapers these will"
    const bool ends = is_end_of_thought(i);
    if (!ends && could_say_which(i, phrase)) return false;
    // "helping this dad he has": nobody would say which
    const bool own = i >= 2 && (words_[i - 2] == ClauseWord::this_one || words_[i - 2] == ClauseWord::possessive) && words_.is_noun(i - 1);
    if (!noun_clause) return phrase.whole == Surety::strong || ends || own;
    if (phrase.whole == Surety::weak) return ends && words_.is_finite(clause.verb);
    return ends || words_[i] == ClauseWord::anybody || follows_noun(i);
  }

  // "the pants [we bought him]", "the items [the family needs cash for]", "any help [you could offer]"
  [[nodiscard]] bool could_say_which(std::size_t i, const VerbPhrase& phrase) const {
    if (words_[i] == ClauseWord::you && !phrase.of_it) return true;
    const bool noun_clause = reader_.is_noun_subject(i);
    if (phrase.to_person && (noun_clause || is_definite(i - 1))) return true;
    const bool object = words_.goes_on(phrase.end) && (words_.is_determiner(phrase.end) || words_[phrase.end] == ClauseWord::object);
    return noun_clause && !phrase.tells && !phrase.passive && !object && is_definite(i - 1);
  }

  // A noun behind a verb is its object ("let the kids"), and most nouns can be verbs.
  [[nodiscard]] bool follows_noun(std::size_t i) const {
    for (std::size_t back = i - 1; back-- > thought_.last.verb + 1 && i - back <= 4 && !words_.joins(back);) {
      if (words_.is_determiner(back)) return true;  // "a flat tire"
    }
    const WordClasses before = words_.classes(i - 1);
    if ((!words_.is_noun(i - 1) && !before.has(WordClass::adjective)) || before.has(WordClass::ing)) return false;
    return !words_.is_verb(i - 1) || stands_as_noun(i - 1);
  }

  const ClauseWords& words_;
  Thought thought_;
  ClauseReader reader_;
  std::vector<Joint>& out_;
};

}  // namespace

void find_joints(const ClauseWords& words, std::vector<Joint>& out) { JointFinder(words, out).find(); }

}  // namespace careportal_lint
