// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sockets/epollset.h"

#include <QByteArray>

namespace core::sockets {

/// A non-blocking socket on its way to the peer, or why there is none.
Result<int> openConnecting(const Peer &peer);
/// Makes the socket of an accepted connection what a stream needs.
void prepareAccepted(int descriptor);

/// A plain TCP connection of an EpollSet.
class EpollStream final : public Stream
{
public:
    enum class Start { Connecting, Connected };

    /// Owns the descriptor, which must not block.
    EpollStream(EpollSet &set, StreamUser &user, int descriptor, Start start);
    ~EpollStream() override { abort(); }
    Q_DISABLE_COPY_MOVE(EpollStream)

    qint64 read(char *to, qint64 max) override;
    bool write(QByteArrayView bytes) override;
    qsizetype unsent() const override { return m_unsent.size() - m_sent; }
    void setReading(bool on) override;
    void endSending() override;
    void abort() override;
    bool isOpen() const override { return m_phase == Phase::Open && !m_isOver && unsent() == 0; }
    bool isBroken() const override { return m_error != 0; }
    QString errorText() const override;

    /// For the set: what epoll_wait() told.
    void happened(std::uint32_t events);

private:
    enum class Phase { Connecting, Open, Closed };

    void finishConnecting();
    bool send(QByteArrayView &bytes);
    void sendWaiting();
    std::uint32_t wantedEvents() const;
    void updateEvents();

    EpollSet &m_set;
    StreamUser &m_user;
    const int m_descriptor;
    Phase m_phase;
    bool m_isReading = true;
    bool m_isOver = false; ///< the peer has sent its last byte, or the connection broke
    int m_error = 0; ///< errno
    QByteArray m_unsent;
    qsizetype m_sent = 0; ///< bytes at the front of m_unsent that the system has
    std::uint32_t m_events = 0; ///< what the set knows that we want
    const EpollSet::Id m_id;
};

} // namespace core::sockets
