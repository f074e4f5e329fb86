# The word table: Hunspell's American dictionary expanded to all forms, the lists of SCOWL by commonness, and the project's
# own tables, made into one file by tools/build_lexicon.cpp.
find_program(UNMUNCH unmunch REQUIRED)  # Debian: hunspell-tools
find_file(HUNSPELL_DIC en_US.dic PATHS /usr/share/hunspell REQUIRED)
find_file(HUNSPELL_AFF en_US.aff PATHS /usr/share/hunspell REQUIRED)
find_path(SCOWL_DIR english-words.10 PATHS /usr/share/dict/scowl REQUIRED)

add_executable(build_lexicon tools/build_lexicon.cpp src/lexicon/word_graph.cpp)
target_include_directories(build_lexicon PRIVATE src)
target_link_libraries(build_lexicon PRIVATE careportal_lint_text careportal_lint_options)

set(lexicon_arguments)
set(lexicon_inputs)
foreach(size 10 20 35 40 50 55 60)
  foreach(list english-words american-words english-contractions american-contractions english-upper american-upper
               english-abbreviations american-abbreviations)
    if(EXISTS ${SCOWL_DIR}/${list}.${size})
      list(APPEND lexicon_arguments scowl${size}=${SCOWL_DIR}/${list}.${size})
    endif()
  endforeach()
endforeach()
set(tables ${CMAKE_CURRENT_SOURCE_DIR}/rules/tables)
list(APPEND lexicon_arguments given=${tables}/given-names.txt surname=${tables}/surnames.txt name-like=${tables}/name-like.txt
  allowed=${tables}/allowed-words.txt slips=${tables}/misspellings.txt never-suggested=${tables}/never-suggested.txt
  irregular-verbs=${tables}/irregular-verbs.txt)
list(APPEND lexicon_inputs ${tables}/given-names.txt ${tables}/surnames.txt ${tables}/name-like.txt ${tables}/allowed-words.txt
  ${tables}/misspellings.txt ${tables}/never-suggested.txt ${tables}/irregular-verbs.txt)

set(LEXICON_FILE ${CMAKE_CURRENT_BINARY_DIR}/lexicon.bin)
set(expanded ${CMAKE_CURRENT_BINARY_DIR}/en_US.txt)
add_custom_command(OUTPUT ${expanded}
  COMMAND sh -c "${UNMUNCH} ${HUNSPELL_DIC} ${HUNSPELL_AFF} > ${expanded} 2>/dev/null"
  VERBATIM COMMENT "Expanding the Hunspell dictionary")
add_custom_command(OUTPUT ${LEXICON_FILE}
  COMMAND build_lexicon ${LEXICON_FILE} hunspell=${expanded} classes=${HUNSPELL_DIC} ${lexicon_arguments}
  DEPENDS build_lexicon ${expanded} ${lexicon_inputs}
  VERBATIM COMMENT "Building the word table")
