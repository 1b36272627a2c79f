// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace diagram {
class SequencePanel;
}

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class Card;
} // namespace widgets

namespace ui {

class ScenarioPlayer;

/// What happens in the run of the current scenario, drawn as it happens: requests, commits, answers, crashes, states.
class RunCard final : public QWidget
{
    Q_OBJECT
public:
    RunCard(ScenarioPlayer &player, const theme::Theme &theme, QWidget *parent = nullptr);

    diagram::SequencePanel &panel() const { return *m_panel; }
    void retranslate();

signals:
    void pointsWanted(); ///< back to the fault points

private:
    void showRun();

    ScenarioPlayer &m_player;
    widgets::Card *m_card;
    diagram::SequencePanel *m_panel;
    widgets::Button *m_asTable;
    widgets::Button *m_points;
    QTimer m_soon; ///< a burst of moments is drawn once
};

} // namespace ui
