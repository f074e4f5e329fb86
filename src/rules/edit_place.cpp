#include "rules/edit_place.h"

#include <algorithm>

namespace careportal_lint {
namespace {

constexpr std::size_t kWordsBefore = 6;
constexpr std::size_t kWordsAfter = 4;

}  // namespace

std::vector<Spot> words_of(std::string_view text) {
  std::vector<Spot> out;
  for (std::uint32_t pos = 0; pos < text.size();) {
    std::uint32_t end = pos;
    while (end < text.size() && (is_word_char(text[end]) || text[end] == '\'')) ++end;
    if (end > pos) out.push_back({{pos, end}, to_lower(text.substr(pos, end - pos))});
    pos = std::max(end, pos + 1);
  }
  return out;
}

EditPlace::EditPlace(const Document& document, Range range, std::string text)
    : edit{range, std::move(text)}, document_(document), whole_(document.text()) {
  if (document.sentences().empty()) return;
  sentence_ = document.scope(Scope::sentence, range);
  caps_ = document.caps_around(range);
}

const std::vector<Spot>& EditPlace::words_before() {
  std::vector<Spot>& out = before_.spots;
  if (before_.place == edit.range.begin) return out;
  before_.place = edit.range.begin;
  out.clear();
  std::uint32_t end = edit.range.begin;
  while (out.size() < kWordsBefore && end > sentence_.begin + 1 && whole_[end - 1] == ' ') {
    --end;
    std::uint32_t begin = end;
    while (begin > sentence_.begin && (is_word_char(whole_[begin - 1]) || whole_[begin - 1] == '\'')) --begin;
    if (begin == end) break;
    out.push_back({{begin, end}, to_lower(whole_.substr(begin, end - begin))});
    end = begin;
  }
  std::reverse(out.begin(), out.end());
  return out;
}

const std::vector<Spot>& EditPlace::words_after() {
  std::vector<Spot>& out = after_.spots;
  if (after_.place == edit.range.end) return out;
  after_.place = edit.range.end;
  out.clear();
  std::uint32_t begin = edit.range.end;
  while (out.size() < kWordsAfter && begin < sentence_.end && whole_[begin] == ' ') {
    std::uint32_t end = ++begin;
    while (end < sentence_.end && (is_word_char(whole_[end]) || whole_[end] == '\'')) ++end;
    if (end == begin) break;
    out.push_back({{begin, end}, to_lower(whole_.substr(begin, end - begin))});
    begin = end;
  }
  return out;
}

const std::vector<Spot>& EditPlace::own_words() {
  if (!own_known_ || own_text_ != edit.text) {
    own_ = words_of(edit.text);
    own_text_ = edit.text;
    own_known_ = true;
  }
  return own_;
}

void EditPlace::begin_large(bool large) {
  if (large && !edit.text.empty()) edit.text[0] = to_upper(edit.text[0]);
}

}  // namespace careportal_lint
