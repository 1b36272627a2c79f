// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/commandmodel.h"

#include <QDialog>
#include <QKeySequence>

class QGridLayout;

namespace theme {
class Theme;
}

namespace ui {

/// All keys on one sheet: those of actions are read from the actions, so that the sheet cannot be wrong.
class CheatSheet final : public QDialog
{
    Q_OBJECT
public:
    /// Actions without a shortcut are left out, and sections that have none left.
    CheatSheet(const theme::Theme &theme, const QList<ActionSection> &sections, QWidget *parent = nullptr);

private:
    void addTitle(QGridLayout &grid, const QString &title);
    void addRow(QGridLayout &grid, const QString &text, const QList<QKeySequence> &keys);
    void addSection(QGridLayout &grid, const ActionSection &section);
    void addListKeys(QGridLayout &grid);

    const theme::Theme &m_theme;
};

} // namespace ui
