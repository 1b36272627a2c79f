// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/barriersteps.h"

#include <algorithm>

namespace diagram {

using core::message::Attempt;
using core::message::Verdict;

namespace {

/// Databases keep whole seconds, and their clock is not the coordinator's.
constexpr core::Millis clockTolerance{1000};

} // namespace

BarrierSteps::BarrierSteps(const MessageFacts &facts) : m_facts(facts) { }

const BarrierFact *BarrierSteps::find(bool atSender, const QByteArray &branchId) const
{
    const auto found =
        std::find_if(m_facts.barrierRows.begin(), m_facts.barrierRows.end(),
                     [&](const BarrierFact &row) { return row.atSender == atSender && row.branchId == branchId; });
    return found == m_facts.barrierRows.end() ? nullptr : &*found;
}

void BarrierSteps::addCommit(SequenceWriter &writer, bool wasSubmitted)
{
    const BarrierFact *row = find(true, "00");
    const bool isSeen = row && row->reason == row->op;
    if (!isSeen && !wasSubmitted)
        return;
    writer.add({.kind = Step::Kind::Call,
                .id = "commit",
                .from = Lane::Sender,
                .to = Lane::SenderDb,
                .known = isSeen ? Known::Seen : Known::Implied,
                //: the sender's local transaction, with its barrier row
                .label = tr("commit"),
                .note = isSeen ? row->effect : QString(),
                .detail = isSeen ? tr("The sender's barrier row is there: its local transaction is committed.")
                                 : tr("Not read from the sender's database; a submit implies it.")});
}

void BarrierSteps::addLookUp(SequenceWriter &writer, const Attempt &checkback)
{
    const bool isCommitted = checkback.verdict == Verdict::Success;
    if (!isCommitted && checkback.verdict != Verdict::Failure)
        return;
    const BarrierFact *row = find(true, "00");
    const bool fits = row && (row->reason == row->op) == isCommitted;
    writer.add({.kind = Step::Kind::Call,
                .id = "look-up " + QByteArray::number(checkback.number),
                .subject = attemptSubject(checkback.number),
                .from = Lane::Sender,
                .to = Lane::SenderDb,
                .known = fits ? Known::Seen : Known::Implied,
                //: a checkback finds the sender's barrier row; or writes one, so that a late commit must fail
                .label = isCommitted ? tr("row is there") : tr("fence"),
                .detail = isCommitted ? tr("The barrier row proves that the local transaction is committed.")
                                      : tr("The checkback writes the barrier row first: a late commit will fail.")});
}

void BarrierSteps::addDelivery(SequenceWriter &writer, const Attempt &call)
{
    const BarrierFact *row = find(false, call.branchId);
    if (!row)
        return;
    const int writtenBy = writingAttempt(*row);
    if (call.number < writtenBy)
        return;
    Step step = deliveryStep("delivery " + QByteArray::number(call.number), *row);
    step.subject = attemptSubject(call.number);
    if (call.number > writtenBy) {
        step.label = tr("row is there");
        step.note.clear();
        step.known = Known::Implied;
        step.detail = tr("Delivered again; the barrier row keeps it from being applied twice.");
    }
    writer.add(step);
}

void BarrierSteps::addFirstDelivery(SequenceWriter &writer, const QByteArray &branchId)
{
    const BarrierFact *row = find(false, branchId);
    if (!row)
        return;
    Step step = deliveryStep("delivery " + branchId, *row);
    step.subject = branchSubject(branchId);
    writer.add(step);
}

/// The number of the call that wrote the row: the last of its branch that had begun by then, else its first.
int BarrierSteps::writingAttempt(const BarrierFact &row) const
{
    int number = 0;
    for (const Attempt &attempt : m_facts.attempts) {
        if (attempt.branchId != row.branchId)
            continue;
        if (number == 0 || attempt.startedAt <= row.writtenAt + clockTolerance)
            number = attempt.number;
    }
    return number;
}

Step BarrierSteps::deliveryStep(const QByteArray &id, const BarrierFact &row) const
{
    return {.kind = Step::Kind::Call,
            .id = id,
            .from = Lane::Receiver,
            .to = Lane::ReceiverDb,
            .label = tr("barrier row"),
            .note = row.effect,
            .detail = tr("Applied at the receiver, once.")};
}

} // namespace diagram
