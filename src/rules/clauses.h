// Where the sentences begin that a writer has run together: "she is doing well they need beds".
//
// A clause is a subject with its verb. Every clause of a sentence but the first needs a word that ties it to what stands before it
// ("and", "because", "who", "she says"); one without has run on. Which words do what is told by the vocabulary clause_words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "rules/text_table.h"
#include "text/document.h"

namespace careportal_lint {

/// What a word does in and between clauses.
enum class ClauseWord : std::uint8_t {
  other,
  subject,       ///< he, they: nothing but the subject of a clause
  it,            ///< subject or object
  subject_verb,  ///< she's, they've: subject and verb at once
  there,         ///< there is
  determiner,    ///< the, her: a noun follows
  person,        ///< mom, grandpa: a subject without a determiner
  verb,          ///< has, will, went: finite, whatever else the word may be
  be,            ///< is, were
  lets,          ///< help, makes: somebody and what they do follow
  rest_of_verb,  ///< been, to, not: between a verb and what it speaks of
  adverb,        ///< also, right, well
  object,        ///< them, so, every: the verb has its object or complement
  preposition,   ///< in, with
  time,          ///< week, monday, ago: a thought may end with them
  ties,          ///< and, who, than: joins the clause after it
  opens,         ///< when, because: joins, and at the begin of a thought announces one more clause
  reports        ///< says, hopes, glad: a clause may follow without "that"
};

/// Two sentences without a sign between that ends the first.
struct Joint {
  std::size_t last = 0;   ///< word of the draft that should end a sentence
  std::size_t first = 0;  ///< word that should begin the next
  bool comma = false;     ///< they have a comma between
};

class Clauses {
 public:
  /// `words`: from words in lower case to the names of what they do; it must outlive this.
  explicit Clauses(TextTable words) : words_(words) {}
  /// The names that the table may give.
  static std::vector<std::string> role_names();

  /// The joints among the words [first, last) of a draft, which are one sentence.
  [[nodiscard]] std::vector<Joint> joints(const Document& document, std::size_t first, std::size_t last) const;

 private:
  TextTable words_;
};

}  // namespace careportal_lint
