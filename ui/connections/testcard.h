// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/connection.h"

#include <QWidget>

class QLabel;
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

class ConnectionTest;
class StagesModel;

/// The steps of a connection test as they go, with what helps below them.
class TestCard final : public QWidget
{
    Q_OBJECT
public:
    TestCard(ConnectionTest &test, theme::Theme &theme, QWidget *parent = nullptr);

    /// Whose test and tables the buttons are about. tablesObstacle: why no tables can be created; empty: they can.
    void setConnection(const Connection &connection, const QString &tablesObstacle);
    void retranslate();

signals:
    void testRequested();
    void tablesRequested();

private:
    void createTable();
    void take();
    void showAdvice();
    void setWidths();

    ConnectionTest &m_test;
    theme::Theme &m_theme;
    Connection m_connection;
    widgets::Card *m_card;
    widgets::Button *m_start;
    widgets::Button *m_cancel;
    widgets::Button *m_tables;
    StagesModel *m_model;
    QTableView *m_table;
    widgets::EmptyState *m_empty;
    QStackedWidget *m_faces;
    QLabel *m_advice;
};

} // namespace ui
