// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/message/message.h"

#include <variant>

namespace core::message {

/// What came of one call, judged already.
struct CallResult
{
    Verdict verdict = Verdict::Unknown;
    int httpStatus = 0; ///< 0: no answer
    QByteArray error; ///< empty for SUCCESS
    QByteArray answerExcerpt;
    TimePoint startedAt;
    Millis latency{0};
};

// What can happen to a message.
struct Prepare
{
    ContentPtr content;
};
struct Submit
{
    ContentPtr content;
    bool hasSteps = true; ///< steps and payloads were sent, so they must be the same
    bool hasCustomData = false; ///< custom_data was sent and wins
};
struct Abort
{
    QByteArray reason;
};
/// What a person saw of a message before deciding on it.
struct Seen
{
    State state = State::Prepared;
    int branchesDone = 0;
    friend bool operator==(const Seen &, const Seen &) = default;
};
Seen seenOf(const Message &message);
struct ForceStop
{
    QByteArray reason;
    std::optional<Seen> seen = {}; ///< a message that stands otherwise by now is left alone
};
struct RetryNow
{ }; ///< a person, or resetNextCronTime: do now what is due later
struct ReplayCheckback
{ }; ///< a person: ask the sender now
struct Due
{ }; ///< its due time has come, or it was found without a living owner
struct CheckbackAnswered
{
    CallResult result;
};
struct BranchAnswered
{
    int branch = 0;
    CallResult result;
};
/// The call was not made, since its host is held back or the coordinator is full. Counts as no attempt. branch −1 is
/// the checkback.
struct CallDeferred
{
    int branch = 0;
    TimePoint until;
    QByteArray why;
};

using Event = std::variant<Prepare, Submit, Abort, ForceStop, RetryNow, ReplayCheckback, Due, CheckbackAnswered,
                           BranchAnswered, CallDeferred>;

// What to do once the new state is on disk.
struct Answer
{
    std::optional<Error> error;
}; ///< to who sent the event
struct AnswerWhenPassed
{ }; ///< who sent the event waits for the end of this pass
struct AnswerWaiters
{
    std::optional<Error> error;
}; ///< to all who wait for the end of the pass
/// Both calls: byHand means that a person asked for it now, so a host that is held back is tried all the same.
struct CallBranch
{
    int branch = 0;
    bool byHand = false;
};
struct AskSender
{
    bool byHand = false;
};

using Effect = std::variant<Answer, AnswerWhenPassed, AnswerWaiters, CallBranch, AskSender>;

/// What the outcome of a decision depends on beside message and event.
struct Circumstances
{
    TimePoint now;
    std::uint32_t chance = 0; ///< for the jitter
    Millis retryCap{std::chrono::minutes(10)};
    int stalledAfter = 10; ///< passes in a row without success
    /// Another coordinator has it in work. If that one is gone the message is found when its lease has run out; so what
    /// a person wants done now is left to it.
    bool isInWorkElsewhere = false;
};

struct Decision
{
    std::optional<Message> next; ///< what to save; none: nothing to save
    bool contentChanged = false; ///< next carries another content than what is stored
    std::vector<Attempt> attempts; ///< to append; rowId is the message's
    std::vector<Effect> effects;
};

/// Decides the next step of a message; current is null for an unknown gid. Pure: no clock, no I/O, no logging.
/// A late or repeated event changes nothing, yet its sender still gets an Answer. The rules are PROTOCOL §3 and §4.
Decision decide(const Message *current, const Gid &gid, const Event &event, const Circumstances &circumstances);

} // namespace core::message
