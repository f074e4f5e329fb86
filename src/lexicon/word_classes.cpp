#include "lexicon/word_classes.h"

#include <array>
#include <string>
#include <utility>

#include "lexicon/lexicon.h"

namespace careportal_lint {
namespace {

constexpr auto kNames = std::to_array<std::pair<std::string_view, WordClass>>({{"noun", WordClass::noun},
                                                                               {"plural", WordClass::plural},
                                                                               {"verb", WordClass::verb},
                                                                               {"verb-s", WordClass::verb_s},
                                                                               {"past", WordClass::past},
                                                                               {"ing", WordClass::ing},
                                                                               {"adjective", WordClass::adjective},
                                                                               {"participle", WordClass::participle}});

}  // namespace

std::optional<WordClass> find_word_class(std::string_view name) {
  for (const auto& [known, which] : kNames) {
    if (known == name) return which;
  }
  return std::nullopt;
}

std::vector<std::string> word_class_names() {
  std::vector<std::string> out;
  for (const auto& entry : kNames) out.emplace_back(entry.first);
  return out;
}

WordClasses WordClassTable::find(std::string_view lower) const {
  if (table_.empty()) return {};
  const std::uint64_t hash = Lexicon::hash_word(lower);
  const std::uint64_t last = table_.size() - 1;
  for (std::uint64_t slot = hash & last;; slot = (slot + 1) & last) {
    const std::uint64_t entry = table_[slot];
    if (entry == 0) return {};
    if (entry >> 8U == hash >> 8U) return WordClasses(static_cast<std::uint8_t>(entry));
  }
}

}  // namespace careportal_lint
