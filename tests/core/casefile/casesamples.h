// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/casefile/case.h"
#include "tests/support/messagebuilders.h"

namespace test {

inline core::TimePoint caseStart()
{
    return core::fromEpochMs(1'700'000'000'000);
}

inline core::message::Attempt caseAttempt(const QByteArray &branchId, int number, core::Millis after,
                                          const core::message::CallResult &result)
{
    return {.branchId = branchId,
            .number = number,
            .startedAt = caseStart() + after,
            .latency = core::Millis(12),
            .verdict = result.verdict,
            .httpStatus = result.httpStatus,
            .error = result.error,
            .answerExcerpt = result.answerExcerpt};
}

/// A transfer whose sender died before its submit: found by a checkback, delivered at the second try.
inline core::casefile::Case sampleCase()
{
    using namespace std::chrono_literals;
    ContentSpec spec;
    spec.steps = {{"http://bank-b/api/busi/SagaBTransIn", R"({"amount":"30.00","from":1,"to":2})"}};
    spec.queryPrepared = "http://bank-a/api/busi/QueryPreparedB";
    spec.options.timeoutToFail = core::seconds(1);
    spec.options.retryInterval = core::seconds(1);
    core::message::Message message{.gid = gidOf("case-m1-1")};
    message.state = core::message::State::Succeed;
    message.content = contentOf(spec);
    message.branchDone = {true};
    message.attempts = 3;
    message.lastHttpStatus = 200;
    message.createdAt = caseStart();
    message.updatedAt = caseStart() + 2500ms;
    message.submittedAt = caseStart() + 1012ms;
    message.finishedAt = caseStart() + 2500ms;
    return {.message = message,
            .attempts = {caseAttempt("00", 1, 1000ms, succeeded()), caseAttempt("01", 2, 1020ms, timedOut()),
                         caseAttempt("01", 3, 2400ms, succeeded())},
            .banks = {{.name = QStringLiteral("Bank A"),
                       .isSender = true,
                       .accounts = {{1, core::Money::fromCents(997000), {}}},
                       .barrierRows = {{"00", "msg", "01", "msg", 1, core::Money::fromCents(-3000), caseStart()}}},
                      {.name = QStringLiteral("Bank B"),
                       .accounts = {{2, core::Money::fromCents(1003000), {}}},
                       .barrierRows = {{"01", "action", "01", "action", 2, core::Money::fromCents(3000),
                                        caseStart() + 2000ms}}}},
            .events = {{caseStart() + 2390ms, QStringLiteral("anna"), QStringLiteral("retry_now"),
                        QStringLiteral("accepted")}},
            .savedAt = caseStart() + 60s,
            .savedBy = QStringLiteral("Checkback 0.1.0")};
}

} // namespace test
