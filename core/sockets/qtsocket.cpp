// SPDX-License-Identifier: Apache-2.0
#include "core/sockets/qtsocket.h"

#include <QNetworkProxy>
#include <QSslSocket>

namespace core::sockets {

using namespace Qt::StringLiterals;

std::unique_ptr<QTcpSocket> makeQtSocket(const Peer &peer, const QSslConfiguration *tls)
{
    std::unique_ptr<QTcpSocket> socket;
    if (peer.tlsName.isEmpty()) {
        socket = std::make_unique<QTcpSocket>();
    } else {
        auto secure = std::make_unique<QSslSocket>();
        secure->setSslConfiguration(*tls);
        socket = std::move(secure);
    }
    socket->setProxy(QNetworkProxy::NoProxy);
    return socket;
}

void connectQtSocket(QTcpSocket &socket, const Peer &peer)
{
    if (auto *secure = qobject_cast<QSslSocket *>(&socket))
        secure->connectToHostEncrypted(peer.address.toString(), peer.port, peer.tlsName);
    else
        socket.connectToHost(peer.address, peer.port);
}

ConnectFailure connectFailureOf(const QTcpSocket &socket)
{
    const auto *secure = qobject_cast<const QSslSocket *>(&socket);
    const QAbstractSocket::SocketError error = socket.error();
    const bool neverConnected = error == QAbstractSocket::ConnectionRefusedError
        || error == QAbstractSocket::NetworkError || error == QAbstractSocket::SocketTimeoutError;
    if (!secure || neverConnected)
        return {.isTls = false, .text = socket.errorString()};
    QStringList texts;
    for (const QSslError &fault : secure->sslHandshakeErrors())
        texts.append(fault.errorString());
    return {.isTls = true, .text = texts.isEmpty() ? socket.errorString() : texts.join(u"; "_s)};
}

} // namespace core::sockets
