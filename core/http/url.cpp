// SPDX-License-Identifier: Apache-2.0
#include "core/http/url.h"

#include "core/base/byteappender.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace core::http {

using namespace Qt::StringLiterals;

namespace {

/// Host and port as they stand between "//" and the path.
struct Authority
{
    QByteArrayView host;
    QByteArrayView port; ///< digits; empty when none is given
    bool hasPort = false;
    bool isBracketed = false;
};

quint16 defaultPort(bool isTls)
{
    return isTls ? 443 : 80;
}

constexpr std::array<bool, 256> unreservedBytes()
{
    std::array<bool, 256> table{};
    for (unsigned c = 0; c < table.size(); ++c) {
        table[c] = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.'
            || c == '_' || c == '~';
    }
    return table;
}

bool isUnreserved(char c)
{
    static constexpr std::array<bool, 256> table = unreservedBytes();
    return table[uchar(c)];
}

bool isControlOrSpace(char c)
{
    return uchar(c) <= 0x20 || uchar(c) == 0x7f;
}

QByteArrayView takeAuthority(QByteArrayView &rest)
{
    const auto end = std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?' || c == '#'; });
    const QByteArrayView authority = rest.first(end - rest.begin());
    rest = rest.sliced(authority.size());
    return authority;
}

Authority splitAuthority(QByteArrayView text)
{
    Authority authority;
    authority.isBracketed = text.startsWith('[');
    const qsizetype colon = authority.isBracketed ? text.indexOf("]:") + 1 : text.indexOf(':');
    authority.hasPort = authority.isBracketed ? colon > 0 : colon >= 0;
    authority.host = authority.hasPort ? text.first(colon) : text;
    if (authority.hasPort)
        authority.port = text.sliced(colon + 1);
    if (authority.isBracketed && authority.host.endsWith(']'))
        authority.host = authority.host.sliced(1, authority.host.size() - 2);
    return authority;
}

bool readPort(QByteArrayView digits, quint16 &port)
{
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), port);
    return error == std::errc() && end == digits.end() && port != 0;
}

/// What is wrong with a host, or nothing: a name of letters, digits, '-', '.', '_', or an IPv6 address in brackets.
QString hostFault(const Authority &authority)
{
    const QHostAddress address(QString::fromLatin1(authority.host));
    if (authority.host.isEmpty())
        return u"names no host"_s;
    if (authority.isBracketed && (address.protocol() != QAbstractSocket::IPv6Protocol || authority.host.contains('%')))
        return u"has no valid IPv6 address between the brackets"_s;
    if (!authority.isBracketed && !std::all_of(authority.host.begin(), authority.host.end(), isUnreserved))
        return u"has a host with characters other than letters, digits, '-', '.' and '_' (write other names in punycode)"_s;
    if (!address.isNull() && isForbiddenAddress(address))
        return u"points to a link-local, metadata, multicast or unspecified address, which is never called"_s;
    return {};
}

QByteArray targetOf(QByteArrayView rest)
{
    const qsizetype fragment = rest.indexOf('#');
    const QByteArrayView target = fragment < 0 ? rest : rest.first(fragment);
    return target.startsWith('/') ? target.toByteArray() : QByteArray("/").append(target);
}

bool isForbiddenIpv4(quint32 address)
{
    const auto isWithin = [address](quint32 network, int bits) {
        return address >> (32 - bits) == network >> (32 - bits);
    };
    return isWithin(0x00000000, 8) || isWithin(0xA9FE0000, 16) // "this network"; link-local with most clouds' metadata
        || isWithin(0xE0000000, 4) || address == 0xFFFFFFFF // multicast; broadcast
        || address == 0x646464C8; // 100.100.100.200: Alibaba Cloud's metadata
}

/// IPv4 written as IPv6: mapped ::ffff:a.b.c.d, compatible ::a.b.c.d, NAT64 64:ff9b::a.b.c.d.
bool carriesIpv4(const Q_IPV6ADDR &bytes)
{
    const auto startsWith = [&bytes](std::initializer_list<quint8> prefix) {
        return std::equal(prefix.begin(), prefix.end(), bytes.c);
    };
    return startsWith({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}) || startsWith({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})
        || startsWith({0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0});
}

bool isForbiddenIpv6(const Q_IPV6ADDR &bytes)
{
    const bool isLinkLocal = bytes[0] == 0xfe && (bytes[1] & 0xc0) == 0x80;
    const bool isMulticast = bytes[0] == 0xff;
    return isLinkLocal || isMulticast || QHostAddress(bytes) == QHostAddress(u"fd00:ec2::254"_s);
}

void appendPercentEncoded(ByteAppender &out, QByteArrayView text)
{
    static constexpr char digits[] = "0123456789ABCDEF";
    if (std::all_of(text.begin(), text.end(), isUnreserved))
        return out.bytes(text);
    for (const char c : text) {
        if (isUnreserved(c)) {
            out.byte(c);
            continue;
        }
        out.byte('%');
        out.byte(digits[uchar(c) >> 4]);
        out.byte(digits[uchar(c) & 15]);
    }
}

using NamesAndValues = std::initializer_list<std::pair<QByteArrayView, QByteArrayView>>;

void appendWithQuery(ByteAppender &&out, QByteArrayView target, NamesAndValues pairs)
{
    out.bytes(target);
    const qsizetype mark = target.indexOf('?');
    bool needsSeparator = mark >= 0 && mark + 1 < target.size() && !target.endsWith('&');
    for (const auto &[name, value] : pairs) {
        if (mark < 0 && out.size() == target.size())
            out.byte('?');
        if (std::exchange(needsSeparator, true))
            out.byte('&');
        appendPercentEncoded(out, name);
        out.byte('=');
        appendPercentEncoded(out, value);
    }
}

} // namespace

QByteArray Url::hostHeader() const
{
    QByteArray header = host.contains(':') ? QByteArray("[").append(host).append(']') : host;
    if (port != defaultPort(isTls))
        header.append(':').append(QByteArray::number(port));
    return header;
}

QByteArray Url::origin() const
{
    const bool isIpv6 = host.contains(':');
    return QByteArray(isTls ? "https://" : "http://")
        .append(isIpv6 ? "[" : "")
        .append(host)
        .append(isIpv6 ? "]:" : ":")
        .append(QByteArray::number(port));
}

Result<Url> Url::parse(QByteArrayView text, const QByteArray &field)
{
    const auto invalid = [&field](const QString &what) {
        return Error::invalid(field, QString::fromUtf8(field) + u' ' + what);
    };
    if (std::any_of(text.begin(), text.end(), isControlOrSpace))
        return invalid(u"contains a space or a control character: percent-encode it"_s);
    const qsizetype schemeEnd = text.indexOf("://");
    const QByteArrayView scheme = text.first(qMax(schemeEnd, qsizetype(0)));
    const bool isTls = scheme.compare("https", Qt::CaseInsensitive) == 0;
    if (!isTls && scheme.compare("http", Qt::CaseInsensitive) != 0)
        return invalid(u"is not an absolute URL that begins with http:// or https://"_s);

    QByteArrayView rest = text.sliced(schemeEnd + 3);
    const QByteArrayView authorityText = takeAuthority(rest);
    if (authorityText.contains('@'))
        return invalid(u"contains user info (the part before '@'): leave it out"_s);
    const Authority authority = splitAuthority(authorityText);
    if (const QString fault = hostFault(authority); !fault.isEmpty())
        return invalid(fault);
    Url url{isTls, authority.host.toByteArray().toLower(), defaultPort(isTls), targetOf(rest)};
    if (authority.hasPort && !readPort(authority.port, url.port))
        return invalid(u"has a port that is not a number from 1 to 65535"_s);
    return url;
}

bool isForbiddenAddress(const QHostAddress &address)
{
    if (address.isNull())
        return true;
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4); // also of mapped ones
    if (isIpv4)
        return isForbiddenIpv4(ipv4);
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    if (address == QHostAddress(QHostAddress::LocalHostIPv6))
        return false;
    if (carriesIpv4(bytes))
        return isForbiddenIpv4(quint32(bytes[12]) << 24 | quint32(bytes[13]) << 16 | quint32(bytes[14]) << 8
                               | bytes[15]);
    return isForbiddenIpv6(bytes);
}

QByteArray withQuery(const QByteArray &target, std::initializer_list<std::pair<QByteArrayView, QByteArrayView>> pairs)
{
    QByteArray text;
    appendWithQuery(ByteAppender(text, target.size() + 48 * qsizetype(pairs.size())), target, pairs);
    return text;
}

QByteArray percentEncoded(QByteArrayView text)
{
    QByteArray encoded;
    {
        ByteAppender out(encoded, text.size() + 16);
        appendPercentEncoded(out, text);
    }
    return encoded;
}

} // namespace core::http
