// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace theme {
class Theme;
}

namespace widgets {
class Button;
class Card;
class ElidedLabel;
class Switch;
} // namespace widgets

namespace ui {

class SceneBar;
class ScenarioActions;
class ScenarioPlayer;
struct ScenarioEntry;

/// The story of the chosen scenario: its caption in large type, what is waited for, how far it is, and how to go on.
class StoryCard final : public QWidget
{
    Q_OBJECT
public:
    StoryCard(ScenarioPlayer &player, ScenarioActions &actions, const theme::Theme &theme, QWidget *parent = nullptr);

    void retranslate();

signals:
    void evidenceWanted(); ///< of the current entry, which has ended
    void happeningsWanted(); ///< what happened in the run of the current entry

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *createHead();
    QWidget *createButtons(ScenarioActions &actions);
    void fitCaption();
    void showCurrent();
    void showScene(int scene);
    void follow();
    const ScenarioEntry &entry() const;

    ScenarioPlayer &m_player;
    const theme::Theme &m_theme;
    widgets::Card *m_card;
    widgets::ElidedLabel *m_place;
    QLabel *m_caption;
    QLabel *m_now;
    SceneBar *m_bar;
    widgets::Switch *m_quick;
    widgets::Button *m_evidence;
    widgets::Button *m_happenings;
    int m_shown = -1; ///< the scene whose caption is read
};

} // namespace ui
