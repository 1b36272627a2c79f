// SPDX-License-Identifier: GPL-3.0-or-later
// The engine's store on a real MariaDB server: chosen, left, away and silent.
#include "tests/support/mariadbserver.h"
#include "tests/ui/support/memorypasswords.h"
#include "ui/session/connections.h"
#include "ui/session/passworddesk.h"
#include "ui/session/session.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using ui::Connection;
using ui::Connections;
using Phase = ui::EngineState::Phase;

namespace {

constexpr int patience = 30'000;
constexpr int checkbackPatience = 90'000; // a submit that met no engine: the sender is asked after some time
constexpr qint64 answerMsMax = 50;
constexpr core::seconds hour{3600};

ui::TransferOrder order(int count, core::seconds delay = core::seconds(0))
{
    ui::TransferOrder order;
    order.amount = core::Money::fromCents(100);
    order.count = count;
    order.ratePerSecond = 100;
    order.delay = delay;
    order.waitResult = false;
    return order;
}

} // namespace

class TestEngineStore final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();

    void theEngineMovesToAServerAndBackWithMessagesInFlight();
    void whatWouldStayAndGoOnIsKnownBefore();
    void aStoreThatFailsLeavesTheOldOneRunning();
    void theChoiceIsKeptForTheNextStart();
    void aStoreInUseIsNeitherRemovedNorMoved();
    void aPasswordThatIsAskedForEachTimeIsWaitedFor();
    void aServerThatIsAwayAtTheStartCanBeTriedAgain();
    void theFileIsAWayOutOfAServerThatIsAway();
    void theCommandLinesStoreAndBanksAreUsed();
    void aSilentStoreIsToldAndTheScreenAnswers();
    void theEndWaitsForNoSilentStore();

private:
    void open(const ui::GivenDatabases &given = {});
    Connection serverStore(Connection::PasswordKept kept = Connection::PasswordKept::InKeychain) const;
    QString saveServerStore();
    void moveTo(const QString &id);
    void run(int count);
    bool waitForPhase(Phase phase);
    bool waitForTotals();
    bool waitUntilAllIsFinished(); ///< in the store that the engine has

    test::MariaDbServer m_server;
    int m_databases = 0;
    QString m_database; ///< each test has a store of its own
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ui::Session> m_session;
};

void TestEngineStore::initTestCase()
{
    if (!test::MariaDbServer::isInstalled())
        QSKIP("mariadb-server is not installed");
    const core::Status started = m_server.start();
    QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
}

void TestEngineStore::init()
{
    if (m_server.processId() == 0)
        QVERIFY(m_server.start().ok());
    m_database = u"store_%1"_s.arg(++m_databases);
    QVERIFY(m_server.createDatabase(m_database).ok());
    m_folder = std::make_unique<QTemporaryDir>();
    open();
}

void TestEngineStore::cleanup()
{
    m_server.resume();
    m_session.reset();
}

void TestEngineStore::open(const ui::GivenDatabases &given)
{
    ui::SessionOptions options{.dataDir = m_folder->path(), .given = given};
    options.passwordStore = [] { return std::make_unique<test::MemoryPasswords>(true); };
    QList<QVariantMap> kept;
    if (m_session)
        kept = m_session->connections().settings();
    m_session.reset();
    m_session = std::make_unique<ui::Session>(options);
    m_session->connections().load(kept);
    const core::Status started = m_session->start();
    QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
}

Connection TestEngineStore::serverStore(Connection::PasswordKept kept) const
{
    Connection store;
    store.kind = Connection::Kind::Engine;
    store.label = u"Team store"_s;
    store.place.kind = core::bank::DatabaseUrl::Kind::MySql;
    store.place.host = u"127.0.0.1"_s;
    store.place.port = m_server.port();
    store.place.user = m_server.userName();
    store.place.database = m_database;
    store.passwordKept = kept;
    store.safety = Connection::Safety::Open;
    return store;
}

QString TestEngineStore::saveServerStore()
{
    const QString id = m_session->connections().save(serverStore()).value();
    m_session->passwords().know(id, m_server.password());
    return id;
}

void TestEngineStore::moveTo(const QString &id)
{
    QSignalSpy ended(m_session.get(), &ui::Session::storeSwitchEnded);
    QVERIFY(m_session->switchStore(id).ok());
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    QCOMPARE(ended.first().first().toString(), QString());
    QCOMPARE(m_session->connections().engine().id, id);
    QCOMPARE(m_session->engine().phase, Phase::Running);
}

void TestEngineStore::run(int count)
{
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->transferProgress().running, patience);
    QVERIFY(m_session->startTransfers(order(count)).ok());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->transferProgress().succeed, count, patience);
}

bool TestEngineStore::waitForPhase(Phase phase)
{
    return QTest::qWaitFor([&] { return m_session->engine().phase == phase; }, patience);
}

bool TestEngineStore::waitForTotals()
{
    return QTest::qWaitFor([&] { return m_session->totals().known && m_session->totals().inFlight == core::Money(); },
                           patience);
}

bool TestEngineStore::waitUntilAllIsFinished()
{
    QObject context; // no answer comes after this
    std::int64_t unfinished = -1;
    const auto look = [&] {
        m_session->counts(&context, [&unfinished](const core::Result<core::store::Counts> &counts) {
            unfinished = counts.ok() ? counts->prepared + counts->submitted : -1;
        });
        QTest::qWait(100);
        return unfinished == 0;
    };
    return QTest::qWaitFor(look, checkbackPatience);
}

void TestEngineStore::theEngineMovesToAServerAndBackWithMessagesInFlight()
{
    m_session->watchBanks(true);
    const QString url = m_session->coordinatorUrl();
    const QString server = saveServerStore();
    QVERIFY(m_session->startTransfers(order(200)).ok());
    QTRY_VERIFY_WITH_TIMEOUT(m_session->transferProgress().observed > 20, patience);
    moveTo(server);
    QCOMPARE(m_session->coordinatorUrl(), url); // clients and banks go on as before
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->transferProgress().running, patience);
    run(20);

    QVERIFY(m_session->startTransfers(order(200)).ok());
    QTRY_VERIFY_WITH_TIMEOUT(m_session->transferProgress().observed > 20, patience);
    moveTo(Connections::engineId);
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->transferProgress().running, patience);
    run(20);
    QVERIFY(waitUntilAllIsFinished());
    moveTo(server); // what stayed there goes on now
    QVERIFY(waitUntilAllIsFinished());
    QVERIFY(waitForTotals());
    QCOMPARE(m_session->totals().missing(), core::Money());
    QCOMPARE(m_session->totals().total(), core::Money::fromCents(4'000'000));
}

void TestEngineStore::whatWouldStayAndGoOnIsKnownBefore()
{
    QVERIFY(m_session->startTransfers(order(3, hour)).ok());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->transferProgress().accepted, 3, patience);
    const QString server = saveServerStore();
    const auto look = [this](const QString &id) {
        std::optional<ui::StoreOutlook> outlook;
        m_session->lookAtStore(*m_session->connections().find(id), this, [&](const auto &found) {
            outlook = found.ok() ? std::optional(*found) : ui::StoreOutlook{-1, -1};
        });
        (void)QTest::qWaitFor([&] { return outlook.has_value(); }, patience);
        return outlook.value_or(ui::StoreOutlook{});
    };
    QCOMPARE(look(server).staying, std::optional<std::int64_t>(3));
    QCOMPARE(look(server).goingOn, 0);
    QCOMPARE(m_session->engine().connectionId, Connections::engineId); // nothing was changed
    moveTo(server);
    QCOMPARE(look(Connections::engineId).goingOn, 3);
    QCOMPARE(look(Connections::engineId).staying, std::optional<std::int64_t>(0));
}

void TestEngineStore::aStoreThatFailsLeavesTheOldOneRunning()
{
    const QString server = m_session->connections().save(serverStore()).value();
    m_session->passwords().know(server, u"wrong"_s);
    std::optional<core::Error> refused;
    m_session->lookAtStore(*m_session->connections().find(server), this,
                           [&](const auto &outlook) { refused = outlook.error(); });
    QTRY_VERIFY_WITH_TIMEOUT(refused, patience);
    QVERIFY(!refused->detail.contains(u"wrong"_s));
    QCOMPARE(m_session->engine().phase, Phase::Running);

    QSignalSpy ended(m_session.get(), &ui::Session::storeSwitchEnded);
    QVERIFY(m_session->switchStore(server).ok());
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    QCOMPARE(ended.first().first().toString(), refused->detail);
    QCOMPARE(m_session->engine().connectionId, Connections::engineId);
    QCOMPARE(m_session->connections().engine().id, Connections::engineId);
    run(3);
}

void TestEngineStore::theChoiceIsKeptForTheNextStart()
{
    const QString server = saveServerStore();
    m_session->passwords().keep(*m_session->connections().find(server), m_server.password());
    moveTo(server);
    run(3);
    open();
    QCOMPARE(m_session->engine().connectionId, server);
    QVERIFY(waitForPhase(Phase::NeedsPassword)); // this test's keychain ends with its session
    m_session->passwords().know(server, m_server.password());
    QVERIFY(waitForPhase(Phase::Running));
    QVERIFY(m_session->storeText().contains(m_database));
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->banks().constFirst().url.isEmpty(), patience);
    run(3);
}

void TestEngineStore::aStoreInUseIsNeitherRemovedNorMoved()
{
    const QString server = saveServerStore();
    moveTo(server);
    QCOMPARE(m_session->connections().remove(server).error().code, core::Error::Code::Conflict);
    Connection elsewhere = *m_session->connections().find(server);
    elsewhere.place.database = u"another"_s;
    QCOMPARE(m_session->connections().save(elsewhere).error().code, core::Error::Code::Conflict);
    moveTo(Connections::engineId);
    QVERIFY(m_session->connections().remove(server).ok());
}

void TestEngineStore::aPasswordThatIsAskedForEachTimeIsWaitedFor()
{
    const QString server = m_session->connections().save(serverStore(Connection::PasswordKept::Nowhere)).value();
    m_session->connections().useEngine(server);
    open();
    QVERIFY(waitForPhase(Phase::NeedsPassword));
    QVERIFY(!m_session->startTransfers(order(1)).ok());
    m_session->passwords().keep(*m_session->connections().find(server), u"wrong"_s);
    QVERIFY(waitForPhase(Phase::Away));
    QVERIFY(!m_session->engine().problem.isEmpty());
    m_session->passwords().keep(*m_session->connections().find(server), m_server.password());
    QVERIFY(waitForPhase(Phase::Running));
}

void TestEngineStore::aServerThatIsAwayAtTheStartCanBeTriedAgain()
{
    const QString server = saveServerStore();
    moveTo(server);
    m_server.stop();
    open();
    m_session->passwords().know(server, m_server.password());
    QVERIFY(waitForPhase(Phase::Away));
    QVERIFY(!m_session->engine().problem.isEmpty());
    QVERIFY(m_server.start().ok());
    m_session->retryStore();
    QVERIFY(waitForPhase(Phase::Running));
}

void TestEngineStore::theFileIsAWayOutOfAServerThatIsAway()
{
    const QString server = saveServerStore();
    moveTo(server);
    m_server.stop();
    open();
    m_session->passwords().know(server, m_server.password());
    QVERIFY(waitForPhase(Phase::Away));
    moveTo(Connections::engineId);
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->banks().constFirst().url.isEmpty(), patience);
    run(3);
    QVERIFY(m_server.start().ok());
}

void TestEngineStore::theCommandLinesStoreAndBanksAreUsed()
{
    const core::store::MysqlAddress store{.host = u"127.0.0.1"_s,
                                          .port = m_server.port(),
                                          .user = m_server.userName(),
                                          .password = m_server.password(),
                                          .database = m_database};
    const auto bank = [this](const QString &name) {
        core::bank::DatabaseUrl url = serverStore().place;
        url.database = name;
        return url;
    };
    QVERIFY(m_server.createDatabase(u"bank_a"_s).ok() && m_server.createDatabase(u"bank_b"_s).ok());
    open({.store = store,
          .sender = bank(u"bank_a"_s),
          .receiver = bank(u"bank_b"_s),
          .bankPassword = m_server.password()});
    QVERIFY(waitForPhase(Phase::Running));
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->banks().constFirst().url.isEmpty(), patience);
    m_session->watchBanks(true);
    run(20);
    QVERIFY(waitForTotals());
    QTRY_COMPARE_WITH_TIMEOUT(m_session->totals().b, core::Money::fromCents(2'002'000), patience);
    QCOMPARE(m_server.ask(u"SELECT count(*) FROM %1.message"_s.arg(m_database)).value(), u"20"_s);
    for (const QVariantMap &kept : m_session->connections().settings())
        QVERIFY(kept.value(u"id"_s) != Connections::givenEngineId);
}

void TestEngineStore::aSilentStoreIsToldAndTheScreenAnswers()
{
    moveTo(saveServerStore());
    run(3);
    m_server.pause();
    QElapsedTimer sinceTurn;
    sinceTurn.start();
    int turns = 0;
    int late = 0;
    QTimer turning;
    connect(&turning, &QTimer::timeout, this, [&] {
        ++turns;
        late += sinceTurn.restart() > answerMsMax + 5 ? 1 : 0;
    });
    turning.start(5);
    const bool isStarted = m_session->startTransfers(order(3)).ok();
    const bool isTold = QTest::qWaitFor([&] { return m_session->engine().silentSince.has_value(); }, patience);
    std::optional<bool> counted;
    m_session->counts(this, [&](const auto &counts) { counted = counts.ok(); });
    QTest::qWait(1000);
    turning.stop();
    m_server.resume();
    QVERIFY(isStarted);
    QVERIFY(isTold);
    QVERIFY2(late <= turns / 50, qPrintable(u"%1 of %2 turns were late"_s.arg(late).arg(turns)));
    QTRY_VERIFY_WITH_TIMEOUT(!m_session->engine().silentSince, patience);
    QTRY_VERIFY_WITH_TIMEOUT(counted, patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_session->health().state, core::engine::Health::State::Running, patience);
}

void TestEngineStore::theEndWaitsForNoSilentStore()
{
    moveTo(saveServerStore());
    run(3);
    m_server.pause();
    QTRY_VERIFY_WITH_TIMEOUT(m_session->engine().silentSince, patience);
    QElapsedTimer sinceEnd;
    sinceEnd.start();
    const bool isComplete = m_session->stop(QDeadlineTimer(1000));
    const qint64 took = sinceEnd.elapsed();
    m_server.resume();
    QVERIFY(!isComplete);
    QVERIFY2(took < 1500, qPrintable(QString::number(took)));
    QVERIFY(m_session->stop());
}

QTEST_GUILESS_MAIN(TestEngineStore)
#include "tst_enginestore.moc"
