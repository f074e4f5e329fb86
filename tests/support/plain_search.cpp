#include "support/plain_search.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

namespace careportal_lint::test {
namespace {

re2::RE2::Options options(bool exact_case) {
  re2::RE2::Options out;
  out.set_encoding(re2::RE2::Options::EncodingLatin1);
  out.set_case_sensitive(exact_case);
  out.set_longest_match(true);
  out.set_log_errors(false);
  return out;
}

bool is_inside_word(std::string_view text, Range within, std::uint32_t pos) {
  return pos > within.begin && pos < within.end && is_word_char(text[pos - 1]) && is_word_char(text[pos]);
}

}  // namespace

void JoinedLines::add(const Document& document) {
  for (std::size_t line = 0; line < document.lines().size(); ++line) {
    places_.push_back({documents_, line, text_.size()});
    text_ += document.text(document.lines()[line].range);
    text_ += '\n';
  }
  ++documents_;
}

PlainSearch::PlainSearch(std::string pattern, bool exact_case, bool word_edges)
    : pattern_(std::move(pattern)), exact_case_(exact_case), word_edges_(word_edges) {}

PlainSearch::~PlainSearch() = default;

const re2::RE2& PlainSearch::on_line() const {
  if (on_line_ == nullptr) on_line_ = std::make_unique<re2::RE2>("(?:" + pattern_ + ")", options(exact_case_));
  return *on_line_;
}

// Also without the brackets around it, which a pattern must not close.
bool PlainSearch::ok() const { return on_line().ok() && re2::RE2(pattern_, options(exact_case_)).ok(); }

bool PlainSearch::find(std::string_view text, Range within, std::uint32_t from, Found& out) const {
  const re2::RE2& re = on_line();
  const re2::StringPiece piece(text.data() + within.begin, within.size());
  std::array<re2::StringPiece, 10> parts;
  const int count = std::min<int>(re.NumberOfCapturingGroups(), 9) + 1;
  const auto range_of = [&](const re2::StringPiece& part) {
    if (part.data() == nullptr) return Range{};
    const auto begin = static_cast<std::uint32_t>(part.data() - text.data());
    return Range{begin, begin + static_cast<std::uint32_t>(part.size())};
  };
  for (std::size_t pos = from - within.begin;
       pos <= piece.size() && re.Match(piece, pos, piece.size(), re2::RE2::UNANCHORED, parts.data(), count);) {
    Range match = range_of(parts[0]);
    const std::size_t begin = match.begin - within.begin;
    bool fits = !word_edges_ || !is_inside_word(text, within, match.begin);
    // where the longest text ends inside a word, a shorter one may not
    while (fits && word_edges_ && is_inside_word(text, within, match.end)) {
      fits = match.end > match.begin && re.Match(piece, begin, match.end - within.begin - 1, re2::RE2::ANCHOR_START, parts.data(), count);
      if (fits) match = range_of(parts[0]);
    }
    if (fits) {
      out.range = match;
      out.groups.clear();
      for (int i = 0; count > 1 && i < count; ++i) out.groups.push_back(range_of(parts.at(static_cast<std::size_t>(i))));
      return true;
    }
    pos = begin + 1;
  }
  return false;
}

std::vector<Found> PlainSearch::find_all(std::string_view text, Range line) const {
  std::vector<Found> out;
  Found found;
  for (std::uint32_t from = line.begin; from <= line.end && find(text, line, from, found);) {
    from = found.range.end + (found.range.empty() ? 1 : 0);
    if (!found.range.empty()) out.push_back(found);
  }
  return out;
}

bool PlainSearch::contains(std::string_view text, Range range) const {
  Found found;
  return !range.empty() && find(text, range, range.begin, found);
}

bool PlainSearch::matches(std::string_view text, Range line, Range match) const {
  if (word_edges_ && (is_inside_word(text, line, match.begin) || is_inside_word(text, line, match.end))) return false;
  const re2::StringPiece piece(text.data() + line.begin, line.size());
  return on_line().Match(piece, match.begin - line.begin, match.end - line.begin, re2::RE2::ANCHOR_BOTH, nullptr, 0);
}

std::vector<std::size_t> PlainSearch::lines_to_look_at(const JoinedLines& lines) const {
  // what matches on a line matches in the joined text, too: a line feed is an edge as the end of the text is one
  const re2::RE2 re("(?m)(?:" + pattern_ + ")", options(exact_case_));
  std::vector<std::size_t> out;
  const re2::StringPiece text(lines.text());
  const auto& places = lines.places();
  re2::StringPiece match;
  for (std::size_t pos = 0; pos < text.size() && re.Match(text, pos, text.size(), re2::RE2::UNANCHORED, &match, 1);) {
    const auto begin = static_cast<std::size_t>(match.data() - text.data());
    const auto next = std::upper_bound(places.begin(), places.end(), begin,
                                       [](std::size_t at, const JoinedLines::Place& place) { return at < place.begin; });
    out.push_back(static_cast<std::size_t>(next - places.begin()) - 1);
    if (next == places.end()) break;
    pos = next->begin;
  }
  return out;
}

}  // namespace careportal_lint::test
