// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bank/bankreader.h"

#include <QSet>

namespace core::bank {

/// What is to be read of a bank beside its sums.
struct EvidenceWanted
{
    QList<QByteArray> gids; ///< messages whose rows are read, however old they are
    int newestRows = 5000; ///< besides, those of the messages behind so many of the newest rows of each table
    qint64 bookingsMax = 20'000; ///< of the newest ones it is counted what was booked more than once
};

/// A booking that stands in the journal more than once.
struct RepeatedBooking
{
    QByteArray gid;
    QByteArray branchId;
    QByteArray op;
    int times = 0;
    Money sum;
    friend bool operator==(const RepeatedBooking &, const RepeatedBooking &) = default;
};

struct LowestBalances
{
    QList<Account> belowZero; ///< by user_id, at most 20
    std::optional<Account> lowest; ///< of all; none: there is no account
};

struct TimedBarrierRow
{
    BarrierRow row;
    TimePoint writtenAt;
};

/// All barrier rows of messages (trans_type msg) and all bookings of these gids.
struct MessageRows
{
    QSet<QByteArray> gids; ///< of whom they are, those without a row among them
    QList<TimedBarrierRow> barrierRows;
};

/// A bank at one moment, as far as its rows can prove or disprove anything. What could not be read is an error in its
/// place; the rest stands. Each part with how long it took.
struct BankEvidence
{
    template<typename T> struct Part
    {
        Result<T> found{Error::unavailable(QStringLiteral("not read"))};
        Millis took{0};
    };

    Part<BankTotals> totals;
    Part<LowestBalances> lowest;
    Part<QList<RepeatedBooking>> repeated; ///< at most 100
    Part<MessageRows> rows;
    Part<QList<JournalEntry>> bookings; ///< of rows' gids
    TimePoint takenAt; ///< before the first row was read
};

/// Reads what proves that a bank's books are right, over a read-only connection of its own, on the caller's thread: one
/// snapshot, no locks, each statement bounded in rows, and on a server in time. Of the bookings' sums, those of old
/// rows were read before the snapshot.
class EvidenceReader final
{
public:
    /// sums: shared by all readers of this bank; none: of its own.
    static Result<EvidenceReader> open(const DatabaseUrl &url, const QString &password, const Clock &clock,
                                       std::shared_ptr<JournalSums> sums = {});

    /// Sums up what is old of the journal, so that read() has little left to sum up in its snapshot. Ongoing while it
    /// is long: the next call goes on. Another error: there is no server. Why else it cannot be summed up is for read()
    /// to say, in its place. Tells how many ids of all are read.
    Status readJournal(const ReadProgress &progress = {});
    /// An error when nothing at all can be read. Tells how many rows of the wanted messages are read.
    Result<BankEvidence> read(const EvidenceWanted &wanted, const ReadProgress &progress = {});
    /// Has the next read() read all bookings anew (JournalSums).
    void forgetSums() { m_sums->forget(); }

private:
    /// What is old of the journal, as it was found; whoever else has its sums may forget them meanwhile.
    struct SummedJournal
    {
        BankEvidence::Part<Done> summed;
        JournalSums::Old old;
    };

    EvidenceReader(std::unique_ptr<BankConnection> connection, const Clock &clock, std::shared_ptr<JournalSums> sums);

    SummedJournal sumUp(const ReadProgress &progress);
    Result<LowestBalances> readLowest();
    Result<QList<RepeatedBooking>> readRepeated(qint64 newest);
    Result<MessageRows> readMessageRows(const EvidenceWanted &wanted, const ReadProgress &progress);
    Status addNewestGids(const QString &table, int limit, QSet<QByteArray> &gids);
    Result<QList<JournalEntry>> readBookings(const Result<MessageRows> &rows, const ReadProgress &progress);

    std::unique_ptr<BankConnection> m_connection;
    const Clock *m_clock;
    std::shared_ptr<JournalSums> m_sums;
    std::optional<SummedJournal> m_journal; ///< for the next read()
};

} // namespace core::bank
