// SPDX-License-Identifier: Apache-2.0
#include "core/base/faultpoint.h"
#include "core/participant/msg.h"
#include "tests/core/participant/barrierfixture.h"
#include "tests/support/scriptedpeer.h"

#include <QHash>

using namespace core;
using namespace core::participant;
using namespace Qt::StringLiterals;
using http::Request;
using http::Response;
using test::ScriptedPeer;

/// The sender's side of a message against a coordinator and a checkback that answer as the test says; all on each
/// database.
class TestMsg : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase_data() { BarrierDatabases::addRows(); }
    void initTestCase();
    void init();
    void cleanup() { disarmFaultPoints(); }

    void whatCannotBeSaidInJsonIsRefused_data();
    void whatCannotBeSaidInJsonIsRefused();
    void aCommitIsSubmitted();
    void withoutAPrepareTheWorkIsNotRun_data();
    void withoutAPrepareTheWorkIsNotRun();
    void aNoOfTheWorkAborts();
    void anErrorOfTheWorkIsSettledByTheCheckback();
    void aLostCommitIsSettledByTheCheckback_data();
    void aLostCommitIsSettledByTheCheckback();
    void aRepetitionSubmitsAgainAndDoesNotRunTheWork();
    void aFencedGidIsNeverCommitted();
    void aLostSubmitDoesNotChangeTheOutcome_data();
    void aLostSubmitDoesNotChangeTheOutcome();
    void anUnfinishedPassIsReportedAsOngoing();
    void aNewGidComesFromTheCoordinator();
    void aWrongCoordinatorUrlIsRefused();
    void theTokenIsSent();

private:
    Msg newMsg(MsgOptions options = {});
    MsgResult run(Msg &msg, const LocalWork &work);
    LocalWork countedWork();
    /// From now on this answer to POST of that operation, success to all others; the checkback goes to the real
    /// barrier.
    void answer(const QByteArray &operation, const Response &response);
    Response checkback(const Request &request);

    test::MariaDbServer m_server;
    std::unique_ptr<test::TestDatabase> m_database;
    std::unique_ptr<test::TestConnection> m_connection;
    std::unique_ptr<ScriptedPeer> m_peer;
    std::unique_ptr<CoordinatorClient> m_coordinator;
    Gid m_gid = gidOf("g1");
    int m_runs = 0;
};

namespace {

const QByteArray checkbackCall = "GET /checkback?x=1&gid=g1&trans_type=msg&branch_id=00&op=msg";

QByteArray content(const QByteArray &peer)
{
    return "{\"gid\":\"g1\",\"trans_type\":\"msg\",\"steps\":[{\"action\":\"http://b/"
           "in\"}],\"payloads\":[\"{\\\"amount\\\":30}\"],"
           "\"query_prepared\":\""
        + peer + "/checkback?x=1\"}";
}

} // namespace

void TestMsg::initTestCase()
{
    if (test::MariaDbServer::isInstalled())
        QVERIFY(m_server.start().ok());
}

void TestMsg::init()
{
    QFETCH_GLOBAL(QByteArray, database);
    if (database == "mariadb" && !test::MariaDbServer::isInstalled())
        QSKIP("mariadbd is not installed");
    m_connection.reset();
    m_database = database == "sqlite" ? test::TestDatabase::sqlite() : test::TestDatabase::mariaDb(m_server);
    QVERIFY(m_database);
    m_connection = m_database->connect();
    QVERIFY(createBarrierTable(m_connection->db()).ok());
    m_connection->run(u"CREATE TABLE work (gid TEXT)"_s);
    m_peer = std::make_unique<ScriptedPeer>([](const Request &) { return ScriptedPeer::success(); });
    answer("", {});
    m_coordinator = CoordinatorClient::create(m_peer->url("/api/dtmsvr/")).value();
    m_runs = 0;
}

void TestMsg::answer(const QByteArray &operation, const Response &response)
{
    m_peer->answer([this, operation, response](const Request &request) {
        if (request.path == "/api/dtmsvr/" + operation)
            return response;
        return request.path == "/checkback" ? checkback(request) : ScriptedPeer::success();
    });
}

Response TestMsg::checkback(const Request &request)
{
    const auto connection = m_database->connect();
    const Result<message::Verdict> verdict =
        Barrier::ofSender(gidOf(request.queryValue("gid"))).queryPrepared(connection->db());
    if (!verdict.ok())
        return ScriptedPeer::broken();
    return *verdict == message::Verdict::Success ? ScriptedPeer::success() : ScriptedPeer::failure();
}

Msg TestMsg::newMsg(MsgOptions options)
{
    Msg msg(*m_coordinator, m_gid, std::move(options));
    msg.add("http://b/in", "{\"amount\":30}");
    return msg;
}

MsgResult TestMsg::run(Msg &msg, const LocalWork &work)
{
    return msg.doAndSubmitDb(m_peer->url("/checkback?x=1"), m_connection->db(), work);
}

LocalWork TestMsg::countedWork()
{
    return [this](QSqlDatabase &db) {
        ++m_runs;
        return insertWork(m_gid)(db);
    };
}

void TestMsg::whatCannotBeSaidInJsonIsRefused_data()
{
    QTest::addColumn<MsgOptions>("options");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("payload not UTF-8") << MsgOptions{} << QByteArray("\xff") << QByteArray("payloads");
    QTest::newRow("custom data not UTF-8")
        << MsgOptions{.customData = "\xc3"} << QByteArray("{}") << QByteArray("custom_data");
    QTest::newRow("negative delay") << MsgOptions{.delay = seconds(-1)} << QByteArray("{}") << QByteArray("delay");
    QTest::newRow("delay twice") << MsgOptions{.delay = seconds(1), .customData = "{}"} << QByteArray("{}")
                                 << QByteArray("delay");
}

void TestMsg::whatCannotBeSaidInJsonIsRefused()
{
    QFETCH(MsgOptions, options);
    QFETCH(QByteArray, payload);
    QFETCH(QByteArray, field);
    Msg msg(*m_coordinator, m_gid, options);
    msg.add("http://b/in", payload);

    const MsgResult result = run(msg, countedWork());

    QCOMPARE(result.outcome, MsgResult::Outcome::NotStarted);
    QCOMPARE(result.error->field, field);
    QCOMPARE(m_runs, 0);
    QCOMPARE(m_peer->calls(), QByteArrayList());
}

void TestMsg::aCommitIsSubmitted()
{
    Msg msg = newMsg();
    const MsgResult result = run(msg, countedWork());

    QCOMPARE(result.outcome, MsgResult::Outcome::Committed);
    QVERIFY(!result.error);
    QCOMPARE(result.submission, Submission::Acknowledged);
    QCOMPARE(m_peer->calls(), QByteArrayList({"POST /api/dtmsvr/prepare", "POST /api/dtmsvr/submit"}));
    for (const Request &request : m_peer->requests()) {
        QCOMPARE(request.body, content(m_peer->url()));
        QCOMPARE(http::headerValue(request.headers, "content-type"), QByteArrayView("application/json"));
    }
    QCOMPARE(worksOf(*m_connection, m_gid), 1);
    QCOMPARE(barrierRowsOf(*m_connection, m_gid), u"00/msg/01/msg"_s);
}

void TestMsg::withoutAPrepareTheWorkIsNotRun_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Error::Code>("code");
    QTest::newRow("in another state") << 409 << QByteArray("{\"dtm_result\":\"FAILURE\",\"message\":\"m\"}")
                                      << Error::Code::Conflict;
    QTest::newRow("wrong input") << 400 << QByteArray("{\"dtm_result\":\"FAILURE\",\"message\":\"m\"}")
                                 << Error::Code::Invalid;
    QTest::newRow("full") << 503 << QByteArray("{\"message\":\"m\"}") << Error::Code::Unavailable;
    QTest::newRow("200 that says FAILURE")
        << 200 << QByteArray("{\"dtm_result\":\"FAILURE\",\"message\":\"m\"}") << Error::Code::Conflict;
    QTest::newRow("a web page") << 200 << QByteArray("<html>m") << Error::Code::Unavailable;
}

void TestMsg::withoutAPrepareTheWorkIsNotRun()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Error::Code, code);
    answer("prepare", {.status = status, .body = body});

    Msg msg = newMsg();
    const MsgResult result = run(msg, countedWork());

    QCOMPARE(result.outcome, MsgResult::Outcome::NotStarted);
    QCOMPARE(result.error->code, code);
    QCOMPARE(m_runs, 0);
    QCOMPARE(m_peer->calls(), QByteArrayList({"POST /api/dtmsvr/prepare"}));
    QCOMPARE(barrierRowsOf(*m_connection, m_gid), QString());
}

void TestMsg::aNoOfTheWorkAborts()
{
    Msg msg = newMsg();
    const MsgResult result =
        run(msg, [](QSqlDatabase &) -> Status { return Error::conflict(u"insufficient balance"_s); });

    QCOMPARE(result.outcome, MsgResult::Outcome::RolledBack);
    QVERIFY(result.workFailed);
    QCOMPARE(result.error->detail, u"insufficient balance"_s);
    QCOMPARE(result.submission, Submission::NotSent);
    QCOMPARE(m_peer->calls(), QByteArrayList({"POST /api/dtmsvr/prepare", "POST /api/dtmsvr/abort"}));
    QCOMPARE(m_peer->requests().last().body, QByteArray("{\"gid\":\"g1\",\"trans_type\":\"msg\"}"));
}

void TestMsg::anErrorOfTheWorkIsSettledByTheCheckback()
{
    Msg msg = newMsg();
    const MsgResult result = run(msg, [](QSqlDatabase &) -> Status { return Error::unavailable(u"disk full"_s); });

    QCOMPARE(result.outcome, MsgResult::Outcome::RolledBack);
    QCOMPARE(result.error->detail, u"disk full"_s);
    QCOMPARE(m_peer->calls(), QByteArrayList({"POST /api/dtmsvr/prepare", checkbackCall, "POST /api/dtmsvr/abort"}));
    QCOMPARE(barrierRowsOf(*m_connection, m_gid), u"00/msg/01/rollback"_s);
}

void TestMsg::aLostCommitIsSettledByTheCheckback_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("checkbackStatus"); // 0: the real one
    QTest::addColumn<MsgResult::Outcome>("outcome");
    QTest::addColumn<QByteArrayList>("calls");
    const QByteArray prepare("POST /api/dtmsvr/prepare"), submit("POST /api/dtmsvr/submit"),
        abort("POST /api/dtmsvr/abort");
    QTest::newRow("it was committed") << QByteArray("participant.after-commit=drop") << 0
                                      << MsgResult::Outcome::Committed
                                      << QByteArrayList{prepare, checkbackCall, submit};
    QTest::newRow("it was not") << QByteArray("participant.before-commit=fail") << 0 << MsgResult::Outcome::RolledBack
                                << QByteArrayList{prepare, checkbackCall, abort};
    QTest::newRow("not yet") << QByteArray("participant.after-commit=drop") << 425 << MsgResult::Outcome::Unknown
                             << QByteArrayList{prepare, checkbackCall};
    QTest::newRow("nobody knows") << QByteArray("participant.after-commit=drop") << 500 << MsgResult::Outcome::Unknown
                                  << QByteArrayList{prepare, checkbackCall};
}

void TestMsg::aLostCommitIsSettledByTheCheckback()
{
    QFETCH(QByteArray, fault);
    QFETCH(int, checkbackStatus);
    QFETCH(MsgResult::Outcome, outcome);
    QFETCH(QByteArrayList, calls);
    if (checkbackStatus != 0) {
        m_peer->answer([checkbackStatus](const Request &request) {
            return request.path == "/checkback" ? Response{.status = checkbackStatus, .body = "{}"}
                                                : ScriptedPeer::success();
        });
    }
    QVERIFY(armFaultPoints(fault).ok());

    Msg msg = newMsg();
    const MsgResult result = run(msg, countedWork());

    QCOMPARE(result.outcome, outcome);
    QVERIFY(result.error);
    QVERIFY(!result.workFailed);
    QCOMPARE(m_peer->calls(), calls);
    QCOMPARE(m_runs, 1);
}

void TestMsg::aRepetitionSubmitsAgainAndDoesNotRunTheWork()
{
    Msg first = newMsg();
    QCOMPARE(run(first, countedWork()).outcome, MsgResult::Outcome::Committed);

    Msg second = newMsg();
    const MsgResult result = run(second, countedWork());

    QCOMPARE(result.outcome, MsgResult::Outcome::Committed);
    QVERIFY(result.error);
    QCOMPARE(m_runs, 1);
    QCOMPARE(m_peer->calls().mid(2),
             QByteArrayList({"POST /api/dtmsvr/prepare", checkbackCall, "POST /api/dtmsvr/submit"}));
}

void TestMsg::aFencedGidIsNeverCommitted()
{
    QCOMPARE(Barrier::ofSender(m_gid).queryPrepared(m_connection->db()).value(), message::Verdict::Failure);

    Msg msg = newMsg();
    const MsgResult result = run(msg, countedWork());

    QCOMPARE(result.outcome, MsgResult::Outcome::RolledBack);
    QCOMPARE(m_runs, 0);
    QCOMPARE(m_peer->calls().last(), QByteArray("POST /api/dtmsvr/abort"));
}

void TestMsg::aLostSubmitDoesNotChangeTheOutcome_data()
{
    QTest::addColumn<bool>("isSent");
    QTest::newRow("refused") << true;
    QTest::newRow("never sent") << false;
}

void TestMsg::aLostSubmitDoesNotChangeTheOutcome()
{
    QFETCH(bool, isSent);
    answer("submit", ScriptedPeer::broken());
    if (!isSent)
        QVERIFY(armFaultPoints("participant.before-submit=fail").ok());

    Msg msg = newMsg();
    const MsgResult result = run(msg, countedWork());

    QCOMPARE(result.outcome, MsgResult::Outcome::Committed);
    QVERIFY(!result.error);
    QCOMPARE(result.submission, Submission::Unconfirmed);
    QVERIFY(result.submitError);
    QCOMPARE(m_peer->calls().contains("POST /api/dtmsvr/submit"), isSent);
}

void TestMsg::anUnfinishedPassIsReportedAsOngoing()
{
    answer("submit", {.status = 425, .body = "{\"dtm_result\":\"ONGOING\",\"message\":\"next try in 10 s\"}"});

    Msg msg = newMsg({.waitResult = true});
    const MsgResult result = run(msg, countedWork());

    QCOMPARE(result.outcome, MsgResult::Outcome::Committed);
    QCOMPARE(result.submission, Submission::Ongoing);
    QVERIFY(result.submitError->detail.contains("next try in 10 s"_L1));
}

void TestMsg::aNewGidComesFromTheCoordinator()
{
    answer("newGid", {.status = 200, .body = "{\"gid\":\"G-1\",\"dtm_result\":\"SUCCESS\"}"});
    QCOMPARE(m_coordinator->newGid().value().bytes(), QByteArray("G-1"));
    QCOMPARE(m_peer->calls().last(), QByteArray("GET /api/dtmsvr/newGid"));

    answer("newGid", ScriptedPeer::success());
    QCOMPARE(m_coordinator->newGid().error().field, QByteArray("gid"));
    answer("newGid", ScriptedPeer::broken());
    QCOMPARE(m_coordinator->newGid().error().code, Error::Code::Unavailable);
}

void TestMsg::aWrongCoordinatorUrlIsRefused()
{
    for (const QByteArray &wrong :
         {QByteArray("127.0.0.1:36789"), QByteArray("ftp://a/"), QByteArray("http://user@a/"), QByteArray()})
        QCOMPARE(CoordinatorClient::create(wrong).error().field, QByteArray("coordinator"));
}

void TestMsg::theTokenIsSent()
{
    const auto client = CoordinatorClient::create(m_peer->url("/api/dtmsvr"), "secret").value();
    QVERIFY(client->post("abort", "{}").ok());
    QCOMPARE(http::headerValue(m_peer->requests().last().headers, "authorization"), QByteArrayView("Bearer secret"));
}

QTEST_GUILESS_MAIN(TestMsg)
#include "tst_msg.moc"
