// SPDX-License-Identifier: Apache-2.0
#include "core/participant/msgjson.h"

#include <QTest>

using namespace core;
using namespace core::participant;

/// A message as it is sent to the coordinator, byte for byte.
class TestMsgJson : public QObject
{
    Q_OBJECT
private slots:
    void theJsonIsTheProtocols_data();
    void theJsonIsTheProtocols();
    void anAbortNeedsOnlyTheGid();
};

namespace {

const Gid gid = Gid::fromBytes("a\"b\\c").value();

} // namespace

void TestMsgJson::theJsonIsTheProtocols_data()
{
    QTest::addColumn<MsgOptions>("options");
    QTest::addColumn<QByteArray>("tail");
    QTest::newRow("no options") << MsgOptions{} << QByteArray("}");
    QTest::newRow("all options") << MsgOptions{.waitResult = true,
                                               .concurrent = true,
                                               .timeoutToFail = seconds(35),
                                               .requestTimeout = seconds(3),
                                               .retryInterval = seconds(10),
                                               .branchHeaders = {{"X-A", "1\"2"}, {"X-B", ""}}}
                                 << QByteArray(",\"wait_result\":true,\"concurrent\":true,\"timeout_to_fail\":35,"
                                               "\"request_timeout\":3,\"retry_interval\":10,"
                                               "\"branch_headers\":{\"X-A\":\"1\\\"2\",\"X-B\":\"\"}}");
    QTest::newRow("a delay") << MsgOptions{.delay = seconds(10)}
                             << QByteArray(",\"custom_data\":\"{\\\"delay\\\":10}\"}");
    QTest::newRow("custom data") << MsgOptions{.customData = "{\"a\":\"b\"}"}
                                 << QByteArray(",\"custom_data\":\"{\\\"a\\\":\\\"b\\\"}\"}");
}

void TestMsgJson::theJsonIsTheProtocols()
{
    QFETCH(MsgOptions, options);
    QFETCH(QByteArray, tail);
    const QList<message::Step> steps{
        {"http://b/in?x=1", "{ \"n\": 30.10,\r\n\t\"t\": \"\xc3\xa4\xef\xbb\xbf\x01\\\" }"}, {"topic://PAID", ""}};

    const Result<QByteArray> json = transactionJson(gid, steps, "http://a/q", options);

    QCOMPARE(json.value(),
             QByteArray("{\"gid\":\"a\\\"b\\\\c\",\"trans_type\":\"msg\",\"steps\":[{\"action\":\"http://b/"
                        "in?x=1\"},{\"action\":\"topic://PAID\"}],"
                        "\"payloads\":[\"{ \\\"n\\\": 30.10,\\u000d\\u000a\\u0009\\\"t\\\": "
                        "\\\"\xc3\xa4\xef\xbb\xbf\\u0001\\\\\\\" }\",\"\"],"
                        "\"query_prepared\":\"http://a/q\"")
                 + tail);
}

void TestMsgJson::anAbortNeedsOnlyTheGid()
{
    QCOMPARE(abortJson(gid), QByteArray("{\"gid\":\"a\\\"b\\\\c\",\"trans_type\":\"msg\"}"));
}

QTEST_APPLESS_MAIN(TestMsgJson)
#include "tst_msgjson.moc"
