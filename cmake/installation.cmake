# cmake --install build/release --prefix DIR; an outside project then says
#   find_package(provenu) and target_link_libraries(x provenu::provenu)
# (tests/package tries it). cpack makes a .deb.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

install(TARGETS provenu)
install(TARGETS provenu_engine EXPORT provenu)
install(DIRECTORY include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/provenu)
install(EXPORT provenu NAMESPACE provenu:: FILE provenuTargets.cmake DESTINATION ${package_folder})
write_basic_package_version_file(provenuConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES cmake/provenuConfig.cmake ${PROJECT_BINARY_DIR}/provenuConfigVersion.cmake DESTINATION ${package_folder})

if(SCDOC)
  install(FILES ${man_page} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endif()
install(FILES ${completion_folder}/provenu.bash RENAME provenu
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${completion_folder}/provenu.zsh RENAME _provenu DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
install(FILES ${completion_folder}/provenu.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME copyright)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "Provenu contributors")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION math)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
include(CPack)
