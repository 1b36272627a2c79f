// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/alertbook.h"

#include <QTest>

using namespace Qt::StringLiterals;
using core::Millis;
using core::Money;
using core::TimePoint;
using ui::Alert;
using ui::AlertBook;
using ui::AlertFacts;
using ui::AlertKind;

namespace {

constexpr TimePoint start{Millis(1'700'000'000'000)};

AlertFacts facts(std::int64_t stalled, Millis oldestPrepared = Millis(0))
{
    return {.backlog = ui::Backlog{.stalled = stalled, .oldestPrepared = oldestPrepared}, .missing = Money()};
}

} // namespace

class TestAlertBook : public QObject
{
    Q_OBJECT

private slots:
    void nothingIsRaisedWhileAllIsWell();
    void eachKindIsRaisedByItsFact_data();
    void eachKindIsRaisedByItsFact();
    void itIsRaisedOnceWhileItHolds();
    void itIsClearedOnceItIsOverForAWhile();
    void whatFlickersIsNotCleared();
    void whatIsOverStaysUntilSomebodySawIt();
    void whatWasAcknowledgedGoesWhenItIsOver();
    void afterItWasClearedItIsRaisedAgain();
    void moneyThatSettlesIsNoAlert();
    void whatIsUnknownNeitherRaisesNorClears();
    void limitsAreTheRules();
    void theWorstValueIsKept();
};

void TestAlertBook::nothingIsRaisedWhileAllIsWell()
{
    AlertBook book;
    QVERIFY(book.take(facts(0), start).isEmpty());
    QVERIFY(book.alerts().isEmpty());
    book.acknowledge(AlertKind::Stalled);
    QCOMPARE(book.openCount(), 0);
}

void TestAlertBook::eachKindIsRaisedByItsFact_data()
{
    QTest::addColumn<AlertFacts>("facts");
    QTest::addColumn<AlertKind>("kind");
    QTest::addColumn<qint64>("value");
    QTest::newRow("prepared") << facts(0, std::chrono::minutes(6)) << AlertKind::PreparedTooOld << qint64(360'000);
    QTest::newRow("stalled") << facts(2) << AlertKind::Stalled << qint64(2);
    QTest::newRow("missing") << AlertFacts{.missing = Money::fromCents(3000)} << AlertKind::MoneyWrong << qint64(3000);
    QTest::newRow("too much") << AlertFacts{.missing = Money::fromCents(-1)} << AlertKind::MoneyWrong << qint64(-1);
    QTest::newRow("store") << AlertFacts{.storeIsAway = true, .storeProblem = u"disk full"_s} << AlertKind::StoreAway
                           << qint64(0);
}

void TestAlertBook::eachKindIsRaisedByItsFact()
{
    QFETCH(AlertFacts, facts);
    QFETCH(AlertKind, kind);
    AlertBook book;
    book.take(facts, start);
    book.take(facts, start + AlertBook::moneySettles);
    QCOMPARE(book.alerts().size(), 1);
    const Alert alert = book.alerts().constFirst();
    QCOMPARE(alert.kind, kind);
    QTEST(qint64(alert.value), "value");
    QCOMPARE(alert.detail, facts.storeProblem);
    QCOMPARE(book.openCount(), 1);
    QVERIFY(!ui::alertKindName(kind).isEmpty());
}

void TestAlertBook::itIsRaisedOnceWhileItHolds()
{
    AlertBook book;
    const auto first = book.take(facts(1), start);
    QCOMPARE(first.size(), 1);
    QVERIFY(first[0].isRaised);
    for (int second = 1; second < 20; ++second)
        QVERIFY(book.take(facts(1), start + std::chrono::seconds(second)).isEmpty());
    QCOMPARE(book.alerts()[0].raisedAt, start);
}

void TestAlertBook::itIsClearedOnceItIsOverForAWhile()
{
    AlertBook book;
    book.take(facts(1), start);
    QVERIFY(book.take(facts(0), start + Millis(100)).isEmpty());
    const TimePoint over = start + Millis(100) + AlertBook::clearsAfter;
    const auto cleared = book.take(facts(0), over);
    QCOMPARE(cleared.size(), 1);
    QVERIFY(!cleared[0].isRaised);
    QCOMPARE(cleared[0].alert.clearedAt, over);
    QVERIFY(book.take(facts(0), over + Millis(1000)).isEmpty());
}

void TestAlertBook::whatFlickersIsNotCleared()
{
    AlertBook book;
    book.take(facts(1), start);
    for (int i = 1; i < 20; ++i)
        QVERIFY(book.take(facts(i % 2), start + Millis(3000) * i).isEmpty());
    QVERIFY(!book.alerts()[0].clearedAt);
}

void TestAlertBook::whatIsOverStaysUntilSomebodySawIt()
{
    AlertBook book;
    book.take(facts(1), start);
    book.take(facts(0), start);
    book.take(facts(0), start + AlertBook::clearsAfter);
    QCOMPARE(book.openCount(), 1);
    book.acknowledge(AlertKind::Stalled);
    QVERIFY(book.alerts().isEmpty());
}

void TestAlertBook::whatWasAcknowledgedGoesWhenItIsOver()
{
    AlertBook book;
    book.take(facts(1), start);
    book.acknowledge(AlertKind::Stalled);
    QCOMPARE(book.openCount(), 0);
    QCOMPARE(book.alerts().size(), 1);
    book.take(facts(0), start);
    QCOMPARE(book.take(facts(0), start + AlertBook::clearsAfter).size(), 1);
    QVERIFY(book.alerts().isEmpty());
}

void TestAlertBook::afterItWasClearedItIsRaisedAgain()
{
    AlertBook book;
    book.take(facts(1), start);
    book.take(facts(0), start);
    book.take(facts(0), start + AlertBook::clearsAfter);
    const TimePoint again = start + std::chrono::minutes(1);
    QVERIFY(book.take(facts(3), again).at(0).isRaised);
    QCOMPARE(book.alerts().size(), 1);
    QCOMPARE(book.alerts()[0].raisedAt, again);
}

void TestAlertBook::moneyThatSettlesIsNoAlert()
{
    AlertBook book;
    const AlertFacts wrong{.missing = Money::fromCents(1)};
    QVERIFY(book.take(wrong, start).isEmpty());
    QVERIFY(book.take({.missing = Money()}, start + Millis(1000)).isEmpty());
    QVERIFY(book.take(wrong, start + Millis(2900)).isEmpty());
    QVERIFY(book.take(wrong, start + Millis(4000)).isEmpty());
}

void TestAlertBook::whatIsUnknownNeitherRaisesNorClears()
{
    AlertBook book;
    QVERIFY(book.take({}, start).isEmpty());
    book.take(facts(1), start);
    QVERIFY(book.take({}, start + std::chrono::minutes(5)).isEmpty());
    QVERIFY(!book.alerts()[0].clearedAt);
}

void TestAlertBook::limitsAreTheRules()
{
    AlertBook book;
    book.setRules({.preparedMax = core::seconds(10), .stalledMax = 5});
    QVERIFY(book.take(facts(5, Millis(10'000)), start).isEmpty());
    QCOMPARE(book.take(facts(6, Millis(10'001)), start).size(), 2);
    QCOMPARE(book.alerts()[0].limit + book.alerts()[1].limit, 10'005);
}

void TestAlertBook::theWorstValueIsKept()
{
    AlertBook book;
    for (const int stalled : {1, 7, 3})
        book.take(facts(stalled), start);
    QCOMPARE(book.alerts()[0].value, 7);
}

QTEST_APPLESS_MAIN(TestAlertBook)
#include "tst_alertbook.moc"
