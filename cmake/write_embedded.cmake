# Writes FOLDER/NAME.hpp and FOLDER/NAME.cpp with the texts of FILES (parted by |) as raw string literals. See embed.cmake.

set(piece_limit 12000)  # bytes; some compilers take no literal above 16 kB
set(delimiter "embedded")

# The text as adjacent literals, each ending at a line end where there is one.
function(as_literals text result)
  set(literals "")
  string(LENGTH "${text}" length)
  while(length GREATER 0)
    set(size ${length})
    if(size GREATER piece_limit)
      string(SUBSTRING "${text}" 0 ${piece_limit} start)
      string(FIND "${start}" "\n" line_end REVERSE)
      math(EXPR size "${line_end} + 1")
      if(size EQUAL 0)
        message(FATAL_ERROR "${file} has a line of more than ${piece_limit} bytes")
      endif()
    endif()
    string(SUBSTRING "${text}" 0 ${size} piece)
    string(SUBSTRING "${text}" ${size} -1 text)
    string(APPEND literals "\n        R\"${delimiter}(${piece})${delimiter}\"")
    string(LENGTH "${text}" length)
  endwhile()
  if(literals STREQUAL "")
    set(literals " \"\"")
  endif()
  set(${result} "${literals}" PARENT_SCOPE)
endfunction()

string(REPLACE "|" ";" FILES "${FILES}")
set(entries "")
set(count 0)
foreach(file IN LISTS FILES)
  file(READ "${file}" text)
  string(FIND "${text}" ")${delimiter}\"" clash)
  if(NOT clash EQUAL -1)
    message(FATAL_ERROR "${file} contains the end of a raw string literal")
  endif()
  file(RELATIVE_PATH relative "${BASE}" "${file}")
  as_literals("${text}" literals)
  string(APPEND entries "    File{\"${relative}\",${literals}},\n")
  math(EXPR count "${count} + 1")
endforeach()

file(WRITE "${FOLDER}/${NAME}.hpp" "#pragma once

#include <span>
#include <string_view>

namespace provenu::embedded::${NAME} {

struct File {
    std::string_view name;
    std::string_view text;
};

std::span<const File> files();

}  // namespace provenu::embedded::${NAME}
")

file(WRITE "${FOLDER}/${NAME}.cpp" "#include \"embedded/${NAME}.hpp\"

#include <array>

namespace provenu::embedded::${NAME} {

namespace {

constexpr std::array<File, ${count}> all{{
${entries}}};

}  // namespace

std::span<const File> files() { return all; }

}  // namespace provenu::embedded::${NAME}
")
