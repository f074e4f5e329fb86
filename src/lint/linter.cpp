#include "careportal_lint/linter.h"

#include <algorithm>
#include <mutex>

#include "careportal_lint/draft_pieces.h"
#include "careportal_lint/error.h"
#include "lexicon/embedded.h"
#include "lint/resolve.h"
#include "lint/rule_image.h"
#include "lint/selection.h"
#include "rules/draft_memory.h"
#include "rules/pack_reader.h"
#include "rules/seams.h"

namespace careportal_lint {
namespace {

// Of a poor draft.
constexpr std::size_t kUsualFindings = 32;

}  // namespace

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
  /// A rule, made when a draft first needs it.
  struct Slot {
    std::once_flag made;
    std::unique_ptr<Rule> rule;
    bool off = false;
  };

  std::string own_image;  ///< of the packs given; empty: the embedded image
  RuleImage image;
  Matcher matcher;
  LinterOptions options;
  std::vector<std::string> ids;
  std::vector<std::string> categories;
  std::vector<bool> wanted;
  mutable std::unique_ptr<Slot[]> slots;
  mutable std::once_flag draft_wide_known;
  mutable std::vector<PatternId> draft_wide;  ///< what conditions with the scope draft ask for

  explicit Impl(const LinterOptions& given)
      : own_image(uses_embedded(given) ? std::string() : RuleImage::build(packs_of(given))),
        image(own_image.empty() ? RuleImage::embedded() : std::string_view(own_image)),
        matcher(image.matcher_block()),
        options(given),
        slots(std::make_unique<Slot[]>(image.infos().size())) {
    for (const RuleInfo& info : image.infos()) {
      ids.push_back(info.id);
      categories.push_back(info.category());
    }
    wanted = select_rules(ids, options.select, options.ignore);
    for (const auto& [selector, severity] : options.severities) require_known(ids, selector, "rules");
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const std::vector<std::string>& where = image.where(i);
      const bool elsewhere = !where.empty() && std::find(where.begin(), where.end(), options.agency) == where.end();
      slots[i].off = elsewhere || severity_of(i) == Severity::off;
    }
  }

  static bool uses_embedded(const LinterOptions& options) {
    return options.default_rules && options.packs.empty() && !RuleImage::embedded().empty();
  }

  static std::vector<PackText> packs_of(const LinterOptions& options) {
    std::vector<PackText> packs;
    if (options.default_rules) packs = default_packs();
    packs.insert(packs.end(), options.packs.begin(), options.packs.end());
    return packs;
  }

  [[nodiscard]] Severity severity_of(std::size_t i) const {
    for (const std::string& selector : {ids[i], categories[i] + "/*", categories[i]}) {
      const auto found = options.severities.find(selector);
      if (found != options.severities.end()) return found->second;
    }
    return image.infos()[i].severity;
  }

  const Rule* rule(std::size_t i) const {
    Slot& slot = slots[i];
    if (slot.off) return nullptr;
    std::call_once(slot.made, [&] { slot.rule = image.make(i, {options.agency, options.dictionary, severity_of(i)}); });
    return slot.rule.get();
  }

  const std::vector<PatternId>& draft_wide_patterns() const {
    std::call_once(draft_wide_known, [&] {
      for (std::size_t i = 0; i < ids.size(); ++i) {
        if (slots[i].off) continue;
        // only for what it asks the compiler
        const std::unique_ptr<Rule> made = image.make(i, {options.agency, options.dictionary, severity_of(i)}, &draft_wide);
      }
      std::sort(draft_wide.begin(), draft_wide.end());
      draft_wide.erase(std::unique(draft_wide.begin(), draft_wide.end()), draft_wide.end());
    });
    return draft_wide;
  }

  // The rules that look ahead in a pass over the pieces.
  std::vector<const Rule*> gatherers(PiecePass pass) const {
    std::vector<const Rule*> out;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const Rule* gatherer = rule(i);
      if (gatherer != nullptr && gatherer->gathers_in() == pass) out.push_back(gatherer);
    }
    return out;
  }

  // What this piece tells about the whole draft.
  void gather(const Document& document, const std::vector<const Rule*>& rules, DraftMemory& memory) const {
    const MatchTable matches = matcher.scan_on_demand(document);
    if (memory.pass == PiecePass::facts) {
      memory.count(document);
      for (const PatternId pattern : draft_wide_patterns()) {
        if (matcher.contains(document, matches, pattern, memory.own)) memory.see(pattern);
      }
    }
    DraftFacts facts;
    for (const Rule* gatherer : rules) gatherer->gather({document, matches, matcher, facts, &memory});
  }

  // Goes through the pieces for what rules must know of the whole draft; not at all when none asks.
  void look_ahead(DraftPieces& pieces, DraftMemory& memory) const {
    for (const PiecePass pass : {PiecePass::facts, PiecePass::needs}) {
      const std::vector<const Rule*> rules = gatherers(pass);
      if (rules.empty() && (pass == PiecePass::needs || draft_wide_patterns().empty())) continue;
      memory.pass = pass;
      pieces.rewind();
      for (std::optional<DraftPiece> piece = pieces.next(); piece; piece = pieces.next()) {
        const Document document(piece->source);
        memory.enter(document, piece->own, piece->number);
        memory.needs_more = false;
        gather(document, rules, memory);
        if (pass == PiecePass::needs && !memory.needs_more) break;  // all that is needed has been told
      }
    }
    memory.pass = PiecePass::findings;
  }

  // All findings of all rules, resolved, in folded offsets.
  std::vector<Finding> check(const Document& document, DraftMemory* memory = nullptr) const {
    const MatchTable matches = matcher.scan(document);
    std::vector<bool> due(ids.size(), false);
    for (std::size_t i = 0; i < ids.size(); ++i) due[i] = image.always(i);
    for (const Match& match : matches.all()) {
      for (const std::uint32_t i : image.rules_of(match.pattern)) due[i] = true;
    }
    std::vector<Finding> findings;
    findings.reserve(kUsualFindings);
    DraftFacts facts;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const Rule* checker = due[i] ? rule(i) : nullptr;
      if (checker == nullptr) continue;
      const std::size_t before = findings.size();
      checker->check({document, matches, matcher, facts, memory}, findings);
      for (std::size_t f = before; f < findings.size(); ++f) findings[f].priority = image.infos()[i].priority;
    }
    resolve_overlaps(findings, categories);
    return findings;
  }

  // Sorted, with spans in the text of the document.
  std::vector<Diagnostic> lint(const Document& document, DraftMemory* memory) const;

  Diagnostic diagnose(const Document& document, Finding& finding) const {
    if (!finding.whole_draft) fit_neighbors(document, finding.range, finding.suggestions);
    Diagnostic out;
    out.rule = ids[finding.rule];
    out.severity = finding.severity;
    if (!options.severities.empty()) {
      const Severity configured = severity_of(finding.rule);
      if (configured != image.infos()[finding.rule].severity) out.severity = configured;
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

std::vector<Diagnostic> Linter::Impl::lint(const Document& document, DraftMemory* memory) const {
  std::vector<Diagnostic> out;
  for (Finding& finding : check(document, memory)) {
    // what begins in the neighborhood of a piece is told with the piece that it belongs to
    const bool elsewhere = memory != nullptr && !(finding.whole_draft && finding.range.empty()) && !memory->owns(finding.range);
    if (wanted[finding.rule] && !elsewhere) out.push_back(diagnose(document, finding));
  }
  std::stable_sort(out.begin(), out.end(), [](const Diagnostic& a, const Diagnostic& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    if (a.span.end != b.span.end) return a.span.end < b.span.end;
    return a.rule < b.rule;
  });
  return out;
}

std::vector<Diagnostic> Linter::lint(const SourceText& draft) const {
  if (draft.text().size() <= kLargeDraft) return impl_->lint(Document(draft), nullptr);
  std::vector<Diagnostic> out;
  MemoryBytes bytes(draft.text());
  DraftPieces pieces(bytes, draft);
  lint(pieces, [&](const DraftPiece& piece, std::vector<Diagnostic> diagnostics) {
    for (Diagnostic& diagnostic : diagnostics) {
      diagnostic.span.begin += piece.source.offset();
      diagnostic.span.end += piece.source.offset();
      out.push_back(std::move(diagnostic));
    }
    return true;
  });
  return out;
}

void Linter::lint(DraftPieces& pieces, const TakePiece& take, const TakePiece& before) const {
  DraftMemory memory;
  impl_->look_ahead(pieces, memory);
  for (const TakePiece* taker : {&before, &take}) {
    if (!*taker) continue;
    memory.reported.clear();
    pieces.rewind();
    for (std::optional<DraftPiece> piece = pieces.next(); piece; piece = pieces.next()) {
      const Document document(piece->source);
      memory.enter(document, piece->own, piece->number);
      if (!(*taker)(*piece, impl_->lint(document, &memory))) return;
    }
  }
}

std::vector<RuleInfo> Linter::rules() const { return impl_->image.infos(); }

std::vector<RuleInfo> Linter::rules_with_examples() const {
  Problems problems;
  std::vector<RuleInfo> out;
  for (RuleSpec& spec : read_packs(Impl::packs_of(impl_->options), problems).rules) out.push_back(std::move(spec.info));
  return out;
}

std::vector<std::string> Linter::test_rules(const std::vector<std::string>& packs, std::size_t& checked) const {
  std::vector<std::string> failures;
  checked = 0;
  const std::vector<RuleInfo> infos = rules_with_examples();
  for (std::size_t i = 0; i < infos.size(); ++i) {
    const RuleInfo& info = infos[i];
    for (const RuleExample& example : info.examples) {
      const std::string pack = example.pointer.substr(0, example.pointer.find('#'));
      if (!packs.empty() && std::find(packs.begin(), packs.end(), pack) == packs.end()) continue;
      const Rule* rule = impl_->rule(i);
      if (rule == nullptr) continue;
      ++checked;
      const SourceText source = SourceText::decode(example.text, example.pointer);
      const Document document(source);
      std::vector<Finding> findings;
      const MatchTable matches = impl_->matcher.scan(document);
      DraftFacts facts;
      rule->check({document, matches, impl_->matcher, facts}, findings);
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
          fit_neighbors(document, finding.range, finding.suggestions);
          if (finding.suggestions.empty() || !finding.suggestions.front().text) continue;
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
