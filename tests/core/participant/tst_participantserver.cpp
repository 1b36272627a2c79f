// SPDX-License-Identifier: Apache-2.0
#include "core/base/faulthold.h"
#include "core/base/victim.h"
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
    void anArmedFaultStrikesACall_data();
    void anArmedFaultStrikesACall();
    void anArmedFaultStrikesACheckback_data();
    void anArmedFaultStrikesACheckback();
    void whatIsHeldHoldsUpNoOtherCall();
    void aCrashedServerAnswersNothingAndAnotherGoesOn_data();
    void aCrashedServerAnswersNothingAndAnotherGoesOn();

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
    releaseAllHeld();
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

// status 0: no answer came.
void TestParticipantServer::anArmedFaultStrikesACall_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("works");
    const auto row = [](const char *fault, int status, int works) {
        QTest::newRow(fault) << QByteArray(fault) << status << works;
    };
    row("receiver.request=answer:503", 503, 0);
    row("receiver.request=drop", 0, 1);
    row("receiver.request=duplicate", 200, 1);
    row("receiver.request=delay:20", 200, 1);
    row("receiver.answer=answer:425", 425, 1);
    row("receiver.answer=drop", 0, 1);
    row("receiver.answer=delay:20", 200, 1);
    row("receiver.answer=drop,gid:another", 200, 1);
}

void TestParticipantServer::anArmedFaultStrikesACall()
{
    QFETCH(QByteArray, fault);
    QFETCH(int, status);
    QFETCH(int, works);
    const Gid gid = freshGid();
    QVERIFY(armFaultPoints(fault).ok());
    QCOMPARE(call(branchUrl("/book", gid)).status, status);
    QCOMPARE(worksOf(*m_connection, gid), works);
    QCOMPARE(call(branchUrl("/book", gid)).status, 200); // it struck once; and a repetition books nothing
    QCOMPARE(worksOf(*m_connection, gid), 1);
}

void TestParticipantServer::anArmedFaultStrikesACheckback_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("fences"); // the question reached the barrier
    const auto row = [](const char *fault, int status, bool fences) {
        QTest::newRow(fault) << QByteArray(fault) << status << fences;
    };
    row("sender.checkback=answer:500", 500, false);
    row("sender.checkback=drop", 0, true);
    row("sender.checkback=duplicate", 409, true);
    row("sender.answer=answer:425", 425, true);
    row("sender.answer=drop", 0, true);
    row("sender.answer=delay:20", 409, true);
}

void TestParticipantServer::anArmedFaultStrikesACheckback()
{
    QFETCH(QByteArray, fault);
    QFETCH(int, status);
    QFETCH(bool, fences);
    const Gid gid = freshGid();
    const QByteArray url = m_server->checkbackUrl() + "?trans_type=msg&branch_id=00&op=msg&gid=" + gid.bytes();
    QVERIFY(armFaultPoints(fault).ok());
    QCOMPARE(call(url).status, status);
    QCOMPARE(!barrierRowsOf(*m_connection, gid).isEmpty(), fences);
    QCOMPARE(call(url).status, 409); // no local transaction has committed
}

void TestParticipantServer::whatIsHeldHoldsUpNoOtherCall()
{
    const Gid held = freshGid();
    const Gid other = freshGid();
    QVERIFY(armFaultPoints("receiver.answer=hold,gid:" + held.bytes()).ok());
    auto answer = std::async(std::launch::async, [&] { return call(branchUrl("/book", held)).status; });
    QTRY_COMPARE(heldPasses().size(), 1);
    QCOMPARE(call(branchUrl("/book", other)).status, 200);
    QVERIFY(releaseHeld(heldPasses().constFirst().id, Strike{.mode = FaultMode::Answer, .status = 503}).ok());
    QCOMPARE(answer.get(), 503);
    QCOMPARE(worksOf(*m_connection, held), 1);
}

void TestParticipantServer::aCrashedServerAnswersNothingAndAnotherGoesOn_data()
{
    QTest::addColumn<QByteArray>("point");
    QTest::addColumn<int>("works"); // when it crashed
    QTest::newRow("receiver.request") << QByteArray("receiver.request") << 0;
    QTest::newRow("receiver.before-commit") << QByteArray("receiver.before-commit") << 0;
    QTest::newRow("receiver.answer") << QByteArray("receiver.answer") << 1;
}

void TestParticipantServer::aCrashedServerAnswersNothingAndAnotherGoesOn()
{
    QFETCH(QByteArray, point);
    QFETCH(int, works);
    const Gid gid = freshGid();
    QByteArray crashedAt;
    const auto victim = std::make_shared<Victim>([&crashedAt](const QByteArray &at) { crashedAt = at; });
    auto mortal = std::make_unique<ParticipantServer>(m_connection->db(), ParticipantServerOptions{.victim = victim});
    mortal->addBranch("/book", bookWork);
    QVERIFY(mortal->listen().ok());
    const QByteArray url = mortal->url("/book?trans_type=msg&branch_id=01&op=action&gid=" + gid.bytes());
    QVERIFY(armFaultPoints(point + "=crash").ok());
    auto answer = std::async(std::launch::async, [&] { return call(url).status; });
    QTRY_VERIFY(victim->isDead());
    mortal.reset(); // its connections are reset
    QCOMPARE(answer.get(), 0);
    QCOMPARE(crashedAt, point);
    QCOMPARE(worksOf(*m_connection, gid), works);
    QCOMPARE(call(branchUrl("/book", gid)).status, 200);
    QCOMPARE(worksOf(*m_connection, gid), 1);
}

QTEST_GUILESS_MAIN(TestParticipantServer)
#include "tst_participantserver.moc"
