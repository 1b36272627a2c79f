// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/clientconnection.h"

#include <deque>
#include <vector>

namespace core::http {

/// The connections to one origin and the calls that wait for one of them, first come first served.
/// Looks the host's name up (kept for 5 s) and checks every address before it is connected to. Lives on the io thread.
class OriginPool final
{
public:
    /// Scheme, host and port of `url` make the origin.
    OriginPool(ClientShared &shared, const Url &url);
    Q_DISABLE_COPY_MOVE(OriginPool)

    void send(CallPtr call);
    /// Starts as many waiting calls as there are connections, opening further ones up to the cap.
    void pump();
    /// Ends waiting calls, calls under way and idle connections whose time is over.
    void checkDeadlines();
    /// Nothing is under way and nothing is worth keeping.
    bool isUnused() const;

    // For its connections:
    void connectionIsFree(ClientConnection &connection);
    void connectionIsClosed(ClientConnection &connection);

private:
    bool startOnIdle();
    void openConnection();
    void lookUp();
    void addressesFound(const QList<QHostAddress> &addresses);
    void failQueue(const ClientAnswer &answer);
    CallPtr takeFirst();
    bool knowsAddresses() const { return m_isLiteral || m_shared.now < m_addressesUntil; }

    ClientShared &m_shared;
    const QString m_host;
    const quint16 m_port;
    bool m_isLiteral = false; ///< the host is written as an address
    bool m_isLookingUp = false;
    QList<QHostAddress> m_addresses;
    std::chrono::milliseconds m_addressesUntil{0};
    std::deque<CallPtr> m_queue;
    std::vector<std::unique_ptr<ClientConnection>> m_connections;
    std::vector<ClientConnection *> m_idle; ///< the last one freed is used first, so that spare ones age and close
};

} // namespace core::http
