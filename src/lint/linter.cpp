#include "careportal_lint/linter.h"

#include <algorithm>

#include "careportal_lint/error.h"
#include "lexicon/embedded.h"
#include "lint/resolve.h"
#include "lint/selection.h"
#include "rules/pack_reader.h"
#include "rules/rule_kinds.h"

namespace careportal_lint {

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::info: return "info";
    case Severity::off: break;
  }
  return "off";
}

const std::vector<PackText>& default_packs() {
  static const std::vector<PackText> packs = [] {
    std::vector<PackText> out;
    for (const embedded::File* file = embedded::files(); !file->name.empty(); ++file) {
      if (file->name.starts_with("rules/") && file->name.ends_with(".json")) {
        out.push_back({std::string(file->name), std::string(file->bytes), true});
      }
    }
    return out;
  }();
  return packs;
}

struct Linter::Impl {
  Matcher matcher;
  std::vector<RuleInfo> infos;
  std::vector<std::unique_ptr<Rule>> rules;  ///< null: switched off
  std::vector<std::string> ids;
  std::vector<std::string> categories;
  std::vector<bool> wanted;
  std::map<std::string, Severity> severities;

  explicit Impl(const LinterOptions& options) {
    Problems problems;
    Packs packs = read_packs(options.packs, problems);
    Compiler compiler(matcher, packs.vocabularies, problems, options.agency);
    for (std::size_t i = 0; i < packs.rules.size(); ++i) add_rule(packs.rules[i], options, compiler);
    for (const auto& [pattern, place] : compiler.places()) {
      // patterns of the program's own packs are compiled when they are needed; its tests compile them all
      const bool trusted = std::any_of(options.packs.begin(), options.packs.end(), [&](const PackText& pack) { return pack.trusted && pack.name == place.pack; });
      if (trusted) continue;
      const std::string error = matcher.error(pattern);
      if (!error.empty()) problems.add(place, "not a valid pattern: " + error);
    }
    if (!problems.empty()) throw Error(describe(problems, options.packs));
    wanted = select_rules(ids, options.select, options.ignore);
    for (const auto& [selector, severity] : options.severities) require_known(ids, selector, "rules");
    severities = options.severities;
  }

  void add_rule(RuleSpec& spec, const LinterOptions& options, Compiler& compiler) {
    const std::size_t index = rules.size();
    if (spec.info.kind == "spelling") spec.dictionary.insert(spec.dictionary.end(), options.dictionary.begin(), options.dictionary.end());
    const bool elsewhere = !spec.where.empty() && std::find(spec.where.begin(), spec.where.end(), options.agency) == spec.where.end();
    if (severity_of(options.severities, spec.info) == Severity::off || elsewhere) {
      rules.push_back(nullptr);
    } else {
      if (spec.info.severity == Severity::off) spec.info.severity = severity_of(options.severities, spec.info);
      rules.push_back(make_rule({spec, index, compiler}));
    }
    ids.push_back(spec.info.id);
    categories.push_back(spec.info.category());
    infos.push_back(std::move(spec.info));
  }

  static Severity severity_of(const std::map<std::string, Severity>& severities, const RuleInfo& info) {
    for (const std::string& selector : {info.id, info.category() + "/*", info.category()}) {
      const auto found = severities.find(selector);
      if (found != severities.end()) return found->second;
    }
    return info.severity;
  }

  // All findings of all rules, resolved, in folded offsets.
  std::vector<Finding> check(const Document& document) const {
    const MatchTable matches = matcher.scan(document);
    std::vector<Finding> findings;
    for (const auto& rule : rules) {
      if (rule != nullptr) rule->check({document, matches}, findings);
    }
    resolve_overlaps(findings, categories);
    return findings;
  }

  Diagnostic diagnose(const Document& document, Finding& finding) const {
    if (!finding.whole_draft) fit_article(document, finding.range, finding.suggestions);
    Diagnostic out;
    out.rule = ids[finding.rule];
    out.severity = finding.severity;
    if (!severities.empty()) {
      const Severity configured = severity_of(severities, infos[finding.rule]);
      if (configured != infos[finding.rule].severity) out.severity = configured;
    }
    out.message = std::move(finding.message);
    out.suggestions = std::move(finding.suggestions);
    out.whole_draft = finding.whole_draft;
    out.span = finding.whole_draft && finding.range.empty() ? Span{} : document.to_original(finding.range);
    return out;
  }
};

Linter::Linter(const LinterOptions& options) : impl_(std::make_unique<Impl>(options)) {}
Linter::~Linter() = default;
Linter::Linter(Linter&&) noexcept = default;
Linter& Linter::operator=(Linter&&) noexcept = default;

std::vector<Diagnostic> Linter::lint(const SourceText& draft) const {
  const Document document(draft);
  std::vector<Diagnostic> out;
  for (Finding& finding : impl_->check(document)) {
    if (impl_->wanted[finding.rule]) out.push_back(impl_->diagnose(document, finding));
  }
  std::stable_sort(out.begin(), out.end(), [](const Diagnostic& a, const Diagnostic& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    if (a.span.end != b.span.end) return a.span.end < b.span.end;
    return a.rule < b.rule;
  });
  return out;
}

std::vector<RuleInfo> Linter::rules() const { return impl_->infos; }

std::vector<std::string> Linter::test_rules(const std::vector<std::string>& packs, std::size_t& checked) const {
  std::vector<std::string> failures;
  checked = 0;
  for (std::size_t i = 0; i < impl_->infos.size(); ++i) {
    const RuleInfo& info = impl_->infos[i];
    for (const RuleExample& example : info.examples) {
      const std::string pack = example.pointer.substr(0, example.pointer.find('#'));
      if (!packs.empty() && std::find(packs.begin(), packs.end(), pack) == packs.end()) continue;
      if (impl_->rules[i] == nullptr) continue;
      ++checked;
      const SourceText source = SourceText::decode(example.text, example.pointer);
      const Document document(source);
      std::vector<Finding> findings;
      const MatchTable matches = impl_->matcher.scan(document);
      impl_->rules[i]->check({document, matches}, findings);
      resolve_overlaps(findings, impl_->categories);
      std::vector<Span> found;
      bool whole = false;
      std::string rewrite;
      for (Finding& finding : findings) {
        const Span span = document.to_original(finding.range);
        whole = whole || (finding.whole_draft && finding.range.empty());
        if (finding.whole_draft && finding.range.empty()) continue;
        found.push_back(span);
        if (rewrite.empty() && !finding.suggestions.empty() && finding.suggestions.front().text) {
          fit_article(document, finding.range, finding.suggestions);
          const Span wide = document.to_original(finding.range);
          rewrite = example.text.substr(0, wide.begin) + *finding.suggestions.front().text + example.text.substr(wide.end);
        }
      }
      std::sort(found.begin(), found.end(), [](const Span& a, const Span& b) { return a.begin < b.begin; });
      const auto quoted = [&](const std::vector<Span>& spans, bool all) {
        std::string text = all ? "[the whole draft]" : "";
        for (const Span& span : spans) text += (text.empty() ? "'" : ", '") + example.text.substr(span.begin, span.size()) + "'";
        return text.empty() ? std::string("nothing") : text;
      };
      const bool right = found == example.spans && whole == example.whole_draft;
      if (!right) {
        failures.push_back(example.pointer + ": " + info.id + ": expected " + quoted(example.spans, example.whole_draft) + ", found " +
                           quoted(found, whole) + " in: " + example.text);
      } else if (!example.rewrite.empty() && rewrite != example.rewrite) {
        failures.push_back(example.pointer + ": " + info.id + ": expected the rewrite '" + example.rewrite + "', got '" + rewrite + "'");
      }
    }
  }
  return failures;
}

}  // namespace careportal_lint
