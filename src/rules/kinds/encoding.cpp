// encoding: says when a draft was read as Windows-1252 because it is not UTF-8.
#include "rules/draft_memory.h"
#include "rules/kinds/rule_base.h"

namespace careportal_lint::kinds {
namespace {

class EncodingRule final : public RuleBase {
 public:
  explicit EncodingRule(const MakeContext& context) : RuleBase(context) {}

  void check(const CheckContext& context, std::vector<Finding>& out) const override {
    if (context.document.source().encoding() != Encoding::windows_1252) return;
    if (context.memory != nullptr && context.memory->piece > 0) return;
    Finding found = finding(context, {0, 0}, {});
    found.whole_draft = true;
    out.push_back(std::move(found));
  }
};

}  // namespace

std::unique_ptr<Rule> make_encoding(const MakeContext& context) { return std::make_unique<EncodingRule>(context); }

}  // namespace careportal_lint::kinds
