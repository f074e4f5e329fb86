#include "rules/clauses.h"

#include <algorithm>
#include <optional>

#include "rules/clause_words.h"

namespace careportal_lint {
namespace {

// How sure it is that a clause stands on its own. "she sleeps" may also belong to "the bed she sleeps in".
enum class Surety : std::uint8_t { none, weak, strong };

struct Clause {
  std::size_t verb = 0;
  Surety surety = Surety::none;
};

constexpr std::size_t kFarBack = 5;  // words in which "says" still reaches a clause

class JointFinder {
 public:
  JointFinder(ClauseWords& words, std::vector<Joint>& out) : words_(words), out_(out) {}

  void find() {
    out_.clear();
    begin_thought(0);
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (i > 0 && words_.gap(i) == Gap::stop) begin_thought(i);
      const bool opening = i == thought_ || words_.gap(i) == Gap::comma;
      std::optional<Clause> clause = clause_at(i);
      if (!clause && opening) clause = clause_of_part(i);
      if (!clause && i == thought_ && words_.is(i, "please") && words_.goes_on(i + 1)) clause = Clause{i + 1, Surety::strong};
      if (!clause) {
        if ((words_[i] == ClauseWord::opens && opens_thought(i)) || (words_.is(i, "that") && i > 0 && words_.is(i - 1, "now")))
          ++announced_;
        continue;
      }
      const bool behind_verb =
          has_clause_ && i <= last_verb_ + 1 && words_.gap(i) == Gap::blank && !words_.classes(last_verb_).has(WordClass::past);
      if (!has_clause_ || behind_verb) {
        // the first one; "the week she moved in" announces another
        if (!has_clause_ && i > thought_ && words_.gap(i) == Gap::blank && is_picked_out(i)) ++announced_;
      } else if (is_tied(i)) {
        // the writer has joined it
      } else if (announced_ > 0) {
        --announced_;
      } else if (stands_alone(i, *clause)) {
        out_.push_back({i - 1, i, words_.gap(i) == Gap::comma});
        thought_ = i;
      }
      has_clause_ = true;
      last_verb_ = clause->verb;
      last_is_be_ = words_[clause->verb] == ClauseWord::be;
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
      if (words_.gap(i) == Gap::comma && (words_.is(i, "and") || words_.is(i, "or"))) return true;
    }
    // each part begins like the last
    const std::size_t like = out_.back().first;
    return out_.size() > 1 && like + 1 < words_.size() && std::all_of(out_.begin(), out_.end(), [&](const Joint& joint) {
             return words_.lower(joint.first) == words_.lower(like) && words_.lower(joint.first + 1) == words_.lower(like + 1);
           });
  }

  void begin_thought(std::size_t i) {
    thought_ = i;
    has_clause_ = false;
    announced_ = 0;
  }

  // A clause whose subject begins at word i.
  [[nodiscard]] std::optional<Clause> clause_at(std::size_t i) const {
    const ClauseWord role = words_[i];
    if (role == ClauseWord::subject_verb) return complete(i, true);
    if (role == ClauseWord::there)
      return words_.goes_on(i + 1) && words_[i + 1] == ClauseWord::be ? std::optional(complete(i + 1, true)) : std::nullopt;
    if (role == ClauseWord::subject || role == ClauseWord::it) {
      const std::size_t verb = words_.skip_adverbs(i + 1);
      if (!words_.goes_on(verb)) return std::nullopt;
      if (words_.is_finite(verb)) return complete(verb, words_[verb] == ClauseWord::be);
      const bool plain = words_[verb] == ClauseWord::other || words_[verb] == ClauseWord::reports || words_.is(verb, "like");
      return plain && words_.is_verb(verb) ? std::optional(complete(verb, false)) : std::nullopt;
    }
    if (role != ClauseWord::determiner && role != ClauseWord::person) return std::nullopt;
    return clause_of_noun(i, role == ClauseWord::person ? i : i + 1);
  }

  // "the (little) girls are": up to two words from the first that can be the noun to the verb. Most nouns can be verbs, so a verb
  // that the table of clause words does not tell of only counts for the first clause.
  [[nodiscard]] std::optional<Clause> clause_of_noun(std::size_t begin, std::size_t noun) const {
    if (noun > begin && !words_.goes_on(noun)) return std::nullopt;
    for (std::size_t next = noun + 1; next < noun + 3 && words_.goes_on(next); ++next) {
      const std::size_t verb = words_.skip_adverbs(next);
      if (!words_.goes_on(verb) || is_anybody(next)) return std::nullopt;  // "the tub [somebody is]"
      if (words_.is_finite(verb)) return complete(verb, words_[verb] == ClauseWord::be);
      if (words_[verb] == ClauseWord::reports && words_.is_finite_report(verb)) {
        // "her coach says she has"
        const bool reported = words_.goes_on(verb + 1) && words_[verb + 1] == ClauseWord::subject;
        return reported ? Clause{verb, Surety::strong} : complete(verb, false);
      }
      // "the kids still smile", "their uncle tried", "her brother wears": sure enough when the rest of the clause follows
      const WordClasses is = words_.classes(verb);
      const bool person = words_[next - 1] == ClauseWord::person && is.has(WordClass::verb_s);
      if (words_[verb] == ClauseWord::other && words_.is_verb(verb) && (!has_clause_ || verb > next || is.has(WordClass::past) || person)) {
        const Clause clause = complete(verb, false);
        // "the dryer stopped last week", "the baby sleeps in"
        const bool placed = !has_clause_ && verb == next && words_.goes_on(verb + 1) &&
                            (words_[verb + 1] == ClauseWord::time || words_[verb + 1] == ClauseWord::preposition);
        if (clause.surety == Surety::strong || placed || is_anybody(begin)) return clause;
      }
      if (words_[next] != ClauseWord::other && words_[next] != ClauseWord::person) break;
    }
    return std::nullopt;
  }

  // Goes past "been", "not", "also" and "to help"; a form of "be" among them takes what "is" takes.
  void skip_rest(std::size_t& i, bool& be) const {
    while (words_.goes_on(i)) {
      const bool infinitive = words_.is(i - 1, "to") && (words_.is_verb(i) || words_.is_finite(i));
      if (!infinitive && words_[i] != ClauseWord::rest_of_verb && words_[i] != ClauseWord::adverb) return;
      be = !infinitive && (be || words_.is(i, "been") || words_.is(i, "be"));
      ++i;
    }
  }

  // A part of a sentence that a comma or the sentence itself begins: a subject, and a verb before the next word that joins. The comma
  // has said where the clause begins, so any verb will do.
  [[nodiscard]] std::optional<Clause> clause_of_part(std::size_t i) const {
    const ClauseWord role = words_[i];
    const bool subject = role == ClauseWord::determiner || role == ClauseWord::person || role == ClauseWord::it ||
                         role == ClauseWord::subject || words_.is(i, "nobody") || words_.is(i, "this") ||
                         words_.classes(i).has(WordClass::plural);
    if (!subject) return std::nullopt;
    bool picked = false;  // "the crib [that was here] is"
    for (std::size_t verb = i + 1; words_.goes_on(verb); ++verb) {
      if (words_[verb] == ClauseWord::subject || words_[verb] == ClauseWord::subject_verb) return std::nullopt;  // "the week she"
      if (joins(verb)) {
        if (picked || i != thought_) return std::nullopt;
        picked = true;
        continue;
      }
      const WordClasses is = words_.classes(verb);
      const bool finite = words_.is_finite(verb) || words_.is_finite_report(verb) ||
                          (words_[verb] == ClauseWord::other && verb > i + 1 && (is.has(WordClass::past) || is.has(WordClass::verb_s)) &&
                           !is.has(WordClass::plural));
      if (!finite) continue;
      if (picked) {
        picked = false;
        continue;
      }
      return Clause{verb, Surety::strong};
    }
    return std::nullopt;
  }

  // The clause whose verb is word i, and if what follows shows that nothing is left out as in "the bed she has".
  [[nodiscard]] Clause complete(std::size_t verb, bool be) const {
    std::size_t i = verb + 1;
    skip_rest(i, be);
    // "can pick up the", "does not have a", but "has bunk beds"
    const bool has = words_.lower(verb).starts_with("ha");
    const bool helping =
        words_[verb] == ClauseWord::auxiliary && words_.goes_on(i) &&
        (has ? words_.classes(i).has(WordClass::past) || words_[i] == ClauseWord::verb : words_.is_verb(i) || words_.is_finite(i));
    if (helping) {
      ++i;
      skip_rest(i, be);
    }
    // "was made for"
    if (be && words_.goes_on(i) && (words_[i] == ClauseWord::verb || words_[i] == ClauseWord::lets)) ++i;
    // "might one day own"
    if (words_.goes_on(i + 1) && words_.begins_object(i) && words_[i + 1] == ClauseWord::time) i += 2;
    if (!words_.goes_on(i)) return {verb, i == verb + 1 ? Surety::none : Surety::weak};
    if (words_.is(i, "help")) return {verb, Surety::strong};  // "needs help with"
    if (words_.is_finite(i)) return {verb, Surety::none};
    if (words_[i] == ClauseWord::it) return {verb, words_.goes_on(i + 1) && words_.is_finite(i + 1) ? Surety::none : Surety::strong};
    // "share a little cozier", "is excited to come back to"
    const bool open =
        words_.goes_on(i + 1) && (words_.is(i + 1, "little") || (words_[i] == ClauseWord::complement && words_.is(i + 1, "to")));
    if (words_.begins_object(i)) return {verb, open ? Surety::weak : Surety::strong};
    if (words_[i] == ClauseWord::opens) return {verb, helping ? Surety::weak : Surety::none};
    if (words_[i] == ClauseWord::preposition) {
      // "are staying with friends", but "the home they are in now"
      const bool told = helping && words_.goes_on(i + 1) && (words_[i + 1] == ClauseWord::it || words_[i + 1] == ClauseWord::complement);
      const bool whole = told || (be && words_.goes_on(i + 1) && (words_.begins_object(i + 1) || words_[i + 1] == ClauseWord::other));
      return {verb, whole ? Surety::strong : Surety::weak};
    }
    const WordClasses is = words_.classes(i);
    if (words_[i] == ClauseWord::other && is.has(WordClass::ing)) {
      std::size_t next = words_.skip_adverbs(i + 1);
      if (words_.goes_on(next) && next > i + 1) return {verb, Surety::strong};
      // "is trying to find bunk beds"
      if (words_.goes_on(next + 1) && words_.is(next, "to")) next += 2;
      return {verb, words_.goes_on(next) && (words_.begins_object(next) || (next > i + 1 && words_.is_noun(next))) ? Surety::strong
                                                                                                                   : Surety::weak};
    }
    // "need bunk beds", "need shoes"
    const bool needs = words_.lower(verb).starts_with("need") || words_.lower(verb).starts_with("want");
    if (needs && words_.is_noun(i)) return {verb, Surety::strong};
    const bool things = !be && words_.classes(i).bits() != 0 && words_.goes_on(i + 1) && words_.classes(i + 1).has(WordClass::plural);
    if (things) return {verb, Surety::strong};
    // "a tooth she would be glad to show"
    const bool to_do = i + 1 < words_.size() && words_.is(i + 1, "to");
    return {verb, be && is.has(WordClass::adjective) && !to_do ? Surety::strong : Surety::weak};
  }

  // "When she came ...": what it opens is not the last clause of the thought.
  [[nodiscard]] bool opens_thought(std::size_t i) const {
    if (!has_clause_) return true;
    const std::size_t before = i - 1;
    return words_.gap(i) == Gap::comma || words_[before] == ClauseWord::ties || words_[before] == ClauseWord::adverb ||
           words_[before] == ClauseWord::opens || words_[before] == ClauseWord::reports;
  }

  [[nodiscard]] bool joins(std::size_t i) const { return words_[i] == ClauseWord::ties || words_[i] == ClauseWord::opens; }

  // The clause that begins at word i has a word that joins it to what stands before.
  [[nodiscard]] bool is_tied(std::size_t i) const {
    if (words_.gap(i) == Gap::blank) {
      switch (words_[i - 1]) {
        case ClauseWord::ties:
        case ClauseWord::opens:
        case ClauseWord::preposition:
        case ClauseWord::verb:
        case ClauseWord::be:
        case ClauseWord::determiner:
        case ClauseWord::rest_of_verb: return true;
        case ClauseWord::auxiliary:
          if (i < 2 || words_[i - 2] != ClauseWord::subject) return true;  // "as many as she can"
          break;
        case ClauseWord::object:
          if (i + 1 == words_.size() || !words_.is(i + 1, "just")) return true;  // "asks for nothing she just keeps going"
          break;
        case ClauseWord::lets:
          if (words_[i] == ClauseWord::determiner || words_[i] == ClauseWord::person || words_.lower(i - 1).starts_with("let")) return true;
          break;
        default: break;
      }
    } else if (words_.is(i - 1, "yes") || words_.is(i - 1, "no")) {
      return true;
    }
    // "help arrange it"
    const bool determined = i >= 2 && words_[i - 2] == ClauseWord::determiner;
    if (words_.is(i, "it") && words_.is_verb(i - 1) && words_.gap(i) == Gap::blank && !determined) return true;
    const bool comma = words_.gap(i) == Gap::comma;
    const std::size_t from = std::max(comma ? i - 1 : i > kFarBack ? i - kFarBack : 0, thought_);
    for (std::size_t back = i; back-- > from;) {
      if (words_[back] == ClauseWord::reports) return true;
    }
    // "and now she", "and in the meantime they", "but this year his": nothing but when and where after the word that joins
    for (std::size_t back = i - 1; back > last_verb_; --back) {
      if (!joins(back) || (comma && back > thought_ && words_.gap(back) != Gap::comma)) continue;
      const ClauseWord next = words_[back + 1];
      const bool when_or_where = next == ClauseWord::ties || next == ClauseWord::adverb || next == ClauseWord::preposition ||
                                 next == ClauseWord::rest_of_verb || next == ClauseWord::time || words_.gap(back + 1) == Gap::comma;
      if (when_or_where) return true;
      if (next == ClauseWord::determiner && words_[i - 1] == ClauseWord::time) return true;
    }
    return words_.gap(i) == Gap::blank && is_picked_out(i);
  }

  // "the week [she moved]", "all the help [they get]", "the nicest room [he has had]", "how neat [they are]": the words before pick
  // something out, and the clause says which.
  [[nodiscard]] bool is_picked_out(std::size_t i) const {
    for (std::size_t back = i; back-- > thought_ && i - back <= 3;) {
      if (words_.is(back, "how") && i - back == 2) return true;
      if (words_.is(back, "all") || words_.is(back, "every") || words_.is(back, "only") || words_.is(back, "same")) return true;
      if (words_.lower(back).ends_with("est") && words_.classes(back).has(WordClass::adjective)) return true;
    }
    // "the week she moved", but "in the morning the van will"
    const bool part_of_day = words_.is(i - 1, "morning") || words_.is(i - 1, "afternoon") || words_.is(i - 1, "evening");
    return words_[i - 1] == ClauseWord::time && i >= 2 && words_.is(i - 2, "the") && !part_of_day;
  }

  // Somebody, everyone: no word that "the" or "that" could stand before.
  [[nodiscard]] bool is_anybody(std::size_t i) const {
    return words_[i] == ClauseWord::person && (words_.lower(i).ends_with("body") || words_.lower(i).ends_with("one"));
  }

  // "the overnight shift": "the" is one of the three words before word i.
  [[nodiscard]] bool is_definite(std::size_t i) const {
    for (std::size_t back = i; back-- > thought_ && i - back <= 3;) {
      if (words_.is(back, "the")) return true;
    }
    return false;
  }

  [[nodiscard]] bool stands_alone(std::size_t i, const Clause& clause) const {
    if (clause.surety == Surety::none) return false;
    if (words_.gap(i) == Gap::comma) return true;
    // "is close they eat", "is a sweet boy he loves"
    const bool named = i - last_verb_ <= 5 && (words_.is(last_verb_ + 1, "a") || words_.is(last_verb_ + 1, "an"));
    const bool told = last_is_be_ && (named || (i - last_verb_ <= 3 && words_.classes(i - 1).has(WordClass::adjective)));
    const bool ends = told || words_[i - 1] == ClauseWord::adverb || words_[i - 1] == ClauseWord::time ||
                      words_[i - 1] == ClauseWord::object || words_[i - 1] == ClauseWord::auxiliary ||
                      (is_anybody(i - 1) && words_[i] != ClauseWord::subject_verb);
    // "the items the family needs", "the pants we bought him"
    const bool noun_clause = words_[i] == ClauseWord::determiner || words_[i] == ClauseWord::person;
    const bool transitive = words_[clause.verb] != ClauseWord::be && words_[clause.verb] != ClauseWord::auxiliary;
    const bool gives = words_.goes_on(clause.verb + 1) && words_[clause.verb + 1] == ClauseWord::complement;
    if (!ends && transitive && (noun_clause || gives) && is_definite(i - 1)) return false;
    // "any help you could offer her", "a chance you will"
    if (words_.is(i, "you") && words_[i - 1] != ClauseWord::adverb && words_[i - 1] != ClauseWord::time) return false;
    if (!noun_clause) return clause.surety == Surety::strong || ends;
    // "let the kids": a noun behind a verb is its object. "a flat tire": most nouns can be verbs.
    const bool noun =
        (words_.is_noun(i - 1) || words_.classes(i - 1).has(WordClass::adjective)) && !words_.classes(i - 1).has(WordClass::ing);
    bool determined = false;
    for (std::size_t back = i - 1; back-- > last_verb_ + 1 && i - back <= 4;)
      determined = determined || words_[back] == ClauseWord::determiner;
    return (is_anybody(i) || clause.surety == Surety::strong) && (ends || determined || (noun && !words_.is_verb(i - 1)));
  }

  ClauseWords& words_;
  std::vector<Joint>& out_;
  std::size_t thought_ = 0;    // where it begins
  std::size_t last_verb_ = 0;  // of the clause before
  bool last_is_be_ = false;    // that verb is a form of "be"
  bool has_clause_ = false;    // the thought has one
  std::size_t announced_ = 0;  // clauses that need no other word, since "when" stands before
};

}  // namespace

void find_joints(ClauseWords& words, std::vector<Joint>& out) { JointFinder(words, out).find(); }

}  // namespace careportal_lint
