// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tablesetup.h"

#include "ui/theme/theme.h"
#include "ui/widgets/celldelegate.h"
#include "ui/widgets/columnsdialog.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QEvent>
#include <QHeaderView>
#include <QHelpEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QTableView>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace widgets {
namespace {

constexpr int headerHeight = 30;
constexpr char hoveredRowProperty[] = "hoveredRow"; // row + 1, so that an unset property means none

/// Carries the header on to the edge, above the scroll bar.
class HeaderEnd final : public QWidget
{
public:
    explicit HeaderEnd(const theme::Theme &theme) : m_theme(theme) { }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.tokens().sunken);
        painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.tokens().border);
    }

private:
    const theme::Theme &m_theme;
};

void fitRows(QTableView &table, const theme::Theme &theme, int roomyHeight)
{
    const int lowest = table.fontMetrics().height() + 8;
    table.verticalHeader()->setDefaultSectionSize(qMax(theme.rowHeight(roomyHeight), lowest));
    table.horizontalHeader()->setFixedHeight(qMax(headerHeight, table.fontMetrics().height() + 12));
}

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
    table.horizontalHeader()->setSectionsMovable(true);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    new RowHover(table);
    new RowKeys(table);
    new HeaderTips(*table.horizontalHeader());
    new TableColumns(table, theme);
    auto *end = new HeaderEnd(theme);
    table.addScrollBarWidget(end, Qt::AlignTop);
    const auto fit = [&table, &theme, rowHeight, end] {
        fitRows(table, theme, rowHeight);
        end->setFixedHeight(table.horizontalHeader()->height());
    };
    QObject::connect(&theme, &theme::Theme::changed, &table, fit);
    fit();
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

StretchColumn::StretchColumn(QTableView &table, int column) : QObject(&table), m_table(table), m_column(column)
{
    table.horizontalHeader()->setStretchLastSection(false);
    table.viewport()->installEventFilter(this);
}

bool StretchColumn::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

void StretchColumn::fit()
{
    if (!m_table.model() || m_table.isColumnHidden(m_column))
        return;
    balance();
    QHeaderView &header = *m_table.horizontalHeader();
    const bool fits = room() >= least(m_column);
    header.setSectionResizeMode(m_column, fits ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (!fits)
        header.resizeSection(m_column, least(m_column));
}

int StretchColumn::least(int column) const
{
    const QString title = m_table.model()->headerData(column, Qt::Horizontal).toString();
    const QFontMetrics metrics = m_table.fontMetrics();
    const int amount = metrics.horizontalAdvance(u"00,000.00"_s); // a short word, too
    return qMax(metrics.horizontalAdvance(title), amount) + 2 * CellDelegate::padding;
}

int StretchColumn::room() const
{
    const QHeaderView &header = *m_table.horizontalHeader();
    return m_table.viewport()->width() - (header.length() - header.sectionSize(m_column));
}

/// What the column lacks comes from the giver, and goes back to it.
void StretchColumn::balance()
{
    if (m_giver < 0 || m_table.isColumnHidden(m_giver))
        return;
    QHeaderView &header = *m_table.horizontalHeader();
    const int now = header.sectionSize(m_giver);
    if (now != m_left)
        m_given = 0; // it was given another width
    const int whole = now + m_given;
    const int lack = least(m_column) - (room() - m_given);
    m_given = qBound(0, lack, whole / 2);
    m_left = whole - m_given;
    if (m_left != now)
        header.resizeSection(m_giver, m_left);
}

HeaderTips::HeaderTips(QHeaderView &header) : QObject(&header), m_header(header)
{
    header.viewport()->installEventFilter(this);
}

bool HeaderTips::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QObject::eventFilter(watched, event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int column = m_header.logicalIndexAt(help->pos());
    const QVariant own = m_header.model()->headerData(column, m_header.orientation(), Qt::ToolTipRole);
    const QString title = m_header.model()->headerData(column, m_header.orientation()).toString();
    const bool isElided = m_header.sectionSize(column) < m_header.sectionSizeHint(column);
    if (own.isValid() || !isElided)
        return QObject::eventFilter(watched, event);
    QToolTip::showText(help->globalPos(), title, m_header.viewport());
    return true;
}

TableColumns::TableColumns(QTableView &table, const theme::Theme &theme)
    : QObject(&table)
    , m_table(table)
    , m_arrange(new QAction(&table))
{
    m_arrange->setObjectName(u"arrangeColumns"_s);
    m_arrange->setShortcut(keys());
    m_arrange->setShortcutContext(Qt::WidgetShortcut);
    table.addAction(m_arrange);
    table.installEventFilter(this);
    table.horizontalHeader()->viewport()->installEventFilter(this);
    connect(m_arrange, &QAction::triggered, this, [&table, &theme] { ColumnsDialog::arrange(table, theme); });
    retranslate();
}

QKeySequence TableColumns::keys()
{
    return Qt::CTRL | Qt::SHIFT | Qt::Key_L;
}

bool TableColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_table && event->type() == QEvent::LanguageChange)
        retranslate();
    const bool isMenu = watched != &m_table && event->type() == QEvent::ContextMenu
        && m_table.horizontalHeader()->contextMenuPolicy() == Qt::DefaultContextMenu;
    if (isMenu)
        showMenu(static_cast<QContextMenuEvent *>(event)->globalPos());
    return isMenu || QObject::eventFilter(watched, event);
}

void TableColumns::retranslate()
{
    m_arrange->setText(tr("Arrange Columns…"));
}

void TableColumns::showMenu(const QPoint &at)
{
    auto *menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_arrange);
    menu->popup(at);
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

RowKeys::RowKeys(QAbstractItemView &view) : QObject(&view), m_view(view)
{
    view.installEventFilter(this);
}

bool RowKeys::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    return (key->modifiers() == Qt::NoModifier && takeKey(key->key())) || QObject::eventFilter(watched, event);
}

bool RowKeys::takeKey(int key)
{
    switch (key) {
    case Qt::Key_J:
        step(1);
        return true;
    case Qt::Key_K:
        step(-1);
        return true;
    case Qt::Key_Home: // a table would go to the first cell of its row
        goTo(0);
        return true;
    case Qt::Key_End:
        goTo(m_view.model()->rowCount(m_view.rootIndex()) - 1);
        return true;
    default:
        return false;
    }
}

/// The focus alone makes the first row current without choosing it; then a step goes to that row.
void RowKeys::step(int rows)
{
    const QModelIndex current = m_view.currentIndex();
    const bool isChosen = current.isValid() && m_view.selectionModel()->isSelected(current);
    goTo(isChosen ? current.row() + rows : 0);
}

void RowKeys::goTo(int row)
{
    if (row >= 0 && row < m_view.model()->rowCount(m_view.rootIndex()))
        m_view.setCurrentIndex(m_view.model()->index(row, qMax(0, m_view.currentIndex().column()), m_view.rootIndex()));
}

} // namespace widgets
