// Builds the embedded word table and word graph. Runs at build time.
//
//   build_lexicon OUTPUT KIND=FILE...
//
// Kinds: scowl<N> (a SCOWL list of size N), hunspell (expanded forms), given, surname (name TAB tier), name-like
// (phrase TAB class), allowed (words of the domain), slips (misspelling TAB correction), never-suggested (words that are
// right but never offered), classes (Hunspell's dictionary with its flags), irregular-verbs (plain form, past, participle). Words are
// stored in lower case with accents folded.
#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "lexicon/lexicon.h"
#include "lexicon/word_classes.h"
#include "lexicon/word_graph.h"
#include "text/document.h"
#include "text/fold.h"

namespace {

using careportal_lint::Lexicon;
using careportal_lint::NameClass;
using careportal_lint::WordClass;
using careportal_lint::WordClasses;
using careportal_lint::WordFacts;

using Facts = std::unordered_map<std::string, std::uint16_t>;

// SCOWL sizes to commonness 1..7.
int commonness_of(int size) {
  if (size <= 10) return 1;
  if (size <= 20) return 2;
  if (size <= 35) return 3;
  if (size <= 40) return 4;
  if (size <= 50) return 5;
  return size <= 60 ? 6 : 7;
}

NameClass class_of(const std::string& name) {
  if (name == "month" || name == "day" || name == "holiday") return NameClass::calendar;
  if (name == "character" || name == "celebrity" || name == "team") return NameClass::figure;
  if (name == "county" || name == "town" || name == "state" || name == "city" || name == "country") return NameClass::place;
  if (name == "language" || name == "religion" || name == "org" || name == "program") return NameClass::group;
  return NameClass::thing;
}

std::uint16_t case_flag(const std::string& word) {
  switch (careportal_lint::shape_of(word)) {
    case careportal_lint::Shape::lower: return WordFacts::kLower;
    case careportal_lint::Shape::upper: return word.size() == 1 ? WordFacts::kProper : WordFacts::kAcronym;
    default: return WordFacts::kProper;
  }
}

void add_word(Facts& facts, const std::string& word, int commonness) {
  std::uint16_t& bits = facts[careportal_lint::to_lower(word)];
  const int before = (bits & WordFacts::kCommonness) == 0 ? 8 : bits & WordFacts::kCommonness;
  bits = static_cast<std::uint16_t>((bits & ~WordFacts::kCommonness) | case_flag(word));
  bits = static_cast<std::uint16_t>(bits | std::min({before, commonness, 7}));
}

// Bytes of a line as folded ASCII; SCOWL is Latin-1 in old releases, UTF-8 in Debian's.
std::string folded(const std::string& line) {
  std::string text = careportal_lint::fold(line).text;
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  return text;
}

// Rarer words are right, but hardly what a caseworker meant.
constexpr int kRarestSuggested = 6;

bool is_contraction(std::string_view word) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"everyone's", "he's", "here's", "how's", "it's", "let's", "she's", "that's", "there's", "what's", "where's", "who's"});
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

using Classes = std::unordered_map<std::string, WordClasses>;

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// The regular forms that Hunspell's flags S, D and G stand for.
std::string with_s(const std::string& word) {
  const char before = word.size() > 1 ? word[word.size() - 2] : 'a';
  if (word.ends_with('y') && !is_vowel(before)) return word.substr(0, word.size() - 1) + "ies";
  const bool hisses = std::string_view("sxz").find(word.back()) != std::string_view::npos || word.ends_with("sh") || word.ends_with("ch");
  return word + (hisses ? "es" : "s");
}

std::string with_ed(const std::string& word) {
  const char before = word.size() > 1 ? word[word.size() - 2] : 'a';
  if (word.ends_with('e')) return word + "d";
  return word.ends_with('y') && !is_vowel(before) ? word.substr(0, word.size() - 1) + "ied" : word + "ed";
}

std::string with_ing(const std::string& word) { return (word.ends_with('e') ? word.substr(0, word.size() - 1) : word) + "ing"; }

void add_past(const std::string& past, const std::string& participle, Classes& classes) {
  classes[past].add(WordClass::past);
  classes[participle].add(WordClass::participle);
}

// "plan", "planned", "planning": the dictionary gives verbs that double their last letter as words of their own.
void add_doubling_verbs(const Facts& facts, Classes& classes) {
  for (const auto& [ing, bits] : facts) {
    constexpr std::size_t kDoubled = 4;  // "ning"
    if (ing.size() < kDoubled + 3 || !ing.ends_with("ing")) continue;
    const std::string with_double = ing.substr(0, ing.size() - 3);
    const std::string word = with_double.substr(0, with_double.size() - 1);
    if (with_double.back() != word.back() || is_vowel(word.back()) || facts.contains(with_double) || !facts.contains(word)) continue;
    const std::string past = with_double + "ed";
    classes[word].add(WordClass::verb);
    classes[with_s(word)].add(WordClass::verb_s);
    classes[ing].add(WordClass::ing);
    if (facts.contains(past)) add_past(past, past, classes);
  }
}

// "take took taken"; several forms have a slash between.
void add_irregular_verb(const std::string& line, Classes& classes) {
  std::istringstream fields(line);
  std::string base;
  std::string pasts;
  std::string participles;
  if (!(fields >> base >> pasts >> participles)) return;
  classes[base].add(WordClass::verb);
  classes[base.ends_with('o') ? base + "es" : with_s(base)].add(WordClass::verb_s);
  classes[with_ing(base)].add(WordClass::ing);
  const auto add_all = [&](const std::string& forms, WordClass which) {
    std::istringstream list(forms);
    for (std::string form; std::getline(list, form, '/');) classes[form].add(which);
  };
  add_all(pasts, WordClass::past);
  add_all(participles, WordClass::participle);
}

// "uncle/SM": which forms a word has tells what it is.
void add_classes(const std::string& line, Classes& classes) {
  const std::size_t slash = line.find('/');
  std::string word = line.substr(0, slash);
  const bool possessive = word.ends_with("'s");  // "hand's" beside "hand/UDGS"
  if (possessive) word.resize(word.size() - 2);
  if (word.empty() || !std::all_of(word.begin(), word.end(), careportal_lint::is_lower)) return;
  const std::string flags = slash == std::string::npos ? std::string() : line.substr(slash + 1);
  const auto has = [&](char flag) { return flags.find(flag) != std::string::npos; };
  const bool verb = has('D') || has('G');
  const bool noun = has('M') || (has('S') && !verb);
  const auto add = [&](const std::string& form, WordClass which) { classes[form].add(which); };
  if (possessive) {
    add(word, WordClass::noun);
    add(with_s(word), WordClass::plural);
    return;
  }
  if (noun) add(word, WordClass::noun);
  if (noun && has('S')) add(with_s(word), WordClass::plural);
  if (verb) {
    add(word, WordClass::verb);
    if (has('S')) add(with_s(word), WordClass::verb_s);
    if (has('D')) add_past(with_ed(word), with_ed(word), classes);
    if (has('G')) add(with_ing(word), WordClass::ing);
  }
  bool adjective = has('T') || has('P') || has('Y');  // -est, -ness, -ly
  for (const std::string_view ending : {"ic", "ous", "ful", "less", "able", "ible"})
    adjective = adjective || (!noun && !verb && word.ends_with(ending));
  if (!adjective) return;
  add(word, WordClass::adjective);
  if (!has('T')) return;
  std::string stem = word.ends_with('e') ? word.substr(0, word.size() - 1) : word;
  if (stem.ends_with('y')) stem.back() = 'i';
  add(stem + "er", WordClass::adjective);
  add(stem + "est", WordClass::adjective);
}

bool read(const std::string& kind, const std::string& path, Facts& facts, std::unordered_set<std::string>& never_suggested,
          Classes& classes) {
  std::ifstream file(path);
  if (!file) {
    std::cerr << "build_lexicon: cannot read " << path << '\n';
    return false;
  }
  std::string line;
  while (std::getline(file, line)) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t tab = line.find('\t');
    const std::string word = folded(line.substr(0, tab));
    if (word.empty()) continue;
    if (kind.starts_with("scowl")) {
      add_word(facts, word, commonness_of(std::stoi(kind.substr(5))));
    } else if (kind == "hunspell") {
      add_word(facts, word, 7);
    } else if (kind == "given" || kind == "surname") {
      const int tier = tab == std::string::npos ? 2 : std::stoi(line.substr(tab + 1));
      const unsigned shift = kind == "given" ? WordFacts::kGivenShift : WordFacts::kSurnameShift;
      std::uint16_t& bits = facts[careportal_lint::to_lower(word)];
      bits = static_cast<std::uint16_t>((bits & ~(3U << shift)) | (static_cast<unsigned>(tier) << shift));
    } else if (kind == "name-like") {
      if (word.find(' ') != std::string::npos || tab == std::string::npos) continue;
      const unsigned name_class = static_cast<unsigned>(class_of(line.substr(tab + 1)));
      std::uint16_t& bits = facts[careportal_lint::to_lower(word)];
      bits = static_cast<std::uint16_t>((bits & ~(7U << WordFacts::kClassShift)) | WordFacts::kNameLike |
                                        (name_class << WordFacts::kClassShift));
    } else if (kind == "allowed") {
      std::uint16_t& bits = facts[careportal_lint::to_lower(word)];
      bits = static_cast<std::uint16_t>(bits | WordFacts::kDomain | case_flag(word));
    } else if (kind == "slips") {
      std::uint16_t& bits = facts[careportal_lint::to_lower(word)];
      bits = static_cast<std::uint16_t>(bits | WordFacts::kSlip);
    } else if (kind == "classes") {
      add_classes(line, classes);
    } else if (kind == "irregular-verbs") {
      add_irregular_verb(line, classes);
    } else if (kind == "never-suggested") {
      never_suggested.insert(careportal_lint::to_lower(word));
    } else {
      std::cerr << "build_lexicon: unknown kind " << kind << '\n';
      return false;
    }
  }
  return true;
}

std::vector<std::uint64_t> make_table(const Facts& facts) {
  std::size_t slots = 1;
  while (slots * 5 < facts.size() * 8) slots *= 2;
  std::vector<std::uint64_t> table(slots, 0);
  for (const auto& [word, bits] : facts) {
    const std::uint64_t hash = Lexicon::hash_word(word);
    std::uint64_t slot = hash & (slots - 1);
    while (table[slot] != 0) slot = (slot + 1) & (slots - 1);
    table[slot] = (hash & ~std::uint64_t{0xFFFF}) | bits;
  }
  return table;
}

std::vector<std::uint32_t> make_graph(const Facts& facts, const std::unordered_set<std::string>& never_suggested) {
  std::vector<std::string> words;
  for (const auto& [word, bits] : facts) {
    const WordFacts of(bits);
    if (!of.domain() && !(of.word() && of.commonness() <= kRarestSuggested)) continue;
    // a slip is hardly ever a possessive that lost a letter: "matresss" is no "mattress's"
    if (of.slip() || never_suggested.contains(word) || (word.ends_with("'s") && !is_contraction(word))) continue;
    words.push_back(word);
  }
  return careportal_lint::build_word_graph(std::move(words));
}

// Rarer words are not in it: about them nothing should be sure.
constexpr int kRarestWithClasses = 6;

std::vector<std::uint64_t> make_class_table(const Classes& classes, const Facts& facts) {
  std::vector<std::pair<std::uint64_t, WordClasses>> known;
  for (const auto& [word, of] : classes) {
    const auto found = facts.find(word);
    if (found != facts.end() && WordFacts(found->second).commonness() <= kRarestWithClasses)
      known.emplace_back(Lexicon::hash_word(word), of);
  }
  std::sort(known.begin(), known.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::uint64_t> table(std::bit_ceil(known.size() * 5 / 4 + 1), 0);
  for (const auto& [hash, of] : known) {
    std::size_t slot = hash & (table.size() - 1);
    while (table[slot] != 0) slot = (slot + 1) & (table.size() - 1);
    table[slot] = (hash & ~std::uint64_t{0xFF}) | of.bits();
  }
  return table;
}

template <typename Number>
void write(std::ofstream& out, const std::vector<Number>& numbers) {
  out.write(static_cast<const char*>(static_cast<const void*>(numbers.data())),
            static_cast<std::streamsize>(numbers.size() * sizeof(Number)));
}

}  // namespace

int main(int argc, char** argv) {
  Facts facts;
  std::unordered_set<std::string> never_suggested;
  Classes classes;
  for (int i = 2; i < argc; ++i) {
    const std::string argument = argv[i];
    const std::size_t equals = argument.find('=');
    if (equals == std::string::npos || !read(argument.substr(0, equals), argument.substr(equals + 1), facts, never_suggested, classes))
      return 1;
  }
  if (argc < 3 || facts.size() < 1000) {
    std::cerr << "build_lexicon: no words\n";
    return 1;
  }
  add_doubling_verbs(facts, classes);
  const std::vector<std::uint64_t> table = make_table(facts);
  std::vector<std::uint32_t> edges = make_graph(facts, never_suggested);
  const std::vector<std::uint64_t> class_table = make_class_table(classes, facts);
  std::vector<std::uint64_t> header(careportal_lint::kLexiconHeader / sizeof(std::uint64_t), 0);
  header[0] = table.size();
  header[1] = edges.size();
  header[2] = class_table.size();
  edges.resize((edges.size() + 1) / 2 * 2, 0);
  std::ofstream out(argv[1], std::ios::binary);
  write(out, header);
  write(out, table);
  write(out, edges);
  write(out, class_table);
  return out.flush() ? 0 : 1;
}
