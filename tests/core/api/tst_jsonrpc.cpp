// SPDX-License-Identifier: Apache-2.0
#include "tests/core/api/apifixture.h"
#include "tests/core/api/transactionbody.h"

#include <QJsonDocument>
#include <QTest>

using namespace core;
using namespace Qt::StringLiterals;
using test::ApiFixture;
using test::objectOf;
using test::transactionBody;

namespace {

QByteArray request(const QByteArray &method, const QByteArray &params = {}, const QByteArray &id = "\"1\"")
{
    return "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"id\":" + id
        + (params.isEmpty() ? QByteArray() : ",\"params\":" + params) + '}';
}

QJsonObject errorOf(const http::Response &response)
{
    return objectOf(response).value("error"_L1).toObject();
}

} // namespace

class TestJsonRpc : public QObject
{
    Q_OBJECT

private slots:
    void transactionsAreRun_data();
    void transactionsAreRun();
    void newGidGivesAGid();
    void idsComeBackAsTheyWereSent_data();
    void idsComeBackAsTheyWereSent();
    void wrongIdsAreRefused_data();
    void wrongIdsAreRefused();
    void badJsonAnswers400_data();
    void badJsonAnswers400();
    void badRequestsAreRefused_data();
    void badRequestsAreRefused();
    void unknownMethodsAreRefused_data();
    void unknownMethodsAreRefused();
    void wrongParamsAreRefused_data();
    void wrongParamsAreRefused();
    void outcomesHaveTheirCodes_data();
    void outcomesHaveTheirCodes();
    void aFullInboxIsAnInternalError();
    void errorsAreCountedAsFailed();
};

void TestJsonRpc::transactionsAreRun_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("prepare") << "prepare"_ba;
    QTest::newRow("submit") << "submit"_ba;
    QTest::newRow("abort") << "abort"_ba;
}

void TestJsonRpc::transactionsAreRun()
{
    QFETCH(QByteArray, method);
    ApiFixture fixture;
    const http::Response response = fixture.post("/api/json-rpc", request(method, transactionBody()));
    QCOMPARE(response.status, 200);
    QCOMPARE(response.body, "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"result\":null,\"error\":null}"_ba);
    const auto &command = fixture.lastPosted<engine::Command>();
    QCOMPARE(command.gid.bytes(), "g-1"_ba);
    QCOMPARE(std::holds_alternative<message::Prepare>(command.event), method == "prepare");
    QCOMPARE(std::holds_alternative<message::Submit>(command.event), method == "submit");
    QCOMPARE(std::holds_alternative<message::Abort>(command.event), method == "abort");
}

void TestJsonRpc::newGidGivesAGid()
{
    ApiFixture fixture;
    for (const QByteArray &params : {QByteArray(), "{}"_ba, "null"_ba, "[]"_ba}) {
        const QJsonObject body = objectOf(fixture.post("/api/json-rpc", request("newGid", params)));
        QVERIFY(Gid::fromBytes(body.value("result"_L1).toObject().value("gid"_L1).toString().toLatin1()).ok());
        QVERIFY(body.value("error"_L1).isNull());
    }
}

void TestJsonRpc::idsComeBackAsTheyWereSent_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const char *id : {"\"a\"", "\"\\u0041\\n\"", "\"转\"", "7", "0", "-1", "1.50", "1e3", "9007199254740993"})
        QTest::newRow(id) << QByteArray(id);
}

void TestJsonRpc::idsComeBackAsTheyWereSent()
{
    QFETCH(QByteArray, id);
    ApiFixture fixture;
    const QByteArray body =
        "{ \"id\" : " + id + " , \"jsonrpc\":\"2.0\",\"method\":\"submit\",\"params\":" + transactionBody() + "}";
    QCOMPARE(fixture.post("/api/json-rpc", body).body,
             "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":null,\"error\":null}");
    QVERIFY(fixture.post("/api/json-rpc", request("nothing", {}, id))
                .body.startsWith("{\"jsonrpc\":\"2.0\",\"id\":" + id + ','));
}

void TestJsonRpc::wrongIdsAreRefused_data()
{
    QTest::addColumn<QByteArray>("id");
    for (const char *id : {"\"\"", "null", "true", "{}", "[]", "[1]"})
        QTest::newRow(id) << QByteArray(id);
}

void TestJsonRpc::wrongIdsAreRefused()
{
    QFETCH(QByteArray, id);
    ApiFixture fixture;
    const http::Response response = fixture.post("/api/json-rpc", request("submit", transactionBody(), id));
    QCOMPARE(response.status, 200);
    QCOMPARE(errorOf(response).value("code"_L1).toInt(), -32600);
    QVERIFY(objectOf(response).value("id"_L1).isNull());
    QVERIFY(fixture.inbox.posted.empty());
}

void TestJsonRpc::badJsonAnswers400_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("text") << "hello"_ba;
    QTest::newRow("cut off") << request("newGid").chopped(1);
    QTest::newRow("not UTF-8") << request("\xff");
    QTest::newRow("depth bomb") << QByteArray(10'000, '[') + QByteArray(10'000, ']');
}

void TestJsonRpc::badJsonAnswers400()
{
    QFETCH(QByteArray, body);
    ApiFixture fixture;
    const http::Response response = fixture.post("/api/json-rpc", body);
    QCOMPARE(response.status, 400);
    QCOMPARE(errorOf(response).value("code"_L1).toInt(), -32700);
    QVERIFY(objectOf(response).value("id"_L1).isNull());
}

void TestJsonRpc::badRequestsAreRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("says");
    QTest::newRow("batch") << '[' + request("newGid") + ']'
                           << u"an array: give one request object (batches are not served)"_s;
    QTest::newRow("empty batch") << "[]"_ba << u"batches"_s;
    QTest::newRow("null") << "null"_ba << u"null"_s;
    QTest::newRow("number") << "1"_ba << u"a number"_s;
    QTest::newRow("no version") << "{\"id\":\"1\",\"method\":\"newGid\"}"_ba << u"jsonrpc"_s;
    QTest::newRow("version 1.0") << "{\"jsonrpc\":\"1.0\",\"id\":\"1\",\"method\":\"newGid\"}"_ba << u"jsonrpc"_s;
    QTest::newRow("version a number") << "{\"jsonrpc\":2.0,\"id\":\"1\",\"method\":\"newGid\"}"_ba << u"jsonrpc"_s;
    QTest::newRow("no id") << "{\"jsonrpc\":\"2.0\",\"method\":\"newGid\"}"_ba << u"id is missing"_s;
    QTest::newRow("no method") << "{\"jsonrpc\":\"2.0\",\"id\":\"1\"}"_ba << u"method is missing"_s;
    QTest::newRow("method a number") << "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"method\":1}"_ba << u"method is missing"_s;
    QTest::newRow("method empty") << request("") << u"method is missing"_s;
}

void TestJsonRpc::badRequestsAreRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, says);
    ApiFixture fixture;
    const http::Response response = fixture.post("/api/json-rpc", body);
    QCOMPARE(response.status, 200);
    QCOMPARE(errorOf(response).value("code"_L1).toInt(), -32600);
    QVERIFY2(errorOf(response).value("message"_L1).toString().contains(says), response.body.constData());
}

void TestJsonRpc::unknownMethodsAreRefused_data()
{
    QTest::addColumn<QByteArray>("method");
    for (const char *method : {"newgid", "Submit", "query", "registerBranch", "prepareWorkflow"})
        QTest::newRow(method) << QByteArray(method);
}

void TestJsonRpc::unknownMethodsAreRefused()
{
    QFETCH(QByteArray, method);
    ApiFixture fixture;
    const http::Response response = fixture.post("/api/json-rpc", request(method, transactionBody()));
    QCOMPARE(response.status, 200);
    QCOMPARE(errorOf(response).value("code"_L1).toInt(), -32601);
    QVERIFY(errorOf(response).value("message"_L1).toString().contains(QString::fromLatin1(method)));
}

void TestJsonRpc::wrongParamsAreRefused_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<QString>("says");
    QTest::newRow("none") << ""_ba << u"params is missing"_s;
    QTest::newRow("null") << "null"_ba << u"params is null"_s;
    QTest::newRow("array") << '[' + transactionBody() + ']' << u"params is an array"_s;
    QTest::newRow("no gid") << "{}"_ba << u"gid is missing"_s;
    QTest::newRow("saga") << transactionBody({{"trans_type", "\"saga\""}}) << u"saga is not served"_s;
}

void TestJsonRpc::wrongParamsAreRefused()
{
    QFETCH(QByteArray, params);
    QFETCH(QString, says);
    ApiFixture fixture;
    const http::Response response = fixture.post("/api/json-rpc", request("submit", params));
    QCOMPARE(response.status, 200);
    QCOMPARE(errorOf(response).value("code"_L1).toInt(), -32600);
    QVERIFY2(errorOf(response).value("message"_L1).toString().contains(says), response.body.constData());
    QVERIFY(fixture.inbox.posted.empty());
}

void TestJsonRpc::outcomesHaveTheirCodes_data()
{
    QTest::addColumn<int>("errorCode");
    QTest::addColumn<int>("rpcCode");
    QTest::addColumn<int>("status");
    QTest::newRow("FAILURE") << int(Error::Code::Conflict) << -32901 << 409;
    QTest::newRow("ONGOING") << int(Error::Code::Ongoing) << -32902 << 425;
    QTest::newRow("unknown gid") << int(Error::Code::NotFound) << -32600 << 404;
    QTest::newRow("too large") << int(Error::Code::TooLarge) << -32600 << 413;
    QTest::newRow("store away") << int(Error::Code::Unavailable) << -32603 << 503;
    QTest::newRow("defect") << int(Error::Code::Internal) << -32603 << 500;
}

void TestJsonRpc::outcomesHaveTheirCodes()
{
    QFETCH(int, errorCode);
    ApiFixture fixture;
    fixture.outcome = Error{static_cast<Error::Code>(errorCode), u"why: FAILURE"_s};
    const http::Response response = fixture.post("/api/json-rpc", request("submit", transactionBody()));
    QCOMPARE(response.status, 200);
    const QJsonObject body = objectOf(response);
    QVERIFY(body.value("result"_L1).isNull());
    QCOMPARE(body.value("id"_L1).toString(), u"1"_s);
    QTEST(errorOf(response).value("code"_L1).toInt(), "rpcCode");
    QTEST(errorOf(response).value("data"_L1).toObject().value("status"_L1).toInt(), "status");
    QCOMPARE(errorOf(response).value("message"_L1).toString(), u"why: FAILURE"_s);
    QVERIFY(!response.body.contains("FAILURE"));
}

void TestJsonRpc::aFullInboxIsAnInternalError()
{
    ApiFixture fixture;
    fixture.inbox.isFull = true;
    const http::Response response = fixture.post("/api/json-rpc", request("submit", transactionBody()));
    QCOMPARE(response.status, 200);
    QCOMPARE(errorOf(response).value("code"_L1).toInt(), -32603);
    QVERIFY(errorOf(response).value("message"_L1).toString().contains(u"try again"_s));
}

void TestJsonRpc::errorsAreCountedAsFailed()
{
    ApiFixture fixture;
    fixture.post("/api/json-rpc", request("newGid"));
    fixture.post("/api/json-rpc", request("nothing"));
    const QByteArray page = fixture.metrics.text();
    QVERIFY2(page.contains("dtm_server_process_total{type=\"http\",api=\"json-rpc\",status=\"ok\"} 1\n"),
             page.constData());
    QVERIFY(page.contains("dtm_server_process_total{type=\"http\",api=\"json-rpc\",status=\"fail\"} 1\n"));
}

QTEST_GUILESS_MAIN(TestJsonRpc)
#include "tst_jsonrpc.moc"
