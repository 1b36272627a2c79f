// SPDX-License-Identifier: Apache-2.0
#include "core/base/logpace.h"

#include <QTest>

using namespace std::chrono_literals;

class TestLogPace final : public QObject
{
    Q_OBJECT
private slots:
    void oneLineASecondTellsHowManyWereLeftOut();
};

void TestLogPace::oneLineASecondTellsHowManyWereLeftOut()
{
    core::LogPace pace;
    const core::LogPace::Clock::time_point start{};
    QCOMPARE(pace.take(start), std::optional<std::int64_t>(0));
    QCOMPARE(pace.take(start + 1ms), std::nullopt);
    QCOMPARE(pace.take(start + 999ms), std::nullopt);
    QCOMPARE(pace.take(start + 1s), std::optional<std::int64_t>(2));
    QCOMPARE(pace.take(start + 5s), std::optional<std::int64_t>(0));
}

QTEST_APPLESS_MAIN(TestLogPace)
#include "tst_logpace.moc"
