// SPDX-License-Identifier: Apache-2.0
#include "core/http/callanswer.h"
#include "core/http/client.h"
#include "core/http/endpointrules.h"
#include "core/http/requestwriter.h"
#include "core/http/tls.h"
#include "core/sockets/qtsocket.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QHostInfo>
#include <QSslSocket>
#include <QThread>
#include <QThreadPool>

#include <future>
#include <optional>

namespace core::http {

using Outcome = ClientAnswer::Outcome;

namespace {

constexpr qsizetype blockingBufferBytes = 16 * 1024;

int millisecondsLeft(const QDeadlineTimer &deadline)
{
    return int(qMin(deadline.remainingTime(), qint64(std::numeric_limits<int>::max())));
}

/// Nothing where the resolver does not answer in time: it has no time-out of ours, so it is asked on a thread of the
/// pool.
std::optional<QList<QHostAddress>> lookUp(const QString &host, const QDeadlineTimer &deadline)
{
    if (const QHostAddress literal(host); !literal.isNull())
        return QList{literal};
    auto promise = std::make_shared<std::promise<QList<QHostAddress>>>();
    std::future<QList<QHostAddress>> found = promise->get_future();
    QThreadPool::globalInstance()->start(
        [promise, host] { promise->set_value(QHostInfo::fromName(host).addresses()); });
    if (found.wait_for(std::chrono::milliseconds(millisecondsLeft(deadline))) != std::future_status::ready)
        return std::nullopt;
    return found.get();
}

} // namespace

class BlockingClient::Private
{
public:
    explicit Private(ClientOptions options)
        : m_options(std::move(options))
        , m_rules(m_options.forbiddenEndpoints)
        , m_parser(m_options.bodyBytesMax)
    { }

    ClientAnswer send(const ClientRequest &request);

private:
    bool isConnectedTo(const Url &url);
    std::optional<ClientAnswer> connectTo(const Url &url, const QDeadlineTimer &deadline);
    bool waitForConnection(const Url &url, const QHostAddress &address, const QDeadlineTimer &deadline);
    ClientAnswer exchange(const ClientRequest &request, const QDeadlineTimer &deadline);
    bool waitForAnswer(const QDeadlineTimer &deadline);
    void close();
    const QSslConfiguration &tls();

    const ClientOptions m_options;
    const EndpointRules m_rules;
    ResponseParser m_parser;
    std::optional<QSslConfiguration> m_tls;
    std::unique_ptr<QTcpSocket> m_socket;
    std::optional<sockets::ConnectionEnd> m_end; ///< of m_socket
    QByteArray m_origin; ///< that m_socket is connected to
};

ClientAnswer BlockingClient::Private::send(const ClientRequest &request)
{
    if (const QString fault = requestFault(request); !fault.isEmpty())
        return failedAnswer(Outcome::Cancelled, fault, false);
    const QDeadlineTimer deadline(request.timeout);
    if (!isConnectedTo(request.url)) {
        if (auto failure = connectTo(request.url, deadline))
            return *failure;
    }
    ClientAnswer answer = exchange(request, deadline);
    if (answer.outcome != Outcome::Answered || !m_parser.keepsAlive() || m_socket->bytesToWrite() > 0)
        close();
    return answer;
}

/// The kept connection is for this origin and thread, and the peer has neither closed it nor said anything unasked.
bool BlockingClient::Private::isConnectedTo(const Url &url)
{
    return m_socket && m_origin == url.origin() && m_socket->thread() == QThread::currentThread()
        && m_socket->state() == QAbstractSocket::ConnectedState && m_socket->bytesAvailable() == 0
        && !m_socket->waitForReadyRead(0) && m_socket->state() == QAbstractSocket::ConnectedState;
}

/// Nothing when connected; else how the call ends.
std::optional<ClientAnswer> BlockingClient::Private::connectTo(const Url &url, const QDeadlineTimer &deadline)
{
    const auto found = lookUp(QString::fromLatin1(url.host), deadline);
    if (!found)
        return timedOut(false);
    if (found->isEmpty())
        return nameNotFound();
    const QList<QHostAddress> addresses = m_rules.allowed(*found, url.port);
    for (const QHostAddress &address : addresses) {
        if (waitForConnection(url, address, deadline))
            return std::nullopt;
        if (deadline.hasExpired())
            return timedOut(false);
    }
    return addresses.isEmpty() ? forbiddenEndpoint() : connectFailure(sockets::connectFailureOf(*m_socket));
}

bool BlockingClient::Private::waitForConnection(const Url &url, const QHostAddress &address,
                                                const QDeadlineTimer &deadline)
{
    close();
    const sockets::Peer peer = peerOf(url, address);
    m_socket = sockets::makeQtSocket(peer, url.isTls ? &tls() : nullptr);
    m_origin = url.origin();
    sockets::connectQtSocket(*m_socket, peer);
    const int left = millisecondsLeft(deadline);
    auto *secure = qobject_cast<QSslSocket *>(m_socket.get());
    if (secure ? !secure->waitForEncrypted(left) : !m_socket->waitForConnected(left))
        return false;
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_end.emplace(*m_socket);
    return true;
}

ClientAnswer BlockingClient::Private::exchange(const ClientRequest &request, const QDeadlineTimer &deadline)
{
    QByteArray bytes;
    appendRequest(bytes, request);
    m_parser.start(request.method == "HEAD");
    m_socket->write(bytes);
    return waitForAnswer(deadline) ? toAnswer(m_parser) : timedOut(true);
}

/// False when the time is over first.
bool BlockingClient::Private::waitForAnswer(const QDeadlineTimer &deadline)
{
    char buffer[blockingBufferBytes];
    while (m_parser.state() == ResponseParser::State::Reading) {
        if (m_socket->bytesAvailable() == 0 && !m_socket->waitForReadyRead(millisecondsLeft(deadline))) {
            if (deadline.hasExpired())
                return false;
            if (m_end->wasCut(*m_socket))
                return true; // an answer that lasts until the close, and ends by a reset, was cut off
            m_parser.feedEnd();
        }
        const qint64 got = m_socket->read(buffer, sizeof buffer);
        if (got > 0)
            m_parser.feed(QByteArrayView(buffer, qsizetype(got)));
    }
    return true;
}

void BlockingClient::Private::close()
{
    m_socket.reset();
    m_end.reset();
}

const QSslConfiguration &BlockingClient::Private::tls()
{
    if (!m_tls)
        m_tls = tlsConfiguration(m_options.caCertificateFiles);
    return *m_tls;
}

BlockingClient::BlockingClient(ClientOptions options) : d(std::make_unique<Private>(std::move(options))) { }

BlockingClient::~BlockingClient() = default;

ClientAnswer BlockingClient::send(const ClientRequest &request)
{
    QElapsedTimer clock;
    clock.start();
    ClientAnswer answer = d->send(request);
    answer.elapsed = std::chrono::milliseconds(clock.elapsed());
    return answer;
}

} // namespace core::http
