# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when PROGRAM needs a library that matches FORBIDDEN.
execute_process(COMMAND readelf -d ${PROGRAM} OUTPUT_VARIABLE needed COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "\\[(${FORBIDDEN})[^]]*\\]" found "${needed}")
if(found)
    message(FATAL_ERROR "${PROGRAM} needs ${found}")
endif()
if(NOT needed MATCHES "libQt6Core")
    message(FATAL_ERROR "${PROGRAM} does not even need Qt Core: the check proves nothing")
endif()
