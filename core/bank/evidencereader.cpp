// SPDX-License-Identifier: Apache-2.0
#include "core/bank/evidencereader.h"

#include "core/bank/bankqueries.h"
#include "core/bank/readrows.h"

#include <QElapsedTimer>

namespace core::bank {

namespace {

constexpr int belowZeroMax = 20;
constexpr int repeatedMax = 100;
/// A server looks each of so few up in its index; of more (eq_range_index_dive_limit) it trusts its statistics, which
/// after many rows at once have it go through the whole table.
constexpr qsizetype gidsAtOnce = 150;

template<typename T, typename Read> BankEvidence::Part<T> timed(Read read)
{
    QElapsedTimer timer;
    timer.start();
    Result<T> found = read();
    return {std::move(found), Millis(timer.elapsed())};
}

/// The rows of the same messages are gone through twice: barrier rows, then bookings.
ReadProgress ofPass(int pass, const ReadProgress &whole)
{
    constexpr int passes = 2;
    if (!whole)
        return {};
    return [pass, whole](const ReadShare &share) { whole({pass * share.all + share.done, passes * share.all}); };
}

Account lowAccount(const QSqlQuery &row)
{
    return {row.value(0).toInt(), Money::fromCents(row.value(1).toLongLong()), {}, {}};
}

/// The rows of so many messages, some hundreds at once. A collation of dtm's own tables may take another gid for the
/// same: compared byte for byte (PROTOCOL §5).
template<typename Row, typename Query, typename ToRow, typename GidOf>
Result<QList<Row>> readRowsOf(BankConnection &connection, const QSet<QByteArray> &gids, Query statementOf, ToRow toRow,
                              GidOf gidOf, const ReadProgress &progress)
{
    const QList<QByteArray> all(gids.cbegin(), gids.cend());
    QList<Row> rows;
    for (qsizetype from = 0; from < all.size(); from += gidsAtOnce) {
        const QList<QByteArray> some = all.mid(from, gidsAtOnce);
        Result<QList<Row>> found = readRows<Row>(connection.db(), statementOf(some.size()), toRow, some);
        if (!found.ok())
            return found.error();
        found->removeIf([&](const Row &row) { return !gids.contains(gidOf(row)); });
        rows += *std::move(found);
        if (progress)
            progress({from + some.size(), all.size()});
    }
    return rows;
}

} // namespace

Result<EvidenceReader> EvidenceReader::open(const DatabaseUrl &url, const QString &password, const Clock &clock,
                                            std::shared_ptr<JournalSums> sums)
{
    Result<std::unique_ptr<BankConnection>> connection =
        BankConnection::open(url, password, BankConnection::Access::ReadOnly);
    if (!connection.ok())
        return connection.error();
    return EvidenceReader(std::move(*connection), clock, sums ? std::move(sums) : std::make_shared<JournalSums>());
}

EvidenceReader::EvidenceReader(std::unique_ptr<BankConnection> connection, const Clock &clock,
                               std::shared_ptr<JournalSums> sums)
    : m_connection(std::move(connection))
    , m_clock(&clock)
    , m_sums(std::move(sums))
{ }

Status EvidenceReader::readJournal(const ReadProgress &progress)
{
    if (const Status open = m_connection->ensureOpen(); !open.ok())
        return open.error();
    m_journal = sumUp(progress);
    const Status &summed = m_journal->summed.found;
    const bool goesOn = !summed.ok() && summed.error().code == Error::Code::Ongoing;
    return goesOn ? summed : Status(Done{});
}

EvidenceReader::SummedJournal EvidenceReader::sumUp(const ReadProgress &progress)
{
    SummedJournal journal{timed<Done>([&] { return m_sums->advance(*m_connection, progress); }), {}};
    journal.old = m_sums->old();
    return journal;
}

Result<BankEvidence> EvidenceReader::read(const EvidenceWanted &wanted, const ReadProgress &progress)
{
    if (const Status open = m_connection->ensureOpen(); !open.ok())
        return open.error();
    BankEvidence evidence;
    evidence.takenAt = m_clock->now();
    const SummedJournal journal = m_journal ? *std::exchange(m_journal, std::nullopt) : sumUp({});
    const ReadTransaction transaction(*m_connection);
    if (transaction.error())
        return *transaction.error();
    evidence.totals = timed<BankTotals>([&] {
        return journal.summed.found.ok() ? readTotals(*m_connection, evidence.takenAt, journal.old)
                                         : Result<BankTotals>(journal.summed.found.error());
    });
    evidence.totals.took += journal.summed.took;
    evidence.lowest = timed<LowestBalances>([&] { return readLowest(); });
    evidence.repeated = timed<QList<RepeatedBooking>>([&] { return readRepeated(wanted.bookingsMax); });
    evidence.rows = timed<MessageRows>([&] { return readMessageRows(wanted, ofPass(0, progress)); });
    evidence.bookings =
        timed<QList<JournalEntry>>([&] { return readBookings(evidence.rows.found, ofPass(1, progress)); });
    return evidence;
}

Result<LowestBalances> EvidenceReader::readLowest()
{
    QSqlDatabase &db = m_connection->db();
    Result<QList<Account>> lowest = readRows<Account>(db, lowestBalanceQuery(m_connection->sql()), lowAccount);
    if (!lowest.ok())
        return lowest.error();
    LowestBalances found;
    if (lowest->isEmpty())
        return found;
    found.lowest = lowest->first();
    if (found.lowest->balance >= Money())
        return found;
    Result<QList<Account>> belowZero =
        readRows<Account>(db, belowZeroQuery(m_connection->sql(), belowZeroMax), lowAccount);
    if (!belowZero.ok())
        return belowZero.error();
    found.belowZero = *std::move(belowZero);
    return found;
}

Result<QList<RepeatedBooking>> EvidenceReader::readRepeated(qint64 newest)
{
    const auto toRow = [](const QSqlQuery &row) {
        return RepeatedBooking{row.value(0).toByteArray(), row.value(1).toByteArray(), row.value(2).toByteArray(),
                               row.value(3).toInt(), Money::fromCents(row.value(4).toLongLong())};
    };
    return readRows<RepeatedBooking>(m_connection->db(), repeatedBookingsQuery(newest, repeatedMax), toRow);
}

Status EvidenceReader::addNewestGids(const QString &table, int limit, QSet<QByteArray> &gids)
{
    const auto toGid = [](const QSqlQuery &row) { return row.value(0).toByteArray(); };
    const Result<QList<QByteArray>> newest =
        readRows<QByteArray>(m_connection->db(), newestGidsQuery(table, limit), toGid);
    if (!newest.ok())
        return newest.error();
    gids.unite(QSet<QByteArray>(newest->cbegin(), newest->cend()));
    return Done{};
}

Result<MessageRows> EvidenceReader::readMessageRows(const EvidenceWanted &wanted, const ReadProgress &progress)
{
    const BankSql &sql = m_connection->sql();
    MessageRows found;
    if (const Status newest = addNewestGids(sql.barrier, wanted.newestRows, found.gids); !newest.ok())
        return newest.error();
    // A bank without a journal has barrier rows all the same: what needs bookings says that they are missing.
    (void)addNewestGids(QStringLiteral("journal"), wanted.newestRows, found.gids);
    found.gids.unite(QSet<QByteArray>(wanted.gids.cbegin(), wanted.gids.cend()));

    const auto toRow = [](const QSqlQuery &row) {
        return TimedBarrierRow{{row.value(0).toByteArray(), row.value(1).toByteArray(), row.value(2).toByteArray(),
                                row.value(3).toByteArray(), row.value(4).toByteArray()},
                               fromEpochMs(row.value(5).toLongLong())};
    };
    Result<QList<TimedBarrierRow>> rows = readRowsOf<TimedBarrierRow>(
        *m_connection, found.gids, [&sql](qsizetype gids) { return messageRowsQuery(sql, gids); }, toRow,
        [](const TimedBarrierRow &one) { return one.row.gid; }, progress);
    if (!rows.ok())
        return rows.error();
    found.barrierRows = *std::move(rows);
    return found;
}

Result<QList<JournalEntry>> EvidenceReader::readBookings(const Result<MessageRows> &rows, const ReadProgress &progress)
{
    if (!rows.ok())
        return rows.error();
    const auto toEntry = [](const QSqlQuery &row) {
        return JournalEntry{row.value(0).toByteArray(), row.value(1).toByteArray(),
                            row.value(2).toByteArray(), row.value(3).toInt(),
                            row.value(4).toInt(),       Money::fromCents(row.value(5).toLongLong())};
    };
    return readRowsOf<JournalEntry>(
        *m_connection, rows->gids, bookingsQuery, toEntry, [](const JournalEntry &entry) { return entry.gid; },
        progress);
}

} // namespace core::bank
