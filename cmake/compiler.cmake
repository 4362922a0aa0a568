# How everything here is compiled. Target `provenu_flags` is for our own code; whoever links the library gets none of it.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Paths are taken relative to the project, so that clones share what is compiled.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CCACHE})
endif()
find_program(MOLD mold)
if(MOLD)
  add_link_options(-fuse-ld=mold)
endif()

# -ffp-contract=off: the same bits on every machine, with fused multiply-add or without.
add_library(provenu_flags INTERFACE)
target_compile_options(provenu_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -ffp-contract=off -fno-math-errno)
option(PROVENU_WERROR "Warnings are errors" OFF)
if(PROVENU_WERROR)
  target_compile_options(provenu_flags INTERFACE -Werror)
endif()

option(PROVENU_SANITIZE "Address and undefined-behaviour sanitizers" OFF)
if(PROVENU_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()

option(PROVENU_FUZZ "Build the fuzz targets (clang only)" OFF)
if(PROVENU_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()

option(PROVENU_COVERAGE "Count which lines run" OFF)
if(PROVENU_COVERAGE)
  add_compile_options(--coverage -fprofile-update=atomic)
  add_link_options(--coverage)
endif()
