// SPDX-License-Identifier: Apache-2.0
#include "core/message/transition.h"

#include "core/message/passes.h"

#include <algorithm>

namespace core::message {

namespace {

Decision answer(std::optional<Error> error = std::nullopt)
{
    Decision decision;
    decision.effects.push_back(Answer{std::move(error)});
    return decision;
}

Decision nothing()
{
    return {};
}

Error unknownGid(const Gid &gid)
{
    return Error::notFound(QStringLiteral("gid %1 is not known").arg(gid.toString()));
}

Error otherContent(const char *field)
{
    return {Error::Code::Conflict,
            QStringLiteral("%1 differs from what this gid was prepared with; nothing was changed")
                .arg(QLatin1String(field)),
            field};
}

Error movedOn(const Message &message)
{
    return Error::conflict(QStringLiteral("the message has moved on: it is %1 by now, with %2 of %3 branches applied; "
                                          "look at it again")
                               .arg(QString::fromLatin1(stateName(message.state)))
                               .arg(seenOf(message).branchesDone)
                               .arg(message.branchDone.size()));
}

Error stateForbids(const Message &message, const char *what)
{
    const QString state = QString::fromLatin1(stateName(message.state));
    const QString reason =
        message.reason.isEmpty() ? QString() : QStringLiteral(" (") + QString::fromUtf8(message.reason) + u')';
    return Error::conflict(QStringLiteral("the message is %1%2: %3").arg(state, reason, QLatin1String(what)));
}

/// The first field in which steps or payloads differ; none when they are the same byte for byte (PROTOCOL §3).
std::optional<Error> differenceOfSteps(const Content &stored, const Content &sent)
{
    const auto sameAction = [](const Step &a, const Step &b) { return a.action == b.action; };
    if (!std::equal(stored.steps.cbegin(), stored.steps.cend(), sent.steps.cbegin(), sent.steps.cend(), sameAction))
        return otherContent("steps");
    if (stored.steps != sent.steps)
        return otherContent("payloads");
    return std::nullopt;
}

std::optional<Error> differenceOfPrepare(const Content &stored, const Content &sent)
{
    if (auto difference = differenceOfSteps(stored, sent))
        return difference;
    if (stored.queryPrepared != sent.queryPrepared)
        return otherContent("query_prepared");
    return std::nullopt;
}

std::optional<Error> differenceOfSubmit(const Content &stored, const Submit &submit)
{
    return submit.hasSteps ? differenceOfSteps(stored, *submit.content) : std::nullopt;
}

/// What a submit may still change: custom_data with its delay, where sent, and wait_result.
ContentPtr withSubmitsOptions(const ContentPtr &stored, const Submit &submit)
{
    auto merged = std::make_shared<Content>(*stored);
    merged->options.waitResult = submit.content->options.waitResult;
    if (submit.hasCustomData) {
        merged->customData = submit.content->customData;
        merged->options.delay = submit.content->options.delay;
    }
    return *merged == *stored ? stored : merged;
}

Message newMessage(const Gid &gid, const ContentPtr &content, TimePoint now)
{
    Message message{.gid = gid};
    message.content = content;
    message.branchDone.assign(static_cast<size_t>(content->branches.size()), false);
    message.createdAt = now;
    return message;
}

/// Whoever submitted hears at once, or at the end of the first pass when it wants the result.
void answerSubmit(Decision &decision, bool waitResult)
{
    const Message &message = *decision.next;
    if (!waitResult || message.finished())
        decision.effects.insert(decision.effects.begin(), Answer{});
    else if (message.inWork())
        decision.effects.insert(decision.effects.begin(), AnswerWhenPassed{});
    else
        decision.effects.insert(decision.effects.begin(), Answer{ongoing(message, QStringLiteral("it has a delay"))});
}

Decision submitted(Message message, bool contentChanged, const Circumstances &c)
{
    Decision decision;
    decision.next = std::move(message);
    decision.contentChanged = contentChanged;
    decision.effects.reserve(2); // mostly a call and an answer
    becomeSubmitted(decision, c);
    answerSubmit(decision, decision.next->content->options.waitResult);
    return decision;
}

Decision failed(const Message &message, const QByteArray &reason, bool overridden, const Circumstances &c)
{
    Decision decision = answer();
    decision.next = message;
    decision.next->overridden = overridden;
    becomeFailed(decision, reason, c);
    return decision;
}

QByteArray reasonOr(const QByteArray &reason, const char *whenEmpty)
{
    return reason.isEmpty() ? QByteArray(whenEmpty) : reason;
}

/// Nothing is stopped on the ground of what is no longer so: a branch may have been applied since.
Decision stopped(const Message &message, const ForceStop &event, const Circumstances &c)
{
    if (event.seen && *event.seen != seenOf(message))
        return answer(movedOn(message));
    return failed(message, reasonOr(event.reason, "stopped by hand"), true, c);
}

struct WhenUnknown
{
    const Gid &gid;
    const Circumstances &c;

    Decision operator()(const Prepare &event) const
    {
        Decision decision = answer();
        decision.next = newMessage(gid, event.content, c.now);
        decision.next->dueAt = c.now + event.content->options.timeoutToFail;
        return decision;
    }
    Decision operator()(const Submit &event) const
    {
        if (!event.hasSteps)
            return answer(Error::notFound(
                QStringLiteral("gid %1 is not known, and a submit without prepare needs steps and payloads")
                    .arg(gid.toString())));
        return submitted(newMessage(gid, event.content, c.now), false, c);
    }
    Decision operator()(const Abort &) const { return answer(unknownGid(gid)); }
    Decision operator()(const ForceStop &) const { return answer(unknownGid(gid)); }
    Decision operator()(const RetryNow &) const { return answer(unknownGid(gid)); }
    Decision operator()(const ReplayCheckback &) const { return answer(unknownGid(gid)); }
    Decision operator()(const Due &) const { return nothing(); }
    Decision operator()(const CheckbackAnswered &) const { return nothing(); }
    Decision operator()(const BranchAnswered &) const { return nothing(); }
    Decision operator()(const CallDeferred &) const { return nothing(); }
};

struct WhenPrepared
{
    const Message &message;
    const Circumstances &c;

    Decision operator()(const Prepare &event) const
    {
        return answer(differenceOfPrepare(*message.content, *event.content));
    }
    Decision operator()(const Submit &event) const
    {
        if (auto difference = differenceOfSubmit(*message.content, event))
            return answer(std::move(difference));
        Message next = message;
        next.content = withSubmitsOptions(message.content, event);
        const bool contentChanged = next.content != message.content;
        return submitted(std::move(next), contentChanged, c);
    }
    Decision operator()(const Abort &event) const
    {
        return failed(message, reasonOr(event.reason, "aborted by the sender"), false, c);
    }
    Decision operator()(const ForceStop &event) const { return stopped(message, event, c); }
    Decision operator()(const RetryNow &) const { return askNow(answer(), true); }
    Decision operator()(const ReplayCheckback &) const { return askNow(answer(), true); }
    Decision operator()(const Due &) const { return askNow(nothing(), false); }
    Decision operator()(const CheckbackAnswered &event) const
    {
        if (!message.asking)
            return nothing();
        Decision decision{.next = message};
        recordCheckback(decision, event.result, c);
        return decision;
    }
    Decision operator()(const BranchAnswered &) const { return nothing(); }
    Decision operator()(const CallDeferred &event) const
    {
        if (event.branch >= 0 || !message.asking)
            return nothing();
        Decision decision{.next = message};
        holdBack(decision, event, c);
        return decision;
    }

private:
    Decision askNow(Decision decision, bool byHand) const
    {
        if (message.asking || (byHand && c.isInWorkElsewhere))
            return decision;
        decision.next = message;
        startCheckback(decision, c, byHand);
        return decision;
    }
};

struct WhenSubmitted
{
    const Message &message;
    const Circumstances &c;

    Decision operator()(const Prepare &) const { return answer(stateForbids(message, "it cannot be prepared again")); }
    Decision operator()(const Submit &event) const
    {
        if (auto difference = differenceOfSubmit(*message.content, event))
            return answer(std::move(difference));
        if (!event.content->options.waitResult)
            return answer();
        if (!message.inWork())
            return answer(ongoing(message, QString::fromUtf8(message.lastError)));
        Decision decision;
        decision.effects.push_back(AnswerWhenPassed{});
        return decision;
    }
    Decision operator()(const Abort &) const { return answer(stateForbids(message, "it can no longer be aborted")); }
    Decision operator()(const ForceStop &event) const { return stopped(message, event, c); }
    Decision operator()(const RetryNow &) const { return passNow(answer(), true); }
    Decision operator()(const ReplayCheckback &) const
    {
        return answer(stateForbids(message, "the sender need not be asked any more"));
    }
    Decision operator()(const Due &) const { return passNow(nothing(), false); }
    Decision operator()(const CheckbackAnswered &) const { return nothing(); }
    Decision operator()(const BranchAnswered &event) const
    {
        if (!isInFlight(event.branch))
            return nothing();
        Decision decision{.next = message};
        recordBranch(decision, event.branch, event.result, c);
        return decision;
    }
    Decision operator()(const CallDeferred &event) const
    {
        if (!isInFlight(event.branch))
            return nothing();
        Decision decision{.next = message};
        holdBack(decision, event, c);
        return decision;
    }

private:
    bool isInFlight(int branch) const
    {
        return std::find(message.inFlight.cbegin(), message.inFlight.cend(), branch) != message.inFlight.cend();
    }
    Decision passNow(Decision decision, bool byHand) const
    {
        if (message.inWork() || (byHand && c.isInWorkElsewhere))
            return decision;
        decision.next = message;
        startPass(decision, c, byHand);
        return decision;
    }
};

/// Finished messages never change; a repeated request gets the answer that it got before.
struct WhenFinished
{
    const Message &message;

    Decision operator()(const Prepare &) const { return answer(stateForbids(message, "it cannot be prepared again")); }
    Decision operator()(const Submit &event) const
    {
        if (message.state == State::Failed)
            return answer(stateForbids(message, "it cannot be submitted"));
        return answer(differenceOfSubmit(*message.content, event));
    }
    Decision operator()(const Abort &) const
    {
        return message.state == State::Failed ? answer() : answer(stateForbids(message, "it can no longer be aborted"));
    }
    Decision operator()(const ForceStop &) const { return answer(stateForbids(message, "there is nothing to stop")); }
    Decision operator()(const RetryNow &) const { return answer(stateForbids(message, "there is nothing to retry")); }
    Decision operator()(const ReplayCheckback &) const
    {
        return answer(stateForbids(message, "the sender need not be asked any more"));
    }
    Decision operator()(const Due &) const { return nothing(); }
    Decision operator()(const CheckbackAnswered &) const { return nothing(); }
    Decision operator()(const BranchAnswered &) const { return nothing(); }
    Decision operator()(const CallDeferred &) const { return nothing(); }
};

Decision decideByState(const Message *current, const Gid &gid, const Event &event, const Circumstances &c)
{
    if (!current)
        return std::visit(WhenUnknown{gid, c}, event);
    switch (current->state) {
    case State::Prepared:
        return std::visit(WhenPrepared{*current, c}, event);
    case State::Submitted:
        return std::visit(WhenSubmitted{*current, c}, event);
    case State::Succeed:
    case State::Failed:
        return std::visit(WhenFinished{*current}, event);
    }
    return nothing();
}

} // namespace

Seen seenOf(const Message &message)
{
    const auto done = std::count(message.branchDone.cbegin(), message.branchDone.cend(), true);
    return {message.state, static_cast<int>(done)};
}

Decision decide(const Message *current, const Gid &gid, const Event &event, const Circumstances &circumstances)
{
    Decision decision = decideByState(current, gid, event, circumstances);
    if (decision.next)
        decision.next->updatedAt = circumstances.now;
    return decision;
}

} // namespace core::message
