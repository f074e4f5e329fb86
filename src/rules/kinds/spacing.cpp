// spacing: a blank before a comma, none after it, doubled signs. Looks at folded text, where runs of blanks and wrapped
// lines are one blank already; doubled blanks inside a line are looked for in the original.
#include "rules/kinds/rule_base.h"

namespace careportal_lint::kinds {
namespace {

class SpacingRule final : public RuleBase {
 public:
  explicit SpacingRule(const MakeContext& context) : RuleBase(context) {}

  void check(const CheckContext& context, std::vector<Finding>& out) const override {
    const Document& document = context.document;
    const std::string_view text = document.text();
    for (const Line& line : document.lines()) {
      for (std::uint32_t i = line.range.begin; i < line.range.end; ++i) {
        const char c = text[i];
        if (c != ',' && c != ';' && c != '.') continue;
        const char before = i > line.range.begin ? text[i - 1] : '\n';
        const char after = i + 1 < line.range.end ? text[i + 1] : '\n';
        if (before == ' ' && (after == ' ' || after == '\n') && i >= line.range.begin + 2 && is_word_char(text[i - 2])) {
          report(context, {i - 1, i + 1}, std::string(1, c), out);
        } else if (c != '.' && after == c) {
          report(context, {i, i + 2}, std::string(1, c), out);
          ++i;
        } else if (c == ',' && is_letter(before) && is_letter(after)) {
          report(context, {i, i + 1}, ", ", out);
        } else if (c == '.' && after == '.' && before != '.' && is_letter(before) && (i + 2 >= line.range.end || text[i + 2] == ' ')) {
          report(context, {i, i + 2}, ".", out);
          ++i;
        }
      }
    }
  }

 private:
  static bool is_letter(char c) { return is_lower(c) || is_upper(c); }

  void report(const CheckContext& context, Range range, const std::string& right, std::vector<Finding>& out) const {
    if (!conditions_.hold(context, range)) return;
    Finding found = finding(context, range);
    found.suggestions = {{right, "", true}};
    out.push_back(std::move(found));
  }
};

}  // namespace

std::unique_ptr<Rule> make_spacing(const MakeContext& context) { return std::make_unique<SpacingRule>(context); }

}  // namespace careportal_lint::kinds
