// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sockets/stream.h"

/// The tests of server and client run once on the system's own streams and once on Qt's.
inline std::shared_ptr<core::sockets::Streams> streamsUnderTest()
{
    if (qEnvironmentVariableIsSet("CHECKBACK_TEST_QT_SOCKETS"))
        return core::sockets::makeQtStreams();
    return core::sockets::makeSystemStreams();
}
