// SPDX-License-Identifier: Apache-2.0
#include "core/store/socketcut.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace core::store {

SocketCut::SocketCut(int descriptor) : m_descriptor(::fcntl(descriptor, F_DUPFD_CLOEXEC, 0)) { }

SocketCut::~SocketCut()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void SocketCut::cut()
{
    if (m_descriptor >= 0)
        ::shutdown(m_descriptor, SHUT_RDWR);
}

} // namespace core::store
