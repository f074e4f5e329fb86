#include "fix/unified_diff.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace careportal_lint {
namespace {

constexpr std::size_t kContext = 3;  // lines

// Lines with their '\n'; the last one may lack it.
std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t end = std::min(text.find('\n', pos), text.size() - 1) + 1;
    lines.push_back(text.substr(pos, end - pos));
    pos = end;
  }
  return lines;
}

struct Change {
  char sign;  // ' ', '-' or '+'
  std::string_view line;
};

// The longest common subsequence by its table: drafts have few lines, and equal ends are cut off first.
std::vector<Change> compare(const std::vector<std::string_view>& before, const std::vector<std::string_view>& after) {
  std::size_t head = 0;
  while (head < before.size() && head < after.size() && before[head] == after[head]) ++head;
  std::size_t tail = 0;
  while (tail < before.size() - head && tail < after.size() - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
    ++tail;
  const std::size_t rows = before.size() - head - tail;
  const std::size_t columns = after.size() - head - tail;

  std::vector<Change> out;
  for (std::size_t i = 0; i < head; ++i) out.push_back({' ', before[i]});
  // a table of this size would be wasteful: tell it as one replacement
  const bool too_large = rows * columns > 25'000'000;
  std::vector<std::uint32_t> common(too_large ? 0 : (rows + 1) * (columns + 1), 0);
  const auto at = [&](std::size_t row, std::size_t column) -> std::uint32_t& { return common[row * (columns + 1) + column]; };
  if (!too_large) {
    for (std::size_t r = rows; r-- > 0;) {
      for (std::size_t c = columns; c-- > 0;) {
        at(r, c) = before[head + r] == after[head + c] ? at(r + 1, c + 1) + 1 : std::max(at(r + 1, c), at(r, c + 1));
      }
    }
  }
  std::size_t r = 0;
  std::size_t c = 0;
  while (r < rows || c < columns) {
    if (r < rows && c < columns && !too_large && before[head + r] == after[head + c]) {
      out.push_back({' ', before[head + r++]});
      ++c;
    } else if (r < rows && (c == columns || too_large || at(r + 1, c) >= at(r, c + 1))) {
      out.push_back({'-', before[head + r++]});
    } else {
      out.push_back({'+', after[head + c++]});
    }
  }
  for (std::size_t i = before.size() - tail; i < before.size(); ++i) out.push_back({' ', before[i]});
  return out;
}

std::string range_text(std::size_t begin, std::size_t count) {
  // an empty range names the line before it
  return std::to_string(count == 0 ? begin : begin + 1) + (count == 1 ? "" : "," + std::to_string(count));
}

// As both tools read a name: relative without "./", in quotes where a character would end or change it, and with a tab
// behind it where a blank might.
std::string header_name(const std::string& path) {
  const std::string name = std::filesystem::path(path).lexically_normal().string();
  const bool plain =
      std::none_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == 0x7F; });
  if (plain) return name.find(' ') == std::string::npos ? name : name + "\t";
  std::string quoted = "\"";
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
      quoted += {'\\', static_cast<char>('0' + byte / 64), static_cast<char>('0' + byte / 8 % 8), static_cast<char>('0' + byte % 8)};
    } else {
      if (c == '"' || c == '\\') quoted.push_back('\\');
      quoted.push_back(c);
    }
  }
  return quoted + "\"";
}

}  // namespace

std::string unified_diff(const std::string& path, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const std::vector<Change> changes = compare(split_lines(before), split_lines(after));
  const std::string name = header_name(path);
  std::string out = "--- " + name + "\n+++ " + name + "\n";
  std::size_t old_line = 0;
  std::size_t new_line = 0;
  for (std::size_t i = 0; i < changes.size();) {
    if (changes[i].sign == ' ') {
      ++i;
      ++old_line;
      ++new_line;
      continue;
    }
    // a hunk: from some lines before the first change to some lines after the last one that is near
    const std::size_t lead = std::min(i, kContext);
    std::size_t end = i;
    for (std::size_t same = 0, j = i; j < changes.size() && same <= 2 * kContext; ++j) {
      same = changes[j].sign == ' ' ? same + 1 : 0;
      if (changes[j].sign != ' ') end = j + 1;
    }
    end = std::min(end + kContext, changes.size());
    std::string body;
    std::size_t old_count = 0;
    std::size_t new_count = 0;
    for (std::size_t j = i - lead; j < end; ++j) {
      old_count += changes[j].sign != '+' ? 1 : 0;
      new_count += changes[j].sign != '-' ? 1 : 0;
      body.push_back(changes[j].sign);
      body += changes[j].line;
      if (!changes[j].line.ends_with('\n')) body += "\n\\ No newline at end of file\n";
    }
    out += "@@ -" + range_text(old_line - lead, old_count) + " +" + range_text(new_line - lead, new_count) + " @@\n" + body;
    old_line += old_count - lead;
    new_line += new_count - lead;
    i = end;
  }
  return out;
}

}  // namespace careportal_lint
