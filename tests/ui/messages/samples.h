// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/message/message.h"

/// Messages as the tests of this folder need them: prepared at `start`, one branch that pays 30.00 to user 2.
namespace samples {

inline const core::TimePoint start = core::fromEpochMs(1'800'000'000'000);

inline core::message::Content content(int branches = 1)
{
    core::message::Content content;
    for (int i = 0; i < branches; ++i) {
        content.steps << core::message::Step{"http://b.test/api/busi/SagaBTransIn", R"({"amount":30.00,"user_id":2})"};
        const QByteArray id = QByteArray::number(i + 1).rightJustified(2, '0');
        content.branches << core::message::Branch{id, content.steps.last().action, i};
    }
    content.queryPrepared = "http://a.test/api/busi/QueryPreparedB";
    return content;
}

inline core::message::Message message(const core::message::Content &content)
{
    core::message::Message message{.gid = core::Gid::fromBytes("01M2FS12WRT7BREJ1E706AKRSM").value()};
    message.rowId = 7;
    message.content = std::make_shared<core::message::Content>(content);
    message.branchDone.assign(std::size_t(content.branches.size()), false);
    message.createdAt = start;
    message.updatedAt = start;
    message.dueAt = start + content.options.timeoutToFail;
    return message;
}

inline core::message::Message prepared()
{
    return message(content());
}

inline core::message::Message submitted(int branches = 1)
{
    core::message::Message made = message(content(branches));
    made.state = core::message::State::Submitted;
    made.submittedAt = start;
    made.dueAt = start;
    return made;
}

inline core::message::Attempt attempt(const QByteArray &branch, core::message::Verdict verdict, int status)
{
    core::message::Attempt attempt;
    attempt.messageRowId = 7;
    attempt.branchId = branch;
    attempt.number = 1;
    attempt.startedAt = start;
    attempt.latency = core::Millis(9);
    attempt.verdict = verdict;
    attempt.httpStatus = status;
    return attempt;
}

} // namespace samples
