// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bank/bank.h"
#include "core/bank/journalsums.h"
#include "core/base/clock.h"

namespace core::bank {

struct BarrierRow
{
    QByteArray gid;
    QByteArray branchId;
    QByteArray op;
    QByteArray barrierId;
    QByteArray reason;
    friend bool operator==(const BarrierRow &, const BarrierRow &) = default;
};

/// A barrier row with the booking that it guards, for a list.
struct WrittenBarrierRow
{
    BarrierRow row;
    int userId = 0; ///< whose balance it moved; 0: none, as for the row of a checkback that came first
    Money amount; ///< negative for a debit
    TimePoint writtenAt;
};

/// All of one bank at one moment.
struct BankSnapshot
{
    QList<Account> accounts; ///< by user_id
    QList<BarrierRow> barrierRows; ///< in the order they were written
    QList<JournalEntry> journal; ///< in the order it was written
    TimePoint takenAt; ///< before the first row was read
};

/// Sums of one bank at one moment, made by the database: for a display that is refreshed every second.
struct BankTotals
{
    Money balances;
    Money debited; ///< of all committed transfers sent, a positive number
    Money credited; ///< of all transfers received
    qint64 debits = 0; ///< how many
    qint64 credits = 0;
    qint64 accountCount = 0;
    Money naive; ///< all bookings of naive transfers: a debit counts below zero, a credit above
    qint64 naiveDebits = 0;
    TimePoint takenAt;
};

/// Reads a bank over a read-only connection of its own, on the caller's thread. Each answer is one consistent state of
/// the database. Never waits for the bank's writers, nor holds them up.
class BankReader final
{
public:
    /// sums: shared by all readers of this bank; none: of its own.
    static Result<BankReader> open(const DatabaseUrl &url, const QString &password, const Clock &clock,
                                   std::shared_ptr<JournalSums> sums = {});

    /// Accounts after the given user_id, at most limit (a page).
    Result<QList<Account>> accounts(int afterUserId, int limit);
    /// Ongoing while a long journal is read for the first time: the next call goes on.
    Result<BankTotals> totals();
    /// Has the next totals() read all bookings anew (JournalSums).
    void forgetSums() { m_sums->forget(); }
    /// The newest barrier rows, the last one first, at most limit.
    Result<QList<WrittenBarrierRow>> latestBarrierRows(int limit);
    /// All barrier rows of one message, in the order they were written.
    Result<QList<WrittenBarrierRow>> barrierRowsOf(const QByteArray &gid) { return barrierRowsOf(QList{gid}); }
    /// The same of several messages.
    Result<QList<WrittenBarrierRow>> barrierRowsOf(const QList<QByteArray> &gids);
    /// The messages that moved a user's balance last, the latest first, at most limit; of the newest 100,000 bookings.
    Result<QList<QByteArray>> latestGidsOf(int userId, int limit);
    /// Everything; grows with the number of transfers ever made.
    Result<BankSnapshot> snapshot();

private:
    BankReader(std::unique_ptr<BankConnection> connection, const Clock &clock, std::shared_ptr<JournalSums> sums);

    std::unique_ptr<BankConnection> m_connection;
    const Clock *m_clock;
    std::shared_ptr<JournalSums> m_sums;
};

} // namespace core::bank
