// The words of a draft with what the name finder needs to know about each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "names/name_lists.h"
#include "names/sentence_begins.h"
#include "text/document.h"

namespace careportal_lint {

/// What is known about one word of the draft.
struct NameItem {
  std::string_view lower;  ///< without a possessive ending
  std::uint64_t hash = 0;  ///< Lexicon::hash_word(lower)
  WordGroups groups;
  WordFacts facts;
  Shape shape = Shape::lower;
  bool capital = false;  ///< starts with a capital that means something
  bool starts = false;   ///< first of its sentence, or in a heading: its capital says little
  bool possessive = false;
  bool blocked = false;   ///< inside a known brand, place, ...
  bool word = false;      ///< also an ordinary word in lower case; not "tammy", whatever dictionaries say
  bool surnames = false;  ///< "the Nguyens": `lower` and `facts` are those of the surname
  bool near = false;      ///< one blank before the next word
  bool line_end = false;  ///< last of its line
  bool plain = false;     ///< can be no name by itself
  bool cast = false;      ///< a character of a show that the draft tells of

  [[nodiscard]] bool is(WordGroup group) const { return groups.has(group); }
  [[nodiscard]] bool operator==(std::string_view text) const { return lower == text; }
  [[nodiscard]] bool ends_with(std::string_view ending) const { return lower.ends_with(ending); }
  [[nodiscard]] bool empty() const { return lower.empty(); }

  /// A name that is no ordinary word.
  [[nodiscard]] bool listed() const {
    const int given = facts.given_tier();
    const int surname = facts.surname_tier();
    return given == 1 || given == 2 || surname == 1 || surname == 2;
  }
  [[nodiscard]] bool any_tier() const { return facts.given_tier() != 0 || facts.surname_tier() != 0; }
  /// Hope, courage; "Rusty" is spoken of as a word, but is no virtue.
  [[nodiscard]] bool virtue() const { return is(WordGroup::virtues) && (is(WordGroup::graces) || !any_tier()); }
  [[nodiscard]] bool unknown() const { return !facts.known() && lower.size() > 2; }
  [[nodiscard]] bool ordinary() const { return word || facts.domain(); }
};

/// All words, and the signs between them.
class NameWords {
 public:
  /// What a draft needs while it is read; kept from one draft to the next, so that memory is asked for once.
  struct Scratch {
    std::vector<NameItem> items;
    std::vector<char> letters;  ///< words with capitals, in lower case
  };

  /// `begins`: how the sentences of the whole draft begin, when the document is a piece of it.
  NameWords(const Document& document, const NameLists& lists, const std::vector<Range>& known_phrases, Scratch& scratch,
            const SentenceBegins* begins = nullptr);

  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] std::size_t size() const { return items_.size(); }
  [[nodiscard]] const NameItem& operator[](std::size_t i) const { return items_[i]; }
  [[nodiscard]] Range range(std::size_t i) const { return document_.words()[i].range; }
  [[nodiscard]] std::string_view written(std::size_t i) const { return document_.text(range(i)); }

  /// The signs between word i and the next one; a line end after the last.
  [[nodiscard]] std::string_view gap(std::size_t i) const {
    if (i + 1 >= items_.size()) return "\n";
    return document_.text({range(i).end, range(i + 1).begin});
  }
  /// Sentences begin in lower case here, so a name has no capital either.
  [[nodiscard]] bool all_lower() const { return all_lower_; }
  [[nodiscard]] bool near(std::size_t i) const { return i < items_.size() && items_[i].near; }
  [[nodiscard]] bool same_line(std::size_t i) const { return i < items_.size() && !items_[i].line_end; }
  /// The word beside i, one blank away; an empty one when there is none.
  [[nodiscard]] const NameItem& before(std::size_t i) const { return i > 0 && near(i - 1) ? items_[i - 1] : none_; }
  [[nodiscard]] const NameItem& after(std::size_t i) const { return near(i) ? items_[i + 1] : none_; }

 private:
  /// `lower` and `hash`.
  void read(NameItem& item, const Word& word);
  /// `facts` and `groups` from the hash.
  void look_up(NameItem& item) const;
  void read_lost_apostrophe(NameItem& item) const;
  void read_surnames(NameItem& item, bool after_the) const;
  static bool is_plain(const NameItem& item);
  void mark_starts();
  void mark_phrases(const std::vector<Range>& phrases);
  void mark_headings();
  void mark_titles();
  void mark_pets();
  void mark_song(std::size_t verb);
  void mark_named_thing(std::size_t verb);
  void mark_casts(const std::vector<Range>& phrases);
  /// The word that pet i is called, or none (-1).
  [[nodiscard]] std::size_t pet_name_after(std::size_t pet) const;
  [[nodiscard]] std::size_t pet_name_before(std::size_t pet) const;

  const Document& document_;
  const NameLists& lists_;
  const Lexicon& lexicon_;
  std::vector<NameItem>& items_;
  std::vector<char>& letters_;
  NameItem none_;
  bool all_lower_ = false;
};

}  // namespace careportal_lint
