// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/columnsdialog.h"

#include "ui/theme/textsize.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/dialogparts.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace widgets {
namespace {

constexpr int widthMin = 24;
constexpr int widthMax = 2000;
constexpr int widthStep = 8;
constexpr int columnRole = Qt::UserRole;

} // namespace

ColumnsDialog::ColumnsDialog(QTableView &table, const theme::Theme &theme)
    : QDialog(table.window())
    , m_table(table)
    , m_list(new QListWidget)
    , m_width(new QSpinBox)
    , m_up(new Button(theme, Button::Kind::Plain, tr("Move &Up")))
    , m_down(new Button(theme, Button::Kind::Plain, tr("Move &Down")))
{
    setObjectName(u"columnsDialog"_s);
    setWindowTitle(tr("Arrange Columns"));
    m_list->setObjectName(u"columnList"_s);
    m_list->setAccessibleName(tr("Columns"));
    m_list->setSpacing(4);
    m_list->setMinimumSize(fontMetrics().averageCharWidth() * 36, fontMetrics().height() * 8);
    auto *frame = new Card;
    frame->body()->setContentsMargins(4, 4, 4, 4);
    frame->body()->addWidget(m_list);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(16);
    middle->addWidget(frame, 1);
    middle->addWidget(createTools());
    auto *hint = paragraph(tr("The table shows it at once. In the list: Space shows or hides a column, Ctrl+↑ and "
                              "Ctrl+↓ move it, ← and → make it narrower or wider."));
    theme::setTone(*hint, theme::Tone::Muted);
    theme::setTextSize(*hint, theme::TextSize::Small);
    auto *cancel = new Button(theme, Button::Kind::Plain, tr("Cancel"));
    auto *accept = new Button(theme, Button::Kind::Primary, tr("Done"));
    accept->setDefault(true);
    auto *column = dialogColumn(*this, windowTitle());
    column->addLayout(middle, 1);
    column->addWidget(hint);
    column->addWidget(dialogButtons(*this, *cancel, *accept));
    fill();
    m_list->installEventFilter(this);
    connect(m_list, &QListWidget::currentRowChanged, this, &ColumnsDialog::showCurrent);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) { takeChecks(*item); });
    m_list->setCurrentRow(0);
    m_list->setFocus();
    resize(QSize(480, 540).expandedTo(minimumSizeHint()));
}

void ColumnsDialog::arrange(QTableView &table, const theme::Theme &theme)
{
    const QByteArray before = table.horizontalHeader()->saveState();
    ColumnsDialog dialog(table, theme);
    if (dialog.exec() != QDialog::Accepted)
        table.horizontalHeader()->restoreState(before);
}

QWidget *ColumnsDialog::createTools()
{
    m_up->setObjectName(u"columnUp"_s);
    m_down->setObjectName(u"columnDown"_s);
    m_width->setObjectName(u"columnWidth"_s);
    m_width->setRange(widthMin, widthMax);
    m_width->setSingleStep(widthStep);
    m_width->setSuffix(tr(" px", "pixels, behind a number"));
    auto *label = new QLabel(tr("&Width"));
    label->setBuddy(m_width);
    m_width->setAccessibleName(tr("Width"));
    connect(m_up, &QAbstractButton::clicked, this, [this] { moveBy(-1); });
    connect(m_down, &QAbstractButton::clicked, this, [this] { moveBy(1); });
    connect(m_width, &QSpinBox::valueChanged, this, &ColumnsDialog::takeWidth);
    auto *tools = new QWidget;
    auto *column = new QVBoxLayout(tools);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_up);
    column->addWidget(m_down);
    column->addSpacing(8);
    column->addWidget(label);
    column->addWidget(m_width);
    column->addStretch(1);
    for (Button *button : {m_up, m_down})
        button->setAutoDefault(false);
    return tools;
}

bool ColumnsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const QKeyCombination keys = static_cast<QKeyEvent *>(event)->keyCombination();
    if (keys == (Qt::CTRL | Qt::Key_Up))
        moveBy(-1);
    else if (keys == (Qt::CTRL | Qt::Key_Down))
        moveBy(1);
    else if (keys == QKeyCombination(Qt::Key_Left))
        widenBy(-widthStep);
    else if (keys == QKeyCombination(Qt::Key_Right))
        widenBy(widthStep);
    else
        return QDialog::eventFilter(watched, event);
    return true;
}

/// From left to right as they stand, the hidden ones at their places.
void ColumnsDialog::fill()
{
    const QHeaderView &header = *m_table.horizontalHeader();
    for (int place = 0; place < header.count(); ++place) {
        const int column = header.logicalIndex(place);
        auto *item = new QListWidgetItem(m_table.model()->headerData(column, Qt::Horizontal).toString(), m_list);
        item->setData(columnRole, column);
        item->setCheckState(header.isSectionHidden(column) ? Qt::Unchecked : Qt::Checked);
    }
    guardLastShown();
}

/// The last one cannot go: a table without columns has no header to bring them back.
void ColumnsDialog::guardLastShown()
{
    const QHeaderView &header = *m_table.horizontalHeader();
    const bool isLast = header.hiddenSectionCount() == header.count() - 1;
    const QSignalBlocker quiet(m_list);
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem &item = *m_list->item(row);
        const bool stays = isLast && item.checkState() == Qt::Checked;
        item.setFlags(stays ? item.flags() & ~Qt::ItemIsUserCheckable : item.flags() | Qt::ItemIsUserCheckable);
        item.setToolTip(stays ? tr("One column stays.") : QString());
    }
}

void ColumnsDialog::takeChecks(const QListWidgetItem &item)
{
    m_table.setColumnHidden(item.data(columnRole).toInt(), item.checkState() != Qt::Checked);
    guardLastShown();
    showCurrent();
}

int ColumnsDialog::currentColumn() const
{
    return m_list->currentItem() ? m_list->currentItem()->data(columnRole).toInt() : -1;
}

void ColumnsDialog::moveBy(int places)
{
    const int from = m_list->currentRow();
    const int to = from + places;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    m_table.horizontalHeader()->moveSection(from, to);
    {
        const QSignalBlocker quiet(m_list);
        m_list->insertItem(to, m_list->takeItem(from));
        m_list->setCurrentRow(to);
    }
    showCurrent();
}

void ColumnsDialog::widenBy(int pixels)
{
    if (m_width->isEnabled())
        m_width->setValue(m_width->value() + pixels);
}

void ColumnsDialog::takeWidth(int width)
{
    if (currentColumn() >= 0)
        m_table.horizontalHeader()->resizeSection(currentColumn(), width);
}

void ColumnsDialog::showCurrent()
{
    const int column = currentColumn();
    const QHeaderView &header = *m_table.horizontalHeader();
    const int row = m_list->currentRow();
    m_up->setEnabled(row > 0);
    m_up->setToolTip(row > 0 ? QString() : tr("It is the first."));
    m_down->setEnabled(row >= 0 && row < m_list->count() - 1);
    m_down->setToolTip(m_down->isEnabled() ? QString() : tr("It is the last."));
    const bool isHidden = column < 0 || header.isSectionHidden(column);
    const bool isFree = !isHidden && header.sectionResizeMode(column) == QHeaderView::Interactive;
    m_width->setEnabled(isFree);
    m_width->setToolTip(isFree         ? QString()
                            : isHidden ? tr("A hidden column has no width.")
                                       : tr("It takes the room that the others leave."));
    const QSignalBlocker quiet(m_width);
    m_width->setValue(isHidden ? widthMin : header.sectionSize(column));
}

} // namespace widgets
