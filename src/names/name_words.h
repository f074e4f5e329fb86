// The words of a draft with what the name finder needs to know about each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "names/name_lists.h"
#include "text/document.h"

namespace careportal_lint {

/// What is known about one word of the draft.
struct NameItem {
  std::string lower;  ///< without a possessive ending
  WordFacts facts;
  Shape shape = Shape::lower;
  bool capital = false;  ///< starts with a capital that means something
  bool starts = false;   ///< first of its sentence, or in a heading: its capital says little
  bool possessive = false;
  bool blocked = false;   ///< inside a known brand, place, ...
  bool word = false;      ///< also an ordinary word in lower case; not "tammy", whatever dictionaries say
  bool surnames = false;  ///< "the Nguyens": `lower` and `facts` are those of the surname

  [[nodiscard]] bool listed() const;  ///< a name that is no ordinary word
  [[nodiscard]] bool any_tier() const { return facts.given_tier() != 0 || facts.surname_tier() != 0; }
  [[nodiscard]] bool unknown() const { return !facts.known() && lower.size() > 2; }
  [[nodiscard]] bool ordinary() const { return word || facts.domain(); }
};

/// All words, and the signs between them.
class NameWords {
 public:
  NameWords(const Document& document, const NameLists& lists, const std::vector<Range>& known_phrases);

  [[nodiscard]] const Document& document() const { return document_; }
  [[nodiscard]] std::size_t size() const { return items_.size(); }
  [[nodiscard]] const NameItem& operator[](std::size_t i) const { return items_[i]; }
  [[nodiscard]] Range range(std::size_t i) const { return document_.words()[i].range; }
  [[nodiscard]] std::string_view written(std::size_t i) const { return document_.text(range(i)); }

  /// The signs between word i and the next one; a line end after the last.
  [[nodiscard]] std::string_view gap(std::size_t i) const;
  [[nodiscard]] bool near(std::size_t i) const { return gap(i) == " "; }
  [[nodiscard]] bool same_line(std::size_t i) const { return gap(i).find('\n') == std::string_view::npos; }
  /// The word beside i, one blank away, in lower case; empty when there is none.
  [[nodiscard]] std::string_view before(std::size_t i) const { return i > 0 && near(i - 1) ? items_[i - 1].lower : std::string_view(); }
  [[nodiscard]] std::string_view after(std::size_t i) const { return near(i) ? items_[i + 1].lower : std::string_view(); }

 private:
  void read_surnames(NameItem& item, bool after_the) const;
  void mark_headings();
  void mark_titles();

  const Document& document_;
  std::vector<NameItem> items_;
};

/// An unknown word that is a common one misspelled: on the list of slips, or one letter away.
bool is_slip(const std::string& lower);
bool is_listed_slip(const std::string& lower);

}  // namespace careportal_lint
