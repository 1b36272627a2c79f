// SPDX-License-Identifier: Apache-2.0
#include "tests/core/api/apifixture.h"
#include "tests/core/api/transactionbody.h"

#include <QTest>

using namespace core;
using namespace Qt::StringLiterals;
using engine::TopicChange;
using test::ApiFixture;
using test::objectOf;
using test::transactionBody;

namespace {

QString messageOf(const http::Response &response)
{
    return objectOf(response).value("message"_L1).toString();
}

} // namespace

class TestRoutes : public QObject
{
    Q_OBJECT

private slots:
    void transactionsBecomeEvents();
    void outcomesAreAnswered_data();
    void outcomesAreAnswered();
    void successNeverSaysFailure();
    void wrongTransactionsAreNotPosted_data();
    void wrongTransactionsAreNotPosted();
    void eventsOfOneTurnArePostedTogether();
    void aFullInboxAnswers503_data();
    void aFullInboxAnswers503();
    void anAnswerAfterTheApiIsGoneIsDropped();
    void personsStopAndRetry();
    void resetCronTimeMakesDue_data();
    void resetCronTimeMakesDue();
    void resetCronTimeChecksItsNumbers_data();
    void resetCronTimeChecksItsNumbers();
    void theVersionIsTold();
    void newGidsDiffer();
    void pingTakesAnyMethod_data();
    void pingTakesAnyMethod();
    void topicsAreChanged();
    void topicsAreChecked_data();
    void topicsAreChecked();
    void otherTypesAreRefusedClearly_data();
    void otherTypesAreRefusedClearly();
    void unknownPathsAnswer404_data();
    void unknownPathsAnswer404();
    void wrongMethodsAnswer405_data();
    void wrongMethodsAnswer405();
    void headIsServedLikeGet();
    void requestsAreCounted();
    void metricsTellHealth();
};

void TestRoutes::transactionsBecomeEvents()
{
    ApiFixture fixture;
    QCOMPARE(fixture.post("/api/dtmsvr/prepare", transactionBody()).status, 200);
    QCOMPARE(fixture.lastEvent<message::Prepare>().content->queryPrepared, "http://bank-a/query"_ba);
    QCOMPARE(fixture.lastPosted<engine::Command>().gid.bytes(), "g-1"_ba);
    QCOMPARE(fixture.post("/api/dtmsvr/submit", transactionBody()).status, 200);
    QVERIFY(fixture.lastEvent<message::Submit>().hasSteps);
    QCOMPARE(fixture.post("/api/dtmsvr/abort", "{\"gid\":\"g-1\",\"rollback_reason\":\"no money\"}").status, 200);
    QCOMPARE(fixture.lastEvent<message::Abort>().reason, "no money"_ba);
}

void TestRoutes::outcomesAreAnswered_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *name, Error::Code code, int status, const QString &result) {
        QTest::newRow(name) << int(code) << status << result;
    };
    row("conflict", Error::Code::Conflict, 409, u"FAILURE"_s);
    row("unfinished", Error::Code::Ongoing, 425, u"ONGOING"_s);
    row("unknown gid", Error::Code::NotFound, 404, {});
    row("too many branches", Error::Code::TooLarge, 413, {});
    row("store away", Error::Code::Unavailable, 503, {});
    row("defect", Error::Code::Internal, 500, {});
}

void TestRoutes::outcomesAreAnswered()
{
    QFETCH(int, code);
    ApiFixture fixture;
    fixture.outcome = Error{static_cast<Error::Code>(code), u"why"_s};
    for (const char *operation : {"prepare", "submit", "abort"}) {
        const http::Response response = fixture.post("/api/dtmsvr/"_ba + operation, transactionBody());
        QTEST(response.status, "status");
        QTEST(objectOf(response).value("dtm_result"_L1).toString(), "result");
        QCOMPARE(messageOf(response), u"why"_s);
        QCOMPARE(response.contentType, "application/json"_ba);
    }
}

void TestRoutes::successNeverSaysFailure()
{
    ApiFixture fixture;
    for (const char *operation : {"prepare", "submit", "abort"}) {
        const http::Response response =
            fixture.post("/api/dtmsvr/"_ba + operation, transactionBody({{"gid", "\"FAILURE\""}}));
        QCOMPARE(response.body, "{\"dtm_result\":\"SUCCESS\"}"_ba);
    }
}

void TestRoutes::wrongTransactionsAreNotPosted_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("says");
    QTest::newRow("not JSON") << "gid=1"_ba << 400 << u"not JSON"_s;
    QTest::newRow("no gid") << "{\"trans_type\":\"msg\"}"_ba << 400 << u"gid is missing"_s;
    QTest::newRow("saga") << transactionBody({{"trans_type", "\"saga\""}}) << 400 << u"saga is not served"_s;
    QTest::newRow("payload too large") << transactionBody(
        {{"payloads", "[\"" + QByteArray(1024 * 1024 + 1, 'x') + "\"]"}})
                                       << 413 << u"payloads[0]"_s;
}

void TestRoutes::wrongTransactionsAreNotPosted()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, says);
    ApiFixture fixture;
    const http::Response response = fixture.post("/api/dtmsvr/submit", body);
    QTEST(response.status, "status");
    QVERIFY2(messageOf(response).contains(says), response.body.constData());
    QVERIFY(fixture.inbox.posted.empty());
}

void TestRoutes::eventsOfOneTurnArePostedTogether()
{
    ApiFixture fixture;
    for (int i = 0; i < 10; ++i)
        fixture.begin("POST", "/api/dtmsvr/submit", transactionBody({{"gid", '"' + QByteArray::number(i) + '"'}}));
    QCOMPARE(fixture.inbox.batches, 0);
    QTRY_COMPARE(fixture.replies.size(), 10);
    QCOMPARE(fixture.inbox.batches, 1);
    for (std::size_t i = 0; i < 10; ++i)
        QCOMPARE(std::get<engine::Command>(fixture.inbox.posted[i]).gid.bytes(), QByteArray::number(int(i)));
}

void TestRoutes::aFullInboxAnswers503_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("submit") << "POST"_ba
                            << "/api/dtmsvr/submit"_ba << transactionBody();
    QTest::newRow("forceStop") << "POST"_ba
                               << "/api/dtmsvr/forceStop"_ba
                               << "{\"gid\":\"g\"}"_ba;
    QTest::newRow("subscribe") << "GET"_ba
                               << "/api/dtmsvr/subscribe?topic=t&url=http://b/"_ba
                               << ""_ba;
    QTest::newRow("resetCronTime") << "GET"_ba
                                   << "/api/dtmsvr/resetCronTime"_ba
                                   << ""_ba;
}

void TestRoutes::aFullInboxAnswers503()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    ApiFixture fixture;
    fixture.inbox.isFull = true;
    const http::Response response = fixture.send(method, target, body);
    QCOMPARE(response.status, 503);
    QCOMPARE(http::headerValue(response.headers, "Retry-After").toByteArray(), "1"_ba);
    QVERIFY(messageOf(response).contains(u"try again"_s));
    QVERIFY(!response.body.contains("FAILURE"));
    fixture.inbox.isFull = false;
    QCOMPARE(fixture.send(method, target, body).status, 200);
}

void TestRoutes::anAnswerAfterTheApiIsGoneIsDropped()
{
    std::vector<engine::Inbound> kept;
    {
        ApiFixture fixture;
        fixture.inbox.onPost = {};
        fixture.begin("GET", "/api/dtmsvr/resetCronTime");
        fixture.begin("POST", "/api/json-rpc",
                      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"submit\",\"params\":" + transactionBody() + '}');
        QTRY_COMPARE(fixture.inbox.posted.size(), 2);
        kept = std::move(fixture.inbox.posted);
    }
    std::get<engine::MakeDue>(kept[0]).done(engine::MadeDue{});
    std::get<engine::LocalReply>(std::get<engine::Command>(kept[1]).asker)(std::nullopt);
}

void TestRoutes::personsStopAndRetry()
{
    ApiFixture fixture;
    QCOMPARE(fixture.post("/api/dtmsvr/forceStop", "{\"gid\":\"g-1\",\"reason\":\"told so\"}").body,
             "{\"dtm_result\":\"SUCCESS\"}"_ba);
    QCOMPARE(fixture.lastEvent<message::ForceStop>().reason, "told so"_ba);
    QCOMPARE(fixture.post("/api/dtmsvr/resetNextCronTime", "{\"gid\":\"g-2\"}").status, 200);
    QVERIFY(std::holds_alternative<message::RetryNow>(fixture.lastPosted<engine::Command>().event));
    QCOMPARE(fixture.lastPosted<engine::Command>().gid.bytes(), "g-2"_ba);
    QCOMPARE(fixture.post("/api/dtmsvr/forceStop", "{}").status, 400);
    QCOMPARE(fixture.post("/api/dtmsvr/resetNextCronTime", "").status, 400);
}

void TestRoutes::resetCronTimeMakesDue_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("afterSeconds");
    QTest::addColumn<int>("limit");
    QTest::newRow("defaults") << ""_ba << 0 << 100;
    QTest::newRow("empty") << "?timeout=&limit="_ba << 0 << 100;
    QTest::newRow("given") << "?timeout=60&limit=7"_ba << 60 << 7;
}

void TestRoutes::resetCronTimeMakesDue()
{
    QFETCH(QByteArray, query);
    ApiFixture fixture;
    fixture.madeDue = engine::MadeDue{.count = 7, .hasRemaining = true};
    QCOMPARE(fixture.get("/api/dtmsvr/resetCronTime" + query).body, "{\"succeed_count\":7,\"has_remaining\":true}"_ba);
    const auto &makeDue = fixture.lastPosted<engine::MakeDue>();
    QTEST(int(makeDue.after.count() / 1000), "afterSeconds");
    QTEST(makeDue.limit, "limit");
    fixture.madeDue = Error::unavailable(u"away"_s);
    QCOMPARE(fixture.get("/api/dtmsvr/resetCronTime").status, 503);
}

void TestRoutes::resetCronTimeChecksItsNumbers_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("timeout a word") << "timeout=soon"_ba;
    QTest::newRow("timeout negative") << "timeout=-1"_ba;
    QTest::newRow("timeout too long") << "timeout=2592001"_ba;
    QTest::newRow("limit 0") << "limit=0"_ba;
    QTest::newRow("limit too many") << "limit=10001"_ba;
    QTest::newRow("limit a fraction") << "limit=1.5"_ba;
}

void TestRoutes::resetCronTimeChecksItsNumbers()
{
    QFETCH(QByteArray, query);
    ApiFixture fixture;
    const http::Response response = fixture.get("/api/dtmsvr/resetCronTime?" + query);
    QCOMPARE(response.status, 400);
    QCOMPARE(objectOf(response).value("field"_L1).toString().toLatin1(), query.first(query.indexOf('=')));
}

void TestRoutes::theVersionIsTold()
{
    ApiFixture fixture;
    QCOMPARE(objectOf(fixture.get("/api/dtmsvr/version")).value("version"_L1).toString(),
             QLatin1String(CHECKBACK_VERSION));
}

void TestRoutes::newGidsDiffer()
{
    ApiFixture fixture;
    const QJsonObject first = objectOf(fixture.get("/api/dtmsvr/newGid"));
    const QJsonObject second = objectOf(fixture.get("/api/dtmsvr/newGid"));
    QCOMPARE(first.value("dtm_result"_L1).toString(), u"SUCCESS"_s);
    QVERIFY(Gid::fromBytes(first.value("gid"_L1).toString().toLatin1()).ok());
    QVERIFY(first.value("gid"_L1).toString() < second.value("gid"_L1).toString());
}

void TestRoutes::pingTakesAnyMethod_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const char *method : {"GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS"})
        QTest::newRow(method) << QByteArray(method);
}

void TestRoutes::pingTakesAnyMethod()
{
    QFETCH(QByteArray, method);
    ApiFixture fixture;
    QCOMPARE(fixture.send(method, "/api/ping").body, "{\"msg\":\"pong\"}"_ba);
}

void TestRoutes::topicsAreChanged()
{
    ApiFixture fixture;
    QCOMPARE(
        fixture
            .get("/api/dtmsvr/subscribe?topic=t%20%C3%A4&url=http%3A%2F%2Fb%3A80%2Fin%3Fa%3D1%26b%3D2&remark=first+one")
            .body,
        "{\"dtm_result\":\"SUCCESS\"}"_ba);
    const auto &subscribed = fixture.lastPosted<TopicChange>();
    QVERIFY(subscribed.kind == TopicChange::Kind::Subscribe);
    QCOMPARE(subscribed.topic, "t ä"_ba);
    QCOMPARE(subscribed.url, "http://b:80/in?a=1&b=2"_ba);
    QCOMPARE(subscribed.remark, "first one"_ba);

    QCOMPARE(fixture.get("/api/dtmsvr/unsubscribe?topic=t&url=http://b/").status, 200);
    QVERIFY(fixture.lastPosted<TopicChange>().kind == TopicChange::Kind::Unsubscribe);
    QCOMPARE(fixture.send("DELETE", "/api/dtmsvr/topic/t%2Fx").status, 200);
    QVERIFY(fixture.lastPosted<TopicChange>().kind == TopicChange::Kind::Remove);
    QCOMPARE(fixture.lastPosted<TopicChange>().topic, "t/x"_ba);

    fixture.outcome = Error::notFound(u"topic not found"_s);
    const http::Response unknown = fixture.send("DELETE", "/api/dtmsvr/topic/t");
    QCOMPARE(unknown.status, 404);
    QCOMPARE(messageOf(unknown), u"topic not found"_s);
}

void TestRoutes::topicsAreChecked_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("field");
    QTest::newRow("no topic") << "GET"_ba
                              << "subscribe?url=http://b/"_ba << u"topic"_s;
    QTest::newRow("topic too long") << "GET"_ba
                                    << "subscribe?url=http://b/&topic="_ba + QByteArray(129, 't') << u"topic"_s;
    QTest::newRow("topic not UTF-8") << "GET"_ba
                                     << "subscribe?url=http://b/&topic=%FF"_ba << u"topic"_s;
    QTest::newRow("topic with a line break") << "GET"_ba
                                             << "subscribe?url=http://b/&topic=a%0A"_ba << u"topic"_s;
    QTest::newRow("no url") << "GET"_ba
                            << "subscribe?topic=t"_ba << u"url"_s;
    QTest::newRow("url not http") << "GET"_ba
                                  << "subscribe?topic=t&url=b"_ba << u"url"_s;
    QTest::newRow("url of metadata") << "GET"_ba
                                     << "subscribe?topic=t&url=http://169.254.169.254/"_ba << u"url"_s;
    QTest::newRow("url our own") << "GET"_ba
                                 << "subscribe?topic=t&url=http://127.0.0.1:36789/"_ba << u"url"_s;
    QTest::newRow("remark too long") << "GET"_ba
                                     << "subscribe?topic=t&url=http://b/&remark="_ba + QByteArray(1025, 'r')
                                     << u"remark"_s;
    QTest::newRow("unsubscribe, no topic") << "GET"_ba
                                           << "unsubscribe?url=http://b/"_ba << u"topic"_s;
    QTest::newRow("unsubscribe, no url") << "GET"_ba
                                         << "unsubscribe?topic=t"_ba << u"url"_s;
    QTest::newRow("remove, no topic") << "DELETE"_ba
                                      << "topic/"_ba << u"topic"_s;
}

void TestRoutes::topicsAreChecked()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    ApiFixture fixture;
    const http::Response response = fixture.send(method, "/api/dtmsvr/" + target);
    QCOMPARE(response.status, 400);
    QTEST(objectOf(response).value("field"_L1).toString(), "field");
    QVERIFY(fixture.inbox.posted.empty());
}

void TestRoutes::otherTypesAreRefusedClearly_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"registerBranch", "registerXaBranch", "registerTccBranch", "prepareWorkflow"})
        QTest::newRow(name) << QByteArray(name);
}

void TestRoutes::otherTypesAreRefusedClearly()
{
    QFETCH(QByteArray, name);
    ApiFixture fixture;
    const http::Response response = fixture.post("/api/dtmsvr/" + name, transactionBody());
    QCOMPARE(response.status, 400);
    QVERIFY(messageOf(response).startsWith(QString::fromLatin1(name) + u" belongs to saga, tcc, xa and workflow"_s));
}

void TestRoutes::unknownPathsAnswer404_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char *path : {"/", "/api", "/api/dtmsvr/", "/api/dtmsvr/Submit", "/api/dtmsvr/submit/",
                             "/api/dtmsvr/topic", "/api/dtmsvr/topic/a/b", "*", "/api/dtmsvr/%00"})
        QTest::newRow(path) << QByteArray(path);
}

void TestRoutes::unknownPathsAnswer404()
{
    QFETCH(QByteArray, path);
    ApiFixture fixture;
    const http::Response response = fixture.get(path);
    QCOMPARE(response.status, 404);
    QVERIFY(messageOf(response).contains(u"there is no route "_s + QString::fromUtf8(path)));
}

void TestRoutes::wrongMethodsAnswer405_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("allowed");
    QTest::newRow("GET submit") << "GET"_ba
                                << "/api/dtmsvr/submit"_ba
                                << "POST"_ba;
    QTest::newRow("POST query") << "POST"_ba
                                << "/api/dtmsvr/query"_ba
                                << "GET"_ba;
    QTest::newRow("GET topic") << "GET"_ba
                               << "/api/dtmsvr/topic/t"_ba
                               << "DELETE"_ba;
    QTest::newRow("PUT metrics") << "PUT"_ba
                                 << "/api/metrics"_ba
                                 << "GET"_ba;
    QTest::newRow("GET json-rpc") << "GET"_ba
                                  << "/api/json-rpc"_ba
                                  << "POST"_ba;
}

void TestRoutes::wrongMethodsAnswer405()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    ApiFixture fixture;
    const http::Response response = fixture.send(method, path);
    QCOMPARE(response.status, 405);
    QTEST(http::headerValue(response.headers, "Allow").toByteArray(), "allowed");
    QVERIFY(messageOf(response).contains(u"does not take "_s + QString::fromLatin1(method)));
}

void TestRoutes::headIsServedLikeGet()
{
    ApiFixture fixture;
    QCOMPARE(fixture.send("HEAD", "/api/dtmsvr/version").status, 200);
    QCOMPARE(fixture.send("HEAD", "/api/dtmsvr/submit").status, 405);
}

void TestRoutes::requestsAreCounted()
{
    ApiFixture fixture;
    fixture.post("/api/dtmsvr/submit", transactionBody());
    fixture.post("/api/dtmsvr/submit", "no JSON");
    fixture.get("/api/dtmsvr/newGid?x=1");
    fixture.send("DELETE", "/api/dtmsvr/topic/some-name");
    fixture.get("/nowhere/1");
    fixture.get("/nowhere/2");
    const QByteArray page = fixture.get("/api/metrics").body;
    QVERIFY2(page.contains("dtm_server_process_total{type=\"http\",api=\"submit\",status=\"ok\"} 1\n"),
             page.constData());
    QVERIFY(page.contains("dtm_server_process_total{type=\"http\",api=\"submit\",status=\"fail\"} 1\n"));
    QVERIFY(page.contains("dtm_server_process_total{type=\"http\",api=\"newgid\",status=\"ok\"} 1\n"));
    QVERIFY(page.contains("dtm_server_process_total{type=\"http\",api=\"topic\",status=\"ok\"} 1\n"));
    QVERIFY(page.contains("dtm_server_process_total{type=\"http\",api=\"unknown\",status=\"fail\"} 2\n"));
    QVERIFY(page.contains("dtm_server_response_duration_count{type=\"http\",api=\"submit\"} 2\n"));
    QVERIFY2(!page.contains("some-name"), "names of topics must not become labels");
}

void TestRoutes::metricsTellHealth()
{
    ApiFixture fixture;
    fixture.health.inWork = 12;
    fixture.health.waiting = 3;
    const http::Response response = fixture.get("/api/metrics");
    QVERIFY(response.contentType.startsWith("text/plain"));
    QVERIFY(response.body.contains("\ncheckback_up 1\n"));
    QVERIFY(response.body.contains("\ncheckback_messages_in_work 12\n"));
    QVERIFY(response.body.contains("\ncheckback_events_waiting 3\n"));
    fixture.health.state = engine::Health::State::StoreAway;
    QVERIFY(fixture.get("/api/metrics").body.contains("\ncheckback_up 0\n"));
}

QTEST_GUILESS_MAIN(TestRoutes)
#include "tst_routes.moc"
