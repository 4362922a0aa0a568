# The man page, from docs/man/provenu.1.scd, and completions, printed by the program itself.

find_program(SCDOC scdoc)
if(SCDOC)
  set(man_source ${PROJECT_SOURCE_DIR}/docs/man/provenu.1.scd)
  set(man_page ${PROJECT_BINARY_DIR}/provenu.1)
  add_custom_command(OUTPUT ${man_page} DEPENDS ${man_source} VERBATIM
    COMMAND sh -c "\"$1\" < \"$2\" > \"$3\"" scdoc ${SCDOC} ${man_source} ${man_page})
  add_custom_target(man ALL DEPENDS ${man_page})
endif()

set(completion_folder ${PROJECT_BINARY_DIR}/completions)
foreach(shell bash zsh fish)
  add_custom_command(OUTPUT ${completion_folder}/provenu.${shell} DEPENDS provenu VERBATIM
    COMMAND ${CMAKE_COMMAND} -E make_directory ${completion_folder}
    COMMAND provenu completion ${shell} -o ${completion_folder}/provenu.${shell})
  list(APPEND completions ${completion_folder}/provenu.${shell})
endforeach()
add_custom_target(completions ALL DEPENDS ${completions})
