// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/bankview.h"

#include <QWidget>

class QStackedWidget;
class QTableView;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class Card;
class EmptyState;
} // namespace widgets

namespace ui {

class BarrierModel;

/// The barrier rows of one account's messages, at both banks of its pair; each opens its message.
class BarrierCard final : public QWidget
{
    Q_OBJECT
public:
    explicit BarrierCard(const theme::Theme &theme, QWidget *parent = nullptr);

    /// userId 0 stands for everybody.
    void show(const QList<BarrierRow> &rows, int userId);
    void setBankNames(const QStringList &names);
    void retranslate();

signals:
    void openMessage(const QByteArray &gid);

private:
    void createTable();
    void openCurrent();
    void setWidths();

    const theme::Theme &m_theme;
    BarrierModel *m_model;
    QTableView *m_table;
    widgets::EmptyState *m_empty;
    QStackedWidget *m_faces;
    widgets::Card *m_card;
    widgets::Button *m_open;
};

} // namespace ui
