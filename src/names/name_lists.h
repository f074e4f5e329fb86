// The word lists and weights of the person-name scorecard, from the pack (rules/names.json).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "names/name_vocabulary.h"
#include "rules/compiler.h"
#include "rules/rule_spec.h"
#include "rules/text_table.h"

namespace careportal_lint {

/// The points of the scorecard; docs/rules.md explains them.
struct NameWeights {
  double given1 = 0;
  double given2 = 0;
  double given3 = 0;
  double given1_lower = 0;
  double given2_lower = 0;
  double surname1 = 0;
  double surname2 = 0;
  double surname3 = 0;
  double unknown = 0;
  double unknown_start = 0;
  double inner_capital = 0;
  double full_name = 0;
  double title = 0;
  double kin = 0;
  double introduction = 0;
  double label = 0;
  double human_verb = 0;
  double plain_verb = 0;
  double possessive = 0;
  double household = 0;
  double age = 0;
  double list = 0;
  double family = 0;
  double signature = 0;
  double calendar = 0;
  double thing = 0;
  double figure = 0;
  double place = 0;
  double group = 0;
  double place_before = 0;
  double pronoun = 0;
  double error = 0;
  double warning = 0;
};

struct NameLists {
  NameVocabulary vocabulary;
  TextTable roles;                 ///< word before or after a name -> what to say instead
  TextTable casts;                 ///< show, book or game -> its characters' names, with a blank between
  std::vector<std::string> vague;  ///< roles that say little; any other that is told goes first
  NameWeights weights;
};

/// Reads the vocabularies `name_*`. A missing weight is a problem.
NameLists read_name_lists(const RuleSpec& spec, Compiler& compiler);

}  // namespace careportal_lint
