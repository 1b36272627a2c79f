// SPDX-License-Identifier: Apache-2.0
#include "core/http/responsewriter.h"

#include "core/base/byteappender.h"
#include "core/http/log.h"

#include <QDateTime>
#include <QLocale>

#include <http_parser.h>

namespace core::http {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype responseHeadBytes = 256;

void appendStatusLine(ByteAppender &out, int status)
{
    if (status == 200)
        return out.bytes("HTTP/1.1 200 OK\r\n");
    out.bytes("HTTP/1.1 ");
    out.number(status);
    out.byte(' ');
    out.bytes(http_status_str(http_status(status)));
    out.bytes("\r\n");
}

void appendHeader(ByteAppender &out, QByteArrayView name, QByteArrayView value)
{
    out.bytes(name);
    out.bytes(": ");
    out.bytes(value);
    out.bytes("\r\n");
}

bool hasLineBreak(QByteArrayView text)
{
    return text.contains('\r') || text.contains('\n') || text.contains('\0');
}

void appendFurtherHeaders(ByteAppender &out, const Headers &headers)
{
    for (const Header &header : headers) {
        if (hasLineBreak(header.name) || hasLineBreak(header.value))
            qCWarning(lcHttp) << "answer_header_dropped reason=line_break";
        else
            appendHeader(out, header.name, header.value);
    }
}

/// 1xx, 204 and 304 never carry a body (RFC 9110 §6.4.1).
bool mayHaveBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

void appendBodyHeaders(ByteAppender &out, const Response &response)
{
    if (!response.contentType.isEmpty() && !hasLineBreak(response.contentType))
        appendHeader(out, "Content-Type", response.contentType);
    out.bytes("Content-Length: ");
    out.number(response.body.size());
    out.bytes("\r\n");
}

} // namespace

void appendResponse(QByteArray &to, const Response &response, QByteArrayView date, AnswerFraming framing)
{
    ByteAppender out(to, responseHeadBytes + response.body.size());
    appendStatusLine(out, response.status);
    if (!date.isEmpty())
        appendHeader(out, "Date", date);
    if (mayHaveBody(response.status))
        appendBodyHeaders(out, response);
    appendFurtherHeaders(out, response.headers);
    if (!framing.keepsAlive)
        out.bytes("Connection: close\r\n");
    else if (framing.isHttp10)
        out.bytes("Connection: keep-alive\r\n");
    out.bytes("\r\n");
    if (mayHaveBody(response.status) && !framing.isBodyLeftOut)
        out.bytes(response.body);
}

QByteArray httpDate()
{
    return QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace core::http
