// run-on: sentences with no sign between, or only commas.
#include <algorithm>

#include "rules/draft_memory.h"
#include "rules/joints.h"
#include "rules/kinds/clause_rule.h"

namespace careportal_lint::kinds {
namespace {

constexpr std::size_t kShortest = 8;  // words of a sentence that can hold two

class RunOnRule final : public RuleBase {
 public:
  explicit RunOnRule(const MakeContext& context)
      : RuleBase(context), words_(read_clause_words(context)), commas_(context.spec.max.value_or(0)) {}

  void check(const CheckContext& context, std::vector<Finding>& out) const override {
    const Document& document = context.document;
    ClauseWords words(document, words_);
    std::vector<Joint> joints;
    for_each_sentence(document, kShortest, words, [&] {
      find_joints(words, joints);
      // a comma alone between two short sentences is how people speak
      if (joints.size() <= commas_) std::erase_if(joints, [](const Joint& joint) { return joint.comma; });
      for (const Joint& joint : joints) report(context, joint, out);
    });
  }

  // it asks for the letters of the whole draft
  [[nodiscard]] PiecePass gathers_in() const override { return PiecePass::facts; }

 private:
  void report(const CheckContext& context, const Joint& joint, std::vector<Finding>& out) const {
    const Document& document = context.document;
    const Range before = document.words()[joint.last].range;
    const Range after = document.words()[joint.first].range;
    const Range both{before.begin, after.end};
    if (!conditions_.hold(context, both)) return;
    std::string next(document.text(after));
    if (!is_written_small(context)) next[0] = to_upper(next[0]);
    Finding found = finding(context, both);
    found.suggestions = {{std::string(document.text(before)) + ". " + next, "", false}};
    out.push_back(std::move(found));
  }

  TextTable words_;
  std::size_t commas_;  ///< as many between sentences are left alone
};

}  // namespace

std::unique_ptr<Rule> make_run_on(const MakeContext& context) { return std::make_unique<RunOnRule>(context); }

}  // namespace careportal_lint::kinds
