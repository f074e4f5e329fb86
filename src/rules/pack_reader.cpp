#include "rules/pack_reader.h"

#include <algorithm>
#include <map>

#include "rules/json_fields.h"
#include "rules/json_places.h"
#include "rules/matcher.h"
#include "rules/rule_kinds.h"
#include "rules/rule_parts_reader.h"
#include "rules/validators.h"

namespace careportal_lint {
namespace {

using nlohmann::json;

// No honest pack comes near.
constexpr std::size_t kLargestPack = 32U << 20U;  // bytes

// Lower-case letters, digits and `others`, with a letter or digit first.
bool is_name(std::string_view text, std::string_view others) {
  if (text.empty() || others.find(text.front()) != std::string_view::npos) return false;
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return is_lower(c) || is_digit(c) || others.find(c) != std::string_view::npos; });
}

bool is_rule_id(std::string_view id) {
  const std::size_t slash = id.find('/');
  return slash != std::string_view::npos && is_name(id.substr(0, slash), "-") && is_name(id.substr(slash + 1), "-");
}

class PackReader {
 public:
  PackReader(const PackText& text, Problems& problems, Packs& packs)
      : name_(text.name), own_(!text.trusted), problems_(problems), packs_(packs), parts_(text.name, problems) {}

  void read(const json& pack) {
    JsonFields fields({pack, {name_, ""}}, problems_);
    fields.string("$schema");
    fields.string("$comment");
    pack_ = fields.string("pack").value_or("");
    if (pack_.empty() && pack.is_object()) fields.problem("pack", "expected the name of the pack");
    category_ = fields.string("category").value_or("");
    source_ = fields.string("source").value_or("");
    if (const auto vocabulary = fields.value("vocabulary")) read_vocabulary(*vocabulary);
    for (const JsonValue& rule : fields.array("rules")) read_rule(rule);
    fields.finish();
  }

 private:
  void read_vocabulary(const JsonValue& value) {
    if (!value.json.is_object()) {
      problems_.add(value.place, "expected an object: name -> list of patterns");
      return;
    }
    JsonFields fields(value, problems_);
    for (const auto& [name, entries] : value.json.items()) {
      if (!is_name(name, "_")) {
        fields.problem(name, "a vocabulary's name is lower-case letters, digits and underscores");
      }
      // that it may be another own pack's does no harm: then more is compiled than needs be
      if (own_ && packs_.vocabularies.contains(name)) packs_.replaces_vocabulary = true;
      Vocabulary& vocabulary = packs_.vocabularies[name];
      vocabulary = {};
      if (entries.is_object()) {
        read_forms(*fields.value(name), vocabulary);
        continue;
      }
      for (PatternText& entry : parts_.patterns(fields, name)) vocabulary.patterns.push_back(std::move(entry.text));
    }
  }

  void read_forms(const JsonValue& value, Vocabulary& vocabulary) {
    const auto is_plain = [](char c) { return is_lower(c) || is_digit(c) || c == '\'' || c == '-' || c == ' '; };
    JsonFields fields(value, problems_);
    for (const auto& [word, form] : value.json.items()) {
      if (word.empty() || !std::all_of(word.begin(), word.end(), is_plain)) {
        fields.problem(word,
                       "a word with another form is lower-case letters, digits, hyphens, apostrophes and blanks, found '" + word + "'");
      }
      if (const auto text = fields.string(word)) vocabulary.forms.emplace(word, *text);
      vocabulary.patterns.push_back(word);
    }
  }

  void read_rule(const JsonValue& value) {
    JsonFields fields(value, problems_);
    RuleSpec rule;
    rule.place = value.place;
    rule.info.pack = pack_;
    rule.info.source = source_;
    rule.info.id = fields.string("id").value_or("");
    fields.string("$comment");
    if (rule.info.id.find('/') == std::string::npos) rule.info.id = category_ + "/" + rule.info.id;
    if (!is_rule_id(rule.info.id)) {
      fields.problem("id",
                     "expected an id like 'gift-card' (with a category in the pack) or 'cash/gift-card', found '" + rule.info.id + "'");
    }
    RuleSpec* earlier = nullptr;
    for (RuleSpec& other : packs_.rules) {
      if (other.info.id == rule.info.id) earlier = &other;
    }
    if (earlier != nullptr && earlier->place.pack == name_) {
      fields.problem("id", "the id '" + rule.info.id + "' stands twice in this pack");
    }
    const bool changes = !fields.has("kind");
    if (changes && earlier == nullptr) {
      fields.problem("kind", "expected one of " + joined(rule_kind_names()) +
                                 " (a rule without a kind changes a rule of an earlier pack, and there is none of this id)");
    }
    rule.info.kind = fields.string("kind").value_or(earlier != nullptr ? earlier->info.kind : "");
    const std::vector<std::string> kinds = rule_kind_names();
    if (!changes && std::find(kinds.begin(), kinds.end(), rule.info.kind) == kinds.end()) {
      fields.problem("kind", "expected one of " + joined(kinds) + ", found '" + rule.info.kind + "'" + did_you_mean(rule.info.kind, kinds));
    }
    if (changes && earlier != nullptr) rule = *earlier;
    rule.own = rule.own || own_;
    read_common(fields, rule);
    read_kind(fields, rule);
    fields.finish();
    if (earlier != nullptr) {
      *earlier = std::move(rule);
    } else {
      packs_.rules.push_back(std::move(rule));
    }
  }

  template <typename T>
  static void append(std::vector<T>& to, std::vector<T> more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }

  void read_common(JsonFields& fields, RuleSpec& rule) {
    rule.info.severity = fields.severity("severity").value_or(rule.info.severity);
    rule.info.priority = static_cast<int>(fields.number("priority", -9, 9).value_or(rule.info.priority));
    rule.info.message = fields.string("message").value_or(rule.info.message);
    rule.info.why = fields.string("why").value_or(rule.info.why);
    if (rule.info.message.empty()) fields.problem("message", "expected one short sentence that says what to do");
    rule.once = fields.boolean("once").value_or(rule.once);
    append(rule.where, parts_.states(fields, "where"));
    append(rule.when, parts_.conditions(fields, "when"));
    append(rule.unless, parts_.conditions(fields, "unless"));
    if (fields.has("suggest")) rule.suggestions = parts_.suggestions(fields, "suggest");
    fields.array("suggest");
    if (const auto examples = fields.value("examples")) parts_.read_examples(*examples, rule);
  }

  void read_kind(JsonFields& fields, RuleSpec& rule) {
    const std::string& kind = rule.info.kind;
    if (kind == "pattern") {
      rule.exact_case = parts_.exact_case(fields).value_or(rule.exact_case);
      rule.word_edges = fields.boolean("word_edges").value_or(rule.word_edges);
      rule.group = static_cast<std::size_t>(fields.number("group", 0, kMostCaptures).value_or(static_cast<double>(rule.group)));
      rule.validator = fields.string("validator").value_or(rule.validator);
      if (!rule.validator.empty() && find_validator(rule.validator) == nullptr) {
        fields.problem("validator", "unknown validator '" + rule.validator + "'" + did_you_mean(rule.validator, validator_names()));
      }
      for (const JsonValue& row : fields.array("patterns")) rule.patterns.push_back(parts_.pattern_row(row));
      if (rule.patterns.empty()) fields.problem("patterns", "expected at least one pattern");
    } else if (kind == "glossary") {
      for (const JsonValue& row : fields.array("rows")) rule.rows.push_back(parts_.glossary_row(row));
      if (rule.rows.empty()) fields.problem("rows", "expected at least one row");
    } else if (kind == "requirement") {
      rule.word_edges = fields.boolean("word_edges").value_or(rule.word_edges);
      append(rule.about, parts_.patterns(fields, "about"));
      for (const JsonValue& need : fields.array("needs")) rule.needs.push_back(parts_.need_group(need));
      rule.at_least = fields.number("at_least", 0, 1000).value_or(rule.at_least);
      if (rule.needs.empty()) fields.problem("needs", "expected at least one group of patterns");
    } else if (kind == "metric") {
      read_metric(fields, rule);
    } else if (kind == "run-on") {
      if (const auto max = fields.number("max", 0, 1e9)) rule.max = static_cast<std::size_t>(*max);
    } else if (kind == "agreement") {
      // it has no fields of its own
    } else if (kind == "spelling") {
      append(rule.dictionary, fields.strings("dictionary"));
      if (const auto corrections = fields.value("corrections")) {
        JsonFields words(*corrections, problems_);
        if (corrections->json.is_object()) {
          for (const auto& [wrong, right] : corrections->json.items()) rule.corrections[wrong] = words.string(wrong).value_or("");
        }
      }
    } else if (kind == "person-name") {
      if (const auto weights = fields.value("weights"); weights && weights->json.is_object()) {
        JsonFields numbers(*weights, problems_);
        for (const auto& [name, value] : weights->json.items()) rule.weights[name] = numbers.number(name, -1000, 1000).value_or(0);
      }
      append(rule.allow, fields.strings("allow"));
    } else {
      append(rule.allow, fields.strings("allow"));
      std::sort(rule.allow.begin(), rule.allow.end());  // as the rule looks them up
    }
  }

  void read_metric(JsonFields& fields, RuleSpec& rule) {
    const std::string measure = fields.string("measure").value_or("words");
    if (measure == "words") {
      rule.measure = Measure::words;
    } else if (measure == "sentence-words") {
      rule.measure = Measure::sentence_words;
    } else if (measure == "capitals-percent") {
      rule.measure = Measure::capitals_percent;
    } else {
      fields.problem("measure", "expected words, sentence-words or capitals-percent, found '" + measure + "'");
    }
    if (const auto min = fields.number("min", 0, 1e9)) rule.min = static_cast<std::size_t>(*min);
    if (const auto max = fields.number("max", 0, 1e9)) rule.max = static_cast<std::size_t>(*max);
    rule.over = static_cast<std::size_t>(fields.number("over", 0, 1e9).value_or(static_cast<double>(rule.over)));
    if (!rule.min && !rule.max) fields.problem("max", "expected min or max");
  }

  const std::string& name_;
  bool own_;
  Problems& problems_;
  Packs& packs_;
  RulePartsReader parts_;
  std::string pack_;
  std::string category_;
  std::string source_;
};

std::size_t line_of_offset(std::string_view text, std::size_t offset) {
  return 1 + static_cast<std::size_t>(
                 std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(std::min(offset, text.size())), '\n'));
}

}  // namespace

Packs read_packs(const std::vector<PackText>& texts, Problems& problems) {
  Packs packs;
  for (const PackText& text : texts) {
    if (text.json.size() > kLargestPack) {
      problems.add({text.name, ""}, "the pack is larger than 32 MiB");
      continue;
    }
    try {
      const json pack = json::parse(text.json);
      if (!text.trusted) {
        for (const std::string& pointer : locate_json(text.json).duplicate_pointers) {
          problems.add({text.name, pointer}, "this key stands twice in its object; only one can count");
        }
      }
      PackReader(text, problems, packs).read(pack);
    } catch (const json::parse_error& error) {
      problems.add({text.name, "line " + std::to_string(line_of_offset(text.json, error.byte))},
                   std::string("not valid JSON: ") + error.what());
      continue;
    }
  }
  return packs;
}

std::string describe(const Problems& problems, const std::vector<PackText>& texts) {
  std::map<std::string, JsonPlaces> places;
  std::string out;
  for (const Problems::Entry& entry : problems.entries()) {
    out += out.empty() ? "" : "\n";
    out += entry.place.pack + ":";
    if (entry.place.pointer.starts_with("line ")) {
      out += entry.place.pointer.substr(5) + ": " + entry.text;
      continue;
    }
    const auto text = std::find_if(texts.begin(), texts.end(), [&](const PackText& pack) { return pack.name == entry.place.pack; });
    if (text != texts.end()) {
      const auto [found, is_new] = places.try_emplace(entry.place.pack);
      if (is_new) found->second = locate_json(text->json);
      std::string pointer = entry.place.pointer;
      while (!found->second.lines.contains(pointer) && !pointer.empty()) pointer.resize(pointer.rfind('/'));
      if (found->second.lines.contains(pointer)) out += std::to_string(found->second.lines.at(pointer)) + ":";
    }
    out += " " + (entry.place.pointer.empty() ? std::string("/") : entry.place.pointer) + ": " + entry.text;
  }
  return out;
}

}  // namespace careportal_lint
