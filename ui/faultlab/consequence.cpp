// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/consequence.h"

#include "ui/widgets/formatting.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace ui {

using core::Fault;
using core::FaultMode;

namespace {

constexpr std::chrono::milliseconds requestTimeout{3000}; ///< the coordinator's default for a call
constexpr std::chrono::milliseconds senderTimeout{10'000}; ///< how long the sender waits for the coordinator
constexpr int retriesTold = 3; ///< more are not listed one by one

bool isOf(const Fault &fault, const char *beginning)
{
    return fault.point.startsWith(beginning);
}

/// Before the sender's COMMIT: whatever goes wrong there, nothing has moved.
bool isBeforeCommit(const Fault &fault)
{
    static const QList<QByteArray> points{"sender.before-transaction", "sender.before-barrier",
                                          "sender.after-barrier-insert", "sender.before-commit"};
    return points.contains(fault.point);
}

/// Where the sender has been asked back.
bool isAtCheckback(const Fault &fault)
{
    return fault.point == "sender.checkback" || fault.point == "sender.answer";
}

bool isAtReceiverBeforeCommit(const Fault &fault)
{
    return isOf(fault, "receiver.before-") || fault.point == "receiver.after-barrier-insert";
}

} // namespace

QString Consequence::of(const Fault &fault)
{
    switch (fault.mode) {
    case FaultMode::Fail:
        return failure(fault);
    case FaultMode::Answer:
        return answer(fault);
    case FaultMode::Drop:
        return lostAnswer(fault);
    case FaultMode::Delay:
        return delay(fault);
    case FaultMode::Duplicate:
        return twice(fault);
    case FaultMode::Crash:
        return crash(fault);
    case FaultMode::Hold:
        return tr("What comes by waits here until you say how it goes on: as it would have, with another answer, not "
                  "at all, or twice. After 60 s it goes on by itself. Other messages are not held up.");
    }
    Q_UNREACHABLE();
}

/// "tries again after 10 s and 20 s, then succeeds".
QString Consequence::retried(const Fault &fault)
{
    if (fault.times == 0 && fault.lasts.count() == 0)
        return tr("It tries again after 10 s, 20 s and so on, until the fault is cleared.");
    if (fault.times > retriesTold || fault.times == 0)
        return tr("It tries again at growing intervals until the fault is over, then succeeds. User 2 is credited "
                  "once.");
    QString waits = tr("%1 s").arg(10);
    for (int i = 1; i < fault.times; ++i)
        //: a list that grows by one time, "10 s, then 20 s"
        waits = tr("%1, then %2 s").arg(waits).arg(10 << i);
    //: %1: "10 s", or "10 s, then 20 s"
    return tr("It tries again after %1, and succeeds. User 2 is credited once.").arg(waits);
}

QString Consequence::failure(const Fault &fault)
{
    if (fault.point == "sender.prepare-request")
        return tr("The coordinator never hears of the message. Nothing is debited, and the caller is told so.");
    if (fault.point == "prepare.before-commit")
        return tr("The coordinator answers 503 and keeps nothing. Nothing is debited, and the caller is told so.");
    if (isBeforeCommit(fault))
        return tr("Bank A rolls back, its own checkback says so, and the sender aborts the message. Nothing moves.");
    if (fault.point == "sender.before-submit" || fault.point == "sender.submit-request")
        return tr("The debit is committed and nobody submits. After 35 s the coordinator asks back, finds the barrier "
                  "row and delivers. User 2 is credited once.");
    if (fault.point == "submit.before-commit")
        return tr("The coordinator answers the submit with 503. After 35 s it asks back, finds the barrier row and "
                  "delivers. User 2 is credited once.");
    if (fault.point == "checkback.before-send")
        return tr("The question does not leave; the message stays prepared and the coordinator asks again after 10 s. "
                  "Strikes only when no submit came.");
    if (isAtReceiverBeforeCommit(fault))
        return widgets::joinSentences(
            {tr("Bank B rolls back and answers 503, which the coordinator reads as unknown."), retried(fault)});
    return widgets::joinSentences({tr("The call does not reach bank B."), retried(fault)});
}

QString Consequence::answer(const Fault &fault)
{
    const bool isCheckback = isAtCheckback(fault) || fault.point == "checkback.after-answer";
    const bool isForSender = isOf(fault, "prepare.") || isOf(fault, "submit.") || isOf(fault, "abort.");
    const bool isRequest = fault.point == "receiver.request";
    if (isForSender)
        return fault.status == 200
            ? tr("The sender hears what it would have heard anyway.")
            : tr("The coordinator has done it; the sender hears %1 and cannot know. The checkback settles it after "
                 "35 s, if nothing else does.")
                  .arg(fault.status);
    if (fault.status == 200 && isCheckback)
        return tr("The coordinator believes that the debit is committed, whether it is or not. Where it is not, money "
                  "comes from nowhere: this breaks the promise on purpose.");
    if (fault.status == 200)
        return isRequest ? tr("The coordinator believes that the credit is made, and it is not. The money is lost: "
                              "this breaks the promise on purpose.")
                         : tr("The coordinator takes the call for done, as it is where bank B did its work.");
    if (fault.status == 409 && isCheckback)
        return tr("The coordinator reads 409 as FAILURE and ends the message. Where the debit is committed, the money "
                  "is lost: this breaks the promise on purpose.");
    if (fault.status == 409)
        return widgets::joinSentences(
            {tr("The coordinator reads 409 as FAILURE. A message cannot be rolled back."), retried(fault)});
    if (fault.status == 425)
        return tr("The coordinator reads 425 as ONGOING and asks again every 10 s.");
    if (isCheckback)
        return tr("The coordinator reads %1 as unknown: the message stays prepared, and it asks again after 10 s. "
                  "Strikes only when no submit came.")
            .arg(fault.status);
    return widgets::joinSentences({tr("The coordinator reads %1 as unknown.").arg(fault.status), retried(fault)});
}

QString Consequence::lostAnswer(const Fault &fault)
{
    if (fault.point == "prepare.answer")
        return tr("The message is kept, and the sender does not know: it debits nothing. After 35 s the coordinator "
                  "asks back, hears FAILURE and ends the message. Nothing moves.");
    if (fault.point == "sender.after-commit")
        return tr("The debit is committed, and the sender is not sure. It asks its own checkback, finds the barrier "
                  "row and submits. User 2 is credited once.");
    if (fault.point == "submit.answer")
        return tr("The message is submitted and delivered; the caller hears that the debit is committed and that the "
                  "submit was not confirmed. User 2 is credited once.");
    if (isAtCheckback(fault) || fault.point == "checkback.after-answer")
        return tr("The coordinator does not hear the answer: the message stays prepared, and it asks again after 10 s. "
                  "Strikes only when no submit came.");
    return tr("The credit is made, and the coordinator does not know. It calls again after 10 s; the barrier row "
              "shows that it was done. User 2 is credited once.");
}

QString Consequence::delay(const Fault &fault)
{
    const QString seconds = QLocale().toString(double(fault.delay.count()) / 1000.0, 'f', 1);
    const bool isAtReceiver = isOf(fault, "receiver.") || isAtCheckback(fault);
    if (isAtReceiver && fault.delay >= requestTimeout)
        return tr("The coordinator waits 3 s, reads the silence as unknown and calls again after 10 s. What came late "
                  "counts once: the barrier row sees to that.");
    const bool isForSender = fault.point == "prepare.answer" || fault.point == "submit.answer";
    if (isForSender && fault.delay >= senderTimeout)
        return tr("The sender waits 10 s and gives up; the checkback settles it after 35 s.");
    if (isOf(fault, "prepare.before") || isOf(fault, "submit.before") || isOf(fault, "submit.after"))
        return tr("The coordinator's loop stands still for %1 s: all messages wait so long.").arg(seconds);
    return tr("It goes on %1 s later; nothing else changes.").arg(seconds);
}

QString Consequence::twice(const Fault &fault)
{
    if (isOf(fault, "sender.prepare") || isOf(fault, "sender.submit"))
        return tr("The coordinator hears it twice and answers both alike; the message is kept once.");
    if (isOf(fault, "checkback.") || isAtCheckback(fault))
        return tr("The sender is asked twice and answers both alike: the barrier row does not change.");
    return tr("Bank B gets the call twice. The barrier row lets the credit happen once; the second call is answered "
              "SUCCESS and books nothing.");
}

QString Consequence::crash(const Fault &fault)
{
    if (fault.point == "sender.prepare-request")
        return tr("Bank A's service is gone before anything happened, and starts again a moment later. Nothing moves.");
    if (isBeforeCommit(fault))
        return tr("Bank A's service is gone, and its transaction with it. After 35 s the coordinator asks back, hears "
                  "FAILURE and ends the message. Nothing moves.");
    if (isOf(fault, "sender.") && !isAtCheckback(fault))
        return tr("The debit is committed, the message only prepared, and bank A's service is gone. After 35 s the "
                  "coordinator asks back, finds the barrier row and delivers. User 2 is credited once.");
    if (isAtCheckback(fault))
        return tr("Bank A's service is gone when it is asked. The coordinator asks again after 10 s. Strikes only when "
                  "no submit came.");
    if (isOf(fault, "receiver.after-commit") || isOf(fault, "receiver.answer"))
        return tr("The credit is made, and bank B's service is gone before it can say so. The coordinator calls again "
                  "after 10 s; the barrier row shows that it was done. User 2 is credited once.");
    if (isOf(fault, "receiver."))
        return tr("Bank B's service is gone, and its transaction with it. The coordinator calls again after 10 s. "
                  "User 2 is credited once.");
    if (fault.point == "prepare.before-commit")
        return tr("The coordinator is gone before the message is kept, and starts again a moment later. Nothing is "
                  "debited.");
    return tr("The coordinator is gone, and starts again from its store a moment later: what was on disk goes on from "
              "there, and nobody was told of anything else. No money is lost.");
}

} // namespace ui
