// The data that is linked into the program (see cmake/EmbedFiles.cmake).
#pragma once

#include <string_view>

namespace careportal_lint::embedded {

/// The bytes of an embedded file by its name ("lexicon.bin", "rules/pii.json"); empty when there is none.
std::string_view find(std::string_view name);

/// The compiled default packs (src/lint/rule_image.h); empty in the tool that makes them.
std::string_view rule_image();

/// One embedded file.
struct File {
  std::string_view name;
  std::string_view bytes;
};
/// All of them, terminated by one with an empty name.
const File* files();

}  // namespace careportal_lint::embedded
