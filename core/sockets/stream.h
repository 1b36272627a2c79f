// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QHostAddress>
#include <QSslConfiguration>
#include <QString>

#include <functional>
#include <memory>

namespace core::sockets {

/// Why no connection came about, for people; English, without addresses of ours.
struct ConnectFailure
{
    bool isTls = false; ///< the peer was there, but no trusted TLS connection came about
    QString text;
};

/// Hears of one stream, on the thread that the stream lives on and never from within a call of its functions. May
/// destroy the stream in any of these.
class StreamUser
{
public:
    virtual void connected() = 0; ///< only where a stream was made by Streams::connect()
    virtual void connectFailed(const ConnectFailure &failure) = 0; ///< likewise; the stream is of no further use
    virtual void readable() = 0; ///< bytes or the end are there for read(); told again until they are taken
    virtual void written() = 0; ///< some of what waited to be sent is on its way
    virtual void lost() = 0; ///< the connection broke, and no readable() will tell of it

protected:
    ~StreamUser() = default;
};

/// The two directions of one TCP or TLS connection. Never waits. Belongs to the thread that it was made on.
class Stream
{
public:
    static constexpr qint64 over = -1;

    virtual ~Stream() = default; ///< closes at once

    /// How many bytes were read, at most max; 0: none are there now; over: none will come any more.
    virtual qint64 read(char *to, qint64 max) = 0;
    /// Takes all bytes: sends what the system takes now and the rest when it can. False: the connection is broken.
    virtual bool write(QByteArrayView bytes) = 0;
    /// Bytes taken and not yet given to the system.
    virtual qsizetype unsent() const = 0;
    /// Whether readable() is told; on at first. Off, the peer's sending stalls once the system's buffers are full.
    virtual void setReading(bool on) = 0;
    /// Tells the peer that no more bytes will come; its own can still be read.
    virtual void endSending() = 0;
    /// Closes at once; nothing is told any more.
    virtual void abort() = 0;
    /// Whether it can carry a further request: connected, nothing unsent, not known to be over.
    virtual bool isOpen() const = 0;
    /// Of a stream made by Streams::connect() that is over: whether it was cut, by a reset say, and not ended by the
    /// peer's word that no more comes. In TLS that word is its close_notify.
    virtual bool isBroken() const = 0;
    virtual QString errorText() const = 0;
};

/// Where to connect to. The address is used as it is; TLS asks for and verifies tlsName.
struct Peer
{
    QHostAddress address;
    quint16 port = 0;
    QString tlsName; ///< empty: no TLS
};

/// Makes streams on one thread. Outlives them.
class Streams
{
public:
    virtual ~Streams() = default;

    /// Has `call` run on this thread once the news that are at hand were told: work that is cheaper done once for many
    /// events. It must not outlive what it uses.
    virtual void afterEvents(std::function<void()> call) = 0;

    /// Takes the descriptor of an accepted connection over.
    virtual std::unique_ptr<Stream> accept(qintptr descriptor, StreamUser &user) = 0;
    /// connected() or connectFailed() follows, unless it failed at once. `tls` must be there where peer.tlsName is set.
    virtual Result<std::unique_ptr<Stream>> connect(const Peer &peer, const QSslConfiguration *tls,
                                                    StreamUser &user) = 0;
};

/// What serves this system best: on Linux one epoll set for all, elsewhere Qt's sockets.
std::unique_ptr<Streams> makeSystemStreams();
/// Qt's sockets, on any system.
std::unique_ptr<Streams> makeQtStreams();

} // namespace core::sockets
