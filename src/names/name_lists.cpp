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

}  // namespace

NameLists read_name_lists(const RuleSpec& spec, Compiler& compiler) {
  NameLists lists;
  for (const std::string& entry : compiler.vocabulary("name_roles")) {
    const std::size_t equals = entry.find('=');
    if (equals == std::string::npos) {
      compiler.problem(spec.place, "name_roles: expected 'word=what to say instead', found '" + entry + "'");
      continue;
    }
    const std::string word = to_lower(entry.substr(0, equals));
    lists.roles[word] = entry.substr(equals + 1);
    lists.vocabulary.add(word, WordGroup::kin);
  }
  for (const std::string& entry : compiler.vocabulary("name_casts")) {
    const std::size_t equals = entry.find('=');
    if (equals == std::string::npos) {
      compiler.problem(spec.place, "name_casts: expected 'show=its characters', found '" + entry + "'");
      continue;
    }
    std::vector<std::uint64_t>& cast = lists.casts[to_lower(entry.substr(0, equals))];
    for (std::size_t pos = equals + 1; pos < entry.size();) {
      const std::size_t end = std::min(entry.find(' ', pos), entry.size());
      if (end > pos) cast.push_back(Lexicon::hash_word(to_lower(entry.substr(pos, end - pos))));
      pos = end + 1;
    }
  }
  for (const PackGroup& pack : kPackGroups) {
    for (const std::string& word : compiler.vocabulary(pack.vocabulary)) lists.vocabulary.add(word, pack.group);
  }
  for (const std::string& role : compiler.vocabulary("name_vague_roles")) lists.vague.insert(to_lower(role));
  read_weights(spec, compiler, lists.weights);
  return lists;
}

}  // namespace careportal_lint
