// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QTableView;
class QVBoxLayout;

namespace theme {
class Theme;
}

namespace widgets {
class Banner;
class Button;
class Card;
class Switch;
} // namespace widgets

namespace ui {

class FaultDesk;
class PointsModel;
class Session;

/// Failures provoked on purpose: the points of the protocol, what is armed there, and what comes of it.
class FaultLabPage final : public QWidget
{
    Q_OBJECT
public:
    FaultLabPage(Session &session, theme::Theme &theme, QWidget *parent = nullptr);

    /// The list of scenarios at the left, and the story of the one that is played below the diagram.
    void setScenarioCards(QWidget *list, QWidget *story);

public slots:
    void refresh();

signals:
    void statusTextChanged(const QString &text);
    void openMessage(const QByteArray &gid);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *createPoints();
    void showArmed();
    void showAllowed();
    void retranslate();

    Session &m_session;
    theme::Theme &m_theme;
    FaultDesk &m_faults;
    PointsModel *m_model;
    widgets::Banner *m_banner;
    widgets::Button *m_clear;
    widgets::Switch *m_switch;
    widgets::Card *m_points;
    QTableView *m_table;
    QHBoxLayout *m_row;
    QVBoxLayout *m_middle;
};

} // namespace ui
