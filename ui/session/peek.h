// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/message.h"
#include "ui/session/bankview.h"

namespace ui {

/// What the banks keep of one message. Where problem is set, the bank could not be read.
struct PeekedBank
{
    QString name;
    QByteArray url = {}; ///< of its service, as far as it is known
    QList<BarrierRow> rows = {}; ///< in the order they were written
    QString problem = {};
    QList<AccountRow> accounts = {}; ///< those asked for that the bank has, and those that the rows moved; by user
};

/// What a checkback would decide by the sender's barrier row (PROTOCOL §5).
enum class Outlook {
    Submits, ///< the sender committed
    Fails, ///< it was fenced before it could commit
    Fences, ///< there is no row: the question itself would write one, and the sender could commit no more
    SenderUnknown, ///< none of the banks is known to be the sender's
    SenderUnreadable, ///< the sender's bank could not be read
};

/// A look at a message from outside. Nothing was changed or called for it.
struct Peek
{
    QList<PeekedBank> banks;
    int sender = -1; ///< index into banks; −1: not known
    Outlook outlook = Outlook::SenderUnknown;
    /// The branches that a bank has a row of: applied, whether the coordinator was told or not.
    QList<QByteArray> appliedBranches() const;
};

/// Judges what was read. Pure. A bank is the sender's when it keeps the row of the sender's own transaction, or when
/// its service stands where the message has its checkback.
Peek peekOf(const core::message::Message &message, const QList<PeekedBank> &banks);

} // namespace ui
