// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/moments/casemoments.h"

#include "ui/messages/route.h"
#include "ui/widgets/formatting.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

using core::casefile::Case;
using core::casefile::CaseBank;
using core::casefile::CaseBarrierRow;
using core::casefile::CaseEvent;
using diagram::Step;

namespace {

QString effectOf(const CaseBarrierRow &row)
{
    return row.userId == 0 ? QString()
                           //: what a transfer did to an account: number of the user, amount with its sign
                           : QCoreApplication::translate("ui::MessageFacts", "user %1 %2")
                                 .arg(row.userId)
                                 .arg(widgets::formatDelta(row.amount));
}

/// A row, where it stands, and whether the event that wrote it was found.
struct KeptRow
{
    Side side;
    CaseBarrierRow row;
    bool isThere = false;
};

class CaseMoments
{
    Q_DECLARE_TR_FUNCTIONS(ui::CaseMoments)
public:
    CaseMoments(const Case &about, const QList<PayloadFields> &pairs) : m_case(about), m_pairs(pairs)
    {
        for (const CaseBank &bank : about.banks) {
            for (const CaseBarrierRow &row : bank.barrierRows)
                m_rows.append({bank.isSender ? Side::Sender : Side::Receiver, row});
        }
    }

    Moments tell()
    {
        const diagram::MessageFacts facts = factsOf(m_case);
        Moments moments{.title = title(),
                        .senderBank = facts.senderBank,
                        .receiverBank = facts.receiverBank,
                        .way = way(),
                        .sequence = diagram::messageSequence(facts),
                        .note = note()};
        m_face = moments.sequence.startState;
        const QList<Step> &steps = moments.sequence.steps;
        for (qsizetype i = 0; i < steps.size() && steps.at(i).known != diagram::Known::Awaited; ++i) {
            if (steps.at(i).at)
                addEventsUntil(*steps.at(i).at);
            m_steps = int(i) + 1;
            if (steps.at(i).kind != Step::Kind::Gap)
                addStep(moments.sequence, steps.at(i));
        }
        addEventsUntil(core::Millis::max());
        endAsSaved();
        moments.all = m_moments;
        return moments;
    }

private:
    QString title() const { return tr("Message %1").arg(widgets::shownGid(m_case.message.gid.toString())); }

    MoneyWay way() const
    {
        const auto &steps = m_case.message.content->steps;
        if (steps.isEmpty())
            return {.gid = m_case.message.gid.bytes()};
        const Route route = routeOf(steps.first().action, steps.first().payload, m_pairs);
        return {route.from.toInt(), route.to.toInt(), route.amount, m_case.message.gid.bytes()};
    }

    QString note() const
    {
        const bool hasAccounts = std::any_of(m_case.banks.begin(), m_case.banks.end(),
                                             [](const CaseBank &bank) { return !bank.accounts.isEmpty(); });
        return hasAccounts ? tr("Balances as they were read at the end, counted back by this message's own bookings.")
                           : tr("No account of this message could be read.");
    }

    void addStep(const diagram::Sequence &sequence, const Step &step)
    {
        m_at = std::max(m_at, step.at.value_or(m_at));
        if (step.state)
            m_face = step.state;
        const bool wrote = noteRow(step);
        const QString event = diagram::SequenceWords::event(sequence, step);
        const QString text = step.detail.isEmpty() ? event : u"%1 · %2"_s.arg(event, step.detail);
        add(kindOf(step, wrote), text);
    }

    static MomentKind kindOf(const Step &step, bool wrote)
    {
        if (wrote)
            return MomentKind::Money;
        if (step.kind == Step::Kind::LostAnswer || step.kind == Step::Kind::Crash)
            return MomentKind::Trouble;
        return step.kind == Step::Kind::State ? MomentKind::State : MomentKind::Call;
    }

    /// The row that this step wrote is there from here on.
    bool noteRow(const Step &step)
    {
        if (step.kind != Step::Kind::Call || step.known != diagram::Known::Seen)
            return false;
        if (step.to == diagram::Lane::SenderDb)
            return arrive(Side::Sender, "00");
        return step.to == diagram::Lane::ReceiverDb && arrive(Side::Receiver, branchOf(step));
    }

    QByteArray branchOf(const Step &step) const
    {
        for (const core::message::Attempt &attempt : m_case.attempts) {
            if (step.subject == diagram::attemptSubject(attempt.number))
                return attempt.branchId;
        }
        for (const core::message::Branch &branch : m_case.message.content->branches) {
            if (step.subject == diagram::branchSubject(branch.id))
                return branch.id;
        }
        return {};
    }

    bool arrive(Side side, const QByteArray &branchId)
    {
        const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const KeptRow &kept) {
            return kept.side == side && kept.row.branchId == branchId && !kept.isThere;
        });
        if (found == m_rows.end())
            return false;
        found->isThere = true;
        return true;
    }

    /// The first moment is the message's own.
    void addEventsUntil(core::Millis at)
    {
        for (; m_events < m_case.events.size(); ++m_events) {
            const CaseEvent &event = m_case.events.at(m_events);
            const core::Millis then = std::max(core::Millis(0), event.at - m_case.message.createdAt);
            if (m_moments.isEmpty() || then > at)
                return;
            m_at = std::max(m_at, then);
            //: who did it; what; what came of it ("accepted")
            add(MomentKind::Person, tr("%1: %2 (%3)").arg(event.who, event.verb, event.outcome));
        }
    }

    /// A row whose writing no step told is there at the end: the last moment is what was read.
    void endAsSaved()
    {
        bool isTold = true;
        for (KeptRow &kept : m_rows)
            isTold = std::exchange(kept.isThere, true) && isTold;
        if (!isTold)
            add(MomentKind::Money, tr("The banks are read: this is what they keep of the message."));
    }

    void add(MomentKind kind, const QString &text)
    {
        Moment moment{.at = m_at, .kind = kind, .text = text, .steps = m_steps, .faces = {{{}, m_face}}};
        for (const KeptRow &kept : std::as_const(m_rows)) {
            if (!kept.isThere)
                continue;
            const CaseBarrierRow &row = kept.row;
            moment.rows.append(
                {kept.side, m_case.message.gid.bytes(), row.branchId, row.op, row.reason, effectOf(row)});
            moment.inFlight = moment.inFlight - row.amount;
        }
        moment.balances = balances();
        moment.inFlight = std::max(core::Money(), moment.inFlight);
        m_moments << moment;
    }

    /// What was read in the end, without the bookings that are still to come.
    QList<AccountBalance> balances() const
    {
        QList<AccountBalance> balances;
        for (const CaseBank &bank : m_case.banks) {
            const Side side = bank.isSender ? Side::Sender : Side::Receiver;
            for (const core::casefile::CaseAccount &account : bank.accounts) {
                core::Money balance = account.balance;
                for (const KeptRow &kept : m_rows) {
                    if (!kept.isThere && kept.side == side && kept.row.userId == account.userId)
                        balance = balance - kept.row.amount;
                }
                balances.append({side, account.userId, balance});
            }
        }
        return balances;
    }

    const Case &m_case;
    const QList<PayloadFields> &m_pairs;
    QList<KeptRow> m_rows;
    QList<Moment> m_moments;
    std::optional<theme::State> m_face;
    core::Millis m_at{0};
    int m_steps = 0;
    qsizetype m_events = 0;
};

} // namespace

diagram::MessageFacts factsOf(const Case &about)
{
    diagram::MessageFacts facts{.message = about.message, .attempts = about.attempts, .now = about.savedAt};
    for (const CaseBank &bank : about.banks) {
        (bank.isSender ? facts.senderBank : facts.receiverBank) = bank.name;
        for (const CaseBarrierRow &row : bank.barrierRows) {
            facts.barrierRows.append({.atSender = bank.isSender,
                                      .branchId = row.branchId,
                                      .op = row.op,
                                      .reason = row.reason,
                                      .effect = effectOf(row),
                                      .writtenAt = row.writtenAt});
        }
    }
    return facts;
}

Moments momentsOf(const Case &about, const QList<PayloadFields> &pairs)
{
    return CaseMoments(about, pairs).tell();
}

} // namespace ui
