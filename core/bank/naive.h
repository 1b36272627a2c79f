// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bank/bank.h"
#include "core/base/clock.h"

namespace core::bank {

// A naive transfer debits here and calls the other bank afterwards: no coordinator, no barrier. It shows what is lost
// without them. Its bookings stand in the journals under the op "naive": branch "00" the debit, "01" each credit, "02"
// what put it right later.

inline constexpr char naiveOp[] = "naive";

/// One booking of a naive transfer, as a bank's journal has it.
struct NaiveBooking
{
    QByteArray gid;
    QByteArray branchId;
    int userId = 0;
    int peerUserId = 0; ///< of a debit: who was to get it
    Money amount; ///< below zero for a debit
    TimePoint bookedAt;
};

/// One naive transfer, put together from both banks' journals.
struct NaiveTransfer
{
    int number = 0; ///< in the order of the debits, from 1
    QByteArray gid;
    int from = 0;
    int to = 0;
    Money debited;
    Money credited; ///< with what put it right
    TimePoint debitedAt;
    Money lost() const { return debited - credited; } ///< below zero: credited too much
};

/// The transfers behind these bookings, in the order of their debits. Pure.
QList<NaiveTransfer> naiveTransfers(const QList<NaiveBooking> &receiver, const QList<NaiveBooking> &sender);

/// The newest bookings of naive transfers at a bank, at most limit, the oldest of them first.
Result<QList<NaiveBooking>> readNaiveBookings(BankConnection &connection, int limit);

/// What putting things right came to.
struct NaiveRepair
{
    int transfers = 0;
    Money credited; ///< that had been lost
    Money takenBack; ///< that had been credited once too often
};

/// Finishes at the receiver what naive transfers left undone, in one local transaction: lost money is credited, and
/// what was credited twice is taken back. Repeated, it changes nothing. Conflict when somebody has spent what is to be
/// taken back; then nothing is changed.
Result<NaiveRepair> repairNaive(BankConnection &receiver, BankConnection &sender);

} // namespace core::bank
