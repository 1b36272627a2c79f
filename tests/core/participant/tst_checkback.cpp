// SPDX-License-Identifier: Apache-2.0
#include "tests/core/participant/barrierfixture.h"

#include <QElapsedTimer>
#include <QSemaphore>

#include <future>
#include <thread>

using namespace core;
using namespace core::participant;
using namespace Qt::StringLiterals;
using message::Verdict;

/// What the checkback answers, above all while the sender's local transaction is open.
class TestCheckback : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_databases.start(); }

    void afterTheCommitItSaysSuccess_data() { BarrierDatabases::addRows(); }
    void afterTheCommitItSaysSuccess();
    void withoutATransactionItSaysFailureAndFencesTheGidOff_data() { BarrierDatabases::addRows(); }
    void withoutATransactionItSaysFailureAndFencesTheGidOff();
    void itWaitsForAnOpenTransaction_data();
    void itWaitsForAnOpenTransaction();
    void twoAtOnceAgreeAfterARollback_data() { BarrierDatabases::addRows(); }
    void twoAtOnceAgreeAfterARollback();
    void afterTwoSecondsItSaysOngoing_data() { BarrierDatabases::addRows(); }
    void afterTwoSecondsItSaysOngoing();
    void withoutATableNobodyKnows_data() { BarrierDatabases::addRows(); }
    void withoutATableNobodyKnows();

private:
    BarrierDatabases m_databases;
};

namespace {

Result<Verdict> ask(test::TestDatabase &database, const Gid &gid)
{
    const auto connection = database.connect();
    return Barrier::ofSender(gid).queryPrepared(connection->db());
}

/// A sender's transaction on a thread of its own, held open until it is told how to end.
class OpenTransaction
{
public:
    OpenTransaction(test::TestDatabase &database, const Gid &gid)
        : m_thread([this, &database, gid] {
            const auto connection = database.connect();
            Barrier::ofSender(gid).call(connection->db(), [&](QSqlDatabase &db) -> Status {
                const Status inserted = insertWork(gid)(db);
                m_opened.release();
                m_mayEnd.acquire();
                return m_commits ? inserted : Error::conflict(u"no"_s);
            });
        })
    {
        m_opened.acquire();
    }
    ~OpenTransaction() { end(false); }

    void end(bool commits)
    {
        if (!m_thread.joinable())
            return;
        m_commits = commits;
        m_mayEnd.release();
        m_thread.join();
    }

private:
    QSemaphore m_opened;
    QSemaphore m_mayEnd;
    bool m_commits = false;
    std::thread m_thread;
};

} // namespace

void TestCheckback::afterTheCommitItSaysSuccess()
{
    FETCH_DATABASE(database);
    const auto connection = database->connect();
    const Gid gid = freshGid();
    QVERIFY(Barrier::ofSender(gid).call(connection->db(), insertWork(gid)).ok());

    QCOMPARE(ask(*database, gid).value(), Verdict::Success);
    QCOMPARE(ask(*database, gid).value(), Verdict::Success);
    QCOMPARE(barrierRowsOf(*connection, gid), u"00/msg/01/msg"_s);
}

void TestCheckback::withoutATransactionItSaysFailureAndFencesTheGidOff()
{
    FETCH_DATABASE(database);
    const auto connection = database->connect();
    const Gid gid = freshGid();

    QCOMPARE(ask(*database, gid).value(), Verdict::Failure);
    QCOMPARE(barrierRowsOf(*connection, gid), u"00/msg/01/rollback"_s);
    const BarrierResult late = Barrier::ofSender(gid).call(connection->db(), insertWork(gid));
    QCOMPARE(late.outcome, Outcome::Duplicated);
    QVERIFY(!late.ok());
    QCOMPARE(worksOf(*connection, gid), 0);
    QCOMPARE(ask(*database, gid).value(), Verdict::Failure);
}

void TestCheckback::itWaitsForAnOpenTransaction_data()
{
    QTest::addColumn<QByteArray>("database");
    QTest::addColumn<bool>("commits");
    QTest::addColumn<Verdict>("verdict");
    for (const char *name : {"sqlite", "mariadb"}) {
        QTest::addRow("%s, then it commits", name) << QByteArray(name) << true << Verdict::Success;
        QTest::addRow("%s, then it rolls back", name) << QByteArray(name) << false << Verdict::Failure;
    }
}

void TestCheckback::itWaitsForAnOpenTransaction()
{
    FETCH_DATABASE(database);
    QFETCH(bool, commits);
    QFETCH(Verdict, verdict);
    const Gid gid = freshGid();
    OpenTransaction transaction(*database, gid);

    auto answer = std::async(std::launch::async, [&] { return ask(*database, gid); });
    QCOMPARE(answer.wait_for(std::chrono::milliseconds(300)), std::future_status::timeout); // it waits
    transaction.end(commits);

    const Result<Verdict> told = answer.get();
    QVERIFY2(told.ok(), told.ok() ? "" : qPrintable(told.error().detail));
    QCOMPARE(*told, verdict);
}

void TestCheckback::twoAtOnceAgreeAfterARollback()
{
    FETCH_DATABASE(database);
    const Gid gid = freshGid();
    OpenTransaction transaction(*database, gid);

    // InnoDB gives both waiters a shared lock, then lets one of them die as a deadlock's victim: it must try again.
    auto first = std::async(std::launch::async, [&] { return ask(*database, gid); });
    auto second = std::async(std::launch::async, [&] { return ask(*database, gid); });
    QCOMPARE(second.wait_for(std::chrono::milliseconds(300)), std::future_status::timeout);
    transaction.end(false);

    QCOMPARE(first.get().value(), Verdict::Failure);
    QCOMPARE(second.get().value(), Verdict::Failure);
}

void TestCheckback::afterTwoSecondsItSaysOngoing()
{
    FETCH_DATABASE(database);
    const Gid gid = freshGid();
    OpenTransaction transaction(*database, gid);
    const auto connection = database->connect(database->isSqlite() ? u"QSQLITE_BUSY_TIMEOUT=7000"_s : QString());
    const QString lockWait =
        database->isSqlite() ? u"PRAGMA busy_timeout"_s : u"SELECT @@SESSION.innodb_lock_wait_timeout"_s;
    const QString before = connection->one(lockWait);
    QElapsedTimer timer;
    timer.start();

    const Result<Verdict> told = Barrier::ofSender(gid).queryPrepared(connection->db());

    QCOMPARE(told.value(), Verdict::Ongoing);
    QVERIFY2(timer.elapsed() >= 1500 && timer.elapsed() < 6000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(connection->one(lockWait), before);
    transaction.end(true);
    QCOMPARE(ask(*database, gid).value(), Verdict::Success);
}

void TestCheckback::withoutATableNobodyKnows()
{
    FETCH_DATABASE(database);
    const auto connection = database->connect();

    const Result<Verdict> told =
        Barrier::ofSender(freshGid(), TableName::fromText("missing").value()).queryPrepared(connection->db());

    QVERIFY(!told.ok());
    QCOMPARE(told.error().code, Error::Code::Unavailable);
}

QTEST_GUILESS_MAIN(TestCheckback)
#include "tst_checkback.moc"
