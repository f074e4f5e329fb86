// Text made safe for where it is shown.
#pragma once

#include <string>
#include <string_view>

namespace careportal_lint {

/// A JSON string with its quotes; `text` is valid UTF-8.
void append_json_string(std::string& out, std::string_view text);

/// Control characters as \x1B and the like, so that a draft cannot steer a terminal. Tabs become one blank.
std::string visible(std::string_view text);
/// The same for text of several lines: line ends (as LF) and tabs stay.
std::string visible_lines(std::string_view text);

/// Columns that `text` takes on a terminal (wide characters two, combining marks none).
std::size_t display_width(std::string_view text);

}  // namespace careportal_lint
