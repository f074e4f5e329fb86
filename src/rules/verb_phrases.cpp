#include "rules/verb_phrases.h"

namespace careportal_lint {
namespace {

class VerbPhraseReader {
 public:
  VerbPhraseReader(const ClauseWords& words, std::size_t verb) : words_(words), verb_(verb), i_(verb + 1) {}

  VerbPhrase read() {
    const ClauseWord role = words_[verb_];
    if (role == ClauseWord::be) be_ = true;
    if (words_.is_subject_verb(verb_)) after_contraction();
    if (role == ClauseWord::auxiliary) after_auxiliary();
    if (role == ClauseWord::have) after_have();
    if (be_) after_be();
    while (infinitive()) {
    }
    VerbPhrase out;
    out.end = i_;
    out.tells = be_ && !passive_;
    out.passive = passive_;
    out.whole = out.tells ? told() : done();
    out.to_person = to_person_;
    out.of_it = of_it_;
    // "he was hired in May", but "the coat he was given"
    if (passive_ && !gives_ && out.whole == Surety::weak) out.whole = Surety::strong;
    if (out.whole == Surety::strong && strands()) out.whole = Surety::weak;
    return out;
  }

 private:
  [[nodiscard]] bool on() const { return words_.goes_on(i_); }
  [[nodiscard]] bool at(ClauseWord role) const { return on() && words_[i_] == role; }
  [[nodiscard]] bool role_is(std::size_t i, ClauseWord role) const { return words_.goes_on(i) && words_[i] == role; }

  void skip_rest() {
    for (std::size_t from = i_ + 1; from != i_;) {
      from = i_ = words_.skip_adverbs(i_);
      if (at(ClauseWord::rest_of_verb)) ++i_;
    }
  }

  // "she's made" is taken as "she is made", "he'd made" as "he had made"
  void after_contraction() {
    if (words_[verb_] == ClauseWord::subject_have) return after_have();
    skip_rest();
    const bool been = at(ClauseWord::been);
    if (words_[verb_] == ClauseWord::subject_be || words_[verb_] == ClauseWord::it_is) {
      be_ = true;
      if (been) ++i_;
    } else if (on() && words_.is_participle(i_)) {
      after_have();
    } else {
      after_auxiliary();
    }
  }

  void after_auxiliary() {
    skip_rest();
    if (at(ClauseWord::been)) {
      ++i_;
      be_ = true;
    } else if (at(ClauseWord::have)) {
      ++i_;
      after_have();
    } else if (on() && (words_.is_verb(i_) || words_.is_finite(i_) || at(ClauseWord::reports))) {
      ++i_;
      active_ = true;
    }
  }

  void after_have() {
    skip_rest();
    if (at(ClauseWord::been)) {
      ++i_;
      be_ = true;
    } else if (on() && words_.is_participle(i_)) {
      ++i_;
      active_ = true;
    }
  }

  // "is trying", "was given", "are still asleep"
  void after_be() {
    skip_rest();
    if (!on()) return;
    if (words_.classes(i_).has(WordClass::ing) && words_[i_] != ClauseWord::complement) {
      ++i_;
      be_ = false;
      active_ = true;
    } else if (words_.is_participle(i_) && !words_.classes(i_).has(WordClass::adjective)) {
      gives_ = words_[i_] == ClauseWord::gives || words_[i_] == ClauseWord::reports || words_[i_] == ClauseWord::reported;
      ++i_;
      passive_ = true;
    }
  }

  // "needs to find", "is happy to come", "is asked to bring"
  bool infinitive() {
    std::size_t to = words_.skip_adverbs(i_);
    const bool described =
        be_ && !passive_ && words_.goes_on(to) && !role_is(to, ClauseWord::to) &&
        (words_[to] == ClauseWord::complement || words_[to] == ClauseWord::reports || words_.classes(to).has(WordClass::adjective));
    if (described) ++to;
    if (!role_is(to, ClauseWord::to) || !words_.goes_on(to + 1)) return false;
    const std::size_t verb = words_.skip_adverbs(to + 1);
    if (!words_.goes_on(verb)) return false;
    const bool is_verb =
        words_.is_verb(verb) || words_.is_finite(verb) || words_[verb] == ClauseWord::been || words_[verb] == ClauseWord::reports;
    if (!is_verb) return false;
    i_ = verb + 1;
    be_ = words_[verb] == ClauseWord::been;
    passive_ = false;
    active_ = !be_;
    if (be_) after_be();
    return true;
  }

  // What follows a verb that does something.
  Surety done() {
    for (;;) {
      skip_rest();
      if (!on()) return i_ == verb_ + 1 ? Surety::none : Surety::weak;
      const ClauseWord role = words_[i_];
      if (role == ClauseWord::particle) {
        ++i_;
        continue;
      }
      if (words_.begins_object(i_) && !(role == ClauseWord::a && active_) && role_is(i_ + 1, ClauseWord::time)) {  // "works every night"
        i_ += 2;
        continue;
      }
      if (role == ClauseWord::time) {
        ++i_;
        continue;
      }
      if (role == ClauseWord::it && words_.goes_on(i_ + 1) && words_.is_finite(i_ + 1)) return Surety::none;
      if (words_.begins_object(i_)) {
        note_object();
        return is_whole_object() ? Surety::strong : Surety::weak;
      }
      // "says she has"
      const bool reports = words_[i_ - 1] == ClauseWord::reports || words_[i_ - 1] == ClauseWord::reported;
      if (reports && (role == ClauseWord::subject || words_.is_subject_verb(i_))) return Surety::strong;
      if (role == ClauseWord::lets) return words_.classes(i_).has(WordClass::noun) ? Surety::strong : Surety::weak;  // "needs help with"
      // "gets paid"
      if (words_[i_ - 1] == ClauseWord::gives && words_.is_participle(i_) && !passive_) {
        gives_ = false;
        passive_ = true;
        ++i_;
        continue;
      }
      if (words_.is_finite(i_) || words_.is_finite_report(i_)) return Surety::none;
      if (role == ClauseWord::opens) return Surety::weak;
      if (role == ClauseWord::preposition) {
        if (role_is(i_ + 1, ClauseWord::it)) return Surety::strong;  // "sleeps in it"
        const bool whole = passive_ && words_.goes_on(i_ + 1) && (words_.begins_object(i_ + 1) || words_.is_noun(i_ + 1));
        return whole ? Surety::strong : Surety::weak;
      }
      if (role == ClauseWord::other && words_.classes(i_).has(WordClass::ing)) {  // "keeps asking for"
        ++i_;
        while (infinitive()) {
        }
        continue;
      }
      if (role != ClauseWord::other) return Surety::weak;
      return is_thing(i_) ? Surety::strong : Surety::weak;
    }
  }

  void note_object() {
    const ClauseWord role = words_[i_];
    of_it_ = role == ClauseWord::it;
    const ClauseWord verb = words_[i_ - 1];
    const bool gives = verb == ClauseWord::gives || verb == ClauseWord::lets || verb == ClauseWord::reports || verb == ClauseWord::reported;
    const bool person = role == ClauseWord::person || role == ClauseWord::anybody || role_is(i_ + 1, ClauseWord::person);
    const bool pronoun = role == ClauseWord::complement || role == ClauseWord::you;
    to_person_ = (gives && (person || pronoun)) || !words_.goes_on(i_ + 1);
  }

  // "shows you" may lack what is shown, "share a little cozier" has no object.
  [[nodiscard]] bool is_whole_object() const {
    const ClauseWord role = words_[i_];
    const bool goes_on = words_.goes_on(i_ + 1) && !words_.joins(i_ + 1);
    if (role == ClauseWord::you || role == ClauseWord::complement) return goes_on;
    if (role == ClauseWord::a) return goes_on && words_[i_ + 1] != ClauseWord::adverb;
    return role != ClauseWord::possessive || (goes_on && words_[i_ + 1] != ClauseWord::preposition);
  }

  // "bunk beds", "new shoes", "Spanish": no part of the verb, and nothing that says how or when
  [[nodiscard]] bool is_thing(std::size_t i) const {
    const WordClasses is = words_.classes(i);
    if (is.has(WordClass::noun) || is.has(WordClass::plural) || words_.is_capitalized(i)) return true;
    return (is.has(WordClass::adjective) || words_.is_verb(i)) && words_.goes_on(i + 1) && words_[i + 1] == ClauseWord::other &&
           words_.is_noun(i + 1);
  }

  // What follows a verb that tells how or what somebody is.
  Surety told() {
    skip_rest();
    if (!on()) return i_ == verb_ + 1 ? Surety::none : Surety::weak;
    switch (words_[i_]) {
      case ClauseWord::preposition: {
        const std::size_t next = i_ + 1;
        if (!words_.goes_on(next)) return Surety::weak;
        if (words_.begins_object(next)) return role_is(next + 1, ClauseWord::time) ? Surety::weak : Surety::strong;
        return words_[next] == ClauseWord::other ? Surety::strong : Surety::weak;
      }
      case ClauseWord::ties:
      case ClauseWord::opens:
      case ClauseWord::and_or:
      case ClauseWord::time:
      case ClauseWord::to: return Surety::weak;
      case ClauseWord::be:
      case ClauseWord::have:
      case ClauseWord::auxiliary:
      case ClauseWord::verb:
      case ClauseWord::subject:
      case ClauseWord::subject_be:
      case ClauseWord::it_is:
      case ClauseWord::subject_have:
      case ClauseWord::subject_will: return Surety::none;
      case ClauseWord::other: {
        const WordClasses is = words_.classes(i_);
        const bool known =
            is.has(WordClass::adjective) || is.has(WordClass::noun) || is.has(WordClass::plural) || words_.is_capitalized(i_);
        return known ? Surety::strong : Surety::weak;
      }
      default: return Surety::strong;
    }
  }

  // "the desk they do homework on": the last word waits for something
  [[nodiscard]] bool strands() const {
    std::size_t i = i_;
    while (words_.goes_on(i) && !words_.joins(i) && words_[i] != ClauseWord::subject && !words_.is_subject_verb(i)) ++i;
    return i > i_ && words_[i - 1] == ClauseWord::preposition;
  }

  const ClauseWords& words_;
  const std::size_t verb_;
  std::size_t i_;
  bool be_ = false;
  bool active_ = false;   // another verb stands after the finite one
  bool passive_ = false;  // "was torn"
  bool gives_ = false;    // "was given"
  bool to_person_ = false;
  bool of_it_ = false;
};

}  // namespace

VerbPhrase read_verb_phrase(const ClauseWords& words, std::size_t verb) { return VerbPhraseReader(words, verb).read(); }

}  // namespace careportal_lint
