// Linting in tests: with the packs of the program, or with a small pack written in the test.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "careportal_lint/linter.h"

namespace careportal_lint::test {

/// All rules of the program, made once a process.
const Linter& default_linter();

SourceText decode(std::string_view bytes);
std::vector<Diagnostic> lint(const Linter& linter, std::string_view text);

/// A pack with one rule: `fields` are the members beside id, severity and message.
std::string one_rule(const std::string& fields);
Linter linter_of(const std::string& pack_json);

/// The text with the findings (those about the whole draft left out) marked by [[ ]].
std::string found(const Linter& linter, std::string_view text);
/// What Linter's constructor throws; empty when it does not.
std::string pack_error(const std::vector<PackText>& packs);

}  // namespace careportal_lint::test
