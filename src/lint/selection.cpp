#include "lint/selection.h"

#include <algorithm>

#include "careportal_lint/error.h"
#include "rules/problems.h"

namespace careportal_lint {

bool selects(std::string_view selector, std::string_view rule_id) {
  const std::string_view category = rule_id.substr(0, rule_id.find('/'));
  return selector == rule_id || selector == category || (selector.ends_with("/*") && selector.substr(0, selector.size() - 2) == category);
}

void require_known(const std::vector<std::string>& ids, const std::string& selector, const std::string& where) {
  if (std::any_of(ids.begin(), ids.end(), [&](const std::string& id) { return selects(selector, id); })) return;
  std::vector<std::string> candidates = ids;
  for (const std::string& id : ids) {
    candidates.push_back(id.substr(0, id.find('/')));
    candidates.push_back(id.substr(id.find('/') + 1));
  }
  std::string hint = nearest(selector, candidates);
  if (!hint.empty() && hint.find('/') == std::string::npos) {
    for (const std::string& id : ids) {
      if (id.ends_with("/" + hint)) hint = id;
    }
  }
  throw Error(where + ": there is no rule or category '" + selector + "'" +
              (hint.empty() ? std::string() : ", did you mean '" + hint + "'?") + " (--list-rules shows all)");
}

std::vector<bool> select_rules(const std::vector<std::string>& ids, const std::vector<std::string>& select,
                               const std::vector<std::string>& ignore) {
  for (const std::string& selector : select) require_known(ids, selector, "--select");
  for (const std::string& selector : ignore) require_known(ids, selector, "--ignore");
  std::vector<bool> wanted;
  for (const std::string& id : ids) {
    const auto fits = [&](const std::string& selector) { return selects(selector, id); };
    wanted.push_back((select.empty() || std::any_of(select.begin(), select.end(), fits)) &&
                     std::none_of(ignore.begin(), ignore.end(), fits));
  }
  return wanted;
}

}  // namespace careportal_lint
