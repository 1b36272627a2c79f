// SPDX-License-Identifier: Apache-2.0
#include "core/store/mysqltext.h"

namespace core::store {

SqlText &SqlText::sql(QByteArrayView words)
{
    m_text.bytes(words);
    return *this;
}

SqlText &SqlText::number(std::int64_t value)
{
    m_text.number(value);
    return *this;
}

SqlText &SqlText::bytes(QByteArrayView value)
{
    m_text.bytes("x'");
    m_text.hex(value);
    m_text.byte('\'');
    return *this;
}

SqlText &SqlText::bytesOrNull(QByteArrayView value)
{
    return value.isEmpty() ? sql("NULL") : bytes(value);
}

SqlText &SqlText::time(const std::optional<TimePoint> &value)
{
    return value ? number(toEpochMs(*value)) : sql("NULL");
}

QByteArray withValues(const QByteArray &sql, const std::vector<SqlValue> &values)
{
    return sqlText(2 * sql.size(), [&](SqlText &text) {
        QByteArrayView rest = sql;
        auto value = values.begin();
        for (qsizetype mark = rest.indexOf('?'); mark >= 0; mark = rest.indexOf('?')) {
            Q_ASSERT_X(value != values.end(), "withValues", "a '?' lacks its value");
            text.sql(rest.first(mark));
            if (const auto *bytes = std::get_if<QByteArray>(&*value))
                text.bytes(*bytes);
            else
                text.number(std::get<std::int64_t>(*value));
            ++value;
            rest = rest.sliced(mark + 1);
        }
        text.sql(rest);
    });
}

} // namespace core::store
