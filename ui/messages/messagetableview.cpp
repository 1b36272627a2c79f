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

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
namespace {

constexpr int tickMs = 200; // countdowns have tenths of a second; five a second are enough to read
constexpr int chipExtra = 32; // icon and paddings of a chip

QStringList stateWords()
{
    QStringList words;
    for (const auto state : {theme::State::Prepared, theme::State::Submitted, theme::State::Retrying,
                             theme::State::Succeed, theme::State::Failed, theme::State::Stalled})
        words << widgets::stateWord(state);
    return words;
}

/// The longest texts that the column usually has; none for those that take what room is left.
QStringList samplesOf(MessageColumn column)
{
    switch (column) {
    case MessageColumn::State:
        return stateWords();
    case MessageColumn::Gid:
        return {u"…00000000"_s};
    case MessageColumn::Amount:
        return {u"00,000.00"_s};
    case MessageColumn::Attempts:
        return {u"000"_s};
    case MessageColumn::NextIn:
        return {widgets::formatCountdown(core::Millis(59'900)), widgets::formatAge(std::chrono::minutes(59))};
    case MessageColumn::Age:
        return {widgets::formatAge(std::chrono::minutes(59))};
    case MessageColumn::Branches:
        return {u"00/00"_s};
    case MessageColumn::LastError:
        return {QString(40, u'x')};
    case MessageColumn::Created:
    case MessageColumn::Finished:
        return {widgets::formatAbsolute(core::TimePoint())};
    case MessageColumn::Route:
        break;
    }
    return {};
}

} // namespace

MessageTableView::MessageTableView(const theme::Theme &theme, const core::Clock &clock, QWidget *parent)
    : QTableView(parent)
    , m_copyCell(new QAction(this))
    , m_copyRows(new QAction(this))
{
    setObjectName(u"messages"_s);
    widgets::setUpTable(*this, theme);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setDelegates(theme, clock);
    new widgets::ViewTicker(*this, tickMs);
    m_copyCell->setShortcut(QKeySequence::Copy);
    m_copyCell->setShortcutContext(Qt::WidgetShortcut);
    m_copyRows->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    m_copyRows->setShortcutContext(Qt::WidgetShortcut);
    addActions({m_copyCell, m_copyRows});
    connect(m_copyCell, &QAction::triggered, this, &MessageTableView::copyCell);
    connect(m_copyRows, &QAction::triggered, this, &MessageTableView::copyRows);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == 0)
            setNewAbove(0);
        noteFollowing();
    });
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
    new widgets::StretchColumn(*this, int(MessageColumn::Route));
    for (int column = messageColumnsShown; column < messageColumnCount; ++column)
        setColumnHidden(column, true);
    setWidths();
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &MessageTableView::noteFollowing);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        setNewAbove(0);
        noteFollowing();
    });
    connect(model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { keepRowsInPlace(first, last); });
}

/// Wide enough for the longest of the words that a column shows, in the font and language of now. What the user has
/// made of them since stays as long as these do.
void MessageTableView::setWidths()
{
    if (!model())
        return;
    const QString fitted = font().toString() + stateWords().join(u',');
    if (fitted == m_fitted)
        return;
    m_fitted = fitted;
    for (int column = 0; column < messageColumnCount; ++column)
        fit(MessageColumn(column));
}

void MessageTableView::fit(MessageColumn column)
{
    const QStringList samples = samplesOf(column);
    if (samples.isEmpty())
        return;
    widgets::fitColumn(*this, int(column), samples);
    if (column == MessageColumn::State)
        setColumnWidth(int(column), columnWidth(int(column)) + chipExtra);
}

QAction *MessageTableView::arrangeAction() const
{
    return findChild<QAction *>(u"arrangeColumns"_s);
}

void MessageTableView::setColumnShown(MessageColumn column, bool shown)
{
    setColumnHidden(int(column), !shown);
    if (shown)
        fit(column);
}

void MessageTableView::restoreColumns()
{
    QHeaderView *header = horizontalHeader();
    for (int column = 0; column < messageColumnCount; ++column) {
        header->moveSection(header->visualIndex(column), column);
        setColumnShown(MessageColumn(column), column < messageColumnsShown);
    }
}

void MessageTableView::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (!isPlain)
        return QTableView::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Space:
        return emit pauseRequested();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return currentIndex().isValid() ? emit openRequested(currentIndex()) : void();
    default:
        return QTableView::keyPressEvent(event);
    }
}

void MessageTableView::copyCell()
{
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(currentIndex().data(CopyRole).toString());
}

void MessageTableView::copyRows()
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const auto &a, const auto &b) { return a.row() < b.row(); });
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows)) {
        QStringList cells;
        for (int place = 0; place < horizontalHeader()->count(); ++place) {
            const int column = horizontalHeader()->logicalIndex(place);
            if (!isColumnHidden(column))
                cells << row.siblingAtColumn(column).data(CopyRole).toString();
        }
        lines << cells.join(u'\t');
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

/// At the very top new rows are what one is there to see, unless a row was chosen: what one reads must not move.
void MessageTableView::keepRowsInPlace(int first, int last)
{
    QScrollBar *bar = verticalScrollBar();
    const int rowHeight = verticalHeader()->defaultSectionSize();
    const bool isAbove = first * rowHeight <= bar->value();
    if (m_following || !isAbove)
        return;
    const int count = last - first + 1;
    const int wanted = bar->value() + count * rowHeight;
    updateGeometries();
    bar->setValue(wanted);
    if (bar->value() > 0)
        setNewAbove(m_newAbove + count);
}

void MessageTableView::noteFollowing()
{
    const bool following = verticalScrollBar()->value() == 0 && !selectionModel()->hasSelection();
    if (std::exchange(m_following, following) != following)
        emit followingChanged(following);
}

void MessageTableView::setNewAbove(int count)
{
    if (std::exchange(m_newAbove, count) != count)
        emit newAboveChanged();
}

void MessageTableView::showNewest()
{
    verticalScrollBar()->setValue(0);
    setNewAbove(0);
}

void MessageTableView::retranslate()
{
    m_copyCell->setText(tr("Copy Cell"));
    m_copyRows->setText(tr("Copy Rows"));
    setAccessibleName(tr("Messages"));
    setWidths();
}

} // namespace ui
