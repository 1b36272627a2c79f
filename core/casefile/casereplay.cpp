// SPDX-License-Identifier: Apache-2.0
#include "core/casefile/casereplay.h"

#include "core/engine/coordinator.h"
#include "core/message/branches.h"
#include "core/store/makestore.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTemporaryDir>

#include <algorithm>
#include <deque>
#include <map>

using namespace Qt::StringLiterals;

namespace core::casefile {

using message::Attempt;
using message::CallResult;
using message::Event;
using message::Message;
using message::Verdict;

namespace {

constexpr int turnsMax = 200'000; ///< of a record that cannot end
constexpr char checkbackId[] = "00";

/// Stands still until the replay has nothing more to do at this time.
class LeapingClock final : public Clock
{
public:
    explicit LeapingClock(TimePoint start) : m_now(start) { }
    TimePoint now() const override { return m_now; }
    void leapTo(TimePoint time) { m_now = std::max(m_now, time); }

private:
    TimePoint m_now;
};

/// Keeps what the engine lets out: the calls for the players, and why it refused an event first.
class CallsKept final : public engine::Outlet
{
public:
    std::deque<engine::Call> calls;
    std::optional<Error> refused;

    void deliver(std::vector<engine::Output> &&outputs) override
    {
        for (engine::Output &output : outputs) {
            if (auto *call = std::get_if<engine::Call>(&output))
                calls.push_back(std::move(*call));
            else if (const auto *reply = std::get_if<engine::Reply>(&output); reply && reply->error && !refused)
                refused = reply->error;
        }
    }
};

/// Answers for sender and receivers as the record has it.
class Players final
{
public:
    explicit Players(const Case &recorded)
    {
        for (const Attempt &attempt : recorded.attempts)
            m_answers[attempt.branchId].push_back(attempt);
        const Message &message = recorded.message;
        for (qsizetype i = 0; i < message.content->branches.size(); ++i)
            addUnkept(message.content->branches.at(i).id, message.branchDone.at(std::size_t(i)));
    }

    /// None: the record ends here.
    std::optional<CallResult> answer(const QByteArray &branchId, TimePoint now)
    {
        auto &left = m_answers[branchId];
        if (left.empty())
            return std::nullopt;
        const Attempt attempt = left.front();
        left.pop_front();
        return CallResult{.verdict = attempt.verdict,
                          .httpStatus = attempt.httpStatus,
                          .error = attempt.error,
                          .answerExcerpt = attempt.answerExcerpt,
                          .startedAt = now,
                          .latency = attempt.latency};
    }

private:
    /// A clean first success is not kept as an attempt.
    void addUnkept(const QByteArray &branchId, bool done)
    {
        auto &answers = m_answers[branchId];
        const bool hasSuccess = std::any_of(answers.begin(), answers.end(),
                                            [](const Attempt &one) { return one.verdict == Verdict::Success; });
        if (done && !hasSuccess)
            answers.push_front({.branchId = branchId, .verdict = Verdict::Success, .httpStatus = 200});
    }

    QHash<QByteArray, std::deque<Attempt>> m_answers;
};

bool wasSubmittedByCheckback(const Case &recorded)
{
    return std::any_of(recorded.attempts.begin(), recorded.attempts.end(), [](const Attempt &attempt) {
        return attempt.branchId == checkbackId && attempt.verdict == Verdict::Success;
    });
}

bool failedByCheckback(const Case &recorded)
{
    return std::any_of(recorded.attempts.begin(), recorded.attempts.end(), [](const Attempt &attempt) {
        return attempt.branchId == checkbackId && attempt.verdict == Verdict::Failure;
    });
}

/// What the operator's order is to the engine; nothing for what the engine is not asked by.
std::optional<Event> orderOf(const CaseEvent &event)
{
    if (event.outcome == "refused"_L1)
        return std::nullopt;
    if (event.verb == "retry_now"_L1)
        return message::RetryNow{};
    if (event.verb == "replay_checkback"_L1 || event.verb == "submit"_L1 || event.verb == "abort"_L1)
        return message::ReplayCheckback{}; // both go by what the sender answers
    return std::nullopt;
}

class Player final
{
public:
    Player(const Case &recorded, const QString &folder)
        : m_recorded(recorded)
        , m_clock(recorded.message.createdAt)
        , m_random(quickRandom(1))
        , m_gids(m_clock, m_random)
        , m_players(recorded)
        , m_store(store::makeStore(store::SqliteAddress{folder + "/replay.db"_L1}))
        , m_coordinator(*m_store, m_clock, m_gids, m_random, m_outlet, m_metrics, {.pruning = {.keepFor = Millis(0)}})
    {
        planEvents();
    }

    Result<Replay> play()
    {
        if (const Status started = m_coordinator.start(); !started.ok())
            return started.error();
        m_nextTurn = m_coordinator.turn(subscriptions());
        for (int turns = 0; turns < turnsMax && !m_isPastRecord && goOn(); ++turns) { }
        return outcome();
    }

private:
    const Gid &gid() const { return m_recorded.message.gid; }

    void plan(TimePoint at, Event event) { m_plan.emplace(at, std::move(event)); }

    /// Prepare and submit, what people ordered, and an end that no checkback brought.
    void planEvents()
    {
        const Message &message = m_recorded.message;
        const message::ContentPtr &content = message.content;
        if (!content->queryPrepared.isEmpty())
            plan(message.createdAt, message::Prepare{content});
        if (message.submittedAt && !wasSubmittedByCheckback(m_recorded))
            plan(*message.submittedAt, message::Submit{.content = content});
        for (const CaseEvent &event : m_recorded.events) {
            if (const auto order = orderOf(event))
                plan(event.at, *order);
        }
        if (message.state != message::State::Failed || failedByCheckback(m_recorded))
            return;
        if (message.overridden)
            plan(*message.finishedAt, message::ForceStop{message.reason});
        else
            plan(*message.finishedAt, message::Abort{message.reason});
    }

    /// A topic's subscribers, so that the engine finds the branches that the record has.
    std::vector<engine::Inbound> subscriptions() const
    {
        std::vector<engine::Inbound> changes;
        const message::Content &content = *m_recorded.message.content;
        QHash<QByteArray, int> stepOf;
        for (const message::Branch &branch : content.branches) {
            const QByteArray action = content.steps.at(branch.step).action;
            if (!action.startsWith(message::topicScheme) || stepOf.value(action, branch.step) != branch.step)
                continue;
            stepOf.insert(action, branch.step);
            changes.push_back(
                engine::TopicChange{.topic = action.sliced(qstrlen(message::topicScheme)), .url = branch.url});
        }
        return changes;
    }

    /// One thing after the other: an answer to a call, else the next event or turn. False: nothing is left.
    bool goOn()
    {
        if (!m_outlet.calls.empty())
            return answerCall();
        const bool hasEvent = !m_plan.empty();
        if (!hasEvent && (isFinished() || !m_nextTurn))
            return false;
        if (hasEvent && (!m_nextTurn || m_plan.begin()->first <= *m_nextTurn)) {
            m_clock.leapTo(m_plan.begin()->first);
            const Event event = m_plan.extract(m_plan.begin()).mapped();
            turn(event);
        } else {
            m_clock.leapTo(*m_nextTurn);
            turn(std::nullopt);
        }
        return true;
    }

    bool answerCall()
    {
        const engine::Call call = m_outlet.calls.front();
        m_outlet.calls.pop_front();
        const bool isCheckback = call.branch < 0;
        const QByteArray branchId = isCheckback ? QByteArray(checkbackId) : call.content->branches.at(call.branch).id;
        const std::optional<CallResult> answer = m_players.answer(branchId, m_clock.now());
        if (!answer) {
            m_isPastRecord = true;
            return false;
        }
        m_clock.leapTo(m_clock.now() + answer->latency);
        if (isCheckback)
            turn(message::CheckbackAnswered{*answer});
        else
            turn(message::BranchAnswered{call.branch, *answer});
        return true;
    }

    void turn(const std::optional<Event> &event)
    {
        std::vector<engine::Inbound> items;
        if (event)
            items.push_back(engine::Command{.gid = gid(), .event = *event, .asker = engine::LocalReply()});
        m_nextTurn = m_coordinator.turn(std::move(items));
    }

    bool isFinished()
    {
        const auto loaded = m_store->load({gid()});
        return loaded.ok() && !loaded->empty() && loaded->front().finished();
    }

    Result<Replay> outcome()
    {
        const auto loaded = m_store->load({gid()});
        if (!loaded.ok())
            return loaded.error();
        if (loaded->empty())
            return m_outlet.refused.value_or(
                Error::invalid("message", u"the record tells neither of a prepare nor of a submit"_s));
        return Replay{.message = loaded->front(),
                      .isPastRecord = m_isPastRecord,
                      .told = m_clock.now() - m_recorded.message.createdAt};
    }

    const Case &m_recorded;
    LeapingClock m_clock;
    RandomSource m_random;
    GidSource m_gids;
    Players m_players;
    engine::Metrics m_metrics;
    CallsKept m_outlet;
    std::unique_ptr<store::MessageStore> m_store;
    engine::Coordinator m_coordinator;
    std::multimap<TimePoint, Event> m_plan;
    std::optional<TimePoint> m_nextTurn;
    bool m_isPastRecord = false;
};

/// With the player gone nobody writes to the store any more.
Result<QList<Attempt>> attemptsIn(const QString &folder, std::int64_t rowId)
{
    const auto reader = store::makeReader(store::SqliteAddress{folder + "/replay.db"_L1});
    if (const Status open = reader->open(); !open.ok())
        return open.error();
    return reader->attempts(rowId);
}

/// The verdicts of each branch in their order: the order between branches is chance.
QHash<QByteArray, QList<Verdict>> verdictsOf(const QList<Attempt> &attempts)
{
    QHash<QByteArray, QList<Verdict>> verdicts;
    for (const Attempt &attempt : attempts)
        verdicts[attempt.branchId].append(attempt.verdict);
    return verdicts;
}

} // namespace

QList<ReplayDifference> differencesOf(const Case &recorded, const Replay &replay)
{
    QList<ReplayDifference> differences;
    if (recorded.message.state != replay.message.state)
        differences << ReplayDifference::State;
    if (recorded.message.branchDone != replay.message.branchDone)
        differences << ReplayDifference::BranchesDone;
    if (recorded.message.attempts != replay.message.attempts)
        differences << ReplayDifference::Calls;
    if (verdictsOf(recorded.attempts) != verdictsOf(replay.attempts))
        differences << ReplayDifference::Verdicts;
    return differences;
}

Result<Replay> replayCase(const Case &recorded)
{
    const QTemporaryDir folder;
    if (!folder.isValid())
        return Error::unavailable(folder.errorString());
    QElapsedTimer watch;
    watch.start();
    const auto played = [&] { return Player(recorded, folder.path()).play(); }();
    if (!played.ok())
        return played.error();
    Replay replay = *played;
    const auto attempts = attemptsIn(folder.path(), replay.message.rowId);
    if (!attempts.ok())
        return attempts.error();
    replay.attempts = *attempts;
    replay.took = Millis(watch.elapsed());
    return replay;
}

} // namespace core::casefile
