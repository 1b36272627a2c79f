// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/plotlibrary.h"
#include "ui/widgets/totalplot.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using core::Money;
using widgets::TotalPlot;
using widgets::TotalSample;

namespace {

QList<TotalSample> someSamples()
{
    QList<TotalSample> samples;
    for (int i = 0; i < 10; ++i)
        samples << TotalSample{core::fromEpochMs(60'000 * i), Money::fromCents(24'000'000 - 3000 * (i % 3)),
                               Money::fromCents(3000 * (i % 3))};
    return samples;
}

} // namespace

class TestTotalPlot final : public QObject
{
    Q_OBJECT
private slots:
    void withoutSamplesNothingIsMissingAndKeysDoNothing()
    {
        TotalPlot plot(m_theme);
        QCOMPARE(plot.difference(), Money());
        QTest::keyClick(&plot, Qt::Key_Right);
        QVERIFY(!plot.currentSample());
        QVERIFY(!plot.accessibleDescription().isNull() || !plot.accessibleName().isEmpty());
        plot.setSamples({});
        QCOMPARE(plot.difference(), Money());
    }

    void arrowKeysWalkFromTheNewestSample()
    {
        TotalPlot plot(m_theme);
        plot.setSamples(someSamples());
        QSignalSpy moved(&plot, &TotalPlot::currentSampleChanged);
        QTest::keyClick(&plot, Qt::Key_Left);
        QCOMPARE(plot.currentSample(), 9);
        QTest::keyClick(&plot, Qt::Key_Right);
        QCOMPARE(plot.currentSample(), 9);
        QTest::keyClick(&plot, Qt::Key_Left);
        QCOMPARE(plot.currentSample(), 8);
        QTest::keyClick(&plot, Qt::Key_Escape);
        QVERIFY(!plot.currentSample());
        QCOMPARE(moved.count(), 3);
    }

    void eachTimeStandsThereOnce_data()
    {
        QTest::addColumn<int>("milliseconds");
        for (const int milliseconds : {600, 2'500, 4'000, 12'000, 90'000, 7'200'000})
            QTest::addRow("%d ms", milliseconds) << milliseconds;
    }

    void eachTimeStandsThereOnce()
    {
        QFETCH(const int, milliseconds);
        TotalPlot plot(m_theme);
        plot.resize(900, 260);
        const TotalSample first{core::fromEpochMs(1'789'383'504'114), Money::fromCents(100), Money()};
        TotalSample last = first;
        last.at += core::Millis(milliseconds);
        plot.setSamples({first, last});
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        const auto labels = [&plot] { return plot.findChild<QCustomPlot *>()->xAxis->tickVectorLabels(); };
        QTRY_VERIFY(!labels().isEmpty());
        QStringList all = labels();
        QVERIFY2(all.removeDuplicates() == 0, qPrintable(labels().join(u' ')));
    }

    void aMarkIsReachedByMouseAndKeys()
    {
        TotalPlot plot(m_theme);
        plot.setSamples(someSamples());
        plot.setMark(
            widgets::TotalMark{core::fromEpochMs(270'000), u"30.00 lost"_s, u"naive transfer 17"_s, u"open"_s});
        QVERIFY(plot.accessibleDescription().contains("30.00 lost"_L1));
        QSignalSpy opened(&plot, &TotalPlot::markActivated);
        QTest::keyClick(&plot, Qt::Key_Return); // no box is open
        QCOMPARE(opened.size(), 0);
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(&plot, Qt::Key_Left);
        QCOMPARE(plot.currentSample(), 5); // at five minutes: the first from the mark on
        QTest::keyClick(&plot, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);

        plot.resize(600, 260);
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        QWidget *canvas = plot.findChild<QWidget *>();
        int found = -1;
        for (int x = 60; x < 560 && found < 0; x += 4) {
            QTest::mouseMove(canvas, QPoint(x, 120));
            if (plot.currentSample() == 5)
                found = x;
        }
        QVERIFY(found > 0);
        QTest::mouseClick(canvas, Qt::LeftButton, {}, QPoint(found + 2, 120));
        QCOMPARE(opened.size(), 2);
        QTest::mouseClick(canvas, Qt::LeftButton, {}, QPoint(found + 120, 120));
        QCOMPARE(opened.size(), 2);
    }

    void theMouseTellsAboutTheSampleUnderIt()
    {
        TotalPlot plot(m_theme);
        plot.setSamples(someSamples());
        plot.resize(600, 260);
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        QWidget *canvas = plot.findChild<QWidget *>();
        QTest::mouseMove(canvas, QPoint(300, 120));
        QTRY_VERIFY(plot.currentSample().has_value());
        const int middle = *plot.currentSample();
        QVERIFY(middle > 0 && middle < 9);
        QTest::mouseMove(canvas, QPoint(200, 120));
        QTRY_VERIFY(*plot.currentSample() < middle);
    }

    void draggingZoomsAndADoubleClickShowsAllAgain()
    {
        TotalPlot plot(m_theme);
        plot.setSamples(someSamples());
        plot.resize(600, 260);
        plot.show();
        QVERIFY(QTest::qWaitForWindowExposed(&plot));
        QWidget *canvas = plot.findChild<QWidget *>();
        const auto sampleAt = [&](int x) {
            QTest::mouseMove(canvas, QPoint(x, 120));
            QTest::mouseMove(canvas, QPoint(x + 1, 120));
            return plot.currentSample().value_or(-1);
        };
        const int before = sampleAt(470);
        QTest::mousePress(canvas, Qt::LeftButton, {}, QPoint(200, 120));
        QTest::mouseMove(canvas, QPoint(300, 120));
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, QPoint(300, 120));
        QVERIFY(sampleAt(470) < before);
        QTest::mouseDClick(canvas, Qt::LeftButton, {}, QPoint(300, 120));
        QCOMPARE(sampleAt(470), before);
    }

    void whatIsMissingIsExact()
    {
        TotalPlot plot(m_theme);
        QList<TotalSample> samples = someSamples();
        samples << TotalSample{core::fromEpochMs(600'000), Money::fromCents(23'997'000), Money()};
        plot.setSamples(samples);
        QCOMPARE(plot.difference(), Money::fromCents(-3000));
        QCOMPARE(plot.legend().size(), 4);
        plot.setExpected(Money::fromCents(23'997'000));
        QCOMPARE(plot.difference(), Money());
        QCOMPARE(plot.legend().size(), 3);
    }

    void aSampleThatIsGoneIsNoLongerTheCurrentOne()
    {
        TotalPlot plot(m_theme);
        plot.setSamples(someSamples());
        QTest::keyClick(&plot, Qt::Key_Left);
        plot.setSamples(someSamples().first(3));
        QVERIFY(!plot.currentSample());
    }

private:
    theme::Theme m_theme{*qApp};
};

QTEST_MAIN(TestTotalPlot)
#include "tst_totalplot.moc"
