#include "rules/json_places.h"

#include <gtest/gtest.h>

namespace careportal_lint {
namespace {

TEST(JsonPlaces, EveryValueHasItsLine) {
  const JsonPlaces places = locate_json(
      "{\n"
      "  \"pack\": \"a \\\" } , b\",\n"
      "  \"rules\": [\n"
      "    {\"id\": 1},\n"
      "    {\"id\": [true,\n"
      "      null]}\n"
      "  ],\n"
      "  \"a/b~c\": -1.5e3, \"empty\": {}, \"none\": []\n"
      "}\n");
  const std::map<std::string, std::size_t> expected = {
      {"", 1},         {"/pack", 2},       {"/rules", 3},        {"/rules/0", 4},      {"/rules/0/id", 4},
      {"/rules/1", 5}, {"/rules/1/id", 5}, {"/rules/1/id/0", 5}, {"/rules/1/id/1", 6}, {"/a~1b~0c", 8},
      {"/empty", 8},   {"/none", 8},
  };
  EXPECT_EQ(places.lines, expected);
  EXPECT_TRUE(places.duplicate_pointers.empty());
}

TEST(JsonPlaces, TellsKeysThatStandTwice) {
  const JsonPlaces places = locate_json(R"({"a": 1, "b": {"a": 1, "a": 2}, "c": [{"x": 1}, {"x": 1}], "a": 3})");
  EXPECT_EQ(places.duplicate_pointers, (std::vector<std::string>{"/b/a", "/a"}));
}

TEST(JsonPlaces, AKeyIsTheSameHoweverItIsEscaped) { EXPECT_EQ(locate_json(R"({"id": 1, "\u0069d": 2})").duplicate_pointers.size(), 1U); }

TEST(JsonPlaces, ScalarsAlone) {
  EXPECT_EQ(locate_json("\n\n\"text\"").lines.at(""), 3U);
  EXPECT_EQ(locate_json("").lines.size(), 1U);
}

}  // namespace
}  // namespace careportal_lint
