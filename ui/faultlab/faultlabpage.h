// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/faultpoint.h"

#include <QWidget>

class QHBoxLayout;
class QStackedWidget;
class QVBoxLayout;

namespace theme {
class Theme;
}

namespace widgets {
class Banner;
class Button;
class Switch;
class TabStrip;
} // namespace widgets

namespace ui {

class FaultCard;
class FaultDesk;
class HeldList;
class PointsCard;
class TransferCard;
class ScenarioLab;
class Session;
class TransferRun;

/// Failures provoked on purpose: the points of the protocol, what is armed at the chosen one, and a transfer drawn as
/// it comes by them.
class FaultLabPage final : public QWidget
{
    Q_OBJECT
public:
    FaultLabPage(Session &session, theme::Theme &theme, QWidget *parent = nullptr);

    ScenarioLab &scenarios() const { return *m_scenarios; }
    /// Chooses a point of the picture, as a click does.
    void choosePoint(int number);

public slots:
    void refresh();

signals:
    void statusTextChanged(const QString &text);
    void openMessage(const QByteArray &gid);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *createScroll();
    QWidget *createMiddle();
    void placeScenarios();
    void fitSides();
    void connectParts();
    void take(int number);
    void apply(const core::Fault &fault, int inPlaceOf);
    void showAll();
    void showBanner();
    void tellStatus();
    void showDiagram();
    void showAllowed();
    void retranslate();

    Session &m_session;
    theme::Theme &m_theme;
    FaultDesk &m_faults;
    TransferRun *m_run;
    widgets::Banner *m_banner;
    QString m_armedText; ///< what is armed, for the status bar
    widgets::Button *m_clear;
    widgets::Switch *m_switch;
    HeldList *m_held;
    PointsCard *m_points;
    widgets::TabStrip *m_turns; ///< between the two cards at the sides, where there is room for one
    FaultCard *m_settings;
    QStackedWidget *m_bottom; ///< the single transfer, or the story
    TransferCard *m_transferCard;
    QHBoxLayout *m_row;
    QVBoxLayout *m_middle;
    ScenarioLab *m_scenarios;
    widgets::Button *m_toRun;
};

} // namespace ui
