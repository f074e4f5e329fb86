#include "careportal_lint/linter.h"

#include <algorithm>
#include <mutex>
#include <span>

#include "careportal_lint/draft_pieces.h"
#include "careportal_lint/error.h"
#include "lexicon/embedded.h"
#include "lint/resolve.h"
#include "lint/rule_set.h"
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
  LinterOptions options;
  std::vector<std::unique_ptr<RuleSet>> sets;  ///< a rule of the last one stands in for a rule of the same id before it
  // by rule, through all sets
  std::vector<const RuleInfo*> infos;
  std::vector<std::string> ids;
  std::vector<std::string> categories;
  std::vector<Severity> severities;
  std::vector<bool> wanted;
  // each id once
  mutable std::once_flag all_known;
  mutable std::vector<RuleInfo> all;

  explicit Impl(const LinterOptions& given) : options(given) {
    if (!options.default_rules || RuleImage::embedded().empty()) {
      add_set(RuleImage::build(packs_of(options)));
    } else if (options.packs.empty()) {
      add_set({});
    } else {
      add_own_rules();
    }
    wanted = select_rules(ids, options.select, options.ignore);
    for (const auto& [selector, severity] : options.severities) require_known(ids, selector, "rules");
  }

  // The rules of the user's packs beside the default ones, which are compiled already.
  void add_own_rules() {
    const std::vector<PackText> texts = packs_of(options);
    Problems problems;
    Packs packs = read_packs(texts, problems);
    if (packs.replaces_vocabulary) {
      // any rule may mean something else now
      add_set(RuleImage::build(packs, texts, problems));
      return;
    }
    std::erase_if(packs.rules, [](const RuleSpec& rule) { return !rule.own; });
    std::string own_image = RuleImage::build(packs, texts, problems);
    add_set({});
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const bool replaced =
          std::any_of(packs.rules.begin(), packs.rules.end(), [&](const RuleSpec& rule) { return rule.info.id == ids[i]; });
      if (replaced) sets.front()->switch_off(i);
    }
    add_set(std::move(own_image));
  }

  // `own_image`: empty for the embedded one.
  void add_set(std::string own_image) {
    sets.push_back(std::make_unique<RuleSet>(std::move(own_image), options, ids.size()));
    for (std::size_t i = 0; i < sets.back()->size(); ++i) {
      infos.push_back(&sets.back()->infos()[i]);
      ids.push_back(infos.back()->id);
      categories.push_back(infos.back()->category());
      severities.push_back(sets.back()->severity_of(i));
    }
  }

  static std::vector<PackText> packs_of(const LinterOptions& options) {
    std::vector<PackText> packs;
    if (options.default_rules) packs = default_packs();
    packs.insert(packs.end(), options.packs.begin(), options.packs.end());
    return packs;
  }

  // What counts of the rules with this id: the last.
  [[nodiscard]] std::size_t index_of(const std::string& id) const {
    return static_cast<std::size_t>(ids.rend() - std::find(ids.rbegin(), ids.rend(), id)) - 1;
  }

  // Goes through the pieces for what rules must know of the whole draft; not at all when none asks.
  void look_ahead(DraftPieces& pieces, std::vector<DraftMemory>& memories) const {
    for (const PiecePass pass : {PiecePass::facts, PiecePass::needs}) {
      std::vector<std::size_t> looking;
      for (std::size_t i = 0; i < sets.size(); ++i) {
        if (sets[i]->looks_ahead(pass)) looking.push_back(i);
      }
      pieces.rewind();
      for (std::optional<DraftPiece> piece = looking.empty() ? std::nullopt : pieces.next(); piece; piece = pieces.next()) {
        const Document document(piece->source);
        bool needs_more = false;
        for (const std::size_t i : looking) {
          DraftMemory& memory = memories[i];
          memory.pass = pass;
          memory.enter(document, piece->own, piece->number);
          memory.needs_more = false;
          sets[i]->gather(document, memory);
          needs_more = needs_more || memory.needs_more;
        }
        if (pass == PiecePass::needs && !needs_more) break;  // all that is needed has been told
      }
    }
    for (DraftMemory& memory : memories) memory.pass = PiecePass::findings;
  }

  // Where a rule is: its set and its number there.
  [[nodiscard]] std::pair<const RuleSet&, std::size_t> place_of(std::size_t rule) const {
    const std::size_t first = sets.front()->size();
    if (rule < first) return {*sets.front(), rule};
    return {*sets.back(), rule - first};
  }

  // All findings of all rules, resolved, in folded offsets. `memories`: one for each set, or none for a whole draft.
  std::vector<Finding> check(const Document& document, std::span<DraftMemory> memories) const {
    std::vector<Finding> findings;
    findings.reserve(kUsualFindings);
    for (std::size_t i = 0; i < sets.size(); ++i) sets[i]->check(document, memories.empty() ? nullptr : &memories[i], findings);
    resolve_overlaps(findings, categories);
    return findings;
  }

  // Sorted, with spans in the text of the document.
  std::vector<Diagnostic> lint(const Document& document, std::span<DraftMemory> memories) const;

  Diagnostic diagnose(const Document& document, Finding& finding) const {
    if (!finding.whole_draft) fit_neighbors(document, finding.range, finding.suggestions);
    Diagnostic out;
    out.rule = ids[finding.rule];
    out.severity = severities[finding.rule] != infos[finding.rule]->severity ? severities[finding.rule] : finding.severity;
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

std::vector<Diagnostic> Linter::Impl::lint(const Document& document, std::span<DraftMemory> memories) const {
  std::vector<Diagnostic> out;
  for (Finding& finding : check(document, memories)) {
    // what begins in the neighborhood of a piece is told with the piece that it belongs to
    const bool elsewhere = !memories.empty() && !(finding.whole_draft && finding.range.empty()) && !memories.front().owns(finding.range);
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
  if (draft.text().size() <= kLargeDraft) return impl_->lint(Document(draft), {});
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
  std::vector<DraftMemory> memories(impl_->sets.size());
  impl_->look_ahead(pieces, memories);
  for (const TakePiece* taker : {&before, &take}) {
    if (!*taker) continue;
    for (DraftMemory& memory : memories) memory.reported.clear();
    pieces.rewind();
    for (std::optional<DraftPiece> piece = pieces.next(); piece; piece = pieces.next()) {
      const Document document(piece->source);
      for (DraftMemory& memory : memories) memory.enter(document, piece->own, piece->number);
      if (!(*taker)(*piece, impl_->lint(document, memories))) return;
    }
  }
}

const std::vector<RuleInfo>& Linter::rules() const {
  if (impl_->sets.size() == 1) return impl_->sets.front()->infos();
  std::call_once(impl_->all_known, [&] {
    for (std::size_t i = 0; i < impl_->ids.size(); ++i) {
      const auto first = std::find(impl_->ids.begin(), impl_->ids.end(), impl_->ids[i]);
      // what stands in for a default rule is listed in its place
      if (first == impl_->ids.begin() + static_cast<std::ptrdiff_t>(i)) impl_->all.push_back(*impl_->infos[impl_->index_of(*first)]);
    }
  });
  return impl_->all;
}

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
      const auto [set, rule] = impl_->place_of(impl_->index_of(info.id));
      if (set.is_off(rule)) continue;
      ++checked;
      const SourceText source = SourceText::decode(example.text, example.pointer);
      const Document document(source);
      std::vector<Finding> findings;
      set.check_one(rule, document, findings);
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
