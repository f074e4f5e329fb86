// Where the values of a JSON text stand: nlohmann/json forgets it, people need it.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace careportal_lint {

struct JsonPlaces {
  std::map<std::string, std::size_t> lines;     ///< JSON pointer -> line, from 1
  std::vector<std::string> duplicate_pointers;  ///< members whose name stands twice in one object
};

/// Walks a text that is already known to be valid JSON.
JsonPlaces locate_json(std::string_view text);

}  // namespace careportal_lint
