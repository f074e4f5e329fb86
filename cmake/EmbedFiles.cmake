# embed_files(OUT BASE dir FILES relative... GENERATED name=path...)
#
# Links files into the program as they are. Sets OUT to the sources to add to a target: an assembly file with one .incbin
# for each file, and a C++ file with their table (src/lexicon/embedded.h).
function(embed_files out)
  cmake_parse_arguments(ARG "" "BASE" "FILES;GENERATED" ${ARGN})
  set(names)
  set(paths)
  foreach(file IN LISTS ARG_FILES)
    list(APPEND names ${file})
    list(APPEND paths ${ARG_BASE}/${file})
  endforeach()
  foreach(entry IN LISTS ARG_GENERATED)
    string(REGEX REPLACE "=.*" "" name "${entry}")
    string(REGEX REPLACE "^[^=]*=" "" path "${entry}")
    list(APPEND names ${name})
    list(APPEND paths ${path})
  endforeach()

  set(assembly ".section .rodata\n")
  set(declarations "")
  set(rows "")
  set(number 0)
  foreach(name path IN ZIP_LISTS names paths)
    string(APPEND assembly ".global careportal_lint_file_${number}\n.global careportal_lint_end_${number}\n.balign 64\n"
      "careportal_lint_file_${number}:\n.incbin \"${path}\"\ncareportal_lint_end_${number}:\n.byte 0\n")
    string(APPEND declarations "extern const char careportal_lint_file_${number}[];\nextern const char careportal_lint_end_${number}[];\n")
    string(APPEND rows
      "      {\"${name}\", {careportal_lint_file_${number}, static_cast<std::size_t>(careportal_lint_end_${number} - careportal_lint_file_${number})}},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  string(APPEND assembly ".section .note.GNU-stack,\"\",@progbits\n")

  set(assembly_file ${CMAKE_CURRENT_BINARY_DIR}/embedded_files.S)
  set(table_file ${CMAKE_CURRENT_BINARY_DIR}/embedded_files.cpp)
  file(CONFIGURE OUTPUT ${assembly_file} CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT ${table_file} CONTENT "#include <cstddef>
#include \"lexicon/embedded.h\"
extern \"C\" {
${declarations}}
namespace careportal_lint::embedded {
const File* files() {
  static const File table[] = {
${rows}      {{}, {}}};
  return table;
}
}  // namespace careportal_lint::embedded
" @ONLY)
  set_source_files_properties(${assembly_file} PROPERTIES OBJECT_DEPENDS "${paths}")
  set(${out} ${assembly_file} ${table_file} PARENT_SCOPE)
endfunction()
