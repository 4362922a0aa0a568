# The library (every module but cli) and the program on top of it.

file(GLOB engine_sources CONFIGURE_DEPENDS engine/*/*.cpp)
list(FILTER engine_sources EXCLUDE REGEX "/engine/cli/")
add_library(provenu_engine STATIC ${engine_sources})
add_library(provenu::provenu ALIAS provenu_engine)
set_target_properties(provenu_engine PROPERTIES OUTPUT_NAME provenu EXPORT_NAME provenu)
# The innermost loops: also where all else is compiled to be stepped through.
set_source_files_properties(engine/evaluate/work.cpp engine/risk/loops.cpp PROPERTIES COMPILE_OPTIONS "-O3;-fno-trapping-math")
target_include_directories(provenu_engine
  PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:include>
  PRIVATE engine)
# The innermost loops, once for each set of instructions; which of them runs is chosen at run time. Optimised in every build.
file(GLOB loops CONFIGURE_DEPENDS engine/chance/kernels_*.cpp)
set_source_files_properties(${loops} PROPERTIES COMPILE_OPTIONS "-O3")
if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
  set_source_files_properties(engine/chance/kernels_avx2.cpp PROPERTIES COMPILE_OPTIONS "-O3;-mavx2")
  # g++ 12 takes what its own header leaves undefined on purpose for a mistake.
  set_source_files_properties(engine/chance/kernels_avx512.cpp PROPERTIES
    COMPILE_OPTIONS "-O3;-mavx512f;-mavx512bw;-mavx512dq;-mavx512vl;-Wno-uninitialized")
endif()
target_compile_features(provenu_engine PUBLIC cxx_std_20)
target_link_libraries(provenu_engine
  PUBLIC Eigen3::Eigen
  PRIVATE yaml-cpp PkgConfig::libyaml PkgConfig::xlsxwriter PkgConfig::libzip PkgConfig::pugixml
    $<BUILD_INTERFACE:provenu_flags> $<BUILD_INTERFACE:fmt::fmt-header-only> $<BUILD_INTERFACE:Boost::headers>
    $<BUILD_INTERFACE:nlohmann_json::nlohmann_json>)

# Texts compiled in: what is said, and the shared files that a proposal may name as std/NAME.
file(GLOB catalogues CONFIGURE_DEPENDS engine/wording/catalogue/*.txt)
provenu_embed(provenu_engine catalogue ${catalogues})
file(GLOB scenarios CONFIGURE_DEPENDS scenarios/*.yaml)
provenu_embed(provenu_engine scenarios ${scenarios})
file(GLOB templates CONFIGURE_DEPENDS engine/input/template/*.yaml)
provenu_embed(provenu_engine templates ${templates})
file(GLOB page_parts CONFIGURE_DEPENDS engine/output/page/*.css engine/output/page/*.js)
provenu_embed(provenu_engine page ${page_parts})
file(GLOB word_parts CONFIGURE_DEPENDS engine/output/word/*.xml)
provenu_embed(provenu_engine word ${word_parts})

file(GLOB cli_sources CONFIGURE_DEPENDS engine/cli/*.cpp)
list(FILTER cli_sources EXCLUDE REGEX "/main\\.cpp$")
add_library(provenu_cli STATIC ${cli_sources})
target_include_directories(provenu_cli PUBLIC engine)
target_compile_definitions(provenu_cli PRIVATE PROVENU_VERSION="${PROJECT_VERSION}")
target_link_libraries(provenu_cli PUBLIC provenu_engine PRIVATE provenu_flags fmt::fmt-header-only CLI11::CLI11)

add_executable(provenu engine/cli/main.cpp)
target_link_libraries(provenu PRIVATE provenu_cli provenu_flags fmt::fmt-header-only)
set_target_properties(provenu PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
