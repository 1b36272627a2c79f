// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/timeplot.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using widgets::TimePlot;

namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

core::TimePoint second(int number)
{
    return core::fromEpochMs(number * 1000);
}

QList<TimePlot::Sample> someSamples(int count = 60)
{
    QList<TimePlot::Sample> samples;
    for (int i = 0; i < count; ++i)
        samples.append({second(i), {double(i), 2.0}});
    return samples;
}

QColor accent(const theme::Tokens &tokens)
{
    return tokens.accent;
}

/// Whether a picture has a pixel that looks like this colour.
bool shows(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (qAbs(pixel.red() - color.red()) + qAbs(pixel.green() - color.green())
                    + qAbs(pixel.blue() - color.blue())
                < 30)
                return true;
        }
    }
    return false;
}

} // namespace

class TestTimePlot final : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_plot = std::make_unique<TimePlot>(m_theme, TimePlot::Scale::Linear);
        m_plot->setSeries(
            {{u"first"_s, accent, TimePlot::Look::Stacked}, {u"second"_s, accent, TimePlot::Look::Stacked}});
        m_plot->resize(600, 260);
    }

    void cleanup() { m_plot.reset(); }

    void whatNobodySeesIsNotDrawn()
    {
        QTest::qWait(20); // the library draws an empty plot once it is made
        QSignalSpy drawn(canvas(), SIGNAL(afterReplot()));
        for (int i = 1; i <= 5; ++i) {
            m_plot->setSamples(someSamples(i), second(0), second(59));
            m_theme.setCompactRows(i % 2 == 1);
        }
        QTest::qWait(50);
        QCOMPARE(drawn.count(), 0);
        m_plot->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_plot.get()));
        QTRY_VERIFY(drawn.count() > 0);
        QVERIFY(shows(m_plot->grab().toImage(), m_theme.tokens().accent));
    }

    void samplesAreDrawnOnceASecondAtTheMost()
    {
        m_plot->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_plot.get()));
        QTest::qWait(50);
        m_plot->setSamples(someSamples(2), second(0), second(59));
        QSignalSpy drawn(canvas(), SIGNAL(afterReplot()));
        QElapsedTimer since;
        since.start();
        for (int i = 3; i <= 30; ++i)
            m_plot->setSamples(someSamples(i), second(0), second(59));
        QCOMPARE(drawn.count(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(drawn.count(), 1, 3000); // the latest of them
        QVERIFY(since.elapsed() >= 800);
        QTest::keyClick(m_plot.get(), Qt::Key_End);
        QTest::keyClick(m_plot.get(), Qt::Key_Plus);
        QCOMPARE(drawn.count(), 2); // what the user does is drawn at once
    }

    /// Where nothing failed, no line says so over what succeeded.
    void whatIsNotThereHasNoLine()
    {
        const auto red = [](const theme::Tokens &tokens) { return tokens.failed.chart; };
        m_plot->setSeries({{u"first"_s, accent, TimePlot::Look::Stacked}, {u"second"_s, red, TimePlot::Look::Stacked}});
        QList<TimePlot::Sample> samples;
        for (int i = 0; i < 60; ++i)
            samples.append({second(i), {20.0 + i % 7, i == 40 ? 5.0 : 0.0}});
        m_plot->setSamples(samples.first(40), second(0), second(59));
        m_plot->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_plot.get()));
        const QColor failed = m_theme.tokens().failed.chart;
        QTRY_VERIFY(shows(m_plot->grab().toImage(), m_theme.tokens().accent));
        QVERIFY(!shows(m_plot->grab().toImage(), failed));
        m_plot->setSamples(samples, second(0), second(59));
        QTRY_VERIFY_WITH_TIMEOUT(shows(m_plot->grab().toImage(), failed), 3000);
        const QImage image = m_plot->grab().toImage();
        QVERIFY2(!shows(image.copy(0, 0, image.width() / 2, image.height()), failed), "only where it is");
        QVERIFY(shows(image.copy(0, 0, image.width() / 2, image.height()), m_theme.tokens().accent));
    }

    void noPlotHasNothingToPaintOn()
    {
        static QStringList warnings;
        warnings.clear();
        const QtMessageHandler usual = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &text) { warnings << text; });
        m_plot->setSamples(someSamples(), second(0), second(59));
        m_plot->resize(600, 0);
        m_plot->show();
        QTest::qWait(50);
        m_plot->resize(0, 200);
        m_plot->setSamples(someSamples(), second(0), second(59));
        QTest::qWait(50);
        m_plot->hide();
        m_plot->resize(300, 0);
        m_plot->setSamples(someSamples(), second(0), second(59));
        m_plot->resize(300, 200);
        m_plot->show();
        QTest::qWait(50);
        qInstallMessageHandler(usual);
        warnings.removeIf(
            [](const QString &text) { return !text.contains(u"QCustomPlot"_s) && !text.contains(u"QPainter"_s); });
        QVERIFY2(warnings.isEmpty(), qPrintable(warnings.join(u'\n')));
    }

    void withoutSamplesKeysDoNothing()
    {
        for (const int key : {Qt::Key_Left, Qt::Key_Home, Qt::Key_End, Qt::Key_Plus, Qt::Key_Minus, Qt::Key_Escape})
            QTest::keyClick(m_plot.get(), Qt::Key(key));
        QVERIFY(!m_plot->currentSample());
        QVERIFY(!m_plot->isZoomed());
        QVERIFY(!m_plot->accessibleDescription().isEmpty());
    }

    void keysWalkAndZoom()
    {
        m_plot->setSamples(someSamples(), second(0), second(60));
        QTest::keyClick(m_plot.get(), Qt::Key_Left);
        QCOMPARE(m_plot->currentSample(), 59);
        QTest::keyClick(m_plot.get(), Qt::Key_Left);
        QCOMPARE(m_plot->currentSample(), 58);
        QTest::keyClick(m_plot.get(), Qt::Key_Home);
        QCOMPARE(m_plot->currentSample(), 0);
        QTest::keyClick(m_plot.get(), Qt::Key_Plus);
        QVERIFY(m_plot->isZoomed());
        QTest::keyClick(m_plot.get(), Qt::Key_Minus);
        QVERIFY(!m_plot->isZoomed());
        QTest::keyClick(m_plot.get(), Qt::Key_Plus);
        QTest::keyClick(m_plot.get(), Qt::Key_Escape);
        QVERIFY(!m_plot->isZoomed() && !m_plot->currentSample());
    }

    void theMouseTellsAboutTheNearestSample()
    {
        m_plot->setSamples(someSamples(2), second(0), second(1));
        m_plot->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_plot.get()));
        QWidget *canvas = m_plot->findChild<QWidget *>();
        QTest::mouseMove(canvas, QPoint(540, 100));
        QTRY_COMPARE(m_plot->currentSample(), 1);
        QTest::mouseMove(canvas, QPoint(80, 100));
        QTRY_COMPARE(m_plot->currentSample(), 0);
    }

    void draggingZoomsAndADoubleClickShowsAllAgain()
    {
        m_plot->setSamples(someSamples(), second(0), second(60));
        m_plot->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_plot.get()));
        QWidget *canvas = m_plot->findChild<QWidget *>();
        QTest::mousePress(canvas, Qt::LeftButton, {}, QPoint(200, 100));
        QTest::mouseMove(canvas, QPoint(300, 100));
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, QPoint(300, 100));
        QVERIFY(m_plot->isZoomed());
        m_plot->setSamples(someSamples(61), second(1), second(61));
        QVERIFY(m_plot->isZoomed());
        QTest::mouseDClick(canvas, Qt::LeftButton, {}, QPoint(250, 100));
        QVERIFY(!m_plot->isZoomed());
    }

    void whatIsShownIsSaid()
    {
        m_plot->setValueText([](double value) { return QString::number(value) + u" x"_s; });
        m_plot->setSamples({{second(61), {1.5, unknown}}}, second(0), second(61));
        QCOMPARE(m_plot->accessibleDescription(), u"00:01:01, first 1.5 x, second –"_s);
        QCOMPARE(m_plot->legend().size(), 2);
    }

    void timesFollowTheZoneOfTheScreen()
    {
        widgets::setDisplayZone(QTimeZone(8 * 3600));
        QEvent anew(QEvent::LanguageChange);
        QApplication::sendEvent(m_plot.get(), &anew);
        m_plot->setSamples({{second(61), {1.5, unknown}}}, second(0), second(61));
        widgets::setDisplayZone(QTimeZone::utc());
        QVERIFY2(m_plot->accessibleDescription().startsWith(u"08:01:01"_s),
                 qPrintable(m_plot->accessibleDescription()));
    }

    void fewerSamplesForgetTheChosenOne()
    {
        m_plot->setSamples(someSamples(), second(0), second(60));
        QTest::keyClick(m_plot.get(), Qt::Key_End);
        QSignalSpy moved(m_plot.get(), &TimePlot::currentSampleChanged);
        m_plot->setSamples(someSamples(3), second(0), second(60));
        QVERIFY(!m_plot->currentSample());
        QCOMPARE(moved.count(), 1);
    }

    void unknownValuesAndGapsAreDrawnWithoutLines()
    {
        QList<TimePlot::Sample> samples{{second(0), {unknown, unknown}}, {second(30), {unknown, 1}, true}};
        m_plot->setSamples(samples, second(0), second(60));
        QVERIFY(!shows(m_plot->grab().toImage(), m_theme.tokens().accent));
        m_plot->setSamples(someSamples(), second(0), second(60));
        QApplication::processEvents();
        QVERIFY(shows(m_plot->grab().toImage(), m_theme.tokens().accent));
    }

    void aLogarithmicPlotTakesZeroAndNothing()
    {
        TimePlot plot(m_theme, TimePlot::Scale::Logarithmic);
        plot.setEndLabels(true);
        plot.setLeastTop(1000);
        plot.setSeries({{u"p50"_s, accent, TimePlot::Look::Solid}, {u"p99"_s, accent, TimePlot::Look::Dotted}});
        plot.resize(400, 200);
        for (const double value : {0.0, unknown, 1e9, 5.0}) {
            plot.setSamples({{second(0), {value, value}}, {second(1), {value, value}}}, second(0), second(1));
            QVERIFY(!plot.grab().isNull());
        }
    }

    void aSparklineShowsItsCourse()
    {
        widgets::Sparkline line(m_theme, accent);
        line.resize(line.sizeHint());
        QVERIFY(!shows(line.grab().toImage(), m_theme.tokens().accent));
        line.setValues({1, unknown, 0, 5, 3});
        QVERIFY(shows(line.grab().toImage(), m_theme.tokens().accent));
        line.setValues({0, 0, 0});
        QVERIFY(shows(line.grab().toImage(), m_theme.tokens().accent));
        line.resize(10, 34);
        QVERIFY(!shows(line.grab().toImage(), m_theme.tokens().accent));
    }

private:
    /// The plot of the library inside.
    QObject *canvas() const
    {
        for (QObject *child : m_plot->findChildren<QObject *>()) {
            if (child->inherits("QCustomPlot"))
                return child;
        }
        return nullptr;
    }

    theme::Theme m_theme{*qApp};
    std::unique_ptr<TimePlot> m_plot;
};

QTEST_MAIN(TestTimePlot)
#include "tst_timeplot.moc"
