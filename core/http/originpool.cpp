// SPDX-License-Identifier: Apache-2.0
#include "core/http/originpool.h"

#include "core/http/callanswer.h"

#include <QHostInfo>

#include <algorithm>

namespace core::http {

namespace {

constexpr std::chrono::seconds addressesKept{5};

} // namespace

OriginPool::OriginPool(ClientShared &shared, const Url &url)
    : m_shared(shared)
    , m_host(QString::fromLatin1(url.host))
    , m_port(url.port)
{
    const QHostAddress literal(m_host);
    m_isLiteral = !literal.isNull();
    if (m_isLiteral)
        m_addresses = {literal};
}

void OriginPool::send(CallPtr call)
{
    m_queue.push_back(std::move(call));
    pump();
}

void OriginPool::pump()
{
    while (!m_queue.empty()) {
        if (startOnIdle())
            continue;
        if (int(m_connections.size()) >= m_shared.options.connectionsPerOriginMax)
            return;
        if (!knowsAddresses())
            return lookUp();
        if (m_addresses.isEmpty())
            return failQueue(nameNotFound());
        openConnection();
    }
}

bool OriginPool::startOnIdle()
{
    while (!m_idle.empty()) {
        ClientConnection *connection = m_idle.back();
        m_idle.pop_back();
        CallPtr call = takeFirst();
        if (connection->start(call))
            return true;
        m_queue.push_front(std::move(call)); // closed while idle: the peer has seen nothing of the call
    }
    return false;
}

void OriginPool::openConnection()
{
    QList<QHostAddress> addresses = m_shared.rules.allowed(m_addresses, m_port);
    if (addresses.isEmpty())
        return failQueue(forbiddenEndpoint());
    m_connections.push_back(std::make_unique<ClientConnection>(m_shared, *this));
    m_connections.back()->open(takeFirst(), std::move(addresses));
}

CallPtr OriginPool::takeFirst()
{
    CallPtr call = std::move(m_queue.front());
    m_queue.pop_front();
    return call;
}

void OriginPool::lookUp()
{
    if (std::exchange(m_isLookingUp, true))
        return;
    QHostInfo::lookupHost(m_host, m_shared.context,
                          [this](const QHostInfo &info) { addressesFound(info.addresses()); });
}

void OriginPool::addressesFound(const QList<QHostAddress> &addresses)
{
    m_isLookingUp = false;
    m_addresses = addresses;
    m_addressesUntil = m_shared.time() + addressesKept;
    pump();
}

void OriginPool::failQueue(const ClientAnswer &answer)
{
    for (CallPtr &call : std::exchange(m_queue, {}))
        m_shared.finishLater(std::move(call), ClientAnswer(answer));
}

void OriginPool::connectionIsFree(ClientConnection &connection)
{
    m_idle.push_back(&connection);
    if (!m_queue.empty())
        pump();
}

void OriginPool::connectionIsClosed(ClientConnection &connection)
{
    std::erase(m_idle, &connection);
    const auto found = std::find_if(m_connections.begin(), m_connections.end(),
                                    [&](const auto &candidate) { return candidate.get() == &connection; });
    auto closed = std::move(*found);
    m_connections.erase(found);
    m_shared.bury(std::move(closed), *this);
}

void OriginPool::checkDeadlines()
{
    std::deque<CallPtr> waiting;
    for (CallPtr &call : std::exchange(m_queue, {})) {
        if (m_shared.now >= call->deadline)
            m_shared.finishLater(std::move(call), timedOut(false));
        else
            waiting.push_back(std::move(call));
    }
    m_queue = std::move(waiting);
    for (std::size_t i = m_connections.size(); i-- > 0;)
        m_connections[i]->checkDeadline(); // may remove itself
    pump();
}

bool OriginPool::isUnused() const
{
    return m_connections.empty() && m_queue.empty() && !m_isLookingUp && (m_isLiteral || !knowsAddresses());
}

} // namespace core::http
