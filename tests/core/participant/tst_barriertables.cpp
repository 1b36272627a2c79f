// SPDX-License-Identifier: Apache-2.0
#include "tests/core/participant/barrierfixture.h"
#include "tests/support/dtmtables.h"

using namespace core;
using namespace core::participant;
using namespace Qt::StringLiterals;
using message::Verdict;

/// Barrier tables on MySQL that somebody else has made, and what a user may do with them.
class TestBarrierTables : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();

    void dtmsOwnTableWorks();
    void dtmsOwnTableNeverTakesOneGidForAnother();
    void aTableThatGuardsNothingIsRefused_data();
    void aTableThatGuardsNothingIsRefused();
    void whoMayNotCreateIsToldTheSql();
    void whoMayNotInsertIsToldTheRight();
    void aTableThatIsThereNeedsNoRightToCreate();

private:
    std::unique_ptr<test::TestConnection> connectAs(const QString &user, const QString &rights);

    test::MariaDbServer m_server;
    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<test::TestConnection> m_connection;
    std::unique_ptr<test::TestConnection> m_other;
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

Result<Verdict> ask(test::TestConnection &connection, const Gid &gid, TableName table)
{
    return Barrier::ofSender(gid, std::move(table)).queryPrepared(connection.db());
}

TableName dtmTable()
{
    return TableName::fromText("dtm_barrier.barrier").value();
}

} // namespace

void TestBarrierTables::initTestCase()
{
    if (!test::MariaDbServer::isInstalled())
        QSKIP("mariadbd is not installed");
    const Status started = m_server.start();
    QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
}

void TestBarrierTables::init()
{
    m_database = test::TestDatabase::mariaDb(m_server);
    QVERIFY(m_database);
    m_connection = m_database->connect();
    m_other = m_database->connect();
    QVERIFY(createBarrierTable(m_connection->db()).ok());
    m_connection->run(u"CREATE TABLE work (gid VARCHAR(128))"_s);
}

std::unique_ptr<test::TestConnection> TestBarrierTables::connectAs(const QString &user, const QString &rights)
{
    const QString schema = m_connection->db().databaseName();
    for (const QString &sql :
         {u"CREATE OR REPLACE USER '%1'@'%'"_s.arg(user), u"GRANT %2 ON %3.* TO '%1'@'%'"_s.arg(user, rights, schema)})
        m_other->run(sql);
    QSqlDatabase db = QSqlDatabase::cloneDatabase(m_connection->db(), user);
    db.setUserName(user);
    db.setPassword({});
    if (!db.open())
        qFatal("no connection: %s", qPrintable(db.lastError().text()));
    return std::make_unique<test::TestConnection>(db);
}

void TestBarrierTables::dtmsOwnTableWorks()
{
    test::createDtmTables(*m_other);
    QVERIFY(createBarrierTable(m_connection->db(), dtmTable()).ok());
    const Gid gid = gidOf("Order-1");
    const Gid fenced = gidOf("Order-2");

    QCOMPARE(branchBarrier(gid, dtmTable()).call(m_connection->db(), insertWork(gid)).outcome, Outcome::Committed);
    QCOMPARE(branchBarrier(gid, dtmTable()).call(m_connection->db(), neverRun).outcome, Outcome::Duplicated);
    QVERIFY(Barrier::ofSender(gid, dtmTable()).call(m_connection->db(), insertWork(gid)).ok());
    QCOMPARE(ask(*m_other, gid, dtmTable()).value(), Verdict::Success);
    QCOMPARE(ask(*m_other, fenced, dtmTable()).value(), Verdict::Failure);
    QVERIFY(!Barrier::ofSender(fenced, dtmTable()).call(m_connection->db(), neverRun).ok());
    QCOMPARE(m_other->one(u"SELECT GROUP_CONCAT(gid, '/', branch_id, '/', op, '/', barrier_id, '/', reason ORDER BY id)"
                          " FROM dtm_barrier.barrier"_s),
             u"Order-1/01/action/01/action,Order-1/00/msg/01/msg,Order-2/00/msg/01/rollback"_s);
}

void TestBarrierTables::dtmsOwnTableNeverTakesOneGidForAnother()
{
    test::createDtmTables(*m_other);
    QSqlDatabase &db = m_connection->db();
    QVERIFY(branchBarrier(gidOf("Order-a"), dtmTable()).call(db, insertWork(gidOf("Order-a"))).ok());
    QVERIFY(Barrier::ofSender(gidOf("Order-a"), dtmTable()).call(db, insertWork(gidOf("Order-a"))).ok());

    const BarrierResult credit = branchBarrier(gidOf("order-A"), dtmTable()).call(db, neverRun);
    const BarrierResult debit = Barrier::ofSender(gidOf("order-A"), dtmTable()).call(db, neverRun);
    const Result<Verdict> told = ask(*m_connection, gidOf("order-A"), dtmTable());

    QVERIFY(!credit.ok());
    QVERIFY2(credit.error->detail.contains("another gid"_L1), qPrintable(credit.error->detail));
    QCOMPARE(debit.outcome, Outcome::RolledBack);
    QCOMPARE(debit.error->code, Error::Code::Internal);
    QVERIFY(!told.ok());
}

void TestBarrierTables::aTableThatGuardsNothingIsRefused_data()
{
    QTest::addColumn<QString>("definition");
    QTest::addColumn<QString>("remedy");
    const QString columns =
        u"(id BIGINT AUTO_INCREMENT PRIMARY KEY, trans_type VARCHAR(45), gid VARCHAR(128), "
        "branch_id VARCHAR(128), op VARCHAR(45), barrier_id VARCHAR(45), reason VARCHAR(45)%1) ENGINE=%2"_s;
    const QString key = u", UNIQUE KEY (gid, branch_id, op, barrier_id)"_s;
    QTest::newRow("an engine without transactions")
        << columns.arg(key, u"MyISAM CHARSET=latin1"_s) << u"ALTER TABLE `other` ENGINE=InnoDB"_s;
    QTest::newRow("no unique key") << columns.arg(QString(), u"InnoDB"_s) << u"ADD UNIQUE KEY"_s;
    QTest::newRow("unique by a part of the gid")
        << columns.arg(u", UNIQUE KEY (gid(10), branch_id, op, barrier_id)"_s, u"InnoDB"_s) << u"ADD UNIQUE KEY"_s;
    QTest::newRow("unique by too much") << columns.arg(u", UNIQUE KEY (gid, branch_id, op, barrier_id, reason)"_s,
                                                       u"InnoDB"_s)
                                        << u"ADD UNIQUE KEY"_s;
}

void TestBarrierTables::aTableThatGuardsNothingIsRefused()
{
    QFETCH(QString, definition);
    QFETCH(QString, remedy);
    m_other->run(u"CREATE TABLE other "_s + definition);

    const Status refused = createBarrierTable(m_connection->db(), TableName::fromText("other").value());

    QCOMPARE(refused.error().code, Error::Code::Invalid);
    QVERIFY2(refused.error().detail.contains(remedy), qPrintable(refused.error().detail));
}

void TestBarrierTables::whoMayNotCreateIsToldTheSql()
{
    m_other->run(u"DROP TABLE barrier"_s);
    const auto poor = connectAs(u"nocreate"_s, u"SELECT, INSERT"_s);

    const Status refused = createBarrierTable(poor->db());

    QCOMPARE(refused.error().code, Error::Code::Unavailable);
    QVERIFY2(refused.error().detail.contains("whoever has the right can run: CREATE TABLE"_L1),
             qPrintable(refused.error().detail));
    const BarrierResult result = branchBarrier(freshGid()).call(poor->db(), neverRun);
    QVERIFY2(result.error->detail.contains("create the table or correct its name"_L1),
             qPrintable(result.error->detail));
}

void TestBarrierTables::whoMayNotInsertIsToldTheRight()
{
    const auto poor = connectAs(u"noinsert"_s, u"SELECT"_s);

    const Status refused = createBarrierTable(poor->db());

    QVERIFY2(refused.error().detail.contains("INSERT command denied"_L1), qPrintable(refused.error().detail));
    QVERIFY2(refused.error().detail.contains("GRANT"_L1), qPrintable(refused.error().detail));
}

void TestBarrierTables::aTableThatIsThereNeedsNoRightToCreate()
{
    const auto poor = connectAs(u"plain"_s, u"SELECT, INSERT"_s);
    const Gid gid = freshGid();

    QVERIFY(createBarrierTable(poor->db()).ok());
    QVERIFY(branchBarrier(gid).call(poor->db(), insertWork(gid)).ok());
}

QTEST_GUILESS_MAIN(TestBarrierTables)
#include "tst_barriertables.moc"
