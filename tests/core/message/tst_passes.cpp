// SPDX-License-Identifier: Apache-2.0
#include "core/message/passes.h"
#include "tests/support/messagebuilders.h"

#include <QTest>

using namespace core;
using namespace core::message;
using namespace test;

namespace {

const TimePoint start = fromEpochMs(1'700'000'000'000);
const Gid gid = gidOf("m1");
constexpr std::uint32_t noJitter = 0x80000000;

/// One message with the time that passes for it.
struct Subject
{
    TimePoint now = start;
    std::optional<Message> message = {};
    std::uint32_t chance = noJitter;
    int stalledAfter = 10;
    Decision last = {};

    void happens(const Event &event)
    {
        last =
            decide(message ? &*message : nullptr, gid, event,
                   {.now = now, .chance = chance, .retryCap = std::chrono::minutes(10), .stalledAfter = stalledAfter});
        if (last.next)
            message = last.next;
    }
    /// The branch's answer to a call, and the next call when it is due; gives how long that took to become due.
    Millis fails(const CallResult &result)
    {
        happens(BranchAnswered{0, result});
        const Millis wait = *message->dueAt - now;
        now = *message->dueAt;
        happens(Due{});
        return wait;
    }
    QList<int> called() const
    {
        QList<int> branches;
        for (const Effect &effect : last.effects) {
            if (const auto *call = std::get_if<CallBranch>(&effect))
                branches.append(call->branch);
        }
        return branches;
    }
};

Subject submitted(const ContentSpec &spec = {})
{
    Subject subject;
    subject.happens(Submit{contentOf(spec)});
    return subject;
}

} // namespace

/// What the table of tst_transition cannot show: what follows from several events in a row.
class TestPasses : public QObject
{
    Q_OBJECT

private slots:
    void branchesAreCalledOneAfterTheOther();
    void aFailedBranchHoldsUpThoseBehindIt();
    void concurrentBranchesAreCalledAtOnce();
    void theNextConcurrentPassCallsOnlyThoseLeft();
    void aMessageWithoutBranchesSucceedsAtOnce();

    void theIntervalDoublesUpToTheCap();
    void theIntervalNeverExceedsTheCapByMoreThanTheJitter();
    void anIntervalAboveTheCapStaysAsItIs();
    void ongoingIsRetriedAtTheFixedInterval();
    void failureIsRetriedLikeUnknown();
    void aSuccessResetsTheInterval();
    void dueTimesAreRoundedUpToATenthOfASecond();

    void aMessageIsStalledAfterNFailures();
    void aSuccessEndsBeingStalled();
    void aSubmitEndsBeingStalled();

    void theDelayCountsFromTheSubmit();
    void aSubmitsDelayWinsOverThePreparesDelay();
    void aCheckbackKeepsThePreparesDelay();

    void aHeldBackCallCountsAsNoAttempt();
    void aHeldBackCallDoesNotShortenTheRetryOfAnother();
    void aForcedStopIsMarked();
    void aForcedStopLeavesAMessageThatMovedOn();
    void onlyCleanFirstSuccessesAreNotKept();
    void attemptsAreNumbered();
};

void TestPasses::branchesAreCalledOneAfterTheOther()
{
    Subject subject = submitted({.branches = 3});
    QCOMPARE(subject.called(), QList<int>{0});
    subject.happens(BranchAnswered{0, succeeded()});
    QCOMPARE(subject.called(), QList<int>{1});
    subject.happens(BranchAnswered{1, succeeded()});
    QCOMPARE(subject.called(), QList<int>{2});
    subject.happens(BranchAnswered{2, succeeded()});
    QCOMPARE(subject.called(), QList<int>{});
    QCOMPARE(subject.message->state, State::Succeed);
    QCOMPARE(subject.message->finishedAt, start);
    QVERIFY(!subject.message->dueAt);
}

void TestPasses::aFailedBranchHoldsUpThoseBehindIt()
{
    Subject subject = submitted({.branches = 3});
    subject.happens(BranchAnswered{0, succeeded()});
    subject.happens(BranchAnswered{1, timedOut()});
    QCOMPARE(subject.called(), QList<int>{});
    QVERIFY(!subject.message->inWork());
    subject.now = *subject.message->dueAt;
    subject.happens(Due{});
    QCOMPARE(subject.called(), QList<int>{1});
}

void TestPasses::concurrentBranchesAreCalledAtOnce()
{
    const Subject subject = submitted({.branches = 3, .options = {.concurrent = true}});
    QCOMPARE(subject.called(), (QList<int>{0, 1, 2}));
}

void TestPasses::theNextConcurrentPassCallsOnlyThoseLeft()
{
    Subject subject = submitted({.branches = 3, .options = {.concurrent = true}});
    subject.happens(BranchAnswered{1, timedOut()});
    QVERIFY(subject.message->inWork());
    subject.happens(BranchAnswered{2, succeeded()});
    subject.happens(BranchAnswered{0, succeeded()});
    QVERIFY(!subject.message->inWork());
    QCOMPARE(subject.message->failuresInRow, 1);
    subject.now = *subject.message->dueAt;
    subject.happens(Due{});
    QCOMPARE(subject.called(), QList<int>{1});
    subject.happens(BranchAnswered{1, succeeded()});
    QCOMPARE(subject.message->state, State::Succeed);
}

void TestPasses::aMessageWithoutBranchesSucceedsAtOnce()
{
    Content empty = *contentOf();
    empty.steps.clear();
    empty.branches.clear();
    Subject subject;
    subject.happens(Submit{std::make_shared<Content>(empty)});
    QCOMPARE(subject.message->state, State::Succeed);
    QVERIFY(subject.called().isEmpty());
}

void TestPasses::theIntervalDoublesUpToTheCap()
{
    Subject subject = submitted();
    for (const int expected : {10, 20, 40, 80, 160, 320, 600, 600, 600})
        QCOMPARE(subject.fails(timedOut()), Millis(seconds(expected)));
}

void TestPasses::theIntervalNeverExceedsTheCapByMoreThanTheJitter()
{
    for (const std::uint32_t chance : {0U, 1U, 0x7FFFFFFFU, 0xFFFFFFFFU}) {
        Subject subject = submitted();
        subject.chance = chance;
        for (int pass = 0; pass < 100; ++pass) {
            const Millis wait = subject.fails(timedOut());
            QVERIFY(wait >= seconds(9));
            QVERIFY(wait <= seconds(660));
        }
    }
}

void TestPasses::anIntervalAboveTheCapStaysAsItIs()
{
    Subject subject = submitted({.options = {.retryInterval = seconds(3600)}});
    QCOMPARE(subject.fails(timedOut()), Millis(seconds(3600)));
    QCOMPARE(subject.fails(timedOut()), Millis(seconds(3600)));
}

void TestPasses::ongoingIsRetriedAtTheFixedInterval()
{
    Subject subject = submitted({.options = {.retryInterval = seconds(7)}});
    subject.chance = 0; // no jitter either
    for (int pass = 0; pass < 5; ++pass)
        QCOMPARE(subject.fails(notYet()), Millis(seconds(7)));
    subject.chance = noJitter;
    QCOMPARE(subject.fails(timedOut()), Millis(seconds(7)));
    QCOMPARE(subject.fails(timedOut()), Millis(seconds(14)));
}

void TestPasses::failureIsRetriedLikeUnknown()
{
    Subject subject = submitted();
    QCOMPARE(subject.fails(refused()), Millis(seconds(10)));
    QCOMPARE(subject.fails(refused()), Millis(seconds(20)));
    QCOMPARE(subject.message->state, State::Submitted);
}

void TestPasses::aSuccessResetsTheInterval()
{
    Subject subject = submitted({.branches = 2});
    subject.fails(timedOut());
    subject.fails(timedOut());
    subject.happens(BranchAnswered{0, succeeded()});
    QCOMPARE(subject.message->failuresInRow, 0);
    subject.happens(BranchAnswered{1, timedOut()});
    QCOMPARE(*subject.message->dueAt - subject.now, Millis(seconds(10)));
}

void TestPasses::dueTimesAreRoundedUpToATenthOfASecond()
{
    Subject subject = submitted();
    subject.now += Millis(1);
    subject.happens(BranchAnswered{0, timedOut()});
    QCOMPARE(*subject.message->dueAt, start + seconds(10) + Millis(100));
}

void TestPasses::aMessageIsStalledAfterNFailures()
{
    Subject subject = submitted();
    subject.stalledAfter = 3;
    subject.fails(timedOut());
    subject.fails(notYet());
    QVERIFY(!subject.message->stalled);
    subject.fails(refused());
    QVERIFY(subject.message->stalled);
    QVERIFY2(subject.message->inWork(), "it is still tried");
}

void TestPasses::aSuccessEndsBeingStalled()
{
    Subject subject = submitted({.branches = 2});
    subject.stalledAfter = 1;
    subject.fails(timedOut());
    QVERIFY(subject.message->stalled);
    subject.happens(BranchAnswered{0, succeeded()});
    QVERIFY(!subject.message->stalled);
}

void TestPasses::aSubmitEndsBeingStalled()
{
    Subject subject;
    subject.stalledAfter = 1;
    subject.happens(Prepare{contentOf()});
    subject.happens(Due{});
    subject.happens(CheckbackAnswered{timedOut()});
    QVERIFY(subject.message->stalled);
    subject.happens(Submit{contentOf()});
    QVERIFY(!subject.message->stalled);
    QCOMPARE(subject.message->failuresInRow, 0);
}

void TestPasses::theDelayCountsFromTheSubmit()
{
    Subject subject;
    subject.happens(Prepare{contentOf({.options = {.delay = seconds(60)}})});
    subject.now += seconds(5);
    subject.happens(Submit{contentOf({.options = {.delay = seconds(60)}})});
    QVERIFY(subject.called().isEmpty());
    QCOMPARE(*subject.message->dueAt, start + seconds(65));
}

void TestPasses::aSubmitsDelayWinsOverThePreparesDelay()
{
    Subject subject;
    subject.happens(Prepare{contentOf({.options = {.delay = seconds(60)}})});
    subject.happens(Submit{.content = contentOf({.options = {.delay = seconds(0)}}), .hasCustomData = true});
    QCOMPARE(subject.called(), QList<int>{0});
}

void TestPasses::aCheckbackKeepsThePreparesDelay()
{
    Subject subject;
    subject.happens(Prepare{contentOf({.options = {.delay = seconds(60)}})});
    subject.now += seconds(40);
    subject.happens(Due{});
    subject.happens(CheckbackAnswered{succeeded()});
    QVERIFY(subject.called().isEmpty());
    QCOMPARE(*subject.message->dueAt, start + seconds(100));
}

void TestPasses::aHeldBackCallCountsAsNoAttempt()
{
    Subject subject = submitted();
    subject.happens(CallDeferred{0, start + seconds(3), "held back"});
    QCOMPARE(subject.message->attempts, 0);
    QCOMPARE(subject.message->failuresInRow, 0);
    QCOMPARE(*subject.message->dueAt, start + seconds(3));
    QCOMPARE(subject.message->lastError, QByteArray("held back"));
    QVERIFY(subject.last.attempts.empty());
}

void TestPasses::aHeldBackCallDoesNotShortenTheRetryOfAnother()
{
    Subject subject = submitted({.branches = 2, .options = {.concurrent = true}});
    subject.happens(CallDeferred{0, start + seconds(1), "held back"});
    subject.happens(BranchAnswered{1, timedOut()});
    QCOMPARE(*subject.message->dueAt, start + seconds(10));
}

void TestPasses::aForcedStopIsMarked()
{
    Subject subject = submitted();
    subject.happens(ForceStop{"wrong account"});
    QCOMPARE(subject.message->state, State::Failed);
    QVERIFY(subject.message->overridden);
    QCOMPARE(subject.message->reason, QByteArray("wrong account"));
    subject.happens(BranchAnswered{0, succeeded()});
    QVERIFY2(!subject.last.next, "a late answer changes nothing");
}

void TestPasses::aForcedStopLeavesAMessageThatMovedOn()
{
    Subject subject = submitted({.branches = 2});
    const Seen before = seenOf(*subject.message);
    QCOMPARE(before, (Seen{State::Submitted, 0}));
    subject.happens(BranchAnswered{0, succeeded()});
    subject.happens(ForceStop{"too slow", before});
    QVERIFY2(!subject.last.next, "a branch was applied since: nobody decided on that");
    QCOMPARE(std::get<Answer>(subject.last.effects.front()).error->code, core::Error::Code::Conflict);
    subject.happens(ForceStop{"too slow", Seen{State::Prepared, 1}});
    QVERIFY(!subject.last.next);
    subject.happens(ForceStop{"too slow", Seen{State::Submitted, 1}});
    QCOMPARE(subject.message->state, State::Failed);
}

void TestPasses::onlyCleanFirstSuccessesAreNotKept()
{
    Subject subject = submitted({.branches = 3});
    subject.happens(BranchAnswered{0, succeeded()});
    QVERIFY(subject.last.attempts.empty());
    subject.happens(BranchAnswered{1, timedOut()});
    QCOMPARE(subject.last.attempts.size(), std::size_t(1));
    subject.now = *subject.message->dueAt;
    subject.happens(Due{});
    subject.happens(BranchAnswered{1, succeeded()});
    QCOMPARE(subject.last.attempts.size(), std::size_t(1));
}

void TestPasses::attemptsAreNumbered()
{
    Subject subject = submitted();
    subject.happens(BranchAnswered{0, refused()});
    QCOMPARE(subject.last.attempts.front().number, 1);
    QCOMPARE(subject.last.attempts.front().branchId, QByteArray("01"));
    QCOMPARE(subject.last.attempts.front().httpStatus, 409);
    subject.happens(Due{});
    subject.happens(BranchAnswered{0, timedOut()});
    QCOMPARE(subject.last.attempts.front().number, 2);
}

QTEST_APPLESS_MAIN(TestPasses)
#include "tst_passes.moc"
