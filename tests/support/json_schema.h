// JSON Schema for tests.
#pragma once

#include <string>

namespace careportal_lint::test {

/// What is wrong with `json` (a text) by the report's schema, docs/output.schema.json; empty: nothing.
/// `definition`: check against this one of its definitions instead of the whole.
std::string schema_problems(const std::string& json, const std::string& definition = {});

}  // namespace careportal_lint::test
