#include "cli/show_rules.h"

#include <algorithm>
#include <ostream>

#include "careportal_lint/error.h"
#include "lint/selection.h"

namespace careportal_lint::cli {
namespace {

std::string marked(const RuleExample& example) {
  std::string out;
  std::size_t done = 0;
  for (const Span& span : example.spans) {
    out += example.text.substr(done, span.begin - done) + "[" + example.text.substr(span.begin, span.size()) + "]";
    done = span.end;
  }
  return out + example.text.substr(done);
}

}  // namespace

int list_rules(const Linter& linter, std::ostream& out) {
  std::vector<RuleInfo> rules = linter.rules();
  std::size_t width = 0;
  for (const RuleInfo& rule : rules) width = std::max(width, rule.id.size());
  std::stable_sort(rules.begin(), rules.end(), [](const RuleInfo& a, const RuleInfo& b) { return a.id < b.id; });
  for (const RuleInfo& rule : rules) {
    const std::string severity(to_string(rule.severity));
    out << rule.id << std::string(width + 2 - rule.id.size(), ' ') << severity << std::string(9 - severity.size(), ' ') << rule.message
        << "\n";
  }
  return 0;
}

int explain_rule(const Linter& linter, const std::string& id, std::ostream& out) {
  const std::vector<RuleInfo> rules = linter.rules_with_examples();
  std::vector<std::string> ids;
  for (const RuleInfo& rule : rules) ids.push_back(rule.id);
  require_known(ids, id, "--explain");
  for (const RuleInfo& rule : rules) {
    if (!selects(id, rule.id)) continue;
    out << rule.id << " (" << to_string(rule.severity) << ")\n  " << rule.message << "\n";
    if (!rule.why.empty()) out << "  Why: " << rule.why << "\n";
    out << "  Kind: " << rule.kind << "; pack: " << rule.pack << (rule.source.empty() ? "" : "; source: " + rule.source) << "\n";
    for (const bool flagged : {true, false}) {
      bool first = true;
      for (const RuleExample& example : rule.examples) {
        const bool is_flagged = !example.spans.empty() || example.whole_draft;
        if (is_flagged != flagged) continue;
        if (first) out << (flagged ? "  Found in:\n" : "  Left alone:\n");
        first = false;
        out << "    " << marked(example) << "\n";
      }
    }
    out << "\n";
  }
  return 0;
}

}  // namespace careportal_lint::cli
