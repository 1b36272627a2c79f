// SPDX-License-Identifier: Apache-2.0
#include "core/http/accessrules.h"

#include <QNetworkInterface>

#include <algorithm>

namespace core::http {

namespace {

bool isPort(QByteArrayView text)
{
    return text.size() <= 5 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool sameText(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

/// Takes as long for a near miss as for a far one, so that the token cannot be guessed byte by byte.
bool equalInConstantTime(QByteArrayView given, QByteArrayView right)
{
    unsigned difference = given.size() == right.size() ? 0 : 1;
    for (qsizetype i = 0; i < given.size(); ++i)
        difference |= unsigned(uchar(given[i]) ^ uchar(right[i % right.size()]));
    return difference == 0;
}

/// Host as sent, without the default port of the scheme.
QByteArrayView withoutDefaultPort(QByteArrayView authority, QByteArrayView defaultPort)
{
    return authority.endsWith(defaultPort) ? authority.chopped(defaultPort.size()) : authority;
}

/// Whether an Origin header names the very server that the Host header names: same host, same port.
bool isSameOrigin(QByteArrayView origin, QByteArrayView host)
{
    const bool isTls = origin.startsWith("https://");
    if (!isTls && !origin.startsWith("http://"))
        return false;
    const QByteArrayView defaultPort = isTls ? ":443" : ":80";
    const QByteArrayView authority = origin.sliced(isTls ? 8 : 7);
    return sameText(withoutDefaultPort(authority, defaultPort), withoutDefaultPort(host, defaultPort));
}

/// Browsers name no Origin with what a page loads by a link, an image say, but tell there that it comes from elsewhere
/// (Fetch Metadata); and some of dtm's routes change something by a GET.
bool isOfAnotherSite(const Headers &headers)
{
    const QByteArrayView site = headerValue(headers, "Sec-Fetch-Site");
    return !site.isEmpty() && !sameText(site, "same-origin") && !sameText(site, "none");
}

} // namespace

QByteArrayView hostWithoutPort(QByteArrayView hostHeader)
{
    const bool isBracketed = hostHeader.startsWith('[');
    const qsizetype hostEnd = isBracketed ? hostHeader.indexOf(']') + 1 : hostHeader.indexOf(':');
    if (isBracketed && hostEnd == 0)
        return {};
    const QByteArrayView host = hostEnd < 0 ? hostHeader : hostHeader.first(hostEnd);
    const QByteArrayView rest = hostHeader.sliced(host.size());
    if (!rest.isEmpty() && (rest.front() != ':' || !isPort(rest.sliced(1))))
        return {};
    return isBracketed ? host.sliced(1, host.size() - 2) : host;
}

AccessRules::AccessRules(QHostAddress listened, QList<QByteArray> allowedHosts, QByteArray token)
    : m_listened(std::move(listened))
    , m_allowedHosts(std::move(allowedHosts))
    , m_token(std::move(token))
{ }

std::optional<Refusal> AccessRules::judge(const Request &request, bool isHttp10) const
{
    if (auto refusal = judgeHost(request, isHttp10))
        return refusal;
    const QByteArrayView origin = headerValue(request.headers, "Origin");
    const bool isForeign = !origin.isEmpty() && !isSameOrigin(origin, headerValue(request.headers, "Host"));
    if (isForeign || isOfAnotherSite(request.headers))
        return Refusal{403, "requests from web pages of another origin are refused"};
    if (!m_token.isEmpty() && !hasToken(headerValue(request.headers, "Authorization")))
        return Refusal{401,
                       "a token is needed: send Authorization: Bearer TOKEN, or http://TOKEN@host in the URL",
                       {{"WWW-Authenticate", "Bearer, Basic realm=\"checkback\""}}};
    return std::nullopt;
}

std::optional<Refusal> AccessRules::judgeHost(const Request &request, bool isHttp10) const
{
    const Header *host = nullptr;
    for (const Header &header : request.headers) {
        if (!sameText(header.name, "Host"))
            continue;
        if (host)
            return Refusal{400, "Host stands more than once"};
        host = &header;
    }
    if (!host && isHttp10)
        return std::nullopt;
    if (!host || host->value.isEmpty())
        return Refusal{400, "the Host header is missing: it has to name this server"};
    if (host->value == m_lastAccepted)
        return std::nullopt;
    if (!isOurHost(host->value))
        return Refusal{403, "Host is not a name of this server; use a loopback name, or start it with --allowed-host"};
    m_lastAccepted = host->value;
    return std::nullopt;
}

bool AccessRules::isOurHost(QByteArrayView hostHeader) const
{
    const QByteArrayView host = hostWithoutPort(hostHeader);
    if (host.isEmpty())
        return false;
    if (sameText(host, "localhost"))
        return true;
    const auto isThisHost = [host](const QByteArray &name) { return sameText(host, name); };
    if (std::any_of(m_allowedHosts.begin(), m_allowedHosts.end(), isThisHost))
        return true;
    const QHostAddress address(QString::fromLatin1(host));
    return !address.isNull() && isOurAddress(address);
}

bool AccessRules::isOurAddress(const QHostAddress &address) const
{
    if (address.isLoopback() || address == m_listened)
        return true;
    const bool listensOnAll =
        m_listened == QHostAddress::AnyIPv4 || m_listened == QHostAddress::AnyIPv6 || m_listened == QHostAddress::Any;
    return listensOnAll && QNetworkInterface::allAddresses().contains(address);
}

bool AccessRules::hasToken(QByteArrayView authorization) const
{
    const qsizetype space = authorization.indexOf(' ');
    if (space < 0)
        return false;
    const QByteArrayView scheme = authorization.first(space);
    const QByteArrayView credentials = authorization.sliced(space + 1).trimmed();
    if (sameText(scheme, "Bearer"))
        return equalInConstantTime(credentials, m_token);
    if (!sameText(scheme, "Basic"))
        return false;
    const QByteArray userAndPassword = QByteArray::fromBase64(credentials.toByteArray());
    const qsizetype colon = userAndPassword.indexOf(':');
    return equalInConstantTime(QByteArrayView(userAndPassword).first(colon < 0 ? userAndPassword.size() : colon),
                               m_token);
}

} // namespace core::http
