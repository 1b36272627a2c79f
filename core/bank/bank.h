// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bank/bankdatabase.h"
#include "core/base/gid.h"
#include "core/base/money.h"

#include <QList>

#include <optional>

namespace core::bank {

struct Account
{
    int userId = 0;
    Money balance;
    Money tradingBalance; ///< reserved amounts of dtm's other examples; a message never uses it
    QString updateTime; ///< as the database tells it, for people
    friend bool operator==(const Account &, const Account &) = default;
};

/// One booking as the bank's own append-only journal has it: written in the same local transaction as the balance, so
/// it is the evidence of what was applied (and how often), independent of any coordinator.
struct JournalEntry
{
    QByteArray gid;
    QByteArray branchId; ///< "00" for the debit of a sender
    QByteArray op; ///< "msg" or "action"
    int userId = 0; ///< whose balance changed
    int peerUserId = 0; ///< a debit's receiver at the other bank; 0 for a credit
    Money amount; ///< negative for a debit
    friend bool operator==(const JournalEntry &, const JournalEntry &) = default;
};

/// A bank's bookings on one connection. The functions that change something run inside a local transaction that the
/// caller (a Barrier) has opened. Belongs to the connection's thread.
class Bank final
{
public:
    explicit Bank(BankConnection &connection);

    /// Adds entry.amount (negative to take) to the user's balance and writes the journal. NotFound for an unknown user;
    /// Conflict "insufficient balance: …" when the balance would fall below zero; Unavailable when the database
    /// refuses.
    Status book(const JournalEntry &entry);

    /// The debit of a transfer that was committed under this gid, if there is one.
    Result<std::optional<JournalEntry>> committedDebit(const Gid &gid);
    /// Accounts in the order of their user_id, those after the given one, at most limit.
    Result<QList<Account>> accounts(int afterUserId, int limit);

private:
    Error refusedBooking(const JournalEntry &entry);

    BankConnection &m_connection;
};

} // namespace core::bank
