#include "rules/json_fields.h"

#include <algorithm>

namespace careportal_lint {

using nlohmann::json;

JsonFields::JsonFields(const JsonValue& value, Problems& problems) : place_(value.place), problems_(problems) {
  if (value.json.is_object()) {
    object_ = &value.json;
  } else {
    problems_.add(place_, std::string("expected an object, found ") + value.json.type_name());
  }
}

const json* JsonFields::find(const std::string& key) {
  known_.push_back(key);
  if (object_ == nullptr) return nullptr;
  const auto member = object_->find(key);
  return member == object_->end() ? nullptr : &*member;
}

bool JsonFields::has(const std::string& key) const { return object_ != nullptr && object_->contains(key); }

std::optional<std::string> JsonFields::string(const std::string& key) {
  const json* member = find(key);
  if (member == nullptr) return std::nullopt;
  if (member->is_string()) return member->get<std::string>();
  problem(key, std::string("expected a text, found ") + member->type_name());
  return std::nullopt;
}

std::optional<bool> JsonFields::boolean(const std::string& key) {
  const json* member = find(key);
  if (member == nullptr) return std::nullopt;
  if (member->is_boolean()) return member->get<bool>();
  problem(key, std::string("expected true or false, found ") + member->type_name());
  return std::nullopt;
}

std::optional<double> JsonFields::number(const std::string& key, double min, double max) {
  const json* member = find(key);
  if (member == nullptr) return std::nullopt;
  if (member->is_number()) {
    const double value = member->get<double>();
    if (value >= min && value <= max) return value;
  }
  problem(key, "expected a number from " + json(min).dump() + " to " + json(max).dump() + ", found " + member->dump());
  return std::nullopt;
}

std::vector<std::string> JsonFields::strings(const std::string& key) {
  std::vector<std::string> out;
  for (const JsonValue& element : array(key)) {
    if (element.json.is_string()) {
      out.push_back(element.json.get<std::string>());
    } else {
      problems_.add(element.place, std::string("expected a text, found ") + element.json.type_name());
    }
  }
  return out;
}

std::vector<JsonValue> JsonFields::array(const std::string& key) {
  const json* member = find(key);
  if (member == nullptr) return {};
  const JsonValue whole{*member, place(key)};
  if (!member->is_array()) return {whole};
  std::vector<JsonValue> out;
  for (std::size_t i = 0; i < member->size(); ++i) out.push_back(whole.at(i));
  return out;
}

std::optional<JsonValue> JsonFields::value(const std::string& key) {
  const json* member = find(key);
  if (member == nullptr) return std::nullopt;
  return JsonValue{*member, place(key)};
}

std::optional<Severity> JsonFields::severity(const std::string& key) {
  const std::optional<std::string> name = string(key);
  if (!name) return std::nullopt;
  if (*name == "error") return Severity::error;
  if (*name == "warning") return Severity::warning;
  if (*name == "info") return Severity::info;
  if (*name == "off") return Severity::off;
  problem(key, "expected error, warning, info or off, found '" + *name + "'");
  return std::nullopt;
}

void JsonFields::finish() {
  if (object_ == nullptr) return;
  for (const auto& [key, value] : object_->items()) {
    if (std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
    problem(key, "unknown key '" + key + "'" + did_you_mean(key, known_));
  }
}

}  // namespace careportal_lint
