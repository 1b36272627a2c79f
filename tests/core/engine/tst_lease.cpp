// SPDX-License-Identifier: Apache-2.0
#include "core/base/faultpoint.h"
#include "core/engine/lease.h"
#include "core/store/mysqlstore.h"
#include "tests/support/mariadbserver.h"
#include "tests/support/messagebuilders.h"
#include "tests/support/recordingoutlet.h"
#include "tests/support/seededrandom.h"
#include "tests/support/testengine.h"

#include <QTest>

using namespace core;
using namespace core::engine;
using namespace core::message;
using namespace core::store;
using namespace test;

namespace {

constexpr Millis length{9000};

/// A store that others may share, whose clock is its own.
class SharedStore final : public CrashyStore
{
public:
    SharedStore(Disk &disk, const Clock &clock) : CrashyStore(disk), m_clock(clock) { }

    Result<std::optional<TimePoint>> heartbeat(std::int64_t owner, Millis lease) override
    {
        if (isAway)
            return Error::unavailable(QStringLiteral("away"));
        beats.append({owner, lease});
        return std::optional(m_clock.now() + ahead);
    }

    bool isAway = false;
    Millis ahead{0};
    QList<std::pair<std::int64_t, Millis>> beats;

private:
    const Clock &m_clock;
};

/// A coordinator on a real store, on the time of this machine.
struct Member
{
    Member(const MysqlAddress &address, std::int64_t owner, Millis lease)
        : store(address)
        , random(static_cast<std::uint64_t>(owner))
        , gids(clock, random.source())
        , coordinator(store, clock, gids, random.source(), outlet, metrics,
                      {.owner = owner, .lease = lease, .lookAgain = Millis(20)})
    { }

    void turn(std::vector<Inbound> items = {}) { (void)coordinator.turn(std::move(items)); }
    int calls()
    {
        turn();
        return static_cast<int>(outlet.calls.size());
    }

    SystemClock clock;
    MysqlStore store;
    SeededRandom random;
    GidSource gids;
    RecordingOutlet outlet;
    Metrics metrics;
    Coordinator coordinator;
};

/// The store goes by the engine's clock, and by `first` until that is made.
struct EngineOnSharedStore
{
    explicit EngineOnSharedStore(const Clock &first)
        : engine({.lease = length}, 1, [this, &first](Disk &disk) {
            auto made = std::make_unique<SharedStore>(disk, running ? running->clock : first);
            store = made.get();
            return made;
        })
    {
        running = &engine;
    }

    SharedStore *store = nullptr; ///< anew with each start of the engine
    TestEngine *running = nullptr;
    TestEngine engine;
};

std::vector<Inbound> submitOf(const QByteArray &gid)
{
    std::vector<Inbound> items;
    items.emplace_back(Command{gidOf(gid), Submit{.content = contentOf(), .hasSteps = true}, {}});
    return items;
}

} // namespace

class TestLease : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { disarmFaultPoints(); }

    void aStoreOfOnesOwnGivesItForGood();
    void itIsRenewedEveryThird();
    void itRunsOutWhenTheStoreIsAway();
    void itCountsFromBeforeTheHeartbeat();
    void anArmedFaultKeepsItFromBeingRenewed();
    void endingItTellsTheStore();
    void theStoresClockIsFollowed();
    void aCoordinatorWithoutItTakesNothingOn();
    void aCallThatWaitedWhileItRanOutIsNotMade();
    void anotherCoordinatorTakesOverWhenItRanOut();
    void aCoordinatorThatStopsLeavesItsWorkAtOnce();

private:
    MysqlAddress freshAddress();

    ManualClock m_clock;
    Disk m_disk;
    std::unique_ptr<SharedStore> m_store;
    std::unique_ptr<Lease> m_lease;
    MariaDbServer m_server;
    int m_databases = 0;
};

void TestLease::init()
{
    m_store = std::make_unique<SharedStore>(m_disk, m_clock);
    m_lease = std::make_unique<Lease>(*m_store, m_clock, 7, length);
}

MysqlAddress TestLease::freshAddress()
{
    if (m_server.processId() == 0 && !m_server.start().ok())
        qFatal("no server");
    const QString database = QStringLiteral("lease%1").arg(++m_databases);
    if (!m_server.createDatabase(database).ok())
        qFatal("no database");
    return {.host = QStringLiteral("127.0.0.1"),
            .port = m_server.port(),
            .user = MariaDbServer::userName(),
            .password = MariaDbServer::password(),
            .database = database};
}

void TestLease::aStoreOfOnesOwnGivesItForGood()
{
    CrashyStore own(m_disk);
    Lease lease(own, m_clock, 7, length);
    QVERIFY(!lease.holds());
    QVERIFY(lease.renew().ok());
    m_clock.advance(std::chrono::hours(9000));
    QVERIFY(lease.holds());
    QVERIFY(!lease.isShared());
}

void TestLease::itIsRenewedEveryThird()
{
    QVERIFY(!m_lease->holds());
    QCOMPARE(*m_lease->renew(), true);
    QVERIFY(m_lease->holds() && m_lease->isShared());
    QCOMPARE(m_store->beats, (QList<std::pair<std::int64_t, Millis>>{{7, length}}));
    m_clock.advance(length / 3 - Millis(1));
    QCOMPARE(*m_lease->renew(), false);
    m_clock.advance(Millis(1));
    QVERIFY(m_clock.now() == *m_lease->renewAt());
    QCOMPARE(*m_lease->renew(), true);
    QCOMPARE(m_store->beats.size(), 2);
}

void TestLease::itRunsOutWhenTheStoreIsAway()
{
    QVERIFY(m_lease->renew().ok());
    m_store->isAway = true;
    m_clock.advance(length - Millis(1));
    QVERIFY(!m_lease->renew().ok());
    QVERIFY(m_lease->holds());
    m_clock.advance(Millis(1));
    QVERIFY(!m_lease->holds());
    m_store->isAway = false;
    QVERIFY(m_lease->renew().ok());
    QVERIFY(m_lease->holds());
}

/// A clock that goes on while the store works.
void TestLease::itCountsFromBeforeTheHeartbeat()
{
    class SlowStore final : public CrashyStore
    {
    public:
        SlowStore(Disk &disk, ManualClock &clock) : CrashyStore(disk), m_clock(clock) { }
        Result<std::optional<TimePoint>> heartbeat(std::int64_t, Millis) override
        {
            m_clock.advance(seconds(5));
            return std::optional(m_clock.now());
        }

    private:
        ManualClock &m_clock;
    } store(m_disk, m_clock);
    Lease lease(store, m_clock, 7, length);
    QVERIFY(lease.renew().ok());
    m_clock.advance(length - seconds(5));
    QVERIFY(!lease.holds());
}

void TestLease::anArmedFaultKeepsItFromBeingRenewed()
{
    QVERIFY(armFaultPoints("lease.renew=fail").ok());
    QVERIFY(!m_lease->renew().ok());
    QVERIFY(m_store->beats.isEmpty());
    QVERIFY(!m_lease->holds());
}

void TestLease::endingItTellsTheStore()
{
    QVERIFY(m_lease->renew().ok());
    m_lease->end();
    QVERIFY(!m_lease->holds());
    QCOMPARE(m_store->beats.last(), std::pair(std::int64_t(7), Millis(0)));
}

void TestLease::theStoresClockIsFollowed()
{
    m_store->ahead = std::chrono::minutes(-5);
    QVERIFY(m_lease->renew().ok());
    QVERIFY(m_lease->ahead() == std::chrono::minutes(-5));
    m_store->ahead += Millis(100); // within what the network does
    m_clock.advance(length / 3);
    QVERIFY(m_lease->renew().ok());
    QVERIFY(m_lease->ahead() == std::chrono::minutes(-5));
}

void TestLease::aCoordinatorWithoutItTakesNothingOn()
{
    EngineOnSharedStore shared(m_clock);
    TestEngine &engine = shared.engine;
    SharedStore *const &store = shared.store;
    QCOMPARE(engine.send("a", Submit{.content = contentOf(), .hasSteps = true}), QByteArray("200"));
    QCOMPARE(engine.calls().size(), std::size_t(1));
    store->isAway = true; // only for heartbeats: commits would still work
    engine.clock.advance(length);
    QVERIFY(!engine.coordinator().mayCall());
    QCOMPARE(engine.send("b", Submit{.content = contentOf(), .hasSteps = true}), QByteArray("503"));
    QCOMPARE(engine.calls().size(), std::size_t(1));
    store->isAway = false;
    engine.advance(seconds(1));
    QVERIFY(engine.coordinator().mayCall());
    QCOMPARE(engine.send("b", Submit{.content = contentOf(), .hasSteps = true}), QByteArray("200"));
    QCOMPARE(engine.calls().size(), std::size_t(2));
}

/// Renewed or not: another coordinator may have taken the message over in between.
void TestLease::aCallThatWaitedWhileItRanOutIsNotMade()
{
    EngineOnSharedStore shared(m_clock);
    TestEngine &engine = shared.engine;
    SharedStore *const &store = shared.store;
    QCOMPARE(engine.send("a", Submit{.content = contentOf(), .hasSteps = true}), QByteArray("200"));
    const Call waited = engine.calls().front();
    engine.advance(length / 2); // renewed on the way
    QVERIFY(engine.coordinator().mayCall(waited));
    store->isAway = true;
    engine.clock.advance(length);
    QVERIFY(!engine.coordinator().mayCall(waited));
    store->isAway = false;
    engine.advance(seconds(1));
    QVERIFY(engine.coordinator().mayCall());
    QVERIFY(!engine.coordinator().mayCall(waited));

    // Put off, it is called again under the present lease.
    engine.calls().clear();
    engine.post(Command{gidOf("a"), CallDeferred{0, engine.clock.now(), "the lease ran out"}});
    engine.advance(seconds(1));
    QCOMPARE(engine.calls().size(), std::size_t(1));
    QVERIFY(engine.coordinator().mayCall(engine.calls().front()));
}

void TestLease::anotherCoordinatorTakesOverWhenItRanOut()
{
    const MysqlAddress address = freshAddress();
    constexpr Millis shortLease{600};
    Member first(address, 1, shortLease);
    Member second(address, 2, seconds(60));
    QVERIFY(first.coordinator.start().ok());
    QVERIFY(second.coordinator.start().ok());
    first.turn(submitOf("a"));
    QCOMPARE(first.outlet.calls.size(), std::size_t(1));
    QCOMPARE(second.calls(), 0); // the first one lives
    QTRY_COMPARE_WITH_TIMEOUT(second.calls(), 1, 10'000);
    QVERIFY(!first.coordinator.mayCall());

    // What the first one hears of its call comes too late: it changes nothing.
    std::vector<Inbound> answer;
    answer.emplace_back(Command{gidOf("a"), BranchAnswered{0, succeeded()}, {}});
    first.turn(std::move(answer));
    first.turn();
    QCOMPARE(first.coordinator.inWork(), 0);
    QCOMPARE(second.store.load({gidOf("a")})->front().owner, 2);
}

void TestLease::aCoordinatorThatStopsLeavesItsWorkAtOnce()
{
    const MysqlAddress address = freshAddress();
    Member first(address, 1, seconds(60));
    Member second(address, 2, seconds(60));
    QVERIFY(first.coordinator.start().ok());
    QVERIFY(second.coordinator.start().ok());
    first.turn(submitOf("a"));
    first.coordinator.drain();
    first.coordinator.release();
    QTRY_COMPARE_WITH_TIMEOUT(second.calls(), 1, 10'000);
}

QTEST_GUILESS_MAIN(TestLease)
#include "tst_lease.moc"
