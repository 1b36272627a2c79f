// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QKeySequence>

class QAction;
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
    struct Section
    {
        QString title;
        QList<QAction *> actions; ///< those without a shortcut are left out
    };

    CheatSheet(const theme::Theme &theme, const QList<Section> &sections, QWidget *parent = nullptr);

private:
    void addTitle(QGridLayout &grid, const QString &title);
    void addRow(QGridLayout &grid, const QString &text, const QList<QKeySequence> &keys);
    void addSection(QGridLayout &grid, const Section &section);
    void addListKeys(QGridLayout &grid);

    const theme::Theme &m_theme;
};

} // namespace ui
