// SPDX-License-Identifier: Apache-2.0
#include "core/api/urlrules.h"

#include "core/http/endpointrules.h"
#include "core/message/branches.h"

#include <algorithm>

namespace core::api {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype topicBytesMax = 128;
constexpr qsizetype rememberedMax = 1024;
constexpr qsizetype rememberedBytesMax = 256; ///< of one URL; a longer one is likely never to come again

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

} // namespace

Status UrlRules::checkUrl(const QByteArray &url, const QByteArray &field) const
{
    if (m_accepted.contains(url))
        return Done{};
    Status status = judge(url, field);
    if (status.ok())
        remember(url);
    return status;
}

Status UrlRules::judge(const QByteArray &url, const QByteArray &field) const
{
    const Result<http::Url> parsed = http::Url::parse(url, field);
    if (!parsed.ok())
        return parsed.error();
    if (isOwnEndpoint(*parsed))
        return Error::invalid(
            field, QString::fromUtf8(field) + u" points to this coordinator itself: give the URL of a service"_s);
    return Done{};
}

Status UrlRules::checkAction(const QByteArray &action, const QByteArray &field) const
{
    constexpr QByteArrayView scheme(message::topicScheme);
    if (action.startsWith(scheme))
        return checkTopic(QByteArrayView(action).sliced(scheme.size()), field);
    return checkUrl(action, field);
}

/// The port is compared first: reading the address costs more than all the rest, and is hardly ever needed.
bool UrlRules::isOwnEndpoint(const http::Url &url) const
{
    const auto own = m_ownEndpoint();
    if (own.second == 0 || url.port != own.second)
        return false;
    const QHostAddress address(QString::fromLatin1(url.host));
    return !address.isNull() && http::EndpointRules({own}).isForbidden(address, url.port);
}

void UrlRules::remember(const QByteArray &url) const
{
    if (url.size() > rememberedBytesMax)
        return;
    if (m_accepted.size() >= rememberedMax)
        m_accepted.clear();
    m_accepted.insert(url);
}

Status checkTopic(QByteArrayView name, const QByteArray &field)
{
    const QString fieldName = QString::fromUtf8(field);
    if (name.isEmpty())
        return Error::invalid(field, fieldName + u" names no topic: give its name"_s);
    if (name.size() > topicBytesMax)
        return Error::invalid(field, fieldName + u" has a topic name of more than 128 bytes"_s);
    if (!name.isValidUtf8() || std::any_of(name.begin(), name.end(), isControl))
        return Error::invalid(field, fieldName + u" has a topic name that is not plain UTF-8 text"_s);
    return Done{};
}

} // namespace core::api
