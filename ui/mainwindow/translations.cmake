# SPDX-License-Identifier: GPL-3.0-or-later
# The languages of the console, compiled into :/i18n. `cmake --build … --target update_translations` reads the sources anew.
# A language is one more name here and in language.cpp. English has a file for its plural forms alone.
set(translations ${PROJECT_SOURCE_DIR}/translations)
set(translated ${translations}/checkback_zh_CN.ts)
set(plurals ${translations}/checkback_en.ts)

set(spoken ${PROJECT_SOURCE_DIR}/ui/main.cpp)
foreach(folder widgets diagram session messages moments timetravel cases accounts overview transfer connections faultlab proof topics activity settings guide present welcome mainwindow)
    get_target_property(sources ui_${folder} SOURCES)
    list(FILTER sources INCLUDE REGEX "^[a-z_]+\\.cpp$")
    list(TRANSFORM sources PREPEND ${PROJECT_SOURCE_DIR}/ui/${folder}/)
    list(APPEND spoken ${sources})
endforeach()

set(reading SOURCES ${spoken} INCLUDE_DIRECTORIES ${PROJECT_SOURCE_DIR} OPTIONS -locations none -no-obsolete)
qt_add_lupdate(ui_mainwindow TS_FILES ${translated} ${reading})
qt_add_lupdate(ui_transfer TS_FILES ${plurals} ${reading} -pluralonly -source-language en -target-language en)
qt_add_lrelease(ui_mainwindow TS_FILES ${translated} ${plurals} QM_FILES_OUTPUT_VARIABLE compiled OPTIONS -silent)
qt_add_resources(ui_mainwindow i18n PREFIX /i18n BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${compiled})
