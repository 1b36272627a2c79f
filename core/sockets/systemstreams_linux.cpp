// SPDX-License-Identifier: Apache-2.0
#include "core/sockets/epollset.h"

namespace core::sockets {

std::unique_ptr<Streams> makeSystemStreams()
{
    return std::make_unique<EpollSet>();
}

} // namespace core::sockets
