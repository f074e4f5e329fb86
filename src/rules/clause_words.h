// The words of a sentence and what each does in and between clauses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/word_classes.h"
#include "rules/rule_spec.h"
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
  verb,          ///< went, needs: finite, whatever else the word may be
  auxiliary,     ///< has, will: a finite verb before another verb
  be,            ///< is, were
  lets,          ///< help, makes: somebody and what they do follow
  rest_of_verb,  ///< been, to, not: between a verb and what it speaks of
  adverb,        ///< also, right, well
  object,        ///< everything, more: the verb has its object, but a clause may follow that says which
  complement,    ///< them, great: the verb has what belongs to it
  preposition,   ///< in, with
  time,          ///< week, monday, ago: a thought may end with them
  ties,          ///< and, who, than: joins the clause after it
  opens,         ///< when, because: joins, and at the begin of a thought announces one more clause
  reports        ///< says, hopes, glad: a clause may follow without "that"
};

/// The names that a pack gives them, in the order of the values after `other`.
const std::vector<std::string>& clause_word_names();

/// The signs between two words: nothing but a blank, a comma, or something that ends a thought.
enum class Gap : std::uint8_t { blank, comma, stop };

/// Words are numbered from the first of the sentence on.
class ClauseWords {
 public:
  /// A table from words in lower case to what they do; `words` names it. Other names are left out.
  static std::string table(const WordForms& words);

  /// `table`: made by table(); both must outlive this.
  ClauseWords(const Document& document, const TextTable& table) : document_(document), table_(table) {}
  /// Goes to the words [first, last) of the draft, which are one sentence.
  void go_to(std::size_t first, std::size_t last);

  [[nodiscard]] std::size_t size() const { return roles_.size(); }
  [[nodiscard]] ClauseWord operator[](std::size_t i) const { return roles_[i]; }
  /// The number of the word in the draft.
  [[nodiscard]] std::size_t in_draft(std::size_t i) const { return first_ + i; }
  [[nodiscard]] std::string lower(std::size_t i) const;
  [[nodiscard]] bool is(std::size_t i, std::string_view word) const { return lower(i) == word; }
  [[nodiscard]] WordClasses classes(std::size_t i) const { return WordClassTable::embedded().find(lower(i)); }

  /// Between word i - 1 and word i, which must be there.
  [[nodiscard]] Gap gap(std::size_t i) const;
  /// There is a word i, and nothing but a blank before it.
  [[nodiscard]] bool goes_on(std::size_t i) const { return i < size() && gap(i) == Gap::blank; }
  /// The first word from i on that is no adverb of the same thought.
  [[nodiscard]] std::size_t skip_adverbs(std::size_t i) const;

  /// Has, went; is: whatever stands around it, the verb of a clause.
  [[nodiscard]] bool is_finite(std::size_t i) const;
  /// Says, told: of the words that report, the ones that are verbs of a clause.
  [[nodiscard]] bool is_finite_report(std::size_t i) const;
  [[nodiscard]] bool begins_object(std::size_t i) const;
  /// By the word classes: most nouns can be verbs, too.
  [[nodiscard]] bool is_verb(std::size_t i) const;
  [[nodiscard]] bool is_noun(std::size_t i) const;

 private:
  const Document& document_;
  const TextTable& table_;
  std::size_t first_ = 0;
  std::vector<ClauseWord> roles_;
};

}  // namespace careportal_lint
