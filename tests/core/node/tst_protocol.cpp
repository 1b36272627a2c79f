// SPDX-License-Identifier: Apache-2.0
#include "tests/core/http/testpeer.h"
#include "tests/core/node/protocolfixture.h"

#include <QDateTime>
#include <QTest>
#include <QThread>

using namespace core;
using namespace Qt::StringLiterals;
using test::HttpAnswer;
using test::JsonFields;
using test::ProtocolFixture;
using test::respond;
using test::ScriptedPeer;

namespace {

const QByteArray success = "{\"dtm_result\":\"SUCCESS\"}";

/// Answers each path with its own status; SUCCESS where none is set.
ScriptedPeer::Script byPath(const QHash<QByteArray, http::Response> &answers)
{
    return [answers](const http::Request &request) { return answers.value(request.path, ScriptedPeer::success()); };
}

/// The first calls get this answer, what comes later succeeds.
ScriptedPeer::Script firstly(int calls, const http::Response &answer)
{
    return [answer, left = std::make_shared<int>(calls)](const http::Request &) {
        return (*left)-- > 0 ? answer : ScriptedPeer::success();
    };
}

} // namespace

/// A message's life as PROTOCOL §3 and §4 tell it, over real sockets.
class TestProtocol : public QObject
{
    Q_OBJECT

private slots:
    void init() { f = std::make_unique<ProtocolFixture>(); }
    void cleanup() { f.reset(); }

    void aSubmittedMessageIsDelivered();
    void anEmptyPayloadIsAGet();
    void aPreparedMessageWaitsForItsSubmit();
    void aStopStillTakesTheSubmitOfWhatWasPrepared();
    void prepareMayBeRepeated();
    void prepareWithOtherContentIsAConflict_data();
    void prepareWithOtherContentIsAConflict();
    void submitMayBeRepeated();
    void submitWithOtherContentIsAConflict();
    void submitNeedsOnlyTheGid();
    void anUnknownGidCannotBeSubmittedWithoutSteps();
    void customDataOfASubmitWins();
    void abortEndsAPreparedMessage();
    void abortComesTooLate();
    void theSenderIsAskedAfterATimeout_data();
    void theSenderIsAskedAfterATimeout();
    void theSenderIsAskedAgain();
    void branchesFollowOneAnother();
    void concurrentBranchesDoNotWait();
    void aDelayCountsFromTheSubmit();
    void aDelayedMessageIsCalledWhenItsTimeHasCome();
    void aMessageIsRetriedUntilItSucceeds();
    void waitResultAnswersWhenDone();
    void waitResultAnswers425WhileUnfinished_data();
    void waitResultAnswers425WhileUnfinished();
    void waitResultWithADelayAnswers425();
    void aSecondSubmitWaitsForTheSamePass();
    void answersOfBranchesAreJudged_data();
    void answersOfBranchesAreJudged();
    void redirectsAreNotFollowed();
    void gidsAreComparedByteForByte();
    void pipelinedRequestsAreAnsweredInOrder();

private:
    std::unique_ptr<ProtocolFixture> f;
};

void TestProtocol::aSubmittedMessageIsDelivered()
{
    const QByteArray action = f->service.url("/in?user=2");
    const HttpAnswer answer = f->post(
        "submit",
        f->transaction("g;1"_ba.replace(';', '+'),
                       {{"steps", "[{\"action\":\"" + action + "\"}]"}, {"branch_headers", "{\"X-Trace\":\"t1\"}"}}));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, success);
    QTRY_COMPARE(f->state("g%2B1"), u"succeed"_s);
    QCOMPARE(f->service.calls(), QByteArrayList{"POST /in?user=2&gid=g%2B1&trans_type=msg&branch_id=01&op=action"});
    const http::Request call = f->service.requests().constFirst();
    QCOMPARE(call.body, "{\"amount\":30}"_ba);
    QCOMPARE(http::headerValue(call.headers, "Content-Type").toByteArray(), "application/json"_ba);
    QCOMPARE(http::headerValue(call.headers, "X-Trace").toByteArray(), "t1"_ba);
}

void TestProtocol::anEmptyPayloadIsAGet()
{
    QCOMPARE(f->post("submit", f->transaction("g1", {{"payloads", "[\"\"]"}, {"wait_result", "true"}})).status, 200);
    QCOMPARE(f->service.requests().constFirst().method, "GET"_ba);
}

void TestProtocol::aPreparedMessageWaitsForItsSubmit()
{
    QCOMPARE(f->post("prepare", f->transaction("g1")).body, success);
    QCOMPARE(f->state("g1"), u"prepared"_s);
    QVERIFY(f->service.calls().isEmpty());
    QCOMPARE(f->post("submit", f->transaction("g1")).body, success);
    QTRY_COMPARE(f->state("g1"), u"succeed"_s);
    QCOMPARE(f->pathsFor("g1"), "/in"_ba);
}

/// It waits half a second for it: where this machine stands still for longer, once more.
void TestProtocol::aStopStillTakesTheSubmitOfWhatWasPrepared()
{
    int submitted = 0;
    for (int attempt = 0; attempt < 10 && submitted != 200; ++attempt) {
        f = std::make_unique<ProtocolFixture>();
        http::BlockingClient client;
        const auto post = [&client, base = f->node->url()](const QByteArray &operation, const QByteArray &body) {
            http::ClientRequest request{.method = "POST",
                                        .url = *http::Url::parse(base + '/' + operation),
                                        .body = body,
                                        .timeout = seconds(10)};
            request.headers.append(http::Header{"Content-Type", "application/json"});
            return client.send(request).status;
        };
        QCOMPARE(post("prepare", f->transaction("g1")), 200);
        const std::unique_ptr<QThread> stopping(QThread::create([this] { f->node->stop(); }));
        stopping->start();
        int prepared = 200;
        for (int n = 0; prepared == 200; ++n)
            prepared = post("prepare", f->transaction("other" + QByteArray::number(n)));
        if (prepared == 503)
            submitted = post("submit", f->transaction("g1"));
        stopping->wait();
    }
    QCOMPARE(submitted, 200);
}

void TestProtocol::prepareMayBeRepeated()
{
    QCOMPARE(f->post("prepare", f->transaction("g1")).status, 200);
    QCOMPARE(f->post("prepare", f->transaction("g1")).status, 200);
    QCOMPARE(f->post("submit", f->transaction("g1", {{"wait_result", "true"}})).status, 200);
    const HttpAnswer late = f->post("prepare", f->transaction("g1"));
    QCOMPARE(late.status, 409);
    QCOMPARE(late.result(), u"FAILURE"_s);
    QVERIFY(late.message().contains(u"succeed"_s));
}

void TestProtocol::prepareWithOtherContentIsAConflict_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("steps") << "steps"_ba
                           << "[{\"action\":\"http://127.0.0.1:1/other\"}]"_ba;
    QTest::newRow("payloads") << "payloads"_ba
                              << "[\"{ \\\"amount\\\":30}\"]"_ba;
    QTest::newRow("query_prepared") << "query_prepared"_ba
                                    << "\"http://127.0.0.1:1/other\""_ba;
}

void TestProtocol::prepareWithOtherContentIsAConflict()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, value);
    QCOMPARE(f->post("prepare", f->transaction("g1")).status, 200);
    const QJsonObject before = f->row("g1");
    const HttpAnswer other = f->post("prepare", f->transaction("g1", {{field, value}}));
    QCOMPARE(other.status, 409);
    QCOMPARE(other.result(), u"FAILURE"_s);
    QVERIFY2(other.message().contains(QString::fromLatin1(field)), other.body.constData());
    QCOMPARE(f->row("g1"), before);
}

void TestProtocol::submitMayBeRepeated()
{
    f->service.answer(byPath({{"/in", respond(500)}}));
    QCOMPARE(f->post("submit", f->transaction("g1", {{"retry_interval", "60"}})).status, 200);
    QTRY_COMPARE(f->row("g1").value("attempts"_L1).toInt(), 1);
    QCOMPARE(f->post("submit", f->transaction("g1")).body, success);
    QCOMPARE(f->pathsFor("g1"), "/in"_ba);

    f->service.answer(byPath({}));
    QCOMPARE(f->post("resetNextCronTime", "{\"gid\":\"g1\"}").status, 200);
    QTRY_COMPARE(f->state("g1"), u"succeed"_s);
    QCOMPARE(f->post("submit", f->transaction("g1")).body, success);
    QCOMPARE(f->pathsFor("g1"), "/in /in"_ba);
}

void TestProtocol::submitWithOtherContentIsAConflict()
{
    QCOMPARE(f->post("prepare", f->transaction("g1")).status, 200);
    const HttpAnswer other = f->post("submit", f->transaction("g1", {{"payloads", "[\"{}\"]"}}));
    QCOMPARE(other.status, 409);
    QVERIFY(other.message().contains(u"payloads"_s));
    QCOMPARE(f->state("g1"), u"prepared"_s);
    // Neither query_prepared, nor options, nor protocol are compared.
    const JsonFields changed{{"query_prepared", ""},
                             {"timeout_to_fail", "7"},
                             {"request_timeout", "7"},
                             {"protocol", "\"http\""},
                             {"concurrent", "true"}};
    QCOMPARE(f->post("submit", f->transaction("g1", changed)).status, 200);
}

void TestProtocol::submitNeedsOnlyTheGid()
{
    QCOMPARE(f->post("prepare", f->transaction("g1")).status, 200);
    QCOMPARE(f->post("submit", "{\"gid\":\"g1\",\"trans_type\":\"msg\"}").body, success);
    QTRY_COMPARE(f->state("g1"), u"succeed"_s);
    QCOMPARE(f->callsFor("g1").constFirst().body, "{\"amount\":30}"_ba);
}

void TestProtocol::anUnknownGidCannotBeSubmittedWithoutSteps()
{
    const HttpAnswer answer = f->post("submit", "{\"gid\":\"nobody\",\"trans_type\":\"msg\"}");
    QCOMPARE(answer.status, 404);
    QVERIFY(answer.message().contains(u"nobody"_s));
}

void TestProtocol::customDataOfASubmitWins()
{
    QCOMPARE(f->post("prepare", f->transaction("g1")).status, 200);
    QCOMPARE(f->post("submit", f->transaction("g1", {{"custom_data", "\"{\\\"delay\\\":600}\""}})).status, 200);
    const QJsonObject row = f->row("g1");
    QCOMPARE(row.value("status"_L1).toString(), u"submitted"_s);
    QCOMPARE(row.value("custom_data"_L1).toString(), u"{\"delay\":600}"_s);
    QVERIFY(f->service.calls().isEmpty());
}

void TestProtocol::abortEndsAPreparedMessage()
{
    QCOMPARE(f->post("prepare", f->transaction("g1")).status, 200);
    QCOMPARE(f->post("abort", "{\"gid\":\"g1\",\"rollback_reason\":\"no money\"}").body, success);
    QCOMPARE(f->state("g1"), u"failed"_s);
    QCOMPARE(f->row("g1").value("rollback_reason"_L1).toString(), u"no money"_s);
    QCOMPARE(f->post("abort", f->transaction("g1")).body, success);
    const HttpAnswer late = f->post("submit", f->transaction("g1"));
    QCOMPARE(late.status, 409);
    QCOMPARE(late.result(), u"FAILURE"_s);
    QCOMPARE(f->post("prepare", f->transaction("g1")).status, 409);
    QVERIFY(f->service.calls().isEmpty());
}

void TestProtocol::abortComesTooLate()
{
    QCOMPARE(f->post("abort", "{\"gid\":\"nobody\"}").status, 404);
    QCOMPARE(f->post("submit", f->transaction("g1", {{"custom_data", "\"{\\\"delay\\\":600}\""}})).status, 200);
    QCOMPARE(f->post("abort", "{\"gid\":\"g1\"}").status, 409);
    QCOMPARE(f->post("submit", f->transaction("g2", {{"wait_result", "true"}})).status, 200);
    QCOMPARE(f->post("abort", "{\"gid\":\"g2\"}").status, 409);
    QCOMPARE(f->state("g2"), u"succeed"_s);
}

void TestProtocol::theSenderIsAskedAfterATimeout_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("state");
    QTest::newRow("committed") << 200 << success << u"succeed"_s;
    QTest::newRow("committed, an empty 200") << 200 << ""_ba << u"succeed"_s;
    QTest::newRow("rolled back") << 409 << "{\"dtm_result\":\"FAILURE\"}"_ba << u"failed"_s;
    QTest::newRow("rolled back, in a 200") << 200 << "{\"dtm_result\":\"FAILURE\"}"_ba << u"failed"_s;
}

void TestProtocol::theSenderIsAskedAfterATimeout()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, state);
    f->service.answer(byPath({{"/query", respond(status, body)}}));
    const QByteArray query = '"' + f->service.url("/query?shop=1") + '"';
    QCOMPARE(f->post("prepare", f->transaction("g1", {{"timeout_to_fail", "1"}, {"query_prepared", query}})).status,
             200);
    QTRY_COMPARE(f->state("g1"), state);
    QCOMPARE(f->service.calls().constFirst(), "GET /query?shop=1&gid=g1&trans_type=msg&branch_id=00&op=msg"_ba);
    QCOMPARE(f->pathsFor("g1"), state == u"succeed" ? "/query /in"_ba : "/query"_ba);
}

void TestProtocol::theSenderIsAskedAgain()
{
    f->service.answer(firstly(1, respond(425)));
    QCOMPARE(f->post("prepare", f->transaction("g1", {{"timeout_to_fail", "1"}})).status, 200);
    QTRY_COMPARE(f->state("g1"), u"succeed"_s);
    QCOMPARE(f->pathsFor("g1"), "/query /query /in"_ba);
}

void TestProtocol::branchesFollowOneAnother()
{
    f->service.answer(byPath({{"/in/2", respond(500)}}));
    QCOMPARE(f->post("submit", f->transaction("g1", f->steps(3) + JsonFields{{"retry_interval", "60"}})).status, 200);
    QTRY_COMPARE(f->row("g1").value("attempts"_L1).toInt(), 2);
    QCOMPARE(f->pathsFor("g1"), "/in/1 /in/2"_ba);
    f->service.answer(byPath({}));
    QCOMPARE(f->post("resetNextCronTime", "{\"gid\":\"g1\"}").status, 200);
    QTRY_COMPARE(f->state("g1"), u"succeed"_s);
    QCOMPARE(f->pathsFor("g1"), "/in/1 /in/2 /in/2 /in/3"_ba);
    for (const QJsonValue branch : f->branches("g1"))
        QCOMPARE(branch.toObject().value("status"_L1).toString(), u"succeed"_s);
}

void TestProtocol::concurrentBranchesDoNotWait()
{
    f->service.answer(byPath({{"/in/1", respond(500)}}));
    const JsonFields options{{"concurrent", "true"}, {"retry_interval", "60"}};
    QCOMPARE(f->post("submit", f->transaction("g1", f->steps(3) + options)).status, 200);
    QTRY_COMPARE(f->row("g1").value("attempts"_L1).toInt(), 3);
    f->service.answer(byPath({}));
    QCOMPARE(f->post("resetNextCronTime", "{\"gid\":\"g1\"}").status, 200);
    QTRY_COMPARE(f->state("g1"), u"succeed"_s);
    QCOMPARE(f->callsFor("g1").size(), 4);
    QCOMPARE(f->callsFor("g1").constLast().path, "/in/1"_ba);
}

void TestProtocol::aDelayCountsFromTheSubmit()
{
    QElapsedTimer sincePrepare;
    sincePrepare.start();
    QCOMPARE(f->post("prepare", f->transaction("g1", {{"custom_data", "\"{\\\"delay\\\":600}\""}})).status, 200);
    QTRY_VERIFY(sincePrepare.elapsed() > 300);
    QCOMPARE(f->post("submit", f->transaction("g1")).status, 200);
    const QJsonObject row = f->row("g1");
    const auto time = [&](QLatin1String name) {
        return QDateTime::fromString(row.value(name).toString(), Qt::ISODateWithMs);
    };
    QVERIFY(time("create_time"_L1).msecsTo(time("submit_time"_L1)) >= 300);
    QCOMPARE(time("submit_time"_L1).secsTo(time("next_cron_time"_L1)), 600);
    QVERIFY(f->service.calls().isEmpty());
}

void TestProtocol::aDelayedMessageIsCalledWhenItsTimeHasCome()
{
    QElapsedTimer sinceSubmit;
    sinceSubmit.start();
    QCOMPARE(f->post("submit", f->transaction("g1", {{"custom_data", "\"{\\\"delay\\\":1}\""}})).status, 200);
    QTRY_VERIFY(!f->service.calls().isEmpty());
    QVERIFY2(sinceSubmit.elapsed() >= 1000, "called before its delay was over");
}

void TestProtocol::aMessageIsRetriedUntilItSucceeds()
{
    f->service.answer(firstly(2, respond(500)));
    QCOMPARE(f->post("submit", f->transaction("g1")).status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(f->state("g1"), u"succeed"_s, 10'000);
    QCOMPARE(f->pathsFor("g1"), "/in /in /in"_ba);
    QCOMPARE(f->row("g1").value("attempts"_L1).toInt(), 3);
}

void TestProtocol::waitResultAnswersWhenDone()
{
    const HttpAnswer answer = f->post("submit", f->transaction("g1", {{"wait_result", "true"}}));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, success);
    QCOMPARE(f->state("g1"), u"succeed"_s);
}

void TestProtocol::waitResultAnswers425WhileUnfinished_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("FAILURE") << 409 << "{\"dtm_result\":\"FAILURE\"}"_ba;
    QTest::newRow("FAILURE in a 200") << 200 << "{\"dtm_result\":\"FAILURE\"}"_ba;
    QTest::newRow("ONGOING") << 425 << ""_ba;
    QTest::newRow("unknown") << 500 << ""_ba;
}

void TestProtocol::waitResultAnswers425WhileUnfinished()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    f->service.answer(byPath({{"/in", respond(status, body)}}));
    const HttpAnswer answer =
        f->post("submit", f->transaction("g1", {{"wait_result", "true"}, {"retry_interval", "60"}}));
    QCOMPARE(answer.status, 425);
    QCOMPARE(answer.result(), u"ONGOING"_s);
    QVERIFY2(answer.message().contains(u"delivery goes on"_s) && answer.message().contains(u"next try at"_s),
             answer.body.constData());
    QVERIFY2(!answer.body.contains("FAILURE"), "the sender would believe that nothing follows");
    QCOMPARE(f->state("g1"), u"submitted"_s);
}

void TestProtocol::waitResultWithADelayAnswers425()
{
    const JsonFields delayed{{"wait_result", "true"}, {"custom_data", "\"{\\\"delay\\\":600}\""}};
    const HttpAnswer answer = f->post("submit", f->transaction("g1", delayed));
    QCOMPARE(answer.status, 425);
    QVERIFY(answer.message().contains(u"next try at"_s));
}

void TestProtocol::aSecondSubmitWaitsForTheSamePass()
{
    f->service.answer([](const http::Request &) {
        QThread::msleep(300); // a slow service; it has a thread of its own
        return ScriptedPeer::success();
    });
    QCOMPARE(f->post("submit", f->transaction("g1")).status, 200);
    QCOMPARE(f->post("submit", f->transaction("g1", {{"wait_result", "true"}})).status, 200);
    QCOMPARE(f->state("g1"), u"succeed"_s);
    QCOMPARE(f->pathsFor("g1"), "/in"_ba);
}

void TestProtocol::answersOfBranchesAreJudged_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("verdict");
    const auto row = [](const char *name, int status, const QByteArray &type, const QByteArray &body,
                        const QString &verdict) { QTest::newRow(name) << status << type << body << verdict; };
    row("SUCCESS", 200, "application/json", success, u"SUCCESS"_s);
    row("empty", 200, "", "", u"SUCCESS"_s);
    row("JSON without a result", 200, "application/json", "{\"code\":0}", u"SUCCESS"_s);
    row("FAILURE", 409, "application/json", "", u"FAILURE"_s);
    row("ONGOING", 425, "application/json", "", u"ONGOING"_s);
    row("another result", 200, "application/json", "{\"dtm_result\":\"Error 1205\"}", u"unknown"_s);
    row("FAILURE in passing", 200, "application/json", "{\"message\":\"FAILURE\"}", u"unknown"_s);
    row("page", 200, "text/html", "<html></html>", u"unknown"_s);
    row("not JSON", 200, "text/plain", "ok", u"unknown"_s);
    row("longer than 64 KiB", 200, "application/json", '"' + QByteArray(70'000, 'x') + '"', u"unknown"_s);
    row("not done yet", 202, "application/json", success, u"unknown"_s);
    row("not there", 404, "application/json", "", u"unknown"_s);
    row("broken", 500, "application/json", "{\"dtm_result\":\"FAILURE\"}", u"unknown"_s);
}

void TestProtocol::answersOfBranchesAreJudged()
{
    QFETCH(int, status);
    QFETCH(QByteArray, contentType);
    QFETCH(QByteArray, body);
    http::Response response = respond(status, body);
    response.contentType = contentType;
    f->service.answer(byPath({{"/in", response}}));
    f->post("submit", f->transaction("g1", {{"wait_result", "true"}, {"retry_interval", "60"}}));
    const QJsonObject row = f->row("g1");
    QTEST(row.value("last_verdict"_L1).toString(), "verdict");
    QTEST(row.value("last_status"_L1).toInt(), "status");
    QCOMPARE(row.value("status"_L1).toString(),
             row.value("last_verdict"_L1) == "SUCCESS"_L1 ? u"succeed"_s : u"submitted"_s);
}

void TestProtocol::redirectsAreNotFollowed()
{
    http::Response redirect = respond(302);
    redirect.headers.append(http::Header{"Location", f->service.url("/elsewhere")});
    f->service.answer(byPath({{"/in", redirect}}));
    QCOMPARE(f->post("submit", f->transaction("g1", {{"wait_result", "true"}, {"retry_interval", "60"}})).status, 425);
    QCOMPARE(f->pathsFor("g1"), "/in"_ba);
    QCOMPARE(f->service.calls().size(), 1);
}

void TestProtocol::gidsAreComparedByteForByte()
{
    QCOMPARE(f->post("prepare", f->transaction("Order-a")).status, 200);
    QCOMPARE(f->post("abort", "{\"gid\":\"order-a\"}").status, 404);
    QCOMPARE(f->post("submit", f->transaction("order-A", {{"wait_result", "true"}})).status, 200);
    QCOMPARE(f->state("Order-a"), u"prepared"_s);
}

void TestProtocol::pipelinedRequestsAreAnsweredInOrder()
{
    TestPeer client(f->node->port());
    const auto request = [&](const QByteArray &operation, const QByteArray &body) {
        return "POST /api/dtmsvr/" + operation
            + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: python-requests/2.31.0\r\nAccept-Encoding: gzip, deflate\r\n"
            + "Accept: */*\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
            + "\r\n\r\n" + body;
    };
    client.write(request("prepare", f->transaction("g1")) + request("submit", f->transaction("g1"))
                 + request("abort", f->transaction("g1")) + request("abort", f->transaction("g2")));
    QVERIFY(client.waitForAnswers(4));
    QByteArrayList statuses;
    for (qsizetype at = client.received.indexOf("HTTP/1.1 "); at >= 0;
         at = client.received.indexOf("HTTP/1.1 ", at + 1))
        statuses.append(client.received.mid(at + 9, 3));
    QCOMPARE(statuses, (QByteArrayList{"200", "200", "409", "404"}));
}

QTEST_GUILESS_MAIN(TestProtocol)
#include "tst_protocol.moc"
