#include "rules/matcher_builder.h"

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <thread>
#include <tuple>

#include "lexicon/lexicon.h"
#include "rules/flat_block.h"
#include "rules/pattern_anchors.h"
#include "rules/pattern_begin.h"
#include "rules/pattern_run.h"
#include "text/document.h"

namespace careportal_lint {
namespace {

std::size_t slots_for(std::size_t count) {
  std::size_t slots = 16;
  while (slots < count * 2) slots *= 2;
  return slots;
}

}  // namespace

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
  std::vector<std::string> parts;
  if (!plain_ && word_edges && count_groups(pattern) == 0) parts = split_alternatives(pattern);
  // an alternative of nothing is no phrase, and would be lost among the rest
  if (std::find(parts.begin(), parts.end(), "") != parts.end()) parts.clear();
  std::string rest = parts.empty() ? pattern : std::string();
  for (const std::string& part : parts) {
    const PatternShape shape = analyze_pattern(part, find_edges(part), exact_case);
    if (shape.phrases) {
      for (const std::string& phrase : *shape.phrases) add_phrase(phrase, id, exact_case);
    } else {
      rest += (rest.empty() ? "" : "|") + part;
    }
  }
  if (rest.empty()) return id;
  const PatternEdges edges = word_edges ? find_edges(rest) : PatternEdges{false, false};
  patterns_[id].regex = rest;
  patterns_[id].edges = edges;
  patterns_[id].word_edges = word_edges;
  if (plain_) return id;
  patterns_[id].required = atoms(analyze_pattern(rest, {word_edges, word_edges}, exact_case).required);
  return id;
}

std::vector<std::vector<AtomId>> MatcherBuilder::atoms(const Required& sets) {
  std::vector<std::vector<AtomId>> out;
  for (const Triggers& set : sets) {
    out.emplace_back();
    for (const Trigger& trigger : set) out.back().push_back(atom(trigger));
  }
  return out;
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
    node = trie_.step(node, trie_key(sign, word));
    sign = end < phrase.size() ? phrase[end] : '\0';
    pos = end + 1;
  }
  Accept accept{pattern, 0, 0};
  if (exact_case) {
    accept.exact_begin = add_text(phrase);
    accept.exact_end = accept.exact_begin + static_cast<std::uint32_t>(phrase.size());
  }
  accepts_.resize(trie_.size());
  accepts_[node].push_back(accept);
  patterns_[pattern].phrases = true;
}

struct MatcherBuilder::Layout {
  std::vector<AnchorEntry> anchors;
  std::vector<AtomId> triggers;  // of the anchors
  std::vector<AtomSet> sets;
  std::vector<AtomId> set_atoms;
  std::vector<std::pair<AtomId, AnchorId>> part_anchors;
  std::vector<std::pair<AtomId, AnchorId>> line_anchors;
  std::vector<PatternId> everywhere;

  // Where the sets begin and end.
  std::pair<std::uint32_t, std::uint32_t> add_sets(const std::vector<std::vector<AtomId>>& more) {
    const auto begin = static_cast<std::uint32_t>(sets.size());
    for (const std::vector<AtomId>& set : more) {
      sets.push_back({static_cast<std::uint32_t>(set_atoms.size()), static_cast<std::uint32_t>(set_atoms.size() + set.size())});
      set_atoms.insert(set_atoms.end(), set.begin(), set.end());
    }
    return {begin, static_cast<std::uint32_t>(sets.size())};
  }

  // Anchors by the trigger that they wait for.
  static std::vector<std::vector<AnchorId>> by_atom(const std::vector<std::pair<AtomId, AnchorId>>& pairs, std::size_t atoms) {
    std::vector<std::vector<AnchorId>> out(atoms);
    for (const auto& [atom, anchor] : pairs) out[atom].push_back(anchor);
    return out;
  }
};

// What is found out about a pattern alone; the costly part of laying it out.
struct MatcherBuilder::Analysis {
  bool understood = false;
  PatternNode root;
  PatternAnchors anchors;
  std::vector<PatternBegin> begins;  // of the anchors

  void of(const Pattern& pattern, bool plain) {
    try {
      root = parse_pattern(pattern.regex, pattern.exact_case);
      if (!plain) anchors = find_anchors(root, {pattern.word_edges, pattern.word_edges});
      for (const PatternAnchor& anchor : anchors.anchors) begins.push_back(find_begin(anchor.after));
      understood = true;
    } catch (const UnsupportedPattern&) {
      // RE2 tries it on every line
    }
  }
};

// Makes the program of a pattern and the anchors where it is tried.
void MatcherBuilder::lay_out(PatternId id, const Analysis& found, Layout& layout) {
  using Direction = ProgramBuilder::Direction;
  Pattern& pattern = patterns_[id];
  pattern.anchors_begin = pattern.anchors_end = static_cast<std::uint32_t>(layout.anchors.size());
  try {
    if (found.understood) pattern.program = programs_.add(found.root, Direction::forward);
  } catch (const UnsupportedPattern&) {
    // it holds more than programs can
  }
  if (pattern.program == kNoNode || found.anchors.anchors.empty()) {
    if (pattern.finder) layout.everywhere.push_back(id);
    return;
  }
  for (std::size_t i = 0; i < found.begins.size(); ++i) {
    const PatternAnchor& anchor = found.anchors.anchors[i];
    AnchorEntry entry;
    entry.pattern = id;
    if (!anchor.before.empty()) entry.before = programs_.add(anchor.before, Direction::backward);
    entry.after = programs_.add(anchor.after, Direction::forward);
    std::tie(entry.sets_begin, entry.sets_end) = layout.add_sets(atoms(anchor.required));
    entry.behind = programs_.add(found.begins[i].behind);
    entry.next = programs_.add(found.begins[i].next);
    entry.least = found.begins[i].least;
    entry.most = found.begins[i].most;
    const auto number = static_cast<AnchorId>(layout.anchors.size());
    entry.triggers_begin = static_cast<std::uint32_t>(layout.triggers.size());
    for (const Trigger& trigger : anchor.triggers) {
      layout.triggers.push_back(atom(trigger));
      if (pattern.finder) (anchor.within_signs ? layout.part_anchors : layout.line_anchors).emplace_back(atom(trigger), number);
    }
    entry.triggers_end = static_cast<std::uint32_t>(layout.triggers.size());
    std::sort(layout.triggers.begin() + entry.triggers_begin, layout.triggers.end());
    layout.anchors.push_back(entry);
  }
  pattern.anchors_end = static_cast<std::uint32_t>(layout.anchors.size());
}

// Two processors analyze; the results are laid out in the order of the patterns, so that the same packs make the same bytes.
void MatcherBuilder::lay_out_all(Layout& layout) {
  constexpr std::size_t kAtOnce = 256;  // trees are large
  std::vector<PatternId> ids;
  for (PatternId id = 0; id < patterns_.size(); ++id) {
    if (!patterns_[id].regex.empty()) ids.push_back(id);
  }
  for (std::size_t begin = 0; begin < ids.size(); begin += kAtOnce) {
    const std::size_t end = std::min(ids.size(), begin + kAtOnce);
    std::vector<Analysis> found(end - begin);
    std::atomic<std::size_t> next{begin};
    const auto work = [&] {
      for (std::size_t i = next++; i < end; i = next++) found[i - begin].of(patterns_[ids[i]], plain_);
    };
    {
      const std::jthread helper(work);
      work();
    }
    for (std::size_t i = begin; i < end; ++i) lay_out(ids[i], found[i - begin], layout);
  }
}

std::string MatcherBuilder::finish() {
  Layout layout;
  lay_out_all(layout);
  std::string text = chars_;
  const auto append_text = [&](std::string_view more) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += more;
    return begin;
  };

  std::vector<AtomId> sign_atoms(128, 0);
  std::vector<AtomId> shape_atoms(2, 0);
  std::vector<std::vector<PrefixAtom>> prefix_lists(1U << 14U);
  for (const auto& [trigger, id] : atoms_) {
    if (trigger.type == Trigger::Type::digit) shape_atoms[0] = id;
    if (trigger.type == Trigger::Type::capital) shape_atoms[1] = id;
    if (trigger.type == Trigger::Type::sign) sign_atoms[static_cast<unsigned char>(trigger.text[0]) & 0x7FU] = id;
    if (trigger.type != Trigger::Type::prefix) continue;
    const std::uint32_t begin = append_text(trigger.text);
    prefix_lists[prefix_key(trigger.text)].push_back({begin, begin + static_cast<std::uint32_t>(trigger.text.size()), id});
  }

  std::vector<WordSlot> words(slots_for(words_.size()));
  std::vector<AtomId> word_atoms;
  for (const auto& [word, id] : words_) {
    const std::uint64_t hash = Lexicon::hash_word(word);
    std::size_t slot = hash & (words.size() - 1);
    while (words[slot].id != 0) slot = (slot + 1) & (words.size() - 1);
    const auto begin = static_cast<std::uint32_t>(word_atoms.size());
    const auto whole = atoms_.find({Trigger::Type::word, word});
    if (whole != atoms_.end()) word_atoms.push_back(whole->second);
    for (const std::string& beginning : {word.substr(0, 1), word.substr(0, 2)}) {
      if (word.size() < 2 && beginning.size() > 1) continue;
      for (const PrefixAtom& prefix : prefix_lists[prefix_key(beginning)]) {
        if (word.starts_with(std::string_view(text).substr(prefix.begin, prefix.end - prefix.begin))) word_atoms.push_back(prefix.atom);
      }
      if (word.size() < 2) break;
    }
    words[slot] = {hash, id, begin, static_cast<std::uint32_t>(word_atoms.size()), 0};
  }
  const PhraseTrie::Flat trie = trie_.flat(words_.size() + 1);
  accepts_.resize(trie_.size());
  std::vector<std::vector<Accept>> accepts_by_node(accepts_.size());
  for (std::size_t node = 0; node < accepts_.size(); ++node) accepts_by_node[trie.number[node]] = std::move(accepts_[node]);
  accepts_ = std::move(accepts_by_node);

  std::vector<PatternEntry> patterns;
  for (const Pattern& pattern : patterns_) {
    PatternEntry entry;
    entry.begin = append_text(pattern.regex);
    entry.end = static_cast<std::uint32_t>(text.size());
    std::tie(entry.sets_begin, entry.sets_end) = layout.add_sets(pattern.required);
    entry.program = pattern.program;
    entry.anchors_begin = pattern.anchors_begin;
    entry.anchors_end = pattern.anchors_end;
    entry.exact_case = pattern.exact_case ? 1 : 0;
    entry.edge_before = pattern.edges.begin ? 1 : 0;
    entry.edge_after = pattern.edges.end ? 1 : 0;
    entry.word_edges = pattern.word_edges ? 1 : 0;
    entry.captures = static_cast<std::uint8_t>(std::min<std::size_t>(count_groups(pattern.regex), kMostCaptures));
    entry.phrases = pattern.phrases ? 1 : 0;
    patterns.push_back(entry);
  }

  std::vector<std::uint32_t> accept_middle;
  std::uint32_t accept_count = 0;
  for (std::vector<Accept>& list : accepts_) {
    const auto order = [&](const Accept& accept) { return std::pair(!patterns_[accept.pattern].finder, accept.pattern); };
    std::sort(list.begin(), list.end(), [&](const Accept& a, const Accept& b) { return order(a) < order(b); });
    const auto middle = std::find_if(list.begin(), list.end(), [&](const Accept& accept) { return !patterns_[accept.pattern].finder; });
    accept_middle.push_back(accept_count + static_cast<std::uint32_t>(middle - list.begin()));
    accept_count += static_cast<std::uint32_t>(list.size());
  }
  std::vector<std::uint32_t> accept_begin;
  std::vector<Accept> accepts;
  flatten_lists(accepts_, accept_begin, accepts);
  std::vector<std::uint32_t> prefix_begin;
  std::vector<PrefixAtom> prefixes;
  flatten_lists(prefix_lists, prefix_begin, prefixes);
  std::vector<std::uint32_t> part_begin;
  std::vector<AnchorId> part_anchors;
  flatten_lists(Layout::by_atom(layout.part_anchors, atoms_.size() + 1), part_begin, part_anchors);
  std::vector<std::uint32_t> line_begin;
  std::vector<AnchorId> line_anchors;
  flatten_lists(Layout::by_atom(layout.line_anchors, atoms_.size() + 1), line_begin, line_anchors);

  std::vector<std::uint8_t> awaited(atoms_.size() + 1, 0);
  for (const AtomId trigger : layout.triggers) awaited[trigger] = 1;

  // in the order of FlatTables::each
  BlockWriter block(29);
  block.add(text);
  block.add(words);
  block.add(trie.roots);
  block.add(trie.steps_begin);
  block.add(trie.steps);
  block.add(accept_begin);
  block.add(accepts);
  block.add(accept_middle);
  block.add(word_atoms);
  block.add(prefix_begin);
  block.add(prefixes);
  block.add(sign_atoms);
  block.add(shape_atoms);
  block.add(part_begin);
  block.add(part_anchors);
  block.add(line_begin);
  block.add(line_anchors);
  block.add(layout.anchors);
  block.add(layout.triggers);
  block.add(awaited);
  block.add(layout.everywhere);
  block.add(patterns);
  block.add(layout.sets);
  block.add(layout.set_atoms);
  block.add(programs_.nodes());
  block.add(programs_.children());
  block.add(programs_.sets());
  block.add(programs_.literals());
  block.add(programs_.choices());
  return block.take();
}

}  // namespace careportal_lint
