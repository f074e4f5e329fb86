#include "rules/compiler.h"

#include <algorithm>

namespace careportal_lint {
namespace {

constexpr int kDeepestVocabulary = 8;

}  // namespace

const std::vector<std::string>& Compiler::vocabulary(const std::string& name) const {
  static const std::vector<std::string> none;
  const auto found = vocabularies_.find(name);
  return found == vocabularies_.end() ? none : found->second;
}

std::string Compiler::expand(const PatternText& pattern) { return expand(pattern.text, pattern.place, 0); }

std::string Compiler::expand(const std::string& text, const PackPlace& place, int depth) {
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
      std::vector<std::string> names;
      for (const auto& [known, entries] : vocabularies_) names.push_back(known);
      problems_.add(place, "there is no vocabulary '" + name + "'" + did_you_mean(name, names));
      continue;
    }
    const auto known = expanded_.find(name);
    if (known != expanded_.end()) {
      out += known->second;
      continue;
    }
    std::string group;
    for (const std::string& entry : vocabulary->second) group += (group.empty() ? "" : "|") + expand(entry, place, depth + 1);
    group = "(?:" + group + ")";
    expanded_.emplace(name, group);
    out += group;
  }
  return out;
}

PatternId Compiler::pattern(const PatternText& pattern, bool exact_case, bool word_edges) {
  const PatternId id = matcher_.add(expand(pattern), exact_case, word_edges);
  places_.emplace(id, pattern.place);
  return id;
}

Condition Compiler::condition(const ConditionSpec& spec) {
  std::string any;
  for (const PatternText& pattern : spec.patterns) {
    const std::string text = expand(pattern);
    const PatternEdges edges = find_edges(text);
    any += (any.empty() ? "" : "|") + std::string(edges.begin ? "\\b(?:" : "(?:") + text + (edges.end ? ")\\b" : ")");
  }
  const auto side = [](const Reach& reach) { return Condition::Side{reach.wanted, reach.words}; };
  Regex regex(any, spec.exact_case, {false, false});
  return {spec.scope, side(spec.before), side(spec.after), std::move(regex)};
}

Conditions Compiler::conditions(const std::vector<ConditionSpec>& when, const std::vector<ConditionSpec>& unless) {
  Conditions out;
  for (const ConditionSpec& spec : when) out.when.push_back(condition(spec));
  for (const ConditionSpec& spec : unless) out.unless.push_back(condition(spec));
  return out;
}

std::vector<SuggestionTemplate> Compiler::suggestions(const std::vector<SuggestionSpec>& specs) {
  std::vector<SuggestionTemplate> out;
  for (const SuggestionSpec& spec : specs) {
    out.push_back({spec.text, spec.description, spec.safe, conditions(spec.when, spec.unless)});
  }
  return out;
}

}  // namespace careportal_lint
