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
  you,           ///< as `it`; after a noun it mostly says which one is meant
  subject_be,    ///< she's, they're: subject and verb at once
  it_is,         ///< it's, it'll: as these, but also written for "its"
  subject_have,  ///< they've
  subject_will,  ///< they'll, he'd
  there,         ///< there is
  there_is,      ///< there's
  this_one,      ///< this, these: a subject, or before its noun
  determiner,    ///< two, some: a noun follows
  possessive,    ///< her, their: a determiner, too
  a,             ///< a determiner of something new
  the,           ///< a determiner of something known
  person,        ///< mom, grandpa: a subject without a determiner
  anybody,       ///< somebody, nothing: no determiner can stand before
  verb,          ///< went, needs: finite, whatever else the word may be
  reported,      ///< said, knew: a finite verb that a clause may follow
  auxiliary,     ///< can, does: a finite verb before the plain form of another
  have,          ///< has, had: alone, or before a participle
  be,            ///< is, were
  been,          ///< be, been: not finite
  gives,         ///< sent, buy: to somebody
  lets,          ///< lets, watch: somebody and what they do follow
  to,            ///< before the plain form of a verb
  rest_of_verb,  ///< not, going: between a verb and what it speaks of
  particle,      ///< up, away: ends a verb or what it speaks of
  adverb,        ///< also, right, well
  object,        ///< everything, more: the verb has its object, but a clause may follow that says which
  complement,    ///< them, great: the verb has what belongs to it
  preposition,   ///< in, with
  time,          ///< week, monday, ago: a thought may end with them
  picks,         ///< all, only: a clause may follow that says which
  singles,       ///< only, same: as `picks` after "the", or an adverb
  please,        ///< a clause without a subject follows
  and_or,        ///< joins words, parts and clauses
  so,            ///< joins; "so glad they" needs no other word
  ties,          ///< but, who, than: joins the clause after it
  opens,         ///< when, because: joins, and at the begin of a thought announces one more clause
  reports        ///< says, hopes, glad: a clause may follow without "that"
};

/// The names that a pack gives them, in the order of the values after `other`.
const std::vector<std::string>& clause_word_names();

/// The signs between two words: nothing but a blank, a comma, something that ends a thought, or no blank at all ("two-year-old").
enum class Gap : std::uint8_t { blank, comma, stop, tight };

/// Words are numbered from the first of the sentence on.
class ClauseWords {
 public:
  /// A table from words in lower case to what they do; `words` names it. Other names are left out.
  static std::string table(const WordForms& words);

  /// `table`: made by table(); both must outlive this.
  ClauseWords(const Document& document, const TextTable& table) : document_(document), table_(table) {}
  /// Goes to the words [first, last) of the draft, which are one sentence.
  void go_to(std::size_t first, std::size_t last);

  [[nodiscard]] std::size_t size() const { return words_.size(); }
  [[nodiscard]] ClauseWord operator[](std::size_t i) const { return words_[i].role; }
  /// The number of the word in the draft.
  [[nodiscard]] std::size_t in_draft(std::size_t i) const { return first_ + i; }
  [[nodiscard]] std::string lower(std::size_t i) const;
  [[nodiscard]] WordClasses classes(std::size_t i) const { return words_[i].classes; }
  [[nodiscard]] bool is_capitalized(std::size_t i) const;

  /// Between word i - 1 and word i, which must be there.
  [[nodiscard]] Gap gap(std::size_t i) const { return words_[i].gap; }
  /// There is a word i, and nothing but a blank before it.
  [[nodiscard]] bool goes_on(std::size_t i) const { return i < size() && gap(i) == Gap::blank; }
  /// The first word from i on that is no adverb of the same thought.
  [[nodiscard]] std::size_t skip_adverbs(std::size_t i) const;

  /// Has, went, said, is: whatever stands around it, the verb of a clause.
  [[nodiscard]] bool is_finite(std::size_t i) const;
  /// Says, hoped: of the words that report, the ones that are verbs of a clause.
  [[nodiscard]] bool is_finite_report(std::size_t i) const;
  [[nodiscard]] bool is_determiner(std::size_t i) const;
  [[nodiscard]] bool begins_object(std::size_t i) const;
  /// And, but, who, when, so.
  [[nodiscard]] bool joins(std::size_t i) const;
  /// She's, they've.
  [[nodiscard]] bool is_subject_verb(std::size_t i) const;
  /// By the word classes: most nouns can be verbs, too.
  [[nodiscard]] bool is_verb(std::size_t i) const;
  [[nodiscard]] bool is_noun(std::size_t i) const;
  /// Given, helped, found: after "is" or "has".
  [[nodiscard]] bool is_participle(std::size_t i) const;
  /// A word that the table does not tell of and that ends in -ly.
  [[nodiscard]] bool is_manner(std::size_t i) const;

 private:
  struct ClauseWordInfo {
    ClauseWord role = ClauseWord::other;
    Gap gap = Gap::stop;
    WordClasses classes;
  };
  [[nodiscard]] Gap gap_before(std::size_t i) const;

  const Document& document_;
  const TextTable& table_;
  std::size_t first_ = 0;
  std::vector<ClauseWordInfo> words_;
};

}  // namespace careportal_lint
