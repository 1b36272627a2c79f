// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/sockets/endwitness.h"
#include "core/sockets/stream.h"

#include <optional>

class QTcpSocket;

namespace core::sockets {

/// A socket of Qt for connections to this peer, without proxy: a QSslSocket for TLS, which needs `tls`, else a plain
/// one.
std::unique_ptr<QTcpSocket> makeQtSocket(const Peer &peer, const QSslConfiguration *tls);

/// Starts to connect; TLS names and verifies the peer as tlsName, whatever its address.
void connectQtSocket(QTcpSocket &socket, const Peer &peer);

/// Tells how the connection of such a socket ended: by the peer's word that no more comes, or cut, by a reset, say. In
/// TLS that word is its close_notify, which nobody on the way can give; a TLS backend that does not tell of it cannot
/// show a cut. Must not outlive the socket by long: until it goes, a plain connection stays open.
class ConnectionEnd final
{
public:
    /// Of a socket that has just connected.
    explicit ConnectionEnd(const QTcpSocket &connected);

    /// Asked once the connection is over. The socket is the same.
    bool wasCut(const QTcpSocket &over) const;

private:
    std::optional<EndWitness> m_witness; ///< none for TLS
};

/// Why such a socket has not connected.
ConnectFailure connectFailureOf(const QTcpSocket &socket);

} // namespace core::sockets
