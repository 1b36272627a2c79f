// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/refusal.h"

#include <QHostAddress>

#include <optional>

namespace core::http {

/// Who may talk to the server, judged from a request's headers alone: Host (against DNS rebinding), Origin (against web
/// pages of others) and, where one is set, the token. Rules of RELIABILITY, "Security by default".
class AccessRules final
{
public:
    /// `listened` is an address to accept as Host; for 0.0.0.0 and :: all addresses of this machine are.
    AccessRules(QHostAddress listened, QList<QByteArray> allowedHosts, QByteArray token);

    /// Nothing when the request is welcome; else 400, 401 or 403.
    std::optional<Refusal> judge(const Request &request, bool isHttp10) const;

private:
    std::optional<Refusal> judgeHost(const Request &request, bool isHttp10) const;
    bool isOurHost(QByteArrayView hostHeader) const;
    bool isOurAddress(const QHostAddress &address) const;
    bool hasToken(QByteArrayView authorization) const;

    QHostAddress m_listened;
    QList<QByteArray> m_allowedHosts;
    QByteArray m_token;
    mutable QByteArray m_lastAccepted; ///< almost every request carries the same Host: one comparison then
};

/// The host of a Host header, without port and brackets; an empty view when it is malformed.
QByteArrayView hostWithoutPort(QByteArrayView hostHeader);

} // namespace core::http
