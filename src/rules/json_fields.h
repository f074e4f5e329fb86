// Reads the members of one JSON object: types checked, unknown members told, every problem with its place.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "rules/problems.h"

namespace careportal_lint {

/// A JSON value and where it stands.
struct JsonValue {
  const nlohmann::json& json;
  PackPlace place;

  [[nodiscard]] JsonValue at(std::size_t index) const {
    return {json.at(index), {place.pack, place.pointer + "/" + std::to_string(index)}};
  }
};

class JsonFields {
 public:
  /// Tells a problem if the value is no object; all reads then find nothing.
  JsonFields(const JsonValue& value, Problems& problems);

  std::optional<std::string> string(const std::string& key);
  std::optional<bool> boolean(const std::string& key);
  std::optional<double> number(const std::string& key, double min, double max);
  std::vector<std::string> strings(const std::string& key);
  /// The elements of an array; a single value where an array may stand counts as one element.
  std::vector<JsonValue> array(const std::string& key);
  std::optional<JsonValue> value(const std::string& key);
  std::optional<Severity> severity(const std::string& key);

  [[nodiscard]] bool has(const std::string& key) const;
  [[nodiscard]] PackPlace place(const std::string& key) const { return {place_.pack, place_.pointer + "/" + key}; }
  [[nodiscard]] const PackPlace& place() const { return place_; }
  /// Tells a problem for every member that was never asked for.
  void finish();
  void problem(const std::string& key, const std::string& text) { problems_.add(place(key), text); }

 private:
  const nlohmann::json* find(const std::string& key);

  const nlohmann::json* object_ = nullptr;
  PackPlace place_;
  Problems& problems_;
  std::vector<std::string> known_;
};

}  // namespace careportal_lint
