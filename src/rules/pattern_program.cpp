#include "rules/pattern_program.h"

#include <algorithm>
#include <stdexcept>

#include "rules/pattern_run.h"
#include "text/document.h"

namespace careportal_lint {
namespace {

using Direction = ProgramBuilder::Direction;
using Type = ProgramNode::Type;

// Alternatives from this number on are chosen by their first character.
constexpr std::size_t kManyAlternatives = 5;
// A node that can begin with more characters than this says nothing by its first one.
constexpr std::size_t kTellingCharacters = 8;

template <typename T>
std::string key_of(const T& value) {
  return {static_cast<const char*>(static_cast<const void*>(&value)), sizeof value};
}

std::string key_of(const std::vector<NodeId>& list) {
  return {static_cast<const char*>(static_cast<const void*>(list.data())), list.size() * sizeof(NodeId)};
}

// The one character that a node stands for, in lower case when its case does not matter; 0: it is not so simple.
char single_char(const PatternNode& node) {
  if (node.type != PatternNode::Type::chars) return 0;
  const std::size_t first = node.chars._Find_first();
  if (first >= 128) return 0;
  const char c = static_cast<char>(first);
  if (!node.any_case) return node.chars.count() == 1 ? c : '\0';
  return fold_case(node.chars) == fold_case(char_range(c, c)) ? to_lower(c) : '\0';
}

// Groups that neither capture nor repeat are only brackets.
void open_groups(const PatternNode& node, std::vector<const PatternNode*>& out) {
  if (node.type == PatternNode::Type::concat && node.capture == 0) {
    for (const PatternNode& child : node.children) open_groups(child, out);
  } else if (node.type != PatternNode::Type::empty) {
    out.push_back(&node);
  }
}

}  // namespace

NodeId ProgramBuilder::add(const PatternNode& node, Direction direction) { return add(std::vector<const PatternNode*>{&node}, direction); }

NodeId ProgramBuilder::add(const std::vector<const PatternNode*>& items, Direction direction) {
  std::vector<const PatternNode*> parts;
  for (const PatternNode* item : items) open_groups(*item, parts);
  if (direction == Direction::backward) std::reverse(parts.begin(), parts.end());
  std::vector<NodeId> out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const PatternNode& part = *parts[i];
    switch (part.type) {
      case PatternNode::Type::chars: {
        std::string text;
        std::size_t end = i;
        for (; end < parts.size() && single_char(*parts[end]) != 0 && parts[end]->any_case == part.any_case; ++end)
          text.push_back(single_char(*parts[end]));
        if (!text.empty()) {
          out.push_back(literal(std::move(text), part.any_case));
          i = end - 1;
          break;
        }
        ProgramNode node{.type = Type::chars};
        out.push_back(intern(node, part.any_case ? fold_case(part.chars) : part.chars));
        break;
      }
      case PatternNode::Type::alternate: {
        std::vector<NodeId> alternatives;
        for (const PatternNode& child : part.children) alternatives.push_back(add(child, direction));
        out.push_back(alternation(alternatives));
        break;
      }
      case PatternNode::Type::repeat: {
        const NodeId child = add(part.children.front(), direction);
        if (part.min >= ProgramNode::kUnbounded || part.max >= ProgramNode::kUnbounded) throw UnsupportedPattern();
        ProgramNode node{.type = Type::repeat};
        node.min = static_cast<std::uint16_t>(part.min);
        node.max = part.max < 0 ? ProgramNode::kUnbounded : static_cast<std::uint16_t>(part.max);
        node.begin = child;
        node.nullable = part.min == 0 || nodes_[child].nullable != 0 ? 1 : 0;
        out.push_back(intern(node, firsts_[child]));
        break;
      }
      case PatternNode::Type::concat: {  // a capture
        if (part.capture > static_cast<int>(kMostCaptures)) throw UnsupportedPattern();
        const NodeId child = add(part.children.front(), direction);
        ProgramNode node{.type = Type::capture};
        node.min = static_cast<std::uint16_t>(part.capture);
        node.begin = child;
        node.nullable = nodes_[child].nullable;
        out.push_back(intern(node, firsts_[child]));
        break;
      }
      case PatternNode::Type::word_boundary:
      case PatternNode::Type::line_begin:
      case PatternNode::Type::line_end: {
        ProgramNode node;
        node.type = part.type == PatternNode::Type::word_boundary ? Type::word_boundary
                    : part.type == PatternNode::Type::line_begin  ? Type::line_begin
                                                                  : Type::line_end;
        node.nullable = 1;  // and what follows decides how a match begins
        out.push_back(intern(node, {}));
        break;
      }
      case PatternNode::Type::empty: break;
    }
  }
  return sequence(out);
}

NodeId ProgramBuilder::sequence(const std::vector<NodeId>& parts) {
  if (parts.size() == 1) return parts.front();
  ProgramNode node{.type = parts.empty() ? Type::empty : Type::concat};
  CharSet first;
  bool nullable = true;
  for (const NodeId part : parts) {
    if (nullable) first |= firsts_[part];
    nullable = nullable && nodes_[part].nullable != 0;
  }
  node.nullable = nullable ? 1 : 0;
  node.begin = child_list(parts);
  node.count = static_cast<std::uint32_t>(parts.size());
  return intern(node, first);
}

NodeId ProgramBuilder::alternation(const std::vector<NodeId>& parts) {
  ProgramNode node{.type = Type::alternate};
  CharSet first;
  bool telling = parts.size() >= kManyAlternatives && parts.size() < 0xFFFF;
  for (const NodeId part : parts) {
    first |= firsts_[part];
    if (nodes_[part].nullable != 0) node.nullable = 1;
    telling = telling && nodes_[part].nullable == 0 && firsts_[part].count() <= kTellingCharacters;
  }
  node.count = static_cast<std::uint32_t>(parts.size());
  if (telling) {
    node.type = Type::choice;
    std::vector<NodeId> list = parts;
    const auto known = known_choices_.find(key_of(parts));
    list.push_back(known != known_choices_.end() ? known->second : choice_list(parts));
    known_choices_.emplace(key_of(parts), list.back());
    node.begin = child_list(list);
  } else {
    node.begin = child_list(parts);
  }
  return intern(node, first);
}

std::uint32_t ProgramBuilder::choice_list(const std::vector<NodeId>& parts) {
  std::array<std::vector<std::uint16_t>, 128> by_char;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const CharSet& first = firsts_[parts[i]];
    for (std::size_t c = first._Find_first(); c < 128; c = first._Find_next(c)) by_char.at(c).push_back(static_cast<std::uint16_t>(i));
  }
  const auto place = static_cast<std::uint32_t>(choices_.size());
  std::size_t total = 0;
  for (const auto& list : by_char) {
    choices_.push_back(static_cast<std::uint16_t>(total));
    total += list.size();
  }
  if (total > 0xFFFF) throw UnsupportedPattern();
  choices_.push_back(static_cast<std::uint16_t>(total));
  for (const auto& list : by_char) choices_.insert(choices_.end(), list.begin(), list.end());
  return place;
}

NodeId ProgramBuilder::literal(std::string text, bool any_case) {
  bool letters = false;
  for (const char c : text) letters = letters || is_lower(to_lower(c));
  ProgramNode node{.type = any_case && letters ? Type::literal : Type::exact_literal};
  node.count = static_cast<std::uint32_t>(text.size());
  CharSet first = char_range(text.front(), text.front());
  if (any_case) first = fold_case(first);
  const auto [known, is_new] = known_literals_.emplace(text, static_cast<std::uint32_t>(literals_.size()));
  if (is_new) literals_ += text;
  node.begin = known->second;
  return intern(node, first);
}

std::uint32_t ProgramBuilder::child_list(const std::vector<NodeId>& list) {
  const auto [known, is_new] = known_lists_.emplace(key_of(list), static_cast<std::uint32_t>(children_.size()));
  if (is_new) children_.insert(children_.end(), list.begin(), list.end());
  return known->second;
}

std::uint16_t ProgramBuilder::add(const CharSet& set) {
  CharBits bits;
  for (std::size_t c = set._Find_first(); c < 128; c = set._Find_next(c)) bits.words.at(c / 64) |= std::uint64_t{1} << (c % 64);
  if (sets_.size() >= 0xFFFF) throw std::length_error("too many different character sets in the rule packs");
  const auto [known, is_new] = known_sets_.emplace(key_of(bits), static_cast<std::uint16_t>(sets_.size()));
  if (is_new) sets_.push_back(bits);
  return known->second;
}

NodeId ProgramBuilder::intern(ProgramNode node, const CharSet& first) {
  node.first = add(first);
  const auto [known, is_new] = known_nodes_.emplace(key_of(node), static_cast<NodeId>(nodes_.size()));
  if (is_new) {
    nodes_.push_back(node);
    firsts_.push_back(first);
  }
  return known->second;
}

}  // namespace careportal_lint
