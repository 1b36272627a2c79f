// SPDX-License-Identifier: Apache-2.0
#include "core/engine/durations.h"
#include "core/engine/metrics.h"
#include "core/engine/slidingcounts.h"

#include <QTest>

using namespace core;
using namespace core::engine;

namespace {

message::Message finishedMessage(message::State state, int attempts, Millis age, TimePoint now)
{
    message::Message message{.gid = *Gid::fromBytes("m1")};
    auto content = std::make_shared<message::Content>();
    content->branches = {{"01", "http://127.0.0.1/in", 0}};
    message.content = content;
    message.state = state;
    message.attempts = attempts;
    message.createdAt = now - age;
    return message;
}

} // namespace

class TestDurations : public QObject
{
    Q_OBJECT

private slots:
    void percentilesAreCloseToTheTruth();
    void nothingHasNoPercentile();
    void oddDurationsAreTaken();
    void aDifferenceTellsWhatCameSince();
    void figuresTellFirstTriesFromRetries();
    void slotsSlideWithTime();
    void slotsAreEmptyAfterALongPause();
};

void TestDurations::percentilesAreCloseToTheTruth()
{
    Durations durations;
    for (int ms = 1; ms <= 1000; ++ms)
        durations.add(Millis(ms));
    QCOMPARE(durations.count(), std::uint64_t(1000));
    for (const double share : {0.5, 0.95, 0.99}) {
        const double truth = share * 1000;
        QVERIFY(qAbs(*durations.percentile(share) - truth) < truth * 0.09);
    }
}

void TestDurations::nothingHasNoPercentile()
{
    QVERIFY(!Durations().percentile(0.5));
}

void TestDurations::oddDurationsAreTaken()
{
    Durations durations;
    durations.add(Millis(-5));
    QVERIFY(*durations.percentile(0.5) <= 1);
    durations.add(std::chrono::hours(24 * 365));
    QVERIFY(*durations.percentile(1) >= 1'000'000);
    QVERIFY(durations.percentile(7).has_value());
}

void TestDurations::aDifferenceTellsWhatCameSince()
{
    Durations durations;
    durations.add(Millis(10));
    const Durations before = durations;
    durations.add(Millis(500));
    const Durations since = durations.since(before);
    QCOMPARE(since.count(), std::uint64_t(1));
    QVERIFY(*since.percentile(0.5) > 450);
}

void TestDurations::figuresTellFirstTriesFromRetries()
{
    const TimePoint now = fromEpochMs(1'000'000);
    Metrics metrics;
    const auto finish = [&](message::State state, int attempts) {
        metrics.countSaved(state);
        metrics.countFinished(finishedMessage(state, attempts, Millis(40), now), now);
    };
    metrics.countSaved(message::State::Submitted);
    finish(message::State::Succeed, 1);
    finish(message::State::Succeed, 3);
    finish(message::State::Failed, 1);
    const Figures figures = metrics.figures();
    QCOMPARE(figures.submitted, std::uint64_t(1));
    QCOMPARE(figures.succeedAtOnce, std::uint64_t(1));
    QCOMPARE(figures.succeedLater, std::uint64_t(1));
    QCOMPARE(figures.failed, std::uint64_t(1));
    QCOMPARE(figures.finished(), std::uint64_t(3));
    QCOMPARE(figures.toSucceed.count(), std::uint64_t(2));
    QVERIFY(metrics.text().contains("dtm_transaction_handled_duration_count{model=\"msg\"} 3"));
}

void TestDurations::slotsSlideWithTime()
{
    SlidingCounts<3> counts{Millis(10)};
    counts.note(fromEpochMs(101));
    counts.note(fromEpochMs(109));
    counts.note(fromEpochMs(115));
    QCOMPARE(counts.newestFirst(), (std::array<std::uint32_t, 3>{1, 2, 0}));
    counts.advance(fromEpochMs(125));
    QCOMPARE(counts.newestFirst(), (std::array<std::uint32_t, 3>{0, 1, 2}));
    counts.note(fromEpochMs(90)); // late: belongs to the newest
    QCOMPARE(counts.newestFirst(), (std::array<std::uint32_t, 3>{1, 1, 2}));
}

void TestDurations::slotsAreEmptyAfterALongPause()
{
    SlidingCounts<3> counts{Millis(10)};
    counts.note(fromEpochMs(101));
    counts.advance(fromEpochMs(10'000'000));
    QCOMPARE(counts.newestFirst(), (std::array<std::uint32_t, 3>{0, 0, 0}));
}

QTEST_APPLESS_MAIN(TestDurations)
#include "tst_durations.moc"
