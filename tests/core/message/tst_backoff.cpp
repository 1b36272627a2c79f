// SPDX-License-Identifier: Apache-2.0
#include "core/message/backoff.h"

#include <QTest>

#include <limits>

using namespace core;
using namespace core::message;

namespace {

constexpr std::uint32_t noJitter = std::numeric_limits<std::uint32_t>::max() / 2;
constexpr std::uint32_t mostJitter = std::numeric_limits<std::uint32_t>::max();
constexpr Millis tenMinutes = std::chrono::minutes(10);

} // namespace

class TestBackoff : public QObject
{
    Q_OBJECT

private slots:
    void waitsDoubleUpToTheCap_data();
    void waitsDoubleUpToTheCap();
    void jitterIsTenPercentEitherWay_data();
    void jitterIsTenPercentEitherWay();
    void chanceOnlyEverMakesWaitsLonger();
    void dueTimesAreRoundedUp_data();
    void dueTimesAreRoundedUp();
};

void TestBackoff::waitsDoubleUpToTheCap_data()
{
    QTest::addColumn<int>("interval");
    QTest::addColumn<int>("failures");
    QTest::addColumn<qint64>("seconds");
    QTest::newRow("first") << 10 << 1 << qint64(10);
    QTest::newRow("second") << 10 << 2 << qint64(20);
    QTest::newRow("sixth") << 10 << 6 << qint64(320);
    QTest::newRow("seventh is capped") << 10 << 7 << qint64(600);
    QTest::newRow("long after") << 10 << 1'000'000'000 << qint64(600);
    QTest::newRow("none yet counts as the first") << 10 << 0 << qint64(10);
    QTest::newRow("one second") << 1 << 10 << qint64(512);
    QTest::newRow("an interval beyond the cap stays") << 3600 << 1 << qint64(3600);
    QTest::newRow("and is not doubled") << 3600 << 5 << qint64(3600);
    QTest::newRow("the longest interval") << 30 * 24 * 3600 << 1'000'000 << qint64(30) * 24 * 3600;
}

void TestBackoff::waitsDoubleUpToTheCap()
{
    QFETCH(int, interval);
    QFETCH(int, failures);
    QTEST(qint64(backoff(seconds(interval), failures, tenMinutes, noJitter).count() / 1000), "seconds");
}

void TestBackoff::jitterIsTenPercentEitherWay_data()
{
    QTest::addColumn<uint>("chance");
    QTest::addColumn<int>("ms");
    QTest::newRow("least") << 0U << 9'000;
    QTest::newRow("middle") << noJitter << 10'000;
    QTest::newRow("most") << mostJitter << 11'000;
}

void TestBackoff::jitterIsTenPercentEitherWay()
{
    QFETCH(uint, chance);
    QTEST(int(backoff(seconds(10), 1, tenMinutes, chance).count()), "ms");
}

void TestBackoff::chanceOnlyEverMakesWaitsLonger()
{
    Millis last{0};
    for (std::uint64_t chance = 0; chance <= mostJitter; chance += mostJitter / 1000) {
        const Millis wait = backoff(seconds(10), 3, tenMinutes, static_cast<std::uint32_t>(chance));
        QVERIFY(wait >= last && wait >= Millis(36'000) && wait <= Millis(44'000));
        last = wait;
    }
}

void TestBackoff::dueTimesAreRoundedUp_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<qint64>("rounded");
    QTest::newRow("zero") << qint64(0) << qint64(0);
    QTest::newRow("one") << qint64(1) << qint64(100);
    QTest::newRow("even") << qint64(1'700'000'000'100) << qint64(1'700'000'000'100);
    QTest::newRow("just over") << qint64(1'700'000'000'101) << qint64(1'700'000'000'200);
    QTest::newRow("just under") << qint64(1'700'000'000'199) << qint64(1'700'000'000'200);
}

void TestBackoff::dueTimesAreRoundedUp()
{
    QFETCH(qint64, ms);
    QTEST(qint64(toEpochMs(roundedDue(fromEpochMs(ms)))), "rounded");
}

QTEST_APPLESS_MAIN(TestBackoff)
#include "tst_backoff.moc"
