// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/formatting.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Millis;
using core::Money;

namespace {

const QLocale english(QLocale::English, QLocale::UnitedStates);
const QLocale german(QLocale::German, QLocale::Germany);

} // namespace

class TestFormatting final : public QObject
{
    Q_OBJECT
private slots:
    void moneyIsExactAndGrouped_data()
    {
        QTest::addColumn<qint64>("cents");
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << qint64(0) << english << u"0.00"_s;
        QTest::newRow("cents") << qint64(5) << english << u"0.05"_s;
        QTest::newRow("minus cents") << qint64(-5) << english << u"−0.05"_s;
        QTest::newRow("below a thousand") << qint64(99999) << english << u"999.99"_s;
        QTest::newRow("a thousand") << qint64(100000) << english << u"1,000.00"_s;
        QTest::newRow("minus") << qint64(-3000) << english << u"−30.00"_s;
        QTest::newRow("the total") << qint64(24000000) << english << u"240,000.00"_s;
        QTest::newRow("beyond a double") << qint64(9007199254740993) << english << u"90,071,992,547,409.93"_s;
        QTest::newRow("least") << std::numeric_limits<qint64>::min() << english << u"−92,233,720,368,547,758.08"_s;
        QTest::newRow("german") << qint64(-123456789) << german << u"−1.234.567,89"_s;
        QTest::newRow("c") << qint64(123456) << QLocale::c() << u"1,234.56"_s;
    }

    void moneyIsExactAndGrouped()
    {
        QFETCH(qint64, cents);
        QFETCH(QLocale, locale);
        QTEST(widgets::formatMoney(Money::fromCents(cents), locale), "text");
    }

    void aDeltaShowsItsSign()
    {
        QCOMPARE(widgets::formatDelta(Money::fromCents(3000), english), u"+30.00"_s);
        QCOMPARE(widgets::formatDelta(Money::fromCents(-3000), english), u"−30.00"_s);
        QCOMPARE(widgets::formatDelta(Money(), english), u"0.00"_s);
    }

    void countsAreGrouped()
    {
        QCOMPARE(widgets::formatCount(0, english), u"0"_s);
        QCOMPARE(widgets::formatCount(41318, english), u"41,318"_s);
        QCOMPARE(widgets::formatCount(-1000, english), u"−1,000"_s);
    }

    void agesAreWholeUnits_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("in the future") << qint64(-5000) << u"0 s"_s;
        QTest::newRow("nothing") << qint64(0) << u"0 s"_s;
        QTest::newRow("21 s") << qint64(21'999) << u"21 s"_s;
        QTest::newRow("just below a minute") << qint64(59'999) << u"59 s"_s;
        QTest::newRow("a minute") << qint64(60'000) << u"1 min"_s;
        QTest::newRow("41 min") << qint64(41 * 60'000 + 6'000) << u"41 min"_s;
        QTest::newRow("an hour") << qint64(3'600'000) << u"1 h"_s;
        QTest::newRow("47 h") << qint64(48 * 3'600'000 - 1) << u"47 h"_s;
        QTest::newRow("two days") << qint64(48 * 3'600'000) << u"2 d"_s;
    }

    void agesAreWholeUnits()
    {
        QFETCH(qint64, ms);
        QTEST(widgets::formatAge(Millis(ms), english), "text");
    }

    void countdownsEndWithNow_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("dueNow");
        QTest::newRow("long due") << qint64(-1000) << u"now"_s << true;
        QTest::newRow("due") << qint64(0) << u"now"_s << true;
        QTest::newRow("0.4 s") << qint64(400) << u"0.4 s"_s << true;
        QTest::newRow("last second") << qint64(999) << u"0.9 s"_s << true;
        QTest::newRow("a second") << qint64(1000) << u"1.0 s"_s << false;
        QTest::newRow("8.1 s") << qint64(8'149) << u"8.1 s"_s << false;
        QTest::newRow("cut, not rounded") << qint64(59'999) << u"59.9 s"_s << false;
        QTest::newRow("a minute") << qint64(60'000) << u"1 min"_s << false;
        QTest::newRow("7 min") << qint64(7 * 60'000) << u"7 min"_s << false;
        QTest::newRow("3 h") << qint64(3 * 3'600'000) << u"3 h"_s << false;
    }

    void countdownsEndWithNow()
    {
        QFETCH(qint64, ms);
        QTEST(widgets::formatCountdown(Millis(ms), english), "text");
        QTEST(widgets::isDueNow(Millis(ms)), "dueNow");
    }

    void aCountdownHasTheDecimalPointOfTheLocale() { QCOMPARE(widgets::formatCountdown(8100ms, german), u"8,1 s"_s); }

    void durationsStartWithMilliseconds()
    {
        QCOMPARE(widgets::formatDuration(9ms, english), u"9 ms"_s);
        QCOMPARE(widgets::formatDuration(45'311ms, english), u"45.3 s"_s);
        QCOMPARE(widgets::formatDuration(120s, english), u"2 min"_s);
    }

    void absoluteTimesNameTheirZone()
    {
        const core::TimePoint time = core::fromEpochMs(1'789'383'504'114);
        QCOMPARE(widgets::formatAbsolute(time), u"2026-09-14 10:58:24.114 UTC"_s);
        QCOMPARE(widgets::formatTimeOfDay(time), u"10:58:24"_s);
        QCOMPARE(widgets::formatTimeOfDay(time, QTimeZone(3600)), u"11:58:24"_s);
    }

    void theDisplayZoneHoldsWhereNoneIsGiven()
    {
        const core::TimePoint time = core::fromEpochMs(1'789'383'504'114);
        widgets::setDisplayZone(QTimeZone(3600));
        QCOMPARE(widgets::formatTimeOfDay(time), u"11:58:24"_s);
        QVERIFY(widgets::formatAbsolute(time).startsWith("2026-09-14 11:58:24.114"_L1));
        widgets::setDisplayZone(QTimeZone::utc());
        QCOMPARE(widgets::formatTimeOfDay(time), u"10:58:24"_s);
    }

    void aGidIsKnownByItsEnd()
    {
        QCOMPARE(widgets::shortGid(u"01M2FS12WRT7BREJ1E706AKRSM"), u"…706AKRSM"_s);
        QCOMPARE(widgets::shortGid(u"12345678"), u"12345678"_s);
        QCOMPARE(widgets::shortGid(u""), QString());
        QCOMPARE(widgets::shownGid(u"01M2FS12WRT7BREJ1E706AKRSM"), u"01M2FS12WRT7BREJ1E706AKRSM"_s);
        widgets::setGidsHidden(true);
        QCOMPARE(widgets::shortGid(u"01M2FS12WRT7BREJ1E706AKRSM"), u"…"_s);
        QCOMPARE(widgets::shownGid(u"01M2FS12WRT7BREJ1E706AKRSM"), u"…"_s);
        widgets::setGidsHidden(false);
    }

    void everyStateAndVerdictHasAWord()
    {
        using enum theme::State;
        QSet<QString> words;
        for (const auto state : {Prepared, Submitted, Retrying, Succeed, Failed, Stalled})
            words << widgets::stateWord(state);
        QCOMPARE(words.size(), 6);
        using enum theme::Verdict;
        for (const auto verdict : {Success, Failure, Ongoing, Unknown, TimedOut})
            words << widgets::verdictWord(verdict);
        QCOMPARE(words.size(), 11);
    }
};

QTEST_MAIN(TestFormatting)
#include "tst_formatting.moc"
