// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/messagesequence.h"

#include "ui/diagram/attemptsteps.h"
#include "ui/diagram/awaitedsteps.h"
#include "ui/diagram/barriersteps.h"
#include "ui/diagram/sequencewriter.h"
#include "ui/widgets/visibletext.h"

#include <algorithm>

namespace diagram {

using core::TimePoint;
using core::message::Attempt;
using core::message::Message;
using core::message::State;
using core::message::Verdict;

namespace {

/// Writes the chapters of the story one after the other.
class MessageSequence
{
    Q_DECLARE_TR_FUNCTIONS(diagram::MessageSequence)
public:
    explicit MessageSequence(const MessageFacts &facts)
        : m_facts(facts)
        , m_message(facts.message)
        , m_barrier(facts)
        , m_writer(facts.message.createdAt)
    { }

    Sequence tell()
    {
        isDirect() ? addDirectSubmit() : addPrepare();
        addAttemptSteps(m_writer, m_facts, m_barrier);
        if (m_message.finished())
            addEnd();
        else
            addAwaitedSteps(m_writer, m_facts);
        return {SequenceWords::heads(m_facts.senderBank, m_facts.receiverBank),
                isDirect() ? theme::State::Submitted : theme::State::Prepared, m_writer.takeSteps()};
    }

private:
    /// A prepare needs query_prepared, and its submit comes after the commit that its answer waited for.
    bool isDirect() const
    {
        return m_message.content->queryPrepared.isEmpty()
            || (m_message.submittedAt && *m_message.submittedAt == m_message.createdAt);
    }

    bool wasSubmittedBySender() const { return m_message.submittedAt && !wasAnswered(Verdict::Success); }

    /// Whether a checkback got this answer.
    bool wasAnswered(Verdict verdict) const
    {
        return std::any_of(m_facts.attempts.begin(), m_facts.attempts.end(), [verdict](const Attempt &attempt) {
            return attempt.branchId == "00" && attempt.verdict == verdict;
        });
    }

    void addDirectSubmit() { addRequest("submit", tr("submit"), m_message.createdAt); }

    void addPrepare()
    {
        addRequest("prepare", tr("prepare"), m_message.createdAt);
        m_barrier.addCommit(m_writer, m_message.submittedAt.has_value());
        if (!wasSubmittedBySender())
            return;
        m_writer.passTo(*m_message.submittedAt, tr("until submit"));
        addRequest("submit", tr("submit"), *m_message.submittedAt);
        m_writer.addState(theme::State::Submitted, m_message.submittedAt);
    }

    /// What the sender asked for; the answer goes out once it is stored.
    void addRequest(const QByteArray &id, const QString &label, TimePoint at)
    {
        m_writer.add({.kind = Step::Kind::Call,
                      .id = id,
                      .from = Lane::Sender,
                      .to = Lane::Coordinator,
                      .label = label,
                      .detail = tr("The coordinator has stored it.")},
                     at);
        m_writer.add({.kind = Step::Kind::Answer,
                      .id = id + " answer",
                      .from = Lane::Coordinator,
                      .to = Lane::Sender,
                      .known = Known::Implied,
                      .label = QStringLiteral("200 SUCCESS"),
                      .shortLabel = QStringLiteral("SUCCESS"),
                      .detail = tr("Answered once it was stored.")});
    }

    void addEnd()
    {
        const TimePoint end = m_message.finishedAt.value_or(m_message.updatedAt);
        if (m_message.state == State::Succeed)
            return m_writer.addState(theme::State::Succeed, end);
        if (m_message.overridden)
            return addStopped(end);
        if (!wasAnswered(Verdict::Failure)) {
            m_writer.passTo(end, tr("no submit"));
            addRequest("abort", tr("abort"), end);
        }
        m_writer.addState(theme::State::Failed, end, widgets::visibleText(QString::fromUtf8(m_message.reason)));
    }

    void addStopped(TimePoint end)
    {
        const QString reason = widgets::visibleText(QString::fromUtf8(m_message.reason));
        m_writer.passTo(end, tr("nothing"));
        m_writer.addState(theme::State::Failed, end,
                          reason.isEmpty() ? tr("Stopped by a person.") : tr("Stopped by a person: %1").arg(reason));
    }

    const MessageFacts &m_facts;
    const Message &m_message;
    BarrierSteps m_barrier;
    SequenceWriter m_writer;
};

} // namespace

QByteArray attemptSubject(int number)
{
    return "attempt " + QByteArray::number(number);
}

QByteArray branchSubject(const QByteArray &branchId)
{
    return "branch " + branchId;
}

Sequence messageSequence(const MessageFacts &facts)
{
    return MessageSequence(facts).tell();
}

} // namespace diagram
