#include "text/fold.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "text/layout.h"
#include "text/utf8.h"

namespace careportal_lint {
namespace {

bool is_combining(char32_t c) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME || category == UTF8PROC_CATEGORY_MC;
}

bool is_zero_width(char32_t c) {
  return c == 0x00AD || c == 0x034F || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) ||
         c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

// Letters that Unicode does not decompose, by their customary ASCII spelling; signs that people type for ASCII ones.
std::string_view customary_form(char32_t c) {
  struct Form {
    char32_t code_point;
    std::string_view ascii;
  };
  static constexpr std::array kForms = std::to_array<Form>(
      {{0x00AA, "a"},  {0x00BA, "o"},   {0x00C6, "AE"}, {0x00D0, "D"},  {0x00D8, "O"}, {0x00DE, "Th"}, {0x00DF, "ss"}, {0x00E6, "ae"},
       {0x00F0, "d"},  {0x00F8, "o"},   {0x00FE, "th"}, {0x0110, "D"},  {0x0111, "d"}, {0x0131, "i"},  {0x0141, "L"},  {0x0142, "l"},
       {0x0152, "OE"}, {0x0153, "oe"},  {0x02BB, "'"},  {0x02BC, "'"},  {0x2010, "-"}, {0x2011, "-"},  {0x2012, "-"},  {0x2013, "-"},
       {0x2014, "-"},  {0x2015, "-"},   {0x2018, "'"},  {0x2019, "'"},  {0x201A, "'"}, {0x201B, "'"},  {0x201C, "\""}, {0x201D, "\""},
       {0x201E, "\""}, {0x201F, "\""},  {0x2032, "'"},  {0x2033, "\""}, {0x2044, "/"}, {0x2212, "-"},  {0x2215, "/"},  {0x00B4, "'"},
       {0x0060, "'"},  {0x2026, "..."}, {0x00AB, "\""}, {0x00BB, "\""}, {0x2022, "*"}, {0x00D7, "x"},  {0xFF07, "'"},  {0x2043, "-"}});
  const auto* found = std::find_if(kForms.begin(), kForms.end(), [&](const Form& form) { return form.code_point == c; });
  return found == kForms.end() ? std::string_view() : found->ascii;
}

// The ASCII stand-in of one code point; empty: it vanishes.
std::string fold_code_point(char32_t c) {
  if (is_zero_width(c) || is_combining(c)) return {};
  if (const std::string_view form = customary_form(c); !form.empty()) return std::string(form);
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  if (category == UTF8PROC_CATEGORY_ZS || c == 0x0085 || c == 0x2028 || c == 0x2029) return " ";
  if (category == UTF8PROC_CATEGORY_PD) return "-";

  std::array<utf8proc_int32_t, 32> parts{};
  int last_class = 0;
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(), parts.size(),
                                             static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT), &last_class);
  std::string out;
  bool all_ascii = count > 0 && count <= static_cast<utf8proc_ssize_t>(parts.size());
  for (utf8proc_ssize_t i = 0; all_ascii && i < count; ++i) {
    const auto part = static_cast<char32_t>(parts.at(static_cast<std::size_t>(i)));
    if (part < 0x80) {
      out.push_back(static_cast<char>(part));
    } else if (const std::string_view form = customary_form(part); !form.empty() && part != c) {
      out += form;
    } else if (!is_combining(part)) {
      all_ascii = false;
    }
  }
  if (all_ascii && !out.empty()) return out;
  const bool letter = category <= UTF8PROC_CATEGORY_LO && category >= UTF8PROC_CATEGORY_LU;
  const bool number = category == UTF8PROC_CATEGORY_ND;
  return std::string(1, letter || number ? kForeignLetter : kForeignSign);
}

class Folder {
 public:
  explicit Folder(std::string_view original) : original_(original) { out_.text.reserve(original.size() + 1); }

  FoldedText run() {
    const std::vector<LayoutLine> layout = layout_lines(original_);
    std::uint32_t paragraph = 0;
    bool text_before = false;
    std::size_t end_before = 0;
    for (const LayoutLine& line : layout) {
      if (line.blank) {
        paragraph += text_before ? 1 : 0;
        text_before = false;
        continue;
      }
      text_before = true;
      if (line.joined) {
        put_blank(end_before);  // the line end is what stands for the blank
      } else {
        finish_line();
        const auto begin = static_cast<std::uint32_t>(out_.text.size());
        out_.lines.push_back({{begin, begin}, paragraph, line.list_item, line.label});
      }
      fold_bytes(line.content, line.end);
      end_before = line.end;
    }
    finish_line();
    return std::move(out_);
  }

 private:
  void put(char c, std::size_t original) {
    out_.map.add(static_cast<std::uint32_t>(out_.text.size()), original);
    out_.text.push_back(c);
  }

  void put_blank(std::size_t original) {
    const bool at_start = out_.lines.empty() || out_.text.size() == out_.lines.back().range.begin;
    if (!at_start && out_.text.back() != ' ') put(' ', original);
  }

  void fold_bytes(std::size_t begin, std::size_t end) {
    for (std::size_t pos = begin; pos < end;) {
      const auto byte = static_cast<unsigned char>(original_[pos]);
      if (byte == ' ' || (byte >= '\t' && byte <= '\r')) {
        put_blank(pos++);
      } else if (byte < 0x20 || byte == 0x7F) {
        put(kForeignSign, pos++);
      } else if (byte == '`') {
        put('\'', pos++);
      } else if (byte < 0x80) {
        put(original_[pos], pos);
        ++pos;
      } else {
        const auto [c, length] = utf8::decode(original_, pos);
        for (const char ascii : fold_code_point(c)) {
          if (ascii == ' ') {
            put_blank(pos);
          } else {
            put(ascii, pos);
          }
        }
        pos += length;
      }
    }
  }

  void finish_line() {
    if (out_.lines.empty()) return;
    Line& line = out_.lines.back();
    while (out_.text.size() > line.range.begin && out_.text.back() == ' ') out_.text.pop_back();
    line.range.end = static_cast<std::uint32_t>(out_.text.size());
    if (line.range.empty()) {
      out_.lines.pop_back();
    } else {
      out_.text.push_back('\n');
    }
  }

  std::string_view original_;
  FoldedText out_;
};

}  // namespace

void OffsetMap::add(std::uint32_t folded, std::size_t original) {
  while (!entries_.empty() && entries_.back().folded >= folded) entries_.pop_back();  // the byte before was taken back
  if (!entries_.empty() && entries_.back().original + (folded - entries_.back().folded) == original) return;
  entries_.push_back({folded, original});
}

std::size_t OffsetMap::original(std::uint32_t folded) const {
  auto next =
      std::upper_bound(entries_.begin(), entries_.end(), folded, [](std::uint32_t pos, const Entry& entry) { return pos < entry.folded; });
  if (next == entries_.begin()) return 0;
  --next;
  return next->original + (folded - next->folded);
}

Span FoldedText::to_original(std::string_view original, Range range) const {
  const std::size_t begin = map.original(range.begin);
  if (range.empty()) return {begin, begin};
  std::size_t end = map.original(range.end - 1);
  end += utf8::decode(original, end).length;
  while (end < original.size() && static_cast<unsigned char>(original[end]) >= 0x80) {
    const auto [c, length] = utf8::decode(original, end);
    if (!is_combining(c) && !is_zero_width(c)) break;
    end += length;
  }
  return {begin, end};
}

FoldedText fold(std::string_view text) { return Folder(text).run(); }

}  // namespace careportal_lint
