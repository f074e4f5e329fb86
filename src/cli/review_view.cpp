#include "cli/review_view.h"

#include <algorithm>
#include <vector>

#include "render/escape.h"
#include "text/document.h"
#include "text/utf8.h"

namespace careportal_lint::cli {
namespace {

// Code points shown on each side of the marked words, and of them, at most.
constexpr std::size_t kMostAround = 240;
constexpr std::size_t kNarrowest = 20;

std::size_t step_back(std::string_view text, std::size_t pos, std::size_t points, std::size_t limit) {
  for (; points > 0 && pos > limit; --points) {
    --pos;
    while (pos > limit && !utf8::is_edge(text, pos)) --pos;
  }
  return pos;
}

std::size_t step_forward(std::string_view text, std::size_t pos, std::size_t points, std::size_t limit) {
  for (; points > 0 && pos < limit; --points) pos += utf8::decode(text, pos).length;
  return std::min(pos, limit);
}

// Parts of `text` that fit into `columns`, broken at blanks where there are any.
std::vector<Span> break_lines(std::string_view text, std::size_t columns) {
  std::vector<Span> lines;
  std::size_t begin = 0;
  while (begin < text.size()) {
    std::size_t end = begin;
    std::size_t blank = begin;  // where the last word that fits ends
    for (std::size_t width = 0; end < text.size();) {
      const std::size_t length = utf8::decode(text, end).length;
      width += display_width(text.substr(end, length));
      if (text[end] == ' ' && end > begin) blank = end;
      if (width > columns && end > begin) break;
      end += length;
    }
    if (end < text.size() && blank > begin) end = blank;
    lines.push_back({begin, end});
    begin = end;
    while (begin < text.size() && text[begin] == ' ') ++begin;
  }
  return lines;
}

// Shown in one paragraph: line ends as blanks, all else that steers a terminal escaped.
std::string flat(std::string_view text) {
  std::string out;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", pos), text.size());
    out += visible(text.substr(pos, end - pos));
    pos = end;
    if (pos == text.size()) break;
    while (pos < text.size() && (text[pos] == '\r' || text[pos] == '\n')) ++pos;
    out.push_back(' ');
  }
  return out;
}

// From the beginning of the sentence of a span's first byte to the end of that of its last.
Span sentences_around(const SourceText& draft, Span span) {
  const Document document(draft);
  Span out = span;
  for (const Sentence& sentence : document.sentences()) {
    const Span place = document.to_original(sentence.range);
    if (!place.overlaps(span)) continue;
    out.begin = std::min(out.begin, place.begin);
    out.end = std::max(out.end, place.end);
  }
  return out;
}

}  // namespace

std::string paint(const Look& look, const char* code, const std::string& text) {
  return look.color && !text.empty() ? std::string("\x1b[") + code + "m" + text + "\x1b[0m" : text;
}

std::string wrapped(const Look& look, const std::string& first, std::string_view text) {
  const std::string shown = flat(text);
  const std::size_t indent = display_width(first);
  std::string out;
  for (const Span& line : break_lines(shown, std::max(look.columns, indent + kNarrowest) - indent)) {
    out += (out.empty() ? first : std::string(indent, ' ')) + shown.substr(line.begin, line.size()) + "\n";
  }
  return out.empty() ? first + "\n" : out;
}

std::string marked_sentence(const Look& look, const SourceText& draft, Span span) {
  const std::string_view text = draft.text();
  const Span sentence = sentences_around(draft, span);
  const std::size_t from = step_back(text, span.begin, kMostAround, sentence.begin);
  const std::size_t mark_end = step_forward(text, span.begin, kMostAround, span.end);
  const std::size_t to = mark_end < span.end ? mark_end : step_forward(text, span.end, kMostAround, sentence.end);

  std::string shown = (from > sentence.begin ? "..." : "") + flat(text.substr(from, span.begin - from));
  const std::size_t mark_from = shown.size();
  shown += flat(text.substr(span.begin, mark_end - span.begin));
  const std::size_t mark_to = shown.size();
  shown += flat(text.substr(mark_end, to - mark_end)) + (to < sentence.end ? "..." : "");

  constexpr std::size_t kIndent = 2;
  std::string out;
  for (const Span& line : break_lines(shown, std::max(look.columns, kIndent + kNarrowest) - kIndent)) {
    const std::size_t begin = std::clamp(mark_from, line.begin, line.end);
    const std::size_t end = std::clamp(mark_to, line.begin, line.end);
    const std::string before = shown.substr(line.begin, begin - line.begin);
    const std::string marked = shown.substr(begin, end - begin);
    out += std::string(kIndent, ' ') + before + paint(look, "1;31", marked) + shown.substr(end, line.end - end) + "\n";
    const std::size_t carets = std::max<std::size_t>(display_width(marked), marked.empty() ? 0 : 1);
    if (carets > 0) out += std::string(kIndent + display_width(before), ' ') + paint(look, "1;31", std::string(carets, '^')) + "\n";
  }
  return out;
}

}  // namespace careportal_lint::cli
