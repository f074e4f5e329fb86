// What a review shows, fitted to the width of the terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "careportal_lint/diagnostic.h"
#include "careportal_lint/source_text.h"

namespace careportal_lint::cli {

struct Look {
  std::size_t columns = 80;
  bool color = false;
};

/// `text` in color `code` (SGR parameters) when colors are wanted.
std::string paint(const Look& look, const char* code, const std::string& text);

/// `text` broken at blanks into lines of at most look.columns columns, each ended; `first` before the first line, blanks of
/// the same width before the others. Control characters are shown escaped.
std::string wrapped(const Look& look, const std::string& first, std::string_view text);

/// The sentences that a span lies in, with carets under the span; of long ones the part around it.
std::string marked_sentence(const Look& look, const SourceText& draft, Span span);

}  // namespace careportal_lint::cli
