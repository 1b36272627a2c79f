// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

class QListView;
class QStackedWidget;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class EmptyState;
} // namespace widgets

namespace ui {

class ScenarioActions;
class ScenarioModel;
class ScenarioPlayer;

/// All scenarios with how each stands. Enter and a double click play one.
class ScenarioList final : public QWidget
{
    Q_OBJECT
public:
    ScenarioList(ScenarioPlayer &player, ScenarioActions &actions, const theme::Theme &theme,
                 QWidget *parent = nullptr);

    QListView &view() const { return *m_view; }
    void retranslate();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showCount();
    void showFace();
    void chooseCurrent();
    void playCurrent();

    ScenarioPlayer &m_player;
    ScenarioActions &m_actions;
    widgets::Card *m_card;
    widgets::Button *m_runAll;
    widgets::Button *m_open;
    widgets::Button *m_record;
    QStackedWidget *m_faces;
    QListView *m_view;
    widgets::EmptyState *m_empty;
    ScenarioModel *m_model;
};

} // namespace ui
