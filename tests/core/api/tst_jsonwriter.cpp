// SPDX-License-Identifier: Apache-2.0
#include "core/api/jsonwriter.h"
#include "core/api/reply.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace core;
using namespace core::api;
using namespace Qt::StringLiterals;

class TestJsonWriter : public QObject
{
    Q_OBJECT

private slots:
    void textsAreEscaped_data();
    void textsAreEscaped();
    void commasStandBetween();
    void wordsThatClientsSearchForAreHidden_data();
    void wordsThatClientsSearchForAreHidden();
    void everyCodeHasItsStatus_data();
    void everyCodeHasItsStatus();
    void successSaysOnlySuccess();
};

void TestJsonWriter::textsAreEscaped_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << ""_ba
                           << "\"\""_ba;
    QTest::newRow("plain") << "g-1"_ba
                           << "\"g-1\""_ba;
    QTest::newRow("quote and backslash") << "a\"b\\c"_ba
                                         << "\"a\\\"b\\\\c\""_ba;
    QTest::newRow("line break") << "a\nb"_ba
                                << "\"a\\nb\""_ba;
    QTest::newRow("control") << QByteArray("\0\x1f\t", 3) << "\"\\u0000\\u001f\\u0009\""_ba;
    QTest::newRow("DEL stays") << "\x7f"_ba
                               << "\"\x7f\""_ba;
    QTest::newRow("UTF-8 stays") << "转😀"_ba
                                 << "\"转😀\""_ba;
    QTest::newRow("not UTF-8") << "a\xff z"_ba
                               << "\"a\xef\xbf\xbd z\""_ba;
    QTest::newRow("cut UTF-8") << "a\xe8"_ba
                               << "\"a\xef\xbf\xbd\""_ba;
}

void TestJsonWriter::textsAreEscaped()
{
    QFETCH(QByteArray, text);
    QByteArray json;
    appendJsonString(json, text);
    QTEST(json, "json");
    QVERIFY(!QJsonDocument::fromJson('[' + json + ']').isNull());
}

void TestJsonWriter::commasStandBetween()
{
    JsonWriter json;
    json.beginObject().field("a", 1).field("b", true).field("c", "t");
    json.key("d").beginArray().value(1).value(2).beginObject().endObject().endArray();
    json.key("e").beginArray().endArray().key("f").raw("null").fieldIfAny("g", "").fieldIfAny("h", "x");
    json.field("i", std::int64_t(-9'223'372'036'854'775'807 - 1)).endObject();
    QCOMPARE(
        json.takeText(),
        "{\"a\":1,\"b\":true,\"c\":\"t\",\"d\":[1,2,{}],\"e\":[],\"f\":null,\"h\":\"x\",\"i\":-9223372036854775808}"_ba);
}

void TestJsonWriter::wordsThatClientsSearchForAreHidden_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("alone") << u"FAILURE"_s;
    QTest::newRow("both") << u"answered dtm_result FAILURE, then ONGOING"_s;
    QTest::newRow("behind a backslash") << u"\\FAILURE \\\\ONGOING"_s;
    QTest::newRow("behind a control character") << u"\u001fAILURE \u0001FAILURE"_s;
    QTest::newRow("twice in a row") << u"FAILUREFAILURE"_s;
}

/// dtm's clients take any body with FAILURE in it for a failed transaction, and one with ONGOING for an unfinished one.
void TestJsonWriter::wordsThatClientsSearchForAreHidden()
{
    QFETCH(QString, text);
    const http::Response response = errorResponse(Error::unavailable(text));
    QVERIFY(!response.body.contains("FAILURE"));
    QVERIFY(!response.body.contains("ONGOING"));
    QCOMPARE(QJsonDocument::fromJson(response.body).object().value("message"_L1).toString(), text);
}

void TestJsonWriter::everyCodeHasItsStatus_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("result");
    const auto row = [](const char *name, Error::Code code, int status, const QString &result = {}) {
        QTest::newRow(name) << int(code) << status << result;
    };
    row("invalid", Error::Code::Invalid, 400);
    row("not found", Error::Code::NotFound, 404);
    row("conflict", Error::Code::Conflict, 409, u"FAILURE"_s);
    row("too large", Error::Code::TooLarge, 413);
    row("ongoing", Error::Code::Ongoing, 425, u"ONGOING"_s);
    row("internal", Error::Code::Internal, 500);
    row("unavailable", Error::Code::Unavailable, 503);
}

void TestJsonWriter::everyCodeHasItsStatus()
{
    QFETCH(int, code);
    const http::Response response = errorResponse({static_cast<Error::Code>(code), u"why \"so\""_s, "steps"});
    const QJsonObject body = QJsonDocument::fromJson(response.body).object();
    QTEST(response.status, "status");
    QTEST(body.value("dtm_result"_L1).toString(), "result");
    QCOMPARE(body.value("message"_L1).toString(), u"why \"so\""_s);
    QCOMPARE(body.value("field"_L1).toString(), u"steps"_s);
    QCOMPARE(http::headerValue(response.headers, "Retry-After").toByteArray(),
             response.status == 503 ? "1"_ba : QByteArray());
}

void TestJsonWriter::successSaysOnlySuccess()
{
    QCOMPARE(successResponse().status, 200);
    QCOMPARE(successResponse().body, "{\"dtm_result\":\"SUCCESS\"}"_ba);
}

QTEST_APPLESS_MAIN(TestJsonWriter)
#include "tst_jsonwriter.moc"
