// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bank/bankreader.h"

namespace core::bank {

/// The money of a closed pair of banks: no transfer goes to or comes from a third.
struct PairTotal
{
    Money balances;
    Money inFlight; ///< debited at the one, not yet credited at the other
    int transfersInFlight = 0;
    Money total() const { return balances + inFlight; }
};

/// The receiver's snapshot must be taken before the sender's: the other way round a transfer that is credited between
/// the two counts neither here nor there, or twice, and the total flickers.
PairTotal totalOf(const BankSnapshot &receiverFirst, const BankSnapshot &senderSecond);
/// In flight from sums, where only the second bank sends and each credit at the first belongs to one of its debits.
Money inFlightOf(const BankTotals &receiverFirst, const BankTotals &senderSecond);

/// One thing that must hold, and what was found.
struct Finding
{
    QByteArray name; ///< of the invariant, for machines: "nothing-twice"
    bool holds = false;
    QString evidence; ///< one English sentence with numbers; names up to five gids where it does not hold
};

/// Checks the banks' own rows, without asking any coordinator: nothing applied twice, each booking guarded by its
/// barrier row, no negative balance, each credit with its debit, the total. expectedTotal is the money that both banks
/// started with. The receiver's snapshot is the earlier one; where both banks send, take the snapshots while no
/// transfer is under way.
QList<Finding> checkBanks(const BankSnapshot &receiverFirst, const BankSnapshot &senderSecond, Money expectedTotal);

} // namespace core::bank
