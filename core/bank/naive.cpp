// SPDX-License-Identifier: Apache-2.0
#include "core/bank/naive.h"

#include "core/bank/bankqueries.h"
#include "core/bank/log.h"
#include "core/bank/readrows.h"

#include <QHash>

#include <algorithm>

namespace core::bank {

namespace {

constexpr int repairedMax = 100'000; // more bookings of naive transfers are no demonstration

Result<NaiveRepair> bookRepairs(BankConnection &receiver, const QList<NaiveTransfer> &transfers)
{
    NaiveRepair repair;
    Bank bank(receiver);
    for (const NaiveTransfer &transfer : transfers) {
        const Money lost = transfer.lost();
        if (lost == Money())
            continue;
        if (const Status booked = bank.book({transfer.gid, "02", naiveOp, transfer.to, 0, lost}); !booked.ok())
            return booked.error();
        ++repair.transfers;
        (lost > Money() ? repair.credited : repair.takenBack) =
            lost > Money() ? repair.credited + lost : repair.takenBack - lost;
    }
    return repair;
}

/// Begins so that nobody else books at this bank until the end, and only then looks.
QStringList beginAlone(const BankConnection &connection)
{
    if (connection.url().kind == DatabaseUrl::Kind::Sqlite)
        return {QStringLiteral("BEGIN IMMEDIATE")};
    return {QStringLiteral("START TRANSACTION"),
            QStringLiteral("SELECT user_id FROM %1 FOR UPDATE").arg(connection.sql().accounts)};
}

Status begin(BankConnection &connection)
{
    for (const QString &statement : beginAlone(connection)) {
        QSqlQuery query(connection.db());
        if (!query.exec(statement))
            return bankDatabaseError(query.lastError());
    }
    return Done{};
}

Result<NaiveRepair> repairInTransaction(BankConnection &receiver, BankConnection &sender)
{
    const Result<QList<NaiveBooking>> credits = readNaiveBookings(receiver, repairedMax);
    if (!credits.ok())
        return credits.error();
    const Result<QList<NaiveBooking>> debits = readNaiveBookings(sender, repairedMax);
    if (!debits.ok())
        return debits.error();
    return bookRepairs(receiver, naiveTransfers(*credits, *debits));
}

} // namespace

QList<NaiveTransfer> naiveTransfers(const QList<NaiveBooking> &receiver, const QList<NaiveBooking> &sender)
{
    QList<NaiveTransfer> transfers;
    QHash<QByteArray, qsizetype> indexOf;
    for (const NaiveBooking &booking : sender) {
        if (booking.branchId != "00")
            continue;
        indexOf.insert(booking.gid, transfers.size());
        transfers.append({.number = int(transfers.size()) + 1,
                          .gid = booking.gid,
                          .from = booking.userId,
                          .to = booking.peerUserId,
                          .debited = -booking.amount,
                          .credited = {},
                          .debitedAt = booking.bookedAt});
    }
    for (const NaiveBooking &booking : receiver) {
        const auto found = indexOf.constFind(booking.gid);
        if (found != indexOf.cend() && booking.branchId != "00")
            transfers[*found].credited = transfers[*found].credited + booking.amount;
    }
    return transfers;
}

Result<QList<NaiveBooking>> readNaiveBookings(BankConnection &connection, int limit)
{
    const auto toBooking = [](const QSqlQuery &row) {
        return NaiveBooking{row.value(0).toByteArray(),
                            row.value(1).toByteArray(),
                            row.value(2).toInt(),
                            row.value(3).toInt(),
                            Money::fromCents(row.value(4).toLongLong()),
                            fromEpochMs(row.value(5).toLongLong())};
    };
    Result<QList<NaiveBooking>> bookings =
        readRows<NaiveBooking>(connection.db(), naiveBookingsQuery(connection.sql(), limit), toBooking);
    if (bookings.ok())
        std::reverse(bookings->begin(), bookings->end());
    return bookings;
}

Result<NaiveRepair> repairNaive(BankConnection &receiver, BankConnection &sender)
{
    const Status begun = begin(receiver);
    Result<NaiveRepair> repair = begun.ok() ? repairInTransaction(receiver, sender) : begun.error();
    if (repair.ok() && !receiver.db().commit())
        repair = bankDatabaseError(receiver.db().lastError());
    if (!repair.ok()) {
        receiver.db().rollback();
        return repair;
    }
    qCInfo(lcBank).nospace() << "naive transfers put right count=" << repair->transfers;
    return repair;
}

} // namespace core::bank
