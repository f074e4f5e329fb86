#include "support/lint.h"

#include "careportal_lint/error.h"
#include "support/marked_text.h"

namespace careportal_lint::test {

const Linter& default_linter() {
  static const Linter linter([] {
    LinterOptions options;
    options.default_rules = true;
    return options;
  }());
  return linter;
}

SourceText decode(std::string_view bytes) { return SourceText::decode(bytes, "draft.txt"); }

std::vector<Diagnostic> lint(const Linter& linter, std::string_view text) { return linter.lint(decode(text)); }

std::string one_rule(const std::string& fields) {
  return R"json({"pack": "test", "category": "cash", "vocabulary": {"store": ["walmart", "dollar (?:general|tree)"]},
    "rules": [{"id": "thing", "severity": "warning", "message": "Change {match}.", )json" +
         fields + "}]}";
}

Linter linter_of(const std::string& pack_json) {
  LinterOptions options;
  options.packs = {{"test.json", pack_json}};
  return Linter(options);
}

std::string found(const Linter& linter, std::string_view text) {
  std::vector<Span> spans;
  for (const Diagnostic& diagnostic : lint(linter, text)) {
    if (!diagnostic.whole_draft) spans.push_back(diagnostic.span);
  }
  return mark(text, spans);
}

std::string pack_error(const std::vector<PackText>& packs) {
  LinterOptions options;
  options.packs = packs;
  try {
    const Linter linter(options);
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace careportal_lint::test
