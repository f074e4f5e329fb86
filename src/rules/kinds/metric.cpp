// metric: too short, too long, too many capitals.
#include <algorithm>

#include "rules/draft_memory.h"
#include "rules/kinds/rule_base.h"

namespace careportal_lint::kinds {
namespace {

class MetricRule final : public RuleBase {
 public:
  explicit MetricRule(const MakeContext& context)
      : RuleBase(context), measure_(context.spec.measure), min_(context.spec.min), max_(context.spec.max), over_(context.spec.over) {}

  void check(const CheckContext& context, std::vector<Finding>& out) const override {
    const Document& document = context.document;
    if (measure_ == Measure::sentence_words) {
      for (const Sentence& sentence : document.sentences()) {
        // words are in order: from the first of this sentence to the first after it
        const auto first = std::lower_bound(document.words().begin(), document.words().end(), sentence.range.begin,
                                            [](const Word& word, std::uint32_t pos) { return word.range.begin < pos; });
        const auto last = std::lower_bound(first, document.words().end(), sentence.range.end,
                                           [](const Word& word, std::uint32_t pos) { return word.range.begin < pos; });
        const auto count = static_cast<std::size_t>(last - first);
        if (is_off(count)) report(context, sentence.range, count, false, out);
      }
      return;
    }
    const DraftMemory* const memory = context.memory;
    if (memory != nullptr && memory->piece > 0) return;  // told once, of all pieces
    const std::size_t words = memory != nullptr ? memory->words : document.words().size();
    const std::size_t capitals = memory != nullptr ? percent(memory->upper, memory->upper + memory->lower) : capitals_percent(document);
    const std::size_t value = measure_ == Measure::words ? words : capitals;
    if (words >= over_ && is_off(value)) report(context, {0, 0}, value, true, out);
  }

  // it asks for the words and letters of the whole draft
  [[nodiscard]] PiecePass gathers_in() const override { return PiecePass::facts; }

 private:
  [[nodiscard]] bool is_off(std::size_t value) const { return (min_ && value < *min_) || (max_ && value > *max_); }

  static std::size_t capitals_percent(const Document& document) {
    std::size_t upper = 0;
    std::size_t letters = 0;
    for (const char c : document.text()) {
      upper += is_upper(c) ? 1 : 0;
      letters += is_upper(c) || is_lower(c) ? 1 : 0;
    }
    return percent(upper, letters);
  }

  static std::size_t percent(std::size_t upper, std::size_t letters) { return letters == 0 ? 0 : upper * 100 / letters; }

  void report(const CheckContext& context, Range range, std::size_t value, bool whole_draft, std::vector<Finding>& out) const {
    const Document& document = context.document;
    const Range all{0, static_cast<std::uint32_t>(document.text().size())};
    if (!conditions_.hold(context, whole_draft ? all : range)) return;
    Finding found = finding(context, range, {{"match", std::to_string(value)}});
    found.whole_draft = whole_draft;
    out.push_back(std::move(found));
  }

  Measure measure_;
  std::optional<std::size_t> min_;
  std::optional<std::size_t> max_;
  std::size_t over_;
};

}  // namespace

std::unique_ptr<Rule> make_metric(const MakeContext& context) { return std::make_unique<MetricRule>(context); }

}  // namespace careportal_lint::kinds
