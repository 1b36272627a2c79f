// SPDX-License-Identifier: Apache-2.0
#include "core/message/branches.h"
#include "tests/core/api/apifixture.h"
#include "tests/core/api/transactionbody.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace core;
using namespace Qt::StringLiterals;
using engine::TopicChange;
using message::State;
using test::ApiFixture;
using test::objectOf;
using test::transactionBody;

namespace {

message::Message sampleMessage(std::int64_t rowId, const QByteArray &gid)
{
    auto content = std::make_shared<message::Content>();
    content->steps = {{"http://bank-b/in", "{\"amount\":30}"}, {"http://bank-c/in", ""}};
    content->branches = *message::resolveBranches(content->steps, {});
    content->queryPrepared = "http://bank-a/query";
    content->customData = "{\"delay\":10}";
    content->options.branchHeaders = {{"X-Trace", "t\"1"}};
    message::Message message{.rowId = rowId, .gid = *Gid::fromBytes(gid), .state = State::Submitted};
    message.content = content;
    message.branchDone = {true, false};
    message.createdAt = fromEpochMs(1'700'000'000'123);
    message.updatedAt = fromEpochMs(1'700'000'001'000);
    message.submittedAt = message.createdAt;
    message.dueAt = message.updatedAt + seconds(10);
    message.attempts = 2;
    message.lastVerdict = message::Verdict::Failure;
    message.lastHttpStatus = 409;
    message.lastError = "answered 409";
    message.owner = 7;
    return message;
}

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
    void queryTellsAllOfAMessage();
    void queryOfAFailedMessageTellsWhy();
    void queryOfAnUnknownGidGivesNull();
    void queryNeedsAGid();
    void allGivesPages();
    void allPassesItsFilterOn();
    void allOfOtherTypesIsEmpty();
    void allChecksItsQuery_data();
    void allChecksItsQuery();
    void keyValuesAreScanned();
    void keyValuesAreQueried();
    void keyValuesNeedTheirNames_data();
    void keyValuesNeedTheirNames();
    void aReaderInTroubleAnswersItsError_data();
    void aReaderInTroubleAnswersItsError();
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

void TestRoutes::queryTellsAllOfAMessage()
{
    ApiFixture fixture;
    fixture.data.messages = {sampleMessage(42, "g-1")};
    const QJsonObject body = objectOf(fixture.get("/api/dtmsvr/query?gid=g-1"));
    const QJsonObject options{
        {u"wait_result"_s, false},  {u"concurrent"_s, false},
        {u"timeout_to_fail"_s, 35}, {u"request_timeout"_s, 3},
        {u"retry_interval"_s, 10},  {u"branch_headers"_s, QJsonObject{{u"X-Trace"_s, u"t\"1"_s}}}};
    QJsonObject row = body.value("transaction"_L1).toObject();
    QCOMPARE(QJsonDocument::fromJson(row.take("options"_L1).toString().toUtf8()).object(), options);
    QJsonObject expected = options;
    for (const auto &[name, value] :
         std::initializer_list<std::pair<QString, QJsonValue>>{{u"id"_s, 42},
                                                               {u"gid"_s, u"g-1"_s},
                                                               {u"trans_type"_s, u"msg"_s},
                                                               {u"status"_s, u"submitted"_s},
                                                               {u"query_prepared"_s, u"http://bank-a/query"_s},
                                                               {u"protocol"_s, u"http"_s},
                                                               {u"create_time"_s, u"2023-11-14T22:13:20.123Z"_s},
                                                               {u"update_time"_s, u"2023-11-14T22:13:21.000Z"_s},
                                                               {u"submit_time"_s, u"2023-11-14T22:13:20.123Z"_s},
                                                               {u"next_cron_interval"_s, 10},
                                                               {u"next_cron_time"_s, u"2023-11-14T22:13:31.000Z"_s},
                                                               {u"custom_data"_s, u"{\"delay\":10}"_s},
                                                               {u"owner"_s, u"7"_s},
                                                               {u"result"_s, u"answered 409"_s},
                                                               {u"attempts"_s, 2},
                                                               {u"stalled"_s, false},
                                                               {u"overridden"_s, false},
                                                               {u"last_verdict"_s, u"FAILURE"_s},
                                                               {u"last_status"_s, 409},
                                                               {u"last_error"_s, u"answered 409"_s}})
        expected.insert(name, value);
    QCOMPARE(row, expected);

    const QJsonArray branches = body.value("branches"_L1).toArray();
    QCOMPARE(branches.size(), 2);
    QCOMPARE(branches[0].toObject(),
             (QJsonObject{{u"gid"_s, u"g-1"_s},
                          {u"url"_s, u"http://bank-b/in"_s},
                          {u"bin_data"_s, u"eyJhbW91bnQiOjMwfQ=="_s},
                          {u"branch_id"_s, u"01"_s},
                          {u"op"_s, u"action"_s},
                          {u"status"_s, u"succeed"_s},
                          {u"create_time"_s, u"2023-11-14T22:13:20.123Z"_s},
                          {u"update_time"_s, u"2023-11-14T22:13:21.000Z"_s}}));
    QCOMPARE(branches[1].toObject().value("status"_L1).toString(), u"prepared"_s);
    QCOMPARE(branches[1].toObject().value("bin_data"_L1).toString(), QString());
}

void TestRoutes::queryOfAFailedMessageTellsWhy()
{
    ApiFixture fixture;
    message::Message failed = sampleMessage(42, "g-1");
    failed.state = State::Failed;
    failed.reason = "stopped by hand";
    failed.overridden = true;
    failed.finishedAt = failed.updatedAt;
    failed.dueAt.reset();
    fixture.data.messages = {failed};
    const QJsonObject row = objectOf(fixture.get("/api/dtmsvr/query?gid=g-1")).value("transaction"_L1).toObject();
    QCOMPARE(row.value("status"_L1).toString(), u"failed"_s);
    QCOMPARE(row.value("rollback_reason"_L1).toString(), u"stopped by hand"_s);
    QCOMPARE(row.value("rollback_time"_L1).toString(), u"2023-11-14T22:13:21.000Z"_s);
    QVERIFY(row.value("overridden"_L1).toBool());
    QVERIFY(!row.contains("next_cron_time"_L1));
    QVERIFY(!row.contains("finish_time"_L1));
}

void TestRoutes::queryOfAnUnknownGidGivesNull()
{
    ApiFixture fixture;
    const http::Response response = fixture.get("/api/dtmsvr/query?gid=nobody");
    QCOMPARE(response.status, 200);
    QCOMPARE(response.body, "{\"transaction\":null,\"branches\":[]}"_ba);
}

void TestRoutes::queryNeedsAGid()
{
    ApiFixture fixture;
    for (const char *query : {"", "?gid=", "?gid=a%20b", "?gid=a;b"}) {
        const http::Response response = fixture.get("/api/dtmsvr/query"_ba + query);
        QCOMPARE(response.status, 400);
        QCOMPARE(objectOf(response).value("field"_L1).toString(), u"gid"_s);
    }
}

void TestRoutes::allGivesPages()
{
    ApiFixture fixture;
    for (int id = 250; id > 0; --id)
        fixture.data.messages.push_back(sampleMessage(id, 'g' + QByteArray::number(id)));
    QByteArray position;
    QList<int> sizes;
    int expected = 250;
    do {
        const QJsonObject page = objectOf(fixture.get("/api/dtmsvr/all?position=" + position));
        const QJsonArray rows = page.value("transactions"_L1).toArray();
        sizes.append(int(rows.size()));
        for (const QJsonValue row : rows)
            QCOMPARE(row.toObject().value("id"_L1).toInt(), expected--);
        position = page.value("next_position"_L1).toString().toLatin1();
    } while (!position.isEmpty());
    QCOMPARE(sizes, (QList<int>{100, 100, 50}));
    QVERIFY2(std::all_of(fixture.data.limits.begin(), fixture.data.limits.end(), [](int limit) { return limit <= 21; }),
             "few at a time");

    QCOMPARE(objectOf(fixture.get("/api/dtmsvr/all?limit=7")).value("transactions"_L1).toArray().size(), 7);
    const QJsonObject last = objectOf(fixture.get("/api/dtmsvr/all?limit=50&position=51"));
    QCOMPARE(last.value("transactions"_L1).toArray().size(), 50);
    QCOMPARE(last.value("next_position"_L1).toString(), QString());
}

void TestRoutes::allPassesItsFilterOn()
{
    ApiFixture fixture;
    QCOMPARE(
        fixture.get("/api/dtmsvr/all?gid=g-1&status=submitted&transType=msg&createTimeStart=1000&createTimeEnd=2000")
            .status,
        200);
    store::Filter expected;
    expected.gid = "g-1";
    expected.states = {State::Submitted};
    expected.createdFrom = fromEpochMs(1000);
    expected.createdTo = fromEpochMs(2000);
    QCOMPARE(fixture.data.lastFilter, expected);
    QCOMPARE(
        fixture.get("/api/dtmsvr/all?gid=&status=&transType=&createTimeStart=&createTimeEnd=0&position=&limit=").body,
        "{\"transactions\":[],\"next_position\":\"\"}"_ba);
    QCOMPARE(fixture.data.lastFilter, store::Filter{});
}

void TestRoutes::allOfOtherTypesIsEmpty()
{
    ApiFixture fixture;
    fixture.data.messages = {sampleMessage(1, "g-1")};
    QCOMPARE(fixture.get("/api/dtmsvr/all?transType=saga").body, "{\"transactions\":[],\"next_position\":\"\"}"_ba);
}

void TestRoutes::allChecksItsQuery_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::newRow("limit 0") << "limit=0"_ba;
    QTest::newRow("limit too large") << "limit=1001"_ba;
    QTest::newRow("limit a word") << "limit=all"_ba;
    QTest::newRow("position a word") << "position=abc"_ba;
    QTest::newRow("position negative") << "position=-1"_ba;
    QTest::newRow("status unknown") << "status=done"_ba;
    QTest::newRow("start a date") << "createTimeStart=2024-01-01"_ba;
    QTest::newRow("end negative") << "createTimeEnd=-1"_ba;
}

void TestRoutes::allChecksItsQuery()
{
    QFETCH(QByteArray, query);
    ApiFixture fixture;
    const http::Response response = fixture.get("/api/dtmsvr/all?" + query);
    QCOMPARE(response.status, 400);
    QCOMPARE(objectOf(response).value("field"_L1).toString().toLatin1(), query.first(query.indexOf('=')));
}

void TestRoutes::keyValuesAreScanned()
{
    ApiFixture fixture;
    for (const char *key : {"a", "b", "c"})
        fixture.data.keyValues.append({.category = "topics",
                                       .key = key,
                                       .value = "[{\"url\":\"http://b/\",\"remark\":\"r\"}]",
                                       .version = 3,
                                       .createdAt = fromEpochMs(0),
                                       .updatedAt = fromEpochMs(1)});
    const QJsonObject first = objectOf(fixture.get("/api/dtmsvr/scanKV?cat=topics&limit=2"));
    QCOMPARE(first.value("kv"_L1).toArray().size(), 2);
    QCOMPARE(first.value("kv"_L1).toArray()[0].toObject(),
             (QJsonObject{{u"cat"_s, u"topics"_s},
                          {u"k"_s, u"a"_s},
                          {u"v"_s, u"[{\"url\":\"http://b/\",\"remark\":\"r\"}]"_s},
                          {u"version"_s, 3},
                          {u"create_time"_s, u"1970-01-01T00:00:00.000Z"_s},
                          {u"update_time"_s, u"1970-01-01T00:00:00.001Z"_s}}));
    QCOMPARE(first.value("next_position"_L1).toString(), u"b"_s);
    const QJsonObject second = objectOf(fixture.get("/api/dtmsvr/scanKV?cat=topics&limit=2&position=b"));
    QCOMPARE(second.value("kv"_L1).toArray().size(), 1);
    QCOMPARE(second.value("next_position"_L1).toString(), QString());
}

void TestRoutes::keyValuesAreQueried()
{
    ApiFixture fixture;
    fixture.data.keyValues = {{.category = "topics", .key = "a", .value = "[]", .version = 1}};
    QCOMPARE(objectOf(fixture.get("/api/dtmsvr/queryKV?cat=topics&key=a")).value("kv"_L1).toArray().size(), 1);
    QCOMPARE(fixture.get("/api/dtmsvr/queryKV?cat=topics&key=b").body, "{\"kv\":[]}"_ba);
}

void TestRoutes::keyValuesNeedTheirNames_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("field");
    QTest::newRow("scan without cat") << "scanKV"_ba << u"cat"_s;
    QTest::newRow("scan, limit 0") << "scanKV?cat=topics&limit=0"_ba << u"limit"_s;
    QTest::newRow("query without cat") << "queryKV?key=a"_ba << u"cat"_s;
    QTest::newRow("query without key") << "queryKV?cat=topics"_ba << u"key"_s;
}

void TestRoutes::keyValuesNeedTheirNames()
{
    QFETCH(QByteArray, target);
    ApiFixture fixture;
    const http::Response response = fixture.get("/api/dtmsvr/" + target);
    QCOMPARE(response.status, 400);
    QTEST(objectOf(response).value("field"_L1).toString(), "field");
}

void TestRoutes::aReaderInTroubleAnswersItsError_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char *target : {"query?gid=g", "all", "scanKV?cat=topics", "queryKV?cat=topics&key=a"})
        QTest::newRow(target) << QByteArray(target);
}

void TestRoutes::aReaderInTroubleAnswersItsError()
{
    QFETCH(QByteArray, target);
    ApiFixture fixture;
    fixture.data.error = Error::unavailable(u"the store is away"_s);
    const http::Response response = fixture.get("/api/dtmsvr/" + target);
    QCOMPARE(response.status, 503);
    QCOMPARE(messageOf(response), u"the store is away"_s);
}

void TestRoutes::topicsAreChanged()
{
    ApiFixture fixture;
    QCOMPARE(
        fixture
            .get("/api/dtmsvr/subscribe?topic=t%20%C3%A4&url=http%3A%2F%2Fb%3A80%2Fin%3Fa%3D1%26b%3D2&remark=first+one")
            .body,
        "{\"dtm_result\":\"SUCCESS\"}"_ba);
    const auto subscribed = fixture.lastPosted<TopicChange>();
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
