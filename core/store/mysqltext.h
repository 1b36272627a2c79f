// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/byteappender.h"
#include "core/store/sqlconnection.h"

#include <utility>

namespace core::store {

/// Text of statements in the making. Values go into it as numbers and x'…' literals only, so that nothing that came
/// from outside can be read as SQL.
class SqlText final
{
public:
    /// Appends to text, which is whole when this goes. room: how many bytes will likely come.
    SqlText(QByteArray &text, qsizetype room) : m_text(text, room) { }

    SqlText &sql(QByteArrayView words);
    SqlText &number(std::int64_t value);
    SqlText &bytes(QByteArrayView value);
    SqlText &bytesOrNull(QByteArrayView value); ///< NULL when empty
    SqlText &time(const std::optional<TimePoint> &value); ///< NULL when there is none

private:
    ByteAppender m_text;
};

/// What write(SqlText &) writes.
template<typename Write> QByteArray sqlText(qsizetype room, const Write &write)
{
    QByteArray text;
    {
        SqlText to(text, room);
        write(to);
    }
    return text;
}

/// Appends values one behind the other, parted by commas.
class ValueList final
{
public:
    explicit ValueList(SqlText &text) : m_text(text) { }

    ValueList &number(std::int64_t value)
    {
        return next([&] { m_text.number(value); });
    }
    ValueList &bytes(QByteArrayView value)
    {
        return next([&] { m_text.bytes(value); });
    }
    ValueList &bytesOrNull(QByteArrayView value)
    {
        return next([&] { m_text.bytesOrNull(value); });
    }
    ValueList &time(const std::optional<TimePoint> &value)
    {
        return next([&] { m_text.time(value); });
    }

private:
    template<typename Append> ValueList &next(const Append &append)
    {
        if (!std::exchange(m_isFirst, false))
            m_text.sql(",");
        append();
        return *this;
    }

    SqlText &m_text;
    bool m_isFirst = true;
};

/// sql with each '?' replaced by the value at its place.
QByteArray withValues(const QByteArray &sql, const std::vector<SqlValue> &values);

} // namespace core::store
