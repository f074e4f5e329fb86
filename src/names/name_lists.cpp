#include "names/name_lists.h"

#include <algorithm>
#include <array>

#include "text/document.h"

namespace careportal_lint {
namespace {

// Every weight of the scorecard, so that a slip in a pack is told.
constexpr auto kWeights = std::to_array<std::string_view>(
    {"given1",     "given2",        "given3",        "given1-lower", "given2-lower", "surname1",     "surname2",     "surname3",
     "unknown",    "unknown-start", "inner-capital", "full-name",    "title",        "kin",          "introduction", "label",
     "human-verb", "plain-verb",    "possessive",    "household",    "age",          "list",         "family",       "signature",
     "calendar",   "thing",         "figure",        "place",        "group",        "place-before", "pronoun", "error",        "warning"});

WordSet words(Compiler& compiler, const std::string& name) {
  WordSet out;
  for (const std::string& word : compiler.vocabulary(name)) out.insert(to_lower(word));
  return out;
}

}  // namespace

NameLists read_name_lists(const RuleSpec& spec, Compiler& compiler) {
  NameLists lists;
  lists.titles = words(compiler, "name_titles");
  for (const std::string& entry : compiler.vocabulary("name_roles")) {
    const std::size_t equals = entry.find('=');
    if (equals == std::string::npos) {
      compiler.problem(spec.place, "name_roles: expected 'word=what to say instead', found '" + entry + "'");
      continue;
    }
    lists.roles[to_lower(entry.substr(0, equals))] = entry.substr(equals + 1);
    lists.kin.insert(to_lower(entry.substr(0, equals)));
  }
  lists.introductions = words(compiler, "name_introductions");
  lists.labels = words(compiler, "name_labels");
  lists.human_verbs = words(compiler, "name_human_verbs");
  lists.plain_verbs = words(compiler, "name_plain_verbs");
  lists.household = words(compiler, "name_household");
  lists.families = words(compiler, "name_families");
  lists.heads = words(compiler, "name_heads");
  lists.goods = words(compiler, "name_goods");
  lists.places_before = words(compiler, "name_places_before");
  lists.closings = words(compiler, "name_closings");
  lists.child_words = words(compiler, "name_child_words");
  lists.plurals = words(compiler, "name_plurals");
  lists.nicknames = words(compiler, "name_nicknames");
  lists.vague = words(compiler, "name_vague_roles");
  lists.acronyms = words(compiler, "name_acronyms");
  lists.word_names = words(compiler, "name_word_names");
  lists.virtues = words(compiler, "name_virtues");
  lists.colors = words(compiler, "name_colors");
  lists.scripture = words(compiler, "name_scripture");
  lists.no_names = words(compiler, "name_no_names");
  lists.motion = words(compiler, "name_motion");
  lists.weights = spec.weights;
  for (const auto& [name, value] : spec.weights) {
    if (std::find(kWeights.begin(), kWeights.end(), name) == kWeights.end()) {
      compiler.problem(
          spec.place, "there is no weight '" + name + "'" + did_you_mean(name, std::vector<std::string>(kWeights.begin(), kWeights.end())));
    }
  }
  for (const std::string_view name : kWeights) {
    if (!spec.weights.contains(std::string(name))) compiler.problem(spec.place, "the weight '" + std::string(name) + "' is missing");
  }
  return lists;
}

}  // namespace careportal_lint
