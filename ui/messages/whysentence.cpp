// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/whysentence.h"

#include "ui/messages/errorwords.h"
#include "ui/widgets/corewords.h"
#include "ui/widgets/formatting.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

using core::Millis;
using core::TimePoint;
using core::message::Attempt;
using core::message::Message;
using core::message::State;
using core::message::Verdict;

namespace {

/// Collects the clauses of one sentence. A function a state; each says what happened, what failed, what comes next.
class Clauses
{
    Q_DECLARE_TR_FUNCTIONS(ui::WhySentence)
public:
    Clauses(const Message &message, const QList<Attempt> &attempts, TimePoint now)
        : m_message(message)
        , m_attempts(attempts)
        , m_now(now)
    { }

    QString sentence()
    {
        addAll();
        //: %1 is one or more clauses
        const QString sentence = tr("%1.").arg(m_clauses.join(tr("; ", "between the clauses of a sentence")));
        return m_remark.isEmpty() ? sentence : sentence + tr(" ", "between two sentences") + m_remark;
    }

private:
    void addAll()
    {
        switch (m_message.state) {
        case State::Prepared:
            return addPrepared();
        case State::Submitted:
            return addSubmitted();
        case State::Succeed:
            return addSucceed();
        case State::Failed:
            return addFailed();
        }
    }

    void addPrepared()
    {
        add(tr("Prepared %1 ago").arg(ago(m_message.createdAt)));
        const TimePoint checkbackAt = m_message.createdAt + m_message.content->options.timeoutToFail;
        if (m_now >= checkbackAt)
            add(tr("due for checkback since %1").arg(ago(checkbackAt)));
        if (m_message.attempts > 0)
            add(tr("asked %1×, last answer %2").arg(m_message.attempts).arg(lastAnswer()));
        addNextQuestion();
        if (m_message.stalled)
            m_remark = tr("Somebody should look at the sender: it does not say whether it committed.");
    }

    void addNextQuestion()
    {
        if (m_message.asking)
            return add(tr("the sender is being asked now"));
        if (isDue())
            return add(tr("the sender is asked now"));
        if (!m_message.dueAt)
            return;
        if (m_message.attempts == 0)
            return add(tr("if no submit comes, the sender is asked in %1").arg(untilDue()));
        add(tr("next in %1").arg(untilDue()));
    }

    void addSubmitted()
    {
        add(tr("Submitted %1 ago").arg(ago(m_message.submittedAt.value_or(m_message.createdAt))));
        addProgress();
        if (m_message.failuresInRow > 0)
            addFailure();
        addNextCall();
        if (m_message.stalled)
            m_remark = tr("Somebody should look at the receiver: the money stays in flight until it answers SUCCESS.");
        else if (m_message.failuresInRow > 0 && m_message.lastVerdict == Verdict::Failure)
            m_remark = tr("A message cannot be rolled back, so it is tried until it succeeds.");
    }

    void addProgress()
    {
        if (m_message.branchDone.size() > 1)
            add(tr("%1 of %2 branches done").arg(doneCount()).arg(m_message.branchDone.size()));
    }

    void addFailure()
    {
        const QString branch = firstOpenBranch();
        if (m_message.lastVerdict == Verdict::Ongoing)
            return add(tr("branch %1 is not done yet (%2)").arg(branch, lastAnswer()));
        add(tr("branch %1 failed %2× in a row, last answer %3")
                .arg(branch)
                .arg(m_message.failuresInRow)
                .arg(lastAnswer()));
    }

    void addNextCall()
    {
        const bool isFirst = m_message.failuresInRow == 0;
        if (m_message.inWork() || isDue())
            return add(tr("branch %1 is called now").arg(firstOpenBranch()));
        if (!m_message.dueAt)
            return;
        if (isFirst && m_message.content->options.delay.count() > 0)
            return add(tr("its sender wants a delay, first call in %1").arg(untilDue()));
        add(isFirst ? tr("branch %1 is called in %2").arg(firstOpenBranch(), untilDue())
                    : tr("next try in %1").arg(untilDue()));
    }

    void addSucceed()
    {
        const TimePoint end = m_message.finishedAt.value_or(m_message.updatedAt);
        add(tr("Delivered %1 ago, %2 after prepare").arg(ago(end), widgets::formatDuration(end - m_message.createdAt)));
        const int failures = failedBranchCalls();
        if (has("00", Verdict::Success))
            m_remark = tr("No submit came; the checkback found the local transaction committed, so delivery went on.");
        else if (failures == 0)
            add(tr("each branch at the first try"));
        if (failures > 0)
            add(tr("%n call(s) had to be repeated", nullptr, failures));
        addOverridden();
    }

    void addFailed()
    {
        const QString end = ago(m_message.finishedAt.value_or(m_message.updatedAt));
        if (m_message.overridden)
            return addStopped(end);
        if (has("00", Verdict::Failure)) {
            add(tr("Failed %1 ago").arg(end));
            add(tr("the sender said that it did not commit, so nothing was delivered"));
            return;
        }
        add(tr("Aborted by its sender %1 ago, so nothing was delivered").arg(end));
        if (m_message.reason != "aborted by the sender") // it gave none of its own
            addReason();
    }

    void addStopped(const QString &end)
    {
        add(tr("Stopped by a person %1 ago").arg(end));
        addReason();
        add(tr("%1 of %2 branches had been applied").arg(doneCount()).arg(m_message.branchDone.size()));
        addOverridden();
    }

    void addReason()
    {
        if (!m_message.reason.isEmpty())
            add(tr("reason: %1").arg(widgets::coreWords(QString::fromUtf8(m_message.reason))));
    }

    void addOverridden()
    {
        if (m_message.overridden)
            m_remark = tr("A person overrode it: the totals of the banks may not agree with it.");
    }

    void add(const QString &clause) { m_clauses << clause; }
    QString ago(TimePoint then) const { return widgets::formatAge(m_now - then); }
    bool isDue() const { return m_message.dueAt && *m_message.dueAt <= m_now; }
    QString untilDue() const { return widgets::formatCountdown(*m_message.dueAt - m_now); }
    std::ptrdiff_t doneCount() const
    {
        return std::count(m_message.branchDone.begin(), m_message.branchDone.end(), true);
    }

    bool has(const char *branchId, Verdict verdict) const
    {
        return std::any_of(m_attempts.begin(), m_attempts.end(), [&](const Attempt &attempt) {
            return attempt.branchId == branchId && attempt.verdict == verdict;
        });
    }

    int failedBranchCalls() const
    {
        return int(std::count_if(m_attempts.begin(), m_attempts.end(), [](const Attempt &attempt) {
            return attempt.branchId != "00" && attempt.verdict != Verdict::Success;
        }));
    }

    QString firstOpenBranch() const
    {
        const auto open = std::find(m_message.branchDone.begin(), m_message.branchDone.end(), false);
        const auto &branches = m_message.content->branches;
        const qsizetype index = open - m_message.branchDone.begin();
        return index < branches.size() ? QString::fromLatin1(branches.at(index).id) : QString();
    }

    /// "425", "200 (unknown: it is text/html)", "none (connection refused)"
    QString lastAnswer() const
    {
        const QString status = m_message.lastHttpStatus > 0 ? QString::number(m_message.lastHttpStatus)
                                                            //: no answer came
                                                            : tr("none");
        const QString rest = beyondStatus(m_message.lastError, m_message.lastHttpStatus);
        const bool isPlain = m_message.lastVerdict == Verdict::Ongoing || rest.isEmpty();
        return isPlain ? status : tr("%1 (%2)", "HTTP status, what is wrong with it").arg(status, rest);
    }

    const Message &m_message;
    const QList<Attempt> &m_attempts;
    TimePoint m_now;
    QStringList m_clauses;
    QString m_remark;
};

} // namespace

QString WhySentence::of(const Message &message, const QList<Attempt> &attempts, TimePoint now)
{
    return Clauses(message, attempts, now).sentence();
}

} // namespace ui
