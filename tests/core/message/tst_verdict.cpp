// SPDX-License-Identifier: Apache-2.0
#include "core/message/verdict.h"

#include <QTest>

using namespace core::message;
using namespace Qt::StringLiterals;

/// The verdict table of PROTOCOL §4, row by row.
class TestVerdict : public QObject
{
    Q_OBJECT

private slots:
    void answersAreJudged_data();
    void answersAreJudged();
    void everyOtherStatusIsUnknown();
    void whyIsEmptyOnlyForSuccess();
    void cutOffBodiesAndPagesProveNothing();
};

void TestVerdict::answersAreJudged_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("verdict");
    const auto row = [](const char *name, int status, const QByteArray &body, Verdict verdict) {
        QTest::newRow(name) << status << body << int(verdict);
    };
    row("409 empty", 409, "", Verdict::Failure);
    row("409 FAILURE", 409, "{\"dtm_result\":\"FAILURE\"}", Verdict::Failure);
    row("409 some error", 409, "{\"error\":\"no money\"}", Verdict::Failure);
    row("409 text", 409, "SUCCESS", Verdict::Failure);
    row("409 other result", 409, "{\"dtm_result\":\"no\"}", Verdict::Failure);
    row("409 SUCCESS contradicts", 409, "{\"dtm_result\":\"SUCCESS\"}", Verdict::Unknown);
    row("409 ONGOING contradicts", 409, "{\"dtm_result\":\"ONGOING\"}", Verdict::Unknown);
    row("409 SUCCESS further in", 409, "{\"data\":{\"dtm_result\":\"SUCCESS\"}}", Verdict::Failure);
    row("425 empty", 425, "", Verdict::Ongoing);
    row("425 whatever it says", 425, "{\"dtm_result\":\"SUCCESS\"}", Verdict::Ongoing);
    row("200 SUCCESS", 200, "{\"dtm_result\":\"SUCCESS\"}", Verdict::Success);
    row("200 SUCCESS with spaces", 200, " {\n \"dtm_result\" : \"SUCCESS\" }\r\n", Verdict::Success);
    row("200 SUCCESS escaped", 200, "{\"dtm_result\":\"SUCC\\u0045SS\"}", Verdict::Success);
    row("200 FAILURE", 200, "{\"dtm_result\":\"FAILURE\"}", Verdict::Failure);
    row("200 ONGOING", 200, "{\"dtm_result\":\"ONGOING\"}", Verdict::Ongoing);
    row("200 SUCCESS beside the word FAILURE", 200, "{\"dtm_result\":\"SUCCESS\",\"note\":\"no FAILURE, not ONGOING\"}",
        Verdict::Success);
    row("200 result of another case", 200, "{\"dtm_result\":\"success\"}", Verdict::Unknown);
    row("200 result with a space", 200, "{\"dtm_result\":\"SUCCESS \"}", Verdict::Unknown);
    row("200 result empty", 200, "{\"dtm_result\":\"\"}", Verdict::Unknown);
    row("200 result null", 200, "{\"dtm_result\":null}", Verdict::Unknown);
    row("200 result true", 200, "{\"dtm_result\":true}", Verdict::Unknown);
    row("200 result an object", 200, "{\"dtm_result\":{\"dtm_result\":\"SUCCESS\"}}", Verdict::Unknown);
    row("200 result an error text", 200, "{\"dtm_result\":\"Error 1205: Lock wait timeout\"}", Verdict::Unknown);
    row("200 two results that differ", 200, "{\"dtm_result\":\"SUCCESS\",\"dtm_result\":\"FAILURE\"}",
        Verdict::Unknown);
    row("200 two results alike", 200, "{\"dtm_result\":\"SUCCESS\",\"dtm_result\":\"SUCCESS\"}", Verdict::Success);
    row("200 result further in only", 200, "{\"data\":{\"dtm_result\":\"FAILURE\"}}", Verdict::Unknown);
    row("200 FAILURE without result", 200, "{\"message\":\"FAILURE\"}", Verdict::Unknown);
    row("200 ONGOING without result", 200, "{\"state\":\"ONGOING\"}", Verdict::Unknown);
    row("200 FAILURE in a key", 200, "{\"FAILURE\":0}", Verdict::Unknown);
    row("200 FAILURE alone, a JSON text", 200, "\"FAILURE\"", Verdict::Unknown);
    row("200 FAILURE alone", 200, "FAILURE", Verdict::Unknown);
    row("200 SUCCESS alone is not JSON", 200, "SUCCESS", Verdict::Unknown);
    row("200 empty", 200, "", Verdict::Success);
    row("200 spaces", 200, " \r\n\t", Verdict::Success);
    row("200 null", 200, "null", Verdict::Success);
    row("200 object", 200, "{}", Verdict::Success);
    row("200 object without result", 200, "{\"code\":0,\"msg\":\"ok\"}", Verdict::Success);
    row("200 array", 200, "[]", Verdict::Success);
    row("200 number", 200, "1", Verdict::Success);
    row("200 number of more than 64 bits", 200, "123456789012345678901234567890", Verdict::Success);
    row("200 SUCCESS beside such numbers", 200,
        "{\"id\":-98765432109876543210,\"a\":[1e999,0.1E-999],\"s\":\"1. \\\" 2.\",\"dtm_result\":\"SUCCESS\"}",
        Verdict::Success);
    row("200 FAILURE beside such a number", 200, "{\"id\":98765432109876543210,\"dtm_result\":\"FAILURE\"}",
        Verdict::Failure);
    row("200 such a number as result", 200, "{\"dtm_result\":98765432109876543210}", Verdict::Unknown);
    row("200 such a number with a letter", 200, "{\"id\":98765432109876543210x}", Verdict::Unknown);
    row("200 such a number without decimals", 200, "{\"id\":98765432109876543210.}", Verdict::Unknown);
    row("200 such a number with a leading zero", 200, "{\"id\":098765432109876543210}", Verdict::Unknown);
    row("200 such a number, cut off", 200, "{\"id\":98765432109876543210", Verdict::Unknown);
    row("409 SUCCESS beside such a number contradicts", 409, "{\"id\":98765432109876543210,\"dtm_result\":\"SUCCESS\"}",
        Verdict::Unknown);
    row("200 text in JSON", 200, "\"ok\"", Verdict::Success);
    row("200 not JSON", 200, "ok", Verdict::Unknown);
    row("200 cut off", 200, "{\"dtm_result\":\"SUCCESS\"", Verdict::Unknown);
    row("200 two values", 200, "{\"dtm_result\":\"SUCCESS\"}{}", Verdict::Unknown);
    row("200 not UTF-8", 200, "{\"dtm_result\":\"SUCCESS\",\"a\":\"\xff\"}", Verdict::Unknown);
    row("200 nested too deeply", 200, QByteArray(5000, '[') + QByteArray(5000, ']'), Verdict::Unknown);
    row("200 page", 200, "<html><body>Please log in</body></html>", Verdict::Unknown);
    row("201 SUCCESS", 201, "{\"dtm_result\":\"SUCCESS\"}", Verdict::Unknown);
    row("202 is not done yet", 202, "", Verdict::Unknown);
    row("204", 204, "", Verdict::Unknown);
    row("302", 302, "", Verdict::Unknown);
    row("400 FAILURE", 400, "{\"dtm_result\":\"FAILURE\"}", Verdict::Unknown);
    row("404", 404, "", Verdict::Unknown);
    row("500 FAILURE", 500, "{\"dtm_result\":\"FAILURE\"}", Verdict::Unknown);
    row("500 SUCCESS", 500, "{\"dtm_result\":\"SUCCESS\"}", Verdict::Unknown);
    row("503 ONGOING", 503, "{\"dtm_result\":\"ONGOING\"}", Verdict::Unknown);
    row("no answer", 0, "", Verdict::Unknown);
}

void TestVerdict::answersAreJudged()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QTEST(int(judge({.status = status, .contentType = "application/json", .body = body}).verdict), "verdict");
}

void TestVerdict::everyOtherStatusIsUnknown()
{
    for (int status = 0; status < 1000; ++status) {
        if (status == 200 || status == 409 || status == 425)
            continue;
        QCOMPARE(judge({.status = status, .contentType = {}, .body = "{\"dtm_result\":\"SUCCESS\"}"}).verdict,
                 Verdict::Unknown);
    }
}

void TestVerdict::whyIsEmptyOnlyForSuccess()
{
    QVERIFY(judge({.status = 200, .contentType = {}, .body = {}}).why.isEmpty());
    for (const CallAnswer &answer : {CallAnswer{.status = 409}, CallAnswer{.status = 425}, CallAnswer{.status = 500},
                                     CallAnswer{.status = 200, .body = "ok"}})
        QVERIFY(!judge(answer).why.isEmpty());
}

void TestVerdict::cutOffBodiesAndPagesProveNothing()
{
    const QByteArrayView success = "{\"dtm_result\":\"SUCCESS\"}";
    QCOMPARE(judge({.status = 200, .contentType = "application/json", .body = success, .truncated = true}).verdict,
             Verdict::Unknown);
    // The status is the proof here, and a body that cannot be read whole does not contradict it (PROTOCOL §4, row 1).
    QCOMPARE(judge({.status = 409, .contentType = "application/json", .body = success, .truncated = true}).verdict,
             Verdict::Failure);
    QCOMPARE(judge({.status = 200, .contentType = "TEXT/HTML; charset=utf-8", .body = "{}"}).verdict, Verdict::Unknown);
    QCOMPARE(judge({.status = 200, .contentType = "text/html", .body = success}).verdict, Verdict::Success);
    QCOMPARE(judge({.status = 200, .contentType = "text/plain", .body = success}).verdict, Verdict::Success);
}

QTEST_APPLESS_MAIN(TestVerdict)
#include "tst_verdict.moc"
