// glossary: terms of the trade with their meaning and plain-language rewrites, one row each. Plurals and possessives
// follow by themselves; where rows of several states claim one term, the configured agency's comes first.
#include <algorithm>
#include <optional>

#include "lexicon/lexicon.h"
#include "rules/kinds/rule_base.h"
#include "text/english.h"

namespace careportal_lint::kinds {
namespace {

// Without lower-case letters (escapes and vocabularies apart) a term is an acronym, and case matters.
bool is_written_in_capitals(const std::string& term) {
  bool upper = false;
  for (std::size_t i = 0; i < term.size(); ++i) {
    if (term[i] == '\\') {
      ++i;
    } else if (term[i] == '{') {
      return false;
    } else if (is_lower(term[i])) {
      return false;
    } else if (is_upper(term[i])) {
      upper = true;
    }
  }
  return upper;
}

class GlossaryRule final : public RuleBase {
 public:
  explicit GlossaryRule(const MakeContext& context) : RuleBase(context), agency_(context.compiler.agency()), rows_(context.rows, agency_) {
    for (const GlossaryRow& spec : context.spec.rows) {
      context.compiler.next_row();
      make_row(spec, context.compiler);
    }
  }

  void check(const CheckContext& context, std::vector<Finding>& out) const override {
    std::vector<Hit> hits;
    const auto make = [this](const GlossaryRow& spec, Compiler& compiler) { return make_row(spec, compiler); };
    for (const FinderMatch& hit : context.found) {
      const Row& row = rows_.get<GlossaryRow>(hit.finder / kFindersOfRow, make);
      if (row.severity != Severity::off) collect(context, row, hit.match->range, hit.finder % kFindersOfRow != 0, hits);
    }
    std::stable_sort(hits.begin(), hits.end(), [this](const Hit& a, const Hit& b) {
      if (a.range.begin != b.range.begin) return a.range.begin < b.range.begin;
      if (a.range.end != b.range.end) return a.range.end > b.range.end;
      return rank(*a.row) < rank(*b.row);
    });
    for (std::size_t i = 0; i < hits.size();) {
      std::size_t next = i + 1;
      while (next < hits.size() && hits[next].range == hits[i].range) ++next;
      report(context, {hits.begin() + static_cast<std::ptrdiff_t>(i), hits.begin() + static_cast<std::ptrdiff_t>(next)}, out);
      i = next;
    }
  }

 private:
  // the term as it stands, and with an ending
  static constexpr std::size_t kFindersOfRow = 2;

  struct Row {
    bool exact_case = false;
    std::string means;
    Severity severity = Severity::warning;
    std::vector<SuggestionTemplate> say;
    Conditions conditions;
    std::vector<std::string> where;
  };
  struct Hit {
    const Row* row;
    Range range;
    bool inflected;
  };

  Row make_row(const GlossaryRow& spec, Compiler& compiler) const {
    Row row;
    row.exact_case = spec.exact_case.value_or(is_written_in_capitals(spec.term.text));
    compiler.pattern(spec.term, row.exact_case, true);
    PatternText inflected = spec.term;
    inflected.text = "(?:" + inflected.text + ")(?:'?s)";
    compiler.pattern(inflected, row.exact_case, true);
    row.means = spec.means;
    row.severity = spec.severity.value_or(severity_);
    row.say = compiler.suggestions(spec.say);
    row.conditions = compiler.conditions(spec.when, spec.unless);
    row.where = spec.where;
    return row;
  }

  // The agency's own rows, rows for everywhere, rows of other states.
  [[nodiscard]] int rank(const Row& row) const {
    if (std::find(row.where.begin(), row.where.end(), agency_) != row.where.end()) return 0;
    return row.where.empty() ? 1 : 2;
  }

  void collect(const CheckContext& context, const Row& row, Range range, bool inflected, std::vector<Hit>& hits) const {
    const Document& document = context.document;
    // among capitals an acronym that is also a word says nothing
    if (row.exact_case && document.caps_around(range)) {
      const WordFacts facts = Lexicon::embedded().find(to_lower(document.text(range)));
      if (facts.lower() && facts.commonness() < 6) return;
    }
    if (row.conditions.hold(context, range) && conditions_.hold(context, range)) hits.push_back({&row, range, inflected});
  }

  void report(const CheckContext& context, const std::vector<Hit>& hits, std::vector<Finding>& out) const {
    const Document& document = context.document;
    const Row& row = *hits.front().row;
    const Range range = hits.front().range;
    const std::string match(document.text(range));
    std::string means;
    for (const Hit& hit : hits) {
      if (hit.row->means.empty() || means.find(hit.row->means) != std::string::npos) continue;
      means += (means.empty() ? "" : " or ") + hit.row->means;
    }
    Placeholders values{{"match", match}, {"means", means.empty() ? match : means}};
    std::vector<Suggestion> suggestions;
    for (const Hit& hit : hits) {
      for (Suggestion& say : make_suggestions(hit.row->say, context, range, values)) {
        if (hit.inflected && say.text && !say.text->empty()) {
          *say.text = match.ends_with("'s") ? possessive(*say.text) : plural(*say.text);
        }
        if (std::find(suggestions.begin(), suggestions.end(), say) == suggestions.end()) suggestions.push_back(std::move(say));
      }
    }
    if (suggestions.empty()) suggestions = make_suggestions(suggestions_, context, range, values);
    values["say"] = suggestions.empty() ? "plain words" : suggestions.front().text.value_or("plain words");
    if (values["say"].empty()) values["say"] = "nothing";
    out.push_back({index_, row.severity, range, fill(message_, values), std::move(suggestions), false});
  }

  std::string agency_;
  LazyRows<Row> rows_;
};

}  // namespace

std::unique_ptr<Rule> make_glossary(const MakeContext& context) { return std::make_unique<GlossaryRule>(context); }

}  // namespace careportal_lint::kinds
