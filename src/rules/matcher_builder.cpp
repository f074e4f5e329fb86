#include "rules/matcher_builder.h"

#include <algorithm>
#include <stdexcept>

#include "lexicon/lexicon.h"
#include "rules/flat_block.h"
#include "rules/interpreter.h"
#include "text/document.h"

namespace careportal_lint {
namespace {

std::size_t slots_for(std::size_t count) {
  std::size_t slots = 16;
  while (slots < count * 2) slots *= 2;
  return slots;
}

std::size_t count_groups(const std::string& pattern) {
  std::size_t count = 0;
  bool in_class = false;
  for (std::size_t i = 0; i + 1 < pattern.size(); ++i) {
    if (pattern[i] == '\\') {
      ++i;
    } else if (in_class) {
      in_class = pattern[i] != ']';
    } else if (pattern[i] == '[') {
      in_class = true;
      if (pattern[i + 1] == '^') ++i;
      if (i + 1 < pattern.size() && pattern[i + 1] == ']') ++i;
    } else if (pattern[i] == '(' && (pattern[i + 1] != '?' || pattern.substr(i, 4) == "(?P<")) {
      ++count;
    }
  }
  return count;
}

}  // namespace

MatcherBuilder::MatcherBuilder(bool plain) : plain_(plain) {}

PatternId MatcherBuilder::add(const std::string& pattern, bool exact_case, bool word_edges, bool finder) {
  const std::string key = std::string(exact_case ? "x" : "-") + (word_edges ? "w" : "-") + pattern;
  const auto [entry, is_new] = known_.emplace(key, static_cast<PatternId>(patterns_.size()));
  const PatternId id = entry->second;
  if (!is_new) {
    patterns_[id].finder = patterns_[id].finder || finder;
    return id;
  }
  patterns_.push_back({});
  patterns_[id].finder = finder;
  patterns_[id].exact_case = exact_case;
  std::string rest = pattern;
  if (!plain_ && word_edges && count_groups(pattern) == 0) {
    rest.clear();
    for (const std::string& part : split_alternatives(pattern)) {
      const PatternShape shape = analyze_pattern(part, find_edges(part), exact_case);
      if (shape.phrases) {
        for (const std::string& phrase : *shape.phrases) add_phrase(phrase, id, exact_case);
      } else {
        rest += (rest.empty() ? "" : "|") + part;
      }
    }
  }
  if (rest.empty()) return id;
  const PatternEdges edges = word_edges ? find_edges(rest) : PatternEdges{false, false};
  patterns_[id].regex = rest;
  patterns_[id].edges = edges;
  patterns_[id].word_edges = word_edges;
  if (plain_) return id;
  const PatternShape shape = analyze_pattern(rest, {word_edges, word_edges}, exact_case);
  patterns_[id].within_signs = shape.within_sentence_signs;
  for (const std::vector<Trigger>& set : shape.required) {
    std::vector<AtomId> atoms;
    for (const Trigger& trigger : set) atoms.push_back(atom(trigger));
    patterns_[id].required.push_back(std::move(atoms));
  }
  return id;
}

PatternId MatcherBuilder::add_phrases(const std::vector<std::string>& phrases) {
  const auto id = static_cast<PatternId>(patterns_.size());
  patterns_.push_back({});
  patterns_[id].finder = true;
  for (const std::string& phrase : phrases) add_phrase(phrase, id, false);
  return id;
}

WordId MatcherBuilder::intern(const std::string& word) {
  const auto [entry, is_new] = words_.emplace(word, static_cast<WordId>(words_.size() + 1));
  if (is_new && entry->second >= (1U << 24U)) throw std::length_error("too many different words in the rule packs");
  return entry->second;
}

AtomId MatcherBuilder::atom(const Trigger& trigger) {
  if (trigger.type == Trigger::Type::word) intern(trigger.text);
  return atoms_.emplace(trigger, static_cast<AtomId>(atoms_.size() + 1)).first->second;
}

std::uint32_t MatcherBuilder::add_text(std::string_view text) {
  const auto begin = static_cast<std::uint32_t>(chars_.size());
  chars_ += text;
  return begin;
}

void MatcherBuilder::add_phrase(std::string_view phrase, PatternId pattern, bool exact_case) {
  std::uint32_t node = 0;
  char sign = 0;
  for (std::size_t pos = 0; pos < phrase.size();) {
    std::size_t end = pos;
    while (end < phrase.size() && is_word_char(phrase[end])) ++end;
    const WordId word = intern(to_lower(phrase.substr(pos, end - pos)));
    const auto [edge, is_new] = edges_.emplace(edge_key(node, sign, word), static_cast<std::uint32_t>(accepts_.size()));
    if (is_new) accepts_.emplace_back();
    node = edge->second;
    sign = end < phrase.size() ? phrase[end] : '\0';
    pos = end + 1;
  }
  Accept accept{pattern, 0, 0};
  if (exact_case) {
    accept.exact_begin = add_text(phrase);
    accept.exact_end = accept.exact_begin + static_cast<std::uint32_t>(phrase.size());
  }
  accepts_[node].push_back(accept);
}

std::string MatcherBuilder::finish() const {
  std::string text = chars_;
  const auto append_text = [&](std::string_view more) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += more;
    return begin;
  };

  std::vector<AtomId> sign_atoms(128, 0);
  std::vector<AtomId> digit_atom(1, 0);
  std::vector<std::vector<PrefixAtom>> prefix_lists(1U << 14U);
  std::unordered_map<WordId, AtomId> word_atoms;
  for (const auto& [trigger, id] : atoms_) {
    switch (trigger.type) {
      case Trigger::Type::word: word_atoms[words_.at(trigger.text)] = id; break;
      case Trigger::Type::digit: digit_atom[0] = id; break;
      case Trigger::Type::sign: sign_atoms[static_cast<unsigned char>(trigger.text[0]) & 0x7FU] = id; break;
      case Trigger::Type::prefix: {
        const std::uint32_t begin = append_text(trigger.text);
        prefix_lists[prefix_key(trigger.text[0], trigger.text[1])].push_back(
            {begin, begin + static_cast<std::uint32_t>(trigger.text.size()), id});
        break;
      }
    }
  }

  std::vector<WordSlot> words(slots_for(words_.size()));
  for (const auto& [word, id] : words_) {
    const std::uint64_t hash = Lexicon::hash_word(word);
    std::size_t slot = hash & (words.size() - 1);
    while (words[slot].id != 0) slot = (slot + 1) & (words.size() - 1);
    const auto found = word_atoms.find(id);
    words[slot] = {hash, id, found == word_atoms.end() ? 0 : found->second};
  }
  std::vector<EdgeSlot> edges(slots_for(edges_.size()));
  for (const auto& [key, node] : edges_) {
    std::size_t slot = edge_slot(key) & (edges.size() - 1);
    while (edges[slot].key != 0) slot = (slot + 1) & (edges.size() - 1);
    edges[slot] = {key, node, 0};
  }

  std::vector<std::vector<PatternId>> by_atom(atoms_.size() + 1);
  std::vector<PatternId> always;
  std::vector<PatternEntry> patterns;
  std::vector<AtomSet> sets;
  std::vector<AtomId> set_atoms;
  for (PatternId id = 0; id < patterns_.size(); ++id) {
    const Pattern& pattern = patterns_[id];
    PatternEntry entry;
    entry.begin = append_text(pattern.regex);
    entry.end = static_cast<std::uint32_t>(text.size());
    entry.exact_case = pattern.exact_case ? 1 : 0;
    entry.edge_before = pattern.edges.begin ? 1 : 0;
    entry.edge_after = pattern.edges.end ? 1 : 0;
    entry.word_edges = pattern.word_edges ? 1 : 0;
    entry.within_signs = pattern.within_signs ? 1 : 0;
    entry.captures = static_cast<std::uint8_t>(std::min<std::size_t>(count_groups(pattern.regex), kMostCaptures));
    entry.sets_begin = static_cast<std::uint32_t>(sets.size());
    for (const std::vector<AtomId>& set : pattern.required) {
      sets.push_back({static_cast<std::uint32_t>(set_atoms.size()), static_cast<std::uint32_t>(set_atoms.size() + set.size())});
      set_atoms.insert(set_atoms.end(), set.begin(), set.end());
    }
    entry.sets_end = static_cast<std::uint32_t>(sets.size());
    if (pattern.finder && !pattern.regex.empty()) {
      if (pattern.required.empty()) {
        always.push_back(id);
      } else {
        for (const AtomId atom : pattern.required.front()) by_atom[atom].push_back(id);
      }
    }
    patterns.push_back(entry);
  }

  std::vector<std::uint32_t> accept_begin;
  std::vector<Accept> accepts;
  flatten_lists(accepts_, accept_begin, accepts);
  std::vector<std::uint32_t> prefix_begin;
  std::vector<PrefixAtom> prefixes;
  flatten_lists(prefix_lists, prefix_begin, prefixes);
  std::vector<std::uint32_t> atom_patterns_begin;
  std::vector<PatternId> atom_patterns;
  flatten_lists(by_atom, atom_patterns_begin, atom_patterns);

  // in the order of FlatTables::each
  BlockWriter block(15);
  block.add(text);
  block.add(words);
  block.add(edges);
  block.add(accept_begin);
  block.add(accepts);
  block.add(prefix_begin);
  block.add(prefixes);
  block.add(sign_atoms);
  block.add(digit_atom);
  block.add(atom_patterns_begin);
  block.add(atom_patterns);
  block.add(always);
  block.add(patterns);
  block.add(sets);
  block.add(set_atoms);
  return block.take();
}

}  // namespace careportal_lint
