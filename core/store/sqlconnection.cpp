// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlconnection.h"

namespace core::store {

Result<std::int64_t> SqlConnection::number(const QByteArray &sql, const std::vector<SqlValue> &values)
{
    std::optional<std::int64_t> found;
    const Status read = forEachRow(sql, values, [&](const SqlRow &row) -> Status {
        found = found.value_or(row.integer(0));
        return Done{};
    });
    if (!read.ok())
        return read.error();
    return found.value_or(0);
}

} // namespace core::store
