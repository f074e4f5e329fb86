// The groups of words that the name finder asks about, in one table: a word is looked up once and knows its groups.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>

namespace careportal_lint {

enum class WordGroup : std::uint8_t {
  // from the pack (vocabularies name_*)
  titles,         ///< mr, coach, pastor: a name follows
  kin,            ///< words that people stand beside a name, of `roles`
  introductions,  ///< named, called
  labels,         ///< name, client, child: before a colon
  human_verbs,    ///< only people do this: said, loves, wears
  plain_verbs,    ///< people and things do this: is, has, needs
  household,      ///< what a person has: room, bed, birthday
  families,       ///< family, children, household: after a surname
  heads,          ///< what makes a name a place or an organisation: street, county, school
  goods,          ///< what makes a name a brand: soap, brand, shoes
  places_before,  ///< in, near: a place follows
  closings,       ///< thanks, sincerely: a signature follows
  child_words,    ///< grade, wears, size: the person is a child
  plurals,        ///< kids, parents: several people
  nicknames,      ///< bubba, sissy: names only beside a name
  acronyms,       ///< fcm, pgm: they stay where a name beside them goes
  word_names,     ///< jasmine, heather: given names of tier 1 and 2 that are met as words, too
  virtues,        ///< hope, grace: spoken of as such in most drafts
  colors,         ///< amber, teal: in a list of colors no names
  scripture,      ///< noah, ruth: in a sentence about the Bible no names
  no_names,       ///< plz, thx, mens: unknown to dictionaries and no names
  motion,         ///< moved, went: a place follows "to" and "from"
  wares,          ///< fuel, pans, poster: before them a surname is a brand
  title_names,    ///< sir, bishop: titles that are given names, too
  pets,           ///< dog, hens, beagle: what they are called is no person
  containers,     ///< pair, box: "a pair of Brooks" is a thing
  capital_heads,  ///< Treatment, Bakery: like heads, with a capital only
  called_things,  ///< pattern, song: what is called something and is no person
  singing,        ///< sings, hums: a song follows
  naming,         ///< named, calls
  shows,          ///< arthur, matilda: also what children watch and read
  // of English, in name_vocabulary.cpp
  modal,           ///< would, also, just: between a name and its verb
  irregular_past,  ///< said, wore: pasts that do not end in -ed
  caller,          ///< she, mom: who "called" somebody
  number_word,     ///< one to eighteen
  before_of,       ///< proud of, care of: a person follows
  before_from,     ///< heard from, help from
  before_person,   ///< asked, told, met
  becomes,         ///< is, turned: before an age
  after_age,       ///< and, years: after an age
  age_sign,        ///< age, dob
  sort_of_person,  ///< boy, girl, size: beside a name in a list
  years,           ///< year, months
  article,         ///< the, her
  clause_stop,     ///< for, of: the phrase "a kind boy" ends before them
  person_noun,     ///< boy, mom: what a person is
  owner,           ///< the, her
  class_level,     ///< kindergarten, grade
  turning,         ///< turned
  joining,         ///< "Gus from the garage told"
  speech,          ///< said, told
  function_word,   ///< and, or, to: after a name no noun
  before_date,     ///< in, last: a month follows
  particle,        ///< de, van, bin: within a name
  after_surname,   ///< is, has: after "renee park"
  before_thing,    ///< a, likes, brand: a thing follows
  paint,           ///< navy, mint: in a list of colors
  bible,           ///< psalm, jesus: about the Bible
  media,           ///< movies, songs: before a colon
  told_of_age,     ///< yo, months: between names of a list
  pet_name,        ///< big, lil, baby: before a name
  opens_list,      ///< for, with: before a list of names
  before_word,     ///< a, the, very: the word is meant, no name
  speaks,          ///< said, loves: after an ordinary word in lower case only these make it a name
  strict_title,    ///< mr, mrs
  opens_unknown,   ///< for, named: before an unknown name
  determines,      ///< a, my, little: the word is meant, no name
  pronoun,         ///< he, shes: "marquise he is 17"
  sibling,         ///< sisters, twins
  adjective,       ///< frank, precious: "mom is precious"
  opens_clause,    ///< but, because
  needing,         ///< needs, turned
  place_opening,   ///< camp, lake: before the name of a place
  doubling,        ///< bye, choo, so: words said twice
  raises,          ///< has, raising: before the names of children
  acting,          ///< working, staying: after "is" only a person
  feeling,         ///< scared, teething: after "is"
  determiner,      ///< the, her
  bare_kin,        ///< mom, grandma: kin words that stand without "the"
  grown,           ///< job, rent: who has it is no child
  birth,           ///< baby, pregnant
  bearing,         ///< just, had: before "a baby"
  polite,          ///< mr, dr: tells no role
  big,             ///< big, lil
  kind_of_kin,     ///< foster, older: before a kin word
  she,             ///< she, her
  he,              ///< he, him
  liking,          ///< loves, into: people and things follow
  media_verb,      ///< read, watches: a book or film follows
  working,         ///< work, met: a firm or school follows "at"
  twin_word,       ///< twins, ages, r: after two names
  modal_name,      ///< will, may: verbs before they are names
  one_verb,        ///< is, has, got: after "gunner" in lower case it is a name
  acts_of_people,  ///< need, share: what several people do
  needing_verb,    ///< needs, wears: no color, town or virtue does
  graces,          ///< faith, summer: virtues and seasons that are given names
  telling,         ///< told, asked: only a person follows
  suits,           ///< fine, ok: "king is fine" speaks of a bed
  before_bare,     ///< for, told, help: a person or "the" follows
  count
};

/// The groups that one word belongs to.
class WordGroups {
 public:
  static_assert(static_cast<unsigned>(WordGroup::count) <= 128);
  [[nodiscard]] bool has(WordGroup group) const { return (half(group) >> (static_cast<unsigned>(group) % 64)) & 1; }
  void add(WordGroup group) { halves_[static_cast<unsigned>(group) / 64] |= std::uint64_t{1} << (static_cast<unsigned>(group) % 64); }

 private:
  [[nodiscard]] std::uint64_t half(WordGroup group) const { return halves_[static_cast<unsigned>(group) / 64]; }
  std::uint64_t halves_[2] = {0, 0};
};

/// From words to their groups: an open-addressed table that is made when the rules are compiled, and read where it lies.
class NameVocabulary {
 public:
  /// The table from words to groups as bytes, with the groups of English.
  class Builder {
   public:
    Builder();
    /// `word` in any case.
    void add(std::string_view word, WordGroup group);
    [[nodiscard]] std::string bytes() const;

   private:
    std::unordered_map<std::uint64_t, WordGroups> groups_;  ///< by hash
  };

  NameVocabulary() = default;
  /// `table`: of a builder; it must outlive the vocabulary.
  explicit NameVocabulary(std::string_view table) : table_(table), last_slot_(table.size() / sizeof(Entry) - 1) {}

  /// `hash`: Lexicon::hash_word of the word in lower case. A word of no group has none.
  [[nodiscard]] WordGroups find(std::uint64_t hash) const {
    if (table_.empty()) return {};
    for (std::uint64_t slot = hash & last_slot_;; slot = (slot + 1) & last_slot_) {
      Entry entry;
      std::memcpy(&entry, table_.data() + slot * sizeof entry, sizeof entry);
      if (entry.hash == hash) return entry.groups;
      if (entry.hash == 0) return {};
    }
  }

 private:
  struct Entry {
    std::uint64_t hash = 0;
    WordGroups groups;
  };

  std::string_view table_;  ///< a power of two of entries, at most half full
  std::uint64_t last_slot_ = 0;
};

}  // namespace careportal_lint
