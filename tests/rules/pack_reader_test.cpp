// What is wrong with a pack is told at once, each with file, line, JSON pointer and a remedy.
#include <gtest/gtest.h>

#include "support/lint.h"

namespace careportal_lint {
namespace {

std::string error_of(const std::string& pack) { return test::pack_error({{"ours.json", pack}}); }

std::string rule_with(const std::string& fields) {
  return "{\n\"pack\": \"ours\",\n\"category\": \"cash\",\n\"rules\": [\n{" + fields + "}\n]\n}";
}

std::string with_forms(const std::string& forms, const std::string& suggestion) {
  return R"json({"pack": "ours", "category": "cash", "vocabulary": {"participle": )json" + forms +
         R"json(}, "rules": [{"id": "thing", "kind": "pattern", "message": "m", "patterns": ["have (went)"], "suggest": [")json" +
         suggestion + R"json("]}]})json";
}

std::string with_classes(const std::string& classes) {
  return rule_with(R"json("id": "thing", "kind": "pattern", "message": "m", "patterns": [{"pattern": "(cash)", "classes": )json" + classes +
                   "}]");
}

constexpr const char* kGood = R"("id": "thing", "kind": "pattern", "message": "Say less.", "patterns": ["cash"])";

TEST(PackReader, AGoodPackHasNoErrors) { EXPECT_EQ(error_of(rule_with(kGood)), ""); }

TEST(PackReader, OneMistakeIsToldWithItsPlace) {
  struct Row {
    const char* name;
    std::string pack;
    std::vector<std::string> parts;
  };
  const std::string good(kGood);
  const std::vector<Row> rows = {
      {"no JSON", "{\"pack\": \"ours\",\n  oops}", {"ours.json:2:", "not valid JSON"}},
      {"no object", "[]", {"ours.json:1: /", "expected an object"}},
      {"no name of the pack", R"({"category": "cash", "rules": []})", {"/pack"}},
      {"unknown key of the pack", R"({"pack": "ours", "rulez": []})", {"/rulez: unknown key 'rulez', did you mean 'rules'?"}},
      {"unknown key of a rule",
       rule_with(good + R"(, "severty": "error")"),
       {"ours.json:5: /rules/0/severty: unknown key 'severty', did you mean 'severity'?"}},
      {"key of another kind", rule_with(good + R"(, "rows": [])"), {"/rules/0/rows: unknown key 'rows'"}},
      {"unknown kind",
       rule_with(R"("id": "thing", "kind": "patern", "message": "m", "patterns": ["cash"])"),
       {"ours.json:5: /rules/0/kind", "did you mean 'pattern'?"}},
      {"no kind", rule_with(R"("id": "thing", "message": "m", "patterns": ["cash"])"), {"/rules/0/kind"}},
      {"unknown severity", rule_with(good + R"(, "severity": "fatal")"), {"/rules/0/severity", "found 'fatal'"}},
      {"wrong type", rule_with(good + R"(, "once": "yes")"), {"/rules/0/once: expected true or false, found string"}},
      {"no message", rule_with(R"("id": "thing", "kind": "pattern", "patterns": ["cash"])"), {"/rules/0/message"}},
      {"bad id",
       rule_with(R"("id": "Gift Card", "kind": "pattern", "message": "m", "patterns": ["cash"])"),
       {"/rules/0/id", "cash/Gift Card"}},
      {"no patterns", rule_with(R"("id": "thing", "kind": "pattern", "message": "m", "patterns": [])"), {"/rules/0/patterns"}},
      {"pattern of a wrong type",
       rule_with(R"("id": "thing", "kind": "pattern", "message": "m", "patterns": ["a", 5])"),
       {"/rules/0/patterns/1: expected"}},
      {"part of a pattern of a wrong type",
       rule_with(R"("id": "thing", "kind": "pattern", "message": "m", "patterns": [["gift ", 5]])"),
       {"/rules/0/patterns/0/1: expected a part of a pattern, found number"}},
      {"letters that the folded text never holds",
       rule_with(R"("id": "thing", "kind": "pattern", "message": "m", "patterns": ["pok[eé]mon"])"),
       {"/rules/0/patterns/0: patterns see plain letters"}},
      {"bad regex",
       rule_with(R"("id": "thing", "kind": "pattern", "message": "m", "patterns": ["cash",)"
                 "\n"
                 R"("gift (card"])"),
       {"ours.json:6: /rules/0/patterns/1: not a valid pattern"}},
      {"bad regex in a condition", rule_with(good + R"(, "unless": ["no (cash"])"), {"/rules/0/unless/0", "not a valid pattern"}},
      {"bad regex in the condition of a suggestion",
       rule_with(good + R"(, "suggest": [{"text": "help", "when": ["no (cash"]}])"),
       {"/rules/0/suggest/0/when/0", "not a valid pattern"}},
      {"unknown vocabulary",
       R"({"pack": "ours", "category": "cash", "vocabulary": {"store": ["target"]}, "rules": [{"id": "thing", "kind": "pattern", "message": "m", "patterns": ["{stor} card"]}]})",
       {"/rules/0/patterns/0: there is no vocabulary 'stor', did you mean 'store'?"}},
      {"circular vocabulary",
       R"({"pack": "ours", "category": "cash", "vocabulary": {"a": ["{b}"], "b": ["{a}"]}, "rules": [{"id": "thing", "kind": "pattern", "message": "m", "patterns": ["{a}"]}]})",
       {"circle"}},
      {"name of a vocabulary", R"({"pack": "ours", "vocabulary": {"Store": ["target"]}, "rules": []})", {"/vocabulary/Store"}},
      {"unknown validator",
       rule_with(good + R"(, "validator": "lunh")"),
       {"/rules/0/validator: unknown validator 'lunh', did you mean 'luhn'?"}},
      {"unknown scope",
       rule_with(good + R"(, "unless": [{"same": "word", "patterns": ["no"]}])"),
       {"/rules/0/unless/0/same", "found 'word'"}},
      {"too many words", rule_with(good + R"(, "unless": [{"before": 5000, "patterns": ["no"]}])"), {"/rules/0/unless/0/before", "5000"}},
      {"condition without patterns",
       rule_with(good + R"(, "unless": [{"same": "line"}])"),
       {"/rules/0/unless/0: expected at least one pattern"}},
      {"suggestion without anything", rule_with(good + R"(, "suggest": [{"safe": false}])"), {"/rules/0/suggest/0"}},
      {"group that the pattern does not have",
       rule_with(
           R"("id": "thing", "kind": "pattern", "message": "m", "patterns": [{"pattern": "(gift) ?cards?", "suggest": ["{1} of {2}"]}])"),
       {"/rules/0/patterns/0/suggest/0: the pattern has no group 2: it has 1"}},
      {"table of forms that there is not",
       with_forms(R"({"went": "gone"})", "{1:particple}"),
       {"/rules/0/suggest/0: there is no vocabulary 'particple', did you mean 'participle'?"}},
      {"list where a table of forms is asked for",
       with_forms(R"(["went"])", "{1:participle}"),
       {"/rules/0/suggest/0: the vocabulary 'participle' is a list"}},
      {"word with a form that is a pattern",
       with_forms(R"({"wen?t": "gone"})", "{1:participle}"),
       {"/vocabulary/participle/wen?t: a word with another form"}},
      {"form of a wrong type", with_forms(R"({"went": 5})", "{1:participle}"), {"/vocabulary/participle/went: expected a text"}},
      {"unknown word class",
       with_classes(R"({"1": ["noun", "not vreb"]})"),
       {"/rules/0/patterns/0/classes/1: expected one of noun,", "found 'vreb', did you mean 'verb'?"}},
      {"no number of a group", with_classes(R"({"one": ["noun"]})"), {"/rules/0/patterns/0/classes/one: expected the number of a group"}},
      {"classes of a wrong type", with_classes(R"(["noun"])"), {"/rules/0/patterns/0/classes: expected an object"}},
      {"advice cannot be safe", rule_with(good + R"(, "suggest": [{"description": "d", "safe": true}])"), {"/rules/0/suggest/0"}},
      {"state", rule_with(good + R"(, "where": ["Indiana"])"), {"/rules/0/where", "Indiana"}},
      {"example without marks", rule_with(good + R"(, "examples": {"flag": ["cash"]})"), {"/rules/0/examples/flag/0"}},
      {"unknown key of examples", rule_with(good + R"(, "examples": {"alow": ["cash"]})"), {"unknown key 'alow', did you mean 'allow'?"}},
      {"duplicate key", rule_with(good + R"(, "message": "again")"), {"/rules/0/message: this key stands twice"}},
      {"duplicate id",
       R"({"pack": "ours", "category": "cash", "rules": [{)" + good + "},\n{" + good + "}]}",
       {"ours.json:2: /rules/1/id", "stands twice"}},
      {"metric without bounds",
       rule_with(R"("id": "thing", "kind": "metric", "message": "m", "measure": "words")"),
       {"expected min or max"}},
      {"unknown measure",
       rule_with(R"("id": "thing", "kind": "metric", "message": "m", "measure": "wrds", "max": 3)"),
       {"/rules/0/measure", "wrds"}},
      {"row without a term",
       rule_with(R"("id": "thing", "kind": "glossary", "message": "m", "rows": [{"means": "x"}])"),
       {"/rules/0/rows/0/term: expected a term"}},
  };
  for (const Row& row : rows) {
    const std::string error = error_of(row.pack);
    EXPECT_FALSE(error.empty()) << row.name << ": expected an error";
    for (const std::string& part : row.parts) {
      EXPECT_NE(error.find(part), std::string::npos) << row.name << ": expected '" << part << "' in\n" << error;
    }
  }
}

TEST(PackReader, AllMistakesOfAllPacksAreToldAtOnce) {
  const std::string error = test::pack_error({{"one.json", rule_with(std::string(kGood) + R"(, "severty": "error", "once": 1)")},
                                              {"two.json", "{"},
                                              {"three.json", R"({"pack": "three", "rules": [{"id": "x"}]})"}});
  EXPECT_NE(error.find("one.json:5: /rules/0/severty"), std::string::npos) << error;
  EXPECT_NE(error.find("one.json:5: /rules/0/once"), std::string::npos) << error;
  EXPECT_NE(error.find("two.json:1: not valid JSON"), std::string::npos) << error;
  EXPECT_NE(error.find("three.json:1: /rules/0/kind"), std::string::npos) << error;
  EXPECT_NE(error.find("three.json:1: /rules/0/id"), std::string::npos) << error;
}

TEST(PackReader, APatternMayComeInParts) {
  const Linter linter = test::linter_of(R"json({"pack": "test", "category": "cash",
    "vocabulary": {"store": [["wal-?", "mart"], "target"]},
    "rules": [{"id": "thing", "kind": "pattern", "message": "m",
      "patterns": [["{store} ", "(?:gift |gas ", ")?card"], {"pattern": ["ca", "sh"]}], "unless": [["thank", "s?"]]}]})json");
  EXPECT_EQ(test::found(linter, "A Walmart gas card or cash."), "A [[Walmart gas card]] or [[cash]].");
  EXPECT_EQ(test::found(linter, "Thanks for the cash."), "Thanks for the cash.");
}

TEST(PackReader, ALaterPackReplacesOrChangesARule) {
  const PackText first{"first.json", rule_with(kGood)};
  const auto messages = [](const Linter& linter, std::string_view text) {
    std::string out;
    for (const Diagnostic& diagnostic : test::lint(linter, text))
      out += std::string(to_string(diagnostic.severity)) + ": " + diagnostic.message + "\n";
    return out;
  };
  const auto with = [&](const std::string& second) {
    LinterOptions options;
    options.packs = {first, {"second.json", second}};
    return Linter(options);
  };
  EXPECT_EQ(messages(with(rule_with(R"("id": "thing", "kind": "pattern", "severity": "error", "message": "New.", "patterns": ["money"])")),
                     "cash and money"),
            "error: New.\n");
  EXPECT_EQ(messages(with(rule_with(R"("id": "thing", "severity": "info", "patterns": ["money"])")), "cash and money"),
            "info: Say less.\ninfo: Say less.\n");
  EXPECT_EQ(messages(with(rule_with(R"("id": "cash/thing", "severity": "off")")), "cash and money"), "");
}

TEST(PackReader, UnknownSelectorsOfOptionsAreErrors) {
  LinterOptions options;
  options.packs = {{"ours.json", rule_with(kGood)}};
  options.severities = {{"cash/thong", Severity::error}};
  try {
    const Linter linter(options);
    FAIL() << "expected an error";
  } catch (const std::exception& error) {
    EXPECT_NE(std::string(error.what()).find("did you mean 'cash/thing'?"), std::string::npos) << error.what();
  }
}

TEST(PackReader, OddPacksDoNotCrash) {
  for (const char* pack :
       {"", "null", "5", "\"x\"", "{}", "[[]]", R"({"rules": 5})", R"({"pack": 5, "rules": [5, null, []]})", R"({"vocabulary": 5})",
        R"({"pack": "x", "rules": [{"id": 5, "kind": 5, "message": 5, "patterns": 5, "examples": 5, "when": 5, "suggest": 5}]})",
        R"({"pack": "x", "category": "c", "rules": [{"id": "a", "kind": "spelling", "message": "m", "corrections": 5}]})",
        R"({"pack": "x", "category": "c", "rules": [{"id": "a", "kind": "person-name", "message": "m", "weights": 5}]})",
        R"({"pack": "x", "category": "c", "rules": [{"id": "a", "kind": "requirement", "message": "m", "needs": [5]}]})"}) {
    EXPECT_NE(error_of(pack), "") << pack;
  }
}

}  // namespace
}  // namespace careportal_lint
