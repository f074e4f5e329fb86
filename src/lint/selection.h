// --select and --ignore: rules by id, category or `category/*`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace careportal_lint {

/// `selector` is the rule's id, its category, or `category/*`.
bool selects(std::string_view selector, std::string_view rule_id);

/// Which of the rules are wanted. Throws Error, with a "did you mean", for a selector that fits no rule.
std::vector<bool> select_rules(const std::vector<std::string>& ids, const std::vector<std::string>& select,
                               const std::vector<std::string>& ignore);

/// Throws Error when `selector` fits no rule; `where` says where it was given.
void require_known(const std::vector<std::string>& ids, const std::string& selector, const std::string& where);

}  // namespace careportal_lint
