// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bank/bankreader.h"
#include "core/faults/scenario.h"

#include <memory>

namespace core::faults {

/// The database of one of a scenario's banks, seen from beside the bank: its accounts are opened here before the bank
/// starts, and its rows are the evidence afterwards. One thread.
class Ledger final
{
public:
    Ledger(bank::DatabaseUrl url, QString password);

    /// Creates the tables and opens these accounts in place of the two that a new bank has. Conflict when the database
    /// has bookings, or other accounts: a scenario never touches what somebody works with.
    Status open(const QList<bank::Account> &accounts);
    /// Everything, by a connection of its own.
    Result<bank::BankSnapshot> snapshot() const;
    /// Everything, by a connection that is kept for who looks often.
    Result<bank::BankSnapshot> look();

    /// From now on nobody else can change an account: on SQLite the file's write lock is held, on MySQL all rows of the
    /// accounts. Ends with resume() or this object.
    Status pause();
    void resume();

    const bank::DatabaseUrl &url() const { return m_url; }

private:
    bool isUntouched(const bank::BankSnapshot &books) const;

    bank::DatabaseUrl m_url;
    QString m_password;
    SystemClock m_clock;
    std::unique_ptr<bank::BankConnection> m_holding; ///< while paused
    std::optional<bank::BankReader> m_reader;
};

} // namespace core::faults
