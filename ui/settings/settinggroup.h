// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;

namespace widgets {
class Card;
}

namespace ui {

/// A card of settings: one row each, what it is at the left with a line of explanation below, its control at the right.
class SettingGroup final : public QWidget
{
    Q_OBJECT
public:
    explicit SettingGroup(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Gives the number of the row, for setRowText().
    int addRow(QWidget *control);
    /// The name is the control's accessible name, too.
    void setRowText(int row, const QString &name, const QString &explanation);

private:
    struct Row
    {
        QLabel *name;
        QLabel *explanation;
        QWidget *control;
    };

    widgets::Card *m_card;
    QGridLayout *m_grid;
    QList<Row> m_rows;
};

} // namespace ui
