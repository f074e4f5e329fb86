# embed_files(OUT NAME BASE dir FILES relative... GENERATED name=path...)
#
# Links files into the program as they are. Sets OUT to the sources to add to a target: an assembly file with one .incbin
# for each file, and a C++ file with their table, NAME::files() (see src/lexicon/embedded.h).
function(embed_files out space)
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
    string(APPEND assembly ".global ${space}_file_${number}\n.global ${space}_end_${number}\n.balign 64\n"
      "${space}_file_${number}:\n.incbin \"${path}\"\n${space}_end_${number}:\n.byte 0\n")
    string(APPEND declarations "extern const char ${space}_file_${number}[];\nextern const char ${space}_end_${number}[];\n")
    string(APPEND rows
      "      {\"${name}\", {${space}_file_${number}, static_cast<std::size_t>(${space}_end_${number} - ${space}_file_${number})}},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  string(APPEND assembly ".section .note.GNU-stack,\"\",@progbits\n")

  set(assembly_file ${CMAKE_CURRENT_BINARY_DIR}/${space}.S)
  set(table_file ${CMAKE_CURRENT_BINARY_DIR}/${space}.cpp)
  file(CONFIGURE OUTPUT ${assembly_file} CONTENT "${assembly}" @ONLY)
  file(CONFIGURE OUTPUT ${table_file} CONTENT "#include <cstddef>
#include \"lexicon/embedded.h\"
extern \"C\" {
${declarations}}
namespace ${space} {
const careportal_lint::embedded::File* files() {
  static const careportal_lint::embedded::File table[] = {
${rows}      {{}, {}}};
  return table;
}
}  // namespace ${space}
" @ONLY)
  set_source_files_properties(${assembly_file} PROPERTIES OBJECT_DEPENDS "${paths}")
  set(${out} ${assembly_file} ${table_file} PARENT_SCOPE)
endfunction()
