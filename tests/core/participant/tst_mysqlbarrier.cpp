// SPDX-License-Identifier: Apache-2.0
#include "core/participant/connection.h"
#include "tests/core/participant/barrierfixture.h"
#include "tests/support/cuttingproxy.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QSemaphore>

#include <future>
#include <thread>

using namespace core;
using namespace core::participant;
using namespace Qt::StringLiterals;
using message::Verdict;
using test::CuttingProxy;

/// A barrier on a MySQL server that does what servers do: deadlocks, closed and cut connections, restarts.
class TestMySqlBarrier : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();

    void theVictimOfADeadlockIsRunAgain();
    void workThatIsAlwaysAVictimEndsWithItsError();
    void aCommitThatAClusterRefusesIsRunAgain();
    void aCheckbackThatAClusterRefusesIsRunAgain();
    void anIdleConnectionThatWasClosedIsOpenedAgain();
    void onAClosedConnectionNothingIsRun();
    void aRestartedServerIsFoundAgain();
    void aServerThatHangsLeavesTheCheckbackUnanswered();
    void aCommitThatIsCutIsUnknownAndReadAgain_data();
    void aCommitThatIsCutIsUnknownAndReadAgain();
    void aCommitThatIsKilledWhileItWaitsIsUnknownAndReadAgain();
    void aLockedTableIsOngoing();

private:
    std::unique_ptr<test::TestConnection> connectThrough(const CuttingProxy &proxy);
    void waitForLockWaits(int transactions);
    /// Has the server close m_connection as it does with an idle one.
    void closeByWaitTimeout();

    test::MariaDbServer m_server;
    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<test::TestConnection> m_connection;
    std::unique_ptr<test::TestConnection> m_other;
};

namespace {

Barrier branchBarrier(const Gid &gid)
{
    return Barrier::fromRequest({"msg", gid.bytes(), "01", "action"}).value();
}

Status neverRun(QSqlDatabase &)
{
    return Error::internal(u"this work must not run"_s);
}

Status execute(QSqlDatabase &db, const QString &sql)
{
    QSqlQuery query(db);
    return query.exec(sql) ? Status(Done{}) : Error::unavailable(query.lastError().text());
}

Result<Verdict> ask(test::TestConnection &connection, const Gid &gid)
{
    return Barrier::ofSender(gid).queryPrepared(connection.db());
}

} // namespace

void TestMySqlBarrier::initTestCase()
{
    if (!test::MariaDbServer::isInstalled())
        QSKIP("mariadbd is not installed");
    const Status started = m_server.start();
    QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
}

void TestMySqlBarrier::init()
{
    m_database = test::TestDatabase::mariaDb(m_server);
    QVERIFY(m_database);
    m_connection = m_database->connect(u"MYSQL_OPT_READ_TIMEOUT=10"_s);
    m_other = m_database->connect();
    QVERIFY(createBarrierTable(m_connection->db()).ok());
    m_connection->run(u"CREATE TABLE work (gid VARCHAR(128))"_s);
}

std::unique_ptr<test::TestConnection> TestMySqlBarrier::connectThrough(const CuttingProxy &proxy)
{
    QSqlDatabase db = QSqlDatabase::cloneDatabase(m_connection->db(), u"proxied"_s);
    db.setPort(proxy.port());
    if (!db.open())
        qFatal("no connection: %s", qPrintable(db.lastError().text()));
    return std::make_unique<test::TestConnection>(db);
}

void TestMySqlBarrier::waitForLockWaits(int transactions)
{
    QTRY_COMPARE(m_other
                     ->one(u"SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS "
                           "WHERE VARIABLE_NAME = 'INNODB_ROW_LOCK_CURRENT_WAITS'"_s)
                     .toInt(),
                 transactions);
}

void TestMySqlBarrier::closeByWaitTimeout()
{
    const QString id = m_connection->one(u"SELECT CONNECTION_ID()"_s);
    m_connection->run(u"SET SESSION wait_timeout = 1"_s);
    QTRY_COMPARE(m_other->one(u"SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE ID = "_s + id), u"0"_s);
}

void TestMySqlBarrier::theVictimOfADeadlockIsRunAgain()
{
    m_connection->run(u"CREATE TABLE account (id INT PRIMARY KEY, n INT)"_s);
    m_connection->run(u"INSERT INTO account VALUES (1, 0), (2, 0)"_s);
    QSemaphore firstIsLocked;
    QSemaphore secondIsLocked;
    auto rival = std::async(std::launch::async, [&] {
        const auto connection = m_database->connect();
        connection->run(u"BEGIN"_s);
        connection->run(u"INSERT INTO work SELECT seq FROM seq_1_to_200"_s); // the server spares who has written more
        connection->run(u"UPDATE account SET n = n + 1 WHERE id = 1"_s);
        firstIsLocked.release();
        secondIsLocked.acquire();
        connection->run(u"UPDATE account SET n = n + 1 WHERE id = 2"_s);
        connection->run(u"COMMIT"_s);
    });
    int runs = 0;
    const LocalWork work = [&](QSqlDatabase &db) -> Status {
        if (const Status second = execute(db, u"UPDATE account SET n = n + 10 WHERE id = 2"_s); !second.ok())
            return second;
        if (++runs == 1) {
            secondIsLocked.release();
            waitForLockWaits(1);
        }
        return execute(db, u"UPDATE account SET n = n + 10 WHERE id = 1"_s);
    };
    firstIsLocked.acquire();

    const BarrierResult result = branchBarrier(freshGid()).call(m_connection->db(), work);
    rival.get();

    QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error->detail));
    QCOMPARE(result.outcome, Outcome::Committed);
    QCOMPARE(runs, 2);
    QCOMPARE(m_other->one(u"SELECT GROUP_CONCAT(n) FROM account"_s), u"11,11"_s);
    QCOMPARE(m_other->one(u"SELECT COUNT(*) FROM barrier"_s), u"1"_s);
}

void TestMySqlBarrier::workThatIsAlwaysAVictimEndsWithItsError()
{
    int runs = 0;
    const BarrierResult result = branchBarrier(freshGid()).call(m_connection->db(), [&](QSqlDatabase &db) -> Status {
        ++runs;
        (void)execute(db, u"ROLLBACK"_s); // what the server does to a victim
        return Error::unavailable(u"deadlock"_s);
    });

    QCOMPARE(result.outcome, Outcome::RolledBack);
    QVERIFY(result.workFailed);
    QCOMPARE(runs, 5);
    QCOMPARE(m_other->one(u"SELECT COUNT(*) FROM barrier"_s), u"0"_s);
}

void TestMySqlBarrier::aCommitThatAClusterRefusesIsRunAgain()
{
    CuttingProxy proxy(m_server.port());
    const auto connection = connectThrough(proxy);
    const Gid gid = freshGid();
    int runs = 0;
    proxy.cutAt("COMMIT", CuttingProxy::Cut::AnsweredAsVictim);

    const BarrierResult result = branchBarrier(gid).call(connection->db(), [&](QSqlDatabase &db) {
        ++runs;
        return insertWork(gid)(db);
    });

    QVERIFY2(result.ok(), result.ok() ? "" : qPrintable(result.error->detail));
    QCOMPARE(runs, 2);
    QCOMPARE(worksOf(*m_other, gid), 1);
    QCOMPARE(barrierRowsOf(*m_other, gid), u"01/action/01/action"_s);
}

void TestMySqlBarrier::aCheckbackThatAClusterRefusesIsRunAgain()
{
    CuttingProxy proxy(m_server.port());
    const auto connection = connectThrough(proxy);
    const Gid gid = freshGid();
    proxy.cutAt("COMMIT", CuttingProxy::Cut::AnsweredAsVictim);
    QCOMPARE(ask(*connection, gid).value(), Verdict::Failure);
    QCOMPARE(barrierRowsOf(*m_other, gid), u"00/msg/01/rollback"_s);
}

void TestMySqlBarrier::anIdleConnectionThatWasClosedIsOpenedAgain()
{
    QVERIFY(!ensureConnected(m_connection->db()).value());
    closeByWaitTimeout();

    QVERIFY(ensureConnected(m_connection->db()).value());

    const Gid gid = freshGid();
    QVERIFY(branchBarrier(gid).call(m_connection->db(), insertWork(gid)).ok());
    QCOMPARE(worksOf(*m_connection, gid), 1);
}

void TestMySqlBarrier::onAClosedConnectionNothingIsRun()
{
    closeByWaitTimeout();

    const BarrierResult result = branchBarrier(freshGid()).call(m_connection->db(), neverRun);

    QCOMPARE(result.outcome, Outcome::RolledBack);
    QVERIFY2(result.error->detail.contains("the next request opens another"_L1), qPrintable(result.error->detail));
    QVERIFY(!ask(*m_connection, freshGid()).ok());
}

void TestMySqlBarrier::aRestartedServerIsFoundAgain()
{
    const Gid gid = freshGid();
    QVERIFY(Barrier::ofSender(gid).call(m_connection->db(), insertWork(gid)).ok());
    m_server.kill();
    const Result<bool> away = ensureConnected(m_connection->db());
    const bool restarted = m_server.start().ok();

    QVERIFY(!away.ok());
    QVERIFY2(away.error().detail.contains("check that the server runs"_L1), qPrintable(away.error().detail));
    QVERIFY(restarted);
    QVERIFY(ensureConnected(m_connection->db()).value());
    QCOMPARE(ask(*m_connection, gid).value(), Verdict::Success);
}

void TestMySqlBarrier::aServerThatHangsLeavesTheCheckbackUnanswered()
{
    const Gid gid = freshGid();
    QSqlDatabase patient = QSqlDatabase::cloneDatabase(m_connection->db(), u"patient"_s);
    patient.setConnectOptions(u"MYSQL_OPT_READ_TIMEOUT=1"_s);
    QVERIFY(patient.open());
    test::TestConnection connection(patient);
    patient = {};
    m_server.pause();
    QElapsedTimer timer;
    timer.start();
    const Result<Verdict> hung = ask(connection, gid);
    const qint64 elapsed = timer.elapsed();
    m_server.resume();

    QVERIFY(!hung.ok());
    QVERIFY2(elapsed < 8'000, qPrintable(QString::number(elapsed)));
    QVERIFY(ensureConnected(connection.db()).value());
    QCOMPARE(ask(connection, gid).value(), Verdict::Failure);
}

void TestMySqlBarrier::aCommitThatIsCutIsUnknownAndReadAgain_data()
{
    QTest::addColumn<CuttingProxy::Cut>("cut");
    QTest::addColumn<Verdict>("verdict");
    QTest::newRow("before the server") << CuttingProxy::Cut::BeforeTheServer << Verdict::Failure;
    QTest::newRow("before the answer") << CuttingProxy::Cut::BeforeTheAnswer << Verdict::Success;
}

void TestMySqlBarrier::aCommitThatIsCutIsUnknownAndReadAgain()
{
    QFETCH(CuttingProxy::Cut, cut);
    QFETCH(Verdict, verdict);
    CuttingProxy proxy(m_server.port());
    const auto connection = connectThrough(proxy);
    const Gid gid = freshGid();
    proxy.cutAt("COMMIT", cut);

    const BarrierResult result = Barrier::ofSender(gid).call(connection->db(), insertWork(gid));

    QCOMPARE(result.outcome, Outcome::Unknown);
    QCOMPARE(ask(*m_other, gid).value(), verdict);
    QCOMPARE(worksOf(*m_other, gid), verdict == Verdict::Success ? 1 : 0);
}

void TestMySqlBarrier::aCommitThatIsKilledWhileItWaitsIsUnknownAndReadAgain()
{
    const QString id = m_connection->one(u"SELECT CONNECTION_ID()"_s);
    const Gid gid = freshGid();
    std::future<void> killer;
    const LocalWork work = [&](QSqlDatabase &db) {
        const Status inserted = insertWork(gid)(db);
        QSemaphore isLocked;
        killer = std::async(std::launch::async, [&, id] {
            const auto connection = m_database->connect();
            connection->run(u"FLUSH TABLES WITH READ LOCK"_s); // from now on no COMMIT gets through
            isLocked.release();
            const QString commits = u"SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE ID = %1 AND INFO = "
                                    "'COMMIT' AND STATE LIKE 'Waiting%'"_s.arg(id);
            QDeadlineTimer deadline(10'000);
            while (connection->one(commits) != u"1" && !deadline.hasExpired())
                std::this_thread::yield();
            connection->run(u"KILL "_s + id);
            connection->run(u"UNLOCK TABLES"_s);
        });
        isLocked.acquire();
        return inserted;
    };

    const BarrierResult result = Barrier::ofSender(gid).call(m_connection->db(), work);
    killer.get();

    QCOMPARE(result.outcome, Outcome::Unknown);
    const Verdict verdict = ask(*m_other, gid).value();
    QCOMPARE(worksOf(*m_other, gid), verdict == Verdict::Success ? 1 : 0);
}

void TestMySqlBarrier::aLockedTableIsOngoing()
{
    m_other->run(u"LOCK TABLES barrier WRITE"_s);
    QElapsedTimer timer;
    timer.start();

    const Result<Verdict> told = ask(*m_connection, freshGid());

    QVERIFY(timer.elapsed() < 5'000);
    QCOMPARE(told.value(), Verdict::Ongoing);
    m_other->run(u"UNLOCK TABLES"_s);
}

QTEST_GUILESS_MAIN(TestMySqlBarrier)
#include "tst_mysqlbarrier.moc"
