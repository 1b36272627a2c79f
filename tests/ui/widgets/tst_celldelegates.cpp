// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/widgets/celldelegates.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/roles.h"
#include "ui/widgets/tablesetup.h"

#include <QApplication>
#include <QHelpEvent>
#include <QImage>
#include <QPainter>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A clock that stands still until it is turned.
class HandClock final : public core::Clock
{
public:
    core::TimePoint now() const override { return time; }
    core::TimePoint time = core::fromEpochMs(1'000'000);
};

QImage paintCell(const QAbstractItemDelegate &delegate, const QModelIndex &index, QStyle::State state = {})
{
    QImage image(200, 32, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QStyleOptionViewItem option;
    option.rect = image.rect();
    option.state = QStyle::State_Enabled | state;
    option.palette = QApplication::palette();
    option.font = QApplication::font();
    QPainter painter(&image);
    delegate.paint(&painter, option, index);
    return image;
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

class TestCellDelegates final : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_theme.setScheme(theme::Theme::Scheme::Light);
        m_model.clear();
        m_model.setItem(0, 0, new QStandardItem);
        m_cell = m_model.index(0, 0);
    }

    void aStateBecomesAChip()
    {
        m_model.setData(m_cell, QVariant::fromValue(theme::State::Failed), widgets::StateRole);
        const widgets::StateChipDelegate delegate(m_theme);
        QVERIFY(hasColor(paintCell(delegate, m_cell), m_theme.tokens().failed.fill));
        m_theme.setScheme(theme::Theme::Scheme::Dark);
        QVERIFY(hasColor(paintCell(delegate, m_cell), m_theme.tokens().failed.fill));
    }

    void aVerdictBecomesAChip()
    {
        m_model.setData(m_cell, QVariant::fromValue(theme::Verdict::Unknown), widgets::VerdictRole);
        const widgets::StateChipDelegate delegate(m_theme);
        QVERIFY(hasColor(paintCell(delegate, m_cell), m_theme.tokens().neutral));
    }

    void aCellWithoutAStateShowsItsText()
    {
        m_model.setData(m_cell, u"nothing"_s);
        const QImage image = paintCell(widgets::StateChipDelegate(m_theme), m_cell);
        QVERIFY(hasColor(image, m_theme.tokens().grid));
        QVERIFY(!hasColor(image, m_theme.tokens().neutral));
    }

    void theRowThatIsChosenIsTinted()
    {
        const QImage image = paintCell(widgets::CellDelegate(m_theme), m_cell, QStyle::State_Selected);
        QCOMPARE(image.pixelColor(100, 15), m_theme.tokens().select);
    }

    void aChangeIsSeenForFiveSeconds()
    {
        const widgets::MoneyDelegate delegate(m_theme, m_clock);
        m_model.setData(m_cell, QVariant::fromValue(core::Money::fromCents(976000)), widgets::MoneyRole);
        QVERIFY(!hasColor(paintCell(delegate, m_cell), m_theme.tokens().changed));

        m_model.setData(m_cell, QVariant::fromValue(m_clock.now() - 4999ms), widgets::ChangedAtRole);
        m_model.setData(m_cell, QVariant::fromValue(core::Money::fromCents(-3000)), widgets::DeltaRole);
        const QImage changed = paintCell(delegate, m_cell);
        QVERIFY(hasColor(changed, m_theme.tokens().changed));
        QCOMPARE(changed.pixelColor(0, 15), m_theme.tokens().accent);

        m_model.setData(m_cell, QVariant::fromValue(m_clock.now() - 5000ms), widgets::ChangedAtRole);
        QVERIFY(!hasColor(paintCell(delegate, m_cell), m_theme.tokens().changed));
    }

    void aChangeOfTheFutureIsNoChange()
    {
        QVERIFY(!widgets::MoneyDelegate::isChanged(m_clock.now() + 1ms, m_clock.now()));
        QVERIFY(widgets::MoneyDelegate::isChanged(m_clock.now(), m_clock.now()));
    }

    void whatIsDueNowStandsOut()
    {
        const widgets::RelativeTimeDelegate delegate(m_theme, m_clock);
        m_model.setData(m_cell, QVariant::fromValue(m_clock.now() + 400ms), widgets::DueRole);
        QVERIFY(hasColor(paintCell(delegate, m_cell), m_theme.tokens().retrying.text));
        m_model.setData(m_cell, QVariant::fromValue(m_clock.now() + 8100ms), widgets::DueRole);
        QVERIFY(!hasColor(paintCell(delegate, m_cell), m_theme.tokens().retrying.text));
    }

    void theTooltipHasTheWholeGid()
    {
        QTableView view;
        view.setModel(&m_model);
        widgets::GidDelegate delegate(m_theme);
        m_model.setData(m_cell, QByteArray("01M2FS12WRT7BREJ1E706AKRSM"), widgets::GidRole);
        QHelpEvent help(QEvent::ToolTip, QPoint(5, 5), QPoint(5, 5));
        QVERIFY(delegate.helpEvent(&help, &view, {}, m_cell));
        QCOMPARE(QToolTip::text(), u"01M2FS12WRT7BREJ1E706AKRSM"_s);
    }

    void aTipOfOthersIsPlainTextAndHidesNothing()
    {
        QTableView view;
        view.setModel(&m_model);
        widgets::CellDelegate delegate(m_theme);
        m_model.setData(m_cell, u"<b>30</b>"_s + QChar(0x202e) + u"0.0"_s, Qt::ToolTipRole);
        QHelpEvent help(QEvent::ToolTip, QPoint(5, 5), QPoint(5, 5));
        QVERIFY(delegate.helpEvent(&help, &view, {}, m_cell));
        QCOMPARE(QToolTip::text(), u"<p>&lt;b&gt;30&lt;/b&gt;⟨U+202E⟩0.0</p>"_s);
    }

    void theTooltipHasTheAbsoluteTime()
    {
        QTableView view;
        view.setModel(&m_model);
        widgets::RelativeTimeDelegate delegate(m_theme, m_clock);
        m_model.setData(m_cell, QVariant::fromValue(m_clock.now()), widgets::TimeRole);
        QHelpEvent help(QEvent::ToolTip, QPoint(5, 5), QPoint(5, 5));
        QVERIFY(delegate.helpEvent(&help, &view, {}, m_cell));
        QCOMPARE(QToolTip::text(), widgets::formatAbsolute(m_clock.now()));
    }

    void sizeHintsLeaveRoomForTheWholeText()
    {
        m_model.setData(m_cell, QVariant::fromValue(core::Money::fromCents(24000000)), widgets::MoneyRole);
        QStyleOptionViewItem option;
        option.font = QApplication::font();
        const QSize size = widgets::MoneyDelegate(m_theme, m_clock).sizeHint(option, m_cell);
        QVERIFY(size.width() >= QFontMetrics(option.font).horizontalAdvance(u"240,000.00"_s));
    }

    void theMouseMarksTheWholeRow()
    {
        QTableView view;
        view.setModel(&m_model);
        m_model.setItem(0, 1, new QStandardItem);
        widgets::setUpTable(view, m_theme);
        QCOMPARE(widgets::RowHover::hoveredRow(&view), -1);
        view.resize(400, 200);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QTest::mouseMove(view.viewport(), view.visualRect(m_cell).center());
        QTRY_COMPARE(widgets::RowHover::hoveredRow(&view), 0);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(view.viewport(), &leave);
        QCOMPARE(widgets::RowHover::hoveredRow(&view), -1);
    }

private:
    theme::Theme m_theme{*qApp};
    HandClock m_clock;
    QStandardItemModel m_model;
    QModelIndex m_cell;
};

QTEST_MAIN(TestCellDelegates)
#include "tst_celldelegates.moc"
