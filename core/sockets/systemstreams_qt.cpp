// SPDX-License-Identifier: Apache-2.0
#include "core/sockets/stream.h"

namespace core::sockets {

std::unique_ptr<Streams> makeSystemStreams()
{
    return makeQtStreams();
}

} // namespace core::sockets
