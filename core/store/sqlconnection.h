// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArrayView>

#include <functional>
#include <optional>
#include <variant>
#include <vector>

namespace core::store {

/// A value in the place of a '?'.
using SqlValue = std::variant<std::int64_t, QByteArray>;

/// The row that a query stands on. Columns count from 0.
class SqlRow
{
public:
    virtual ~SqlRow() = default;
    virtual std::int64_t integer(int column) const = 0; ///< 0 for NULL
    virtual std::optional<TimePoint> time(int column) const = 0; ///< none for NULL
    virtual QByteArrayView bytes(int column) const = 0; ///< valid until the next row; empty for NULL
};

/// Takes a row; an error ends the reading.
using TakeRow = std::function<Status(const SqlRow &)>;

/// One connection to a database, for the statements that both dialects understand. Each '?' stands for one value.
/// Belongs to the thread that opened it.
class SqlConnection
{
public:
    virtual ~SqlConnection() = default;

    virtual Status forEachRow(const QByteArray &sql, const std::vector<SqlValue> &values, const TakeRow &take) = 0;
    /// How many rows the statement wrote; 0 also where a row with this key is there already.
    virtual Result<std::int64_t> change(const QByteArray &sql, const std::vector<SqlValue> &values) = 0;

    /// The first column of the first row as a number, 0 when there is no row.
    Result<std::int64_t> number(const QByteArray &sql, const std::vector<SqlValue> &values = {});
};

} // namespace core::store
