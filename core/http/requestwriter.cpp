// SPDX-License-Identifier: Apache-2.0
#include "core/http/requestwriter.h"

#include "core/base/byteappender.h"

#include <algorithm>
#include <array>

namespace core::http {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype requestHeadBytes = 256;

/// Names and methods are tokens (RFC 9110 §5.6.2).
bool isToken(QByteArrayView text)
{
    constexpr QByteArrayView further = "!#$%&'*+-.^_`|~";
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [further](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || further.contains(c);
    });
}

bool isValue(QByteArrayView text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

/// Headers that belong to the connection or to the framing of the body.
bool isOurs(QByteArrayView name)
{
    static constexpr std::array<QByteArrayView, 5> ours = {"host", "content-length", "transfer-encoding", "connection",
                                                           "upgrade"};
    return std::any_of(ours.begin(), ours.end(), [name](QByteArrayView our) {
        return our.size() == name.size() && our.compare(name, Qt::CaseInsensitive) == 0;
    });
}

void appendHost(ByteAppender &out, const Url &url)
{
    const bool isIpv6 = url.host.contains(':');
    out.bytes(isIpv6 ? "Host: [" : "Host: ");
    out.bytes(url.host);
    out.bytes(isIpv6 ? "]" : "");
    if (url.port != (url.isTls ? 443 : 80)) {
        out.byte(':');
        out.number(url.port);
    }
    out.bytes("\r\n");
}

/// A body has a length; a method that usually has a body says so even when there is none (RFC 9110 §8.6).
void appendLength(ByteAppender &out, const ClientRequest &request)
{
    if (request.body.isEmpty() && (request.method == "GET" || request.method == "HEAD"))
        return;
    out.bytes("Content-Length: ");
    out.number(request.body.size());
    out.bytes("\r\n");
}

void appendHeader(ByteAppender &out, const Header &header)
{
    out.bytes(header.name);
    out.bytes(": ");
    out.bytes(header.value);
    out.bytes("\r\n");
}

} // namespace

QString requestFault(const ClientRequest &request)
{
    if (!isToken(request.method))
        return u"the method is not a word of HTTP"_s;
    for (const Header &header : request.headers) {
        if (!isToken(header.name) || !isValue(header.value))
            return u"a header has a name or a value that HTTP cannot carry"_s;
    }
    return {};
}

void appendRequest(QByteArray &to, const ClientRequest &request)
{
    ByteAppender out(to, requestHeadBytes + request.url.target.size() + request.body.size());
    out.bytes(request.method);
    out.byte(' ');
    out.bytes(request.url.target);
    out.bytes(" HTTP/1.1\r\n");
    appendHost(out, request.url);
    appendLength(out, request);
    for (const Header &header : request.headers) {
        if (!isOurs(header.name))
            appendHeader(out, header);
    }
    out.bytes("\r\n");
    out.bytes(request.body);
}

} // namespace core::http
