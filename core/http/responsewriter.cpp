// SPDX-License-Identifier: Apache-2.0
#include "core/http/responsewriter.h"

#include "core/http/appendnumber.h"

#include "core/http/log.h"

#include <QDateTime>
#include <QLocale>

#include <http_parser.h>

namespace core::http {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype responseHeadBytes = 256;

void appendStatusLine(QByteArray &out, int status)
{
    if (status == 200) {
        out.append("HTTP/1.1 200 OK\r\n");
        return;
    }
    out.append("HTTP/1.1 ");
    appendNumber(out, status);
    out.append(' ').append(http_status_str(http_status(status))).append("\r\n");
}

void appendHeader(QByteArray &out, QByteArrayView name, QByteArrayView value)
{
    out.append(name).append(": ").append(value).append("\r\n");
}

bool hasLineBreak(QByteArrayView text)
{
    return text.contains('\r') || text.contains('\n') || text.contains('\0');
}

void appendFurtherHeaders(QByteArray &out, const Headers &headers)
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

void appendBodyHeaders(QByteArray &out, const Response &response)
{
    if (!response.contentType.isEmpty() && !hasLineBreak(response.contentType))
        appendHeader(out, "Content-Type", response.contentType);
    out.append("Content-Length: ");
    appendNumber(out, response.body.size());
    out.append("\r\n");
}

} // namespace

void appendResponse(QByteArray &out, const Response &response, QByteArrayView date, AnswerFraming framing)
{
    const qsizetype needed = out.size() + responseHeadBytes + response.body.size();
    if (out.capacity() < needed)
        out.reserve(qMax(needed, 2 * out.size()));
    appendStatusLine(out, response.status);
    if (!date.isEmpty())
        appendHeader(out, "Date", date);
    if (mayHaveBody(response.status))
        appendBodyHeaders(out, response);
    appendFurtherHeaders(out, response.headers);
    if (!framing.keepsAlive)
        out.append("Connection: close\r\n");
    else if (framing.isHttp10)
        out.append("Connection: keep-alive\r\n");
    out.append("\r\n");
    if (mayHaveBody(response.status) && !framing.isBodyLeftOut)
        out.append(response.body);
}

QByteArray httpDate()
{
    return QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace core::http
