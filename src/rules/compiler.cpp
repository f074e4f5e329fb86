#include "rules/compiler.h"

#include <algorithm>

namespace careportal_lint {
namespace {

constexpr int kDeepestVocabulary = 8;

// A capture and a vocabulary, as in "{1:participle}": where the braces are, from `pos` on.
std::optional<Range> find_form(std::string_view text, std::size_t pos) {
  for (std::size_t open = text.find('{', pos); open != std::string_view::npos; open = text.find('{', open + 1)) {
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos) return std::nullopt;
    if (text.substr(open, close - open).find(':') != std::string_view::npos)
      return Range{static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(close)};
  }
  return std::nullopt;
}

bool asks_for_form(std::string_view text) { return find_form(text, 0).has_value(); }

}  // namespace

std::vector<SuggestionTemplate> Compiler::suggestions(const std::vector<SuggestionSpec>& specs) {
  std::vector<SuggestionTemplate> out;
  for (const SuggestionSpec& spec : specs) {
    if (spec.text) check_groups(*spec.text, spec.place);
    SuggestionTemplate made{spec.text, spec.description, spec.safe, conditions(spec.when, spec.unless), {}};
    // few ask for one: nothing is stored for the others
    if (spec.text && asks_for_form(*spec.text)) made.forms = forms(*spec.text, spec.place);
    out.push_back(std::move(made));
  }
  return out;
}

std::vector<std::string> BuildingCompiler::vocabulary(const std::string& name) {
  const auto found = vocabularies_.find(name);
  std::vector<std::string> entries = found == vocabularies_.end() ? std::vector<std::string>() : found->second.patterns;
  log_(entries);
  return entries;
}

FormTables BuildingCompiler::forms(const std::string& text, const PackPlace& place) {
  FormTables out;
  for (auto braces = find_form(text, 0); braces; braces = find_form(text, braces->end)) {
    const std::string asked = text.substr(braces->begin + 1, braces->size() - 1);
    const std::string name = asked.substr(asked.find(':') + 1);
    const auto found = vocabularies_.find(name);
    if (found == vocabularies_.end()) {
      tell_unknown(name, place);
    } else if (found->second.forms.empty()) {
      problems_.add(place, "the vocabulary '" + name + "' is a list: it names no other form of its words");
    } else {
      out.emplace(asked, found->second.forms);
    }
  }
  log_(out);
  return out;
}

std::string_view BuildingCompiler::block(const std::function<std::string(const Vocabularies&)>& make) {
  log_(blocks_.emplace_back(make(vocabularies_)));
  return blocks_.back();
}

void BuildingCompiler::tell_unknown(const std::string& name, const PackPlace& place) {
  std::vector<std::string> names;
  for (const auto& entry : vocabularies_) names.push_back(entry.first);
  problems_.add(place, "there is no vocabulary '" + name + "'" + did_you_mean(name, names));
}

std::string BuildingCompiler::expand(const std::string& text, const PackPlace& place, int depth) {
  if (depth > kDeepestVocabulary) {
    problems_.add(place, "vocabularies use each other in a circle");
    return {};
  }
  std::string out;
  for (std::size_t pos = 0; pos < text.size();) {
    const bool escaped = text[pos] == '\\' && pos + 1 < text.size();
    const bool named = text[pos] == '{' && pos + 1 < text.size() && is_lower(text[pos + 1]);
    const std::size_t close = named ? text.find('}', pos) : std::string::npos;
    if (close == std::string::npos) {
      out.append(text, pos, escaped ? 2 : 1);
      pos += escaped ? 2 : 1;
      continue;
    }
    const std::string name = text.substr(pos + 1, close - pos - 1);
    pos = close + 1;
    const auto vocabulary = vocabularies_.find(name);
    if (vocabulary == vocabularies_.end()) {
      tell_unknown(name, place);
      continue;
    }
    const auto known = expanded_.find(name);
    if (known != expanded_.end()) {
      out += known->second;
      continue;
    }
    std::string group;
    for (const std::string& entry : vocabulary->second.patterns) group += (group.empty() ? "" : "|") + expand(entry, place, depth + 1);
    group = "(?:" + group + ")";
    expanded_.emplace(name, group);
    out += group;
  }
  return out;
}

PatternId BuildingCompiler::add(const PatternText& pattern, bool exact_case, bool word_edges, bool finder) {
  const PatternId id = matcher_.add(expand(pattern.text, pattern.place, 0), exact_case, word_edges, finder);
  places_.emplace(id, pattern.place);
  if (finder) finders_.push_back(id);
  return id;
}

PatternId BuildingCompiler::pattern(const PatternText& pattern, bool exact_case, bool word_edges) {
  const PatternId id = add(pattern, exact_case, word_edges, true);
  groups_ = count_groups(expand(pattern.text, pattern.place, 0));
  log_(id);
  return id;
}

void BuildingCompiler::check_groups(const std::string& text, const PackPlace& place) {
  for (std::size_t pos = text.find('{'); groups_ && pos != std::string::npos && pos + 1 < text.size(); pos = text.find('{', pos + 1)) {
    const char digit = text[pos + 1];
    if (digit < '1' || digit > '9' || static_cast<std::size_t>(digit - '0') <= *groups_) continue;
    problems_.add(place, "the pattern has no group " + std::string(1, digit) + ": it has " + std::to_string(*groups_));
  }
}

PatternId BuildingCompiler::lazy_pattern(const PatternText& pattern, bool exact_case, bool word_edges) {
  const PatternId id = add(pattern, exact_case, word_edges, false);
  log_(id);
  return id;
}

PatternId BuildingCompiler::phrases(const std::function<std::vector<std::string>()>& make) {
  const PatternId id = matcher_.add_phrases(make());
  finders_.push_back(id);
  log_(id);
  return id;
}

Condition BuildingCompiler::condition(const ConditionSpec& spec) {
  Condition out{spec.scope, {spec.before.wanted, spec.before.words}, {spec.after.wanted, spec.after.words}, {}};
  for (const PatternText& pattern : spec.patterns) out.patterns.push_back(add(pattern, spec.exact_case, true, false));
  if (spec.scope == Scope::draft) draft_wide_.insert(draft_wide_.end(), out.patterns.begin(), out.patterns.end());
  return out;
}

Conditions BuildingCompiler::conditions(const std::vector<ConditionSpec>& when, const std::vector<ConditionSpec>& unless) {
  Conditions out;
  for (const ConditionSpec& spec : when) out.when.push_back(condition(spec));
  for (const ConditionSpec& spec : unless) out.unless.push_back(condition(spec));
  log_(out);
  return out;
}

BuildingCompiler::Log BuildingCompiler::take_log() {
  Log out{log_.bytes(), std::move(row_begins_), std::move(finders_), std::move(draft_wide_)};
  log_ = ByteWriter();
  row_begins_.clear();
  finders_.clear();
  draft_wide_.clear();
  return out;
}

}  // namespace careportal_lint
