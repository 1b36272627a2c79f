// SPDX-License-Identifier: Apache-2.0
#include "tests/core/node/protocolfixture.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QTest>

using namespace core;
using namespace Qt::StringLiterals;
using test::HttpAnswer;
using test::JsonFields;
using test::ProtocolFixture;
using test::respond;
using test::ScriptedPeer;

namespace {

const QByteArray success = "{\"dtm_result\":\"SUCCESS\"}";

QStringList gidsOf(const HttpAnswer &answer)
{
    QStringList gids;
    for (const QJsonValue row : answer.json().value("transactions"_L1).toArray())
        gids.append(row.toObject().value("gid"_L1).toString());
    return gids;
}

QByteArray rpc(const QByteArray &method, const QByteArray &params = "null", const QByteArray &id = "\"1\"")
{
    return "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + params + ",\"id\":" + id + '}';
}

int rpcCodeOf(const HttpAnswer &answer)
{
    return answer.json().value("error"_L1).toObject().value("code"_L1).toInt();
}

} // namespace

/// The routes of PROTOCOL §2 beside the life of a message, and the limits of §6, over real sockets.
class TestProtocolRoutes : public QObject
{
    Q_OBJECT

private slots:
    void init() { f = std::make_unique<ProtocolFixture>(); }
    void cleanup() { f.reset(); }

    void versionGidAndPing();
    void unknownRoutesAndMethods();
    void queryTellsMessageAndBranches();
    void allGivesPagesNewestFirst();
    void allIsFiltered();
    void topicsAreKept();
    void topicErrorsAreTold_data();
    void topicErrorsAreTold();
    void aTopicReachesAllItsSubscribers();
    void subscribersAreFrozenAtThePrepare();
    void anUnknownTopicIsNotFound();
    void forceStopEndsAnUnfinishedMessage();
    void resetNextCronTimeRetriesNow();
    void resetCronTimeRetriesMany();
    void otherTypesAreRefused();
    void jsonRpcRunsAMessage();
    void jsonRpcErrorsHaveTheirCodes();
    void metricsCountWhatHappened();
    void limitsAreCheckedAtTheDoor_data();
    void limitsAreCheckedAtTheDoor();
    void ourOwnApiIsNeverCalled();

private:
    std::unique_ptr<ProtocolFixture> f;
};

void TestProtocolRoutes::versionGidAndPing()
{
    QCOMPARE(f->get("version").json().value("version"_L1).toString(), QLatin1String(CHECKBACK_VERSION));
    const HttpAnswer newGid = f->get("newGid");
    QCOMPARE(newGid.result(), u"SUCCESS"_s);
    QVERIFY(Gid::fromBytes(newGid.json().value("gid"_L1).toString().toLatin1()).ok());
    QCOMPARE(f->send("PUT", "/api/ping", "x").body, "{\"msg\":\"pong\"}"_ba);
}

void TestProtocolRoutes::unknownRoutesAndMethods()
{
    QCOMPARE(f->get("nothing").status, 404);
    QCOMPARE(f->get("/").status, 404);
    QCOMPARE(f->get("submit").status, 405);
}

void TestProtocolRoutes::queryTellsMessageAndBranches()
{
    const JsonFields options{
        {"wait_result", "true"}, {"request_timeout", "7"}, {"custom_data", "\"{\\\"delay\\\":0}\""}};
    QCOMPARE(f->post("submit", f->transaction("g1", f->steps(2) + options)).status, 200);
    const QJsonObject row = f->row("g1");
    for (const auto &[name, value] : std::initializer_list<std::pair<QLatin1String, QJsonValue>>{
             {"gid"_L1, u"g1"_s},
             {"trans_type"_L1, u"msg"_s},
             {"status"_L1, u"succeed"_s},
             {"protocol"_L1, u"http"_s},
             {"query_prepared"_L1, QString::fromLatin1(f->service.url("/query"))},
             {"custom_data"_L1, u"{\"delay\":0}"_s},
             {"wait_result"_L1, true},
             {"concurrent"_L1, false},
             {"request_timeout"_L1, 7}})
        QCOMPARE(row.value(name), value);
    for (const auto name : {"create_time"_L1, "update_time"_L1, "finish_time"_L1})
        QVERIFY(QDateTime::fromString(row.value(name).toString(), Qt::ISODateWithMs).isValid());
    QCOMPARE(QJsonDocument::fromJson(row.value("options"_L1).toString().toUtf8())
                 .object()
                 .value("request_timeout"_L1)
                 .toInt(),
             7);
    QVERIFY(row.value("id"_L1).toInteger() > 0);

    const QJsonArray branches = f->branches("g1");
    QCOMPARE(branches.size(), 2);
    const QJsonObject second = branches[1].toObject();
    QCOMPARE(second.value("branch_id"_L1).toString(), u"02"_s);
    QCOMPARE(second.value("op"_L1).toString(), u"action"_s);
    QCOMPARE(second.value("status"_L1).toString(), u"succeed"_s);
    QCOMPARE(second.value("url"_L1).toString(), QString::fromLatin1(f->service.url("/in/2")));
    QCOMPARE(QByteArray::fromBase64(second.value("bin_data"_L1).toString().toLatin1()), "{}"_ba);

    QCOMPARE(f->get("query?gid=nobody").body, "{\"transaction\":null,\"branches\":[]}"_ba);
    QCOMPARE(f->get("query").status, 400);
}

void TestProtocolRoutes::allGivesPagesNewestFirst()
{
    for (const char *gid : {"g1", "g2", "g3", "g4", "g5"})
        QCOMPARE(f->post("submit", f->transaction(gid, {{"wait_result", "true"}})).status, 200);
    QCOMPARE(gidsOf(f->get("all")), (QStringList{u"g5"_s, u"g4"_s, u"g3"_s, u"g2"_s, u"g1"_s}));
    QCOMPARE(f->get("all").json().value("next_position"_L1).toString(), QString());
    QStringList read;
    QByteArray position;
    do {
        const HttpAnswer page = f->get("all?limit=2&position=" + position);
        read += gidsOf(page);
        position = page.json().value("next_position"_L1).toString().toLatin1();
    } while (!position.isEmpty());
    QCOMPARE(read, (QStringList{u"g5"_s, u"g4"_s, u"g3"_s, u"g2"_s, u"g1"_s}));
}

void TestProtocolRoutes::allIsFiltered()
{
    QCOMPARE(f->post("prepare", f->transaction("g1")).status, 200);
    QCOMPARE(f->post("submit", f->transaction("g2", {{"wait_result", "true"}})).status, 200);
    QCOMPARE(gidsOf(f->get("all?status=prepared")), QStringList{u"g1"_s});
    QCOMPARE(gidsOf(f->get("all?status=succeed")), QStringList{u"g2"_s});
    QCOMPARE(gidsOf(f->get("all?gid=g1")), QStringList{u"g1"_s});
    QCOMPARE(gidsOf(f->get("all?gid=g")), QStringList());
    QCOMPARE(gidsOf(f->get("all?transType=msg")).size(), 2);
    QCOMPARE(gidsOf(f->get("all?transType=saga")).size(), 0);
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QCOMPARE(gidsOf(f->get("all?createTimeStart=" + QByteArray::number(now - 60'000)
                           + "&createTimeEnd=" + QByteArray::number(now + 60'000)))
                 .size(),
             2);
    QCOMPARE(gidsOf(f->get("all?createTimeEnd=" + QByteArray::number(now - 60'000))).size(), 0);
    QCOMPARE(f->get("all?limit=many").status, 400);
}

void TestProtocolRoutes::topicsAreKept()
{
    QCOMPARE(f->get("subscribe?topic=t&url=http://bank-b/1&remark=first").body, success);
    QCOMPARE(f->get("subscribe?topic=t&url=http://bank-b/2&remark=").body, success);
    const QJsonObject row = f->get("queryKV?cat=topics&key=t").json().value("kv"_L1).toArray()[0].toObject();
    QCOMPARE(row.value("cat"_L1).toString(), u"topics"_s);
    QCOMPARE(row.value("k"_L1).toString(), u"t"_s);
    QCOMPARE(row.value("version"_L1).toInt(), 2);
    const QJsonArray subscribers = QJsonDocument::fromJson(row.value("v"_L1).toString().toUtf8()).array();
    QCOMPARE(subscribers.size(), 2);
    QJsonObject first = subscribers[0].toObject();
    QVERIFY(QDateTime::fromString(first.take("since"_L1).toString(), Qt::ISODateWithMs).isValid()); // a field of ours
    QCOMPARE(first, (QJsonObject{{u"url"_s, u"http://bank-b/1"_s}, {u"remark"_s, u"first"_s}}));

    QCOMPARE(f->get("subscribe?topic=u&url=http://bank-b/1").body, success);
    const QJsonObject page = f->get("scanKV?cat=topics&limit=1").json();
    QCOMPARE(page.value("kv"_L1).toArray().size(), 1);
    const QByteArray position = page.value("next_position"_L1).toString().toLatin1();
    QCOMPARE(position, "t"_ba);
    const QJsonObject rest = f->get("scanKV?cat=topics&position=" + position).json();
    QCOMPARE(rest.value("kv"_L1).toArray().size(), 1);
    QCOMPARE(rest.value("next_position"_L1).toString(), QString());

    QCOMPARE(f->get("unsubscribe?topic=t&url=http://bank-b/1").body, success);
    QCOMPARE(f->send("DELETE", "topic/u", {}).body, success);
    QVERIFY(f->get("queryKV?cat=topics&key=u").json().value("kv"_L1).toArray().isEmpty());
}

void TestProtocolRoutes::topicErrorsAreTold_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::newRow("no topic") << "GET"_ba
                              << "subscribe?url=http://bank-b/"_ba << 400;
    QTest::newRow("no url") << "GET"_ba
                            << "subscribe?topic=t"_ba << 400;
    QTest::newRow("repeated url") << "GET"_ba
                                  << "subscribe?topic=t&url=http://bank-b/1"_ba << 409;
    QTest::newRow("unknown url") << "GET"_ba
                                 << "unsubscribe?topic=t&url=http://bank-b/2"_ba << 404;
    QTest::newRow("unknown topic") << "GET"_ba
                                   << "unsubscribe?topic=x&url=http://bank-b/1"_ba << 404;
    QTest::newRow("unknown topic to remove") << "DELETE"_ba
                                             << "topic/x"_ba << 404;
}

void TestProtocolRoutes::topicErrorsAreTold()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QCOMPARE(f->get("subscribe?topic=t&url=http://bank-b/1").status, 200);
    const HttpAnswer answer = f->send(method, target, {});
    QTEST(answer.status, "status");
    QVERIFY(!answer.message().isEmpty());
}

void TestProtocolRoutes::aTopicReachesAllItsSubscribers()
{
    const QByteArray first = f->service.url("/sub/1");
    QCOMPARE(f->get("subscribe?topic=t&url=" + first).status, 200);
    const JsonFields toTopic{{"steps", "[{\"action\":\"topic://t\"}]"}, {"wait_result", "true"}};
    QCOMPARE(f->post("submit", f->transaction("g1", toTopic)).status, 200);
    QCOMPARE(f->callsFor("g1").constFirst().queryValue("branch_id"), "01"_ba);

    QCOMPARE(f->get("subscribe?topic=t&url=" + f->service.url("/sub/2")).status, 200);
    QCOMPARE(f->post("submit", f->transaction("g2", toTopic)).status, 200);
    QCOMPARE(f->pathsFor("g2"), "/sub/1 /sub/2"_ba);
    QCOMPARE(f->callsFor("g2").constFirst().queryValue("branch_id"), "01-01"_ba);
    QCOMPARE(f->callsFor("g2").constLast().queryValue("branch_id"), "01-02"_ba);
}

void TestProtocolRoutes::subscribersAreFrozenAtThePrepare()
{
    QCOMPARE(f->get("subscribe?topic=t&url=" + f->service.url("/sub/1")).status, 200);
    const JsonFields toTopic{{"steps", "[{\"action\":\"topic://t\"}]"}};
    QCOMPARE(f->post("prepare", f->transaction("g1", toTopic)).status, 200);
    QCOMPARE(f->send("DELETE", "topic/t", {}).status, 200);
    QCOMPARE(f->post("submit", f->transaction("g1", toTopic + JsonFields{{"wait_result", "true"}})).status, 200);
    QCOMPARE(f->pathsFor("g1"), "/sub/1"_ba);
}

void TestProtocolRoutes::anUnknownTopicIsNotFound()
{
    for (const char *operation : {"prepare", "submit"}) {
        const HttpAnswer answer =
            f->post(operation, f->transaction("g1", {{"steps", "[{\"action\":\"topic://nobody\"}]"}}));
        QCOMPARE(answer.status, 404);
        QVERIFY(answer.message().contains(u"topic not found"_s));
    }
    QVERIFY(f->row("g1").isEmpty());
}

void TestProtocolRoutes::forceStopEndsAnUnfinishedMessage()
{
    f->service.answer([](const http::Request &) { return respond(500); });
    QCOMPARE(f->post("submit", f->transaction("g1")).status, 200);
    QCOMPARE(f->post("forceStop", "{\"gid\":\"g1\",\"reason\":\"the shop is gone\"}").body, success);
    QCOMPARE(f->state("g1"), u"failed"_s);
    QCOMPARE(f->row("g1").value("rollback_reason"_L1).toString(), u"the shop is gone"_s);
    QVERIFY(f->row("g1").value("overridden"_L1).toBool());
    QCOMPARE(f->post("forceStop", "{\"gid\":\"g1\"}").status, 409);
    QCOMPARE(f->post("forceStop", "{\"gid\":\"nobody\"}").status, 404);
    QCOMPARE(f->post("forceStop", "{}").status, 400);
}

void TestProtocolRoutes::resetNextCronTimeRetriesNow()
{
    f->service.answer([](const http::Request &) { return respond(500); });
    QCOMPARE(f->post("submit", f->transaction("g1", {{"wait_result", "true"}, {"retry_interval", "3600"}})).status,
             425);
    f->service.answer([](const http::Request &) { return ScriptedPeer::success(); });
    QCOMPARE(f->post("resetNextCronTime", "{\"gid\":\"g1\"}").body, success);
    QTRY_COMPARE(f->state("g1"), u"succeed"_s);
    QCOMPARE(f->post("resetNextCronTime", "{\"gid\":\"nobody\"}").status, 404);
}

void TestProtocolRoutes::resetCronTimeRetriesMany()
{
    f->service.answer([](const http::Request &) { return respond(425); });
    for (const char *gid : {"g1", "g2", "g3"})
        QCOMPARE(f->post("submit", f->transaction(gid, {{"wait_result", "true"}, {"retry_interval", "3600"}})).status,
                 425);
    QCOMPARE(f->get("resetCronTime?timeout=7200").body, "{\"succeed_count\":0,\"has_remaining\":false}"_ba);
    f->service.answer([](const http::Request &) { return ScriptedPeer::success(); });
    QCOMPARE(f->get("resetCronTime?timeout=60&limit=2").body, "{\"succeed_count\":2,\"has_remaining\":true}"_ba);
    QCOMPARE(f->get("resetCronTime?timeout=60&limit=2").body, "{\"succeed_count\":1,\"has_remaining\":false}"_ba);
    for (const char *gid : {"g1", "g2", "g3"})
        QTRY_COMPARE(f->state(gid), u"succeed"_s);
}

void TestProtocolRoutes::otherTypesAreRefused()
{
    for (const char *route : {"registerBranch", "registerXaBranch", "registerTccBranch", "prepareWorkflow"}) {
        const HttpAnswer answer = f->post(route, "{\"gid\":\"g1\"}");
        QCOMPARE(answer.status, 400);
        QVERIFY(answer.message().contains(u"not served"_s));
    }
    QVERIFY(f->post("submit", f->transaction("g1", {{"trans_type", "\"saga\""}}))
                .message()
                .contains(u"saga is not served"_s));
}

void TestProtocolRoutes::jsonRpcRunsAMessage()
{
    const QByteArray done = "{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":null,\"error\":null}";
    const QByteArray gid = f->post("/api/json-rpc", rpc("newGid"))
                               .json()
                               .value("result"_L1)
                               .toObject()
                               .value("gid"_L1)
                               .toString()
                               .toLatin1();
    QVERIFY(Gid::fromBytes(gid).ok());
    QCOMPARE(f->post("/api/json-rpc", rpc("prepare", f->transaction(gid), "7")).body, done);
    QCOMPARE(f->state(gid), u"prepared"_s);
    QCOMPARE(f->post("/api/json-rpc", rpc("submit", f->transaction(gid, {{"wait_result", "true"}}), "7")).body, done);
    QCOMPARE(f->state(gid), u"succeed"_s);
    QCOMPARE(f->post("/api/json-rpc", rpc("prepare", f->transaction("g2"), "7")).body, done);
    QCOMPARE(f->post("/api/json-rpc", rpc("abort", "{\"gid\":\"g2\"}", "7")).body, done);
    QCOMPARE(f->state("g2"), u"failed"_s);
}

void TestProtocolRoutes::jsonRpcErrorsHaveTheirCodes()
{
    QCOMPARE(f->post("/api/json-rpc", "{").status, 400);
    QCOMPARE(rpcCodeOf(f->post("/api/json-rpc", "{")), -32700);
    const auto codeOf = [this](const QByteArray &body) {
        const HttpAnswer answer = f->post("/api/json-rpc", body);
        return answer.status == 200 ? rpcCodeOf(answer) : answer.status;
    };
    QCOMPARE(codeOf("[]"), -32600);
    QCOMPARE(codeOf(rpc("newGid", "null", "\"\"")), -32600);
    QCOMPARE(codeOf(rpc("registerBranch")), -32601);
    QCOMPARE(codeOf(rpc("submit", "{}")), -32600);
    QCOMPARE(codeOf(rpc("submit", f->transaction("g1", {{"wait_result", "true"}}))), 0);
    QCOMPARE(codeOf(rpc("abort", "{\"gid\":\"g1\"}")), -32901);
    QCOMPARE(codeOf(rpc("submit",
                        f->transaction("g2", {{"wait_result", "true"}, {"custom_data", "\"{\\\"delay\\\":600}\""}}))),
             -32902);
}

void TestProtocolRoutes::metricsCountWhatHappened()
{
    f->service.answer([](const http::Request &request) { return respond(request.path == "/in/2" ? 500 : 200); });
    QCOMPARE(f->post("submit", f->transaction("g1", {{"wait_result", "true"}})).status, 200);
    QCOMPARE(f->post("submit",
                     f->transaction("g2", f->steps(2) + JsonFields{{"wait_result", "true"}, {"retry_interval", "60"}}))
                 .status,
             425);
    f->post("submit", "no JSON");
    const QByteArray page = f->get("/api/metrics").body;
    for (const char *line :
         {"dtm_server_process_total{type=\"http\",api=\"submit\",status=\"ok\"} 1",
          "dtm_server_process_total{type=\"http\",api=\"submit\",status=\"fail\"} 2",
          "dtm_server_response_duration_count{type=\"http\",api=\"submit\"} 3",
          "dtm_transaction_process_total{model=\"msg\",status=\"succeed\"} 1",
          "dtm_transaction_handled_duration_count{model=\"msg\"} 1",
          "dtm_branch_process_total{model=\"msg\",branchid=\"01\",branchtype=\"action\",status=\"ok\"} 2",
          "dtm_branch_process_total{model=\"msg\",branchid=\"02\",branchtype=\"action\",status=\"fail\"} 1",
          "checkback_up 1"})
        QVERIFY2(page.contains('\n' + QByteArray(line) + '\n'),
                 qPrintable(QString::fromLatin1(line) + u"\nin\n"_s + QString::fromUtf8(page)));
}

void TestProtocolRoutes::limitsAreCheckedAtTheDoor_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const JsonFields &changes, int status) {
        QTest::newRow(name) << test::transactionBody(changes) << status;
    };
    row("gid of 129", {{"gid", '"' + QByteArray(129, 'g') + '"'}}, 400);
    row("gid with a semicolon", {{"gid", "\"a;b\""}}, 400);
    row("1,001 steps",
        {{"steps", '[' + QByteArrayList(1001, "{\"action\":\"http://b/\"}").join(',') + ']'},
         {"payloads", '[' + QByteArrayList(1001, "\"\"").join(',') + ']'}},
        400);
    row("payload over 1 MiB", {{"payloads", "[\"" + QByteArray(1024 * 1024 + 1, 'x') + "\"]"}}, 413);
    row("body over 4 MiB", {{"payloads", "[\"" + QByteArray(4 * 1024 * 1024, 'x') + "\"]"}}, 413);
    row("interval over 30 days", {{"retry_interval", "2592001"}}, 400);
    row("URL of metadata", {{"steps", "[{\"action\":\"http://169.254.169.254/\"}]"}}, 400);
    row("URL with user info", {{"steps", "[{\"action\":\"http://me@b/\"}]"}}, 400);
    row("header Host", {{"branch_headers", "{\"Host\":\"x\"}"}}, 400);
    row("header with CR LF", {{"branch_headers", "{\"X-A\":\"a\\r\\nb\"}"}}, 400);
    row("no query_prepared", {{"query_prepared", ""}}, 400);
    row("too few payloads", {{"payloads", "[]"}}, 400);
}

void TestProtocolRoutes::limitsAreCheckedAtTheDoor()
{
    QFETCH(QByteArray, body);
    const HttpAnswer answer = f->post("prepare", body);
    QTEST(answer.status, "status");
    QVERIFY(!answer.message().isEmpty());
    QVERIFY(gidsOf(f->get("all")).isEmpty());
}

void TestProtocolRoutes::ourOwnApiIsNeverCalled()
{
    const QByteArray own = "http://127.0.0.1:" + QByteArray::number(f->node->port()) + "/api/ping";
    const HttpAnswer answer = f->post("submit", f->transaction("g1", {{"steps", "[{\"action\":\"" + own + "\"}]"}}));
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.message().contains(u"this coordinator itself"_s));

    // A name is found out when it is connected to.
    const QByteArray byName = "http://localhost:" + QByteArray::number(f->node->port()) + "/api/ping";
    const JsonFields toName{
        {"steps", "[{\"action\":\"" + byName + "\"}]"}, {"wait_result", "true"}, {"retry_interval", "60"}};
    QCOMPARE(f->post("submit", f->transaction("g2", toName)).status, 425);
    QCOMPARE(f->row("g2").value("last_status"_L1).toInt(), 0);
}

QTEST_GUILESS_MAIN(TestProtocolRoutes)
#include "tst_protocolroutes.moc"
