// From rule specifications to compiled parts: vocabularies filled in, patterns registered, conditions and suggestions made.
//
// A compiler works in one of two ways. From packs, it builds: patterns go to the matcher builder, and everything that it
// hands out is also logged. From the rule image, it replays that log, and nothing is parsed again. Rule kinds do not
// notice: they ask for the same things in the same order.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/byte_archive.h"
#include "rules/matcher_builder.h"
#include "rules/problems.h"
#include "rules/rule_spec.h"
#include "rules/suggestion.h"

namespace careportal_lint {

class Compiler {
 public:
  virtual ~Compiler() = default;

  /// A pattern that is looked for in every draft.
  virtual PatternId pattern(const PatternText& pattern, bool exact_case, bool word_edges) = 0;
  /// A pattern that is looked for on demand (`Matcher::find_all`); only its phrases are found in every draft.
  virtual PatternId lazy_pattern(const PatternText& pattern, bool exact_case, bool word_edges) = 0;
  /// Fixed phrases in lower case, looked for in every draft under one id. `make` is called only when they are needed.
  virtual PatternId phrases(const std::function<std::vector<std::string>()>& make) = 0;
  virtual Conditions conditions(const std::vector<ConditionSpec>& when, const std::vector<ConditionSpec>& unless) = 0;
  /// The entries of a vocabulary as they are; empty when there is none of this name.
  virtual std::vector<std::string> vocabulary(const std::string& name) = 0;
  /// The forms that suggestion `text` asks for with `{1:name}`, by what stands between the braces.
  virtual FormTables forms(const std::string& text, const PackPlace& place) = 0;
  /// Bytes made of vocabularies when the rules are compiled. They live as long as the compiler or the rule image.
  virtual std::string_view block(const std::function<std::string(const Vocabularies&)>& make) = 0;
  /// Tells of `{2}` in suggestion `text` when the pattern of its row has one group only.
  virtual void check_groups(const std::string& text, const PackPlace& place) = 0;
  /// Begins a row: what is asked for from here to the next row can be handed out again alone.
  virtual void next_row() = 0;
  /// Tells what is wrong with a rule.
  virtual void problem(const PackPlace& place, const std::string& text) = 0;

  std::vector<SuggestionTemplate> suggestions(const std::vector<SuggestionSpec>& specs);
  /// The configured agency, a two-letter state.
  [[nodiscard]] const std::string& agency() const { return agency_; }

 protected:
  explicit Compiler(std::string agency) : agency_(std::move(agency)) {}

 private:
  std::string agency_;
};

class BuildingCompiler final : public Compiler {
 public:
  BuildingCompiler(MatcherBuilder& matcher, const Vocabularies& vocabularies, Problems& problems, std::string agency)
      : Compiler(std::move(agency)), matcher_(matcher), vocabularies_(vocabularies), problems_(problems) {}

  PatternId pattern(const PatternText& pattern, bool exact_case, bool word_edges) override;
  PatternId lazy_pattern(const PatternText& pattern, bool exact_case, bool word_edges) override;
  PatternId phrases(const std::function<std::vector<std::string>()>& make) override;
  Conditions conditions(const std::vector<ConditionSpec>& when, const std::vector<ConditionSpec>& unless) override;
  std::vector<std::string> vocabulary(const std::string& name) override;
  FormTables forms(const std::string& text, const PackPlace& place) override;
  std::string_view block(const std::function<std::string(const Vocabularies&)>& make) override;
  void check_groups(const std::string& text, const PackPlace& place) override;
  void next_row() override {
    row_begins_.push_back(static_cast<std::uint32_t>(log_.bytes().size()));
    groups_.reset();
  }
  void problem(const PackPlace& place, const std::string& text) override { problems_.add(place, text); }

  /// Patterns and where they were written, for checking them all.
  [[nodiscard]] const std::map<PatternId, PackPlace>& places() const { return places_; }
  /// What was handed out since the last call: all of it, where its rows begin, the patterns that are looked for in every
  /// draft in the order in which they were asked for, and those of conditions with the scope draft.
  struct Log {
    std::string bytes;
    std::vector<std::uint32_t> row_begins;
    std::vector<PatternId> finders;
    std::vector<PatternId> draft_wide;
  };
  Log take_log();

 private:
  std::string expand(const std::string& text, const PackPlace& place, int depth);
  void tell_unknown(const std::string& name, const PackPlace& place);
  Condition condition(const ConditionSpec& spec);
  PatternId add(const PatternText& pattern, bool exact_case, bool word_edges, bool finder);

  MatcherBuilder& matcher_;
  const Vocabularies& vocabularies_;
  Problems& problems_;
  std::map<PatternId, PackPlace> places_;
  std::map<std::string, std::string> expanded_;  ///< vocabularies as one group each
  std::deque<std::string> blocks_;
  ByteWriter log_;
  std::vector<std::uint32_t> row_begins_;
  std::vector<PatternId> finders_;
  std::vector<PatternId> draft_wide_;
  std::optional<std::size_t> groups_;  ///< of the row's pattern
};

template <typename Archive>
void fields(Archive& archive, Condition::Side& side) {
  archive(side.wanted);
  archive(side.words);
}

template <typename Archive>
void fields(Archive& archive, Condition& condition) {
  archive(condition.scope);
  archive(condition.before);
  archive(condition.after);
  archive(condition.patterns);
}

template <typename Archive>
void fields(Archive& archive, Conditions& conditions) {
  archive(conditions.when);
  archive(conditions.unless);
}

class ReplayingCompiler final : public Compiler {
 public:
  ReplayingCompiler(std::string_view log, std::string agency) : Compiler(std::move(agency)), log_(log) {}

  PatternId pattern(const PatternText&, bool, bool) override { return log_.read<PatternId>(); }
  PatternId lazy_pattern(const PatternText&, bool, bool) override { return log_.read<PatternId>(); }
  PatternId phrases(const std::function<std::vector<std::string>()>&) override { return log_.read<PatternId>(); }
  Conditions conditions(const std::vector<ConditionSpec>&, const std::vector<ConditionSpec>&) override { return log_.read<Conditions>(); }
  std::vector<std::string> vocabulary(const std::string&) override { return log_.read<std::vector<std::string>>(); }
  FormTables forms(const std::string&, const PackPlace&) override { return log_.read<FormTables>(); }
  std::string_view block(const std::function<std::string(const Vocabularies&)>&) override { return log_.view(); }
  void check_groups(const std::string&, const PackPlace&) override {}
  void next_row() override {}
  void problem(const PackPlace&, const std::string&) override {}

 private:
  ByteReader log_;
};

}  // namespace careportal_lint
