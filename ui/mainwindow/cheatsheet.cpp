// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/cheatsheet.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/columnscroll.h"
#include "ui/widgets/dialogparts.h"
#include "ui/widgets/keyhint.h"
#include "ui/widgets/tablesetup.h"

#include <QAction>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {
CheatSheet::CheatSheet(const theme::Theme &theme, const QList<ActionSection> &sections, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
{
    setObjectName(u"cheatSheet"_s);
    setWindowTitle(tr("Keyboard Shortcuts"));
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(0, 0, 16, 0);
    grid->setHorizontalSpacing(32);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(0, 1);
    for (const ActionSection &section : sections)
        addSection(*grid, section);
    addListKeys(*grid);

    auto *scroll = new widgets::ColumnScroll(content);
    scroll->setAccessibleName(windowTitle());
    auto *close = new widgets::Button(theme, widgets::Button::Kind::Plain, tr("Close"));
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
    auto *column = widgets::dialogColumn(*this, windowTitle());
    column->addWidget(scroll, 1);
    column->addWidget(close, 0, Qt::AlignRight);
    resize(QSize(560, 680).expandedTo(minimumSizeHint()));
}

void CheatSheet::addTitle(QGridLayout &grid, const QString &title)
{
    auto *label = new QLabel(title);
    theme::setTextSize(*label, theme::TextSize::CardTitle);
    label->setContentsMargins(0, 10, 0, 2);
    grid.addWidget(label, grid.rowCount(), 0, 1, 2);
}

void CheatSheet::addRow(QGridLayout &grid, const QString &text, const QList<QKeySequence> &keys)
{
    const int row = grid.rowCount();
    grid.addWidget(new QLabel(text), row, 0);
    auto *hints = new QHBoxLayout;
    hints->setSpacing(6);
    hints->addStretch();
    for (const QKeySequence &key : keys)
        hints->addWidget(new widgets::KeyHint(m_theme, key));
    grid.addLayout(hints, row, 1);
}

void CheatSheet::addSection(QGridLayout &grid, const ActionSection &section)
{
    const bool hasKeys = std::any_of(section.actions.cbegin(), section.actions.cend(),
                                     [](const QAction *action) { return !action->shortcuts().isEmpty(); });
    if (hasKeys)
        addTitle(grid, section.title);
    for (const QAction *action : section.actions) {
        if (!action->shortcuts().isEmpty())
            addRow(grid, plainText(action->text()), action->shortcuts());
    }
}

/// Keys that belong to lists and forms, not to actions.
void CheatSheet::addListKeys(QGridLayout &grid)
{
    addTitle(grid, tr("In lists and forms"));
    addRow(grid, tr("Next row, previous row"), {QKeySequence(Qt::Key_J), QKeySequence(Qt::Key_K)});
    addRow(grid, tr("First row, last row"), {QKeySequence(Qt::Key_Home), QKeySequence(Qt::Key_End)});
    addRow(grid, tr("Open the row"), {QKeySequence(Qt::Key_Return)});
    addRow(grid, tr("Copy the row, or the cell"), {QKeySequence(QKeySequence::Copy)});
    addRow(grid, tr("Pause and go on, in live lists and charts"), {QKeySequence(Qt::Key_Space)});
    addRow(grid, tr("Back to the list; empty the search"), {QKeySequence(Qt::Key_Escape)});
    addRow(grid, tr("Send the transfers of the form"), {QKeySequence(Qt::CTRL | Qt::Key_Return)});
    addRow(grid, tr("Walk through tabs, segments and charts"),
           {QKeySequence(Qt::Key_Left), QKeySequence(Qt::Key_Right)});
    addRow(grid, tr("Order and width of the columns of a table"), {widgets::TableColumns::keys()});
    addRow(grid, tr("Move the border between two parts, once Tab is on it"),
           {QKeySequence(Qt::Key_Left), QKeySequence(Qt::Key_Right)});
    addRow(grid, tr("Menu of what is chosen"), {QKeySequence(Qt::SHIFT | Qt::Key_F10)});
}

} // namespace ui
