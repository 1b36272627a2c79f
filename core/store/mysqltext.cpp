// SPDX-License-Identifier: Apache-2.0
#include "core/store/mysqltext.h"

#include <array>
#include <charconv>

namespace core::store {

void appendNumber(QByteArray &text, std::int64_t value)
{
    std::array<char, 24> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    text.append(digits.data(), end - digits.data());
}

void appendBytes(QByteArray &text, QByteArrayView value)
{
    static constexpr char hexDigits[] = "0123456789ABCDEF";
    const qsizetype start = text.size();
    text.resize(start + 3 + 2 * value.size());
    char *out = text.data() + start;
    *out++ = 'x';
    *out++ = '\'';
    for (const char byte : value) {
        *out++ = hexDigits[static_cast<std::uint8_t>(byte) >> 4];
        *out++ = hexDigits[static_cast<std::uint8_t>(byte) & 15];
    }
    *out = '\'';
}

void appendTime(QByteArray &text, const std::optional<TimePoint> &value)
{
    if (value)
        return appendNumber(text, toEpochMs(*value));
    text.append("NULL");
}

void ValueList::next()
{
    if (!std::exchange(m_isFirst, false))
        m_text += ',';
}

ValueList &ValueList::number(std::int64_t value)
{
    next();
    appendNumber(m_text, value);
    return *this;
}

ValueList &ValueList::bytes(QByteArrayView value)
{
    next();
    appendBytes(m_text, value);
    return *this;
}

ValueList &ValueList::bytesOrNull(QByteArrayView value)
{
    if (!value.isEmpty())
        return bytes(value);
    next();
    m_text += "NULL";
    return *this;
}

ValueList &ValueList::time(const std::optional<TimePoint> &value)
{
    next();
    appendTime(m_text, value);
    return *this;
}

QByteArray withValues(const QByteArray &sql, const std::vector<SqlValue> &values)
{
    QByteArray text;
    auto value = values.begin();
    for (const char c : sql) {
        if (c != '?') {
            text.append(c);
            continue;
        }
        Q_ASSERT_X(value != values.end(), "withValues", "a '?' lacks its value");
        if (const auto *bytes = std::get_if<QByteArray>(&*value))
            appendBytes(text, *bytes);
        else
            appendNumber(text, std::get<std::int64_t>(*value));
        ++value;
    }
    return text;
}

} // namespace core::store
