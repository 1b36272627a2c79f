// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/diagram/attemptsteps.h"

#include "ui/diagram/urlname.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/shownstate.h"
#include "ui/widgets/visibletext.h"

#include <QHash>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace diagram {

using core::TimePoint;
using core::message::Attempt;
using core::message::Branch;
using core::message::Message;
using core::message::Verdict;

namespace {

/// Of more calls the first and the last are told: nobody reads thousands of arrows, and all are among the attempts.
constexpr qsizetype firstShown = 20;
constexpr qsizetype lastShown = 180;

bool isCheckback(const Attempt &attempt)
{
    return attempt.branchId == "00";
}

/// The beginning or the end of an attempt.
struct Moment
{
    TimePoint at;
    const Attempt *attempt;
    bool isEnd;
};

QList<Moment> momentsOf(std::span<const Attempt> attempts)
{
    QList<Moment> moments;
    for (const Attempt &attempt : attempts) {
        moments << Moment{attempt.startedAt, &attempt, false}
                << Moment{attempt.startedAt + attempt.latency, &attempt, true};
    }
    std::stable_sort(moments.begin(), moments.end(), [](const Moment &a, const Moment &b) { return a.at < b.at; });
    return moments;
}

class AttemptSteps
{
    Q_DECLARE_TR_FUNCTIONS(diagram::AttemptSteps)
public:
    AttemptSteps(SequenceWriter &writer, const MessageFacts &facts, BarrierSteps &barrier)
        : m_writer(writer)
        , m_facts(facts)
        , m_message(facts.message)
        , m_barrier(barrier)
    { }

    void add()
    {
        addUnkept();
        const std::span<const Attempt> all(m_facts.attempts);
        if (m_facts.attempts.size() <= firstShown + lastShown)
            return addAll(all);
        addAll(all.first(firstShown));
        fold(all.subspan(firstShown, all.size() - firstShown - lastShown));
        addAll(all.last(lastShown));
    }

    static QString label(const Message &message, const QByteArray &branchId, int tryNumber)
    {
        const auto &branches = message.content->branches;
        const auto branch =
            std::find_if(branches.begin(), branches.end(), [&](const Branch &one) { return one.id == branchId; });
        QString name = branch == branches.end() ? QString::fromLatin1(branchId) : urlName(branch->url);
        if (branches.size() > 1)
            name = u"%1 %2"_s.arg(QString::fromLatin1(branchId), name);
        //: a call that is made again: its name and how often it was tried
        return tryNumber > 1 ? tr("%1 · try %2").arg(name).arg(tryNumber) : name;
    }

    static QString shortLabel(const QByteArray &branchId, int tryNumber)
    {
        //: short for a call that is made again: branch id, number of the try
        return tr("%1 · try %2").arg(QString::fromLatin1(branchId)).arg(tryNumber);
    }

private:
    void addAll(std::span<const Attempt> attempts)
    {
        for (const Moment &moment : momentsOf(attempts))
            moment.isEnd ? addAnswer(*moment.attempt, moment.at) : addCall(*moment.attempt);
    }

    /// Leaves calls out, yet counts them.
    void fold(std::span<const Attempt> attempts)
    {
        for (const Attempt &attempt : attempts)
            ++m_tries[attempt.branchId];
        m_last = &attempts.back();
        const QString count = widgets::formatCount(qint64(attempts.size()));
        m_writer.skip({.kind = Step::Kind::Gap,
                       .id = "fold",
                       .label = tr("%1 calls are left out").arg(count),
                       .detail = tr("All of them are among the attempts.")},
                      m_last->startedAt + m_last->latency);
    }

    /// Branches that succeeded before anything went wrong have no attempts.
    void addUnkept()
    {
        for (std::size_t i = 0; i < m_message.branchDone.size(); ++i) {
            const QByteArray &id = m_message.content->branches.at(qsizetype(i)).id;
            if (m_message.branchDone[i] && !hasAttempts(id))
                addUnkept(id);
        }
    }

    void addUnkept(const QByteArray &branchId)
    {
        const QString detail = tr("At the first try; no details are kept of it.");
        m_writer.add({.kind = Step::Kind::Call,
                      .id = "call " + branchId,
                      .subject = branchSubject(branchId),
                      .from = Lane::Coordinator,
                      .to = Lane::Receiver,
                      .label = label(m_message, branchId, 1),
                      .shortLabel = QString::fromLatin1(branchId),
                      .detail = detail});
        m_barrier.addFirstDelivery(m_writer, branchId);
        m_writer.add({.kind = Step::Kind::Answer,
                      .id = "answer " + branchId,
                      .subject = branchSubject(branchId),
                      .from = Lane::Receiver,
                      .to = Lane::Coordinator,
                      .label = widgets::verdictWord(theme::Verdict::Success),
                      .detail = detail,
                      .verdict = theme::Verdict::Success});
    }

    bool hasAttempts(const QByteArray &branchId) const
    {
        return std::any_of(m_facts.attempts.begin(), m_facts.attempts.end(),
                           [&](const Attempt &attempt) { return attempt.branchId == branchId; });
    }

    void addCall(const Attempt &attempt)
    {
        m_writer.passTo(attempt.startedAt, pauseReason(attempt));
        const int tryNumber = ++m_tries[attempt.branchId];
        const QByteArray number = QByteArray::number(attempt.number);
        Step step{.kind = Step::Kind::Call,
                  .id = "call " + number,
                  .subject = attemptSubject(attempt.number),
                  .from = Lane::Coordinator,
                  .to = isCheckback(attempt) ? Lane::Sender : Lane::Receiver,
                  .detail = tr("Call %1 of this message").arg(attempt.number),
                  .isCheckback = isCheckback(attempt)};
        step.label = isCheckback(attempt) ? checkbackLabel(tryNumber) : label(m_message, attempt.branchId, tryNumber);
        step.shortLabel = shortLabel(attempt.branchId, tryNumber);
        m_writer.add(step, attempt.startedAt);
    }

    static QString checkbackLabel(int tryNumber)
    {
        return tryNumber > 1 ? tr("checkback · try %1").arg(tryNumber) : tr("checkback");
    }

    /// Why nothing happened before this call.
    QString pauseReason(const Attempt &next) const
    {
        if (!m_last && isCheckback(next))
            return tr("no submit");
        if (!m_last || isCheckback(*m_last) != isCheckback(next))
            return tr("until the first call");
        if (m_last->verdict == Verdict::Ongoing)
            return tr("not done yet");
        return m_last->verdict == Verdict::Success ? tr("nothing") : tr("back-off");
    }

    void addAnswer(const Attempt &attempt, TimePoint at)
    {
        isCheckback(attempt) ? m_barrier.addLookUp(m_writer, attempt) : m_barrier.addDelivery(m_writer, attempt);
        m_writer.passTo(at, tr("no answer yet"));
        m_writer.add(answerStep(attempt), at);
        addStateAfter(attempt, at);
        m_last = &attempt;
    }

    static Step answerStep(const Attempt &attempt)
    {
        const theme::Verdict verdict = widgets::shownVerdict(attempt);
        const bool isLost = attempt.httpStatus == 0;
        const QString word = widgets::verdictWord(verdict);
        const QString status = QString::number(attempt.httpStatus);
        Step step{.kind = isLost ? Step::Kind::LostAnswer : Step::Kind::Answer,
                  .id = "answer " + QByteArray::number(attempt.number),
                  .subject = attemptSubject(attempt.number),
                  .from = isCheckback(attempt) ? Lane::Sender : Lane::Receiver,
                  .to = Lane::Coordinator,
                  .label = isLost ? word : u"%1 %2"_s.arg(status, word),
                  .verdict = verdict};
        const bool saysItself = attempt.httpStatus != 200;
        step.shortLabel = isLost || !saysItself ? word : status;
        step.detail = tr("after %1").arg(widgets::formatDuration(attempt.latency));
        if (!attempt.error.isEmpty())
            step.detail += u" · "_s + widgets::visibleText(widgets::coreWords(QString::fromUtf8(attempt.error)));
        return step;
    }

    /// A checkback decides for a message that is prepared; a failed call makes one that is submitted a retried one.
    void addStateAfter(const Attempt &attempt, TimePoint at)
    {
        if (isCheckback(attempt)) {
            if (attempt.verdict == Verdict::Success)
                m_writer.addState(theme::State::Submitted, at, tr("The checkback found it committed."));
            return;
        }
        if (attempt.verdict != Verdict::Success)
            m_writer.addState(theme::State::Retrying, at);
    }

    SequenceWriter &m_writer;
    const MessageFacts &m_facts;
    const Message &m_message;
    BarrierSteps &m_barrier;
    QHash<QByteArray, int> m_tries; ///< by branch
    const Attempt *m_last = nullptr;
};

} // namespace

QString callLabel(const Message &message, const QByteArray &branchId, int tryNumber)
{
    return AttemptSteps::label(message, branchId, tryNumber);
}

QString shortCallLabel(const QByteArray &branchId, int tryNumber)
{
    return AttemptSteps::shortLabel(branchId, tryNumber);
}

void addAttemptSteps(SequenceWriter &writer, const MessageFacts &facts, BarrierSteps &barrier)
{
    AttemptSteps(writer, facts, barrier).add();
}

} // namespace diagram
