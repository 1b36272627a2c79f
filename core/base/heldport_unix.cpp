// SPDX-License-Identifier: Apache-2.0
#include "core/base/heldport.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace core {

namespace {

sockaddr_in anyPort()
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

} // namespace

/// On Linux a socket that is bound and does not listen leaves its port to whoever names it and shares it by
/// SO_REUSEADDR, and to nobody else.
HeldPort::HeldPort() : m_descriptor(::socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address = anyPort();
    socklen_t size = sizeof address;
    const int on = 1;
    ::fcntl(m_descriptor, F_SETFD, FD_CLOEXEC);
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (::bind(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0
        && ::getsockname(m_descriptor, reinterpret_cast<sockaddr *>(&address), &size) == 0)
        m_number = ntohs(address.sin_port);
#ifndef Q_OS_LINUX
    ::close(m_descriptor);
    m_descriptor = -1;
#endif
}

HeldPort::~HeldPort()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace core
