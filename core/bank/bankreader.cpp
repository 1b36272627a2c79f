// SPDX-License-Identifier: Apache-2.0
#include "core/bank/bankreader.h"

#include "core/bank/bankqueries.h"

#include <QSqlQuery>
#include <QVariant>

#include <limits>

namespace core::bank {

namespace {

/// A transaction that only reads; everything between its begin and its end is one state of the database.
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

template<typename Row, typename ToRow>
Result<QList<Row>> readRows(QSqlDatabase &db, const QString &statement, ToRow toRow)
{
    QSqlQuery query(db);
    query.setForwardOnly(true);
    if (!query.exec(statement))
        return bankDatabaseError(query.lastError());
    QList<Row> rows;
    while (query.next())
        rows << toRow(query);
    return rows;
}

Result<QList<BarrierRow>> readBarrierRows(BankConnection &connection)
{
    const auto toRow = [](const QSqlQuery &row) {
        return BarrierRow{row.value(0).toByteArray(), row.value(1).toByteArray(), row.value(2).toByteArray(),
                          row.value(3).toByteArray(), row.value(4).toByteArray()};
    };
    const QString statement = QStringLiteral("SELECT gid, branch_id, op, barrier_id, reason FROM %1 ORDER BY id");
    return readRows<BarrierRow>(connection.db(), statement.arg(connection.sql().barrier), toRow);
}

Result<QList<JournalEntry>> readJournal(QSqlDatabase &db)
{
    const auto toRow = [](const QSqlQuery &row) {
        return JournalEntry{row.value(0).toByteArray(), row.value(1).toByteArray(),
                            row.value(2).toByteArray(), row.value(3).toInt(),
                            row.value(4).toInt(),       Money::fromCents(row.value(5).toLongLong())};
    };
    return readRows<JournalEntry>(
        db, QStringLiteral("SELECT gid, branch_id, op, user_id, peer_user_id, amount_cents FROM journal ORDER BY id"),
        toRow);
}

} // namespace

Result<BankReader> BankReader::open(const DatabaseUrl &url, const QString &password, const Clock &clock)
{
    Result<std::unique_ptr<BankConnection>> connection =
        BankConnection::open(url, password, BankConnection::Access::ReadOnly);
    if (!connection.ok())
        return connection.error();
    return BankReader(std::move(*connection), clock);
}

BankReader::BankReader(std::unique_ptr<BankConnection> connection, const Clock &clock)
    : m_connection(std::move(connection))
    , m_clock(&clock)
{ }

Result<QList<Account>> BankReader::accounts(int afterUserId, int limit)
{
    if (const Status open = m_connection->ensureOpen(); !open.ok())
        return open.error();
    return Bank(*m_connection).accounts(afterUserId, limit);
}

Result<BankTotals> BankReader::totals()
{
    const TimePoint takenAt = m_clock->now();
    if (const Status open = m_connection->ensureOpen(); !open.ok())
        return open.error();
    QSqlQuery query(m_connection->db());
    // One statement sees one state, so no transaction is needed.
    if (!query.exec(totalsQuery(m_connection->sql())) || !query.next())
        return bankDatabaseError(query.lastError());
    return BankTotals{.balances = Money::fromCents(query.value(0).toLongLong()),
                      .debited = -Money::fromCents(query.value(2).toLongLong()),
                      .credited = Money::fromCents(query.value(3).toLongLong()),
                      .debits = query.value(4).toLongLong(),
                      .credits = query.value(5).toLongLong(),
                      .accountCount = query.value(1).toLongLong(),
                      .takenAt = takenAt};
}

namespace {

/// Barrier rows with their bookings; the gids are the statement's values.
Result<QList<WrittenBarrierRow>> readWritten(BankConnection &connection, const QString &statement,
                                             const QList<QByteArray> &gids)
{
    QSqlQuery query(connection.db());
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return bankDatabaseError(query.lastError());
    for (const QByteArray &gid : gids)
        query.addBindValue(QString::fromLatin1(gid));
    if (!query.exec())
        return bankDatabaseError(query.lastError());
    QList<WrittenBarrierRow> rows;
    while (query.next()) {
        rows << WrittenBarrierRow{{query.value(0).toByteArray(), query.value(1).toByteArray(),
                                   query.value(2).toByteArray(), query.value(3).toByteArray(),
                                   query.value(4).toByteArray()},
                                  query.value(5).toInt(),
                                  Money::fromCents(query.value(6).toLongLong()),
                                  fromEpochMs(query.value(7).toLongLong())};
    }
    return rows;
}

} // namespace

Result<QList<WrittenBarrierRow>> BankReader::latestBarrierRows(int limit)
{
    if (const Status open = m_connection->ensureOpen(); !open.ok())
        return open.error();
    return readWritten(*m_connection, latestBarrierRowsQuery(m_connection->sql(), limit), {});
}

/// A collation of dtm's own tables may take another gid for the same: compared byte for byte (PROTOCOL §5).
Result<QList<WrittenBarrierRow>> BankReader::barrierRowsOf(const QList<QByteArray> &gids)
{
    if (gids.isEmpty())
        return QList<WrittenBarrierRow>();
    if (const Status open = m_connection->ensureOpen(); !open.ok())
        return open.error();
    Result<QList<WrittenBarrierRow>> rows =
        readWritten(*m_connection, barrierRowsQuery(m_connection->sql(), gids.size()), gids);
    if (rows.ok())
        rows->removeIf([&gids](const WrittenBarrierRow &written) { return !gids.contains(written.row.gid); });
    return rows;
}

Result<QList<QByteArray>> BankReader::latestGidsOf(int userId, int limit)
{
    if (const Status open = m_connection->ensureOpen(); !open.ok())
        return open.error();
    const auto toGid = [](const QSqlQuery &row) { return row.value(0).toByteArray(); };
    return readRows<QByteArray>(m_connection->db(), latestGidsQuery(userId, limit), toGid);
}

Result<BankSnapshot> BankReader::snapshot()
{
    if (const Status open = m_connection->ensureOpen(); !open.ok())
        return open.error();
    const TimePoint takenAt = m_clock->now();
    const ReadTransaction transaction(*m_connection);
    if (transaction.error())
        return *transaction.error();
    Result<QList<Account>> found =
        Bank(*m_connection).accounts(std::numeric_limits<int>::min(), std::numeric_limits<int>::max());
    if (!found.ok())
        return found.error();
    Result<QList<BarrierRow>> barrierRows = readBarrierRows(*m_connection);
    if (!barrierRows.ok())
        return barrierRows.error();
    Result<QList<JournalEntry>> journal = readJournal(m_connection->db());
    if (!journal.ok())
        return journal.error();
    return BankSnapshot{std::move(*found), std::move(*barrierRows), std::move(*journal), takenAt};
}

} // namespace core::bank
