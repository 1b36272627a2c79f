// SPDX-License-Identifier: Apache-2.0
#include "core/engine/loop.h"
#include "tests/support/crashystore.h"
#include "tests/support/messagebuilders.h"
#include "tests/support/recordingoutlet.h"
#include "tests/support/testengine.h"

#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace core;
using namespace core::engine;
using namespace core::message;
using namespace test;

namespace {

/// Notes when each call is let out, and passes answers on.
class TimingOutlet final : public Outlet
{
public:
    explicit TimingOutlet(const Clock &clock) : m_clock(clock) { }

    void deliver(std::vector<Output> &&outputs) override
    {
        for (Output &output : outputs) {
            if (auto *call = std::get_if<Call>(&output))
                calls.emplace_back(m_clock.now(), std::move(*call));
            else if (auto *reply = std::get_if<Reply>(&output);
                     reply && std::holds_alternative<LocalReply>(reply->asker))
                std::get<LocalReply>(reply->asker)(reply->error);
        }
    }

    std::vector<std::pair<TimePoint, Call>> calls;

private:
    const Clock &m_clock;
};

} // namespace

/// The loop on the real clock, over a store in memory, on the test's own thread.
class TestLoop : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("core.*=false")); }
    void init();

    void whatIsPostedIsDone();
    void aRetryFiresWithinATenthOfASecond();
    void aFullInboxRefusesAndKeepsTheItems();
    void resultsOfCallsAreNeverRefused();
    void aFloodStaysWithinTheBound();
    void changesAreToldOnceForManyEvents();
    void healthIsTold();
    void aStopWaitsForSubmitsThatAreOnTheirWay();
    void aStopWaitsForNoSenderThatIsGone();
    void drainWaitsForWhatIsInFlight();
    void drainHandsBackAtItsDeadline();

private:
    std::unique_ptr<Loop> newLoop(int waitingMax, Millis submitsWithin = CoordinatorOptions().submitsWithin);
    static std::vector<Inbound> submits(int count, const QByteArray &prefix = "m");
    static std::vector<Inbound> answered(const Call &call, const CallResult &result);
    const Message *stored(const QByteArray &gid) const { return m_disk->find(gidOf(gid)); }

    SystemClock m_clock;
    GidSource m_gids{m_clock, systemRandom()};
    Metrics m_metrics;
    std::unique_ptr<Disk> m_disk;
    std::unique_ptr<CrashyStore> m_store;
    std::unique_ptr<TimingOutlet> m_outlet;
    std::unique_ptr<Loop> m_loop;
};

void TestLoop::init()
{
    m_loop.reset();
    m_disk = std::make_unique<Disk>();
    m_store = std::make_unique<CrashyStore>(*m_disk);
    m_outlet = std::make_unique<TimingOutlet>(m_clock);
    m_loop = newLoop(20'000);
    QVERIFY(m_loop->start().ok());
}

std::unique_ptr<Loop> TestLoop::newLoop(int waitingMax, Millis submitsWithin)
{
    auto coordinator = std::make_unique<Coordinator>(*m_store, m_clock, m_gids, systemRandom(), *m_outlet, m_metrics,
                                                     CoordinatorOptions{.submitsWithin = submitsWithin});
    return std::make_unique<Loop>(std::move(coordinator), m_clock, waitingMax);
}

std::vector<Inbound> TestLoop::submits(int count, const QByteArray &prefix)
{
    const ContentPtr content = contentOf({.options = {.retryInterval = seconds(1)}});
    std::vector<Inbound> items;
    for (int n = 0; n < count; ++n)
        items.emplace_back(Command{gidOf(prefix + QByteArray::number(n)), Submit{content}});
    return items;
}

std::vector<Inbound> TestLoop::answered(const Call &call, const CallResult &result)
{
    std::vector<Inbound> items;
    items.emplace_back(Command{call.gid, BranchAnswered{call.branch, result}});
    return items;
}

void TestLoop::whatIsPostedIsDone()
{
    std::vector<Inbound> items = submits(3);
    QVERIFY(m_loop->tryPost(items));
    QVERIFY(items.empty());
    QTRY_COMPARE(m_outlet->calls.size(), std::size_t(3));
    std::vector<Inbound> answers = answered(m_outlet->calls.front().second, succeeded());
    m_loop->post(answers);
    QTRY_COMPARE(stored("m0")->state, State::Succeed);
}

void TestLoop::aRetryFiresWithinATenthOfASecond()
{
    constexpr int messages = 9;
    std::vector<Inbound> items = submits(messages);
    QVERIFY(m_loop->tryPost(items));
    QTRY_COMPARE(m_outlet->calls.size(), std::size_t(messages));
    for (int n = 0; n < messages; ++n) {
        std::vector<Inbound> answers = answered(m_outlet->calls[n].second, timedOut());
        m_loop->post(answers);
    }
    QTRY_VERIFY(stored("m8")->attempts == 1);
    QHash<Gid, TimePoint> due;
    for (const Message &message : m_disk->messages())
        due.insert(message.gid, *message.dueAt);
    QTRY_COMPARE(m_outlet->calls.size(), std::size_t(2 * messages));

    std::vector<Millis> late;
    for (int n = messages; n < 2 * messages; ++n) {
        const auto &[at, call] = m_outlet->calls[n];
        QVERIFY2(at >= due.value(call.gid), "too early");
        late.push_back(at - due.value(call.gid));
    }
    std::sort(late.begin(), late.end());
    QVERIFY2(late[messages / 2] <= Millis(100), "of a busy machine the middle one is asked for");
}

void TestLoop::aFullInboxRefusesAndKeepsTheItems()
{
    m_loop = newLoop(10);
    QVERIFY(m_loop->start().ok());
    std::vector<Inbound> fitting = submits(10);
    QVERIFY(m_loop->tryPost(fitting));
    std::vector<Inbound> oneMore = submits(1, "other");
    QVERIFY(!m_loop->tryPost(oneMore));
    QCOMPARE(oneMore.size(), std::size_t(1));
    QTRY_COMPARE(m_outlet->calls.size(), std::size_t(10));
    QVERIFY(m_loop->tryPost(oneMore));
    QTRY_COMPARE(m_outlet->calls.size(), std::size_t(11));
}

void TestLoop::resultsOfCallsAreNeverRefused()
{
    m_loop = newLoop(1);
    QVERIFY(m_loop->start().ok());
    std::vector<Inbound> first = submits(1);
    QVERIFY(m_loop->tryPost(first));
    std::vector<Inbound> beyond = submits(5, "beyond");
    m_loop->post(beyond);
    QTRY_COMPARE(m_outlet->calls.size(), std::size_t(6));
}

void TestLoop::aFloodStaysWithinTheBound()
{
    constexpr int bound = 5000; // more than one batch takes
    m_loop = newLoop(bound);
    QVERIFY(m_loop->start().ok());
    std::size_t done = 0;
    m_store->script([&](const auto &batch) {
        done += batch.size();
        return CommitEnd::Fatal; // refused: cheap, and nothing piles up elsewhere
    });
    std::size_t accepted = 0;
    std::size_t waitingMost = 0;
    for (int round = 0; round < 20; ++round) {
        std::vector<Inbound> items = submits(1000, QByteArray::number(round) + '-');
        while (m_loop->tryPost(items)) {
            accepted += 1000;
            items = submits(1000, QByteArray::number(accepted) + '-');
        }
        waitingMost = std::max(waitingMost, accepted - done);
        QCoreApplication::processEvents();
    }
    QVERIFY(waitingMost <= 2 * bound);
    QTRY_COMPARE(done, accepted);
}

void TestLoop::changesAreToldOnceForManyEvents()
{
    QSignalSpy changed(m_loop.get(), &Loop::changed);
    m_loop->watchChanges(true);
    for (int n = 0; n < 50; ++n) {
        std::vector<Inbound> items = submits(1, QByteArray::number(n) + '-');
        QVERIFY(m_loop->tryPost(items));
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(!changed.isEmpty());
    QVERIFY(changed.size() <= 3);
}

void TestLoop::healthIsTold()
{
    QSignalSpy told(m_loop.get(), &Loop::healthChanged);
    QCOMPARE(m_loop->health().state, Health::State::Running);
    m_store->setAway(true);
    std::vector<Inbound> items = submits(1);
    QVERIFY(m_loop->tryPost(items));
    QTRY_COMPARE(m_loop->health().state, Health::State::StoreAway);
    QVERIFY(!told.isEmpty());
}

void TestLoop::aStopWaitsForSubmitsThatAreOnTheirWay()
{
    m_loop = newLoop(9, std::chrono::hours(1));
    QVERIFY(m_loop->start().ok());
    QByteArray answer;
    const auto send = [&](const QByteArray &gid, Event event) {
        answer.clear();
        const auto heard = [&answer](const std::optional<Error> &error) { answer = statusOf(error); };
        std::vector<Inbound> items;
        items.push_back(Command{gidOf(gid), std::move(event), LocalReply(heard)});
        m_loop->post(items);
        return QTest::qWaitFor([&] { return !answer.isEmpty(); });
    };
    QVERIFY(send("m0", Prepare{contentOf()}));
    bool isSettled = false;
    m_loop->settle([&] { isSettled = true; });
    QVERIFY(send("m1", Prepare{contentOf()}));
    QCOMPARE(answer, QByteArray("503"));
    QVERIFY(send("m0", Prepare{contentOf()})); // its first answer may have been lost
    QCOMPARE(answer, QByteArray("200"));
    QVERIFY(!isSettled);
    QVERIFY(send("m0", Submit{contentOf()}));
    QCOMPARE(answer, QByteArray("200"));
    QTRY_VERIFY(isSettled);
    QVERIFY(stored("m0")->state == State::Submitted);
    QVERIFY(!stored("m1"));
}

void TestLoop::aStopWaitsForNoSenderThatIsGone()
{
    std::vector<Inbound> items;
    items.push_back(Command{gidOf("m0"), Prepare{contentOf()}});
    m_loop->post(items);
    QTRY_VERIFY(stored("m0"));
    bool isSettled = false;
    m_loop->settle([&] { isSettled = true; });
    QTRY_VERIFY(isSettled);
    QVERIFY(stored("m0")->state == State::Prepared);
}

void TestLoop::drainWaitsForWhatIsInFlight()
{
    std::vector<Inbound> items = submits(1);
    QVERIFY(m_loop->tryPost(items));
    QTRY_COMPARE(m_outlet->calls.size(), std::size_t(1));
    bool isDrained = false;
    m_loop->drain(QDeadlineTimer(std::chrono::seconds(30)), [&] { isDrained = true; });
    QCoreApplication::processEvents();
    QVERIFY(!isDrained);
    std::vector<Inbound> answers = answered(m_outlet->calls.front().second, succeeded());
    m_loop->post(answers);
    QTRY_VERIFY(isDrained);
    QCOMPARE(stored("m0")->state, State::Succeed);
}

void TestLoop::drainHandsBackAtItsDeadline()
{
    std::vector<Inbound> items = submits(1);
    QVERIFY(m_loop->tryPost(items));
    QTRY_COMPARE(m_outlet->calls.size(), std::size_t(1));
    QVERIFY(stored("m0")->owner != 0);
    bool isDrained = false;
    m_loop->drain(QDeadlineTimer(std::chrono::milliseconds(50)), [&] { isDrained = true; });
    QTRY_VERIFY(isDrained);
    QCOMPARE(stored("m0")->owner, std::int64_t(0));
    QCOMPARE(stored("m0")->state, State::Submitted);
}

QTEST_GUILESS_MAIN(TestLoop)
#include "tst_loop.moc"
