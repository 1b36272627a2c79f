// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHostAddress>
#include <QList>

#include <utility>

namespace core::http {

/// Which addresses are never connected to: those of isForbiddenAddress() and our own API. Asked with the address that
/// is about to be connected to, so that no name can lead around it.
class EndpointRules final
{
public:
    /// An own endpoint listening on 0.0.0.0 or :: stands for every address of this machine. Port 0 is ignored.
    explicit EndpointRules(QList<std::pair<QHostAddress, quint16>> ownEndpoints);

    bool isForbidden(const QHostAddress &address, quint16 port) const;
    /// The addresses out of `found` that may be called, in the same order.
    QList<QHostAddress> allowed(const QList<QHostAddress> &found, quint16 port) const;

private:
    QList<std::pair<QHostAddress, quint16>> m_ownEndpoints;
};

} // namespace core::http
