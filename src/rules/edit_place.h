// An edit and the words beside it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "rules/deletion.h"
#include "text/document.h"

namespace careportal_lint {

/// A word and where it stands.
struct Spot {
  Range range;
  std::string lower;
};

std::vector<Spot> words_of(std::string_view text);

/// A suggestion on its way into its sentence: the edit that it comes to, and the words around it as the edit grows.
class EditPlace {
 public:
  EditPlace(const Document& document, Range range, std::string text);

  Edit edit;  ///< `range` in folded text

  [[nodiscard]] const Document& document() const { return document_; }
  /// The folded text of the draft.
  [[nodiscard]] std::string_view whole() const { return whole_; }
  [[nodiscard]] Range sentence() const { return sentence_; }
  /// The line is written in capitals.
  [[nodiscard]] bool caps() const { return caps_; }
  /// What stands behind the edit; the end of a line at the end.
  [[nodiscard]] char next() const { return edit.range.end < whole_.size() ? whole_[edit.range.end] : '\n'; }

  /// The words that stand right before the edit, one blank apart, the nearest one last; six at most. Holds until the edit grows.
  const std::vector<Spot>& words_before();
  /// ... and right after it, the nearest one first; four at most.
  const std::vector<Spot>& words_after();
  /// The words of the rewrite as it stands.
  const std::vector<Spot>& own_words();

  /// The edit takes the words from `begin` along.
  void reach_back(std::uint32_t begin) { edit.range.begin = begin; }
  /// Gives the rewrite a capital, unless the line is in capitals.
  void begin_large(bool large);

 private:
  // found once for each state of the edit
  struct Neighbors {
    std::uint32_t place = UINT32_MAX;  ///< where the edit began (ended)
    std::vector<Spot> spots;
  };

  const Document& document_;
  std::string_view whole_;
  Range sentence_{};
  bool caps_ = false;
  Neighbors before_;
  Neighbors after_;
  std::string own_text_;
  std::vector<Spot> own_;
  bool own_known_ = false;
};

}  // namespace careportal_lint
