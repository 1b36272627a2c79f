// SPDX-License-Identifier: Apache-2.0
#include "core/base/faultpoint.h"
#include "core/participant/msg.h"
#include "core/participant/participantserver.h"
#include "tests/core/participant/barrierfixture.h"
#include "tests/support/scriptedpeer.h"

#include <future>

using namespace core;
using namespace core::participant;
using namespace Qt::StringLiterals;
using test::ScriptedPeer;

/// What the coordinator calls, served beside a thread that blocks; all on each database.
class TestParticipantServer : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase_data() { BarrierDatabases::addRows(); }
    void initTestCase() { m_databases.start(); }
    void init();
    void cleanup();

    void aBranchIsAppliedOnceHoweverOftenItIsCalled();
    void aBranchThatSaysNoAnswersFailure();
    void theCheckbackIsAnsweredWhileTheSenderWaitsForIt();
    void wrongCallsAreRefused_data();
    void wrongCallsAreRefused();
    void aFullQueueSaysTryLater();
    void aConnectionThatTheServerClosedIsOpenedAgain();
    void thePublicUrlIsTold();

private:
    http::ClientAnswer call(const QByteArray &url);
    QByteArray branchUrl(const QByteArray &path, const Gid &gid) const;

    BarrierDatabases m_databases;
    std::unique_ptr<test::TestConnection> m_connection;
    std::unique_ptr<ParticipantServer> m_server;
};

namespace {

Status bookWork(QSqlDatabase &db, const http::Request &request)
{
    return insertWork(gidOf(request.queryValue("gid")))(db);
}

} // namespace

void TestParticipantServer::init()
{
    QFETCH_GLOBAL(QByteArray, database);
    test::TestDatabase *const current = m_databases.named(database);
    if (!current)
        QSKIP("mariadbd is not installed");
    m_connection = current->connect();
    m_server = std::make_unique<ParticipantServer>(m_connection->db());
    m_server->addBranch("/book", bookWork);
    m_server->addBranch("/refuse", [](QSqlDatabase &, const http::Request &) -> Status {
        return Error::conflict(u"the account is closed"_s);
    });
    QVERIFY(m_server->listen().ok());
}

void TestParticipantServer::cleanup()
{
    disarmFaultPoints();
    m_server.reset();
    m_connection.reset();
}

http::ClientAnswer TestParticipantServer::call(const QByteArray &url)
{
    return http::BlockingClient().send(
        {.method = "POST", .url = http::Url::parse(url).value(), .timeout = seconds(10)});
}

QByteArray TestParticipantServer::branchUrl(const QByteArray &path, const Gid &gid) const
{
    return m_server->url(path) + "?trans_type=msg&branch_id=01&op=action&gid=" + gid.bytes();
}

void TestParticipantServer::aBranchIsAppliedOnceHoweverOftenItIsCalled()
{
    const Gid gid = freshGid();
    std::vector<std::future<int>> calls;
    for (int i = 0; i < 6; ++i)
        calls.push_back(std::async(std::launch::async, [&] { return call(branchUrl("/book", gid)).status; }));
    for (std::future<int> &status : calls)
        QCOMPARE(status.get(), 200);
    QCOMPARE(worksOf(*m_connection, gid), 1);
}

void TestParticipantServer::aBranchThatSaysNoAnswersFailure()
{
    const Gid gid = freshGid();
    const http::ClientAnswer answer = call(branchUrl("/refuse", gid));
    QCOMPARE(answer.status, 409);
    QVERIFY(answer.body.contains("the account is closed"));
    QCOMPARE(barrierRowsOf(*m_connection, gid), QString());
}

void TestParticipantServer::theCheckbackIsAnsweredWhileTheSenderWaitsForIt()
{
    ScriptedPeer peer([](const http::Request &) { return ScriptedPeer::success(); });
    const auto coordinator = CoordinatorClient::create(peer.url("/api/dtmsvr")).value();
    const Gid gid = freshGid();
    Msg msg(*coordinator, gid);
    msg.add(m_server->url("/book"), "{}");
    QVERIFY(armFaultPoints("participant.after-commit=drop").ok());

    const MsgResult result = msg.doAndSubmitDb(m_server->checkbackUrl(), m_connection->db(), insertWork(gid));

    QCOMPARE(result.outcome, MsgResult::Outcome::Committed);
    QVERIFY(result.error); // the answer to COMMIT was lost
    QCOMPARE(peer.calls().last(), QByteArray("POST /api/dtmsvr/submit"));
    QCOMPARE(worksOf(*m_connection, gid), 1);
}

void TestParticipantServer::wrongCallsAreRefused_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::newRow("no such path") << QByteArray("/other?trans_type=msg&branch_id=01&op=action&gid=g") << 404;
    QTest::newRow("no gid") << QByteArray("/book?trans_type=msg&branch_id=01&op=action") << 400;
    QTest::newRow("a saga") << QByteArray("/book?trans_type=saga&branch_id=01&op=action&gid=g") << 400;
    QTest::newRow("a checkback without a gid") << QByteArray("/checkback") << 400;
}

void TestParticipantServer::wrongCallsAreRefused()
{
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    QCOMPARE(call(m_server->url(target)).status, status);
}

void TestParticipantServer::aFullQueueSaysTryLater()
{
    ParticipantServer full(m_connection->db(), {.waitingMax = 0});
    full.addBranch("/book", bookWork);
    QVERIFY(full.listen().ok());
    QCOMPARE(call(full.url("/book?trans_type=msg&branch_id=01&op=action&gid=g")).status, 503);
}

void TestParticipantServer::aConnectionThatTheServerClosedIsOpenedAgain()
{
    QFETCH_GLOBAL(QByteArray, database);
    const Gid first = freshGid();
    QCOMPARE(call(branchUrl("/book", first)).status, 200);
    if (database == "mariadb") {
        const QString others = u"SELECT GROUP_CONCAT(ID) FROM information_schema.PROCESSLIST WHERE COMMAND = 'Sleep' "
                               "AND ID <> CONNECTION_ID()"_s;
        QTRY_VERIFY(!m_connection->one(others).isEmpty()); // the server answers before it counts the session as idle
        for (const QString &id : m_connection->one(others).split(u','))
            m_connection->run(u"KILL "_s + id);
    }
    const Gid second = freshGid();
    QCOMPARE(call(branchUrl("/book", second)).status, 200);
    QCOMPARE(worksOf(*m_connection, second), 1);
}

void TestParticipantServer::thePublicUrlIsTold()
{
    ParticipantServer proxied(m_connection->db(), {.publicUrl = "https://shop.example/dtm"});
    QVERIFY(proxied.listen().ok());
    QCOMPARE(proxied.checkbackUrl(), QByteArray("https://shop.example/dtm/checkback"));
    ParticipantServer second(m_connection->db());
    QVERIFY(!second.listen(QHostAddress(u"192.0.2.1"_s)).ok()); // not an address of this machine
}

QTEST_GUILESS_MAIN(TestParticipantServer)
#include "tst_participantserver.moc"
