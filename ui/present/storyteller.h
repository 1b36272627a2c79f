// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/present/storyslide.h"

#include <QTimer>

#include <optional>

namespace ui {

class ScenarioPlayer;

/// Tells a scenario to people who look on while it is played: scene by scene, each slide for as long as it takes to
/// read. Between two scenes the run is paused, so nothing happens before it is told. UI thread; the player outlives it.
class StoryTeller final : public QObject
{
    Q_OBJECT
public:
    explicit StoryTeller(ScenarioPlayer &player, QObject *parent = nullptr);

    /// Plays the scenario at this position of the player from its beginning; one that is told already is stopped first.
    /// Nothing happens while another is played.
    void begin(int index);
    /// Stops the run where it is not over, and forgets the story.
    void end();
    bool isTelling() const { return m_index >= 0; }

    /// What is to be seen; none while the programs of the story start.
    std::optional<StorySlide> slide() const;
    QString title() const;
    QString problem() const; ///< why the story cannot be told to its end; empty: it can
    bool canGoBack() const { return m_shown > 0; }
    bool canGoOn() const;
    void back(); ///< to the slide before; nothing goes on by itself from there
    void next(); ///< to the next slide, or to the next scene of the run
    bool isPlaying() const { return m_isPlaying; } ///< goes on by itself
    void setPlaying(bool on);

signals:
    void changed();

private:
    void takePlaying();
    void takeEntry(int index);
    void forget();
    void takeRead();
    void readOn();
    void show(int slide);
    bool isOver() const;

    ScenarioPlayer &m_player;
    int m_index = -1; ///< the entry that is told; −1: none
    int m_wanted = -1; ///< what is told next, once the run before has been stopped; −1: nothing
    bool m_isOurs = false; ///< the run that is going on was begun here
    QList<StorySlide> m_slides; ///< as far as the run has come
    int m_shown = 0;
    bool m_isPlaying = false;
    QTimer m_reading; ///< until the slide has been read
    bool m_wasRead = false; ///< it has been; the run is not that far yet
    QTimer m_gather; ///< moments come in swarms
};

} // namespace ui
