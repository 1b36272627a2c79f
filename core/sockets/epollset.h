// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sockets/stream.h"

#include <QSocketNotifier>

#include <cstdint>
#include <vector>

namespace core::sockets {

class EpollStream;

/// All plain streams of a thread in one epoll set (epoll(7)), which is a single descriptor to Qt's event loop: what an
/// event costs does not grow with the number of idle connections. Connections that were made from here have a set of
/// their own inside of it, which comes first: however much comes in, what was begun gets on. TLS goes through Qt's
/// sockets.
class EpollSet final : public Streams
{
public:
    /// Names a member; never used again for another one.
    using Id = std::uint64_t;
    enum class Direction { In, Out };

    EpollSet();
    ~EpollSet() override;
    Q_DISABLE_COPY_MOVE(EpollSet)

    void afterEvents(std::function<void()> call) override;
    std::unique_ptr<Stream> accept(qintptr descriptor, StreamUser &user) override;
    Result<std::unique_ptr<Stream>> connect(const Peer &peer, const QSslConfiguration *tls, StreamUser &user) override;

    // For its streams. `events` is what epoll_ctl takes: EPOLLIN, EPOLLOUT.
    Id add(EpollStream &stream, int descriptor, Direction direction, std::uint32_t events);
    void change(Id id, int descriptor, std::uint32_t events);
    void remove(Id id, int descriptor);
    bool contains(Id id) const { return find(id) != nullptr; }

private:
    struct Place
    {
        EpollStream *stream = nullptr;
        int set = -1; ///< that it stands in
        std::uint32_t generation = 0;
    };

    EpollStream *find(Id id) const;
    void dispatch();
    void tellIncoming();
    void tell(int set, int atOnceMax);
    void runCalls();

    const int m_set; ///< all, the other one among them
    const int m_outgoing;
    QSocketNotifier m_notifier;
    std::vector<Place> m_places{1}; ///< nobody's is the first, which names m_outgoing within m_set
    std::vector<std::uint32_t> m_freePlaces;
    std::vector<std::function<void()>> m_calls; ///< for after the events
    bool m_isDispatching = false;
    int m_incomingAtOnce; ///< how many of the others are told between two looks at m_outgoing
    std::unique_ptr<Streams> m_secure; ///< for TLS
};

} // namespace core::sockets
