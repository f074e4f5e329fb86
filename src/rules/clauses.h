// The clauses of a sentence: a subject with its verb.
#pragma once

#include <cstddef>
#include <optional>

#include "rules/clause_words.h"
#include "rules/verb_phrases.h"

namespace careportal_lint {

struct Clause {
  std::size_t verb = 0;
  VerbPhrase phrase;
  bool of_person = false;  ///< its subject is somebody
};

/// What has been read since the last sign that ends a thought.
struct Thought {
  std::size_t begin = 0;  ///< its first word
  bool has_clause = false;
  Clause last;                ///< the clause before; counts if it has one
  std::size_t announced = 0;  ///< clauses that need no other word, since "when" stands before
};

/// Finds clauses and tells how the words before them end.
class ClauseReader {
 public:
  /// Both must outlive this.
  ClauseReader(const ClauseWords& words, const Thought& thought) : words_(words), thought_(thought) {}

  /// A clause whose subject begins at word i.
  [[nodiscard]] std::optional<Clause> clause_at(std::size_t i) const;
  /// A clause of the part of a sentence that begins at word i, after a comma, after "when", or with the sentence.
  [[nodiscard]] std::optional<Clause> clause_of_part(std::size_t i) const;

  /// The subject that begins at word i is a noun: the verb before it could speak of it.
  [[nodiscard]] bool is_noun_subject(std::size_t i) const;
  /// "a flat tire": a determiner stands before the word, or two words before.
  [[nodiscard]] bool is_determined(std::size_t i) const;
  /// Nothing but an adjective.
  [[nodiscard]] bool is_description(std::size_t i) const;
  /// "mom is amazing": word i stands behind what the clause before says of its subject.
  [[nodiscard]] bool is_told(std::size_t i) const;
  /// Word i cannot be one that a clause after it tells more of. `before_pronoun`: that clause begins with a pronoun.
  [[nodiscard]] bool ends_thought(std::size_t i, bool before_pronoun) const;

 private:
  [[nodiscard]] Clause clause(std::size_t verb) const { return {verb, read_verb_phrase(words_, verb), false}; }
  [[nodiscard]] std::optional<Clause> clause_of_name_or_plural(std::size_t i) const;
  [[nodiscard]] std::optional<Clause> clause_of_pronoun(std::size_t i) const;
  [[nodiscard]] std::optional<Clause> clause_of_noun(std::size_t begin, std::size_t noun) const;
  [[nodiscard]] std::size_t verb_after_place(std::size_t i) const;
  [[nodiscard]] std::size_t skip_to_noun(std::size_t begin, std::size_t noun) const;
  [[nodiscard]] bool is_modified_person(std::size_t i) const;
  [[nodiscard]] bool is_verb_of_part(std::size_t begin, std::size_t i) const;

  const ClauseWords& words_;
  const Thought& thought_;
};

}  // namespace careportal_lint
