// SPDX-License-Identifier: Apache-2.0
#include "core/sockets/qtsocket.h"

#include <QNetworkProxy>
#include <QSslSocket>

namespace core::sockets {

using namespace Qt::StringLiterals;

namespace {

constexpr char endWasSaid[] = "endWasSaid";

/// It is told of before the end itself, from within the socket's reading.
void noteCloseNotify(QSslSocket &socket)
{
    QObject::connect(&socket, &QSslSocket::alertReceived, &socket,
                     [&socket](QSsl::AlertLevel, QSsl::AlertType type, const QString &) {
                         if (type == QSsl::AlertType::CloseNotify)
                             socket.setProperty(endWasSaid, true);
                     });
}

} // namespace

std::unique_ptr<QTcpSocket> makeQtSocket(const Peer &peer, const QSslConfiguration *tls)
{
    std::unique_ptr<QTcpSocket> socket;
    if (peer.tlsName.isEmpty()) {
        socket = std::make_unique<QTcpSocket>();
    } else {
        auto secure = std::make_unique<QSslSocket>();
        secure->setSslConfiguration(*tls);
        noteCloseNotify(*secure);
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

ConnectionEnd::ConnectionEnd(const QTcpSocket &connected)
{
    if (!qobject_cast<const QSslSocket *>(&connected))
        m_witness.emplace(connected.socketDescriptor());
}

bool ConnectionEnd::wasCut(const QTcpSocket &over) const
{
    if (m_witness)
        return m_witness->sawReset();
    return QSslSocket::isFeatureSupported(QSsl::SupportedFeature::Alerts) && !over.property(endWasSaid).toBool();
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
