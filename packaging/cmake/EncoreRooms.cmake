# SPDX-License-Identifier: GPL-3.0-or-later
# How every room, program and test is built. One function each, so that strictness lives in one place.

# The headers of others that nearly every file reads (4 MB of text, beside 0.1 MB of ours), read once for all targets with the same flags.
# clang compares definitions more strictly than gcc, so its presets go without.
if(NOT CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    set(CMAKE_DISABLE_PRECOMPILE_HEADERS ON)
endif()
set(ENCORE_PRECOMPILED
    <algorithm> <array> <atomic> <functional> <map> <memory> <mutex> <optional> <set> <span> <string> <variant> <vector>
    <QByteArray> <QDateTime> <QHash> <QMap> <QObject> <QSet> <QString> <QStringList> <QUuid> <QVariant>)

function(encore_strict target)
    target_compile_options(${target} PRIVATE
        -Wall -Wextra -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual -Wconversion -Werror)
    target_compile_definitions(${target} PRIVATE
        QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY QT_NO_KEYWORDS
        QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS QT_USE_QSTRINGBUILDER)
    if(ENCORE_SANITIZE)
        # RapidJSON 1.1 computes with a null pointer before its first allocation; the check of that would end every program there.
        target_compile_options(${target} PRIVATE -fsanitize=${ENCORE_SANITIZE} -fno-sanitize=pointer-overflow -fno-sanitize-recover=all
            -fno-omit-frame-pointer)
        target_link_options(${target} PRIVATE -fsanitize=${ENCORE_SANITIZE})
    endif()
    if(ENCORE_FUZZ)
        # The fuzzer steers by what it sees executed, in the rooms too.
        target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
    endif()
endfunction()

# A test's own lines run once: making them fast takes longer than they do. What they try is built as it is used.
function(encore_unoptimized target)
    target_compile_options(${target} PRIVATE -O0)
endfunction()

# encore_precompiled(TARGET SET): takes a set of precompiled headers: core, widgets, tests or widget_tests. What makes them must have no
# definition that one of its users lacks, and the same options.
function(encore_precompiled target set)
    target_precompile_headers(${target} REUSE_FROM encore_precompiled_${set})
endfunction()

file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled.cpp CONTENT "// only its precompiled headers are used\n")
function(encore_precompiled_set set)
    cmake_parse_arguments(PARSE_ARGV 1 set "TESTS" "" "USES;HEADERS")
    add_library(encore_precompiled_${set} OBJECT ${CMAKE_BINARY_DIR}/precompiled.cpp)
    target_link_libraries(encore_precompiled_${set} PRIVATE ${set_USES})
    target_precompile_headers(encore_precompiled_${set} PRIVATE ${ENCORE_PRECOMPILED} ${set_HEADERS})
    encore_strict(encore_precompiled_${set})
    if(set_TESTS)
        encore_unoptimized(encore_precompiled_${set})
    endif()
endfunction()
encore_precompiled_set(core USES Qt6::Core)
if(NOT ENCORE_CORE_ONLY)
    encore_precompiled_set(widgets USES Qt6::Widgets HEADERS <QtWidgets>)
endif()

# encore_room(NAME USES targets… [PRIVATELY targets…])
# A room is the folder it is called from: public headers in include/<prefix>/, everything else beside them. Sources are
# globbed with CONFIGURE_DEPENDS because "one file a command" should not need a second edit elsewhere.
function(encore_room name)
    cmake_parse_arguments(PARSE_ARGV 1 room "" "" "USES;PRIVATELY")
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
    file(GLOB_RECURSE private_headers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
    file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/include/*.h)
    list(REMOVE_ITEM private_headers ${headers})
    add_library(encore_${name} STATIC ${sources} ${private_headers})
    target_sources(encore_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${CMAKE_CURRENT_SOURCE_DIR}/include FILES ${headers})
    target_include_directories(encore_${name} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
    target_link_libraries(encore_${name} PUBLIC ${room_USES} PRIVATE ${room_PRIVATELY})
    set_target_properties(encore_${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
    encore_strict(encore_${name})
    if(name MATCHES "^ui_")
        encore_precompiled(encore_${name} widgets)
    else()
        encore_precompiled(encore_${name} core)
    endif()
endfunction()

# encore_tests(ROOM [WIDGETS] [USES targets…]): each tests/<room>/tst_*.cpp is one small program of that name.
function(encore_tests room)
    cmake_parse_arguments(PARSE_ARGV 1 tests "WIDGETS" "" "USES")
    set(headers tests)
    set(says "")
    if(tests_WIDGETS)
        set(headers widget_tests)
        set(says -silent) # but what failed: the platform's warnings would bury it
    endif()
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${room}/tst_*.cpp)
    foreach(source ${sources})
        get_filename_component(name ${source} NAME_WE)
        add_executable(${name} ${source})
        target_link_libraries(${name} PRIVATE encore_testsupport ${tests_USES} Qt6::Test)
        # A test may look at the private units of its own room.
        if(IS_DIRECTORY ${PROJECT_SOURCE_DIR}/core/${room})
            target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/core/${room})
        endif()
        target_compile_definitions(${name} PRIVATE ENCORE_TEST_DATA="${CMAKE_CURRENT_SOURCE_DIR}/${room}/data")
        set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
        encore_strict(${name})
        encore_unoptimized(${name})
        encore_precompiled(${name} ${headers})
        add_test(NAME ${room}/${name} COMMAND ${name} ${says})
        # Qt's own limit for one function, in ms, would end a sanitizer's run on a busy machine.
        set_tests_properties(${room}/${name} PROPERTIES LABELS ${room} TIMEOUT 900
            ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;QT_MEDIA_BACKEND=gstreamer;QT_FORCE_STDERR_LOGGING=1;QTEST_FUNCTION_TIMEOUT=900000")
    endforeach()
endfunction()
