#include "rules/clauses.h"

namespace careportal_lint {

// A clause whose subject begins at word i.
std::optional<Clause> ClauseReader::clause_at(std::size_t i) const {
  if (words_.is_subject_verb(i)) return clause(i);
  switch (words_[i]) {
    case ClauseWord::there_is: return clause(i);
    case ClauseWord::there: return words_.goes_on(i + 1) && words_[i + 1] == ClauseWord::be ? std::optional(clause(i + 1)) : std::nullopt;
    case ClauseWord::please: {
      const std::size_t verb = words_.skip_adverbs(i + 1);
      const bool follows = words_.goes_on(verb) && (words_.is_verb(verb) || words_.is_finite(verb) ||
                                                    words_[verb] == ClauseWord::rest_of_verb || words_[verb] == ClauseWord::you);
      if (!follows) return std::nullopt;
      return Clause{verb, {verb + 1, false, false, false, false, Surety::strong}, false};
    }
    case ClauseWord::subject:
    case ClauseWord::it:
    case ClauseWord::you: return clause_of_pronoun(i);
    case ClauseWord::this_one:
      if (words_.goes_on(i + 1) && words_.is_finite(i + 1)) return clause(i + 1);
      if (words_.goes_on(i + 2) && words_.is_finite(i + 2) && words_.classes(i + 1).has(WordClass::adjective))
        return std::nullopt;  // "this small is"
      return clause_of_noun(i, i + 1);
    case ClauseWord::object:  // "everything was lost"
      if (const std::size_t verb = words_.skip_adverbs(i + 1); words_.goes_on(verb) && words_.is_finite(verb)) return clause(verb);
      if (const std::size_t verb = verb_after_place(i + 1); verb != 0) return clause(verb);  // "everything in the kitchen was"
      return std::nullopt;
    case ClauseWord::anybody:
      if (const std::size_t verb = verb_after_place(i + 1); verb != 0) return clause(verb);
      return clause_of_noun(i, i);
    case ClauseWord::person: return clause_of_noun(i, i);
    default:
      if (words_[i] == ClauseWord::determiner && words_.goes_on(i + 1) && words_.is_finite(i + 1) && words_[i + 1] != ClauseWord::lets)
        return clause(i + 1);  // "both are"
      if (words_.is_determiner(i)) {
        if (const std::optional<Clause> found = clause_of_noun(i, i + 1)) return found;
        // "any help with the rent would"
        const bool after_end = i > thought_.begin && words_.gap(i) == Gap::blank && ends_thought(i - 1, false);
        const std::size_t verb = after_end ? verb_after_place(i + 2) : 0;
        return verb != 0 ? std::optional(clause(verb)) : std::nullopt;
      }
      return words_[i] == ClauseWord::other && i > thought_.begin ? clause_of_name_or_plural(i) : std::nullopt;
  }
}

// "Darnell carries", "bunk beds are"
std::optional<Clause> ClauseReader::clause_of_name_or_plural(std::size_t i) const {
  const bool name = words_.is_capitalized(i) && words_.classes(i).bits() == 0 && !words_.is_capitalized(i - 1);
  if (name && words_.goes_on(i + 1)) {
    const std::size_t verb = words_.skip_adverbs(i + 1);
    if (!words_.goes_on(verb)) return std::nullopt;
    const bool finite = words_.is_finite(verb) || (words_[verb] == ClauseWord::other && words_.classes(verb).has(WordClass::verb_s));
    return finite ? std::optional(clause(verb)) : std::nullopt;
  }
  if (words_.gap(i) != Gap::blank || !ends_thought(i - 1, true)) return std::nullopt;
  for (std::size_t noun = i; noun < i + 3 && words_[noun] == ClauseWord::other && words_.goes_on(noun + 1); ++noun) {
    const ClauseWord verb = words_[noun + 1];
    const bool after_time = noun == i && words_[i - 1] == ClauseWord::time && words_.is_noun(noun);  // "on Monday rent is"
    if ((after_time || words_.classes(noun).has(WordClass::plural)) && (verb == ClauseWord::be || verb == ClauseWord::have))
      return clause(noun + 1);
  }
  return std::nullopt;
}

std::optional<Clause> ClauseReader::clause_of_pronoun(std::size_t i) const {
  std::size_t verb = words_.skip_adverbs(i + 1);
  if (words_.goes_on(verb) && words_[verb] == ClauseWord::picks) ++verb;  // "they all love"
  if (!words_.goes_on(verb)) return std::nullopt;
  if (words_.is_finite(verb)) return clause(verb);
  const bool plain = words_[verb] == ClauseWord::other || words_[verb] == ClauseWord::reports || words_[verb] == ClauseWord::gives ||
                     words_[verb] == ClauseWord::ties;
  return plain && words_.is_verb(verb) ? std::optional(clause(verb)) : std::nullopt;
}

// "nobody [in her family] lives": the verb behind a preposition and its noun; 0 if there is none.
std::size_t ClauseReader::verb_after_place(std::size_t i) const {
  if (!words_.goes_on(i + 1) || words_[i] != ClauseWord::preposition || !words_.goes_on(i)) return 0;
  std::size_t noun = i + (words_.is_determiner(i + 1) ? 2 : 1);
  for (std::size_t end = noun + 2; noun < end && words_.goes_on(noun + 1); ++noun) {
    const std::size_t verb = noun + 1;
    const bool plain = words_[verb] == ClauseWord::other && words_.classes(verb).has(WordClass::verb_s);
    if (words_[noun] != ClauseWord::other && words_[noun] != ClauseWord::person) return 0;
    if (words_.is_noun(noun) && (words_.is_finite(verb) || plain)) return verb;
  }
  return 0;
}

// Past "very" and "all of the" to where the noun may begin; the number of words if it does not.
std::size_t ClauseReader::skip_to_noun(std::size_t begin, std::size_t noun) const {
  if (noun == begin) return noun;
  const std::size_t none = words_.size();
  if (!words_.goes_on(noun) || (thought_.has_clause && words_[noun] == ClauseWord::time)) return none;
  noun = words_.skip_adverbs(noun);
  if (words_.goes_on(noun + 1) && words_[noun] == ClauseWord::preposition) noun += words_.is_determiner(noun + 1) ? 2 : 1;
  // "the morning the van"
  const bool other = !words_.goes_on(noun) || words_.is_determiner(noun) || words_.joins(noun) || words_[noun] == ClauseWord::to ||
                     words_[noun] == ClauseWord::preposition || words_[noun] == ClauseWord::subject || words_.is_subject_verb(noun);
  return other ? none : noun;
}

// "foster mom"
bool ClauseReader::is_modified_person(std::size_t i) const {
  return i > thought_.begin && words_.goes_on(i) && words_[i - 1] == ClauseWord::other && !is_told(i) &&
         words_.classes(i - 1).has(WordClass::adjective);
}

// "the (little) girls are": up to two words from the first that can be the noun to the verb. Most nouns can be verbs, so a verb
// that the table of clause words does not tell of only counts for the first clause.
std::optional<Clause> ClauseReader::clause_of_noun(std::size_t begin, std::size_t noun) const {
  noun = skip_to_noun(begin, noun);
  const bool alone = noun == begin;  // "mom has", "grandma Odette has"
  if (!words_.goes_on(noun + 1) || (alone && is_modified_person(begin))) return std::nullopt;
  const std::size_t furthest = alone && !(words_.goes_on(noun + 1) && words_.is_capitalized(noun + 1)) ? noun + 1 : noun + 2;
  for (std::size_t next = noun + 1; next <= furthest && words_.goes_on(next); ++next) {
    const std::size_t verb = words_.skip_adverbs(next);
    if (!words_.goes_on(verb) || words_[next] == ClauseWord::anybody) return std::nullopt;  // "the tub [somebody is]"
    if (words_.is_finite(verb) || words_.is_finite_report(verb)) {
      Clause found = clause(verb);
      // "the zipper is torn", but "the bed the boy was promised"
      if (found.phrase.passive && found.phrase.whole == Surety::weak && words_[next - 1] == ClauseWord::other)
        found.phrase.whole = Surety::strong;
      return found;
    }
    // "the kids still smile", "their uncle tried", "her brother wears": sure enough when the rest of the clause follows
    const WordClasses is = words_.classes(verb);
    const bool person = (words_[next - 1] == ClauseWord::person || words_[next - 1] == ClauseWord::anybody) && is.has(WordClass::verb_s);
    const bool plain = words_[verb] == ClauseWord::other || words_[verb] == ClauseWord::reports || words_[verb] == ClauseWord::gives;
    if (plain && words_.is_verb(verb) && (!thought_.has_clause || verb > next || is.has(WordClass::past) || person)) {
      const Clause found = clause(verb);
      // "the dryer stopped last week", "the baby sleeps in"
      const bool placed = !thought_.has_clause && verb == next && words_.goes_on(verb + 1) &&
                          (words_[verb + 1] == ClauseWord::time || words_[verb + 1] == ClauseWord::preposition);
      const bool somebody_did = words_[next - 1] == ClauseWord::person && is.has(WordClass::past);  // "her mother passed away"
      if (found.phrase.whole == Surety::strong || placed || somebody_did || words_[begin] == ClauseWord::anybody) return found;
    }
    if (words_[next] != ClauseWord::other && words_[next] != ClauseWord::person && words_[next] != ClauseWord::object) break;
  }
  return std::nullopt;
}

bool ClauseReader::is_verb_of_part(std::size_t begin, std::size_t i) const {
  if (words_.is_finite(i) || words_.is_finite_report(i)) return true;
  if (words_[i] != ClauseWord::other) return false;
  const WordClasses is = words_.classes(i);
  if (is.has(WordClass::verb) && words_.classes(i - 1).has(WordClass::plural)) return true;  // "payments start"
  const bool name = words_.is_capitalized(begin) && words_.classes(begin).bits() == 0;       // "Jaylen wears"
  // "school starts on"
  const bool goes_on = words_.goes_on(i + 1) && (words_.begins_object(i + 1) || words_[i + 1] == ClauseWord::preposition ||
                                                 words_[i + 1] == ClauseWord::time || words_[i + 1] == ClauseWord::adverb);
  if (is.has(WordClass::verb_s) && goes_on && !words_.classes(i - 1).has(WordClass::plural)) return true;
  return (i > begin + 1 || name) && (is.has(WordClass::past) || is.has(WordClass::verb_s)) && !is.has(WordClass::plural);
}

// A part of a sentence that a comma or the sentence itself begins: a subject, and a verb before the next word that joins. The comma
// has said where the clause begins, so any verb will do.
std::optional<Clause> ClauseReader::clause_of_part(std::size_t i) const {
  const ClauseWord role = words_[i];
  const bool subject = words_.is_determiner(i) || role == ClauseWord::person || role == ClauseWord::anybody || role == ClauseWord::it ||
                       role == ClauseWord::you || role == ClauseWord::subject || words_.classes(i).has(WordClass::plural) ||
                       (role == ClauseWord::other && (words_.is_noun(i) || words_.is_capitalized(i)) &&
                        (i == thought_.begin || (words_.goes_on(i + 1) && words_.is_finite(i + 1))));
  if (!subject) return std::nullopt;
  bool picked = false;  // "the crib [that was here] is"
  for (std::size_t verb = i + 1; words_.goes_on(verb); ++verb) {
    if (words_[verb] == ClauseWord::subject || words_.is_subject_verb(verb)) return std::nullopt;  // "the week she"
    if (words_.joins(verb)) {
      if (picked || i != thought_.begin) return std::nullopt;
      picked = true;
      continue;
    }
    if (!is_verb_of_part(i, verb)) continue;
    if (picked) {
      picked = false;
      continue;
    }
    Clause found = clause(verb);
    found.phrase.whole = Surety::strong;
    return found;
  }
  return std::nullopt;
}

// "a flat tire": a determiner stands before the word, or two words before.
bool ClauseReader::is_determined(std::size_t i) const {
  for (std::size_t back = i; back-- > thought_.begin && i - back <= 2;) {
    if (words_.is_determiner(back)) return true;
    if (words_[back] != ClauseWord::other) return false;
  }
  return false;
}

bool ClauseReader::is_noun_subject(std::size_t i) const {
  if (words_[i] == ClauseWord::this_one) return !(words_.goes_on(i + 1) && words_.is_finite(i + 1));
  return words_.is_determiner(i) || words_[i] == ClauseWord::person || words_[i] == ClauseWord::anybody;
}

// Nothing but an adjective.
bool ClauseReader::is_description(std::size_t i) const {
  return words_[i] == ClauseWord::other && words_.classes(i).has(WordClass::adjective) && !words_.is_noun(i) && !words_.is_verb(i);
}

// "mom is amazing": word i stands behind what the clause before says of its subject.
bool ClauseReader::is_told(std::size_t i) const {
  const std::size_t end = thought_.last.phrase.end;
  return thought_.has_clause && thought_.last.phrase.tells && i >= end && i - end <= 2 && words_.classes(i - 1).has(WordClass::adjective);
}

// The word cannot be one that the clause after it tells more of.
bool ClauseReader::ends_thought(std::size_t i, bool before_pronoun) const {
  switch (words_[i]) {
    case ClauseWord::adverb:
    case ClauseWord::time:
    case ClauseWord::auxiliary:
    case ClauseWord::have:
    case ClauseWord::complement: return true;
    case ClauseWord::particle: return before_pronoun;
    default: {
      const bool describes = is_description(i) && !is_determined(i);
      return describes || words_.is_manner(i) || (i > thought_.begin && words_.is_capitalized(i));
    }
  }
}

}  // namespace careportal_lint
