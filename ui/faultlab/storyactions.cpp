// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/faultlab/storyactions.h"

#include "ui/faultlab/scenariowords.h"
#include "ui/session/scenarioplayer.h"

using namespace Qt::StringLiterals;

namespace ui {

StoryActions::StoryActions(ScenarioPlayer &player, QObject *parent) : QObject(parent), m_player(player)
{
    connect(&player, &ScenarioPlayer::entriesChanged, this, &StoryActions::addMissing);
    connect(&player, &ScenarioPlayer::playingChanged, this, &StoryActions::refresh);
    addMissing();
}

void StoryActions::addMissing()
{
    for (int index = int(m_actions.size()); index < m_player.entries().size(); ++index) {
        auto *action = new QAction(this);
        action->setObjectName(u"story:"_s + m_player.entries().at(index).scenario.name);
        connect(action, &QAction::triggered, this, [this, index] { emit wanted(index); });
        m_actions << action;
        emit added(action);
    }
    refresh();
}

void StoryActions::refresh()
{
    const QString whyNot = !m_player.whyNot().isEmpty() ? m_player.whyNot()
        : m_player.isPlaying()                          ? tr("One is being played: stop it first")
                                                        : QString();
    for (int index = 0; index < m_actions.size(); ++index) {
        m_actions[index]->setText(ScenarioWords::title(m_player.entries().at(index)));
        m_actions[index]->setEnabled(whyNot.isEmpty());
        m_actions[index]->setToolTip(whyNot.isEmpty() ? tr("Plays this story") : whyNot);
    }
}

} // namespace ui
