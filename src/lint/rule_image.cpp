#include "lint/rule_image.h"

#include <algorithm>

#include "careportal_lint/error.h"
#include "lexicon/embedded.h"
#include "rules/byte_archive.h"
#include "rules/compiler.h"
#include "rules/pack_reader.h"
#include "rules/rule_kinds.h"
#include "rules/spec_fields.h"

namespace careportal_lint {
namespace {

template <typename T>
std::string_view bytes_of(std::span<const T> elements) {
  return {static_cast<const char*>(static_cast<const void*>(elements.data())), elements.size_bytes()};
}

// Rules of these kinds have nothing to say where none of their patterns stands.
bool waits_for_patterns(const RuleSpec& spec) {
  return spec.info.kind == "pattern" || spec.info.kind == "glossary" || (spec.info.kind == "requirement" && !spec.about.empty());
}

void check_patterns(const BuildingCompiler& compiler, const std::string& block, const std::vector<PackText>& packs, Problems& problems) {
  const Matcher matcher(block);
  for (const auto& entry : compiler.places()) {
    const PatternId pattern = entry.first;
    const PackPlace& place = entry.second;
    const bool trusted =
        std::any_of(packs.begin(), packs.end(), [&](const PackText& pack) { return pack.trusted && pack.name == place.pack; });
    if (trusted) continue;
    const std::string error = matcher.error(pattern);
    if (!error.empty()) problems.add(place, "not a valid pattern: " + error);
  }
}

}  // namespace

std::string RuleImage::build(const std::vector<PackText>& texts) {
  Problems problems;
  const Packs packs = read_packs(texts, problems);
  return build(packs, texts, problems);
}

std::string RuleImage::build(const Packs& packs, const std::vector<PackText>& texts, Problems& problems) {
  MatcherBuilder matcher;
  BuildingCompiler compiler(matcher, packs.vocabularies, problems, "");
  std::string logs;
  std::string specs;
  std::vector<Place> places;
  std::vector<RowPlace> rows;
  std::vector<PatternId> draft_wide;
  std::vector<std::uint8_t> always;
  std::vector<std::vector<PatternId>> finders;
  ByteWriter infos;
  infos(static_cast<std::uint32_t>(packs.rules.size()));
  const auto add_place = [&] {
    const auto at = [](const auto& what) { return static_cast<std::uint32_t>(what.size()); };
    places.push_back({at(specs), at(logs), at(rows), at(draft_wide)});
  };
  for (std::size_t i = 0; i < packs.rules.size(); ++i) {
    const RuleSpec& spec = packs.rules[i];
    if (const auto rule = make_rule({spec, i, compiler}); rule == nullptr) continue;  // an unknown kind is a problem already
    BuildingCompiler::Log log = compiler.take_log();
    add_place();
    ByteWriter bytes;
    bytes(spec);
    for (std::size_t row = 0; row < log.row_begins.size(); ++row) {
      rows.push_back(
          {static_cast<std::uint32_t>(specs.size() + bytes.bytes().size()), static_cast<std::uint32_t>(logs.size() + log.row_begins[row])});
      if (spec.rows.empty()) {
        bytes(spec.patterns[row]);
      } else {
        bytes(spec.rows[row]);
      }
    }
    specs += bytes.bytes();
    logs += log.bytes;
    draft_wide.insert(draft_wide.end(), log.draft_wide.begin(), log.draft_wide.end());
    finders.push_back(std::move(log.finders));
    always.push_back(waits_for_patterns(spec) ? 0 : 1);
    for (const std::string& text : {spec.info.id, spec.info.kind, spec.info.pack, spec.info.message, spec.info.why, spec.info.source})
      infos(text);
    infos(spec.info.severity);
    infos(spec.info.priority);
    infos(spec.where);
  }
  add_place();
  if (!problems.empty()) throw Error(describe(problems, texts));
  const std::string block = matcher.finish();
  check_patterns(compiler, block, texts, problems);
  if (!problems.empty()) throw Error(describe(problems, texts));

  std::vector<std::vector<Owner>> by_pattern(matcher.size());
  for (std::uint32_t rule = 0; rule < finders.size(); ++rule) {
    for (std::uint32_t finder = 0; finder < finders[rule].size(); ++finder) by_pattern[finders[rule][finder]].push_back({rule, finder});
  }
  std::vector<std::uint32_t> owners_begin;
  std::vector<Owner> owners;
  flatten_lists(by_pattern, owners_begin, owners);

  BlockWriter out(10);
  out.add(block);
  out.add(specs);
  out.add(logs);
  out.add(places);
  out.add(rows);
  out.add(draft_wide);
  out.add(owners_begin);
  out.add(owners);
  out.add(always);
  out.add(infos.bytes());
  return out.take();
}

std::string_view RuleImage::embedded() { return embedded::rule_image(); }

RuleImage::RuleImage(std::string_view bytes) {
  BlockReader reader(bytes);
  matcher_block_ = bytes_of(reader.next<char>());
  specs_ = bytes_of(reader.next<char>());
  logs_ = bytes_of(reader.next<char>());
  places_ = reader.next<Place>();
  rows_ = reader.next<RowPlace>();
  draft_wide_ = reader.next<PatternId>();
  owners_begin_ = reader.next<std::uint32_t>();
  owners_ = reader.next<Owner>();
  always_ = reader.next<std::uint8_t>();
  ByteReader infos(bytes_of(reader.next<char>()));
  const auto count = infos.read<std::uint32_t>();
  infos_.resize(count);
  where_.resize(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    RuleInfo& info = infos_[i];
    for (std::string* text : {&info.id, &info.kind, &info.pack, &info.message, &info.why, &info.source}) infos(*text);
    infos(info.severity);
    infos(info.priority);
    infos(where_[i]);
  }
}

std::span<const RuleImage::Owner> RuleImage::owners(PatternId pattern) const {
  return owners_.subspan(owners_begin_[pattern], owners_begin_[pattern + 1] - owners_begin_[pattern]);
}

std::span<const PatternId> RuleImage::draft_wide(std::size_t i) const {
  return draft_wide_.subspan(places_[i].draft_wide, places_[i + 1].draft_wide - places_[i].draft_wide);
}

std::unique_ptr<Rule> RuleImage::make(std::size_t i, const Setup& setup) const {
  const Place& place = places_[i];
  RuleSpec spec;
  ByteReader reader(specs_.substr(place.spec));
  reader(spec);
  if (spec.info.severity == Severity::off) spec.info.severity = setup.severity;
  if (spec.info.kind == "spelling") spec.dictionary.insert(spec.dictionary.end(), setup.dictionary.begin(), setup.dictionary.end());
  ReplayingCompiler compiler(logs_.substr(place.log), setup.agency);
  const StoredRows rows{rows_.subspan(place.rows, places_[i + 1].rows - place.rows), specs_, logs_};
  return make_rule({spec, setup.first_rule + i, compiler, rows});
}

}  // namespace careportal_lint
