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
class ScenarioLab;
class Session;

/// Failures provoked on purpose: the points of the protocol, what is armed there, and what comes of it.
class FaultLabPage final : public QWidget
{
    Q_OBJECT
public:
    FaultLabPage(Session &session, theme::Theme &theme, QWidget *parent = nullptr);

    ScenarioLab &scenarios() const { return *m_scenarios; }

public slots:
    void refresh();

signals:
    void statusTextChanged(const QString &text);
    void openMessage(const QByteArray &gid);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *createPoints();
    void placeScenarios();
    void showArmed();
    void showStatus();
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
    ScenarioLab *m_scenarios;
    widgets::Button *m_toRun;
};

} // namespace ui
