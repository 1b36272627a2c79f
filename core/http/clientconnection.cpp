// SPDX-License-Identifier: Apache-2.0
#include "core/http/clientconnection.h"

#include "core/http/callanswer.h"
#include "core/http/originpool.h"
#include "core/http/requestwriter.h"
#include "core/http/tls.h"

namespace core::http {

ClientShared::ClientShared(ClientOptions given)
    : options(std::move(given))
    , rules(options.forbiddenEndpoints)
    , streams(options.streams ? options.streams : sockets::makeSystemStreams())
{ }

const QSslConfiguration &ClientShared::tls()
{
    if (!m_tls)
        m_tls = tlsConfiguration(options.caCertificateFiles);
    return *m_tls;
}

ClientConnection::ClientConnection(ClientShared &shared, OriginPool &pool)
    : m_shared(shared)
    , m_pool(pool)
    , m_parser(shared.options.bodyBytesMax)
{ }

void ClientConnection::open(CallPtr call, QList<QHostAddress> addresses)
{
    m_call = std::move(call);
    m_isTls = m_call->request.url.isTls;
    m_addresses = std::move(addresses);
    connectNext();
}

/// Tries the addresses in turn until one can at least be tried.
void ClientConnection::connectNext()
{
    const sockets::Peer peer = peerOf(m_call->request.url, m_addresses.takeFirst());
    auto stream = m_shared.streams->connect(peer, m_isTls ? &m_shared.tls() : nullptr, *this);
    if (stream.ok())
        m_stream = std::move(*stream);
    else
        connectFailed({.isTls = false, .text = stream.error().detail});
}

void ClientConnection::connected()
{
    m_phase = Phase::Busy;
    if (!writeRequest())
        fail(failedAnswer(ClientAnswer::Outcome::Broken, m_stream->errorText(), false));
}

void ClientConnection::connectFailed(const sockets::ConnectFailure &failure)
{
    if (failure.isTls || m_addresses.isEmpty())
        return fail(connectFailure(failure));
    connectNext();
}

bool ClientConnection::start(CallPtr &call)
{
    if (!isStillOpen())
        return close(), false;
    m_call = std::move(call);
    m_phase = Phase::Busy;
    if (writeRequest())
        return true;
    call = std::move(m_call);
    return close(), false;
}

/// A close by the peer that was not noticed yet shows here. Not asked again within one tick: a read costs as much as
/// half a write.
bool ClientConnection::isStillOpen()
{
    if (m_phase != Phase::Idle)
        return false;
    if (m_idleSince == m_shared.now)
        return true;
    char unexpected = 0;
    return m_stream->read(&unexpected, 1) == 0;
}

/// False when not a single byte was taken by the system.
bool ClientConnection::writeRequest()
{
    m_parser.start(m_call->request.method == "HEAD");
    m_shared.writeBuffer.resize(0);
    appendRequest(m_shared.writeBuffer, m_call->request);
    return m_stream->write(m_shared.writeBuffer);
}

void ClientConnection::readable()
{
    while (m_phase == Phase::Busy || m_phase == Phase::Idle) {
        const qint64 got = m_stream->read(m_shared.readBuffer.data(), m_shared.readBuffer.size());
        if (got < 0)
            return peerClosed();
        if (got == 0)
            return;
        if (m_phase == Phase::Idle)
            return close(); // nobody asked: 408 of a server that gives up waiting, or not HTTP
        take(QByteArrayView(m_shared.readBuffer.constData(), qsizetype(got)));
        if (!m_isTls)
            return; // what is left in the system makes the socket speak again; what QSslSocket has decrypted does not
    }
}

void ClientConnection::take(QByteArrayView data)
{
    if (m_parser.feed(data) != ResponseParser::State::Reading)
        settle();
}

/// No longer connected, or the peer has sent its last byte.
void ClientConnection::peerClosed()
{
    if (m_phase == Phase::Closed)
        return;
    if (!m_call)
        return close();
    if (!m_stream->isBroken())
        m_parser.feedEnd();
    settle(); // an answer that lasts until the close, and ends by a reset, was cut off
}

/// The answer is complete, or never will be. The connection is put in order first: done may send the next request.
void ClientConnection::settle()
{
    CallPtr call = std::move(m_call);
    ClientAnswer answer = toAnswer(m_parser);
    const bool isReusable = m_parser.keepsAlive() && m_stream->isOpen();
    if (isReusable) {
        m_phase = Phase::Idle;
        m_idleSince = m_shared.now;
        m_pool.connectionIsFree(*this);
    } else {
        close();
    }
    m_shared.finish(std::move(call), std::move(answer));
}

void ClientConnection::fail(ClientAnswer &&answer)
{
    m_shared.finishLater(std::move(m_call), std::move(answer));
    close();
}

void ClientConnection::close()
{
    if (std::exchange(m_phase, Phase::Closed) == Phase::Closed)
        return;
    if (m_stream)
        m_stream->abort();
    m_pool.connectionIsClosed(*this);
}

void ClientConnection::checkDeadline()
{
    if (m_call && m_shared.now >= m_call->deadline)
        fail(timedOut(m_phase == Phase::Busy));
    else if (m_phase == Phase::Idle && m_shared.now - m_idleSince >= m_shared.options.idleTimeout)
        close();
}

} // namespace core::http
