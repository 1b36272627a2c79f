// SPDX-License-Identifier: Apache-2.0
#include "core/http/message.h"

namespace core::http {

namespace {

/// Undoes form encoding: '+' is a space, %XX a byte.
QByteArray formDecoded(QByteArrayView text)
{
    return QByteArray::fromPercentEncoding(text.toByteArray().replace('+', ' '));
}

/// Takes the part before the next `separator` off the front of `rest`.
QByteArrayView takeUntil(QByteArrayView &rest, char separator)
{
    const qsizetype end = rest.indexOf(separator);
    const QByteArrayView part = end < 0 ? rest : rest.first(end);
    rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
    return part;
}

} // namespace

QByteArrayView headerValue(const Headers &headers, QByteArrayView name)
{
    for (const Header &header : headers) {
        if (isNamed(header, name))
            return header.value;
    }
    return {};
}

QByteArray Request::queryValue(QByteArrayView name) const
{
    QByteArrayView rest = query;
    while (!rest.isEmpty()) {
        QByteArrayView value = takeUntil(rest, '&');
        if (formDecoded(takeUntil(value, '=')) == name)
            return formDecoded(value);
    }
    return {};
}

} // namespace core::http
