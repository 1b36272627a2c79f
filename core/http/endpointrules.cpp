// SPDX-License-Identifier: Apache-2.0
#include "core/http/endpointrules.h"

#include "core/http/url.h"

#include <QNetworkInterface>

#include <algorithm>

namespace core::http {

namespace {

/// An IPv4 address written as IPv6 becomes plain, so that both forms compare equal.
QHostAddress plain(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(ipv4) : address;
}

bool isWildcard(const QHostAddress &address)
{
    return address == QHostAddress::Any || address == QHostAddress::AnyIPv4 || address == QHostAddress::AnyIPv6;
}

bool isThisMachine(const QHostAddress &address)
{
    return address.isLoopback() || QNetworkInterface::allAddresses().contains(address);
}

} // namespace

EndpointRules::EndpointRules(QList<std::pair<QHostAddress, quint16>> ownEndpoints)
    : m_ownEndpoints(std::move(ownEndpoints))
{ }

bool EndpointRules::isForbidden(const QHostAddress &address, quint16 port) const
{
    if (isForbiddenAddress(address))
        return true;
    return std::any_of(m_ownEndpoints.begin(), m_ownEndpoints.end(), [&](const auto &own) {
        if (own.second == 0 || own.second != port)
            return false;
        return isWildcard(own.first) ? isThisMachine(plain(address)) : plain(own.first) == plain(address);
    });
}

QList<QHostAddress> EndpointRules::allowed(const QList<QHostAddress> &found, quint16 port) const
{
    QList<QHostAddress> rest = found;
    rest.removeIf([&](const QHostAddress &address) { return isForbidden(address, port); });
    return rest;
}

} // namespace core::http
