// SPDX-License-Identifier: Apache-2.0
#include "core/sockets/qtsocket.h"

#include <QPointer>
#include <QSslSocket>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace core::sockets {

namespace {

constexpr qint64 readBufferBytes = 64 * 1024; ///< beyond, the peer's sending stalls

/// Qt has no half-close.
void shutdownSending(qintptr descriptor)
{
#ifdef Q_OS_WIN
    ::shutdown(SOCKET(descriptor), SD_SEND);
#else
    ::shutdown(int(descriptor), SHUT_WR);
#endif
}

/// A stream over a QTcpSocket or QSslSocket.
class QtStream final : public Stream
{
public:
    QtStream(StreamUser &user, std::unique_ptr<QTcpSocket> socket);
    ~QtStream() override;
    Q_DISABLE_COPY_MOVE(QtStream)

    void take(qintptr descriptor);
    void connectTo(const Peer &peer);

    qint64 read(char *to, qint64 max) override;
    bool write(QByteArrayView bytes) override;
    qsizetype unsent() const override { return qsizetype(m_socket->bytesToWrite()); }
    void setReading(bool on) override;
    void endSending() override { shutdownSending(m_socket->socketDescriptor()); }
    void abort() override;
    bool isOpen() const override;
    bool isBroken() const override { return m_end && m_end->wasCut(*m_socket); }
    QString errorText() const override { return m_socket->errorString(); }

private:
    void connected();
    void failed();
    void readable();

    StreamUser &m_user;
    std::unique_ptr<QTcpSocket> m_socket;
    std::optional<ConnectionEnd> m_end; ///< of a connection that we made
    bool m_isConnecting = false;
    bool m_isReading = true;
    bool m_isOver = false; ///< Qt tells so before the socket's state does
    bool m_isWriting = false; ///< the socket tells of written bytes from within flush()
};

QtStream::QtStream(StreamUser &user, std::unique_ptr<QTcpSocket> socket) : m_user(user), m_socket(std::move(socket))
{
    QTcpSocket *const from = m_socket.get();
    from->setReadBufferSize(readBufferBytes);
    QObject::connect(from, &QTcpSocket::readyRead, from, [this] { readable(); });
    QObject::connect(from, &QTcpSocket::errorOccurred, from, [this] { failed(); });
    QObject::connect(from, &QTcpSocket::bytesWritten, from, [this] {
        if (!m_isWriting)
            m_user.written();
    });
}

QtStream::~QtStream()
{
    abort();
    m_socket.release()->deleteLater(); // we may be in one of its signals
}

void QtStream::take(qintptr descriptor)
{
    m_socket->setSocketDescriptor(descriptor);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

void QtStream::connectTo(const Peer &peer)
{
    m_isConnecting = true;
    QTcpSocket *const socket = m_socket.get();
    if (auto *secure = qobject_cast<QSslSocket *>(socket))
        QObject::connect(secure, &QSslSocket::encrypted, secure, [this] { connected(); });
    else
        QObject::connect(socket, &QTcpSocket::connected, socket, [this] { connected(); });
    connectQtSocket(*socket, peer);
}

void QtStream::connected()
{
    m_isConnecting = false;
    m_end.emplace(*m_socket);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_user.connected();
}

void QtStream::failed()
{
    if (std::exchange(m_isConnecting, false))
        return m_user.connectFailed(connectFailureOf(*m_socket));
    m_isOver = true;
    if (!m_isReading)
        return m_user.lost();
    const QPointer<QTcpSocket> alive = m_socket.get(); // the user may destroy this stream
    while (alive && m_socket->bytesAvailable() > 0 && m_isReading) {
        const qint64 before = m_socket->bytesAvailable();
        m_user.readable();
        if (alive && m_socket->bytesAvailable() == before)
            break;
    }
    if (alive)
        m_user.readable(); // the end
}

void QtStream::readable()
{
    if (m_isReading && !m_isConnecting)
        m_user.readable();
}

qint64 QtStream::read(char *to, qint64 max)
{
    const qint64 got = m_socket->bytesAvailable() > 0 ? m_socket->read(to, max) : 0;
    if (got > 0)
        return got;
    return m_isOver || m_socket->state() != QAbstractSocket::ConnectedState ? over : 0;
}

bool QtStream::write(QByteArrayView bytes)
{
    if (m_isOver || m_socket->state() != QAbstractSocket::ConnectedState)
        return false;
    m_isWriting = true;
    const bool isTaken = m_socket->write(bytes.data(), bytes.size()) >= 0;
    m_socket->flush();
    m_isWriting = false;
    return isTaken;
}

/// Off, the socket falls silent once its buffer is full.
void QtStream::setReading(bool on)
{
    if (!std::exchange(m_isReading, on) && on && m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(
            m_socket.get(), [this] { readable(); }, Qt::QueuedConnection);
}

void QtStream::abort()
{
    m_socket->disconnect();
    m_socket->abort();
    m_end.reset();
}

bool QtStream::isOpen() const
{
    return !m_isOver && m_socket->state() == QAbstractSocket::ConnectedState && m_socket->bytesToWrite() == 0;
}

class QtStreams final : public Streams
{
public:
    void afterEvents(std::function<void()> call) override
    {
        QMetaObject::invokeMethod(&m_context, std::move(call), Qt::QueuedConnection);
    }

    std::unique_ptr<Stream> accept(qintptr descriptor, StreamUser &user) override
    {
        auto stream = std::make_unique<QtStream>(user, makeQtSocket({}, nullptr));
        stream->take(descriptor);
        return stream;
    }

    Result<std::unique_ptr<Stream>> connect(const Peer &peer, const QSslConfiguration *tls, StreamUser &user) override
    {
        auto stream = std::make_unique<QtStream>(user, makeQtSocket(peer, tls));
        stream->connectTo(peer);
        return std::unique_ptr<Stream>(std::move(stream));
    }

private:
    QObject m_context; ///< what is posted to it dies with it
};

} // namespace

std::unique_ptr<Streams> makeQtStreams()
{
    return std::make_unique<QtStreams>();
}

} // namespace core::sockets
