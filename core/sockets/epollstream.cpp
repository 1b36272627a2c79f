// SPDX-License-Identifier: Apache-2.0
#include "core/sockets/epollstream.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace core::sockets {

namespace {

/// QHostAddress as the system takes it.
struct SystemAddress
{
    sockaddr_storage storage{};
    socklen_t size = 0;

    SystemAddress(const QHostAddress &address, quint16 port)
    {
        if (address.protocol() == QAbstractSocket::IPv6Protocol)
            setV6(address, port);
        else
            setV4(address, port);
    }

    const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&storage); }

private:
    void setV4(const QHostAddress &address, quint16 port)
    {
        sockaddr_in in{};
        in.sin_family = AF_INET;
        in.sin_port = htons(port);
        in.sin_addr.s_addr = htonl(address.toIPv4Address());
        std::memcpy(&storage, &in, sizeof in);
        size = sizeof in;
    }

    void setV6(const QHostAddress &address, quint16 port)
    {
        sockaddr_in6 in{};
        in.sin6_family = AF_INET6;
        in.sin6_port = htons(port);
        in.sin6_scope_id = address.scopeId().toUInt();
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::memcpy(&in.sin6_addr, &bytes, sizeof bytes);
        std::memcpy(&storage, &in, sizeof in);
        size = sizeof in;
    }
};

/// Small writes leave at once: a request waits for its answer, so there is nothing to collect.
void sendWithoutDelay(int descriptor)
{
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

Error notConnected(int error)
{
    return Error::unavailable(qt_error_string(error));
}

} // namespace

Result<int> openConnecting(const Peer &peer)
{
    const SystemAddress address(peer.address, peer.port);
    const int descriptor = ::socket(address.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return notConnected(errno);
    sendWithoutDelay(descriptor);
    if (::connect(descriptor, address.get(), address.size) == 0 || errno == EINPROGRESS)
        return descriptor;
    const int error = errno;
    ::close(descriptor);
    return notConnected(error);
}

void prepareAccepted(int descriptor)
{
    ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) | O_NONBLOCK);
    sendWithoutDelay(descriptor);
}

EpollStream::EpollStream(EpollSet &set, StreamUser &user, int descriptor, Start start)
    : m_set(set)
    , m_user(user)
    , m_descriptor(descriptor)
    , m_phase(start == Start::Connecting ? Phase::Connecting : Phase::Open)
    , m_events(wantedEvents())
    , m_id(set.add(*this, descriptor, start == Start::Connecting ? EpollSet::Direction::Out : EpollSet::Direction::In,
                   m_events))
{ }

qint64 EpollStream::read(char *to, qint64 max)
{
    if (m_phase != Phase::Open || m_isOver)
        return over;
    const ssize_t got = ::recv(m_descriptor, to, static_cast<std::size_t>(max), 0);
    if (got > 0)
        return got;
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return 0;
    m_error = got < 0 ? errno : 0;
    m_isOver = true;
    updateEvents();
    return over;
}

bool EpollStream::write(QByteArrayView bytes)
{
    if (m_phase != Phase::Open || (unsent() == 0 && !send(bytes)))
        return false;
    m_unsent.append(bytes);
    updateEvents();
    return true;
}

/// Gives the system what it takes of them; false when the connection is broken.
bool EpollStream::send(QByteArrayView &bytes)
{
    const ssize_t sent = ::send(m_descriptor, bytes.data(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL);
    if (sent >= 0)
        bytes = bytes.sliced(sent);
    else if (errno != EAGAIN && errno != EINTR)
        m_error = errno;
    return m_error == 0;
}

void EpollStream::setReading(bool on)
{
    m_isReading = on;
    updateEvents();
}

void EpollStream::endSending()
{
    if (m_phase == Phase::Open)
        ::shutdown(m_descriptor, SHUT_WR);
}

void EpollStream::abort()
{
    if (std::exchange(m_phase, Phase::Closed) == Phase::Closed)
        return;
    m_set.remove(m_id, m_descriptor);
    ::close(m_descriptor);
    m_unsent.clear();
    m_sent = 0;
}

QString EpollStream::errorText() const
{
    return m_error == 0 ? QStringLiteral("the peer closed the connection") : qt_error_string(m_error);
}

void EpollStream::happened(std::uint32_t events)
{
    if (m_phase == Phase::Connecting)
        return finishConnecting();
    const EpollSet &set = m_set; // the user may destroy this stream
    const EpollSet::Id id = m_id;
    if (events & EPOLLOUT) {
        sendWaiting();
        m_user.written();
    }
    if (!set.contains(id))
        return;
    if (m_isReading && !m_isOver)
        m_user.readable();
    else if (events & (EPOLLERR | EPOLLHUP))
        m_user.lost();
}

void EpollStream::finishConnecting()
{
    socklen_t size = sizeof m_error;
    ::getsockopt(m_descriptor, SOL_SOCKET, SO_ERROR, &m_error, &size);
    if (m_error != 0) {
        abort();
        return m_user.connectFailed({.isTls = false, .text = errorText()});
    }
    m_phase = Phase::Open;
    updateEvents();
    m_user.connected();
}

void EpollStream::sendWaiting()
{
    QByteArrayView waiting = QByteArrayView(m_unsent).sliced(m_sent);
    if (!send(waiting)) {
        m_isOver = true; // the user finds out when it reads
        waiting = {};
    }
    m_sent = m_unsent.size() - waiting.size();
    if (waiting.isEmpty()) {
        m_unsent.clear();
        m_sent = 0;
    }
    updateEvents();
}

std::uint32_t EpollStream::wantedEvents() const
{
    if (m_phase == Phase::Connecting)
        return EPOLLOUT;
    return (m_isReading && !m_isOver ? std::uint32_t{EPOLLIN} : 0) | (unsent() > 0 ? std::uint32_t{EPOLLOUT} : 0);
}

void EpollStream::updateEvents()
{
    const std::uint32_t wanted = wantedEvents();
    if (m_phase == Phase::Closed || wanted == m_events)
        return;
    m_events = wanted;
    m_set.change(m_id, m_descriptor, wanted);
}

} // namespace core::sockets
