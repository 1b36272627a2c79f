// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/http/url.h"

#include <QSet>

#include <functional>
#include <utility>

namespace core::api {

/// Which URLs a message may name (PROTOCOL §6), judged by their text alone. Names are checked again by the caller of
/// the branch, with the address that they turn out to have.
class UrlRules final
{
public:
    using OwnEndpoint = std::function<std::pair<QHostAddress, quint16>()>;

    /// ownEndpoint: our own API's address and port, which no URL may name. Port 0: none.
    explicit UrlRules(OwnEndpoint ownEndpoint) : m_ownEndpoint(std::move(ownEndpoint)) { }

    /// An http or https URL. The Invalid error names the field.
    Status checkUrl(const QByteArray &url, const QByteArray &field) const;
    /// A step's action: such a URL, or topic://NAME.
    Status checkAction(const QByteArray &action, const QByteArray &field) const;

private:
    Status judge(const QByteArray &url, const QByteArray &field) const;
    bool isOwnEndpoint(const http::Url &url) const;
    void remember(const QByteArray &url) const;

    OwnEndpoint m_ownEndpoint;
    mutable QSet<QByteArray> m_accepted; ///< services are few and named over and over: most URLs are judged once
};

/// A topic's name: 1–128 bytes of UTF-8 without control characters.
Status checkTopic(QByteArrayView name, const QByteArray &field);

} // namespace core::api
