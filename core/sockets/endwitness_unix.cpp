// SPDX-License-Identifier: Apache-2.0
#include "core/sockets/endwitness.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace core::sockets {

EndWitness::EndWitness(qintptr descriptor) : m_descriptor(::fcntl(int(descriptor), F_DUPFD_CLOEXEC, 0)) { }

EndWitness::~EndWitness()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

/// Only a reset takes the peer away: one that has ended its sending is still there.
bool EndWitness::sawReset() const
{
    sockaddr_storage peer{};
    socklen_t size = sizeof peer;
    return m_descriptor >= 0 && ::getpeername(m_descriptor, reinterpret_cast<sockaddr *>(&peer), &size) != 0;
}

} // namespace core::sockets
