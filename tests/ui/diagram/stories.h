// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/diagram/messagesequence.h"

/// Messages in the shapes that their stories can take, prepared at `start`, without a screen.
namespace stories {

using core::Millis;
using core::message::Attempt;
using core::message::Message;
using core::message::State;
using core::message::Verdict;
using diagram::BarrierFact;
using diagram::MessageFacts;

inline const core::TimePoint start = core::fromEpochMs(1'800'000'000'000);

inline Message prepared(int branches = 1)
{
    core::message::Content content;
    for (int i = 0; i < branches; ++i) {
        content.steps << core::message::Step{"http://b.test/api/busi/SagaBTransIn", R"({"amount":30.00,"user_id":2})"};
        content.branches << core::message::Branch{QByteArray::number(i + 1).rightJustified(2, '0'),
                                                  content.steps.last().action, i};
    }
    content.queryPrepared = "http://a.test/api/busi/QueryPreparedB";
    Message message{.rowId = 7, .gid = core::Gid::fromBytes("01M2FS12WRT7BREJ1E706AKRSM").value()};
    message.content = std::make_shared<core::message::Content>(content);
    message.branchDone.assign(std::size_t(branches), false);
    message.createdAt = message.updatedAt = start;
    message.dueAt = start + content.options.timeoutToFail;
    return message;
}

inline Message submitted(int branches = 1)
{
    Message message = prepared(branches);
    message.state = State::Submitted;
    message.submittedAt = start + Millis(12);
    message.dueAt = message.submittedAt;
    return message;
}

inline Message succeeded(int branches = 1)
{
    Message message = submitted(branches);
    message.state = State::Succeed;
    message.branchDone.assign(std::size_t(branches), true);
    message.attempts = branches;
    message.finishedAt = start + Millis(20);
    message.dueAt.reset();
    return message;
}

inline Attempt attempt(int number, const QByteArray &branch, Millis at, Verdict verdict, int status,
                       Millis latency = Millis(8))
{
    Attempt made;
    made.messageRowId = 7;
    made.number = number;
    made.branchId = branch;
    made.startedAt = start + at;
    made.latency = latency;
    made.verdict = verdict;
    made.httpStatus = status;
    return made;
}

inline BarrierFact debit()
{
    return {true, "00", "msg", "msg", QStringLiteral("user 1 −30.00"), start};
}

inline BarrierFact credit(Millis at = Millis(45'000))
{
    return {false, "01", "action", "action", QStringLiteral("user 2 +30.00"), start + at};
}

inline MessageFacts facts(const Message &message, const QList<Attempt> &attempts = {},
                          const QList<BarrierFact> &rows = {})
{
    return {.message = message,
            .attempts = attempts,
            .barrierRows = rows,
            .senderBank = QStringLiteral("Bank A"),
            .receiverBank = QStringLiteral("Bank B"),
            .now = start + Millis(60'000)};
}

/// The sender crashed after its commit; a checkback found it; the first delivery got a 500, the second went through.
inline MessageFacts crashedSender()
{
    Message message = succeeded();
    message.submittedAt = start + Millis(35'009);
    message.finishedAt = start + Millis(45'311);
    message.attempts = 3;
    return facts(message,
                 {attempt(1, "00", Millis(35'001), Verdict::Success, 200),
                  attempt(2, "01", Millis(35'012), Verdict::Unknown, 500),
                  attempt(3, "01", Millis(45'302), Verdict::Success, 200)},
                 {debit(), credit(Millis(45'000))});
}

} // namespace stories
