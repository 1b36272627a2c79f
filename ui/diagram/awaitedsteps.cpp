// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/awaitedsteps.h"

#include "ui/diagram/attemptsteps.h"
#include "ui/widgets/shownstate.h"

#include <algorithm>

namespace diagram {

using core::message::Attempt;
using core::message::Message;
using core::message::State;

namespace {

/// A concurrent message may wait for a thousand branches; those that follow are told by their number.
constexpr int branchesShownMax = 3;

class AwaitedSteps
{
    Q_DECLARE_TR_FUNCTIONS(diagram::AwaitedSteps)
public:
    AwaitedSteps(SequenceWriter &writer, const MessageFacts &facts)
        : m_writer(writer)
        , m_facts(facts)
        , m_message(facts.message)
    { }

    void add()
    {
        if (m_message.stalled)
            m_writer.addState(theme::State::Stalled, {}, tr("Tried so often that a person should look."));
        m_message.state == State::Prepared ? addQuestion() : addDeliveries();
    }

private:
    void addQuestion()
    {
        addStep("awaited submit", Lane::Sender, Lane::Coordinator, tr("submit"), tr("The sender may still submit."));
        addPause(m_message.attempts == 0 ? tr("if no submit comes") : tr("asked again"));
        addStep("awaited checkback", Lane::Coordinator, Lane::Sender, tr("checkback"),
                tr("The sender is asked whether it committed."));
    }

    void addDeliveries()
    {
        addPause(m_message.failuresInRow == 0 ? tr("until the first call") : tr("back-off"));
        const QList<QByteArray> open = openBranches();
        for (const QByteArray &id : open.mid(0, branchesShownMax))
            addStep("awaited " + id, Lane::Coordinator, Lane::Receiver, callLabel(m_message, id, triesOf(id) + 1),
                    tr("Called until it answers SUCCESS."), shortCallLabel(id, triesOf(id) + 1));
        if (open.size() > branchesShownMax)
            addStep("awaited more", Lane::Coordinator, Lane::Receiver,
                    tr("%n more branch(es)", nullptr, int(open.size()) - branchesShownMax), {});
    }

    /// Those that may be called next: all that are open of a concurrent message, else the first.
    QList<QByteArray> openBranches() const
    {
        QList<QByteArray> open;
        for (std::size_t i = 0; i < m_message.branchDone.size(); ++i) {
            if (!m_message.branchDone[i])
                open << m_message.content->branches.at(qsizetype(i)).id;
        }
        return m_message.content->options.concurrent ? open : open.mid(0, 1);
    }

    int triesOf(const QByteArray &branchId) const
    {
        return int(std::count_if(m_facts.attempts.begin(), m_facts.attempts.end(),
                                 [&](const Attempt &attempt) { return attempt.branchId == branchId; }));
    }

    void addPause(const QString &reason)
    {
        if (m_message.dueAt && *m_message.dueAt > m_facts.now)
            m_writer.await(std::chrono::duration_cast<core::Millis>(*m_message.dueAt - m_facts.now), reason);
    }

    void addStep(const QByteArray &id, Lane from, Lane to, const QString &label, const QString &detail,
                 const QString &shortLabel = {})
    {
        m_writer.add({.kind = Step::Kind::Call,
                      .id = id,
                      .from = from,
                      .to = to,
                      .known = Known::Awaited,
                      .label = label,
                      .shortLabel = shortLabel,
                      .detail = detail,
                      .isCheckback = to == Lane::Sender});
    }

    SequenceWriter &m_writer;
    const MessageFacts &m_facts;
    const Message &m_message;
};

} // namespace

void addAwaitedSteps(SequenceWriter &writer, const MessageFacts &facts)
{
    AwaitedSteps(writer, facts).add();
}

} // namespace diagram
