#include "lint/rule_set.h"

#include <algorithm>

#include "rules/draft_memory.h"

namespace careportal_lint {

RuleSet::RuleSet(std::string own_image, const LinterOptions& options, std::size_t first_rule)
    : own_image_(std::move(own_image)),
      image_(own_image_.empty() ? RuleImage::embedded() : std::string_view(own_image_)),
      matcher_(image_.matcher_block()),
      options_(options),
      first_rule_(first_rule),
      slots_(std::make_unique<Slot[]>(image_.infos().size())) {
  for (std::size_t i = 0; i < size(); ++i) {
    const std::vector<std::string>& where = image_.where(i);
    const bool elsewhere = !where.empty() && std::find(where.begin(), where.end(), options.agency) == where.end();
    slots_[i].off = elsewhere || severity_of(i) == Severity::off;
  }
}

Severity RuleSet::severity_of(std::size_t i) const {
  const RuleInfo& info = infos()[i];
  if (options_.severities.empty()) return info.severity;
  for (const std::string& selector : {info.id, info.category() + "/*", info.category()}) {
    const auto found = options_.severities.find(selector);
    if (found != options_.severities.end()) return found->second;
  }
  return info.severity;
}

const Rule* RuleSet::rule(std::size_t i) const {
  Slot& slot = slots_[i];
  if (slot.off) return nullptr;
  std::call_once(slot.made, [&] { slot.rule = image_.make(i, {options_.agency, options_.dictionary, severity_of(i), first_rule_}); });
  return slot.rule.get();
}

std::vector<FinderMatch> RuleSet::by_rule(const MatchTable& matches) const {
  std::vector<FinderMatch> out;
  out.reserve(matches.all().size() + matches.all().size() / 4);
  for (const Match& match : matches.all()) {
    for (const RuleImage::Owner owner : image_.owners(match.pattern)) out.push_back({owner.rule, owner.finder, &match});
  }
  std::sort(out.begin(), out.end(), [](const FinderMatch& a, const FinderMatch& b) {
    if (a.rule != b.rule) return a.rule < b.rule;
    return a.finder != b.finder ? a.finder < b.finder : a.match < b.match;  // the matches of a pattern are in order
  });
  return out;
}

void RuleSet::check(const Document& document, DraftMemory* memory, std::vector<Finding>& findings) const {
  const MatchTable matches = matcher_.scan(document);
  const std::vector<FinderMatch> all = by_rule(matches);
  DraftFacts facts;
  auto next = all.begin();
  for (std::size_t i = 0; i < size(); ++i) {
    const auto begin = next;
    while (next != all.end() && next->rule == i) ++next;
    if (begin == next && !image_.always(i)) continue;
    const Rule* checker = rule(i);
    if (checker == nullptr) continue;
    const std::size_t before = findings.size();
    checker->check({document, matches, matcher_, facts, {begin, next}, memory}, findings);
    for (std::size_t f = before; f < findings.size(); ++f) findings[f].priority = infos()[i].priority;
  }
}

void RuleSet::check_one(std::size_t i, const Document& document, std::vector<Finding>& findings) const {
  const Rule* checker = rule(i);
  if (checker == nullptr) return;
  const MatchTable matches = matcher_.scan(document);
  std::vector<FinderMatch> own = by_rule(matches);
  std::erase_if(own, [&](const FinderMatch& match) { return match.rule != i; });
  DraftFacts facts;
  checker->check({document, matches, matcher_, facts, own}, findings);
}

const std::vector<PatternId>& RuleSet::draft_wide() const {
  std::call_once(draft_wide_known_, [&] {
    for (std::size_t i = 0; i < size(); ++i) {
      if (!slots_[i].off) draft_wide_.insert(draft_wide_.end(), image_.draft_wide(i).begin(), image_.draft_wide(i).end());
    }
    std::sort(draft_wide_.begin(), draft_wide_.end());
    draft_wide_.erase(std::unique(draft_wide_.begin(), draft_wide_.end()), draft_wide_.end());
  });
  return draft_wide_;
}

bool RuleSet::looks_ahead(PiecePass pass) const {
  if (pass == PiecePass::facts && !draft_wide().empty()) return true;
  for (std::size_t i = 0; i < size(); ++i) {
    const Rule* gatherer = rule(i);
    if (gatherer != nullptr && gatherer->gathers_in() == pass) return true;
  }
  return false;
}

void RuleSet::gather(const Document& document, DraftMemory& memory) const {
  const MatchTable matches = matcher_.scan_on_demand(document);
  if (memory.pass == PiecePass::facts) {
    memory.count(document);
    for (const PatternId pattern : draft_wide()) {
      if (matcher_.contains(document, matches, pattern, memory.own)) memory.see(pattern);
    }
  }
  DraftFacts facts;
  for (std::size_t i = 0; i < size(); ++i) {
    const Rule* gatherer = rule(i);
    if (gatherer != nullptr && gatherer->gathers_in() == memory.pass) gatherer->gather({document, matches, matcher_, facts, {}, &memory});
  }
}

}  // namespace careportal_lint
