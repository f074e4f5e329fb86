// The word lists and weights of the person-name scorecard, from the pack (rules/names.json).
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "rules/compiler.h"
#include "rules/rule_spec.h"

namespace careportal_lint {

using WordSet = std::set<std::string, std::less<>>;

/// Plain words in lower case.
struct NameLists {
  WordSet titles;                                         ///< mr, coach, pastor: a name follows
  std::map<std::string, std::string, std::less<>> roles;  ///< word before or after a name -> what to say instead
  WordSet kin;                                            ///< the words of `roles` that people stand beside a name
  WordSet introductions;                                  ///< named, called, "name is"
  WordSet labels;                                         ///< name, client, child: before a colon
  WordSet human_verbs;                                    ///< only people do this: said, loves, wears
  WordSet plain_verbs;                                    ///< people and things do this: is, has, needs
  WordSet household;                                      ///< what a person has: room, bed, birthday
  WordSet families;                                       ///< family, children, household: after a surname
  WordSet heads;                                          ///< what makes a name a place or an organisation: street, county, school
  WordSet goods;                                          ///< what makes a name a brand: soap, brand, shoes
  WordSet places_before;                                  ///< in, near: a place follows
  WordSet closings;                                       ///< thanks, sincerely: a signature follows
  WordSet child_words;                                    ///< grade, wears, size: the person is a child
  WordSet plurals;                                        ///< kids, parents: several people
  WordSet nicknames;                                      ///< bubba, sissy: names only beside a name
  WordSet vague;                                          ///< roles that say little; any other that is told goes first
  WordSet acronyms;                                       ///< fcm, pgm: they stay where a name beside them goes
  WordSet word_names;                                     ///< jasmine, heather: given names of tier 1 and 2 that are met as words, too
  WordSet virtues;                                        ///< hope, grace: spoken of as such in most drafts
  WordSet colors;                                         ///< amber, teal: in a list of colors no names
  WordSet scripture;                                      ///< noah, ruth: in a sentence about the Bible no names
  WordSet no_names;                                       ///< plz, thx, mens: unknown to dictionaries and no names
  WordSet motion;                                         ///< moved, went: a place follows "to" and "from"

  std::map<std::string, double> weights;
  [[nodiscard]] double weight(const std::string& name) const {
    const auto found = weights.find(name);
    return found == weights.end() ? 0 : found->second;
  }
};

/// Reads the vocabularies `name_*`. A missing weight is a problem.
NameLists read_name_lists(const RuleSpec& spec, Compiler& compiler);

}  // namespace careportal_lint
