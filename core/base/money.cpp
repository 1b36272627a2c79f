// SPDX-License-Identifier: Apache-2.0
#include "core/base/money.h"

namespace core {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

Error notAnAmount(const QByteArray &field)
{
    return Error::invalid(
        field,
        QStringLiteral(
            "%1 must be a decimal number with at most two decimals and eight digits before the point, such as 30.00")
            .arg(QString::fromLatin1(field)));
}

} // namespace

Result<Money> Money::fromText(QByteArrayView text, const QByteArray &field)
{
    const bool negative = text.startsWith('-');
    QByteArrayView rest = negative ? text.sliced(1) : text;
    const qsizetype point = rest.indexOf('.');
    const QByteArrayView whole = point < 0 ? rest : rest.first(point);
    const QByteArrayView decimals = point < 0 ? QByteArrayView() : rest.sliced(point + 1);
    if (whole.isEmpty() || whole.size() > 8 || (point >= 0 && decimals.isEmpty()) || decimals.size() > 30)
        return notAnAmount(field);

    std::int64_t cents = 0;
    for (const char c : whole) {
        if (!isDigit(c))
            return notAnAmount(field);
        cents = cents * 10 + (c - '0');
    }
    for (qsizetype i = 0; i < std::max<qsizetype>(2, decimals.size()); ++i) {
        const char c = i < decimals.size() ? decimals[i] : '0';
        if (!isDigit(c) || (i >= 2 && c != '0'))
            return notAnAmount(field);
        if (i < 2)
            cents = cents * 10 + (c - '0');
    }
    return fromCents(negative ? -cents : cents);
}

QByteArray Money::toText() const
{
    const std::int64_t absolute = m_cents < 0 ? -m_cents : m_cents;
    QByteArray text = m_cents < 0 ? "-" : "";
    text += QByteArray::number(static_cast<qlonglong>(absolute / 100));
    text += '.';
    text += QByteArray::number(static_cast<qlonglong>(absolute % 100)).rightJustified(2, '0');
    return text;
}

} // namespace core
