#include "names/name_lists.h"

#include <algorithm>

#include "lexicon/lexicon.h"
#include "text/document.h"

namespace careportal_lint {
namespace {

struct Weight {
  std::string_view name;
  double NameWeights::*value;
};

// Every weight of the scorecard, so that a slip in a pack is told.
constexpr Weight kWeights[] = {
    {"given1", &NameWeights::given1},
    {"given2", &NameWeights::given2},
    {"given3", &NameWeights::given3},
    {"given1-lower", &NameWeights::given1_lower},
    {"given2-lower", &NameWeights::given2_lower},
    {"surname1", &NameWeights::surname1},
    {"surname2", &NameWeights::surname2},
    {"surname3", &NameWeights::surname3},
    {"unknown", &NameWeights::unknown},
    {"unknown-start", &NameWeights::unknown_start},
    {"inner-capital", &NameWeights::inner_capital},
    {"full-name", &NameWeights::full_name},
    {"title", &NameWeights::title},
    {"kin", &NameWeights::kin},
    {"introduction", &NameWeights::introduction},
    {"label", &NameWeights::label},
    {"human-verb", &NameWeights::human_verb},
    {"plain-verb", &NameWeights::plain_verb},
    {"possessive", &NameWeights::possessive},
    {"household", &NameWeights::household},
    {"age", &NameWeights::age},
    {"list", &NameWeights::list},
    {"family", &NameWeights::family},
    {"signature", &NameWeights::signature},
    {"calendar", &NameWeights::calendar},
    {"thing", &NameWeights::thing},
    {"figure", &NameWeights::figure},
    {"place", &NameWeights::place},
    {"group", &NameWeights::group},
    {"place-before", &NameWeights::place_before},
    {"pronoun", &NameWeights::pronoun},
    {"error", &NameWeights::error},
    {"warning", &NameWeights::warning},
};

struct PackGroup {
  const char* vocabulary;
  WordGroup group;
};

constexpr PackGroup kPackGroups[] = {
    {"name_titles", WordGroup::titles},
    {"name_introductions", WordGroup::introductions},
    {"name_labels", WordGroup::labels},
    {"name_human_verbs", WordGroup::human_verbs},
    {"name_plain_verbs", WordGroup::plain_verbs},
    {"name_household", WordGroup::household},
    {"name_families", WordGroup::families},
    {"name_heads", WordGroup::heads},
    {"name_goods", WordGroup::goods},
    {"name_places_before", WordGroup::places_before},
    {"name_closings", WordGroup::closings},
    {"name_child_words", WordGroup::child_words},
    {"name_plurals", WordGroup::plurals},
    {"name_nicknames", WordGroup::nicknames},
    {"name_acronyms", WordGroup::acronyms},
    {"name_word_names", WordGroup::word_names},
    {"name_virtues", WordGroup::virtues},
    {"name_colors", WordGroup::colors},
    {"name_scripture", WordGroup::scripture},
    {"name_no_names", WordGroup::no_names},
    {"name_motion", WordGroup::motion},
    {"name_wares", WordGroup::wares},
    {"name_title_names", WordGroup::title_names},
    {"name_pets", WordGroup::pets},
    {"name_containers", WordGroup::containers},
    {"name_capital_heads", WordGroup::capital_heads},
    {"name_shows", WordGroup::shows},
};

void read_weights(const RuleSpec& spec, Compiler& compiler, NameWeights& weights) {
  for (const auto& entry : spec.weights) {
    const std::string& name = entry.first;
    const auto* const known = std::find_if(std::begin(kWeights), std::end(kWeights), [&](const Weight& one) { return one.name == name; });
    if (known != std::end(kWeights)) {
      weights.*known->value = entry.second;
      continue;
    }
    std::vector<std::string> names;
    for (const Weight& weight : kWeights) names.emplace_back(weight.name);
    compiler.problem(spec.place, "there is no weight '" + name + "'" + did_you_mean(name, names));
  }
  for (const Weight& weight : kWeights) {
    const std::string name(weight.name);
    if (!spec.weights.contains(name)) compiler.problem(spec.place, "the weight '" + name + "' is missing");
  }
}

const Vocabulary& vocabulary_in(const Vocabularies& vocabularies, const char* name) {
  static const Vocabulary none;
  const auto found = vocabularies.find(name);
  return found == vocabularies.end() ? none : found->second;
}

// The table of NameVocabulary.
std::string groups_of_words(const Vocabularies& vocabularies) {
  NameVocabulary::Builder builder;
  for (const std::string& word : vocabulary_in(vocabularies, "name_roles").patterns) builder.add(word, WordGroup::kin);
  for (const PackGroup& pack : kPackGroups) {
    for (const std::string& word : vocabulary_in(vocabularies, pack.vocabulary).patterns) builder.add(word, pack.group);
  }
  return builder.bytes();
}

// A vocabulary that names for each of its words what it stands for.
TextTable read_table(const char* name, const RuleSpec& spec, Compiler& compiler) {
  return TextTable(compiler.block([&](const Vocabularies& vocabularies) {
    const Vocabulary& vocabulary = vocabulary_in(vocabularies, name);
    if (vocabulary.forms.size() != vocabulary.patterns.size())
      compiler.problem(spec.place, "the vocabulary '" + std::string(name) + "' must say what each of its words stands for");
    return TextTable::bytes(vocabulary.forms);
  }));
}

}  // namespace

NameLists read_name_lists(const RuleSpec& spec, Compiler& compiler) {
  NameLists lists;
  lists.roles = read_table("name_roles", spec, compiler);
  lists.casts = read_table("name_casts", spec, compiler);
  lists.vocabulary = NameVocabulary(compiler.block(groups_of_words));
  for (const std::string& role : compiler.vocabulary("name_vague_roles")) lists.vague.push_back(to_lower(role));
  read_weights(spec, compiler, lists.weights);
  return lists;
}

}  // namespace careportal_lint
