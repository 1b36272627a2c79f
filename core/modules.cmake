# SPDX-License-Identifier: Apache-2.0
# How a folder becomes a library: one line in its CMakeLists.txt. Standard, warnings and Qt definitions stand here once.
include_guard()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_RUNTIME_OUTPUT_DIRECTORY)
    set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
endif()

find_program(CHECKBACK_CCACHE ccache)
if(CHECKBACK_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CHECKBACK_CCACHE})
endif()

# Linking is a good part of a build with so many test programs: gold comes with binutils and takes half the time.
find_program(CHECKBACK_GOLD ld.gold)
if(CHECKBACK_GOLD)
    add_link_options(-fuse-ld=gold)
endif()

# GCC looks for garbage whenever its heap has grown by a third, and goes over all precompiled headers each time: that is a
# tenth of a compilation, which ends long before it has filled this many kilobytes.
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    add_compile_options(--param=ggc-min-heapsize=1000000)
endif()

# No QT_USE_QSTRINGBUILDER: with it, `auto` and lambdas keep references to temporaries that are gone.
add_library(checkback_options INTERFACE)
target_compile_options(checkback_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wswitch-enum
    -Wno-missing-field-initializers -Wno-subobject-linkage $<$<BOOL:${CHECKBACK_WERROR}>:-Werror> $<$<BOOL:${CHECKBACK_CCACHE}>:-fpch-preprocess>)
target_compile_definitions(checkback_options INTERFACE $<$<NOT:$<CONFIG:Release>>:QT_FORCE_ASSERTS> QT_NO_CAST_FROM_ASCII QT_NO_FOREACH
    CHECKBACK_VERSION="${PROJECT_VERSION}")
if(CHECKBACK_SANITIZE)
    target_compile_options(checkback_options INTERFACE -fsanitize=${CHECKBACK_SANITIZE} -fno-omit-frame-pointer -g1)
    target_link_options(checkback_options INTERFACE -fsanitize=${CHECKBACK_SANITIZE})
endif()
install(TARGETS checkback_options EXPORT CheckbackTargets)

# The headers that nearly every file reads, compiled once for all targets that read them.
function(add_shared_pch name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "USES;HEADERS")
    file(CONFIGURE OUTPUT ${name}.cpp CONTENT "")
    add_library(${name} OBJECT ${PROJECT_BINARY_DIR}/${name}.cpp)
    target_link_libraries(${name} PRIVATE ${arg_USES} checkback_options)
    target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
endfunction()

# Qt Test without its own definitions, which differ from folder to folder and so would spoil a shared set; with Qt Network
# for all, since Qt Test's headers ask whether it is there.
add_library(checkback_qttest INTERFACE)
if(CHECKBACK_TESTS)
    target_include_directories(checkback_qttest SYSTEM INTERFACE $<TARGET_PROPERTY:Qt6::Test,INTERFACE_INCLUDE_DIRECTORIES>)
    target_link_libraries(checkback_qttest INTERFACE $<TARGET_FILE:Qt6::Test> Qt6::Network)
endif()

set(pch_headers <QByteArray> <QElapsedTimer> <QHash> <QList> <QLoggingCategory> <QObject> <QString> <QStringList> <QTimer>
    <chrono> <functional> <memory> <optional> <string> <utility> <variant> <vector>)
add_shared_pch(checkback_pch USES Qt6::Core HEADERS ${pch_headers})
if(CHECKBACK_TESTS)
    add_shared_pch(checkback_pch_tests USES checkback_qttest HEADERS <QTest> <QSignalSpy> ${pch_headers})
endif()
set(pch_screen_headers <QAbstractButton> <QAction> <QApplication> <QBoxLayout> <QComboBox> <QDialog> <QHeaderView> <QKeyEvent> <QLabel>
    <QLineEdit> <QMenu> <QPainter> <QStackedWidget> <QTableView> <QWidget> ${pch_headers})
if(CHECKBACK_UI)
    add_shared_pch(checkback_pch_screen USES Qt6::Widgets HEADERS ${pch_screen_headers})
endif()
if(CHECKBACK_UI AND CHECKBACK_TESTS)
    add_shared_pch(checkback_pch_screen_tests USES Qt6::Widgets checkback_qttest HEADERS <QTest> <QSignalSpy> ${pch_screen_headers})
endif()

# add_module(core_message SOURCES a.cpp … USES core_base Qt6::Core … [QOBJECTS] [SCREEN])
# The library of one folder. USES draws the same arrows as the includes. QOBJECTS where a header has Q_OBJECT; SCREEN where
# widgets are shown.
function(add_module name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "QOBJECTS;SCREEN" "" "SOURCES;USES")
    add_library(${name} STATIC ${arg_SOURCES})
    target_include_directories(${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>)
    target_link_libraries(${name} PUBLIC Qt6::Core ${arg_USES} PRIVATE checkback_options)
    if(arg_SCREEN)
        target_precompile_headers(${name} REUSE_FROM checkback_pch_screen)
    else()
        target_precompile_headers(${name} REUSE_FROM checkback_pch)
    endif()
    if(arg_QOBJECTS OR arg_SCREEN)
        set_target_properties(${name} PROPERTIES AUTOMOC ON)
    endif()
endfunction()

# add_unit_test(core/message/tst_transition USES core_message [SOURCES more.cpp] [TIMEOUT 60] [LABELS process] [BUSY])
# A Qt Test program from the file of that name under tests/. Runs offscreen, bounded in time. A TIMEOUT of its own says that
# it takes long: the longest begin first. Most tests wait for servers and time-outs, and two go on a core; BUSY where one
# keeps a core busy by itself.
function(add_unit_test path)
    cmake_parse_arguments(PARSE_ARGV 1 arg "BUSY" "TIMEOUT" "USES;SOURCES;LABELS")
    get_filename_component(name ${path} NAME)
    set(source ${PROJECT_SOURCE_DIR}/tests/${path}.cpp)
    add_executable(${name} ${source} ${arg_SOURCES})
    qt_generate_moc(${source} ${name}.moc TARGET ${name})
    target_sources(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
    if(path MATCHES "^ui/")
        target_precompile_headers(${name} REUSE_FROM checkback_pch_screen_tests)
    else()
        target_precompile_headers(${name} REUSE_FROM checkback_pch_tests)
    endif()
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR} ${CMAKE_CURRENT_BINARY_DIR})
    target_link_libraries(${name} PRIVATE checkback_qttest ${arg_USES} checkback_options)
    target_compile_definitions(${name} PRIVATE CHECKBACK_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
        CHECKBACK_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
    add_test(NAME ${name} COMMAND ${name})
    bound_test(${name} "${arg_TIMEOUT}" "${arg_BUSY}")
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}")
endfunction()

# add_test_again(tst_server_qtsockets AS tst_server ENVIRONMENT CHECKBACK_TEST_QT_SOCKETS=1 [TIMEOUT 60] [BUSY])
# The program of a test once more, in another environment.
function(add_test_again name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "BUSY" "AS;TIMEOUT" "ENVIRONMENT")
    add_test(NAME ${name} COMMAND ${arg_AS})
    bound_test(${name} "${arg_TIMEOUT}" "${arg_BUSY}" ${arg_ENVIRONMENT})
endfunction()

# Its time, its place in the order and its share of the machine.
function(bound_test name timeout busy) # environment…
    set(cost 0) # none by declaration: as it was measured
    if(timeout)
        set(cost ${timeout})
    else()
        set(timeout 120)
    endif()
    set(processors 1)
    if(busy)
        set(processors 2)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${timeout} COST ${cost} PROCESSORS ${processors}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;${ARGN}")
endfunction()
