// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testengine.h"

#include <QLoggingCategory>
#include <QTest>

#include <algorithm>

using namespace core;
using namespace core::engine;
using namespace core::message;
using namespace test;

namespace {

/// Cannot read one of its rows.
class DamagedStore final : public CrashyStore
{
public:
    using CrashyStore::CrashyStore;

    Result<std::vector<Message>> load(const QList<Gid> &gids) override
    {
        if (gids.contains(gidOf("damaged")))
            return Error::internal(QStringLiteral("the message is damaged"));
        return CrashyStore::load(gids);
    }
};

} // namespace

/// What the stories under tests/scenarios cannot tell: several events in one batch, health, changes, what is bounded.
class TestCoordinator : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("core.*=false")); }

    void manyEventsAreOneCommit();
    void eventsOfOneMessageInABatchFollowEachOther();
    void aCallThatALaterEventOfItsBatchEndedIsNotMade();
    void aCheckbackThatALaterEventOfItsBatchEndedIsNotMade();
    void aConflictInABatchHoldsUpOnlyItsMessage();
    void aDamagedRowInABatchHoldsUpOnlyItsMessage();
    void aCommitThatStaysBusyIsGivenUp();
    void anUnknownCommitThatStaysLostIsGivenUp();
    void aLostCommitIsNotTakenForAnEarlierOneOfItsMillisecond();
    void resultsOfCallsWaitForTheStore();
    void nothingIsDecidedUntilWhatTheDiskDidNotTakeIsWrittenAnew();
    void resultsThatWaitAreDecidedOnceARequestCouldBeWritten();
    void aResultOfACallThatNobodyMadeIsDropped();
    void dueMessagesAreTakenAHundredAtATime();
    void whatIsDueLeavesRoomForWhatIsNew();
    void whatWasPutOffIsTakenOnceItsHostIsBack();
    void whatChangedSinceItWasPutOffIsLeftAlone();
    void makeDueBringsForward();
    void healthTellsOfAStoreThatIsAway();
    void healthTellsOfDraining();
    void changesAreTheLatestFormOnce();
    void changesAreBounded();
    void eachCoordinatorRaisesTheFence();
    void whoWaitsTooLongIsTold();

private:
    static Command submit(const QByteArray &gid, int branches = 1)
    {
        return {gidOf(gid), Submit{contentOf({.branches = branches})}};
    }
    static Command answered(const Call &call, const CallResult &result)
    {
        return {call.gid, BranchAnswered{call.branch, result}};
    }
    /// m1 is submitted, and its call put off for a minute.
    static TimePoint putOff(TestEngine &engine)
    {
        engine.post(submit("m1"));
        engine.calls().clear();
        const TimePoint until = engine.clock.now() + seconds(60);
        engine.post(Command{gidOf("m1"), CallDeferred{0, until, "held back"}});
        return until;
    }
    static const Message &stored(const TestEngine &engine, const QByteArray &gid)
    {
        return *engine.disk.find(gidOf(gid));
    }
};

void TestCoordinator::manyEventsAreOneCommit()
{
    TestEngine engine;
    int commits = 0;
    engine.store().script([&](const auto &batch) {
        ++commits;
        return batch.size() == 1000 ? CommitEnd::Committed : CommitEnd::Fatal;
    });
    std::vector<Inbound> items;
    for (int n = 0; n < 1000; ++n)
        items.emplace_back(submit("m" + QByteArray::number(n)));
    engine.postAll(std::move(items));
    QCOMPARE(commits, 1);
    QCOMPARE(engine.calls().size(), std::size_t(1000));
}

void TestCoordinator::eventsOfOneMessageInABatchFollowEachOther()
{
    TestEngine engine;
    QByteArrayList replies;
    const auto asker = [&] {
        return LocalReply([&](const std::optional<Error> &error) { replies.append(statusOf(error)); });
    };
    std::vector<Inbound> items;
    items.emplace_back(Command{gidOf("m1"), Prepare{contentOf()}, asker()});
    items.emplace_back(Command{gidOf("m1"), Submit{contentOf()}, asker()});
    items.emplace_back(Command{gidOf("m1"), Submit{contentOf()}, asker()});
    items.emplace_back(Command{gidOf("m1"), Abort{}, asker()});
    engine.postAll(std::move(items));
    QCOMPARE(replies, (QByteArrayList{"200", "200", "200", "409"}));
    QCOMPARE(engine.calls().size(), std::size_t(1));
    QCOMPARE(stored(engine, "m1").state, State::Submitted);
}

void TestCoordinator::aCallThatALaterEventOfItsBatchEndedIsNotMade()
{
    TestEngine engine;
    std::vector<Inbound> items;
    items.emplace_back(submit("m1"));
    items.emplace_back(Command{gidOf("m1"), ForceStop{}});
    engine.postAll(std::move(items));
    QCOMPARE(stored(engine, "m1").state, State::Failed);
    QVERIFY(engine.calls().empty());
}

void TestCoordinator::aCheckbackThatALaterEventOfItsBatchEndedIsNotMade()
{
    TestEngine engine;
    engine.send("m1", Prepare{contentOf()});
    std::vector<Inbound> items;
    items.emplace_back(Command{gidOf("m1"), ReplayCheckback{}});
    items.emplace_back(Command{gidOf("m1"), Abort{}});
    engine.postAll(std::move(items));
    QCOMPARE(stored(engine, "m1").state, State::Failed);
    QVERIFY(engine.calls().empty());
}

void TestCoordinator::aConflictInABatchHoldsUpOnlyItsMessage()
{
    for (const CommitEnd kind : {CommitEnd::Committed, CommitEnd::Strict}) {
        TestEngine engine;
        engine.send("m1", Prepare{contentOf()});
        bool isFirst = true;
        engine.store().script([&](const auto &) {
            if (std::exchange(isFirst, false)) { // somebody else submits m1 in between
                CrashyStore other(engine.disk);
                Message taken = stored(engine, "m1");
                taken.fence += 1;
                taken.state = State::Submitted;
                (void)other.commit({store::Save{.message = taken, .expectedFence = taken.fence - 1}});
            }
            return kind;
        });
        QByteArrayList replies;
        const auto asker = [&] {
            return LocalReply([&](const std::optional<Error> &error) { replies.append(statusOf(error)); });
        };
        std::vector<Inbound> items;
        items.emplace_back(Command{gidOf("m1"), Abort{}, asker()});
        items.emplace_back(Command{gidOf("m2"), Prepare{contentOf()}, asker()});
        engine.postAll(std::move(items));
        std::sort(replies.begin(), replies.end());
        QCOMPARE(replies, (QByteArrayList{"200", "409"}));
        QCOMPARE(stored(engine, "m1").state, State::Submitted);
        QCOMPARE(stored(engine, "m2").state, State::Prepared);
    }
}

/// Trying it again never helps, so that is not what its sender is told.
void TestCoordinator::aDamagedRowInABatchHoldsUpOnlyItsMessage()
{
    TestEngine engine({}, 1, [](Disk &disk) { return std::make_unique<DamagedStore>(disk); });
    engine.send("good", Prepare{contentOf()});
    engine.send("damaged", Prepare{contentOf()});
    engine.crash();
    engine.start(); // and remembers none of them
    QByteArrayList replies;
    const auto asker = [&] {
        return LocalReply([&](const std::optional<Error> &error) { replies.append(statusOf(error)); });
    };
    std::vector<Inbound> items;
    items.emplace_back(Command{gidOf("damaged"), Abort{}, asker()});
    items.emplace_back(Command{gidOf("good"), Abort{}, asker()});
    engine.postAll(std::move(items));
    QCOMPARE(replies, (QByteArrayList{"500", "200"}));
    QCOMPARE(stored(engine, "good").state, State::Failed);
    QCOMPARE(stored(engine, "damaged").state, State::Prepared);
    QCOMPARE(engine.send("damaged", Prepare{contentOf()}), QByteArray("500"));
    QCOMPARE(engine.coordinator().health().state, Health::State::Running);
}

void TestCoordinator::aCommitThatStaysBusyIsGivenUp()
{
    TestEngine engine;
    engine.store().script([](const auto &) { return CommitEnd::Retryable; });
    QCOMPARE(engine.send("m1", Prepare{contentOf()}), QByteArray("503"));
    engine.store().script({});
    QCOMPARE(engine.send("m1", Prepare{contentOf()}), QByteArray("200"));
}

void TestCoordinator::anUnknownCommitThatStaysLostIsGivenUp()
{
    TestEngine engine;
    engine.store().script([](const auto &) { return CommitEnd::UnknownLost; });
    QCOMPARE(engine.send("m1", Prepare{contentOf()}), QByteArray("503"));
    QVERIFY(!engine.disk.find(gidOf("m1")));
    engine.store().script({});
    QCOMPARE(engine.send("m1", Prepare{contentOf()}), QByteArray("200"));
}

/// What was written a moment ago may look like what was to be written now.
void TestCoordinator::aLostCommitIsNotTakenForAnEarlierOneOfItsMillisecond()
{
    TestEngine engine;
    engine.post(Command{gidOf("two"), Submit{contentOf({.branches = 2, .options = {.concurrent = true}})}});
    engine.post(submit("m1"));
    engine.store().script([&engine](const auto &) {
        engine.store().script({});
        return CommitEnd::UnknownLost;
    });
    std::vector<Inbound> items;
    items.emplace_back(Command{gidOf("two"), CallDeferred{0, engine.clock.now() + seconds(1), "held back"}});
    items.emplace_back(Command{gidOf("m1"), BranchAnswered{0, succeeded()}});
    engine.postAll(std::move(items));
    QCOMPARE(stored(engine, "m1").state, State::Succeed);
    QCOMPARE(engine.coordinator().inWork(), 1);
}

void TestCoordinator::resultsOfCallsWaitForTheStore()
{
    TestEngine engine;
    engine.post(submit("m1"));
    const Call call = engine.calls().front();
    engine.store().setAway(true);
    engine.post(answered(call, succeeded()));
    engine.advance(seconds(60));
    QCOMPARE(stored(engine, "m1").state, State::Submitted);
    engine.store().setAway(false);
    engine.advance(seconds(1));
    QCOMPARE(stored(engine, "m1").state, State::Succeed);
    QCOMPARE(engine.calls().size(), std::size_t(1));
}

void TestCoordinator::nothingIsDecidedUntilWhatTheDiskDidNotTakeIsWrittenAnew()
{
    TestEngine engine;
    engine.post(submit("m1"));
    const Call call = engine.calls().front();
    engine.coordinator().syncFailed(QStringLiteral("no room"));
    QCOMPARE(engine.coordinator().health().state, Health::State::StoreAway);
    QCOMPARE(engine.send("m2", Prepare{contentOf()}), QByteArray("503"));
    engine.post(answered(call, succeeded()));
    engine.store().setAway(true); // writing anew fails as well
    engine.advance(seconds(5));
    QCOMPARE(engine.now().outlet.resumes, 0);
    QCOMPARE(stored(engine, "m1").state, State::Submitted);
    engine.store().setAway(false);
    engine.advance(seconds(1));
    QCOMPARE(engine.now().outlet.resumes, 1);
    QCOMPARE(stored(engine, "m1").state, State::Succeed);
    QCOMPARE(engine.coordinator().health().state, Health::State::Running);
    QCOMPARE(engine.send("m2", Prepare{contentOf()}), QByteArray("200"));
}

void TestCoordinator::resultsThatWaitAreDecidedOnceARequestCouldBeWritten()
{
    TestEngine engine;
    engine.post(submit("m1"));
    const Call call = engine.calls().front();
    engine.store().setAway(true);
    engine.post(answered(call, succeeded()));
    engine.store().setAway(false);
    QCOMPARE(engine.send("m2", Prepare{contentOf()}), QByteArray("200"));
    engine.advance(Millis(0));
    QCOMPARE(stored(engine, "m1").state, State::Succeed);
}

void TestCoordinator::aResultOfACallThatNobodyMadeIsDropped()
{
    TestEngine engine;
    int commits = 0;
    engine.store().script([&](const auto &) {
        ++commits;
        return CommitEnd::Committed;
    });
    engine.post(Command{gidOf("m1"), BranchAnswered{0, succeeded()}});
    engine.post(Command{gidOf("m1"), CheckbackAnswered{refused()}});
    engine.post(Command{gidOf("m1"), CallDeferred{0, engine.clock.now(), "held back"}});
    QCOMPARE(commits, 0);
}

void TestCoordinator::dueMessagesAreTakenAHundredAtATime()
{
    TestEngine engine;
    for (int n = 0; n < 250; ++n)
        engine.send("m" + QByteArray::number(n), Prepare{contentOf()});
    QList<std::size_t> batches;
    engine.store().script([&](const auto &batch) {
        batches.append(batch.size());
        return CommitEnd::Committed;
    });
    engine.advance(seconds(35));
    QCOMPARE(batches, (QList<std::size_t>{100, 100, 50}));
    QCOMPARE(engine.calls().size(), std::size_t(250));
}

void TestCoordinator::whatIsDueLeavesRoomForWhatIsNew()
{
    TestEngine engine({.inWorkMax = 10});
    for (int n = 0; n < 20; ++n)
        engine.send("m" + QByteArray::number(n), Prepare{contentOf()});
    engine.advance(seconds(35));
    QCOMPARE(engine.calls().size(), std::size_t(5));
    engine.post(submit("new"));
    QCOMPARE(engine.calls().size(), std::size_t(6));
    QCOMPARE(engine.calls().back().gid, gidOf("new"));
    engine.post(Command{engine.calls().front().gid, CheckbackAnswered{refused()}});
    engine.turn();
    QCOMPARE(engine.calls().size(), std::size_t(7));
}

void TestCoordinator::whatWasPutOffIsTakenOnceItsHostIsBack()
{
    TestEngine engine;
    const TimePoint until = putOff(engine);
    QVERIFY(engine.calls().empty());
    engine.post(HostIsBack{{{gidOf("m1"), until}}});
    QCOMPARE(engine.calls().size(), std::size_t(1));
    engine.post(answered(engine.calls().front(), succeeded()));
    QCOMPARE(stored(engine, "m1").state, State::Succeed);
}

void TestCoordinator::whatChangedSinceItWasPutOffIsLeftAlone()
{
    TestEngine engine;
    const TimePoint until = putOff(engine);
    engine.post(HostIsBack{{{gidOf("m1"), until - Millis(1)}, {gidOf("m2"), until}}});
    QVERIFY(engine.calls().empty());
    engine.post(Command{gidOf("m1"), RetryNow{}});
    QCOMPARE(engine.calls().size(), std::size_t(1));
    engine.post(HostIsBack{{{gidOf("m1"), until}}});
    QCOMPARE(engine.calls().size(), std::size_t(1));
}

void TestCoordinator::makeDueBringsForward()
{
    TestEngine engine;
    for (int n = 0; n < 5; ++n)
        engine.send("m" + QByteArray::number(n), Prepare{contentOf()});
    std::optional<MadeDue> made;
    const auto done = [&](const Result<MadeDue> &result) { made = *result; };
    engine.post(MakeDue{.after = seconds(60), .limit = 100, .done = done});
    QCOMPARE(made->count, 0);
    engine.post(MakeDue{.after = seconds(3), .limit = 2, .done = done});
    QCOMPARE(made->count, 2);
    QVERIFY(made->hasRemaining);
    engine.advance(Millis(0));
    QCOMPARE(engine.calls().size(), std::size_t(2));
}

void TestCoordinator::healthTellsOfAStoreThatIsAway()
{
    TestEngine engine;
    QCOMPARE(engine.coordinator().health().state, Health::State::Running);
    engine.store().setAway(true);
    QCOMPARE(engine.send("m1", Prepare{contentOf()}), QByteArray("503"));
    QCOMPARE(engine.coordinator().health().state, Health::State::StoreAway);
    QVERIFY(!engine.coordinator().health().detail.isEmpty());
    engine.store().setAway(false);
    QCOMPARE(engine.send("m1", Prepare{contentOf()}), QByteArray("200"));
    QCOMPARE(engine.coordinator().health().state, Health::State::Running);
    QVERIFY(engine.coordinator().health().detail.isEmpty());
}

void TestCoordinator::healthTellsOfDraining()
{
    TestEngine engine;
    engine.post(submit("m1"));
    engine.coordinator().drain();
    const Health health = engine.coordinator().health();
    QCOMPARE(health.state, Health::State::Draining);
    QCOMPARE(health.inWork, 1);
}

void TestCoordinator::changesAreTheLatestFormOnce()
{
    TestEngine engine;
    engine.send("m1", Prepare{contentOf()});
    QVERIFY2(engine.coordinator().changes().isEmpty(), "nobody watches");
    engine.coordinator().changes().watch(true);
    engine.send("m2", Prepare{contentOf()});
    engine.send("m2", Submit{contentOf()});
    const ChangeFeed::Changes changes = engine.coordinator().changes().take();
    QCOMPARE(changes.rows.size(), 1);
    QCOMPARE(changes.rows.front().state, State::Submitted);
    QVERIFY(!changes.more);
    QVERIFY(engine.coordinator().changes().isEmpty());
}

void TestCoordinator::changesAreBounded()
{
    TestEngine engine;
    engine.coordinator().changes().watch(true);
    std::vector<Inbound> items;
    for (int n = 0; n <= ChangeFeed::rowsMax; ++n)
        items.emplace_back(submit("m" + QByteArray::number(n)));
    engine.postAll(std::move(items));
    const ChangeFeed::Changes changes = engine.coordinator().changes().take();
    QCOMPARE(changes.rows.size(), ChangeFeed::rowsMax);
    QVERIFY(changes.more);
}

void TestCoordinator::eachCoordinatorRaisesTheFence()
{
    TestEngine engine;
    engine.post(submit("m1"));
    QCOMPARE(stored(engine, "m1").fence, std::int64_t(1));
    engine.crash();
    engine.start();
    QCOMPARE(stored(engine, "m1").fence, std::int64_t(2));
    engine.crash();
    engine.start();
    QCOMPARE(stored(engine, "m1").fence, std::int64_t(3));
    QCOMPARE(engine.calls().size(), std::size_t(1));
}

void TestCoordinator::whoWaitsTooLongIsTold()
{
    TestEngine engine({.waitMax = seconds(5)});
    QByteArray reply;
    const LocalReply asker([&](const std::optional<Error> &error) { reply = statusOf(error); });
    engine.post(Command{gidOf("m1"), Submit{contentOf({.options = {.waitResult = true}})}, asker});
    engine.advance(Millis(4999));
    QVERIFY(reply.isEmpty());
    engine.advance(Millis(1));
    QCOMPARE(reply, QByteArray("425"));
}

QTEST_APPLESS_MAIN(TestCoordinator)
#include "tst_coordinator.moc"
