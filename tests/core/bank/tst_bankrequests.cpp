// SPDX-License-Identifier: Apache-2.0
#include "core/bank/bankrequests.h"

#include <QTest>

using namespace core;
using namespace core::bank;

/// What the bank's routes read, and how amounts stay exact on the way.
class TestBankRequests : public QObject
{
    Q_OBJECT
private slots:
    void amountsAreReadFromTheTokensText_data();
    void amountsAreReadFromTheTokensText();
    void aCreditHasADefaultUser();
    void wrongCreditsAreNamed_data();
    void wrongCreditsAreNamed();
    void aTransferIsReadWithItsOptions();
    void wrongTransfersAreNamed_data();
    void wrongTransfersAreNamed();
    void theCreditsBodyIsExact_data();
    void theCreditsBodyIsExact();
};

void TestBankRequests::amountsAreReadFromTheTokensText_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<qint64>("cents");
    QTest::newRow("a whole number") << QByteArray("{\"amount\":30}") << qint64(3000);
    QTest::newRow("two decimals") << QByteArray("{\"amount\": 30.10 }") << qint64(3010);
    QTest::newRow("what no double holds") << QByteArray("{\"amount\":99999999.99}") << qint64(9999999999);
    QTest::newRow("the smallest") << QByteArray("{\"amount\":0.01,\"user_id\":2}") << qint64(1);
    QTest::newRow("a string") << QByteArray("{\"amount\":\"30.00\"}") << qint64(3000);
    QTest::newRow("dtm's example") << QByteArray("{\"amount\":30,\"transInResult\":\"\",\"x\":{\"amount\":[1]}}")
                                   << qint64(3000);
}

void TestBankRequests::amountsAreReadFromTheTokensText()
{
    QFETCH(QByteArray, json);
    QFETCH(qint64, cents);
    const Result<CreditRequest> credit = CreditRequest::parse(json);
    QVERIFY2(credit.ok(), credit.ok() ? "" : qPrintable(credit.error().detail));
    QCOMPARE(qint64(credit->amount.cents()), cents);
}

void TestBankRequests::aCreditHasADefaultUser()
{
    QCOMPARE(CreditRequest::parse("{\"amount\":1}").value().userId, 2);
    QCOMPARE(CreditRequest::parse("{\"amount\":1,\"user_id\":null}").value().userId, 2);
    QCOMPARE(CreditRequest::parse("{\"amount\":1,\"user_id\":7}").value().userId, 7);
}

void TestBankRequests::wrongCreditsAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("field");
    const QByteArray amount("amount"), user("user_id"), body("body");
    QTest::newRow("none") << QByteArray("{}") << amount;
    QTest::newRow("zero") << QByteArray("{\"amount\":0}") << amount;
    QTest::newRow("negative") << QByteArray("{\"amount\":-1}") << amount;
    QTest::newRow("three decimals") << QByteArray("{\"amount\":1.001}") << amount;
    QTest::newRow("an exponent") << QByteArray("{\"amount\":1e2}") << amount;
    QTest::newRow("too much") << QByteArray("{\"amount\":100000000}") << amount;
    QTest::newRow("a list") << QByteArray("{\"amount\":[1]}") << amount;
    QTest::newRow("true") << QByteArray("{\"amount\":true}") << amount;
    QTest::newRow("twice") << QByteArray("{\"amount\":1,\"amount\":2}") << amount;
    QTest::newRow("user 0") << QByteArray("{\"amount\":1,\"user_id\":0}") << user;
    QTest::newRow("user as text") << QByteArray("{\"amount\":1,\"user_id\":\"2\"}") << user;
    QTest::newRow("user 1.5") << QByteArray("{\"amount\":1,\"user_id\":1.5}") << user;
    QTest::newRow("user too large") << QByteArray("{\"amount\":1,\"user_id\":2147483648}") << user;
    QTest::newRow("nothing") << QByteArray() << body;
    QTest::newRow("a list as body") << QByteArray("[{\"amount\":1}]") << body;
    QTest::newRow("cut off") << QByteArray("{\"amount\":1") << body;
    QTest::newRow("two bodies") << QByteArray("{\"amount\":1} {\"amount\":1}") << body;
    QTest::newRow("not UTF-8") << QByteArray("{\"amount\":1,\"x\":\"\xff\"}") << body;
}

void TestBankRequests::wrongCreditsAreNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, field);
    const Result<CreditRequest> credit = CreditRequest::parse(json);
    QVERIFY(!credit.ok());
    QCOMPARE(credit.error().code, Error::Code::Invalid);
    QCOMPARE(credit.error().field, field);
}

void TestBankRequests::aTransferIsReadWithItsOptions()
{
    const Result<TransferRequest> transfer =
        TransferRequest::parse("{\"from\":1,\"to\":2,\"amount\":\"30.00\",\"key\":\"k-1\",\"wait_result\":true,"
                               "\"delay\":5,\"timeout_to_fail\":60,"
                               "\"request_timeout\":2,\"retry_interval\":7}");
    QVERIFY(transfer.ok());
    QCOMPARE(transfer->from, 1);
    QCOMPARE(transfer->to, 2);
    QCOMPARE(transfer->key->bytes(), QByteArray("k-1"));
    QVERIFY(transfer->options.waitResult);
    QCOMPARE(transfer->options.delay, seconds(5));
    QCOMPARE(transfer->options.timeoutToFail, seconds(60));
    QCOMPARE(transfer->options.requestTimeout, seconds(2));
    QCOMPARE(transfer->options.retryInterval, seconds(7));
    QVERIFY(!TransferRequest::parse("{\"from\":1,\"to\":2,\"amount\":1}").value().key);
}

void TestBankRequests::wrongTransfersAreNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("no sender") << QByteArray("{\"to\":2,\"amount\":1}") << QByteArray("from");
    QTest::newRow("no receiver") << QByteArray("{\"from\":1,\"amount\":1}") << QByteArray("to");
    QTest::newRow("no amount") << QByteArray("{\"from\":1,\"to\":2}") << QByteArray("amount");
    QTest::newRow("key with ;") << QByteArray("{\"from\":1,\"to\":2,\"amount\":1,\"key\":\"a;b\"}")
                                << QByteArray("key");
    QTest::newRow("empty key") << QByteArray("{\"from\":1,\"to\":2,\"amount\":1,\"key\":\"\"}") << QByteArray("key");
    QTest::newRow("key as a number") << QByteArray("{\"from\":1,\"to\":2,\"amount\":1,\"key\":7}") << QByteArray("key");
    QTest::newRow("wait_result 1") << QByteArray("{\"from\":1,\"to\":2,\"amount\":1,\"wait_result\":1}")
                                   << QByteArray("wait_result");
    QTest::newRow("negative delay") << QByteArray("{\"from\":1,\"to\":2,\"amount\":1,\"delay\":-1}")
                                    << QByteArray("delay");
}

void TestBankRequests::wrongTransfersAreNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, field);
    const Result<TransferRequest> transfer = TransferRequest::parse(json);
    QVERIFY(!transfer.ok());
    QCOMPARE(transfer.error().field, field);
}

void TestBankRequests::theCreditsBodyIsExact_data()
{
    QTest::addColumn<qint64>("cents");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("whole") << qint64(3000) << QByteArray("{\"amount\":30,\"from\":1,\"user_id\":2}");
    QTest::newRow("with cents") << qint64(3010) << QByteArray("{\"amount\":30.10,\"from\":1,\"user_id\":2}");
    QTest::newRow("one cent") << qint64(1) << QByteArray("{\"amount\":0.01,\"from\":1,\"user_id\":2}");
}

void TestBankRequests::theCreditsBodyIsExact()
{
    QFETCH(qint64, cents);
    QFETCH(QByteArray, body);
    const TransferRequest transfer{.from = 1, .to = 2, .amount = Money::fromCents(cents), .key = {}, .options = {}};
    QCOMPARE(transfer.creditPayload(), body);
}

QTEST_GUILESS_MAIN(TestBankRequests)
#include "tst_bankrequests.moc"
