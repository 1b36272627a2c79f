// SPDX-License-Identifier: Apache-2.0
#include "core/bank/bankreader.h"

#include "core/bank/bankqueries.h"
#include "core/bank/readrows.h"

#include <QSqlQuery>
#include <QVariant>

#include <limits>

namespace core::bank {

namespace {

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

BookingSums bookingSums(const QSqlQuery &row, int column)
{
    return {Money::fromCents(row.value(column).toLongLong()),
            Money::fromCents(row.value(column + 1).toLongLong()),
            row.value(column + 2).toLongLong(),
            row.value(column + 3).toLongLong(),
            Money::fromCents(row.value(column + 4).toLongLong()),
            row.value(column + 5).toLongLong()};
}

Result<BankTotals> readTotals(BankConnection &connection, TimePoint takenAt, const JournalSums::Old &old)
{
    QSqlQuery query(connection.db());
    if (!query.exec(totalsQuery(connection.sql(), old.upTo)) || !query.next())
        return bankDatabaseError(query.lastError());
    const BookingSums all = old.sums + bookingSums(query, 2);
    return BankTotals{.balances = Money::fromCents(query.value(0).toLongLong()),
                      .debited = -all.debited,
                      .credited = all.credited,
                      .debits = all.debits,
                      .credits = all.credits,
                      .accountCount = query.value(1).toLongLong(),
                      .naive = all.naive,
                      .naiveDebits = all.naiveDebits,
                      .takenAt = takenAt};
}

Result<BankReader> BankReader::open(const DatabaseUrl &url, const QString &password, const Clock &clock,
                                    std::shared_ptr<JournalSums> sums)
{
    Result<std::unique_ptr<BankConnection>> connection =
        BankConnection::open(url, password, BankConnection::Access::ReadOnly);
    if (!connection.ok())
        return connection.error();
    return BankReader(std::move(*connection), clock, sums ? std::move(sums) : std::make_shared<JournalSums>());
}

BankReader::BankReader(std::unique_ptr<BankConnection> connection, const Clock &clock,
                       std::shared_ptr<JournalSums> sums)
    : m_connection(std::move(connection))
    , m_clock(&clock)
    , m_sums(std::move(sums))
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
    if (const Status advanced = m_sums->advance(*m_connection); !advanced.ok())
        return advanced.error();
    // One statement sees one state, so no transaction is needed; what is old does not change any more.
    return readTotals(*m_connection, takenAt, m_sums->old());
}

namespace {

/// Barrier rows with their bookings; the gids are the statement's values.
Result<QList<WrittenBarrierRow>> readWritten(BankConnection &connection, const QString &statement,
                                             const QList<QByteArray> &gids)
{
    const auto toRow = [](const QSqlQuery &row) {
        return WrittenBarrierRow{{row.value(0).toByteArray(), row.value(1).toByteArray(), row.value(2).toByteArray(),
                                  row.value(3).toByteArray(), row.value(4).toByteArray()},
                                 row.value(5).toInt(),
                                 Money::fromCents(row.value(6).toLongLong()),
                                 fromEpochMs(row.value(7).toLongLong())};
    };
    return readRows<WrittenBarrierRow>(connection.db(), statement, toRow, gids);
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
