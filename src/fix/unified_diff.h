// What a fix would change, as `diff -u` writes it.
#pragma once

#include <string>
#include <string_view>

namespace careportal_lint {

/// The changes from `before` to `after` with three lines of context, for `patch -p0` and `git apply -p0`; empty when the
/// texts are equal. Lines keep their own line ends; with the bytes of a file, in any encoding, the result fits that file.
std::string unified_diff(const std::string& path, std::string_view before, std::string_view after);

}  // namespace careportal_lint
