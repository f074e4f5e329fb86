#include "rules/kinds/clause_rule.h"

#include <algorithm>

namespace careportal_lint::kinds {

std::string_view read_clause_words(const MakeContext& context) {
  return context.compiler.block([&](const Vocabularies& vocabularies) {
    const auto found = vocabularies.find("clause_words");
    const WordForms words = found == vocabularies.end() ? WordForms() : found->second.forms;
    if (words.empty()) context.compiler.problem(context.spec.place, "a rule of this kind needs the vocabulary 'clause_words'");
    const std::vector<std::string>& names = clause_word_names();
    for (const auto& [word, role] : words) {
      if (std::find(names.begin(), names.end(), role) == names.end())
        context.compiler.problem(context.spec.place, "clause_words: '" + word + "' cannot be '" + role + "'" + did_you_mean(role, names));
    }
    return ClauseWords::table(words);
  });
}

}  // namespace careportal_lint::kinds
