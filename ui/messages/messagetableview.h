// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace core {
class Clock;
}

namespace theme {
class Theme;
}

namespace ui {

/// The table of messages: columns with their delegates, J/K, Enter and Space as keys, a cell to copy, and a scroll
/// position that stays on its rows when new ones come in above.
class MessageTableView final : public QTableView
{
    Q_OBJECT
public:
    MessageTableView(const theme::Theme &theme, const core::Clock &clock, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// The action that puts the current cell on the clipboard; for context menus.
    QAction *copyCellAction() const { return m_copyCell; }
    void retranslate();

signals:
    void openRequested(const QModelIndex &index); ///< Enter or a double click
    void pauseRequested(); ///< Space

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setDelegates(const theme::Theme &theme, const core::Clock &clock);
    void setWidths();
    void step(int rows);
    void copyCell();
    void keepRowsInPlace(int first, int last);

    QAction *m_copyCell;
};

} // namespace ui
