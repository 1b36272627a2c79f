// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/transfer/orderinput.h"

#include <QTest>

using namespace Qt::StringLiterals;
using ui::OrderField;
using ui::OrderInput;

class TestOrderInput final : public QObject
{
    Q_OBJECT
private slots:
    void rightTextsBecomeAnOrder();
    void wrongTextsNameWhatWouldBeRight_data();
    void wrongTextsNameWhatWouldBeRight();
    void anOrderReadsBackAsItWas();
    void theSumIsExact();
    void theEffectSaysWhatIsLeft();
    void theEffectOnABalanceThatIsNotKnownSaysSo();
    void theEffectSaysHowManyAreCovered();
};

void TestOrderInput::rightTextsBecomeAnOrder()
{
    ui::TransferOrder base;
    base.fromUser = 7;
    base.waitResult = false;
    const OrderInput input = OrderInput::read({u" 1.5 "_s, u"50"_s, u"10"_s, u"3"_s}, base);
    QVERIFY(input.ok());
    QCOMPARE(input.order().amount, core::Money::fromCents(150));
    QCOMPARE(input.order().count, 50);
    QCOMPARE(input.order().ratePerSecond, 10);
    QCOMPARE(input.order().delay, core::seconds(3));
    QCOMPARE(input.order().fromUser, 7);
    QVERIFY(!input.order().waitResult);
}

void TestOrderInput::wrongTextsNameWhatWouldBeRight_data()
{
    QTest::addColumn<ui::OrderTexts>("texts");
    QTest::addColumn<OrderField>("field");
    const auto row = [](const char *name, const ui::OrderTexts &texts, OrderField field) {
        QTest::newRow(name) << texts << field;
    };
    row("no amount", {u""_s, u"1"_s, u"1"_s, u"0"_s}, OrderField::Amount);
    row("amount of nothing", {u"0.00"_s, u"1"_s, u"1"_s, u"0"_s}, OrderField::Amount);
    row("amount below zero", {u"-30"_s, u"1"_s, u"1"_s, u"0"_s}, OrderField::Amount);
    row("three decimals", {u"1.005"_s, u"1"_s, u"1"_s, u"0"_s}, OrderField::Amount);
    row("exponent", {u"1e2"_s, u"1"_s, u"1"_s, u"0"_s}, OrderField::Amount);
    row("too large", {u"100000000"_s, u"1"_s, u"1"_s, u"0"_s}, OrderField::Amount);
    row("words", {u"thirty"_s, u"1"_s, u"1"_s, u"0"_s}, OrderField::Amount);
    row("count of zero", {u"1"_s, u"0"_s, u"1"_s, u"0"_s}, OrderField::Count);
    row("count too large", {u"1"_s, u"10001"_s, u"1"_s, u"0"_s}, OrderField::Count);
    row("count beyond int", {u"1"_s, u"99999999999"_s, u"1"_s, u"0"_s}, OrderField::Count);
    row("rate of zero", {u"1"_s, u"1"_s, u"0"_s, u"0"_s}, OrderField::Rate);
    row("broken rate", {u"1"_s, u"1"_s, u"1.5"_s, u"0"_s}, OrderField::Rate);
    row("delay below zero", {u"1"_s, u"1"_s, u"1"_s, u"-1"_s}, OrderField::Delay);
    row("delay beyond a month", {u"1"_s, u"1"_s, u"1"_s, u"2592001"_s}, OrderField::Delay);
}

void TestOrderInput::wrongTextsNameWhatWouldBeRight()
{
    QFETCH(const ui::OrderTexts, texts);
    QFETCH(const OrderField, field);
    const OrderInput input = OrderInput::read(texts, {});
    QVERIFY(!input.ok());
    for (const OrderField each : {OrderField::Amount, OrderField::Count, OrderField::Rate, OrderField::Delay})
        QCOMPARE(input.problem(each).isEmpty(), each != field);
}

void TestOrderInput::anOrderReadsBackAsItWas()
{
    ui::TransferOrder order;
    order.amount = core::Money::fromCents(7550);
    order.count = 12;
    order.ratePerSecond = 3;
    order.delay = core::seconds(60);
    const OrderInput input = OrderInput::read(OrderInput::textsOf(order), order);
    QVERIFY(input.ok());
    QCOMPARE(input.order().amount, order.amount);
    QCOMPARE(input.order().count, order.count);
    QCOMPARE(input.order().delay, order.delay);
}

void TestOrderInput::theSumIsExact()
{
    ui::TransferOrder order;
    order.count = 50;
    QCOMPARE(OrderInput::sumText(order, QLocale(u"en"_s)), u"50 × 30.00 = 1,500.00"_s);
    order.amount = core::Money::fromCents(9'999'999'999);
    order.count = 10'000;
    QCOMPARE(OrderInput::sumText(order, QLocale(u"en"_s)), u"10,000 × 99,999,999.99 = 999,999,999,900.00"_s);
}

void TestOrderInput::theEffectSaysWhatIsLeft()
{
    ui::TransferOrder order;
    order.count = 50;
    QCOMPARE(OrderInput::effectText(order, core::Money::fromCents(976'000), QLocale(u"en"_s)),
             u"in about 5 s. User 1 keeps 8,260.00."_s);
}

void TestOrderInput::theEffectOnABalanceThatIsNotKnownSaysSo()
{
    QCOMPARE(OrderInput::effectText(ui::TransferOrder(), std::nullopt, QLocale(u"en"_s)),
             u"at once. What user 1 has is not known."_s);
}

void TestOrderInput::theEffectSaysHowManyAreCovered()
{
    ui::TransferOrder order;
    order.count = 50;
    const QString text = OrderInput::effectText(order, core::Money::fromCents(10'000), QLocale(u"en"_s));
    QVERIFY2(text.contains("User 1 has only 100.00: enough for 3"_L1), qPrintable(text));
    QCOMPARE(OrderInput::effectText(order, core::Money::fromCents(2'999), QLocale(u"en"_s)),
             u"in about 5 s. User 1 has only 29.99: the bank refuses all of them."_s);
    order.count = 1;
    QCOMPARE(OrderInput::effectText(order, core::Money::fromCents(2'999), QLocale(u"en"_s)),
             u"at once. User 1 has only 29.99: the bank refuses the transfer."_s);
}

QTEST_GUILESS_MAIN(TestOrderInput)
#include "tst_orderinput.moc"
