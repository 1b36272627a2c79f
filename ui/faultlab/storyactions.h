// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>

namespace ui {

class ScenarioPlayer;

/// An action for each scenario, in the order of the player: chooses and plays it. Menu, palette and bars share them.
class StoryActions final : public QObject
{
    Q_OBJECT
public:
    explicit StoryActions(ScenarioPlayer &player, QObject *parent = nullptr);

    const QList<QAction *> &all() const { return m_actions; }
    void refresh(); ///< the texts, in the language of the moment, and what can be done

signals:
    void added(QAction *action);
    void wanted(int index); ///< one was triggered

private:
    void addMissing();

    ScenarioPlayer &m_player;
    QList<QAction *> m_actions;
};

} // namespace ui
