#include "rules/text_table.h"

#include "rules/byte_archive.h"

namespace careportal_lint {

std::string TextTable::bytes(const std::map<std::string, std::string>& entries) {
  ByteWriter out;
  const auto count = static_cast<std::uint32_t>(entries.size());
  out(count);
  auto pos = static_cast<std::uint32_t>(sizeof count + count * sizeof(Entry));
  std::string texts;
  for (const auto& [key, value] : entries) {
    const auto middle = static_cast<std::uint32_t>(pos + key.size());
    const auto end = static_cast<std::uint32_t>(middle + value.size());
    out(pos);
    out(middle);
    out(end);
    texts += key + value;
    pos = end;
  }
  return out.bytes() + texts;
}

TextTable::Entry TextTable::entry(std::uint32_t i) const {
  Entry out;
  std::memcpy(&out, bytes_.data() + sizeof(std::uint32_t) + i * sizeof out, sizeof out);
  return out;
}

std::string_view TextTable::find(std::string_view key) const {
  if (bytes_.empty()) return {};
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::memcpy(&last, bytes_.data(), sizeof last);
  while (first < last) {
    const std::uint32_t middle = first + (last - first) / 2;
    const Entry at = entry(middle);
    const std::string_view here = bytes_.substr(at.key, at.value - at.key);
    if (here == key) return bytes_.substr(at.value, at.end - at.value);
    if (here < key) {
      first = middle + 1;
    } else {
      last = middle;
    }
  }
  return {};
}

}  // namespace careportal_lint
