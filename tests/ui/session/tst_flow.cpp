// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/flowwatch.h"

#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Millis;
using core::TimePoint;
using ui::FlowRange;
using ui::FlowReading;
using ui::FlowSeries;

namespace {

constexpr TimePoint start{Millis(1'700'000'000'000)};

core::engine::Figures figures(std::uint64_t submitted, std::uint64_t succeed = 0)
{
    core::engine::Figures figures;
    figures.submitted = submitted;
    figures.succeedAtOnce = succeed;
    return figures;
}

FlowReading readingAt(std::chrono::milliseconds since, std::uint64_t submitted)
{
    return {start + since, figures(submitted), ui::Backlog{.prepared = 1}};
}

} // namespace

class TestFlow : public QObject
{
    Q_OBJECT

private slots:
    void oneReadingMakesNoSample();
    void aRateIsTheDifferenceOverItsTime();
    void percentilesAreOfTheStepAlone();
    void longRangesHaveLongSteps();
    void theStepUnderWayIsShown();
    void memoryIsBounded();
    void aPauseIsAGap();
    void aClockSetBackBeginsAnew();
    void countsThatShrinkAreAnotherEngines();

    void countsBecomeABacklog();
    void whatIsTriedAgainIsReadWithTheCounts();
    void oneFailureAloneIsNotTold();
    void aStoreThatFailsSaysWhy();
    void aStoreThatIsSilentSaysSo();
    void countingRestsByItsWorkAndNeverForLong();
    void whileItIsAskedItIsNotAskedAgain();

private:
    using Then = std::function<void(core::Result<core::store::Counts>)>;
    ui::FlowWatch::Sources sources()
    {
        return {.figures = [this] { return figures(m_submitted); },
                .failures = [] { return QList<core::engine::CallFailure>(); },
                .counts = [this](QObject *, Then then) { m_asked.append(std::move(then)); }};
    }

    test::ManualClock m_clock{start};
    std::uint64_t m_submitted = 0;
    QList<Then> m_asked;
};

void TestFlow::oneReadingMakesNoSample()
{
    FlowSeries series;
    QVERIFY(series.samples(FlowRange::FiveMinutes).isEmpty());
    series.note(readingAt(Millis(0), 5));
    QVERIFY(series.samples(FlowRange::FiveMinutes).isEmpty());
}

void TestFlow::aRateIsTheDifferenceOverItsTime()
{
    FlowSeries series;
    series.note(readingAt(Millis(0), 100));
    series.note(readingAt(Millis(2000), 110));
    const auto samples = series.samples(FlowRange::FiveMinutes);
    QCOMPARE(samples.size(), 1);
    QCOMPARE(samples[0].submitted, 5.0);
    QCOMPARE(samples[0].at, start + Millis(2000));
    QCOMPARE(samples[0].backlog->prepared, 1);
}

void TestFlow::percentilesAreOfTheStepAlone()
{
    FlowSeries series;
    FlowReading reading = readingAt(Millis(0), 0);
    reading.figures.toSucceed.add(Millis(9000));
    series.note(reading);
    reading.at += Millis(1000);
    series.note(reading);
    reading.at += Millis(1000);
    reading.figures.toSucceed.add(Millis(20));
    series.note(reading);
    const auto samples = series.samples(FlowRange::FiveMinutes);
    QVERIFY(!samples[0].p50);
    QVERIFY(*samples[1].p99 < 25);
}

void TestFlow::longRangesHaveLongSteps()
{
    FlowSeries series;
    for (int second = 0; second <= 600; ++second)
        series.note(readingAt(std::chrono::seconds(second), std::uint64_t(second) * 3));
    QCOMPARE(series.samples(FlowRange::FiveMinutes).size(), 300);
    QCOMPARE(series.samples(FlowRange::Hour).size(), 60);
    QCOMPARE(series.samples(FlowRange::Day).size(), 5);
    QCOMPARE(series.samples(FlowRange::Day)[3].submitted, 3.0);
}

void TestFlow::theStepUnderWayIsShown()
{
    FlowSeries series;
    for (int second = 0; second <= 15; ++second)
        series.note(readingAt(std::chrono::seconds(second), std::uint64_t(second)));
    const auto samples = series.samples(FlowRange::Hour);
    QCOMPARE(samples.size(), 2);
    QCOMPARE(samples[1].at, start + std::chrono::seconds(15));
    QCOMPARE(samples[1].submitted, 1.0);
    QCOMPARE(series.samples(FlowRange::Day).size(), 1);
}

void TestFlow::memoryIsBounded()
{
    FlowSeries series;
    for (int step = 0; step < 2000; ++step)
        series.note(readingAt(std::chrono::minutes(2) * step, 0));
    QCOMPARE(series.samples(FlowRange::FiveMinutes).size(), 300);
    QCOMPARE(series.samples(FlowRange::Hour).size(), 360);
    QCOMPARE(series.samples(FlowRange::Day).size(), 720);
}

void TestFlow::aPauseIsAGap()
{
    FlowSeries series;
    series.note(readingAt(Millis(0), 0));
    series.note(readingAt(Millis(1000), 0));
    series.note(readingAt(std::chrono::minutes(30), 1800));
    const auto samples = series.samples(FlowRange::FiveMinutes);
    QVERIFY(!samples[0].afterGap);
    QVERIFY(samples[1].afterGap);
    QVERIFY(samples[1].submitted < 1.1); // over the whole pause, not in one second
}

void TestFlow::aClockSetBackBeginsAnew()
{
    FlowSeries series;
    series.note(readingAt(Millis(5000), 0));
    series.note(readingAt(Millis(6000), 0));
    series.note(readingAt(Millis(1000), 0));
    QVERIFY(series.samples(FlowRange::FiveMinutes).isEmpty());
    series.note(readingAt(Millis(2000), 1));
    QCOMPARE(series.samples(FlowRange::FiveMinutes).size(), 1);
}

void TestFlow::countsThatShrinkAreAnotherEngines()
{
    FlowSeries series;
    series.note(readingAt(Millis(0), 100));
    series.note(readingAt(Millis(1000), 101));
    series.note(readingAt(Millis(2000), 3));
    series.note(readingAt(Millis(3000), 5));
    const auto samples = series.samples(FlowRange::FiveMinutes);
    QCOMPARE(samples.size(), 2);
    QCOMPARE(samples[1].submitted, 2.0);
}

void TestFlow::countsBecomeABacklog()
{
    m_asked.clear();
    ui::FlowWatch watch(sources(), m_clock);
    QSignalSpy changed(&watch, &ui::FlowWatch::changed);
    watch.read();
    QCOMPARE(m_asked.size(), 1);
    QVERIFY(!watch.backlog());
    m_asked.takeFirst()(core::store::Counts{
        .total = 9, .prepared = 2, .submitted = 3, .oldestUnfinished = m_clock.now() - Millis(4000)});
    QCOMPARE(watch.backlog()->waiting(), 5);
    QCOMPARE(watch.backlog()->oldestUnfinished, Millis(4000));
    QVERIFY(!watch.backlog()->oldestPrepared);
    QCOMPARE(watch.counts()->total, 9);
    QCOMPARE(changed.count(), 2);
}

void TestFlow::whatIsTriedAgainIsReadWithTheCounts()
{
    m_asked.clear();
    QList<std::function<void(core::Result<core::store::Page>)>> asked;
    ui::FlowWatch::Sources all = sources();
    all.retrying = [&asked](int limit, QObject *, auto then) {
        QCOMPARE(limit, ui::FlowWatch::retryingMax);
        asked.append(std::move(then));
    };
    ui::FlowWatch watch(all, m_clock);
    watch.read();
    m_asked.takeFirst()(core::store::Counts{.total = 2, .submitted = 2, .retrying = 0});
    QCOMPARE(asked.size(), 0);
    watch.read();
    QTRY_VERIFY((watch.read(), !m_asked.isEmpty())); // counting rests for a moment
    m_asked.takeFirst()(core::store::Counts{.total = 2, .submitted = 2, .retrying = 2});
    QCOMPARE(asked.size(), 1);
    asked.takeFirst()(core::store::Page{.rows = {{.rowId = 2}, {.rowId = 1}}, .nextBefore = 1});
    QCOMPARE(watch.retrying().size(), 2);
    QVERIFY(watch.hasMoreRetrying());
    QTRY_VERIFY((watch.read(), !m_asked.isEmpty()));
    m_asked.takeFirst()(core::store::Counts{.total = 2, .retrying = 0});
    QVERIFY(watch.retrying().isEmpty() && !watch.hasMoreRetrying());
}

void TestFlow::oneFailureAloneIsNotTold()
{
    m_asked.clear();
    ui::FlowWatch watch(sources(), m_clock);
    watch.read();
    m_asked.takeFirst()(core::store::Counts{.total = 1});
    QTRY_VERIFY((watch.read(), !m_asked.isEmpty()));
    m_asked.takeFirst()(core::Error::unavailable(u"cancelled"_s));
    QVERIFY(watch.problem().isEmpty());
    QVERIFY(watch.backlog());
}

void TestFlow::aStoreThatFailsSaysWhy()
{
    m_asked.clear();
    ui::FlowWatch watch(sources(), m_clock);
    for (int i = 0; i < 2; ++i) {
        QTRY_VERIFY((watch.read(), !m_asked.isEmpty()));
        m_asked.takeFirst()(core::Error::unavailable(u"the disk is gone"_s));
    }
    QCOMPARE(watch.problem(), u"the disk is gone"_s);
    QVERIFY(!watch.backlog());
    QTRY_VERIFY((watch.read(), !m_asked.isEmpty()));
    m_asked.takeFirst()(core::store::Counts{});
    QVERIFY(watch.problem().isEmpty());
    QVERIFY(watch.backlog());
}

void TestFlow::aStoreThatIsSilentSaysSo()
{
    m_asked.clear();
    ui::FlowWatch watch(sources(), m_clock);
    watch.read();
    QTRY_VERIFY_WITH_TIMEOUT((watch.read(), !watch.problem().isEmpty()), 8000);
    QVERIFY(!watch.backlog());
    m_asked.takeFirst()(core::store::Counts{});
    QVERIFY(watch.problem().isEmpty());
}

void TestFlow::whileItIsAskedItIsNotAskedAgain()
{
    m_asked.clear();
    ui::FlowWatch watch(sources(), m_clock);
    watch.read();
    watch.read();
    QCOMPARE(m_asked.size(), 1);
}

void TestFlow::countingRestsByItsWorkAndNeverForLong()
{
    QCOMPARE(ui::FlowWatch::restAfter(0), 0);
    QCOMPARE(ui::FlowWatch::restAfter(250), 1000);
    QCOMPARE(ui::FlowWatch::restAfter(60'000), 10'000); // a screen that was held up for a minute
}

QTEST_GUILESS_MAIN(TestFlow)
#include "tst_flow.moc"
