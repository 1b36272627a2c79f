// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tablesetup.h"

#include "ui/widgets/celldelegate.h"

#include <QEvent>
#include <QHeaderView>
#include <QMouseEvent>
#include <QTableView>

namespace widgets {
namespace {

constexpr int headerHeight = 30;
constexpr char hoveredRowProperty[] = "hoveredRow"; // row + 1, so that an unset property means none

} // namespace

void setUpTable(QTableView &table, const theme::Theme &theme, int rowHeight)
{
    table.setShowGrid(false);
    table.setFrameShape(QFrame::NoFrame);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setTabKeyNavigation(false);
    table.setItemDelegate(new CellDelegate(theme, &table));
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.verticalHeader()->setDefaultSectionSize(qMax(rowHeight, table.fontMetrics().height() + 12));
    table.horizontalHeader()->setFixedHeight(qMax(headerHeight, table.fontMetrics().height() + 12));
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    new RowHover(table);
}

void fitColumn(QTableView &table, int column, QStringList samples)
{
    samples << table.model()->headerData(column, Qt::Horizontal).toString();
    int width = 0;
    for (const QString &sample : std::as_const(samples))
        width = qMax(width, table.fontMetrics().horizontalAdvance(sample));
    constexpr int slack = 4; // headers are medium, figures may be semibold
    const int left = column == 0 ? CellDelegate::firstPadding : CellDelegate::padding;
    table.setColumnWidth(column, left + width + CellDelegate::padding + slack);
}

ViewTicker::ViewTicker(QAbstractItemView &view, int intervalMs) : QObject(&view)
{
    connect(&m_timer, &QTimer::timeout, &view, [&view] {
        if (view.isVisible())
            view.viewport()->update();
    });
    m_timer.start(intervalMs);
}

RowHover::RowHover(QAbstractItemView &view) : QObject(&view), m_view(view)
{
    view.setMouseTracking(true);
    view.viewport()->installEventFilter(this);
}

int RowHover::hoveredRow(const QWidget *view)
{
    return view ? view->property(hoveredRowProperty).toInt() - 1 : -1;
}

bool RowHover::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseMove)
        setRow(m_view.indexAt(static_cast<QMouseEvent *>(event)->position().toPoint()).row());
    if (event->type() == QEvent::Leave)
        setRow(-1);
    return QObject::eventFilter(watched, event);
}

void RowHover::setRow(int row)
{
    if (hoveredRow(&m_view) == row)
        return;
    m_view.setProperty(hoveredRowProperty, row + 1);
    m_view.viewport()->update();
}

} // namespace widgets
