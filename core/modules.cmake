# SPDX-License-Identifier: Apache-2.0
# How a folder becomes a library: one line in its CMakeLists.txt. Standard, warnings and Qt definitions stand here once.
include_guard()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_RUNTIME_OUTPUT_DIRECTORY)
    set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
endif()

find_program(CHECKBACK_CCACHE ccache)
if(CHECKBACK_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CHECKBACK_CCACHE})
endif()

# No QT_USE_QSTRINGBUILDER: with it, `auto` and lambdas keep references to temporaries that are gone.
add_library(checkback_options INTERFACE)
target_compile_options(checkback_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wswitch-enum
    -Wno-missing-field-initializers $<$<BOOL:${CHECKBACK_WERROR}>:-Werror> $<$<BOOL:${CHECKBACK_CCACHE}>:-fpch-preprocess>)
target_compile_definitions(checkback_options INTERFACE $<$<NOT:$<CONFIG:Release>>:QT_FORCE_ASSERTS> QT_NO_CAST_FROM_ASCII QT_NO_FOREACH
    CHECKBACK_VERSION="${PROJECT_VERSION}")
if(CHECKBACK_SANITIZE)
    target_compile_options(checkback_options INTERFACE -fsanitize=${CHECKBACK_SANITIZE} -fno-omit-frame-pointer -g1)
    target_link_options(checkback_options INTERFACE -fsanitize=${CHECKBACK_SANITIZE})
endif()
install(TARGETS checkback_options EXPORT CheckbackTargets)

# The precompiled headers: one set for core and its tests, one for whatever shows widgets.
set(CHECKBACK_PCH_CORE <QByteArray> <QElapsedTimer> <QHash> <QList> <QLoggingCategory> <QObject> <QString> <QStringList>
    <QTimer> <chrono> <functional> <memory> <optional> <string> <utility> <variant> <vector>)
set(CHECKBACK_PCH_UI <QtWidgets> <chrono> <functional> <memory> <optional> <variant>)

# add_module(core_message SOURCES a.cpp … USES core_base Qt6::Core … [PCH_UI])
# The library of one folder. USES draws the same arrows as the includes.
function(add_module name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "PCH_UI" "" "SOURCES;USES")
    add_library(${name} STATIC ${arg_SOURCES})
    target_include_directories(${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>)
    target_link_libraries(${name} PUBLIC Qt6::Core ${arg_USES} PRIVATE checkback_options)
    if(arg_PCH_UI)
        target_precompile_headers(${name} PRIVATE ${CHECKBACK_PCH_UI})
    else()
        target_precompile_headers(${name} PRIVATE ${CHECKBACK_PCH_CORE})
    endif()
endfunction()

# Compiled once for all tests. Without Qt Test's own headers: they depend on a macro that differs from folder to folder.
function(add_tests_pch)
    file(WRITE ${PROJECT_BINARY_DIR}/tests_pch.cpp "")
    add_library(tests_pch OBJECT ${PROJECT_BINARY_DIR}/tests_pch.cpp)
    target_link_libraries(tests_pch PRIVATE Qt6::Core checkback_options)
    target_precompile_headers(tests_pch PRIVATE ${CHECKBACK_PCH_CORE})
    set_target_properties(tests_pch PROPERTIES AUTOMOC OFF)
endfunction()

# add_unit_test(core/message/tst_transition USES core_message [TIMEOUT 60] [PCH_UI])
# A Qt Test program from the file of that name under tests/. Runs offscreen, bounded in time.
function(add_unit_test path)
    cmake_parse_arguments(PARSE_ARGV 1 arg "PCH_UI" "TIMEOUT" "USES;SOURCES;LABELS")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    get_filename_component(name ${path} NAME)
    add_executable(${name} ${PROJECT_SOURCE_DIR}/tests/${path}.cpp ${arg_SOURCES})
    target_precompile_headers(${name} REUSE_FROM tests_pch)
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR})
    target_link_libraries(${name} PRIVATE Qt6::Test ${arg_USES} checkback_options)
    target_compile_definitions(${name} PRIVATE CHECKBACK_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
        CHECKBACK_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
endfunction()
