// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bank/bankreader.h"
#include "core/bank/journalsums.h"

#include <QSqlQuery>
#include <QVariant>

namespace core::bank {

/// A transaction that only reads; everything between its begin and its end is one state of the database. Takes no lock
/// that a writer waits for.
class ReadTransaction final
{
public:
    explicit ReadTransaction(BankConnection &connection) : m_db(connection.db())
    {
        QSqlQuery query(m_db);
        if (!query.exec(connection.sql().beginSnapshot))
            m_error = bankDatabaseError(query.lastError());
    }
    ~ReadTransaction()
    {
        if (!m_error)
            m_db.rollback();
    }
    ReadTransaction(const ReadTransaction &) = delete;
    ReadTransaction &operator=(const ReadTransaction &) = delete;

    const std::optional<Error> &error() const { return m_error; }

private:
    QSqlDatabase &m_db;
    std::optional<Error> m_error;
};

/// The rows of a statement, each made by toRow(query); gids are the statement's values.
template<typename Row, typename ToRow>
Result<QList<Row>> readRows(QSqlDatabase &db, const QString &statement, ToRow toRow, const QList<QByteArray> &gids = {})
{
    QSqlQuery query(db);
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return bankDatabaseError(query.lastError());
    for (const QByteArray &gid : gids)
        query.addBindValue(QString::fromLatin1(gid));
    if (!query.exec())
        return bankDatabaseError(query.lastError());
    QList<Row> rows;
    while (query.next())
        rows << toRow(query);
    if (query.lastError().isValid()) // a server that ended the statement in the middle
        return bankDatabaseError(query.lastError());
    return rows;
}

/// The columns of bookingSumsQuery(), the first of which is this one.
BookingSums bookingSums(const QSqlQuery &row, int column);

/// The sums of totalsQuery(), as of takenAt: those of old bookings as they are known, all else read.
Result<BankTotals> readTotals(BankConnection &connection, TimePoint takenAt, const JournalSums::Old &old);

} // namespace core::bank
