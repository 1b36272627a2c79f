// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/message.h"
#include "ui/diagram/sequence.h"

namespace diagram {

/// A barrier row that belongs to the message (PROTOCOL §5), as far as the banks could be read.
struct BarrierFact
{
    bool atSender = true; ///< the bank that keeps it
    QByteArray branchId; ///< "00" is the sender's own
    QByteArray op; ///< "msg" or "action"
    QByteArray reason; ///< op, or "rollback" when a checkback fenced the message
    QString effect = {}; ///< "user 1 −30.00"; may be empty
    core::TimePoint writtenAt = {}; ///< in whole seconds, by the bank's clock
    friend bool operator==(const BarrierFact &, const BarrierFact &) = default;
};

/// All that is known of one message.
struct MessageFacts
{
    core::message::Message message;
    QList<core::message::Attempt> attempts; ///< all that were kept, in their order
    QList<BarrierFact> barrierRows = {};
    QString senderBank = {}; ///< names; empty: not known
    QString receiverBank = {};
    core::TimePoint now; ///< for what is still awaited
};

/// The subject of the steps that one attempt made, and of those of a branch of which no attempt was kept.
QByteArray attemptSubject(int number);
QByteArray branchSubject(const QByteArray &branchId);

/// Tells a message's story as a sequence (PROTOCOL §1, §3, §4, §5): what was seen, what must have been, what is
/// awaited. A clean first success keeps no attempt, so its calls have no time. Pure.
Sequence messageSequence(const MessageFacts &facts);

} // namespace diagram
