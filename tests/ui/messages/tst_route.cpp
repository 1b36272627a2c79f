// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/messages/samples.h"
#include "ui/messages/likethis.h"
#include "ui/messages/route.h"

#include <QTest>

using namespace Qt::StringLiterals;
using ui::PayloadFields;
using ui::Route;

namespace {

const PayloadFields usual;
const PayloadFields own{.amount = u"sum"_s, .from = u"payer"_s, .to = u"payee"_s};
const PayloadFields ends{.amount = u"amount"_s, .from = u"payer"_s, .to = u"payee"_s};

} // namespace

/// What a payload tells of an amount and its ends, by the names of the pairs of banks.
class TestRoute final : public QObject
{
    Q_OBJECT
private slots:
    void payloadsAreReadByTheNamesOfThePairs_data();
    void payloadsAreReadByTheNamesOfThePairs();
    void theAmountStaysExact();
    void anOrderLikeAMessageOfAPair();
};

void TestRoute::payloadsAreReadByTheNamesOfThePairs_data()
{
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QList<PayloadFields>>("pairs");
    QTest::addColumn<QString>("ends");
    QTest::addColumn<QString>("amount");
    const auto row = [](const char *name, const QByteArray &payload, const QList<PayloadFields> &pairs,
                        const QString &ends,
                        const QString &amount) { QTest::newRow(name) << payload << pairs << ends << amount; };
    row("no pair", R"({"amount":30,"from":1,"to":2})", {}, u"1 → 2"_s, u"30"_s);
    row("the usual receiver", R"({"amount":30,"from":1,"user_id":2})", {usual, own}, u"1 → 2"_s, u"30"_s);
    row("the pair's own", R"({"sum":30,"payer":1,"payee":2})", {usual, own}, u"1 → 2"_s, u"30"_s);
    row("own names, none of them usual", R"({"sum":30,"payer":1,"payee":2})", {}, {}, {});
    row("a usual amount, own ends", R"({"amount":30,"payer":1,"payee":2})", {usual, ends}, u"1 → 2"_s, u"30"_s);
    row("both: the earlier", R"({"amount":1,"from":1,"to":2,"sum":3,"payer":4,"payee":5})", {usual, own}, u"1 → 2"_s,
        u"1"_s);
    row("a usual amount that is none", R"({"amount":"x","sum":"3.10","payer":4})", {usual, own}, u"4 →"_s, u"3.10"_s);
    row("no amount at all", R"({"from":1,"payer":4,"payee":5})", {usual, own}, u"1 →"_s, {});
    row("user_id is not another pair's receiver", R"({"sum":3,"user_id":2})", {own}, {}, u"3"_s);
    row("only the outermost", R"({"x":{"sum":30},"payer":1})", {usual, own}, {}, {});
}

void TestRoute::payloadsAreReadByTheNamesOfThePairs()
{
    QFETCH(QByteArray, payload);
    QFETCH(QList<PayloadFields>, pairs);
    const Route route = ui::routeOf("http://b.test/api/pay?x=1", payload, pairs);
    QTEST(route.ends(), "ends");
    QTEST(route.amountText, "amount");
    QCOMPARE(route.amount.has_value(), !route.amountText.isEmpty());
    QCOMPARE(route.name, u"pay"_s);
}

void TestRoute::theAmountStaysExact()
{
    const Route route = ui::routeOf({}, R"({"sum":0.29})", {usual, own});
    QVERIFY(route.amount);
    QCOMPARE(route.amount->cents(), 29); // a hundred times the double is less
}

void TestRoute::anOrderLikeAMessageOfAPair()
{
    core::message::Content content = samples::content();
    content.steps.first().payload = R"({"sum":12.50,"payer":1,"payee":2})";
    const core::message::Message message = samples::message(content);
    QVERIFY(!ui::orderLike(message));
    const auto order = ui::orderLike(message, {usual, own});
    QVERIFY(order);
    QCOMPARE(order->fromUser, 1);
    QCOMPARE(order->toUser, 2);
    QCOMPARE(order->amount, core::Money::fromCents(1250));
}

QTEST_GUILESS_MAIN(TestRoute)
#include "tst_route.moc"
