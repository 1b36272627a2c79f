// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/sqlconnection.h"

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace core::store {

/// A prepared statement of the SQLite C API, kept for many uses: bind, step (or run), reset. Result codes are SQLite's.
/// Parameters count from 1 and columns from 0, as SQLite counts them. Must go before its connection does.
class SqliteStatement final : public SqlRow
{
public:
    /// SQLITE_OK or why not. Replaces what was prepared before.
    int prepare(sqlite3 *connection, QByteArrayView sql);

    void bind(int parameter, std::int64_t value);
    /// Not copied: value must live until the next reset().
    void bind(int parameter, QByteArrayView value);
    void bind(int parameter, const std::optional<TimePoint> &value); ///< NULL when there is none
    void bindNull(int parameter);

    /// SQLITE_ROW, SQLITE_DONE or an error.
    int step();
    /// Steps a statement that gives no rows, and resets it. SQLITE_DONE or an error.
    int run();
    /// Ends the use: locks and borrowed values are let go.
    void reset();

    std::int64_t integer(int column) const override;
    std::optional<TimePoint> time(int column) const override;
    QByteArrayView bytes(int column) const override; ///< valid until the next step() or reset()

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_statement;
};

} // namespace core::store
