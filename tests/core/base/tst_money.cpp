// SPDX-License-Identifier: Apache-2.0
#include "core/base/money.h"

#include <QTest>

using namespace core;

class TestMoney : public QObject
{
    Q_OBJECT

private slots:
    void textBecomesCents_data();
    void textBecomesCents();
    void whatIsNoAmountIsRefused_data();
    void whatIsNoAmountIsRefused();
    void centsBecomeTextWithTwoDecimals_data();
    void centsBecomeTextWithTwoDecimals();
    void amountsAreAddedAndCompared();
};

void TestMoney::textBecomesCents_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("cents");
    QTest::newRow("whole") << QByteArray("30") << qint64(3000);
    QTest::newRow("one decimal") << QByteArray("30.5") << qint64(3050);
    QTest::newRow("two decimals") << QByteArray("30.05") << qint64(3005);
    QTest::newRow("zeros beyond") << QByteArray("30.0500") << qint64(3005);
    QTest::newRow("negative") << QByteArray("-1.5") << qint64(-150);
    QTest::newRow("nothing") << QByteArray("0") << qint64(0);
    QTest::newRow("the largest") << QByteArray("99999999.99") << qint64(9999999999);
    QTest::newRow("what double cannot hold") << QByteArray("0.29") << qint64(29);
}

void TestMoney::textBecomesCents()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, cents);
    const Result<Money> money = Money::fromText(text);
    QVERIFY(money.ok());
    QCOMPARE(qint64(money->cents()), cents);
}

void TestMoney::whatIsNoAmountIsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text :
         {"", "-", ".", "1.", ".5", "1.234", "1e3", "+1", "1,5", " 1", "1 ", "0x1", "NaN", "100000000", "--1", "1.2.3"})
        QTest::newRow(text) << QByteArray(text);
}

void TestMoney::whatIsNoAmountIsRefused()
{
    QFETCH(QByteArray, text);
    const Result<Money> money = Money::fromText(text, "balance");
    QVERIFY(!money.ok());
    QCOMPARE(money.error().code, Error::Code::Invalid);
    QCOMPARE(money.error().field, QByteArray("balance"));
}

void TestMoney::centsBecomeTextWithTwoDecimals_data()
{
    QTest::addColumn<qint64>("cents");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("zero") << qint64(0) << QByteArray("0.00");
    QTest::newRow("one cent") << qint64(1) << QByteArray("0.01");
    QTest::newRow("minus one cent") << qint64(-1) << QByteArray("-0.01");
    QTest::newRow("thousands") << qint64(1234567) << QByteArray("12345.67");
}

void TestMoney::centsBecomeTextWithTwoDecimals()
{
    QFETCH(qint64, cents);
    QFETCH(QByteArray, text);
    QCOMPARE(Money::fromCents(cents).toText(), text);
}

void TestMoney::amountsAreAddedAndCompared()
{
    const Money thirty = Money::fromCents(3000);
    QCOMPARE((thirty + Money::fromCents(1) - thirty).cents(), 1);
    QVERIFY(-thirty < Money());
    QVERIFY(thirty > Money::fromCents(2999));
}

QTEST_APPLESS_MAIN(TestMoney)
#include "tst_money.moc"
