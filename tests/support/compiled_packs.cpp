#include "support/compiled_packs.h"

#include "careportal_lint/linter.h"
#include "rules/compiler.h"
#include "rules/pack_reader.h"
#include "rules/rule_kinds.h"

namespace careportal_lint::test {

CompiledPacks::CompiledPacks(bool plain) {
  Problems problems;
  Packs packs = read_packs(default_packs(), problems);
  MatcherBuilder builder(plain);
  BuildingCompiler compiler(builder, packs.vocabularies, problems, "IN");
  for (std::size_t i = 0; i < packs.rules.size(); ++i) {
    const auto rule = make_rule({packs.rules[i], i, compiler});
    const BuildingCompiler::Log log = compiler.take_log();
    finders_.insert(log.finders.begin(), log.finders.end());
  }
  block_ = builder.finish();
  read_tables(block_, tables_);
  matcher_ = std::make_unique<Matcher>(block_, 0);
  for (const Accept& accept : tables_.accepts) with_phrases_.insert(accept.pattern);
  names_.resize(size(), "(fixed phrases)");
  for (const auto& [pattern, place] : compiler.places()) names_[pattern] = place.pack + " " + place.pointer;
}

std::string CompiledPacks::name(PatternId pattern) const {
  const PatternEntry& entry = tables_.patterns[pattern];
  return names_[pattern] + ": " + std::string(tables_.text(entry.begin, entry.end)).substr(0, 300);
}

}  // namespace careportal_lint::test
