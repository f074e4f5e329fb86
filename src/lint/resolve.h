// One finding for one problem: which of several findings about the same words is told.
#pragma once

#include <string>
#include <vector>

#include "rules/rule.h"

namespace careportal_lint {

/// The place of a category when findings compete: lower wins (confidentiality before all).
int category_rank(const std::string& category);

/// Drops findings that lose against an overlapping one. Severity decides, then the rule's priority, then the
/// category, then the longer span, then the earlier rule. Findings about the whole draft never compete. Both stay where
/// they are two problems:
/// - of two findings of different categories one lies inside the other, and the outer says much more ("pay by phone at
///   <number>");
/// - a misspelled word lies inside a wider finding, and the word would stay: the other's rewrite holds it, or the other
///   one only shows how the thought could be said (strengths).
void resolve_overlaps(std::vector<Finding>& findings, const std::vector<std::string>& categories);

}  // namespace careportal_lint
