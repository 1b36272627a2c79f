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
class MessageStates;
class Session;

/// The barrier rows of one account's messages, at both banks of its pair, and how these messages stand; each opens its
/// message.
class BarrierCard final : public QWidget
{
    Q_OBJECT
public:
    BarrierCard(Session &session, const theme::Theme &theme, QWidget *parent = nullptr);

    /// userId 0 stands for everybody. problem: why a bank of the pair cannot be read; it is told where there are no
    /// rows.
    void show(const QList<BarrierRow> &rows, int userId, const QString &problem = {});
    void showReading(); ///< nothing is known of them yet
    void setBankNames(const QStringList &names);
    void retranslate();

signals:
    void openMessage(const QByteArray &gid);
    void retryWanted();
    void sqlWanted(); ///< what all of the page was read with

private:
    void createTable();
    void showFace();
    void openCurrent();
    void setWidths();

    const theme::Theme &m_theme;
    QString m_problem;
    bool m_isReading = true;
    BarrierModel *m_model;
    MessageStates *m_states;
    QTableView *m_table;
    widgets::EmptyState *m_empty;
    QStackedWidget *m_faces;
    widgets::Card *m_card;
    widgets::Button *m_sql;
    widgets::Button *m_open;
};

} // namespace ui
