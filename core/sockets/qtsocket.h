// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sockets/stream.h"

class QTcpSocket;

namespace core::sockets {

/// A socket of Qt for connections to this peer, without proxy: a QSslSocket for TLS, which needs `tls`, else a plain
/// one.
std::unique_ptr<QTcpSocket> makeQtSocket(const Peer &peer, const QSslConfiguration *tls);

/// Starts to connect; TLS names and verifies the peer as tlsName, whatever its address.
void connectQtSocket(QTcpSocket &socket, const Peer &peer);

/// Why such a socket has not connected.
ConnectFailure connectFailureOf(const QTcpSocket &socket);

} // namespace core::sockets
