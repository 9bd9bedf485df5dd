# What is installed, and how CMake and pkg-config find it.

install(FILES "${DIJIA_SOURCE}/include/dijia.h" "${DIJIA_SOURCE}/include/dijia.hpp"
        DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(DIRECTORY "${DIJIA_SOURCE}/include/dijia" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
if(WIN32)
  install(PROGRAMS "${shared}" DESTINATION "${CMAKE_INSTALL_BINDIR}")
  install(FILES "${import}" DESTINATION "${CMAKE_INSTALL_LIBDIR}" RENAME "${DIJIA_IMPORT_FILE}")
  install(FILES dijia.def DESTINATION "${CMAKE_INSTALL_LIBDIR}")
else()
  install(PROGRAMS "${shared}" DESTINATION "${CMAKE_INSTALL_LIBDIR}" RENAME "${DIJIA_SHARED_FILE}")
  set(link "${CMAKE_CURRENT_BINARY_DIR}/${link_name}")
  file(CREATE_LINK "${DIJIA_SHARED_FILE}" "${link}" SYMBOLIC)
  install(FILES "${link}" DESTINATION "${CMAKE_INSTALL_LIBDIR}")
endif()
# Where the fields of structs lie, for languages that do not read the header.
if(CMAKE_SIZEOF_VOID_P EQUAL 8)
  install(FILES layout.tsv DESTINATION "${CMAKE_INSTALL_DATADIR}/dijia")
endif()
install(FILES "${static}" DESTINATION "${CMAKE_INSTALL_LIBDIR}" RENAME "${DIJIA_STATIC_FILE}")
install(FILES "${DIJIA_SOURCE}/LICENSE-APACHE" "${DIJIA_SOURCE}/LICENSE-MIT" THIRD-PARTY.txt
        DESTINATION "${CMAKE_INSTALL_DOCDIR}")

set(package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/dijia")
configure_package_config_file(
  "${CMAKE_CURRENT_LIST_DIR}/dijiaConfig.cmake.in" "${CMAKE_CURRENT_BINARY_DIR}/dijiaConfig.cmake"
  INSTALL_DESTINATION "${package_folder}"
  PATH_VARS CMAKE_INSTALL_INCLUDEDIR CMAKE_INSTALL_LIBDIR CMAKE_INSTALL_BINDIR)
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/dijiaConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/dijiaConfig.cmake" "${CMAKE_CURRENT_BINARY_DIR}/dijiaConfigVersion.cmake"
        DESTINATION "${package_folder}")

list(TRANSFORM DIJIA_SYSTEM_LIBRARIES PREPEND " -l" OUTPUT_VARIABLE system_flags)
list(JOIN system_flags "" DIJIA_SYSTEM_FLAGS)
# From the folder of the .pc file to the prefix, so that the whole can be moved.
file(RELATIVE_PATH DIJIA_PREFIX_FROM_PC "/prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/prefix")
configure_file("${CMAKE_CURRENT_LIST_DIR}/dijia.pc.in" dijia.pc @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/dijia.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
