// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/messagetableview.h"

#include "ui/messages/messagecells.h"
#include "ui/messages/routedelegate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/celldelegates.h"
#include "ui/widgets/formatting.h"
#include "ui/widgets/tablesetup.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int tickMs = 200; // countdowns have tenths of a second; five a second are enough to read
constexpr int chipExtra = 32; // icon and paddings of a chip

} // namespace

MessageTableView::MessageTableView(const theme::Theme &theme, const core::Clock &clock, QWidget *parent)
    : QTableView(parent)
    , m_copyCell(new QAction(this))
{
    setObjectName(u"messages"_s);
    widgets::setUpTable(*this, theme);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setDelegates(theme, clock);
    new widgets::ViewTicker(*this, tickMs);
    m_copyCell->setShortcut(QKeySequence::Copy);
    m_copyCell->setShortcutContext(Qt::WidgetShortcut);
    addAction(m_copyCell);
    connect(m_copyCell, &QAction::triggered, this, &MessageTableView::copyCell);
    connect(this, &QTableView::doubleClicked, this, &MessageTableView::openRequested);
    connect(&theme, &theme::Theme::changed, this, &MessageTableView::setWidths);
    retranslate();
}

void MessageTableView::setDelegates(const theme::Theme &theme, const core::Clock &clock)
{
    const auto set = [this](MessageColumn column, QAbstractItemDelegate *delegate) {
        setItemDelegateForColumn(int(column), delegate);
    };
    auto *time = new widgets::RelativeTimeDelegate(theme, clock, this);
    set(MessageColumn::State, new widgets::StateChipDelegate(theme, this));
    set(MessageColumn::Gid, new widgets::GidDelegate(theme, this));
    set(MessageColumn::Route, new RouteDelegate(theme, this));
    set(MessageColumn::Amount, new widgets::MoneyDelegate(theme, clock, this));
    set(MessageColumn::NextIn, time);
    set(MessageColumn::Age, time);
}

void MessageTableView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    horizontalHeader()->setSectionResizeMode(int(MessageColumn::Route), QHeaderView::Stretch);
    setWidths();
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { keepRowsInPlace(first, last); });
}

/// Wide enough for the longest of the words that a column shows, in the font and language of now.
void MessageTableView::setWidths()
{
    if (!model())
        return;
    QStringList states;
    for (const auto state : {theme::State::Prepared, theme::State::Submitted, theme::State::Retrying,
                             theme::State::Succeed, theme::State::Failed, theme::State::Stalled})
        states << widgets::stateWord(state);
    const QString longCountdown = widgets::formatCountdown(core::Millis(59'900));
    const QString longAge = widgets::formatAge(std::chrono::minutes(59));
    widgets::fitColumn(*this, int(MessageColumn::State), states);
    setColumnWidth(int(MessageColumn::State), columnWidth(int(MessageColumn::State)) + chipExtra);
    widgets::fitColumn(*this, int(MessageColumn::Gid), {u"…00000000"_s});
    widgets::fitColumn(*this, int(MessageColumn::Amount), {u"00,000.00"_s});
    widgets::fitColumn(*this, int(MessageColumn::Attempts), {u"000"_s});
    widgets::fitColumn(*this, int(MessageColumn::NextIn), {longCountdown, longAge});
    widgets::fitColumn(*this, int(MessageColumn::Age), {longAge});
}

void MessageTableView::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (!isPlain)
        return QTableView::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_J:
        return step(1);
    case Qt::Key_K:
        return step(-1);
    case Qt::Key_Space:
        return emit pauseRequested();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return currentIndex().isValid() ? emit openRequested(currentIndex()) : void();
    default:
        return QTableView::keyPressEvent(event);
    }
}

void MessageTableView::step(int rows)
{
    // The focus alone makes the first row current without choosing it; then a step goes to that row.
    const bool isChosen = currentIndex().isValid() && selectionModel()->isRowSelected(currentIndex().row());
    const int row = isChosen ? currentIndex().row() + rows : 0;
    if (row < 0 || row >= model()->rowCount())
        return;
    setCurrentIndex(model()->index(row, std::max(0, currentIndex().column())));
}

void MessageTableView::copyCell()
{
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(currentIndex().data(CopyRole).toString());
}

/// At the very top new rows are what one is there to see; anywhere else what one reads must not move.
void MessageTableView::keepRowsInPlace(int first, int last)
{
    QScrollBar *bar = verticalScrollBar();
    const int rowHeight = verticalHeader()->defaultSectionSize();
    if (bar->value() == 0 || first * rowHeight > bar->value())
        return;
    const int wanted = bar->value() + (last - first + 1) * rowHeight;
    updateGeometries();
    bar->setValue(wanted);
}

void MessageTableView::retranslate()
{
    m_copyCell->setText(tr("Copy Cell"));
    setAccessibleName(tr("Messages"));
    setWidths();
}

} // namespace ui
