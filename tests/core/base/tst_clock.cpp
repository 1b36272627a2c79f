// SPDX-License-Identifier: Apache-2.0
#include "core/base/clock.h"

#include <QDateTime>
#include <QTest>

using namespace core;

class TestClock : public QObject
{
    Q_OBJECT

private slots:
    void itNeverRunsBackwards();
    void itIsNearTheWallClock();
    void timesAreWholeMilliseconds();
};

void TestClock::itNeverRunsBackwards()
{
    const SystemClock clock;
    TimePoint last = clock.now();
    for (int n = 0; n < 100'000; ++n) {
        const TimePoint next = clock.now();
        QVERIFY(next >= last);
        last = next;
    }
}

void TestClock::itIsNearTheWallClock()
{
    const SystemClock clock;
    QVERIFY(std::abs(toEpochMs(clock.now()) - QDateTime::currentMSecsSinceEpoch()) < 1000);
}

void TestClock::timesAreWholeMilliseconds()
{
    for (const std::int64_t ms : {std::int64_t{0}, std::int64_t{1'700'000'000'123}})
        QCOMPARE(toEpochMs(fromEpochMs(ms)), ms);
}

QTEST_APPLESS_MAIN(TestClock)
#include "tst_clock.moc"
