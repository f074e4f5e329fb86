// Does the verb that a rewrite begins with agree with the words before it?
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace careportal_lint {

/// A rewrite after the words before it were asked.
struct Agreed {
  std::string text;
  bool takes_last = false;  ///< `text` also stands for the last of the words before ("was" in "was [has had help]")
};

/// `rewrite` with the form that its first word must have after `before`, the words of the sentence before it in lower
/// case, the nearest one last (some are enough): "they" + "is in need" -> "are in need", "will" + "needs help" -> "need
/// help", "is" + "is in need" -> "in need". None when it fits as it is, or when the words do not tell.
std::optional<Agreed> agree(const std::vector<std::string>& before, std::string_view rewrite);

/// The form of the present or past verb `word` for one or for many ("is", many -> "are"); "" when it is none of the few verbs
/// that tell number without doubt.
std::string_view verb_for(std::string_view word, bool many);

/// A verb that can only follow a subject ("is", "would", "has").
bool is_verb_form(std::string_view word);

}  // namespace careportal_lint
