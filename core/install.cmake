# SPDX-License-Identifier: Apache-2.0
# cmake --install: the programs, and the package Checkback for services that link Checkback::participant. Their headers
# are included by the same paths as here, e.g. #include "core/participant/msg.h", from include/checkback.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(checkback_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/Checkback)
set(checkback_include_dir ${CMAKE_INSTALL_INCLUDEDIR}/checkback)
set(checkback_libraries core_base core_message core_sockets core_http core_participant)

# The participant's library with all that it stands on. They keep their own names inside the namespace Checkback::.
foreach(library ${checkback_libraries})
    string(REGEX REPLACE "^core_" "" folder ${library})
    set_target_properties(${library} PROPERTIES EXPORT_NAME ${folder} OUTPUT_NAME checkback_${folder})
    target_include_directories(${library} INTERFACE $<INSTALL_INTERFACE:${checkback_include_dir}>)
    target_compile_features(${library} INTERFACE cxx_std_20)
    install(DIRECTORY ${PROJECT_SOURCE_DIR}/core/${folder} DESTINATION ${checkback_include_dir}/core COMPONENT development
            FILES_MATCHING PATTERN "*.h" PATTERN "example" EXCLUDE)
endforeach()
install(TARGETS ${checkback_libraries} EXPORT CheckbackTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR}
        COMPONENT development)

install(EXPORT CheckbackTargets NAMESPACE Checkback:: DESTINATION ${checkback_package_dir} COMPONENT development)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/participant/CheckbackConfig.cmake.in
    ${PROJECT_BINARY_DIR}/CheckbackConfig.cmake INSTALL_DESTINATION ${checkback_package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/CheckbackConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/CheckbackConfig.cmake ${PROJECT_BINARY_DIR}/CheckbackConfigVersion.cmake
        DESTINATION ${checkback_package_dir} COMPONENT development)

foreach(program checkbackd checkback)
    if(TARGET ${program})
        install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT programs)
    endif()
endforeach()
