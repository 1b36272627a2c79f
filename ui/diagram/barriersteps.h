// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/messagesequence.h"
#include "ui/diagram/sequencewriter.h"

namespace diagram {

/// Tells what happens at the databases of sender and receiver, from their barrier rows where they could be read, else
/// from what the protocol implies.
class BarrierSteps final
{
    Q_DECLARE_TR_FUNCTIONS(diagram::BarrierSteps)
public:
    /// facts must outlive this.
    explicit BarrierSteps(const MessageFacts &facts);

    /// The sender's local transaction, if it is known to have been committed. wasSubmitted: the protocol implies it.
    void addCommit(SequenceWriter &writer, bool wasSubmitted);
    /// How the sender finds its answer to a checkback.
    void addLookUp(SequenceWriter &writer, const core::message::Attempt &checkback);
    /// What a call does at the receiver: writes the row, or finds it there; nothing if the bank was not read.
    void addDelivery(SequenceWriter &writer, const core::message::Attempt &call);
    /// As addDelivery(), for a branch that succeeded at its first call, of which nothing was kept.
    void addFirstDelivery(SequenceWriter &writer, const QByteArray &branchId);

private:
    const BarrierFact *find(bool atSender, const QByteArray &branchId) const;
    int writingAttempt(const BarrierFact &row) const;
    Step deliveryStep(const QByteArray &id, const BarrierFact &row) const;

    const MessageFacts &m_facts;
};

} // namespace diagram
