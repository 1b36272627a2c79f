// SPDX-License-Identifier: Apache-2.0
#include "core/base/faultpoint.h"
#include "tests/core/participant/barrierfixture.h"

#include <atomic>
#include <thread>

using namespace core;
using namespace core::participant;
using namespace Qt::StringLiterals;

/// What a barrier promises about the local transaction; the checkback's side is tst_checkback.
class TestBarrier : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_databases.start(); }
    void cleanup() { disarmFaultPoints(); }

    void workAndItsRowAreCommittedTogether_data() { BarrierDatabases::addRows(); }
    void workAndItsRowAreCommittedTogether();
    void aRepetitionDoesNotRunTheWork_data() { BarrierDatabases::addRows(); }
    void aRepetitionDoesNotRunTheWork();
    void theSendersRepetitionIsDuplicated_data() { BarrierDatabases::addRows(); }
    void theSendersRepetitionIsDuplicated();
    void eachCallOfOneObjectHasABarrierOfItsOwn_data() { BarrierDatabases::addRows(); }
    void eachCallOfOneObjectHasABarrierOfItsOwn();
    void failingWorkLeavesNothing_data() { BarrierDatabases::addRows(); }
    void failingWorkLeavesNothing();
    void manyAtOnceRunTheWorkOnce_data() { BarrierDatabases::addRows(); }
    void manyAtOnceRunTheWorkOnce();
    void gidsThatDifferInCaseAreDifferent_data() { BarrierDatabases::addRows(); }
    void gidsThatDifferInCaseAreDifferent();
    void aTableThatFoldsCaseGivesAnErrorNotADuplicate();
    void anErrorThatIsNoDuplicateIsAnError_data() { BarrierDatabases::addRows(); }
    void anErrorThatIsNoDuplicateIsAnError();
    void aValueThatDoesNotFitIsAnErrorNotADuplicate();
    void faultPointsStopWhereTheyStand_data();
    void faultPointsStopWhereTheyStand();
    void aRefusedCommitIsUnknownAndLeavesTheConnectionUsable();
    void aConnectionLostBeforeTheCommitIsUnknown();
    void aClosedConnectionRunsNothing();
    void aConnectionThatReconnectsIsRefused();
    void wrongFieldsAreNamed_data();
    void wrongFieldsAreNamed();
    void tableNamesAreCheckedAndQuoted();

private:
    BarrierDatabases m_databases;
};

namespace {

Barrier branchBarrier(const Gid &gid, TableName table = {})
{
    return Barrier::fromRequest({"msg", gid.bytes(), "01", "action"}, std::move(table)).value();
}

Status neverRun(QSqlDatabase &)
{
    return Error::internal(u"this work must not run"_s);
}

} // namespace

void TestBarrier::workAndItsRowAreCommittedTogether()
{
    FETCH_DATABASE(database);
    const auto connection = database->connect();
    const Gid gid = freshGid();

    const BarrierResult result = branchBarrier(gid).call(connection->db(), insertWork(gid));

    QCOMPARE(result.outcome, Outcome::Committed);
    QVERIFY(result.ok());
    QCOMPARE(worksOf(*connection, gid), 1);
    QCOMPARE(barrierRowsOf(*connection, gid), u"01/action/01/action"_s);
}

void TestBarrier::aRepetitionDoesNotRunTheWork()
{
    FETCH_DATABASE(database);
    const auto connection = database->connect();
    const Gid gid = freshGid();
    QVERIFY(branchBarrier(gid).call(connection->db(), insertWork(gid)).ok());

    const BarrierResult again = branchBarrier(gid).call(connection->db(), neverRun);

    QCOMPARE(again.outcome, Outcome::Duplicated);
    QVERIFY(again.ok());
    QCOMPARE(worksOf(*connection, gid), 1);
    QVERIFY(
        branchBarrier(freshGid()).call(connection->db(), insertWork(freshGid())).ok()); // no transaction was left open
}

void TestBarrier::theSendersRepetitionIsDuplicated()
{
    FETCH_DATABASE(database);
    const auto connection = database->connect();
    const Gid gid = freshGid();
    QVERIFY(Barrier::ofSender(gid).call(connection->db(), insertWork(gid)).ok());

    const BarrierResult again = Barrier::ofSender(gid).call(connection->db(), neverRun);

    QCOMPARE(again.outcome, Outcome::Duplicated);
    QVERIFY(!again.ok());
    QVERIFY(again.error->detail.contains("DUPLICATED"_L1));
    QVERIFY(!again.workFailed);
    QCOMPARE(barrierRowsOf(*connection, gid), u"00/msg/01/msg"_s);
}

void TestBarrier::eachCallOfOneObjectHasABarrierOfItsOwn()
{
    FETCH_DATABASE(database);
    const auto connection = database->connect();
    const Gid gid = freshGid();
    Barrier barrier = branchBarrier(gid);

    QCOMPARE(barrier.call(connection->db(), insertWork(gid)).outcome, Outcome::Committed);
    QCOMPARE(barrier.call(connection->db(), insertWork(gid)).outcome, Outcome::Committed);

    QCOMPARE(barrierRowsOf(*connection, gid), u"01/action/01/action 01/action/02/action"_s);
}

void TestBarrier::failingWorkLeavesNothing()
{
    FETCH_DATABASE(database);
    const auto connection = database->connect();
    const Gid gid = freshGid();
    const LocalWork insertThenFail = [&](QSqlDatabase &db) -> Status {
        const Status inserted = insertWork(gid)(db);
        return inserted.ok() ? Error::conflict(u"insufficient balance"_s) : inserted;
    };

    const BarrierResult result = branchBarrier(gid).call(connection->db(), insertThenFail);

    QCOMPARE(result.outcome, Outcome::RolledBack);
    QVERIFY(result.workFailed);
    QCOMPARE(*result.error, Error::conflict(u"insufficient balance"_s));
    QCOMPARE(worksOf(*connection, gid), 0);
    QCOMPARE(barrierRowsOf(*connection, gid), QString());
}

void TestBarrier::manyAtOnceRunTheWorkOnce()
{
    FETCH_DATABASE(database);
    const Gid gid = freshGid();
    std::atomic<int> ok = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            const auto connection = database->connect();
            ok += branchBarrier(gid).call(connection->db(), insertWork(gid)).ok();
        });
    }
    for (std::thread &thread : threads)
        thread.join();

    const auto connection = database->connect();
    QCOMPARE(ok.load(), 8);
    QCOMPARE(worksOf(*connection, gid), 1);
}

void TestBarrier::gidsThatDifferInCaseAreDifferent()
{
    FETCH_DATABASE(database);
    const auto connection = database->connect();

    QCOMPARE(branchBarrier(gidOf("Order-a")).call(connection->db(), insertWork(gidOf("Order-a"))).outcome,
             Outcome::Committed);
    QCOMPARE(branchBarrier(gidOf("order-A")).call(connection->db(), insertWork(gidOf("order-A"))).outcome,
             Outcome::Committed);
}

void TestBarrier::aTableThatFoldsCaseGivesAnErrorNotADuplicate()
{
    const auto database = test::TestDatabase::sqlite();
    const auto connection = database->connect();
    connection->run(u"CREATE TABLE barrier (id INTEGER PRIMARY KEY, trans_type TEXT, gid TEXT COLLATE NOCASE, "
                    u"branch_id TEXT, op TEXT, "
                    "barrier_id TEXT, reason TEXT, UNIQUE (gid, branch_id, op, barrier_id))"_s);
    connection->run(u"CREATE TABLE work (gid TEXT)"_s);
    QVERIFY(branchBarrier(gidOf("Order-a")).call(connection->db(), insertWork(gidOf("Order-a"))).ok());

    const BarrierResult other = branchBarrier(gidOf("order-A")).call(connection->db(), neverRun);

    QCOMPARE(other.outcome, Outcome::RolledBack);
    QVERIFY(!other.ok());
    QVERIFY(other.error->detail.contains("another gid"_L1));
}

void TestBarrier::anErrorThatIsNoDuplicateIsAnError()
{
    FETCH_DATABASE(database);
    const auto connection = database->connect();

    const BarrierResult result =
        branchBarrier(freshGid(), TableName::fromText("missing").value()).call(connection->db(), neverRun);

    QCOMPARE(result.outcome, Outcome::RolledBack);
    QCOMPARE(result.error->code, Error::Code::Unavailable);
    QVERIFY(result.error->detail.contains("missing"_L1));
}

void TestBarrier::aValueThatDoesNotFitIsAnErrorNotADuplicate()
{
    const auto database = test::TestDatabase::sqlite();
    const auto connection = database->connect();
    connection->run(u"CREATE TABLE barrier (id INTEGER PRIMARY KEY, trans_type TEXT, gid TEXT CHECK (length(gid) < 3), "
                    u"branch_id TEXT, "
                    "op TEXT, barrier_id TEXT, reason TEXT, UNIQUE (gid, branch_id, op, barrier_id))"_s);

    const BarrierResult result = branchBarrier(gidOf("long")).call(connection->db(), neverRun);

    QCOMPARE(result.outcome, Outcome::RolledBack);
    QVERIFY(!result.ok());
}

void TestBarrier::faultPointsStopWhereTheyStand_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<int>("works");
    QTest::newRow("after the barrier row")
        << QByteArray("participant.after-barrier-insert=fail") << Outcome::RolledBack << 0;
    QTest::newRow("before the commit") << QByteArray("participant.before-commit=fail") << Outcome::RolledBack << 0;
    QTest::newRow("after the commit") << QByteArray("participant.after-commit=drop") << Outcome::Unknown << 1;
}

void TestBarrier::faultPointsStopWhereTheyStand()
{
    QFETCH(QByteArray, fault);
    QFETCH(Outcome, outcome);
    QFETCH(int, works);
    const auto database = test::TestDatabase::sqlite();
    const auto connection = database->connect();
    QVERIFY(createBarrierTable(connection->db()).ok());
    connection->run(u"CREATE TABLE work (gid TEXT)"_s);
    const Gid gid = freshGid();
    QVERIFY(armFaultPoints(fault).ok());

    const BarrierResult result = branchBarrier(gid).call(connection->db(), insertWork(gid));

    QCOMPARE(result.outcome, outcome);
    QVERIFY(!result.ok());
    QVERIFY(!result.workFailed);
    QCOMPARE(worksOf(*connection, gid), works);
}

void TestBarrier::aRefusedCommitIsUnknownAndLeavesTheConnectionUsable()
{
    const auto database = test::TestDatabase::sqlite(); // with a rollback journal a reader holds up a COMMIT
    const auto connection = database->connect(u"QSQLITE_BUSY_TIMEOUT=50"_s);
    QVERIFY(createBarrierTable(connection->db()).ok());
    connection->run(u"CREATE TABLE work (gid TEXT)"_s);
    const auto reader = database->connect();
    reader->run(u"BEGIN"_s);
    QCOMPARE(reader->one(u"SELECT COUNT(*) FROM work"_s), u"0"_s);
    const Gid gid = freshGid();

    const BarrierResult refused = branchBarrier(gid).call(connection->db(), insertWork(gid));
    reader->run(u"COMMIT"_s);
    const BarrierResult again = branchBarrier(gid).call(connection->db(), insertWork(gid));

    QCOMPARE(refused.outcome, Outcome::Unknown);
    QCOMPARE(again.outcome, Outcome::Committed);
    QCOMPARE(worksOf(*connection, gid), 1);
}

void TestBarrier::aConnectionLostBeforeTheCommitIsUnknown()
{
    if (!test::MariaDbServer::isInstalled())
        QSKIP("mariadbd is not installed");
    test::TestDatabase *const database = m_databases.named("mariadb");
    const auto connection = database->connect();
    const auto killer = database->connect();
    const Gid gid = freshGid();
    const QString id = connection->one(u"SELECT CONNECTION_ID()"_s);
    const LocalWork insertThenLose = [&](QSqlDatabase &db) -> Status {
        const Status inserted = insertWork(gid)(db);
        killer->run(u"KILL "_s + id);
        return inserted;
    };

    const BarrierResult lost = branchBarrier(gid).call(connection->db(), insertThenLose);

    QCOMPARE(lost.outcome, Outcome::Unknown);
    QTRY_COMPARE(worksOf(*killer, gid), 0);
}

void TestBarrier::aClosedConnectionRunsNothing()
{
    QSqlDatabase closed;
    const BarrierResult result = branchBarrier(freshGid()).call(closed, neverRun);
    QCOMPARE(result.outcome, Outcome::RolledBack);
    QCOMPARE(result.error->code, Error::Code::Unavailable);
}

void TestBarrier::aConnectionThatReconnectsIsRefused()
{
    if (!test::MariaDbServer::isInstalled())
        QSKIP("mariadbd is not installed");
    const auto connection = m_databases.named("mariadb")->connect(u"MYSQL_OPT_RECONNECT=1"_s);
    const BarrierResult result = branchBarrier(freshGid()).call(connection->db(), neverRun);
    QCOMPARE(result.error->field, QByteArray("db"));
}

void TestBarrier::wrongFieldsAreNamed_data()
{
    QTest::addColumn<QByteArray>("transType");
    QTest::addColumn<QByteArray>("gid");
    QTest::addColumn<QByteArray>("branchId");
    QTest::addColumn<QByteArray>("op");
    QTest::addColumn<QByteArray>("field");
    const QByteArray msg("msg"), g("g"), one("01"), action("action"), none;
    QTest::newRow("no gid") << msg << none << one << action << QByteArray("gid");
    QTest::newRow("gid with ;") << msg << QByteArray("a;b") << one << action << QByteArray("gid");
    QTest::newRow("gid too long") << msg << QByteArray(129, 'g') << one << action << QByteArray("gid");
    QTest::newRow("no trans_type") << none << g << one << action << QByteArray("trans_type");
    QTest::newRow("a saga") << QByteArray("saga") << g << one << action << QByteArray("trans_type");
    QTest::newRow("no branch") << msg << g << none << action << QByteArray("branch_id");
    QTest::newRow("branch with a space") << msg << g << QByteArray("0 1") << action << QByteArray("branch_id");
    QTest::newRow("branch too long") << msg << g << QByteArray(129, '1') << action << QByteArray("branch_id");
    QTest::newRow("no op") << msg << g << one << none << QByteArray("op");
    QTest::newRow("compensate") << msg << g << one << QByteArray("compensate") << QByteArray("op");
}

void TestBarrier::wrongFieldsAreNamed()
{
    QFETCH(QByteArray, transType);
    QFETCH(QByteArray, gid);
    QFETCH(QByteArray, branchId);
    QFETCH(QByteArray, op);
    QFETCH(QByteArray, field);

    const Result<Barrier> barrier = Barrier::fromRequest({transType, gid, branchId, op});

    QVERIFY(!barrier.ok());
    QCOMPARE(barrier.error().code, Error::Code::Invalid);
    QCOMPARE(barrier.error().field, field);
}

void TestBarrier::tableNamesAreCheckedAndQuoted()
{
    QCOMPARE(TableName().quoted(u'"'), u"\"barrier\""_s);
    QCOMPARE(TableName::fromText("dtm_barrier.barrier").value().quoted(u'`'), u"`dtm_barrier`.`barrier`"_s);
    for (const QByteArray &wrong :
         {QByteArray(), QByteArray("a b"), QByteArray("a`b"), QByteArray("a.b.c"), QByteArray("."), QByteArray("1a"),
          QByteArray("a;drop table x"), QByteArray("a\n"), QByteArray(65, 'a'), QByteArray("b\xc3\xa4r")})
        QVERIFY2(!TableName::fromText(wrong).ok(), wrong.constData());
}

QTEST_GUILESS_MAIN(TestBarrier)
#include "tst_barrier.moc"
