// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/sqlconnection.h"

namespace core::store {

// Values in the text of a statement: numbers and x'…' literals only, so that nothing that came from outside can be read
// as SQL.

void appendNumber(QByteArray &text, std::int64_t value);
void appendBytes(QByteArray &text, QByteArrayView value);
void appendTime(QByteArray &text, const std::optional<TimePoint> &value); ///< NULL when there is none

/// Appends values one behind the other, parted by commas.
class ValueList final
{
public:
    explicit ValueList(QByteArray &text) : m_text(text) { }

    ValueList &number(std::int64_t value);
    ValueList &bytes(QByteArrayView value);
    ValueList &bytesOrNull(QByteArrayView value); ///< NULL when empty
    ValueList &time(const std::optional<TimePoint> &value);

private:
    void next();

    QByteArray &m_text;
    bool m_isFirst = true;
};

/// sql with each '?' replaced by the value at its place.
QByteArray withValues(const QByteArray &sql, const std::vector<SqlValue> &values);

} // namespace core::store
