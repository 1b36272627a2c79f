// SPDX-License-Identifier: Apache-2.0
#include "core/message/passes.h"

#include "core/message/backoff.h"

#include <QDateTime>

#include <algorithm>

namespace core::message {

namespace {

QString timeText(TimePoint time)
{
    return QDateTime::fromMSecsSinceEpoch(toEpochMs(time), Qt::UTC).toString(Qt::ISODateWithMs);
}

std::vector<int> branchesLeft(const Message &message)
{
    std::vector<int> left;
    for (int i = 0; i < static_cast<int>(message.branchDone.size()); ++i) {
        if (!message.branchDone[i])
            left.push_back(i);
    }
    return left;
}

bool allDone(const Message &message)
{
    return std::find(message.branchDone.begin(), message.branchDone.end(), false) == message.branchDone.end();
}

void finish(Message &message, State state, TimePoint now)
{
    message.state = state;
    message.finishedAt = now;
    message.dueAt.reset();
    message.inFlight.clear();
    message.asking = false;
    message.stalled = false;
}

/// Every call but the successes of a message that never had trouble is kept.
bool isWorthKeeping(const Message &before, const CallResult &result)
{
    const auto done = std::count(before.branchDone.begin(), before.branchDone.end(), true);
    return result.verdict != Verdict::Success || before.attempts != done;
}

void noteCall(Message &message, const CallResult &result)
{
    ++message.attempts;
    message.lastVerdict = result.verdict;
    message.lastHttpStatus = result.httpStatus;
    if (result.verdict != Verdict::Success)
        message.lastError = result.error;
}

Attempt attemptOf(const Message &message, const QByteArray &branchId, const CallResult &result)
{
    return {.messageRowId = message.rowId,
            .branchId = branchId,
            .number = message.attempts,
            .startedAt = result.startedAt,
            .latency = result.latency,
            .verdict = result.verdict,
            .httpStatus = result.httpStatus,
            .error = result.error,
            .answerExcerpt = result.answerExcerpt};
}

void noteSuccess(Message &message)
{
    message.failuresInRow = 0;
    message.backoffStep = 0;
    message.stalled = false;
}

/// Sets when to try again after a pass without success: a fixed interval after ONGOING, a doubling one otherwise
/// (PROTOCOL §4).
void scheduleRetry(Message &message, Verdict verdict, const Circumstances &c)
{
    const seconds interval = message.content->options.retryInterval;
    ++message.failuresInRow;
    message.stalled = message.failuresInRow >= c.stalledAfter;
    message.backoffStep = verdict == Verdict::Ongoing ? 0 : message.backoffStep + 1;
    const Millis wait =
        verdict == Verdict::Ongoing ? Millis(interval) : backoff(interval, message.backoffStep, c.retryCap, c.chance);
    message.dueAt = roundedDue(c.now + wait);
}

void tellWaiters(Decision &decision)
{
    const Message &message = *decision.next;
    decision.effects.push_back(AnswerWaiters{ongoing(message, QString::fromUtf8(message.lastError))});
}

void succeed(Decision &decision, TimePoint now)
{
    finish(*decision.next, State::Succeed, now);
    decision.effects.push_back(AnswerWaiters{});
}

void call(Decision &decision, int branch, bool byHand)
{
    decision.next->inFlight.push_back(branch);
    decision.effects.push_back(CallBranch{branch, byHand});
}

/// All calls of the pass are back, and some branch is left.
void endPass(Decision &decision, const Circumstances &c)
{
    Message &message = *decision.next;
    if (message.worstOfPass != Verdict::Success)
        scheduleRetry(message, message.worstOfPass, c);
    else
        message.dueAt = message.heldBackUntil.value_or(c.now);
    tellWaiters(decision);
}

/// After each answer of a pass: finishes, calls the next one, waits for the others, or ends the pass.
void goOn(Decision &decision, const Circumstances &c, bool lastSucceeded)
{
    Message &message = *decision.next;
    if (allDone(message))
        return succeed(decision, c.now);
    if (!message.inFlight.empty())
        return;
    if (lastSucceeded && !message.content->options.concurrent)
        return call(decision, branchesLeft(message).front(), false);
    endPass(decision, c);
}

} // namespace

Error ongoing(const Message &message, const QString &why)
{
    const QString next = message.dueAt ? QStringLiteral("next try at ") + timeText(*message.dueAt)
                                       : QStringLiteral("a try is under way");
    const QString cause = why.isEmpty() ? QString() : QStringLiteral(" (last: ") + why + u')';
    return {Error::Code::Ongoing, QStringLiteral("the message is kept and delivery goes on: ") + next + cause};
}

void startPass(Decision &decision, const Circumstances &c, bool byHand)
{
    Message &message = *decision.next;
    message.worstOfPass = Verdict::Success;
    message.heldBackUntil.reset();
    const std::vector<int> left = branchesLeft(message);
    if (left.empty())
        return succeed(decision, c.now);
    if (!message.dueAt || *message.dueAt > c.now)
        message.dueAt = c.now; // found at once if this process dies
    if (!message.content->options.concurrent)
        return call(decision, left.front(), byHand);
    for (const int branch : left)
        call(decision, branch, byHand);
}

void startCheckback(Decision &decision, const Circumstances &c, bool byHand)
{
    Message &message = *decision.next;
    if (!message.dueAt || *message.dueAt > c.now)
        message.dueAt = c.now; // found at once if this process dies
    message.asking = true;
    decision.effects.push_back(AskSender{byHand});
}

void becomeSubmitted(Decision &decision, const Circumstances &c)
{
    Message &message = *decision.next;
    message.state = State::Submitted;
    message.submittedAt = c.now;
    message.asking = false;
    noteSuccess(message);
    const seconds delay = message.content->options.delay;
    if (delay <= seconds(0))
        return startPass(decision, c, false);
    message.dueAt = c.now + delay;
}

void becomeFailed(Decision &decision, const QByteArray &reason, const Circumstances &c)
{
    Message &message = *decision.next;
    finish(message, State::Failed, c.now);
    message.reason = reason;
    decision.effects.push_back(
        AnswerWaiters{Error::conflict(QStringLiteral("the message has failed: ") + QString::fromUtf8(reason))});
}

void recordBranch(Decision &decision, int branch, const CallResult &result, const Circumstances &c)
{
    Message &message = *decision.next;
    const bool keep = isWorthKeeping(message, result);
    std::erase(message.inFlight, branch);
    noteCall(message, result);
    if (keep)
        decision.attempts.push_back(attemptOf(message, message.content->branches[branch].id, result));

    const bool succeeded = result.verdict == Verdict::Success;
    if (succeeded) {
        message.branchDone[branch] = true;
        noteSuccess(message);
    } else if (message.worstOfPass == Verdict::Success || result.verdict != Verdict::Ongoing) {
        message.worstOfPass = result.verdict;
    }
    goOn(decision, c, succeeded);
}

void recordCheckback(Decision &decision, const CallResult &result, const Circumstances &c)
{
    Message &message = *decision.next;
    message.asking = false;
    noteCall(message, result);
    decision.attempts.push_back(attemptOf(message, "00", result));
    switch (result.verdict) {
    case Verdict::Success:
        return becomeSubmitted(decision, c);
    case Verdict::Failure:
        return becomeFailed(decision, "the sender answered the checkback: its local transaction was rolled back", c);
    case Verdict::Ongoing:
    case Verdict::Unknown:
        scheduleRetry(message, result.verdict, c);
        return;
    }
}

void holdBack(Decision &decision, const CallDeferred &deferred, const Circumstances &c)
{
    Message &message = *decision.next;
    message.lastError = deferred.why;
    if (deferred.branch < 0) {
        message.asking = false;
        message.dueAt = deferred.until;
        return;
    }
    std::erase(message.inFlight, deferred.branch);
    message.heldBackUntil = deferred.until;
    goOn(decision, c, false);
}

} // namespace core::message
