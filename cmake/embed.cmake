# provenu_embed(TARGET NAME FILE...) compiles text files into TARGET. C++ sees them through
#   #include "embedded/NAME.hpp"
#   for (const provenu::embedded::NAME::File& file : provenu::embedded::NAME::files()) ... file.name, file.text
# `name` is the path relative to the project, such as `scenarios/fm-2023.yaml`, in alphabetical order.

function(provenu_embed target name)
  list(SORT ARGN)
  set(folder ${PROJECT_BINARY_DIR}/embedded_${name})
  set(script ${PROJECT_SOURCE_DIR}/cmake/write_embedded.cmake)
  string(JOIN "|" files ${ARGN})
  add_custom_command(
    OUTPUT ${folder}/embedded/${name}.cpp ${folder}/embedded/${name}.hpp
    DEPENDS ${ARGN} ${script}
    COMMAND ${CMAKE_COMMAND} -D NAME=${name} -D FOLDER=${folder}/embedded -D BASE=${PROJECT_SOURCE_DIR} -D "FILES=${files}" -P ${script}
    COMMENT "Embedding ${name}"
    VERBATIM)
  target_sources(${target} PRIVATE ${folder}/embedded/${name}.cpp ${folder}/embedded/${name}.hpp)
  target_include_directories(${target} PUBLIC $<BUILD_INTERFACE:${folder}>)  # tests look at them too
endfunction()
