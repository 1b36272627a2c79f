// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QListWidget;
class QListWidgetItem;
class QSpinBox;
class QTableView;

namespace theme {
class Theme;
}

namespace widgets {

class Button;

/// Order, width and choice of the columns of a table, by keyboard or mouse. The table follows each change at once;
/// Cancel takes all of them back.
class ColumnsDialog final : public QDialog
{
    Q_OBJECT
public:
    /// Waits until it is closed. The table has its model.
    static void arrange(QTableView &table, const theme::Theme &theme);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    ColumnsDialog(QTableView &table, const theme::Theme &theme);

    QWidget *createTools();
    void fill();
    void guardLastShown();
    void takeChecks(const QListWidgetItem &item);
    void moveBy(int places);
    void widenBy(int pixels);
    void takeWidth(int width);
    void showCurrent();
    int currentColumn() const;

    QTableView &m_table;
    QListWidget *m_list;
    QSpinBox *m_width;
    Button *m_up;
    Button *m_down;
};

} // namespace widgets
