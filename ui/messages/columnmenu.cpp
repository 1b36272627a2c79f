// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages/columnmenu.h"

#include "ui/messages/messagetableview.h"

#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace ui {

ColumnMenu::ColumnMenu(MessageTableView &table, QWidget *parent) : QMenu(parent), m_table(table)
{
    setObjectName(u"columnMenu"_s);
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &ColumnMenu::fill);
}

/// The last one cannot go: a table without columns has no header to bring them back.
void ColumnMenu::fill()
{
    clear();
    const QHeaderView *header = m_table.horizontalHeader();
    const bool isLast = header->hiddenSectionCount() == header->count() - 1;
    for (int place = 0; place < header->count(); ++place) {
        const auto column = MessageColumn(header->logicalIndex(place));
        const bool shown = !m_table.isColumnHidden(int(column));
        QAction *action = addAction(messageHeader(column));
        action->setCheckable(true);
        action->setChecked(shown);
        action->setEnabled(!(shown && isLast));
        action->setToolTip(action->isEnabled() ? QString() : tr("One column stays."));
        connect(action, &QAction::toggled, this, [this, column](bool on) { m_table.setColumnShown(column, on); });
    }
    addSeparator();
    connect(addAction(tr("Arrange Columns…")), &QAction::triggered, m_table.arrangeAction(), &QAction::trigger);
    connect(addAction(tr("Restore Columns")), &QAction::triggered, this, [this] { m_table.restoreColumns(); });
}

} // namespace ui
