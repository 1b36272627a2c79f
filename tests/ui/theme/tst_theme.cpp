// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/digits.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using theme::Theme;

namespace {

bool isBlank(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > 0)
                return false;
        }
    }
    return true;
}

bool hasColor(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color)
                return true;
        }
    }
    return false;
}

} // namespace

class TestTheme final : public QObject
{
    Q_OBJECT
private slots:
    void aSwitchAtRunTimeChangesPaletteAndTokensAndTellsOnce()
    {
        Theme theme(*qApp);
        theme.setScheme(Theme::Scheme::Light);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setScheme(Theme::Scheme::Dark);
        QCOMPARE(changed.count(), 1);
        QVERIFY(theme.isDark());
        QCOMPARE(theme.tokens().panel, theme::darkTokens().panel);
        QCOMPARE(QApplication::palette().color(QPalette::Base), theme::darkTokens().panel);
        QVERIFY(qApp->styleSheet().contains(theme::darkTokens().accentFill.name()));

        theme.setScheme(Theme::Scheme::Dark);
        QCOMPARE(changed.count(), 1);
    }

    void presentingMakesTheTypeLargeAndTheUsersSizeStays()
    {
        Theme theme(*qApp);
        theme.setTextScale(1.1);
        const double before = theme.font().pointSizeF();
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setPresenting(true);
        QCOMPARE(changed.count(), 1);
        QVERIFY(theme.font().pointSizeF() > before * 1.2);
        QCOMPARE(theme.textScale(), 1.1);
        theme.setPresenting(false);
        QCOMPARE(theme.font().pointSizeF(), before);
    }

    void compactRowsAreLower()
    {
        Theme theme(*qApp);
        QCOMPARE(theme.rowHeight(32), 32);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setCompactRows(true);
        theme.setCompactRows(true);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(theme.rowHeight(32), 28);
    }

    void reducedMotionIsTold()
    {
        Theme theme(*qApp);
        QVERIFY(!theme.reducedMotion());
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setReducedMotion(true);
        QVERIFY(theme.reducedMotion());
        QCOMPARE(changed.count(), 1);
    }

    void theSchemeOfTheSystemIsFoundUnderOurOwn()
    {
        Theme theme(*qApp);
        const bool system = theme.isDark();
        theme.setScheme(Theme::Scheme::Dark);
        theme.setScheme(Theme::Scheme::System);
        QCOMPARE(theme.isDark(), system);
    }

    void noReferenceStaysInTheStyleSheet()
    {
        Theme theme(*qApp);
        QVERIFY(!qApp->styleSheet().isEmpty());
        QVERIFY(!qApp->styleSheet().contains(u'@'));
    }

    void anIconFollowsTheThemeByItself()
    {
        Theme theme(*qApp);
        theme.setScheme(Theme::Scheme::Light);
        const QIcon icon = theme.icon(u"stop"_s, &theme::Tokens::accent);
        QVERIFY(hasColor(icon.pixmap(24, 24).toImage(), theme::lightTokens().accent));
        theme.setScheme(Theme::Scheme::Dark);
        QVERIFY(hasColor(icon.pixmap(24, 24).toImage(), theme::darkTokens().accent));
    }

    void aDisabledIconHasTheDisabledColour()
    {
        Theme theme(*qApp);
        const QImage image = theme.icon(u"stop"_s).pixmap(QSize(24, 24), QIcon::Disabled).toImage();
        QVERIFY(hasColor(image, theme.tokens().disabled));
    }

    void everyIconIsDrawnAtEverySize_data()
    {
        QTest::addColumn<QString>("name");
        QVERIFY(theme::iconNames().size() > 50);
        for (const QString &name : theme::iconNames())
            QTest::newRow(qPrintable(name)) << name;
    }

    void everyIconIsDrawnAtEverySize()
    {
        QFETCH(QString, name);
        for (const double ratio : {1.0, 1.5, 2.0}) {
            for (const int size : {12, 14, 16, 20, 24, 64}) {
                const QPixmap pixmap = theme::iconPixmap(name, Qt::red, size, ratio);
                QCOMPARE(pixmap.width(), qRound(size * ratio));
                QVERIFY(!isBlank(pixmap.toImage()));
            }
        }
    }

    void anUnknownIconIsEmptyAndSaysSo()
    {
        QTest::ignoreMessage(QtWarningMsg, "icon missing name=\"no-such\"");
        QVERIFY(theme::iconPixmap(u"no-such"_s, Qt::red, 16, 1).isNull());
    }

    void strokesGetThinnerInUnitsAsIconsGrow()
    {
        QCOMPARE(theme::iconStroke(10), 2.4);
        QCOMPARE(theme::iconStroke(12), 2.4);
        QCOMPARE(theme::iconStroke(14), 2.1);
        QCOMPARE(theme::iconStroke(18), 1.9);
        QCOMPARE(theme::iconStroke(24), 1.7);
        QCOMPARE(theme::iconStroke(64), 1.7);
    }

    void textSizesFollowTheApplicationFontAndTheScale()
    {
        Theme theme(*qApp);
        const double body = theme.font().pointSizeF();
        QCOMPARE(theme.font(theme::TextSize::Kpi).pointSizeF(), body * 2);
        QCOMPARE(theme.font(theme::TextSize::Kpi).weight(), QFont::DemiBold);
        theme.setTextScale(1.5);
        QCOMPARE(theme.font().pointSizeF(), body * 1.5);
        QCOMPARE(QApplication::font().pointSizeF(), body * 1.5);
        theme.setTextScale(9);
        QCOMPARE(theme.textScale(), 2.0);
    }

    void aLabelTakesItsSizeFromTheSheet()
    {
        Theme theme(*qApp);
        QLabel label(u"240,000.00"_s);
        theme::setTextSize(label, theme::TextSize::Kpi);
        label.ensurePolished();
        QVERIFY(qAbs(label.font().pointSizeF() - theme.font(theme::TextSize::Kpi).pointSizeF()) < 0.1);
        theme::setTone(label, theme::Tone::Bad);
        QCOMPARE(label.palette().color(QPalette::WindowText), theme.tokens().failed.text);
    }

    void theRingStandsAroundAButtonThatTheKeyboardReached()
    {
        Theme theme(*qApp);
        QWidget window;
        QPushButton first(&window);
        QPushButton second(&window);
        second.move(100, 40);
        window.resize(240, 100);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        second.setFocus(Qt::MouseFocusReason);
        QVERIFY(!window.findChild<QFocusFrame *>());
        QTest::keyClick(&window, Qt::Key_Tab);
        QVERIFY(first.hasFocus());
        const auto *ring = window.findChild<QFocusFrame *>();
        QVERIFY(ring && ring->isVisible() && ring->widget() == &first);
        theme.setScheme(theme.isDark() ? Theme::Scheme::Light : Theme::Scheme::Dark);
        QCoreApplication::processEvents();
        QVERIFY(ring->isVisible());
        QVERIFY(hasColor(window.grab().toImage(), theme.tokens().accent));
        second.setFocus(Qt::MouseFocusReason);
        QVERIFY(!ring->isVisible());
        QFocusEvent told(QEvent::FocusIn, Qt::TabFocusReason); // as a dialog tells it before it is active
        QCoreApplication::sendEvent(&first, &told);
        QVERIFY(ring->isVisible() && ring->widget() == &first);
        second.clearFocus();
        second.setFocus(Qt::OtherFocusReason);
        QVERIFY(!ring->isVisible());
    }

    void aChoiceThatIsTooLongEndsInAnEllipsis()
    {
        const Theme theme(*qApp);
        const QString text = u"A choice with a name of many words"_s;
        const auto drawn = [](const QString &chosen) {
            QComboBox box;
            box.addItem(chosen);
            box.resize(160, 32);
            return box.grab().toImage();
        };
        const QImage shown = drawn(text);
        bool isElided = false;
        for (qsizetype length = 1; length < text.size() && !isElided; ++length)
            isElided = drawn(text.first(length) + u'…') == shown;
        QVERIFY(isElided);
        QVERIFY(drawn(u"A choice"_s) != drawn(u"A choice…"_s));
    }

    void digitsAreAllAsWideAsZero()
    {
        const QFontMetricsF metrics{QFont()};
        QCOMPARE(theme::digitsWidth(metrics, u"111"), theme::digitsWidth(metrics, u"000"));
        QCOMPARE(theme::digitsWidth(metrics, u""), 0.0);
    }

    void digitsStayWithinTheirRect()
    {
        QImage image(120, 30, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        theme::drawDigits(painter, QRectF(20, 0, 60, 30), Qt::AlignRight, u"1,111,111,111,111.11"_s);
        painter.end();
        QVERIFY(!isBlank(image));
        QVERIFY(isBlank(image.copy(0, 0, 18, 30)));
        QVERIFY(isBlank(image.copy(82, 0, 38, 30)));
    }

    void aLineThatIsDrawnAgainIsTheSame()
    {
        const auto drawn = [](const QString &text, int pointSize, double *width = nullptr) {
            QImage image(200, 30, QImage::Format_ARGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            QFont font;
            font.setPointSize(pointSize);
            painter.setFont(font);
            const double taken = theme::drawDigits(painter, QRectF(10, 0, 180, 30), Qt::AlignLeft, text);
            if (width)
                *width = taken;
            return image;
        };
        for (const QString &text : {u"1,234.50"_s, u"3 → 4 · TransIn"_s, u"等待 12 秒"_s, u"ffi a\u0301"_s}) {
            double width = 0;
            const QImage first = drawn(text, 10, &width);
            QFont font;
            font.setPointSize(10);
            QCOMPARE(width, theme::digitsWidth(QFontMetricsF(font), text));
            QCOMPARE(drawn(text, 10), first);
            QVERIFY(drawn(text, 12) != first);
        }
        QVERIFY(drawn(u"12"_s, 10) != drawn(u"21"_s, 10));
    }

    void textWithoutDigitsIsDrawnAsThePainterDrawsIt()
    {
        QImage ours(600, 40, QImage::Format_ARGB32);
        ours.fill(Qt::white);
        QImage plain = ours;
        QPainter painter(&ours);
        theme::drawDigits(painter, QRectF(10, 0, 580, 40), Qt::AlignLeft, u"Submitted → ok"_s);
        const QFontMetricsF metrics(painter.font(), &ours);
        const double middle = QRectF(10, 0, 580, 40).center().y();
        painter.end();
        painter.begin(&plain);
        painter.drawText(QPointF(10, std::round(middle + (metrics.ascent() - metrics.descent()) / 2)),
                         u"Submitted → ok"_s);
        painter.end();
        QCOMPARE(ours, plain);
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
