// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/scenarioactions.h"

#include "ui/session/scenarioplayer.h"
#include "ui/theme/theme.h"

using namespace Qt::StringLiterals;

namespace ui {

ScenarioActions::ScenarioActions(ScenarioPlayer &player, const theme::Theme &theme, QObject *parent)
    : QObject(parent)
    , m_player(player)
    , m_theme(theme)
    , m_run(make(u"scenarioRun"_s, u"play"_s, {Qt::Key_F8}))
    , m_scene(make(u"scenarioStep"_s, u"step"_s, {Qt::Key_F10}))
    , m_line(make(u"scenarioLine"_s, u"step"_s, {QKeySequence(Qt::CTRL | Qt::Key_F10)}))
    , m_stop(make(u"scenarioStop"_s, u"stop"_s, {QKeySequence(Qt::SHIFT | Qt::Key_F8)}))
    , m_runAll(make(u"scenarioRunAll"_s, u"play"_s, {}))
    , m_openFile(make(u"scenarioOpen"_s, u"upload"_s, {}))
    , m_record(make(u"scenarioRecord"_s, u"record"_s, {}))
{
    m_record->setCheckable(true);
    connect(m_record, &QAction::toggled, this, &ScenarioActions::refresh);
    connect(m_run, &QAction::triggered, this, &ScenarioActions::runOrPause);
    connect(m_scene, &QAction::triggered, &player, &ScenarioPlayer::playScene);
    connect(m_line, &QAction::triggered, &player, &ScenarioPlayer::playStep);
    connect(m_stop, &QAction::triggered, &player, &ScenarioPlayer::stop);
    connect(m_runAll, &QAction::triggered, &player, &ScenarioPlayer::playAll);
    connect(&player, &ScenarioPlayer::playingChanged, this, &ScenarioActions::refresh);
    retranslate();
}

QAction *ScenarioActions::make(const QString &objectName, const QString &icon, const QList<QKeySequence> &keys)
{
    auto *action = new QAction(m_theme.icon(icon), {}, this);
    action->setObjectName(objectName);
    action->setShortcuts(keys);
    return action;
}

void ScenarioActions::runOrPause()
{
    m_player.isPlaying() && !m_player.isPaused() ? m_player.pause() : m_player.play();
}

void ScenarioActions::retranslate()
{
    m_scene->setText(tr("Step"));
    m_line->setText(tr("Step by Line"));
    m_stop->setText(tr("Stop"));
    m_runAll->setText(tr("Run All"));
    m_openFile->setText(tr("Open Scenario File…"));
    refresh();
}

void ScenarioActions::refresh()
{
    const QString whyNot = m_player.whyNot();
    const bool isPlaying = m_player.isPlaying();
    const bool runs = isPlaying && !m_player.isPaused();
    const auto set = [&](QAction *action, bool enabled, const QString &tip, const QString &otherwise) {
        action->setEnabled(enabled && whyNot.isEmpty());
        action->setToolTip(!whyNot.isEmpty() ? whyNot : enabled ? tip : otherwise);
    };
    m_run->setText(runs ? tr("Pause") : isPlaying ? tr("Go On") : tr("Run"));
    m_run->setIcon(m_theme.icon(runs ? u"pause"_s : u"play"_s));
    set(m_run, true, runs ? tr("All programs of the story stand still") : tr("Plays the chosen scenario"), {});
    const QString goesOn = tr("It is being played: pause it first");
    set(m_scene, !runs, tr("Plays up to the next caption, then pauses"), goesOn);
    set(m_line, !runs, tr("Plays one line of the file, then pauses"), goesOn);
    set(m_stop, isPlaying, tr("Ends the story and all its programs"), tr("Nothing is being played"));
    set(m_runAll, !isPlaying, tr("Plays all scenarios, one after the other"), tr("One is being played: stop it first"));
    m_record->setText(m_record->isChecked() ? tr("Stop Recording…") : tr("Record"));
    m_record->setToolTip(m_record->isChecked()
                             ? tr("Shows what was recorded, to be saved as a scenario")
                             : tr("Notes the transfers you send and the faults you arm, on any page, as a scenario"));
    set(m_openFile, true, tr("Adds a scenario of your own to the list"), {});
}

} // namespace ui
