// A table of texts as bytes answers as the map that it was made from.
#include "rules/text_table.h"

#include <gtest/gtest.h>

#include <random>

namespace careportal_lint {
namespace {

TEST(TextTable, AnEmptyOneHasNothing) {
  EXPECT_EQ(TextTable().find("mom"), "");
  const std::string bytes = TextTable::bytes({});
  EXPECT_EQ(TextTable(bytes).find("mom"), "");
  EXPECT_EQ(TextTable(bytes).find(""), "");
}

TEST(TextTable, FindsWhatTheMapHolds) {
  std::mt19937 random(5);  // NOLINT: the same tables each time
  for (int round = 0; round < 50; ++round) {
    std::map<std::string, std::string> map;
    for (auto i = random() % 40; i > 0; --i) {
      std::string key;
      for (auto length = random() % 4; length > 0; --length) key += static_cast<char>('a' + random() % 3);
      map[key] = "to " + key + std::string(random() % 3, '!');
    }
    const std::string bytes = TextTable::bytes(map);
    const TextTable table(bytes);
    for (const auto& [key, value] : map) {
      EXPECT_EQ(table.find(key), value);
      EXPECT_EQ(table.find(key + "d"), "");
    }
    for (const char* key : {"", "a", "b", "ca", "abc", "zz"}) {
      EXPECT_EQ(table.find(key), map.contains(key) ? map[key] : "") << key;
    }
  }
}

}  // namespace
}  // namespace careportal_lint
