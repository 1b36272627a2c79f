// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/scenarioplayer.h"

#include <QPointer>
#include <QWidget>

namespace theme {
class Theme;
}

namespace ui {

class RunCard;
class ScenarioActions;
class ScenarioList;
class ScenarioRecorder;
class Session;
class StoryActions;
class StoryCard;

/// The scenarios of the fault lab: the player, the orders to it, and the cards that show it. A child of the page that
/// the cards are laid out on.
class ScenarioLab final : public QObject
{
    Q_OBJECT
public:
    /// program: checkbackd.
    ScenarioLab(Session &session, const QString &program, const theme::Theme &theme, QWidget &page);
    ~ScenarioLab() override;

    ScenarioPlayer &player() const { return *m_player; }
    ScenarioRecorder &recorder() const { return *m_recorder; }
    ScenarioActions &actions() const { return *m_actions; }
    StoryActions &stories() const { return *m_stories; }
    QWidget *list() const;
    QWidget *story() const;
    QWidget *run() const; ///< the diagram of the run; see showsRun()
    /// Whether the diagram of the run is to be seen, in place of the fault points.
    bool showsRun() const { return m_showsRun; }
    void setShowsRun(bool on);

    /// Adds a scenario file and chooses it; a dialog says what is wrong in it, where it cannot be read.
    void open(const QString &path);
    /// "Scenario running: step 2 of 5"; empty when none is played.
    QString statusText() const;
    void retranslate();

signals:
    void storyWanted(); ///< somebody chose one, though it may be the chosen one already
    void statusTextChanged();
    void showsRunChanged();
    /// To look at a run once more.
    void happeningsWanted(const core::faults::Recording &recording);

private:
    void chooseFile();
    void showProblem(const QString &path, const QString &problem);
    void showEvidence();
    void setRecording(bool on);

    const theme::Theme &m_theme;
    QWidget &m_page;
    ScenarioPlayer *m_player;
    ScenarioRecorder *m_recorder;
    ScenarioActions *m_actions;
    StoryActions *m_stories;
    ScenarioList *m_list;
    StoryCard *m_story;
    RunCard *m_run;
    bool m_showsRun = false;
};

} // namespace ui
