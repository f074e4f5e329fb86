// What a pattern finds by the book: RE2, leftmost-longest, line by line, without any shortcut.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.h"

namespace re2 {
class RE2;
}

namespace careportal_lint::test {

/// A place where a pattern stands; `groups` as in Match.
struct Found {
  Range range;
  std::vector<Range> groups;
  friend bool operator==(const Found&, const Found&) = default;
};

/// The lines of many documents as one text, each ended by a line feed, so that one search goes over all of them.
class JoinedLines {
 public:
  struct Place {
    std::size_t document;
    std::size_t line;
    std::size_t begin;  ///< in text()
  };

  void add(const Document& document);
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::vector<Place>& places() const { return places_; }

 private:
  std::string text_;
  std::vector<Place> places_;
  std::size_t documents_ = 0;
};

class PlainSearch {
 public:
  /// `word_edges`: a match may not begin or end inside a word.
  PlainSearch(std::string pattern, bool exact_case, bool word_edges);
  ~PlainSearch();
  PlainSearch(const PlainSearch&) = delete;
  PlainSearch& operator=(const PlainSearch&) = delete;

  /// RE2 takes the pattern.
  [[nodiscard]] bool ok() const;
  /// All matches in `line`, each search going on behind the match before. Empty matches do not count.
  [[nodiscard]] std::vector<Found> find_all(std::string_view text, Range line) const;
  /// Some text of the pattern, be it empty, stands in `range`, as if the text were cut out there.
  [[nodiscard]] bool contains(std::string_view text, Range range) const;
  /// The pattern matches exactly this `match` in `line`.
  [[nodiscard]] bool matches(std::string_view text, Range line, Range match) const;
  /// Indexes into `lines.places()`; no line that is left out holds a match.
  [[nodiscard]] std::vector<std::size_t> lines_to_look_at(const JoinedLines& lines) const;

 private:
  [[nodiscard]] const re2::RE2& on_line() const;
  bool find(std::string_view text, Range within, std::uint32_t from, Found& out) const;

  std::string pattern_;
  bool exact_case_;
  bool word_edges_;
  mutable std::unique_ptr<re2::RE2> on_line_;  // compiled when it is first asked for
};

}  // namespace careportal_lint::test
