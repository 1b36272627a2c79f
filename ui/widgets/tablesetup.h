// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QStringList>
#include <QTimer>

class QAbstractItemView;
class QAction;
class QHeaderView;
class QTableView;

namespace theme {
class Theme;
}

namespace widgets {

/// The looks that all tables share: whole rows, no grid of Qt's own, row height after the theme's density, header of 30
/// px, a CellDelegate, the row under the mouse marked, J and K as arrows, columns that can be dragged and arranged
/// (TableColumns). Selection mode and column widths stay the page's.
void setUpTable(QTableView &table, const theme::Theme &theme, int rowHeight = 32);

/// Makes a column as wide as its header and the longest of these samples of its texts, in the view's font.
void fitColumn(QTableView &table, int column, QStringList samples);

/// Gives a column what the others leave, yet not less than its title needs: rather the table is scrolled. A child of
/// the table, which has its model by the first resize.
class StretchColumn final : public QObject
{
    Q_OBJECT
public:
    StretchColumn(QTableView &table, int column);
    /// Another column that becomes narrower, down to half its width, before the table is scrolled.
    void setGiver(int column) { m_giver = column; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    int least(int column) const;
    int room() const;
    void balance();

    QTableView &m_table;
    int m_column;
    int m_giver = -1;
    int m_given = 0; ///< what the giver lacks of its width
    int m_left = 0; ///< its width then
};

/// Shows the title of a column whole where the column is too narrow for it. A child of the header.
class HeaderTips final : public QObject
{
    Q_OBJECT
public:
    explicit HeaderTips(QHeaderView &header);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QHeaderView &m_header;
};

/// Order, width and choice of a table's columns are arranged in a dialog: by the action "arrangeColumns" of the table,
/// which has a key there, and from the menu of its header unless that has one of its own. A child of the table.
class TableColumns final : public QObject
{
    Q_OBJECT
public:
    TableColumns(QTableView &table, const theme::Theme &theme);
    /// The keys of the action, for sheets of keys.
    static QKeySequence keys();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void showMenu(const QPoint &at);

    QTableView &m_table;
    QAction *m_arrange;
};

/// Repaints a view at an interval while it is visible, for cells whose text depends on the time. A child of the view.
class ViewTicker final : public QObject
{
    Q_OBJECT
public:
    ViewTicker(QAbstractItemView &view, int intervalMs);

private:
    QTimer m_timer;
};

/// Marks the whole row under the mouse, not the cell alone. A child of the view; delegates ask hoveredRow().
class RowHover final : public QObject
{
    Q_OBJECT
public:
    explicit RowHover(QAbstractItemView &view);
    /// The row under the mouse in this view, -1 for none or where no RowHover is installed.
    static int hoveredRow(const QWidget *view);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setRow(int row);

    QAbstractItemView &m_view;
};

/// J and K go to the next and the previous row, as the arrows do. A child of the view.
class RowKeys final : public QObject
{
    Q_OBJECT
public:
    explicit RowKeys(QAbstractItemView &view);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool takeKey(int key);
    void step(int rows);
    void goTo(int row);

    QAbstractItemView &m_view;
};

} // namespace widgets
