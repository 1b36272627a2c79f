// SPDX-License-Identifier: Apache-2.0
#include "core/message/branches.h"
#include "tests/core/api/apifixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace core;
using namespace Qt::StringLiterals;
using message::State;
using test::ApiFixture;
using test::objectOf;

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

} // namespace

class TestQueryRoutes : public QObject
{
    Q_OBJECT

private slots:
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
};

void TestQueryRoutes::queryTellsAllOfAMessage()
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

void TestQueryRoutes::queryOfAFailedMessageTellsWhy()
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

void TestQueryRoutes::queryOfAnUnknownGidGivesNull()
{
    ApiFixture fixture;
    const http::Response response = fixture.get("/api/dtmsvr/query?gid=nobody");
    QCOMPARE(response.status, 200);
    QCOMPARE(response.body, "{\"transaction\":null,\"branches\":[]}"_ba);
}

void TestQueryRoutes::queryNeedsAGid()
{
    ApiFixture fixture;
    for (const char *query : {"", "?gid=", "?gid=a%20b", "?gid=a;b"}) {
        const http::Response response = fixture.get("/api/dtmsvr/query"_ba + query);
        QCOMPARE(response.status, 400);
        QCOMPARE(objectOf(response).value("field"_L1).toString(), u"gid"_s);
    }
}

void TestQueryRoutes::allGivesPages()
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

void TestQueryRoutes::allPassesItsFilterOn()
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

void TestQueryRoutes::allOfOtherTypesIsEmpty()
{
    ApiFixture fixture;
    fixture.data.messages = {sampleMessage(1, "g-1")};
    QCOMPARE(fixture.get("/api/dtmsvr/all?transType=saga").body, "{\"transactions\":[],\"next_position\":\"\"}"_ba);
}

void TestQueryRoutes::allChecksItsQuery_data()
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

void TestQueryRoutes::allChecksItsQuery()
{
    QFETCH(QByteArray, query);
    ApiFixture fixture;
    const http::Response response = fixture.get("/api/dtmsvr/all?" + query);
    QCOMPARE(response.status, 400);
    QCOMPARE(objectOf(response).value("field"_L1).toString().toLatin1(), query.first(query.indexOf('=')));
}

void TestQueryRoutes::keyValuesAreScanned()
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

void TestQueryRoutes::keyValuesAreQueried()
{
    ApiFixture fixture;
    fixture.data.keyValues = {{.category = "topics", .key = "a", .value = "[]", .version = 1}};
    QCOMPARE(objectOf(fixture.get("/api/dtmsvr/queryKV?cat=topics&key=a")).value("kv"_L1).toArray().size(), 1);
    QCOMPARE(fixture.get("/api/dtmsvr/queryKV?cat=topics&key=b").body, "{\"kv\":[]}"_ba);
}

void TestQueryRoutes::keyValuesNeedTheirNames_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("field");
    QTest::newRow("scan without cat") << "scanKV"_ba << u"cat"_s;
    QTest::newRow("scan, limit 0") << "scanKV?cat=topics&limit=0"_ba << u"limit"_s;
    QTest::newRow("query without cat") << "queryKV?key=a"_ba << u"cat"_s;
    QTest::newRow("query without key") << "queryKV?cat=topics"_ba << u"key"_s;
}

void TestQueryRoutes::keyValuesNeedTheirNames()
{
    QFETCH(QByteArray, target);
    ApiFixture fixture;
    const http::Response response = fixture.get("/api/dtmsvr/" + target);
    QCOMPARE(response.status, 400);
    QTEST(objectOf(response).value("field"_L1).toString(), "field");
}

void TestQueryRoutes::aReaderInTroubleAnswersItsError_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char *target : {"query?gid=g", "all", "scanKV?cat=topics", "queryKV?cat=topics&key=a"})
        QTest::newRow(target) << QByteArray(target);
}

void TestQueryRoutes::aReaderInTroubleAnswersItsError()
{
    QFETCH(QByteArray, target);
    ApiFixture fixture;
    fixture.data.error = Error::unavailable(u"the store is away"_s);
    const http::Response response = fixture.get("/api/dtmsvr/" + target);
    QCOMPARE(response.status, 503);
    QCOMPARE(objectOf(response).value("message"_L1).toString(), u"the store is away"_s);
}

QTEST_GUILESS_MAIN(TestQueryRoutes)
#include "tst_queryroutes.moc"
