// Names found with certainty, which count wherever they stand again.
#pragma once

#include <functional>
#include <map>
#include <string>

namespace careportal_lint {

struct KnownName {
  double score = 0;
  std::string role;  ///< what to say instead; empty: not told
};

/// By the word in lower case.
using KnownNames = std::map<std::string, KnownName, std::less<>>;

}  // namespace careportal_lint
