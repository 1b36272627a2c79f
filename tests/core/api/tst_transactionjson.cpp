// SPDX-License-Identifier: Apache-2.0
#include "core/api/transactionjson.h"
#include "tests/core/api/transactionbody.h"

#include <QRandomGenerator>
#include <QTest>

using namespace core;
using namespace core::api;
using namespace Qt::StringLiterals;
using message::Content;
using message::Options;
using test::JsonFields;
using test::transactionBody;

namespace {

constexpr quint16 ownPort = 36789;
const char tooManySeconds[] = "2592001";

UrlRules rules()
{
    return UrlRules([] { return std::pair(QHostAddress(QHostAddress::LocalHost), ownPort); });
}

QByteArray repeated(const QByteArray &entry, int count)
{
    return '[' + QByteArrayList(count, entry).join(',') + ']';
}

const Content &contentOf(const Transaction &transaction)
{
    if (const auto *prepare = std::get_if<message::Prepare>(&transaction.event))
        return *prepare->content;
    return *std::get<message::Submit>(transaction.event).content;
}

} // namespace

class TestTransactionJson : public QObject
{
    Q_OBJECT

private slots:
    void aWholePrepareIsRead();
    void topicsAreLeftToTheLoop();
    void whatIsLeftOutHasItsDefault_data();
    void whatIsLeftOutHasItsDefault();
    void optionsAreRead_data();
    void optionsAreRead();
    void unknownFieldsAreIgnored_data();
    void unknownFieldsAreIgnored();
    void payloadBytesAreKept_data();
    void payloadBytesAreKept();
    void stepsMayNameTopics();
    void aSubmitTellsWhatWasSent_data();
    void aSubmitTellsWhatWasSent();
    void aSubmitNeedsNoQueryPrepared();
    void anAbortNeedsOnlyTheGid_data();
    void anAbortNeedsOnlyTheGid();
    void wrongInputIsRefused_data();
    void wrongInputIsRefused();
    void aBodyThatIsNoObjectIsRefused_data();
    void aBodyThatIsNoObjectIsRefused();
    void limitsAreInclusive();
    void byHandTakesEitherReason();
    void mutatedBodiesNeverCrash();
};

void TestTransactionJson::aWholePrepareIsRead()
{
    const QByteArray body =
        transactionBody({{"custom_data", "\"{\\\"delay\\\":10}\""}, {"branch_headers", "{\"X-Trace\":\"t1\"}"}});
    const Result<Transaction> read = readTransaction(Operation::Prepare, body, rules());
    QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().detail));
    QCOMPARE(read->gid.bytes(), "g-1"_ba);
    const Content &content = contentOf(*read);
    QCOMPARE(content.steps, (QList<message::Step>{{"http://bank-b/in", "{\"amount\":30}"}}));
    QCOMPARE(content.queryPrepared, "http://bank-a/query"_ba);
    QCOMPARE(content.customData, "{\"delay\":10}"_ba);
    QCOMPARE(content.options.delay, seconds(10));
    QCOMPARE(content.options.branchHeaders, (QList<message::BranchHeader>{{"X-Trace", "t1"}}));
    QCOMPARE(content.branches, (QList<message::Branch>{{"01", "http://bank-b/in", 0}}));
}

void TestTransactionJson::topicsAreLeftToTheLoop()
{
    const QByteArray body = transactionBody({{"steps", "[{\"action\":\"topic://paid\"}]"}});
    const Result<Transaction> read = readTransaction(Operation::Submit, body, rules());
    QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().detail));
    QVERIFY(contentOf(*read).branches.isEmpty());
}

void TestTransactionJson::whatIsLeftOutHasItsDefault_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("absent") << QByteArray();
    QTest::newRow("null") << "null"_ba;
}

void TestTransactionJson::whatIsLeftOutHasItsDefault()
{
    QFETCH(QByteArray, value);
    JsonFields fields;
    for (const char *name : {"custom_data", "wait_result", "concurrent", "timeout_to_fail", "retry_interval",
                             "request_timeout", "branch_headers", "protocol", "rollback_reason"})
        fields.append({name, value});
    const Result<Transaction> read = readTransaction(Operation::Prepare, transactionBody(fields), rules());
    QVERIFY(read.ok());
    QCOMPARE(contentOf(*read).options, Options{});
    QCOMPARE(contentOf(*read).customData, QByteArray());
    QCOMPARE(contentOf(*read).protocol, QByteArray());
}

void TestTransactionJson::optionsAreRead_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("timeoutToFail");
    QTest::addColumn<int>("requestTimeout");
    QTest::addColumn<int>("retryInterval");
    QTest::addColumn<bool>("waitResult");
    QTest::addColumn<bool>("concurrent");
    const auto row = [](const char *field, const char *value, int fail, int request, int retry, bool wait,
                        bool concurrent) {
        QTest::addRow("%s %s", field, value)
            << QByteArray(field) << QByteArray(value) << fail << request << retry << wait << concurrent;
    };
    row("timeout_to_fail", "0", 35, 3, 10, false, false);
    row("timeout_to_fail", "1", 1, 3, 10, false, false);
    row("timeout_to_fail", "2592000", 2592000, 3, 10, false, false);
    row("request_timeout", "0", 35, 3, 10, false, false);
    row("request_timeout", "7", 35, 7, 10, false, false);
    row("retry_interval", "0", 35, 3, 10, false, false);
    row("retry_interval", "1", 35, 3, 1, false, false);
    row("wait_result", "true", 35, 3, 10, true, false);
    row("wait_result", "false", 35, 3, 10, false, false);
    row("concurrent", "true", 35, 3, 10, false, true);
    row("protocol", "\"\"", 35, 3, 10, false, false);
    row("protocol", "\"http\"", 35, 3, 10, false, false);
    row("custom_data", "\"\"", 35, 3, 10, false, false);
    row("custom_data", "\"null\"", 35, 3, 10, false, false);
    row("custom_data", "\"{}\"", 35, 3, 10, false, false);
    row("custom_data", "\"{\\\"delay\\\":0}\"", 35, 3, 10, false, false);
    row("custom_data", "\"{\\\"delay\\\":null,\\\"orders\\\":{}}\"", 35, 3, 10, false, false);
    row("branch_headers", "{}", 35, 3, 10, false, false);
}

void TestTransactionJson::optionsAreRead()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, value);
    const Result<Transaction> read = readTransaction(Operation::Submit, transactionBody({{field, value}}), rules());
    QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().detail));
    const Options &options = contentOf(*read).options;
    QTEST(int(options.timeoutToFail.count()), "timeoutToFail");
    QTEST(int(options.requestTimeout.count()), "requestTimeout");
    QTEST(int(options.retryInterval.count()), "retryInterval");
    QTEST(options.waitResult, "waitResult");
    QTEST(options.concurrent, "concurrent");
    QCOMPARE(options.delay, seconds(0));
}

void TestTransactionJson::unknownFieldsAreIgnored_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("passthrough_headers") << "passthrough_headers"_ba
                                         << "[]"_ba;
    QTest::newRow("retry_limit") << "retry_limit"_ba
                                 << "0"_ba;
    QTest::newRow("bin_payloads") << "bin_payloads"_ba
                                  << "null"_ba;
    QTest::newRow("anything") << "anything"_ba
                              << "{\"a\":[1,2,{\"b\":null}]}"_ba;
    QTest::newRow("reason, which only forceStop has") << "reason"_ba
                                                      << "7"_ba;
}

void TestTransactionJson::unknownFieldsAreIgnored()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, value);
    for (const Operation operation : {Operation::Prepare, Operation::Submit, Operation::Abort})
        QVERIFY(readTransaction(operation, transactionBody({{field, value}}), rules()).ok());
}

void TestTransactionJson::payloadBytesAreKept_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << "\"\""_ba
                           << ""_ba;
    QTest::newRow("null is empty") << "null"_ba
                                   << ""_ba;
    QTest::newRow("spaces and order stay") << "\" { \\\"b\\\" : 1 , \\\"a\\\":2 }\\n\""_ba
                                           << " { \"b\" : 1 , \"a\":2 }\n"_ba;
    QTest::newRow("numbers stay as they were written") << "\"{\\\"amount\\\":30.10}\""_ba
                                                       << "{\"amount\":30.10}"_ba;
    QTest::newRow("Chinese") << "\"转账\""_ba
                             << "转账"_ba;
    QTest::newRow("escaped") << "\"\\u8f6c\""_ba
                             << "转"_ba;
    QTest::newRow("surrogate pair") << "\"\\ud83d\\ude00\""_ba
                                    << "😀"_ba;
    QTest::newRow("NUL") << "\"a\\u0000b\""_ba << QByteArray("a\0b", 3);
    QTest::newRow("need not be JSON") << "\"amount=30\""_ba
                                      << "amount=30"_ba;
}

void TestTransactionJson::payloadBytesAreKept()
{
    QFETCH(QByteArray, json);
    const Result<Transaction> read =
        readTransaction(Operation::Prepare, transactionBody({{"payloads", '[' + json + ']'}}), rules());
    QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().detail));
    QTEST(contentOf(*read).steps.constFirst().payload, "bytes");
}

void TestTransactionJson::stepsMayNameTopics()
{
    const Result<Transaction> read = readTransaction(
        Operation::Prepare, transactionBody({{"steps", "[{\"action\":\"topic://transfers\"}]"}}), rules());
    QVERIFY(read.ok());
    QCOMPARE(contentOf(*read).steps.constFirst().action, "topic://transfers"_ba);
}

void TestTransactionJson::aSubmitTellsWhatWasSent_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("hasSteps");
    QTest::addColumn<bool>("hasCustomData");
    const JsonFields noSteps{{"steps", ""}, {"payloads", ""}};
    const JsonFields emptySteps{{"steps", "[]"}, {"payloads", "[]"}};
    QTest::newRow("steps") << transactionBody() << true << false;
    QTest::newRow("only the gid") << transactionBody(noSteps) << false << false;
    QTest::newRow("empty steps") << transactionBody(emptySteps) << false << false;
    QTest::newRow("null steps") << transactionBody({{"steps", "null"}, {"payloads", "null"}}) << false << false;
    QTest::newRow("custom data") << transactionBody(noSteps + JsonFields{{"custom_data", "\"{\\\"delay\\\":3}\""}})
                                 << false << true;
    QTest::newRow("empty custom data") << transactionBody({{"custom_data", "\"\""}}) << true << false;
}

void TestTransactionJson::aSubmitTellsWhatWasSent()
{
    QFETCH(QByteArray, body);
    const Result<Transaction> read = readTransaction(Operation::Submit, body, rules());
    QVERIFY(read.ok());
    const auto &submit = std::get<message::Submit>(read->event);
    QTEST(submit.hasSteps, "hasSteps");
    QTEST(submit.hasCustomData, "hasCustomData");
}

void TestTransactionJson::aSubmitNeedsNoQueryPrepared()
{
    QVERIFY(readTransaction(Operation::Submit, transactionBody({{"query_prepared", ""}}), rules()).ok());
}

void TestTransactionJson::anAbortNeedsOnlyTheGid_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("gid") << "{\"gid\":\"g-1\"}"_ba
                         << ""_ba;
    QTest::newRow("with a type") << "{\"gid\":\"g-1\",\"trans_type\":\"msg\"}"_ba
                                 << ""_ba;
    QTest::newRow("whole") << transactionBody() << ""_ba;
    QTest::newRow("with a reason") << transactionBody({{"rollback_reason", "\"no money\""}}) << "no money"_ba;
    QTest::newRow("what it does not need may be wrong")
        << transactionBody({{"payloads", "7"}, {"timeout_to_fail", "-1"}}) << ""_ba;
}

void TestTransactionJson::anAbortNeedsOnlyTheGid()
{
    QFETCH(QByteArray, body);
    const Result<Transaction> read = readTransaction(Operation::Abort, body, rules());
    QVERIFY2(read.ok(), qPrintable(read.ok() ? QString() : read.error().detail));
    QCOMPARE(read->gid.bytes(), "g-1"_ba);
    QTEST(std::get<message::Abort>(read->event).reason, "reason");
}

void TestTransactionJson::wrongInputIsRefused_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("fieldOfError");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *name, const QByteArray &field, const QByteArray &value,
                        const QByteArray &fieldOfError,
                        const QString &says) { QTest::newRow(name) << field << value << fieldOfError << says; };
    row("no gid", "gid", "", "gid", u"missing"_s);
    row("null gid", "gid", "null", "gid", u"missing"_s);
    row("empty gid", "gid", "\"\"", "gid", u"missing"_s);
    row("gid a number", "gid", "7", "gid", u"a number: give a string"_s);
    row("gid with a semicolon", "gid", "\"a;b\"", "gid", u"position 2"_s);
    row("gid with a space", "gid", "\"a b\"", "gid", u"position 2"_s);
    row("gid not ASCII", "gid", "\"ä\"", "gid", u"position 1"_s);
    row("gid with a line break", "gid", "\"a\\n\"", "gid", u"position 2"_s);
    row("gid of 129", "gid", '"' + QByteArray(129, 'g') + '"', "gid", u"128"_s);
    row("no type", "trans_type", "", "trans_type", u"missing: give \"msg\""_s);
    row("type of others: saga", "trans_type", "\"saga\"", "trans_type", u"saga is not served"_s);
    row("type of others: tcc", "trans_type", "\"tcc\"", "trans_type", u"tcc is not served"_s);
    row("type of others: xa", "trans_type", "\"xa\"", "trans_type", u"xa is not served"_s);
    row("type of others: workflow", "trans_type", "\"workflow\"", "trans_type", u"workflow is not served"_s);
    row("unknown type", "trans_type", "\"MSG\"", "trans_type", u"'MSG' is not known"_s);
    row("type an object", "trans_type", "{}", "trans_type", u"an object: give a string"_s);
    row("steps an object", "steps", "{}", "steps", u"an object: give an array"_s);
    row("steps a string", "steps", "\"http://b\"", "steps", u"a string"_s);
    row("step a string", "steps", "[\"http://b\"]", "steps[0]", u"{\"action\":url}"_s);
    row("step null", "steps", "[null]", "steps[0]", u"null"_s);
    row("step without action", "steps", "[{}]", "steps[0]", u"no action"_s);
    row("action null", "steps", "[{\"action\":null}]", "steps[0]", u"no action"_s);
    row("action a number", "steps", "[{\"action\":1}]", "steps[0].action", u"a number: give a URL"_s);
    row("action empty", "steps", "[{\"action\":\"\"}]", "steps[0].action", u"http://"_s);
    row("action not http", "steps", "[{\"action\":\"ftp://b/\"}]", "steps[0].action", u"http://"_s);
    row("action of gRPC", "steps", "[{\"action\":\"localhost:58080/busi.Busi/In\"}]", "steps[0].action", u"http://"_s);
    row("action without host", "steps", "[{\"action\":\"http:///in\"}]", "steps[0].action", u"no host"_s);
    row("action with user info", "steps", "[{\"action\":\"http://me:pw@b/\"}]", "steps[0].action", u"user info"_s);
    row("action with a space", "steps", "[{\"action\":\"http://b/a b\"}]", "steps[0].action", u"space"_s);
    row("action with CR LF", "steps", "[{\"action\":\"http://b/\\r\\nX: y\"}]", "steps[0].action", u"control"_s);
    row("action with NUL", "steps", "[{\"action\":\"http://b/\\u0000\"}]", "steps[0].action", u"control"_s);
    row("action with port 0", "steps", "[{\"action\":\"http://b:0/\"}]", "steps[0].action", u"port"_s);
    row("action with port 65536", "steps", "[{\"action\":\"http://b:65536/\"}]", "steps[0].action", u"port"_s);
    row("action link-local", "steps", "[{\"action\":\"http://169.254.1.1/\"}]", "steps[0].action", u"link-local"_s);
    row("action metadata", "steps", "[{\"action\":\"http://169.254.169.254/latest\"}]", "steps[0].action",
        u"metadata"_s);
    row("action metadata as IPv6", "steps", "[{\"action\":\"http://[::ffff:169.254.169.254]/\"}]", "steps[0].action",
        u"metadata"_s);
    row("action link-local IPv6", "steps", "[{\"action\":\"http://[fe80::1]/\"}]", "steps[0].action", u"link-local"_s);
    row("action unspecified", "steps", "[{\"action\":\"http://0.0.0.0/\"}]", "steps[0].action", u"unspecified"_s);
    row("action our own API", "steps", "[{\"action\":\"http://127.0.0.1:36789/api/dtmsvr/submit\"}]", "steps[0].action",
        u"this coordinator itself"_s);
    row("action our own API as IPv6", "steps", "[{\"action\":\"http://[::ffff:127.0.0.1]:36789/\"}]", "steps[0].action",
        u"this coordinator itself"_s);
    row("topic without name", "steps", "[{\"action\":\"topic://\"}]", "steps[0].action", u"no topic"_s);
    row("topic with a control character", "steps", "[{\"action\":\"topic://a\\tb\"}]", "steps[0].action", u"plain"_s);
    row("query_prepared missing", "query_prepared", "", "query_prepared", u"missing"_s);
    row("query_prepared empty", "query_prepared", "\"\"", "query_prepared", u"missing"_s);
    row("query_prepared a number", "query_prepared", "1", "query_prepared", u"a number"_s);
    row("query_prepared not a URL", "query_prepared", "\"bank-a\"", "query_prepared", u"http://"_s);
    row("query_prepared a topic", "query_prepared", "\"topic://t\"", "query_prepared", u"http://"_s);
    row("query_prepared our own API", "query_prepared", "\"http://127.0.0.1:36789/\"", "query_prepared", u"itself"_s);
    row("no payloads", "payloads", "", "payloads", u"0 entries and steps has 1"_s);
    row("too many payloads", "payloads", "[\"\",\"\"]", "payloads", u"2 entries and steps has 1"_s);
    row("payloads without steps", "steps", "", "payloads", u"1 entries and steps has 0"_s);
    row("payloads an object", "payloads", "{}", "payloads", u"an object"_s);
    row("payload an object", "payloads", "[{\"amount\":30}]", "payloads[0]", u"an object"_s);
    row("payload a number", "payloads", "[30]", "payloads[0]", u"a number"_s);
    row("custom_data an object", "custom_data", "{\"delay\":10}", "custom_data", u"JSON text in a string"_s);
    row("custom_data not JSON", "custom_data", "\"{delay:10}\"", "custom_data", u"not JSON"_s);
    row("custom_data an array in a string", "custom_data", "\"[]\"", "custom_data", u"an array"_s);
    row("custom_data nested too deeply", "custom_data", '"' + QByteArray(5000, '[') + QByteArray(5000, ']') + '"',
        "custom_data", u"nested"_s);
    row("delay negative", "custom_data", "\"{\\\"delay\\\":-1}\"", "custom_data.delay", u"from 1 to 2592000"_s);
    row("delay too long", "custom_data", "\"{\\\"delay\\\":2592001}\"", "custom_data.delay", u"from 1 to 2592000"_s);
    row("delay a string", "custom_data", "\"{\\\"delay\\\":\\\"10\\\"}\"", "custom_data.delay", u"a string"_s);
    row("delay a fraction", "custom_data", "\"{\\\"delay\\\":1.5}\"", "custom_data.delay", u"whole"_s);
    row("protocol grpc", "protocol", "\"grpc\"", "protocol", u"only http"_s);
    row("protocol a number", "protocol", "1", "protocol", u"a number"_s);
    for (const char *interval : {"timeout_to_fail", "retry_interval", "request_timeout"}) {
        row(qPrintable(u"%1 negative"_s.arg(QLatin1String(interval))), interval, "-1", interval,
            u"from 1 to 2592000"_s);
        row(qPrintable(u"%1 too long"_s.arg(QLatin1String(interval))), interval, tooManySeconds, interval,
            u"from 1 to 2592000"_s);
        row(qPrintable(u"%1 beyond 63 bits"_s.arg(QLatin1String(interval))), interval, "18446744073709551615", interval,
            u"too large"_s);
        row(qPrintable(u"%1 a fraction"_s.arg(QLatin1String(interval))), interval, "1.5", interval, u"whole"_s);
        row(qPrintable(u"%1 a string"_s.arg(QLatin1String(interval))), interval, "\"10\"", interval, u"a string"_s);
        row(qPrintable(u"%1 true"_s.arg(QLatin1String(interval))), interval, "true", interval,
            u"true or false: give whole seconds"_s);
    }
    row("wait_result a number", "wait_result", "1", "wait_result", u"a number: give true or false"_s);
    row("wait_result a string", "wait_result", "\"true\"", "wait_result", u"a string"_s);
    row("concurrent a string", "concurrent", "\"yes\"", "concurrent", u"a string"_s);
    row("branch_headers an array", "branch_headers", "[]", "branch_headers", u"an array: give an object"_s);
    row("header value a number", "branch_headers", "{\"X-A\":1}", "branch_headers.X-A", u"a number"_s);
    row("header name empty", "branch_headers", "{\"\":\"v\"}", "branch_headers", u"not a header name"_s);
    row("header name with a space", "branch_headers", "{\"X A\":\"v\"}", "branch_headers", u"not a header name"_s);
    row("header name with a line break", "branch_headers", "{\"X\\r\\nA\":\"v\"}", "branch_headers",
        u"not a header name"_s);
    row("header value with CR LF", "branch_headers", "{\"X-A\":\"v\\r\\nX-B: w\"}", "branch_headers", u"line break"_s);
    row("header value with NUL", "branch_headers", "{\"X-A\":\"v\\u0000\"}", "branch_headers", u"NUL"_s);
    for (const char *name : {"Host", "content-length", "Transfer-Encoding", "CONNECTION", "Upgrade"})
        row(qPrintable(u"header %1"_s.arg(QLatin1String(name))), "branch_headers",
            QByteArray("{\"") + name + "\":\"v\"}", "branch_headers", u"set by the coordinator"_s);
    row("reason a number", "rollback_reason", "1", "rollback_reason", u"a number"_s);
}

void TestTransactionJson::wrongInputIsRefused()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, value);
    QFETCH(QString, says);
    const Result<Transaction> read = readTransaction(Operation::Prepare, transactionBody({{field, value}}), rules());
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, Error::Code::Invalid);
    QTEST(read.error().field, "fieldOfError");
    QVERIFY2(read.error().detail.contains(says), qPrintable(read.error().detail));
}

void TestTransactionJson::aBodyThatIsNoObjectIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << ""_ba << u"empty"_s;
    QTest::newRow("spaces") << "  "_ba << u"empty"_s;
    QTest::newRow("null") << "null"_ba << u"null: give a JSON object"_s;
    QTest::newRow("array") << "[]"_ba << u"an array"_s;
    QTest::newRow("string") << "\"gid\""_ba << u"a string"_s;
    QTest::newRow("number") << "7"_ba << u"a number"_s;
    QTest::newRow("form") << "gid=g-1&trans_type=msg"_ba << u"not JSON"_s;
    QTest::newRow("cut off") << transactionBody().chopped(1) << u"not JSON"_s;
    QTest::newRow("two") << transactionBody() + transactionBody() << u"not JSON"_s;
    QTest::newRow("not UTF-8") << transactionBody({{"payloads", "[\"\xff\"]"}}) << u"not UTF-8"_s;
    QTest::newRow("overlong UTF-8") << transactionBody({{"gid", "\"\xc1\x81\""}}) << u"not UTF-8"_s;
    QTest::newRow("half a surrogate pair") << transactionBody({{"payloads", "[\"\\ud83d\"]"}}) << u"not JSON"_s;
    QTest::newRow("raw line break in a string") << transactionBody({{"payloads", "[\"\n\"]"}}) << u"not JSON"_s;
    QTest::newRow("depth bomb, arrays") << "{\"x\":"_ba + QByteArray(100'000, '[') + QByteArray(100'000, ']') + '}'
                                        << u"nested"_s;
    QTest::newRow("depth bomb, objects") << QByteArray("{\"x\":").repeated(100'000) + "1" + QByteArray(100'000, '}')
                                         << u"nested"_s;
    QTest::newRow("gid twice") << "{\"gid\":\"a\",\"gid\":\"b\",\"trans_type\":\"msg\"}"_ba << u"gid stands twice"_s;
}

void TestTransactionJson::aBodyThatIsNoObjectIsRefused()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, says);
    for (const Operation operation : {Operation::Prepare, Operation::Submit, Operation::Abort}) {
        const Result<Transaction> read = readTransaction(operation, body, rules());
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, Error::Code::Invalid);
        QVERIFY2(read.error().detail.contains(says), qPrintable(read.error().detail));
    }
}

void TestTransactionJson::limitsAreInclusive()
{
    const auto errorOf = [](const JsonFields &fields) {
        const Result<Transaction> read = readTransaction(Operation::Prepare, transactionBody(fields), rules());
        return read.ok() ? std::optional<Error::Code>() : read.error().code;
    };
    const QByteArray step = "{\"action\":\"http://b/\"}";
    const QByteArray payload(1024 * 1024, 'x');
    QCOMPARE(errorOf({{"gid", '"' + QByteArray(128, '~') + '"'}}), std::nullopt);
    QCOMPARE(errorOf({{"steps", repeated(step, 1000)}, {"payloads", repeated("\"\"", 1000)}}), std::nullopt);
    QCOMPARE(errorOf({{"steps", repeated(step, 1001)}, {"payloads", repeated("\"\"", 1001)}}), Error::Code::Invalid);
    QCOMPARE(errorOf({{"payloads", "[\"" + payload + "\"]"}}), std::nullopt);
    QCOMPARE(errorOf({{"payloads", "[\"" + payload + "x\"]"}}), Error::Code::TooLarge);
    QCOMPARE(errorOf({{"rollback_reason", '"' + QByteArray(1024, 'r') + '"'}}), std::nullopt);
    QCOMPARE(errorOf({{"rollback_reason", '"' + QByteArray(1025, 'r') + '"'}}), Error::Code::TooLarge);
}

void TestTransactionJson::byHandTakesEitherReason()
{
    QCOMPARE(readByHand("{\"gid\":\"g\",\"reason\":\"why\"}")->reason, "why"_ba);
    QCOMPARE(readByHand("{\"gid\":\"g\",\"rollback_reason\":\"why\"}")->reason, "why"_ba);
    QCOMPARE(readByHand("{\"gid\":\"g\"}")->gid.bytes(), "g"_ba);
    QCOMPARE(readByHand("{}").error().field, "gid"_ba);
    QCOMPARE(readByHand("[]").error().code, Error::Code::Invalid);
    QCOMPARE(readByHand("{\"gid\":\"g\",\"reason\":1}").error().field, "reason"_ba);
}

/// Whatever comes in is read or refused with a sentence, and what was read keeps the rules.
void TestTransactionJson::mutatedBodiesNeverCrash()
{
    const QByteArray whole = transactionBody({{"custom_data", "\"{\\\"delay\\\":10}\""},
                                              {"branch_headers", "{\"X-Trace\":\"t1\"}"},
                                              {"wait_result", "true"},
                                              {"timeout_to_fail", "40"}});
    const QByteArray alphabet = "{}[]\",:\\0129-.eEtruefalsn \xff\x80\xc3\xe2u;/";
    QRandomGenerator random(20'240'229);
    const UrlRules urls = rules();
    for (int round = 0; round < 20'000; ++round) {
        QByteArray body = whole;
        for (int change = random.bounded(1, 6); change > 0; --change) {
            const qsizetype at = random.bounded(int(body.size()));
            if (const int kind = random.bounded(3); kind == 0)
                body[at] = alphabet[random.bounded(int(alphabet.size()))];
            else if (kind == 1)
                body.remove(at, random.bounded(1, 9));
            else
                body.insert(at, alphabet[random.bounded(int(alphabet.size()))]);
        }
        const Result<Transaction> read = readTransaction(static_cast<Operation>(round % 3), body, urls);
        QVERIFY2(read.ok() || !read.error().detail.isEmpty(), body.constData());
        if (read.ok() && round % 3 == 0)
            QVERIFY(!contentOf(*read).queryPrepared.isEmpty());
    }
}

QTEST_APPLESS_MAIN(TestTransactionJson)
#include "tst_transactionjson.moc"
