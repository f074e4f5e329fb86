#include "rules/rule_parts_reader.h"

#include <algorithm>
#include <map>

#include "rules/pattern_run.h"

namespace careportal_lint {
namespace {

// Bounds that no honest pack comes near.
constexpr std::size_t kLongestPattern = 20'000;  // bytes
constexpr std::uint32_t kMostWords = 1000;

}  // namespace

std::optional<bool> RulePartsReader::exact_case(JsonFields& fields) {
  const auto value = fields.string("case");
  if (!value) return std::nullopt;
  if (*value != "exact" && *value != "ignore") fields.problem("case", "expected exact or ignore, found '" + *value + "'");
  return *value == "exact";
}

std::vector<std::string> RulePartsReader::states(JsonFields& fields, const std::string& key) {
  std::vector<std::string> out = fields.strings(key);
  for (const std::string& state : out) {
    if (state.size() != 2 || !is_upper(state[0]) || !is_upper(state[1]))
      fields.problem(key, "expected two-letter states, found '" + state + "'");
  }
  return out;
}

PatternText RulePartsReader::pattern_text(const JsonValue& value) {
  PatternText pattern{{}, value.place};
  if (value.json.is_string()) {
    pattern.text = value.json.get<std::string>();
  } else if (value.json.is_array() && !value.json.empty()) {
    for (std::size_t i = 0; i < value.json.size(); ++i) {
      const JsonValue part = value.at(i);
      if (part.json.is_string()) {
        pattern.text += part.json.get<std::string>();
      } else {
        problems_.add(part.place, std::string("expected a part of a pattern, found ") + part.json.type_name());
      }
    }
  } else {
    problems_.add(value.place, std::string("expected a pattern, found ") + value.json.type_name());
    return pattern;
  }
  if (pattern.text.empty()) problems_.add(value.place, "expected a pattern, found an empty text");
  if (std::any_of(pattern.text.begin(), pattern.text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
    problems_.add(value.place,
                  "patterns see plain letters and signs: write e for an e with an accent, ' and - for other quotes and dashes");
  if (pattern.text.size() > kLongestPattern) problems_.add(value.place, "the pattern is too long");
  return pattern;
}

std::vector<PatternText> RulePartsReader::patterns(JsonFields& fields, const std::string& key) {
  std::vector<PatternText> out;
  for (const JsonValue& value : fields.array(key)) out.push_back(pattern_text(value));
  return out;
}

Scope RulePartsReader::scope(JsonFields& fields, Scope fallback) {
  const auto name = fields.string("same");
  if (!name) return fallback;
  static const std::map<std::string, Scope> scopes = {{"clause", Scope::clause},
                                                      {"sentence", Scope::sentence},
                                                      {"line", Scope::line},
                                                      {"paragraph", Scope::paragraph},
                                                      {"draft", Scope::draft}};
  const auto found = scopes.find(*name);
  if (found != scopes.end()) return found->second;
  fields.problem("same", "expected clause, sentence, line, paragraph or draft, found '" + *name + "'");
  return fallback;
}

Reach RulePartsReader::reach(JsonFields& fields, const std::string& key) {
  const auto value = fields.value(key);
  if (!value) return {};
  if (value->json.is_boolean()) return {value->json.get<bool>(), std::nullopt};
  const auto words = fields.number(key, 1, kMostWords);
  return {words.has_value(), words ? std::optional(static_cast<std::uint32_t>(*words)) : std::nullopt};
}

ConditionSpec RulePartsReader::condition(const JsonValue& value) {
  ConditionSpec out;
  if (!value.json.is_object()) {
    out.patterns.push_back(pattern_text(value));
    return out;
  }
  JsonFields fields(value, problems_);
  out.scope = scope(fields, Scope::sentence);
  out.before = reach(fields, "before");
  out.after = reach(fields, "after");
  out.exact_case = exact_case(fields).value_or(false);
  out.patterns = patterns(fields, "patterns");
  fields.string("$comment");
  fields.finish();
  if (out.patterns.empty()) problems_.add(value.place, "expected at least one pattern in the condition");
  return out;
}

std::vector<ConditionSpec> RulePartsReader::conditions(JsonFields& fields, const std::string& key) {
  std::vector<ConditionSpec> out;
  for (const JsonValue& value : fields.array(key)) out.push_back(condition(value));
  return out;
}

SuggestionSpec RulePartsReader::suggestion(const JsonValue& value) {
  SuggestionSpec out;
  out.place = value.place;
  if (value.json.is_string()) {
    out.text = value.json.get<std::string>();
    return out;
  }
  JsonFields fields(value, problems_);
  out.text = fields.string("text");
  out.description = fields.string("description").value_or("");
  out.safe = fields.boolean("safe").value_or(false);
  out.when = conditions(fields, "when");
  out.unless = conditions(fields, "unless");
  fields.finish();
  if (!out.text && out.description.empty()) problems_.add(value.place, "a suggestion needs a text or a description");
  if (!out.text && out.safe) problems_.add(value.place, "advice cannot be safe");
  return out;
}

std::vector<SuggestionSpec> RulePartsReader::suggestions(JsonFields& fields, const std::string& key) {
  std::vector<SuggestionSpec> out;
  for (const JsonValue& value : fields.array(key)) out.push_back(suggestion(value));
  return out;
}

PatternRow RulePartsReader::pattern_row(const JsonValue& value) {
  PatternRow row;
  if (!value.json.is_object()) {
    row.pattern = pattern_text(value);
    return row;
  }
  JsonFields fields(value, problems_);
  if (const auto pattern = fields.value("pattern")) {
    row.pattern = pattern_text(*pattern);
  } else {
    fields.problem("pattern", "expected a pattern");
  }
  row.message = fields.string("message");
  row.severity = fields.severity("severity");
  if (fields.has("suggest")) row.suggestions = suggestions(fields, "suggest");
  fields.array("suggest");
  row.exact_case = exact_case(fields);
  if (const auto group = fields.number("group", 0, kMostCaptures)) row.group = static_cast<std::size_t>(*group);
  if (const auto classes = fields.value("classes")) read_classes(*classes, row);
  row.when = conditions(fields, "when");
  row.unless = conditions(fields, "unless");
  fields.string("$comment");
  fields.finish();
  return row;
}

// {"1": ["noun", "not verb"]}
void RulePartsReader::read_classes(const JsonValue& value, PatternRow& row) {
  if (!value.json.is_object()) {
    problems_.add(value.place, "expected an object: number of a group -> list of word classes");
    return;
  }
  JsonFields fields(value, problems_);
  for (const auto& entry : value.json.items()) {
    const std::string& group = entry.key();
    const bool is_group = group.size() == 1 && group[0] >= '1' && group[0] <= '0' + static_cast<int>(kMostCaptures);
    if (!is_group) fields.problem(group, "expected the number of a group, found '" + group + "'");
    std::vector<WordClassTest> tests;
    for (std::string name : fields.strings(group)) {
      const bool wanted = !name.starts_with("not ");
      if (!wanted) name.erase(0, 4);
      if (const auto which = find_word_class(name)) {
        tests.push_back({*which, wanted});
      } else {
        fields.problem(group, "expected one of " + joined(word_class_names()) + ", or one with 'not ' before it, found '" + name + "'" +
                                  did_you_mean(name, word_class_names()));
      }
    }
    if (is_group) row.classes.push_back({static_cast<std::size_t>(group[0] - '0'), std::move(tests)});
  }
}

GlossaryRow RulePartsReader::glossary_row(const JsonValue& value) {
  GlossaryRow row;
  JsonFields fields(value, problems_);
  if (const auto term = fields.value("term")) {
    row.term = pattern_text(*term);
  } else {
    fields.problem("term", "expected a term");
  }
  row.means = fields.string("means").value_or("");
  const bool safe = fields.boolean("safe").value_or(false);
  row.say = suggestions(fields, "say");
  for (SuggestionSpec& say : row.say) say.safe = say.safe || safe;
  row.where = states(fields, "where");
  row.exact_case = exact_case(fields);
  row.severity = fields.severity("severity");
  row.when = conditions(fields, "when");
  row.unless = conditions(fields, "unless");
  fields.string("$comment");
  fields.finish();
  return row;
}

NeedSpec RulePartsReader::need_group(const JsonValue& value) {
  NeedSpec need;
  JsonFields fields(value, problems_);
  need.scope = scope(fields, Scope::draft);
  need.weight = fields.number("weight", 0, 1000).value_or(1);
  need.patterns = patterns(fields, "patterns");
  need.when = conditions(fields, "when");
  need.unless = conditions(fields, "unless");
  fields.string("$comment");
  fields.finish();
  if (need.patterns.empty()) problems_.add(value.place, "expected at least one pattern");
  return need;
}

void RulePartsReader::read_examples(const JsonValue& value, RuleSpec& rule) {
  JsonFields fields(value, problems_);
  for (const JsonValue& flagged : fields.array("flag")) {
    RuleExample example;
    if (flagged.json.is_object()) {
      JsonFields parts(flagged, problems_);
      example = marked(parts.string("text").value_or(""), flagged.place);
      example.rewrite = parts.string("rewrite").value_or("");
      parts.finish();
    } else if (flagged.json.is_string()) {
      example = marked(flagged.json.get<std::string>(), flagged.place);
    }
    if (example.spans.empty() && !example.whole_draft) problems_.add(flagged.place, "mark what is to be flagged with [[ ]]");
    rule.info.examples.push_back(std::move(example));
  }
  for (const JsonValue& allowed : fields.array("allow")) {
    if (!allowed.json.is_string()) {
      problems_.add(allowed.place, std::string("expected a text, found ") + allowed.json.type_name());
      continue;
    }
    rule.info.examples.push_back({allowed.json.get<std::string>(), {}, false, "", name_ + "#" + allowed.place.pointer});
  }
  fields.finish();
}

// "A [[gift card]] helps." -> the text without marks and the marked spans.
RuleExample RulePartsReader::marked(const std::string& text, const PackPlace& place) {
  RuleExample example;
  example.pointer = name_ + "#" + place.pointer;
  for (std::size_t pos = 0;;) {
    const std::size_t open = text.find("[[", pos);
    const std::size_t close = open == std::string::npos ? open : text.find("]]", open);
    if (close == std::string::npos) {
      example.text += text.substr(pos);
      return example;
    }
    example.text += text.substr(pos, open - pos);
    const std::size_t begin = example.text.size();
    example.text += text.substr(open + 2, close - open - 2);
    if (example.text.size() == begin) {
      example.whole_draft = true;
    } else {
      example.spans.push_back({begin, example.text.size()});
    }
    pos = close + 2;
  }
}

}  // namespace careportal_lint
