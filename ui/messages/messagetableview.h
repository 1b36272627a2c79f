// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/messages/messagecells.h"

#include <QTableView>

namespace core {
class Clock;
}

namespace theme {
class Theme;
}

namespace ui {

/// The table of messages: columns with their delegates, which can be chosen and dragged, Enter and Space as keys, cells
/// and rows to copy, and a scroll position that stays on its rows when new ones come in above.
class MessageTableView final : public QTableView
{
    Q_OBJECT
public:
    MessageTableView(const theme::Theme &theme, const core::Clock &clock, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// The action that puts the current cell on the clipboard; for context menus.
    QAction *copyCellAction() const { return m_copyCell; }
    /// The same for all chosen rows, as text with tabs.
    QAction *copyRowsAction() const { return m_copyRows; }
    /// Opens the order and width of the columns.
    QAction *arrangeAction() const;
    /// Rows that came in above what is in view, since it was at the top for the last time.
    int newAbove() const { return m_newAbove; }
    /// The newest rows are in view, and none is chosen.
    bool isFollowing() const { return m_following; }
    void showNewest();
    void setColumnShown(MessageColumn column, bool shown);
    /// Those that are shown at first, in their order and width.
    void restoreColumns();
    void retranslate();

signals:
    void openRequested(const QModelIndex &index); ///< Enter or a double click
    void pauseRequested(); ///< Space
    void newAboveChanged();
    void followingChanged(bool following);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setDelegates(const theme::Theme &theme, const core::Clock &clock);
    void setWidths();
    void fit(MessageColumn column);
    void copyCell();
    void copyRows();
    void keepRowsInPlace(int first, int last);
    void setNewAbove(int count);
    void noteFollowing();

    QAction *m_copyCell;
    QAction *m_copyRows;
    QString m_fitted; ///< the font and the words that the widths were made for
    int m_newAbove = 0;
    bool m_following = true;
};

} // namespace ui
