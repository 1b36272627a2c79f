// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace ui {

class MessageTableView;

/// Which columns a table shows: a check beside each, the way to their order and width, and back to those of the start.
class ColumnMenu final : public QMenu
{
    Q_OBJECT
public:
    /// table outlives this.
    explicit ColumnMenu(MessageTableView &table, QWidget *parent = nullptr);

private:
    void fill();

    MessageTableView &m_table;
};

} // namespace ui
